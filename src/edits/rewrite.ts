import Big from 'big.js';
import type { Numeral } from '../figures/figure';
import type { Edit } from './edit';
import { numberInWords } from './number-words';

/** A figure written anew: the edit, and the mention as it will read. */
export interface Rewritten {
  readonly edit: Edit;
  readonly mention: string;
}

/** A mention and the numeral in it that is to be written anew. */
export interface Writable {
  /** The mention as the repaired reading has it. */
  readonly text: string;
  readonly numeral: Numeral;
  readonly end: number;
}

/**
 * Writes another value in the same hand: separators, decimals, scale word, words or digits stay as they are.
 *
 *     '38.0' at 30.8 million → '30.8'      '2조 7,024억' → '2조 6,024억'      'ten' → 'twelve'
 *
 * `value` is in the units of `numeral.exact`; its sign is not written. `shortest` leaves out noughts after the point.
 * Null where the hand has no form for the value.
 */
export function rewritten(mention: Writable, value: Big, shortest = false): Rewritten | null {
  const { numeral } = mention;
  const steps = inSteps(mention, value.abs());
  if (steps !== null) return steps;
  const newText = digitsFor(numeral, value.abs(), shortest);
  if (newText === null || newText === numeral.digits) return null;
  return {
    edit: { start: numeral.start, end: numeral.end, newText },
    mention: replacedOnce(mention.text, numeral.digits, newText),
  };
}

/**
 * Writes the same digits under another scale word: `KRW 850 billion` → `KRW 850 million`. `power` is the power of ten by
 * which the value grows. Null where no scale word of that family stands there or would fit.
 */
export function rescaled(mention: Writable, power: number, source: string): Rewritten | null {
  const { numeral } = mention;
  const stretch = source.slice(numeral.start, mention.end);
  // `18억 5,000만` has no scale word of its own.
  if (/[조억만][\s\d,]+[조억만천]/.test(stretch)) return null;
  const added = withKoreanScale(mention, power, stretch);
  if (added !== null) return added;
  for (const family of scaleFamilies) {
    const match = family.pattern.exec(stretch);
    if (match === null) continue;
    const written = match[0].replace(/\s+/g, family.joint);
    const own = family.powers.get(written.toLowerCase());
    if (own === undefined) continue;
    const wanted = [...family.powers].find(([word, at]) => at === own + power && sameStyle(word, written))?.[0];
    if (wanted === undefined) return null;
    const newText = inCaseOf(wanted, written);
    const start = numeral.start + match.index;
    return {
      edit: { start, end: start + match[0].length, newText },
      mention: replacedLast(mention.text, written, newText),
    };
  }
  return null;
}

/** `270,000원` as `270,000천원`: thousands and millions of won, where the word was left out. */
function withKoreanScale({ text, numeral }: Writable, power: number, stretch: string): Rewritten | null {
  const word = new Map([
    [3, '천'],
    [6, '백만'],
  ]).get(power);
  if (word === undefined || numeral.scale !== null || !/^\d{1,3}(?:,\d{3})+원/.test(stretch)) return null;
  const at = numeral.start + stretch.indexOf('원');
  return { edit: { start: at, end: at, newText: word }, mention: text.replace('원', `${word}원`) };
}

/**
 * Writes a value that its scale word is too large for under the next smaller one: `£1 billion` at £100 million →
 * `£100 million`. Null where the scale word fits, or where no smaller one stands in the family.
 */
export function downscaled(mention: Writable, value: Big, source: string): Rewritten | null {
  const { numeral } = mention;
  const stretch = source.slice(numeral.start, mention.end);
  const match = /^(\d[\d.,]*)(\s)(million|billion|trillion)\b/.exec(stretch);
  if (match === null || numeral.written === 'words') return null;
  const power = { million: 6, billion: 9, trillion: 12 }[match[3]!]!;
  const lower = { million: 'thousand', billion: 'million', trillion: 'billion' }[match[3]!]!;
  const inLower = value.abs().div(new Big(10).pow(power - 3));
  if (inLower.gte(1000) || inLower.lt(1) || lower === 'thousand' || decimalsOf(inLower) > 2) return null;
  const newText = `${inLower.toString()}${match[2]!}${lower}`;
  return {
    edit: { start: numeral.start, end: numeral.start + match[0].length, newText },
    mention: replacedOnce(mention.text, match[0], newText),
  };
}

const unitWords: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['천', 3],
  ['만', 4],
  ['백만', 6],
  ['천만', 7],
  ['억', 8],
  ['십억', 9],
  ['조', 12],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
]);

/**
 * Another scale word in a unit line: `(단위: 백만 원)` → `(단위: 천 원)`, `in KRW million` → `in KRW billion`. `power` is the power
 * of ten by which the figures under it grow. Null where the line has no such word, or none fits.
 */
export function rescaledUnit(
  source: string,
  { start, end }: { start: number; end: number },
  power: number,
): Rewritten | null {
  const line = source.slice(start, end);
  const match =
    /(천만|백만|십억|억|조|천|만|)(?=\s?원)/.exec(line) ?? /\b(thousand|million|billion|trillion)\b/i.exec(line);
  if (match === null) return null;
  const [written] = match;
  const own = unitWords.get(written.toLowerCase());
  const isEnglish = /[a-z]/i.test(written);
  const wanted = [...unitWords].find(
    ([word, at]) => own !== undefined && at === own + power && /[a-z]/.test(word) === isEnglish,
  )?.[0];
  if (wanted === undefined) return null;
  const at = start + match.index;
  const newText = inCaseOf(wanted, written);
  const mention = (line.slice(0, match.index) + newText + line.slice(match.index + written.length)).trim();
  return { edit: { start: at, end: at + written.length, newText }, mention };
}

/** The digits of `value` in the hand of `numeral`, or null. */
function digitsFor(numeral: Numeral, value: Big, shortest: boolean): string | null {
  const { digits } = numeral;
  if (numeral.written === 'words') {
    // A scale word behind the numeral stays: of `one million`, `one` is written anew.
    const power = numeral.scale === null || digits.includes(numeral.scale) ? 0 : scalePower(numeral.scale);
    return numberInWords(value.div(new Big(10).pow(power)), digits);
  }
  const groups = [...digits.matchAll(/\d(?:[\d.,'’\u00a0\u202f ]*\d)?/g)];
  if (groups.length > 1 || /\d[\s]*[조억만천백]/.test(digits)) {
    const compound = compoundFor(digits, value);
    if (compound !== null) return compound;
  }
  const group = groups[0];
  if (groups.length !== 1 || group === undefined) return null;
  const hand = handOf(group[0]);
  const exact = new Big(numeral.exact).abs();
  if (hand.value.eq(0) || exact.eq(0)) return null;
  const worth = exact.div(hand.value);
  const number = inHand(value.div(worth), hand, shortest, worth.gt(1));
  return number === null ? null : digits.slice(0, group.index) + number + digits.slice(group.index + group[0].length);
}

/** How one number is written: `1,453.8` groups by commas and has one decimal. */
interface Hand {
  readonly value: Big;
  readonly separator: string;
  readonly point: string;
  readonly decimals: number;
  readonly indian: boolean;
  readonly long: boolean;
}

function handOf(number: string): Hand {
  const european = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(number) && /\.\d{3}[.,]/.test(number);
  const commaPoint =
    european || /^\d+,\d{1,2}$/.test(number) || /^\d{1,3}(?:[ \u00a0\u202f]\d{3})*,\d{1,2}$/.test(number);
  const point = commaPoint ? ',' : '.';
  const at = number.lastIndexOf(point);
  const whole = at < 0 ? number : number.slice(0, at);
  const fraction = at < 0 ? '' : number.slice(at + 1).replace(/\D/g, '');
  const separator = /[^\d]/.exec(whole)?.[0] ?? '';
  const plain = whole.replace(/\D/g, '');
  return {
    value: new Big(`${plain}${fraction === '' ? '' : `.${fraction}`}`),
    separator,
    point,
    decimals: fraction.length,
    indian: /^\d{1,2}(?:,\d{2})+,\d{3}$/.test(whole),
    long: plain.length >= 4,
  };
}

/** `value` in the hand, or null where it needs more decimals than the hand can bear. */
function inHand(value: Big, hand: Hand, shortest: boolean, scaled: boolean): string | null {
  const needed = decimalsOf(value);
  const most = hand.decimals > 0 || scaled ? hand.decimals + 3 : 0;
  if (needed > most) return null;
  const decimals = shortest ? needed : Math.max(hand.decimals, needed);
  const [whole = '0', fraction] = value.toFixed(decimals).split('.');
  return grouped(whole, hand) + (fraction === undefined ? '' : hand.point + fraction);
}

function grouped(whole: string, { separator, indian, long }: Hand): string {
  if (whole.length < 4 || (separator === '' && long)) return whole;
  const mark = separator === '' ? ',' : separator;
  if (indian) return whole.slice(0, -3).replace(/\B(?=(?:\d{2})+$)/g, mark) + mark + whole.slice(-3);
  return whole.replace(/\B(?=(?:\d{3})+$)/g, mark);
}

function decimalsOf(value: Big): number {
  const { c, e } = value as unknown as { c: number[]; e: number };
  return Math.max(0, c.length - 1 - e);
}

const koreanUnits: readonly (readonly [string, string])[] = [
  ['조', '1000000000000'],
  ['억', '100000000'],
  ['만', '10000'],
];

/** Korean numbers of several steps: `9억 6,000만`, `2조 7,024억`, also `1억` where the value needs a second step. */
function compoundFor(digits: string, value: Big): string | null {
  const segment = /(\d[\d,]*(?:\.\d+)?)(\s*)(조|억|만)/g;
  const written = [...digits.matchAll(segment)];
  const first = written[0];
  const thousands = first === undefined ? null : inThousands(digits, value);
  if (thousands !== null) return thousands;
  if (first === undefined || /[천백십]/.test(digits)) return null;
  const unitOf = (name: string): Big => new Big(koreanUnits.find(([unit]) => unit === name)![1]);
  const isCompound = written.length > 1;
  // `1,204억` and `1.5억` are one number with a unit; only a value that does not fit becomes a compound.
  if (!isCompound) {
    const inUnits = value.div(unitOf(first[3]!));
    const isDecimal = first[1]!.includes('.');
    if (isDecimal || (inUnits.eq(inUnits.round(0)) && !outgrows(first[3]!, first[1]!, inUnits))) return null;
  }
  const gap = written.length > 1 ? /^\s*/.exec(digits.slice(first.index + first[0].length))![0] : ' ';
  const plain = written.some(([, number]) => /^\d{4,}$/.test(number!));
  const parts: string[] = [];
  let rest = value;
  const top = koreanUnits.findIndex(([unit]) => unit === first[3]);
  for (const [unit, worth] of koreanUnits.slice(isCompound || value.gte('1e12') ? 0 : top)) {
    const count = rest.div(worth).round(0, Big.roundDown);
    if (count.eq(0)) continue;
    rest = rest.minus(count.times(worth));
    const number = count.toFixed(0);
    parts.push((plain ? number : number.replace(/\B(?=(?:\d{3})+$)/g, ',')) + first[2]! + unit);
  }
  if (rest.gt(0)) {
    if (!rest.eq(rest.round(0))) return null;
    parts.push(rest.toFixed(0).replace(/\B(?=(?:\d{3})+$)/g, ','));
  }
  return parts.length === 0 ? null : parts.join(gap);
}

/** `6억 8천만` and `13억 6천만`: ten millions by name; null for any other hand, or a value that has no such form. */
function inThousands(digits: string, value: Big): string | null {
  const match = /^(\d[\d,]*)(\s*)억(\s*)\d(\s*)천(\s*)만$/.exec(digits);
  if (match === null) return null;
  const [, , before = '', gap = '', inner = '', last = ''] = match;
  const whole = value.div(1e8).round(0, Big.roundDown);
  const rest = value.minus(whole.times(1e8)).div(1e7);
  if (!rest.eq(rest.round(0))) return null;
  const high = whole.eq(0) ? '' : `${whole.toFixed(0).replace(/\B(?=(?:\d{3})+$)/g, ',')}${before}억`;
  const low = rest.eq(0) ? '' : `${rest.toFixed(0)}${inner}천${last}만`;
  return high === '' || low === '' ? high + low || null : high + gap + low;
}

/**
 * `864억 원` at 86.4억: `86억 4,000만 원`, as a value is written that has no whole number of 억; `2,586억` at 25,860억:
 * `2조 5,860억`, as who counts in thousands of 억 writes ten thousand of them.
 */
function inSteps({ text, numeral }: Writable, value: Big): Rewritten | null {
  const { digits, scale, start, end } = numeral;
  const unit = koreanUnits.find(([name]) => name === scale);
  const stretch = `${digits}${scale ?? ''}`;
  if (unit === undefined || !/^\d[\d,]*$/.test(digits) || !text.includes(stretch)) return null;
  const inUnits = value.div(unit[1]);
  const isWhole = inUnits.eq(inUnits.round(0));
  if (isWhole && !outgrows(scale, digits, inUnits)) return null;
  const newText = compoundFor(stretch, value);
  if (newText === null) return null;
  const mention = replacedOnce(text, stretch, newText);
  return { edit: { start, end: end + unit[0].length, newText }, mention };
}

const outgrows = (scale: string | null, digits: string, inUnits: Big): boolean =>
  scale === '억' && inUnits.gte(10000) && new Big(digits.replace(/,/g, '')).lt(10000);

interface ScaleFamily {
  readonly pattern: RegExp;
  readonly powers: ReadonlyMap<string, number>;
  /** What stands for white space inside a scale word. */
  readonly joint: string;
}

const scaleFamilies: readonly ScaleFamily[] = [
  {
    pattern:
      /(?:(?<=\d|\s|-)(?:thousand|m\s*i\s*l\s*l\s*i\s*o\s*n|b\s*i\s*l\s*l\s*i\s*o\s*n|t\s*r\s*i\s*l\s*l\s*i\s*o\s*n))\b/i,
    powers: new Map([
      ['thousand', 3],
      ['million', 6],
      ['billion', 9],
      ['trillion', 12],
    ]),
    joint: '',
  },
  {
    pattern: /(?:lakh crore|lakhs?|crores?)\b/i,
    powers: new Map([
      ['lakh', 5],
      ['crore', 7],
      ['lakh crore', 12],
    ]),
    joint: ' ',
  },
  {
    pattern: /(?<=\d\s?)(?:tn|bn|mn|mln|[kmbt])\b/i,
    powers: new Map([
      ['k', 3],
      ['m', 6],
      ['mn', 6],
      ['mln', 6],
      ['bn', 9],
      ['b', 9],
      ['tn', 12],
      ['t', 12],
    ]),
    joint: '',
  },
  {
    pattern: /(?<=\d\s?)(?:[십백천]?(?:조|억|만)|[백천](?=\s?[원엔]))/,
    powers: new Map([
      ['천', 3],
      ['만', 4],
      ['십만', 5],
      ['백만', 6],
      ['천만', 7],
      ['억', 8],
      ['십억', 9],
      ['백억', 10],
      ['천억', 11],
      ['조', 12],
    ]),
    joint: '',
  },
];

/** The power of ten of a scale word, 0 for one that is not known. */
const scalePower = (word: string): number =>
  scaleFamilies.map((family) => family.powers.get(word.toLowerCase())).find((power) => power !== undefined) ?? 0;

/** `m` becomes `bn` and `b` alike; a long word stays long. */
const sameStyle = (word: string, written: string): boolean =>
  word.length > 3 === written.length > 3 || /[가-힣]/.test(word);

function inCaseOf(word: string, model: string): string {
  if (model === model.toUpperCase() && /[A-Z]/.test(model)) return word.toUpperCase();
  return /^[A-Z]/.test(model) ? word[0]!.toUpperCase() + word.slice(1) : word;
}

function replacedOnce(text: string, old: string, by: string): string {
  const at = text.indexOf(old);
  return at < 0 ? by : text.slice(0, at) + by + text.slice(at + old.length);
}

function replacedLast(text: string, old: string, by: string): string {
  const at = text.lastIndexOf(old);
  return at < 0 ? text : text.slice(0, at) + by + text.slice(at + old.length);
}
