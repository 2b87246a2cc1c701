import type { DateFigure } from '../figures/figure';
import { datesIn, sentencesIn, within, type Passage, type Placed } from './passage';

/** `2025년 3월에 착공해 `, `5월에 공모를 시작해 `: what is begun, and goes on in the same sentence. */
const begins =
  /^(?:\([^)]{1,4}\))?(?:에|부터)?\s(?:[가-힣]{1,8}[을를]?\s){0,2}(?:착공|착수|시작|개시|발주|공모)(?:해|하여|하고|하며|해서|한 뒤|한 후),?\s(?:[가-힣]{1,8}[을를은는]?\s){0,2}$/;

/** `2027년 6월에 문을 연다`, `준공한다`: what is done when the work is. */
const isDone =
  /^(?:\([^)]{1,4}\))?(?:에|까지)?\s(?:[가-힣]{1,8}[을를이가]?\s){0,2}(?:준공|완공|완료|마치|마친|마무리|끝내|끝낸|문을\s(?:연|여)|개관|개통|개장|개원|개교|입주)/;

/** A day or month of which the first step is told, and the one of the last, where the first lies after it. */
export function* stepsReversed(passage: Passage): Iterable<readonly [DateFigure, DateFigure]> {
  if (passage.block.language !== 'ko') return;
  const { text } = passage;
  const dates = datesIn(passage);
  for (const [at, { figure: a, end }] of dates.entries()) {
    const next = dates[at + 1];
    if (next === undefined || !begins.test(text.slice(end, next.start))) continue;
    const b = next.figure;
    if (!isDone.test(text.slice(next.end, next.end + 30)) || !isWritten(a) || !isWritten(b)) continue;
    if ((a.from ?? a.to!) > (b.to ?? b.from!)) yield [a, b];
  }
}

/** `11월에 착공해 3월에 준공한다` goes over New Year: only days and months with their years are compared. */
const isWritten = ({ parts, granularity, to }: DateFigure): boolean =>
  parts.length === 1 &&
  parts[0].year !== undefined &&
  to !== null &&
  (granularity === 'day' || granularity === 'month');

/** Steps by which something is bought or built, the first first; what a clause says last is what happens on its date. */
const ranks: readonly RegExp[] = [
  /\b(?:calls? for|tender(?:s|ing|ed)?|bids?|bidders|quotations|advertised|expressions of interest)\b/i,
  /\b(?:contracts?|awarded|signed|ordered|appointed|suppliers?|contractors?)\b/i,
  /\b(?:deliver(?:y|ed|s)|arriv(?:e|es|al)|install(?:ed|ation)|fitted|construction|building (?:work )?(?:starts?|begins?)|works? (?:on site )?(?:starts?|begins?))\b/i,
  /\b(?:complet(?:ed|ion)|finished|handed over|commissioned|tested|tests)\b/i,
  /\b(?:inaugurated|goes? live|in(?:to)? (?:service|use|operation)|opens?|first (?:passengers|visitors|patients|trains?))\b/i,
];

/**
 * The dates of a sentence each of which ends a clause with a later step of one purchase and bears its year: `A call for
 * tenders will be launched in January 2027, the contract signed in May 2027 and the scanner delivered in October 2027`.
 */
export function rankedSteps(passage: Passage): DateFigure[][] {
  if (passage.block.language !== 'en') return [];
  const all = datesIn(passage);
  return sentencesIn(passage).flatMap((sentence): DateFigure[][] => {
    const dates = within(all, sentence);
    return dates.length >= 3 && areRanked(passage.text, sentence.start, dates)
      ? [dates.map(({ figure }) => figure)]
      : [];
  });
}

function areRanked(text: string, from: number, dates: readonly Placed<DateFigure>[]): boolean {
  const clauses = dates.map(({ start }, at) => text.slice(dates[at - 1]?.end ?? Math.max(from, start - 160), start));
  const bought = objectOf(clauses[0]!);
  let last = -1;
  return dates.every(({ figure }, at) => {
    const clause = clauses[at]!;
    const rank = rankOf(clause);
    const isNext = at === 0 || (goesOn.test(clause) && isOf(clause, bought));
    const isLater = isNext && rank > last && isWritten(figure);
    last = rank;
    return isLater;
  });
}

const goesOn = /^,? (?:and |then |and then )?[^.;:()]{4,70} (?:in|on|by) (?:[A-Z][a-z]+day,? )?$/;

/** What is bought: `call for tenders for a new microscope`, `the contract for the museum`; null where it is not said. */
const objectOf = (clause: string): string | null =>
  /.*\bfor (?!tenders?\b|bids?\b|proposals?\b)((?:[a-z-]+ ){1,4})/i.exec(`${clause} `)?.[1]?.toLowerCase() ?? null;

/** Whether a clause is about what is bought, as far as it names anything: `the microscope will be delivered`, `work starts`. */
function isOf(clause: string, bought: string | null): boolean {
  const subject = /\b(?:the|an?|its) ((?:[a-z-]+ ){1,4}?)(?:will|is|are|goes|go|enters?|opens?|to)\b/i.exec(
    clause,
  )?.[1];
  if (subject === undefined || bought === null || isPlain.test(subject)) return true;
  return subject.split(' ').some((word) => word.length > 3 && bought.includes(word.slice(0, -1)));
}

const isPlain = /^(?:contracts?|suppliers?|contractors?|works?|building|construction|installation|delivery|service)\b/i;

/** `the tender is awarded` is the award, but `the call opens` is the call. */
function rankOf(clause: string): number {
  const found = ranks.flatMap((pattern, rank) => (pattern.test(clause) ? [rank] : []));
  return found.length === 2 && found[0] === 0 && found[1] === ranks.length - 1 ? 0 : (found.at(-1) ?? -1);
}
