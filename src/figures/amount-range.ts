import { draftOf } from './amount-draft';
import type { Amount } from './figure';
import { moneyOf, type Money } from './money';
import { isYearLike, sameCurrency } from './money-doubt';
import { isDigit, isHangul, isLatin, isSpace, readNumber } from './number';
import type { Draft } from './recogniser';
import { dashes, tildes } from './signs';

/** The range that begins with `one`, where a dash or a word joins it to another number that shares its sign or scale. */
export function rangeFrom(text: string, one: Money, region: string | null): Draft<Amount> | null {
  const joint = jointAfter(text, one.end);
  if (joint === null) return null;
  let numberAt = joint.end;
  const floor = numberAt;
  // The second end may bring its own sign: find its first digit within a few characters.
  while (numberAt - floor < 6 && numberAt < text.length && !isDigit(text.charCodeAt(numberAt))) numberAt++;
  if (!isDigit(text.charCodeAt(numberAt))) return null;
  const number = readNumber(text, numberAt);
  if (number === null) return null;
  const two = moneyOf(text, number, floor, region, one.before !== null);
  if (two.start !== floor || (two.start < two.number.start && two.before === null)) return null;
  const currencies = [one.before, one.after, two.before, two.after].filter((mention) => mention !== null);
  if (currencies.length === 0) return null;
  if (!currencies.every((mention) => sameCurrency(mention, currencies[0]!))) return null;
  return belong(text, one, two, joint) ? draftOf(text, one, two, region) : null;
}

interface Joint {
  readonly end: number;
  readonly word: boolean;
  readonly spaced: boolean;
}

function jointAfter(text: string, at: number): Joint | null {
  const spaced = isSpace(text.charCodeAt(at));
  const start = spaced ? at + 1 : at;
  const code = text.charCodeAt(start);
  if (isHangul(code) || Number.isNaN(code)) return null;
  const character = text[start]!;
  if (dashes.includes(character) || tildes.includes(character)) {
    const after = isSpace(text.charCodeAt(start + 1)) ? start + 2 : start + 1;
    if (character === '-' && spaced !== after > start + 1) return null;
    return { end: after, word: false, spaced };
  }
  if (character === '/' && !spaced && isDigit(text.charCodeAt(start + 1)))
    return { end: start + 1, word: false, spaced: true };
  if (spaced && text.startsWith('to ', start)) return { end: start + 3, word: true, spaced };
  if (spaced && text.startsWith('and ', start)) return { end: start + 4, word: true, spaced };
  return null;
}

/** Whether the two are ends of one range, and not two figures or a figure and another number. */
function belong(text: string, one: Money, two: Money, joint: Joint): boolean {
  const oneHas = one.before !== null || one.after !== null;
  if (text[joint.end - 1] === '/') return one.before !== null && one.scale === null && isSmall(one) && isShared(two);
  const twoHas = two.before !== null || two.after !== null;
  if (joint.word) {
    if (
      text.startsWith('and', joint.end - 4) &&
      !/\b[Bb]etween (?:\S{1,5} ?)?$/.test(text.slice(Math.max(0, one.start - 14), one.start))
    )
      return false;
    if (oneHas && twoHas) return one.scale === null && two.scale !== null && !two.scale.short && isSmall(one);
    if (!oneHas) return (!isYearLike(one.number.digits) || one.scale !== null) && !isPiece(text, one.start);
    if (one.scale !== null && two.scale === null) return false;
    if (two.scale === null && (one.scale !== null || isYearLike(two.number.digits))) return false;
    return phraseEnds(text, two.end);
  }
  if (twoHas) return oneHas || !isYearLike(one.number.digits) || one.scale !== null || !joint.spaced;
  if (two.scale !== null) return one.scale === null || phraseEnds(text, two.end);
  return one.scale === null && !joint.spaced && !isYearLike(two.number.digits) && !isLatin(text.charCodeAt(two.end));
}

/** The `7 million` of `€5/7 million`: no sign of its own, but a scale. */
const isShared = ({ before, after, scale }: Money): boolean => before === null && after === null && scale !== null;

/** `26` of `2025/26`, `14` of `COVID-14`: the end of another number or of a code. */
const isPiece = (text: string, at: number): boolean => /[\dA-Za-z][/–‐‑.:-]$/.test(text.slice(Math.max(0, at - 2), at));

const isSmall = ({ number }: Money): boolean => !number.grouped && number.digits.length <= 5;

/** Whether what follows leaves the number to be money: no noun that it would count. */
function phraseEnds(text: string, at: number): boolean {
  if (text[at] !== ' ') return !isLatin(text.charCodeAt(at)) && !isHangul(text.charCodeAt(at));
  const next = /^[A-Za-z가-힣]+/.exec(text.slice(at + 1, at + 16))?.[0];
  return (
    next === undefined ||
    /^(?:in|for|per|a|an|each|of|to|over|by|from|and|or|with|on|at|as|is|was|will|would|annually|every|during|this|next|last|more|less|between|depending|under|through|until|before|after|when|if|but|which|that|it|has|have)$/.test(
      next,
    )
  );
}
