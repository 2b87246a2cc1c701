import Big from 'big.js';
import { holds, type Equation } from '../ledger/claim';
import { significantDigits } from '../ledger/slip';
import { placeOf, type Term } from '../ledger/term';
import { once } from '../text/once';
import type { Span } from '../text/span';
import { bareLists } from './bare-lists';
import { isStated, sameUnit, termOfFigure, unitOf, type Valued } from './figure-term';
import { opens } from './open-list';
import { type Passage, type Placed, sentencesIn, within } from './passage';
import { isForEach, shareholders } from './unit-price';
import { writtenSums } from './written-sums';

/** A figure that may be a total, and the figures listed beside it that may be its parts. */
export interface Listing {
  readonly total: Term;
  readonly parts: readonly Term[];
  /** How surely the parts are all the parts of this total. */
  readonly sure: 'stated' | 'likely';
  /** `of which`: the parts need not make the whole, but cannot exceed it. */
  readonly partial: boolean;
}

/**
 * The totals with their parts that one passage states:
 *
 *     a total of KRW 836 billion in 2026, with KRW 410 billion for chips, KRW 148.5 billion for … and KRW 85.5 billion for …
 *     총 9억 6,000만원(시비 6억 2,000만원, 도비 2억 4,000만원, 후원금 1억원)
 *     $96.5 million on the Upper River, $82.3 million on … and $35.2 million on …, for a total of $214.0 million
 *     128명: 31+46+22+29
 */
export const listingsIn: (passage: Passage) => readonly Listing[] = once(readListings);

/**
 * The figures, by their places, that stand in a list or a written sum that adds up, or of which one is the sum of two
 * others: they are what they should be.
 */
export const provenIn: (passage: Passage) => ReadonlySet<string> = once((passage) => {
  const found = new Set([...[...writtenSums(passage)].map(placeOf), ...sumsOfTwo(passage)]);
  for (const { total, parts } of listingsIn(passage)) {
    if (holds(sumOf(total, parts))) for (const term of [total, ...parts]) found.add(placeOf(term));
  }
  return found;
});

/** Passages with more amounts are lists of data, where three add up by chance. */
const mostAmounts = 12;

/** `총사업비는 1,508억원이다. … 1단계에 788억원, 2단계에 720억원`: an amount of three digits or more that two others make. */
function sumsOfTwo({ figures }: Passage): readonly string[] {
  const amounts = figures.flatMap(({ figure }) =>
    figure.kind === 'amount' && isStated(figure) ? [termOfFigure(figure as Valued)] : [],
  );
  if (amounts.length < 3 || amounts.length > mostAmounts) return [];
  const telling = amounts.filter(({ numeral }) => significantDigits(numeral.digits) >= 2);
  const bySum = new Map(amounts.map((term) => [term.value.toString(), term]));
  return telling.flatMap((a, at) =>
    telling.slice(at + 1).flatMap((b) => {
      const sum = bySum.get(a.value.plus(b.value).toString());
      return sum === undefined || significantDigits(sum.numeral.digits) < 3 ? [] : [a, b, sum].map(placeOf);
    }),
  );
}

function readListings(passage: Passage): Listing[] {
  if (!/\d/.test(passage.text)) return [];
  const figures = passage.figures.filter((placed): placed is Placed<Valued> => isStated(placed.figure));
  const found: Listing[] = [];
  for (const sentence of sentencesIn(passage)) {
    const inside = within(figures, sentence);
    for (const whole of runsOf(passage.text, inside)) {
      const run = behindTitle(passage.text, whole);
      if (run.length >= 3 && !areShares(run))
        for (const listing of listingsOfRun(passage.text, sentence, run))
          found.push(asAddingUp(passage.text, listing, inside));
      found.push(...partsThatExceed(passage.text, run));
    }
    found.push(...bareLists(passage, sentence));
  }
  return found;
}

/**
 * `총 480억원으로 버스 260억원, 철도 220억원이며, 지난해 400억원보다`: the list with those parts that make its total, where fewer or
 * more of the figures behind it do so to the last place.
 */
function asAddingUp(text: string, listing: Listing, figures: Run): Listing {
  const { total, parts, partial } = listing;
  if (partial || holds(sumOf(total, parts))) return listing;
  const first = figures.find(({ figure }) => figure.start === parts[0]!.start);
  if (first === undefined || total.start > parts[0]!.start) return listing;
  const all = figures.filter(({ start, figure }) => start >= first.start && sameUnit(figure, first.figure));
  let sum = new Big(0);
  for (const [at, { figure }] of all.entries()) {
    sum = sum.plus(termOfFigure(figure).value);
    const next = all[at + 1];
    // A list that goes on with one more is no list that ended.
    const isEnd = at + 1 >= parts.length || next === undefined || endsClause.test(text.slice(all[at]!.end, next.start));
    if (at > 0 && isEnd && sum.eq(total.value))
      return { ...listing, parts: all.slice(0, at + 1).map((one) => termOfFigure(one.figure)) };
  }
  return listing;
}

/** `이며, 지난해`, `, against`: another clause begins. */
const endsClause =
  /[가-힣](?:이며|이고|인데|하며|하고|되며|되고|고|며),?\s|[;:]|,? (?:and|while|against|compared|up from|down from|which|after)\b[^,]{0,40}\b(?:than|from|with|in|to|against)\b/;

const sumOf = (total: Term, parts: readonly Term[]): Equation => ({
  kind: 'sum',
  total,
  parts: parts.map((term) => ({ term, sign: 1 })),
});

/** A list of figures of one unit, set apart by commas and conjunctions alone. */
export type Run = readonly Placed<Valued>[];

/** Longest words between two figures of one list. */
const farthest = 140;

/** `연평균 972억원`, `an average of £24 million`: the mean of others is none of them; nor is `이월액 9억원은 별도`. */
export const standsApart = (text: string, { start, end }: Span): boolean =>
  /^(?:[은는이가을를]\s|\s)?(?:별도|제외|미포함)/.test(text.slice(end, end + 8)) ||
  /(?:평균|\b(?:average|mean) of)\s?(?:은\s|는\s)?(?:약\s|about\s)?$/.test(text.slice(Math.max(0, start - 20), start));

/** The longest lists: figures of one unit, between them a separator and no word that compares. */
export function runsOf(text: string, figures: readonly Placed<Valued>[]): Run[] {
  const runs: Placed<Valued>[][] = [];
  const open = new Map<string, Placed<Valued>[]>();
  for (const placed of figures) {
    // Counts of another thing stand between (`1기 400명, 2기 500명`) without ending the list.
    const kind = placed.figure.kind === 'count' ? unitOf(placed.figure) : placed.figure.kind;
    const goesOn = (run: readonly Placed<Valued>[] | undefined, joint: (between: string) => boolean): boolean =>
      run !== undefined &&
      sameUnit(run.at(-1)!.figure, placed.figure) &&
      joint(text.slice(run.at(-1)!.end, placed.start));
    const [own, bare] = [open.get(kind), open.get(counterOf(placed.figure))];
    if (goesOn(own, isJoint)) own!.push(placed);
    else if (goesOn(bare, leadsToTotal)) bare!.push(placed);
    else {
      const fresh = [placed];
      runs.push(fresh);
      open.set(kind, fresh);
    }
  }
  return runs.filter((run) => run.length >= 2);
}

/** `개` of `공연 28개, 전시 14개로 모두 42개 행사`: what is counted may be named with the total alone. */
const counterOf = (figure: Valued): string =>
  `count ${/^\s?([가-힣]{1,2}) /.exec(figure.text.slice(figure.low.end - figure.start))?.[1] ?? ' '}`;

const leadsToTotal = (between: string): boolean => /^(?:으로|로),?\s(?:총|모두|합계)\s$/.test(between);

/** `차단(485억원): 총 485억원을 차단막 190억원, …`: the list without the title's amount, which the sentence begins anew. */
const behindTitle = (text: string, run: Run): Run =>
  run.length >= 4 && /^\s?[)）]\**\s?[:：]\**\s?총\s$/.test(text.slice(run[0]!.end, run[1]!.start))
    ? run.slice(1)
    : run;

/** Whether what stands between two figures lets both be in one list (or one the total of the other). */
function isJoint(between: string): boolean {
  return between.length <= farthest && !comparing.test(between.replace(/[([][^()[\]]*[)\]]/g, ' '));
}

const comparing =
  /→|⇒|->|\b(?:compared|than|instead|versus|vs|rather|increase[ds]?|decrease[ds]?|rising|rose|fell|up from|down from|until now|previously|formerly|respectively per)\b|에서\s|보다|대비|견주|비하|비해|증가|감소|늘|줄|인상|인하|각각/i;

/** Total words right before a figure. */
const totalBefore =
  /(?:\b(?:together(?! with)|totals?|totall?ing|sum|sums up|amounts?|adds? up|altogether|overall|combined|in all)\b[^.;:()]{0,40}|(?<![가-힣])(?:총|합계|합|모두|전체|도합|총액|총사업비|총예산|총괄|계)\s*[:：(]?\s*)$/i;
const totalAfter = /^\s*(?:\)|,)?\s*(?:in total|altogether|in all|overall|all told|combined|total\b|전부)/i;

/** `This sum comprises arrears of` 12.5, 3.2 and 1.1: the first figure behind the verb is a part as well. */
const namesParts =
  /\b(?:sum|total|amount) (?:[a-z]+ ){0,2}(?:encompass(?:es|ed)?|compris(?:es|ed)|includ(?:es|ed)|covers?|contains?|consists? of|consisted of|is made up of)\b/i;

/** Words between a total and its parts that say that the parts are all. */
const divides =
  /[:(（=]|\b(?:with|comprising|comprises|comprised|consisting|consists?|made up|composed|broken down|split|divided|shared|as follows|namely|of which|allocated|distributed|spread)\b|,\s*(?:of which)|으로|로\s|이며|이고|인데|가운데|중/i;

/** `744억원은 점용료 434억원, 수탁사업 211억원, 기타 99억원으로 이루어진다` */
const makes = /^[으]?로\s?(?:이루어|이뤄|구성|나뉘|나누|충당|마련|조달|편성|짜)/;

/** `총 485억원을 차단막 190억원, 수거선 215억원, 집하장 80억원에 나누어 쓴다` */
const goesTo = /^에\s(?:각각\s)?(?:나누어|나눠|배분|배정)/;

const ofWhich = /\bof (?:which|this|these|it|that)\b|\bincluding\b|이\s?중|그\s?중|이\s?가운데|포함/i;

/** `전시 96억원, 교육 30억원, 지역 협력` and no more: what the last words are of stands on a line that was torn off. */
const isCutOff = /^[가-힣]{0,6},(?: and)? [^.!?:;()\d]{1,40}(?<![다음임됨함])$/;

/** Stands for a figure between the words around it. */
const figureMark = '#';

/** `노후관 교체(총사업비 418억원), 정수장(350억원)`: the total in the bracket is of the first of several things alone. */
const isOneOfSeveral = /[(（]\s?(?:총\s?)?(?:사업비|예산|투자액)?\s?#\s?[)）]\s?[,·][^(（]{1,40}[(（]\s?$/;

function listingsOfRun(text: string, sentence: Span, run: Run): Listing[] {
  const found: Listing[] = [];
  const first = run[0]!;
  const second = run[1]!;
  const last = run.at(-1)!;
  const before = text.slice(sentence.start, first.start);
  const between = text.slice(first.end, second.start);
  const terms = (parts: Run): Term[] => parts.map(({ figure }) => termOfFigure(figure));
  const tail = text.slice(last.end, sentence.end);
  const head = text.slice(second.start > first.end ? first.end : first.start, last.end);
  const isOpen = opens(head + tail.slice(0, 12)) || isCutOff.test(text.slice(last.end, last.end + 60));

  // The total stands first.
  // `Of the new loans of R800 million, R480 million goes to women, R240 million to …`
  const isOf =
    /\bOf (?:the|this|these|its|our)\b[^.;,]{0,40}$/.test(before.slice(-60)) && /^[^.;,]{0,30},\s/.test(between);
  const isTotal =
    isOf || (totalBefore.test(before.slice(-60)) && !namesParts.test(before.slice(-60))) || totalAfter.test(between);
  // `A total of T is divided between A (x) and B (y)`: each part in a bracket of its own.
  const isEach =
    /\b(?:divided|split|shared) (?:between|among)\b/.test(between) &&
    run.slice(1).every(({ start, end }) => text[start - 1] === '(' && text[end] === ')');
  const isEnclosed =
    !isEach &&
    (/^\s*[^(:]{0,30}[(:（]/.test(between) || /^[^(:;]{0,90}[(:]\s?$/.test(between)) &&
    !/[)）]/.test(between);
  const isWhole =
    (isTotal && (divides.test(between) || isEnclosed)) ||
    (/[은는]\s/.test(between) && makes.test(tail)) ||
    (isTotal && /^을\s/.test(between) && goesTo.test(tail));
  const listed = isEnclosed && /[(（]/.test(between) ? enclosed(text, first.end, run.slice(1)) : run.slice(1);
  const parts = asOftenAsPaid(text, listed);
  // `Debt pays $163.2 million of it`: a part of what was named before.
  // `Sørvågen (A), Lundefjord (B) and Kvitnes (C)`: one of several, each in its own bracket.
  const isPart =
    /^ of (?:it|this|that|these|them)\b/.test(between) ||
    (/[(（]\s?$/.test(before) && /^\s?[)）],/.test(between)) ||
    (isOneOfSeveral.test(before + figureMark + between) && !areFunds(text, first.end, parts));
  if (parts.length >= 2 && !isPart && !haveShares(text, run) && !isYearly(text, parts) && !areTiers(text, parts)) {
    const partial = !isOf && ofWhich.test(between);
    const isClosed =
      /^[^.;()]{0,70}:\s?$/.test(between) &&
      /\band\s(?:about\s)?$/.test(text.slice(listed.at(-2)?.end ?? 0, listed.at(-1)!.start)) &&
      tail.length < 60 &&
      // An amount whose currency was lost stands between.
      parts.every(
        ({ start }, index) =>
          index === 0 ||
          !/\d[\d,.]* (?:million|billion|thousand|crore|lakh)\b/.test(text.slice(parts[index - 1]!.end, start)),
      );
    // `$88 million over four years (…)`, `paid in three parts: …`: as many parts as are said to be.
    if (isEnclosed && !isOpen && (partsNamed(between) === listed.length || isClosed)) {
      found.push({ total: termOfFigure(first.figure), parts: terms(parts), sure: 'stated', partial: false });
    } else if (isOf && !isOpen) {
      found.push({ total: termOfFigure(first.figure), parts: terms(parts), sure: 'likely', partial: false });
    } else if (isEnclosed && !isOpen && !partial && isBracketOfAll(between, first, parts)) {
      found.push({ total: termOfFigure(first.figure), parts: terms(parts), sure: 'stated', partial });
    } else if ((isWhole || (isEnclosed && areFunds(text, first.end, parts))) && !isOpen)
      found.push({ total: termOfFigure(first.figure), parts: terms(parts), sure: 'stated', partial });
    else if ((isEnclosed || isTotal || divides.test(between)) && !isOpen) {
      found.push({ total: termOfFigure(first.figure), parts: terms(parts), sure: 'likely', partial });
    } else if (isOpen && (isTotal || isEnclosed))
      found.push({ total: termOfFigure(first.figure), parts: terms(parts), sure: 'likely', partial: true });
  }

  // The total stands last.
  const lead = text.slice(run.at(-2)!.end, last.start);
  const isProduct = /[×✕]|\d\s?[xX*]\s?\d|=.*=/.test(text.slice(first.start, last.start));
  if (isProduct) return [];
  // `A − B = C` is no sum.
  const isDifference = /=\s*$/.test(lead) && /\s[-−–]\s/.test(text.slice(first.end, run.at(-2)!.start));
  if (isDifference) return found;
  // `기술성 30점, 사업성 50점, 지역 기여 20점(총 100점)`: all of them, in a bracket of its own.
  const isOwnBracket =
    run.length >= 4 && /^[(（]\s?(?:총|합계|합|계)\s?$/.test(lead) && /^[)）]/.test(text.slice(last.end, last.end + 1));
  // `정원 435명(공중 104명, 지상 331명) 전부`: what a bracket ends with is no total of what stands before the bracket.
  if (!isOwnBracket && /[(（][^()（）]*$/.test(text.slice(first.end, last.start))) return found;
  if (
    (totalBefore.test(lead) && !isFurther.test(lead)) ||
    /=\s*$/.test(lead) ||
    totalAfter.test(text.slice(last.end, last.end + 30))
  ) {
    const all = run.slice(0, -1);
    // An amount whose currency was lost stands between.
    const isBroken = all.some(({ end }, index) =>
      /\d[\d,.]* (?:million|billion|thousand|crore|lakh)\b/.test(text.slice(end, all[index + 1]?.start ?? last.start)),
    );
    if (
      !isBroken &&
      !isPartOf.test(lead) &&
      !all.some((one) => isForEach(text, one)) &&
      all.length >= 2 &&
      !opens(text.slice(first.start, last.start).replace(/\s등\s(?=(?:모두|총|합계)\s*$)/, ' '))
    ) {
      // `A 50억 원, B 30억 원 등 총 100억 원`: the list may name the largest alone.
      const mayBeSome = last.figure.kind === 'amount' && /\s등\s(?:모두|총|합계)\s*$/.test(lead);
      const sure = mayBeSome ? 'likely' : 'stated';
      found.push({ total: termOfFigure(last.figure), parts: terms(all), sure, partial: false });
    }
  }
  return found;
}

/** `…, as well as a once-off amount of` R772 million: one more, and no total. */
const isFurther = /\b(?:as well as|in addition to|along with|plus|and also|and another|and a further)\b[^,;.]{0,40}$/i;

/** Words right before a part of what was named: `J$2.21 billion in all, of which` J$0.4 billion. */
export const isPartOf = /\bof which\s(?:about\s)?$|(?:이|그)\s?(?:중|가운데)\s?(?:약\s)?$/;

const smallNumbers = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The most that one part is paid to: a sum that goes on is not read. */
const mostShareholders = 9;

/** `KRW 15 million for each of two prizes` is two parts; none where it is not said how many get one of them. */
function asOftenAsPaid(text: string, parts: Run): Run {
  const times = parts.map((part) => shareholders(text, part));
  if (times.every((number) => number === 1)) return parts;
  if (times.some((number) => number === null || number > mostShareholders)) return [];
  return parts.flatMap((part, index) => Array.from({ length: times[index]! }, () => part));
}

/** In how many years, parts or instalments an amount is said to come; null where nothing says so. */
function partsNamed(words: string): number | null {
  const number =
    /\b(?:over|in|for|by|as) (?:the )?([a-z]+|\d{1,2}) (?:[a-z]+ )?(?:years|parts|instal?lments|tranches|phases|stages|steps|lots|payments|rounds|shares|seasons|quarters|grants)\b/i.exec(
      words,
    )?.[1];
  if (number === undefined) return null;
  const value = /^\d/.test(number) ? Number(number) : smallNumbers.indexOf(number.toLowerCase()) + 2;
  return value >= 2 ? value : null;
}

/** `KRW 198 billion, of which KRW 450 billion`: a single part, which cannot exceed its whole. */
function partsThatExceed(text: string, run: Run): Listing[] {
  return run.flatMap((part, index): Listing[] => {
    const whole = run[index - 1];
    if (whole === undefined || whole.figure.kind === 'percent') return [];
    if (!/^\s?[,(]\s?(?:of which|including)\s$/.test(text.slice(whole.end, part.start))) return [];
    const [total, ...parts] = [whole, part].map(({ figure }) => termOfFigure(figure));
    return parts[0]!.value.gt(total!.value) ? [{ total: total!, parts, sure: 'stated', partial: true }] : [];
  });
}

/** A bracket right behind the total whose figures exceed it, or nearly make it: these are its parts. */
function isBracketOfAll(between: string, total: Placed<Valued>, parts: Run): boolean {
  if (!/^\s?[(（]/.test(between)) return false;
  const sum = parts.reduce((all, { figure }) => all + (figure.value ?? 0), 0);
  const whole = total.figure.value ?? 0;
  return sum > whole ? sum < whole * 1.5 : parts.length >= 3 && sum >= whole * 0.7;
}

/** `180억 원(국비 108억 원, 도비 18억 원, 군비 54억 원)`: who pays, each with a part; such a list is whole. */
export function areFunds(text: string, from: number, parts: readonly Span[]): boolean {
  return parts.every(({ start }, index) =>
    /(?:^|[(（,·+/]\s?|\s)(?:국비|국고|도비|시비|군비|구비|시군비|시·군비|지방비|민자|민간|자부담|기금|융자|교비|자체)\s?(?:부담|자본|투자)?(?:금|액)?\s?$/.test(
      text.slice(index === 0 ? from : parts[index - 1]!.end, start),
    ),
  );
}

/** `(29.8%) … (20.0%) … (50.2%)`: shares of one whole, of which none is the total of the others. */
const areShares = (run: Run): boolean =>
  run.every(({ figure }) => figure.kind === 'percent') &&
  Math.abs(run.reduce((all, { figure }) => all + (figure.value ?? 0), 0) - 100) <= 1;

/**
 * `Rates pay for $8.19 million (87.5%), grants for $0.78 million (8.3%) and charges for $0.39 million (4.2%).`: each of
 * them, the first too, with a share behind it, which make one whole: none is the total of the others.
 */
function haveShares(text: string, run: Run): boolean {
  let sum = 0;
  for (const { end } of run) {
    const share = /^ ?\((\d{1,2}(?:\.\d{1,2})?) ?(?:%|per ?cent)\)/.exec(text.slice(end, end + 18))?.[1];
    if (share === undefined) return false;
    sum += Number(share);
  }
  return sum > 80 && sum < 120;
}

/** The figures up to the bracket that closes. */
function enclosed(text: string, from: number, figures: Run): Run {
  const open = text.slice(from).search(/[(（]/);
  if (open < 0) return figures;
  let depth = 0;
  for (let i = from + open; i < text.length; i++) {
    if (/[(（]/.test(text[i]!)) depth++;
    else if (/[)）]/.test(text[i]!) && --depth === 0) return figures.filter((placed) => placed.end <= i);
  }
  return figures;
}

/** Each figure has its year: a course over time, not parts of one year's figure. */
const isYearly = (text: string, parts: Run): boolean =>
  parts.every(({ start, end }) =>
    /(?:19|20)\d\d|['’‘]\d\d/.test(text.slice(Math.max(0, start - 12), start) + text.slice(end, end + 12)),
  );

/** `4인 가구 10만원(1인 4만원, 2인 6만 5천원)`: what households of each size get are steps and no parts. */
const areTiers = (text: string, parts: Run): boolean =>
  parts.every(({ start }) => /\d\s?인\s?(?:가구)?\s$/.test(text.slice(Math.max(0, start - 8), start)));
