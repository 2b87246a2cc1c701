import type { Amount } from '../figures/figure';
import { isTelling } from '../ledger/plausible';
import { significantDigits, slipFrom, type Slip } from '../ledger/slip';
import { contentWords, plainTitle, sharedWords } from '../ledger/subject';
import type { Term } from '../ledger/term';
import type { Node } from '../outline/outline';
import type { InTurns } from '../text/steps';
import { addingUp } from './adding-up';
import type { Mention } from './amount-mentions';

/** More equations than the sentences of a plan share: a list of hundreds of like amounts tells nothing of slips. */
const mostAlike = 4000;

/**
 * Two sentences about one thing, by the telling words that they share: equal amounts bear each other out; a slip between
 * them is a conflict. Pairs of the two terms, equal or not.
 */
export function* sameWords(mentions: readonly Mention[], heads: ReadonlyMap<Amount, Node>): InTurns<[Term, Term]> {
  const repeats = new Map<string, number>();
  for (const { key } of mentions) repeats.set(key, (repeats.get(key) ?? 0) + 1);
  const byWord = indicesByWord(mentions);
  const proven = addingUp(mentions);
  const isSetAgainst = setAgainstIn(mentions);
  const isBorneOut = (one: Mention): boolean => repeats.get(one.key)! > 1 || proven.has(one);
  const isNoOther = (a: Mention, b: Mention): boolean =>
    !a.isFurther &&
    !b.isFurther &&
    !(isBorneOut(a) && isBorneOut(b)) &&
    !areTwoThings(a, b) &&
    !areTwoParts(a, b, heads) &&
    !areEntries(a, b) &&
    !isSetAgainst(a, b);
  let alike = 0;
  for (let i = 0; i < mentions.length; i++) {
    yield;
    const a = mentions[i]!;
    const isNear = new Uint8Array(mentions.length);
    for (const word of a.near) for (const index of byWord.get(word)!) isNear[index] = 1;
    for (let j = i + 1; j < mentions.length && alike < mostAlike; j++) {
      const b = mentions[j]!;
      if (!areOfOneKind(a, b)) continue;
      const isOne =
        a.key === b.key
          ? widely(a, b) >= 2 || sharedWords(a.near, b.near) >= 1
          : isOtherScale(a, b, repeats) || (isNear[j] === 1 && isNoOther(a, b) && isSlipOfOneThing(a, b));
      if (!isOne) continue;
      alike++;
      yield [a.term, b.term];
    }
  }
}

/** Amounts of one currency, both whole or both for each of the same. */
const areOfOneKind = ({ placed: { figure: a } }: Mention, { placed: { figure: b } }: Mention): boolean =>
  a.currency === b.currency && a.notation.currency !== '' && a.per === b.per;

/** Whether the words that two sentences share, and the slip that parts their amounts, tell of one thing. */
function isSlipOfOneThing(a: Mention, b: Mention): boolean {
  const near = sharedWords(a.near, b.near);
  const wide = widely(a, b);
  const isNamed = near >= 1 && areOfOneName(a, b);
  if ((near < 2 && wide < 2 && !isNamed) || !isTelling(a.term, b.term.value)) return false;
  const slip = slipFrom(a.term, b.term.value);
  return isOneThing(near, wide, slip) || (isNamed && slip === 'swap');
}

/** `Action 3: Ready households (A$104 million)` and `Action 6: Rebuilding fund (A$140 million)`: each of a part of its own. */
function areTwoParts(a: Mention, b: Mention, heads: ReadonlyMap<Amount, Node>): boolean {
  const [one, other] = [heads.get(a.placed.figure), heads.get(b.placed.figure)];
  return one !== undefined && other !== undefined && one !== other && plainTitle(one.title) !== plainTitle(other.title);
}

/** `[건물-2] 감축 3.1천톤, 152억원` and `[수송-3] 감축 3.6천톤, 252억원`: lines that each begin with a code of their own. */
function areEntries(a: Mention, b: Mention): boolean {
  const [one, other] = [a, b].map(({ passage: { text } }) => entry.exec(text)?.[0]);
  return one !== undefined && other !== undefined && one !== other;
}

const entry = /^[[【][^\]】]{1,14}[\]】]/;

/** `savings of £25.9 million` and `Savings of £29.5 million`: the same noun, of several things, right before both. */
function areOfOneName(a: Mention, b: Mention): boolean {
  const [one, other] = [a, b].map(
    ({ passage: { text }, placed: { start } }) =>
      /(?:^|[^\w])([a-z]{4,}s) of (?:about )?$/i.exec(text.slice(Math.max(0, start - 40), start))?.[1]?.toLowerCase() ??
      '',
  );
  return one !== '' && one === other && sharedWords(contentWords(one!), contentWords(other!)) >= 1;
}

/**
 * Amounts that one sentence sets side by side are two, wherever else they stand: `105억 달러에서 108억 달러로 높인다` of the text
 * and `올해 목표 108억 달러` of the headline.
 */
function setAgainstIn(mentions: readonly Mention[]): (a: Mention, b: Mention) => boolean {
  const pairs = new Set<string>();
  for (const [at, one] of mentions.entries()) {
    const { currency } = one.placed.figure;
    const next = mentions.slice(at + 1, at + 4).find(({ placed: { figure } }) => figure.currency === currency);
    if (next?.passage !== one.passage) continue;
    const between = one.passage.text.slice(one.placed.end, next.placed.start);
    if (/^(?:에서|보다)\s/.test(one.passage.text.slice(one.placed.end)) || isAfter.test(between))
      pairs.add(`${one.key}|${next.key}`).add(`${next.key}|${one.key}`);
  }
  return (a, b) => pairs.has(`${a.key}|${b.key}`);
}

/** `a balance of €35 million. After debts there is a surplus of` €31 million: what is left once something is taken off. */
const isAfter =
  /^(?:[^.;]|\.(?=\d)){0,60}(?:[.;,] (?:[Aa]ccounting for|[Aa]llowing for|[Aa]fter|[Ll]ess|[Nn]et of|[Ee]xcluding|[Ww]ithout|[Dd]educting|[Tt]aking off)\b|\b(?:of which|leaving|left|remaining|net of)\b)(?:[^.;]|\.(?=\d)){0,80}$/;

/** Which mentions have each of the words near an amount. */
function indicesByWord(mentions: readonly Mention[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [index, { near }] of mentions.entries()) {
    for (const word of near) {
      const own = found.get(word);
      if (own === undefined) found.set(word, [index]);
      else own.push(index);
    }
  }
  return found;
}

/** Telling words that the sentences share; the heading of one counts where the other stands elsewhere. */
const widely = (a: Mention, b: Mention): number =>
  a.node === b.node ? sharedWords(a.wide, b.wide) : sharedWords(a.widest(), b.widest());

/** Whether sentences that share so many telling words near the amounts and in all speak of one thing. */
const isOneThing = (near: number, wide: number, slip: Slip | null): boolean =>
  near >= 2 || (near >= 1 && wide >= 3) || (near > 0 && wide >= 2 && (slip === 'swap' || slip === 'scale'));

/**
 * `KRW 2.73 trillion` and `KRW 2.73 billion`: three digits or more that agree, and scale words that differ. Two things
 * seldom cost the same digits; they may where each is named more than once, or where one is the yearly or unit price.
 */
function isOtherScale(a: Mention, b: Mention, repeats: ReadonlyMap<string, number>): boolean {
  const [one, other] = [a.term.numeral, b.term.numeral];
  if (one.digits !== other.digits || one.scale === other.scale || one.written !== 'digits') return false;
  if (one.scale === null || other.scale === null) return false;
  if (bothRepeated(a, b, repeats)) return false;
  const digits = significantDigits(one.digits);
  if (digits < 2 || slipFrom(a.term, b.term.value) !== 'scale' || isBeside(a, b)) return false;
  // A price and a budget may well have three digits in common.
  if (digits === 2 && widely(a, b) < 1) return false;
  return digits > 3 || !/[만천]/.test(`${one.scale}${other.scale}`) || widely(a, b) >= 1;
}

/** In one passage and close together: the same amount told twice, or two amounts on purpose. */
const isBeside = (a: Mention, b: Mention): boolean =>
  a.passage === b.passage && Math.abs(a.placed.start - b.placed.start) < 60;

/** Each of the two stands twice or more: they are two things, not one slip. */
const bothRepeated = (a: Mention, b: Mention, repeats: ReadonlyMap<string, number>): boolean =>
  repeats.get(a.key)! > 1 && repeats.get(b.key)! > 1;

/** One sentence sets two amounts side by side; two roles and two years are two amounts. */
function areTwoThings(a: Mention, b: Mention): boolean {
  if (a.passage === b.passage && Math.abs(a.placed.start - b.placed.start) < 200) return true;
  const [one, other] = [a.placed.figure.role, b.placed.figure.role];
  if (one !== other && one !== null && other !== null) return true;
  return a.years.size > 0 && b.years.size > 0 && ![...a.years].some((year) => b.years.has(year));
}
