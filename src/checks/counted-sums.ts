import { holds } from '../ledger/claim';
import type { Stated } from './check';
import { opens } from './open-list';
import { type Passage, sentencesIn, within } from './passage';
import { isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import { claimOf } from './sum-claim';
import { isDuration } from './unit-price';

const inAll = /^(?:\s[a-z-]+){0,2}\s(?:in all|altogether|in total|all told)\b/i;

/**
 * Numbers of different things that are counted together, and numbers that a total in front is split into:
 *
 *     34 elevators and 18 escalators, 52 units in all
 *     4.2 million seedlings: 2.5 million in schools, 1.1 million along rivers and 0.6 million in markets
 *     Of the 64 routes, 30 are in the west, 20 in the south and 14 in the midlands
 */
export function* countedSums(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  if (passage.block.language === 'ko' || !/\d/.test(text)) return;
  const all = quantitiesIn(passage);
  for (const sentence of sentencesIn(passage)) {
    const inside = within(all, sentence);
    if (inside.length < 3) continue;
    for (const [at, total] of inside.entries()) {
      if (!isCount(text, total)) continue;
      const shared = partsOf(text, sentence.start, inside, at);
      if (shared.length >= 3) {
        const claim = claimOf(
          total.term,
          shared.map(({ term }) => term),
          'partial',
        );
        if (claim !== null && areParts(total, shared) && (holds(claim.equation) || isNear(total, shared))) yield claim;
        break;
      }
      const behind = partsBehindClause(text, inside, at, sentence.end);
      const parts =
        behind.length > 0
          ? behind
          : inAll.test(text.slice(total.end, total.end + 40))
            ? listBefore(text, inside.slice(0, at), total)
            : listBehind(text, inside.slice(at + 1), total, sentence.end);
      if (parts.length < 2 || !areParts(total, parts)) continue;
      const claim = claimOf(
        total.term,
        parts.map(({ term }) => term),
        'stated',
      );
      if (claim !== null && (holds(claim.equation) || isNear(total, parts))) yield claim;
    }
  }
}

const isCount = (text: string, one: Quantity): boolean =>
  !isAmount(one) && !isPercent(one) && !one.bound && !isDuration(text, one) && !/^(?:19|20)\d\d$/.test(one.term.text);

/** `A and B, T in all`: what stands before the total, set apart by commas and `and` alone. */
function listBefore(text: string, before: readonly Quantity[], total: Quantity): Quantity[] {
  const found: Quantity[] = [];
  let next = total;
  for (const one of [...before].reverse()) {
    const between = text.slice(one.end, next.start);
    const isJoint =
      next === total ? /^(?:\s[a-z-]+){0,4},\s(?:or\s|that is,?\s)?$/i : /^(?:\s[a-z-]+){0,4}?(?:,|,? and)\s$/i;
    if (!isCount(text, one) || !isJoint.test(between)) break;
    found.unshift(one);
    next = one;
  }
  return found;
}

/** `T things: A in …, B along … and C in …` to the sentence's end. */
function listBehind(text: string, behind: readonly Quantity[], total: Quantity, end: number): Quantity[] {
  const [first] = behind;
  if (first === undefined || !/^(?:\s[a-z-]+){0,3}:\s$/.test(text.slice(total.end, first.start))) return [];
  if (opens(text.slice(total.end, end)) || !/\band\s$/.test(text.slice(0, behind.at(-1)!.start))) return [];
  const isWhole = behind.every(
    (one, at) =>
      isCount(text, one) &&
      one.term.numeral.scale === total.term.numeral.scale &&
      /^(?:\s[\p{L}’'-]+){0,7}?(?:,|;|,? and|[.]?)$/u.test(
        `${text.slice(one.end, behind[at + 1]?.start ?? end).replace(/\s$/, '')}`,
      ),
  );
  return isWhole ? [...behind] : [];
}

const place = /^(?:\s(?:are|were|is|will be|lie|stand|go|come|run))?\s(in|on|at|for|from|to|by|with)\s/;

const inPlace = /^\s(?:in|on|at|for|from|to|by)\s(?:the |its |our )?[\p{L} ’'-]{3,40}(?:,|,? and)\s$/u;

/** `A total of 96,000 people …, 51,000 on the northern islands, 27,000 on the southern islands and 18,000 in the capital.` */
function partsBehindClause(text: string, inside: readonly Quantity[], at: number, end: number): Quantity[] {
  const total = inside[at]!;
  const parts = inside.slice(at + 1);
  const [first] = parts;
  const before = inside[at - 1];
  if (
    first === undefined ||
    parts.length < 3 ||
    // `9 in the north, 8 in the east, 4 in …`: the second is a part like those behind it.
    (before !== undefined && inPlace.test(text.slice(before.end, total.start))) ||
    !/^ [a-z][^.;:()\d]{3,60},? $/.test(text.slice(total.end, first.start))
  )
    return [];
  if (!/, $/.test(text.slice(total.end, first.start)) || opens(text.slice(total.end, end))) return [];
  const areJoined = parts.every(
    (one, index) =>
      isCount(text, one) &&
      /^\s(?:in|on|at|for|from|to|by)\s(?:the |its |our )?[\p{L} ’'-]{3,40}(?:,|,? and|[.]?)$/u.test(
        text.slice(one.end, parts[index + 1]?.start ?? end).trimEnd(),
      ),
  );
  return areJoined && /\band\s$/.test(text.slice(0, parts.at(-1)!.start)) ? parts : [];
}

/** `Of the 64 routes, 30 are in the west, 20 in the south and 14 in the midlands`: one preposition for all of them. */
function partsOf(text: string, from: number, inside: readonly Quantity[], at: number): Quantity[] {
  const total = inside[at]!;
  if (at > 0 || !/^Of (?:the|these|its|our|all) (?:[a-z]+ )?$/.test(text.slice(from, total.start))) return [];
  const parts = inside.slice(1);
  const found = parts.map((one) => place.exec(text.slice(one.end, one.end + 24))?.[1]);
  const isOneKind = found.every((preposition) => preposition !== undefined && preposition === found[0]);
  const areJoined = parts.every(
    (one, index) =>
      isCount(text, one) &&
      (index === 0
        ? /^(?:\s[a-z-]+){0,3},\s$/.test(text.slice(total.end, one.start))
        : /(?:,|,? and)\s$/.test(text.slice(parts[index - 1]!.end, one.start))),
  );
  return isOneKind && areJoined ? parts : [];
}

/** Parts are smaller than their total. */
const areParts = (total: Quantity, parts: readonly Quantity[]): boolean =>
  parts.every(({ term }) => term.value.lt(total.term.value));

/** Sums far off are of other things. */
function isNear(total: Quantity, parts: readonly Quantity[]): boolean {
  const sum = parts.reduce((all, { term }) => all + term.value.toNumber(), 0);
  const stated = total.term.value.toNumber();
  return sum > stated * 0.7 && sum < stated * 1.4;
}
