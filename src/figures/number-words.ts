import { languages } from '../language/index';
import { decimal, product, shifted, sum, type Decimal } from './decimal';
import { isLatin, type NumberRead } from './number';

/**
 * English numbers in words: `ten million` · `three hundred` · `two hundred and fifty thousand` · `half a billion` ·
 * `a quarter of a million` · `one and a half trillion` · `one point six billion` · `a billion` · `twenty-five`.
 *
 * Not numbers: `a`, `hundreds of`, `several million`.
 */
const english = languages.find((language) => language.code === 'en')!;
const units: ReadonlyMap<string, number> = new Map(Object.entries(english.numbers.words));
const scales: ReadonlyMap<string, number> = new Map(
  Object.entries(english.numbers.scales)
    .filter(([word]) => (word.length > 3 && word !== 'mill') || word === 'lac')
    .map(([word, value]) => [word, value.length - 1] as const),
);

/** How numbers in words begin. */
export const numberOpenings: readonly string[] = [
  ...['a h', 'a t', 'a m', 'a b', 'a q', 'half', 'hundred', 'one', 'two', 'three', 'ten', 'twelve', 'twenty', 'thirty'],
  ...['four', 'five', 'fifty', 'forty', 'six', 'seven', 'eight', 'eleven', 'nine'],
];

const opening =
  /\b(?:[Aa] (?:hundred|thousand|million|billion|trillion|quarter|half)|[Hh](?:alf an? |undred )|[Oo]ne|[Tt](?:wo|hree|en|welve|wenty|hirty|hirteen)|[Ff](?:our|ive|ourteen|ifteen|orty|ifty)|[Ss](?:ix|even|ixteen|eventeen|ixty|eventy)|[Ee](?:ight|leven|ighteen|ighty)|[Nn](?:ine|ineteen|inety))\b/y;

/** The end of the first word or two of a number in words that may begin at `at`, or `at` where none does. */
export function numberWordsEnd(text: string, at: number): number {
  opening.lastIndex = at;
  return opening.test(text) ? opening.lastIndex : at;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The number in words that begins at `at`, or null. Of a scale alone (`million`) there is no number. */
export function readWords(text: string, at: number): NumberRead | null {
  let word = wordAt(text, at);
  if (word === null) return null;
  let total: Decimal = '0';
  let group: Decimal = '0';
  let step: Decimal = '1';
  let last: 'unit' | 'tens' | 'hundred' | 'scale' | 'article' | null = null;
  let end = at;
  let scale: NumberRead['scale'] = null;
  let headEnd = at;
  let scaleCount = 0;

  const lead = leadFraction(text, at);
  if (lead !== null) {
    group = lead.value;
    step = lead.step;
    last = 'article';
    headEnd = lead.end;
    word = wordAfter(text, lead.end);
    if (word === null || !scales.has(word.text)) return null;
  } else if (word.text === 'a' || word.text === 'an') {
    group = '1';
    last = 'article';
    headEnd = word.end;
    word = wordAfter(text, word.end);
  }
  while (word !== null) {
    const unit = units.get(word.text);
    const power = scales.get(word.text);
    if (unit !== undefined) {
      const tens = unit >= 20;
      if (last === 'unit' || last === 'article' || (last === 'tens' && (tens || unit > 9))) break;
      group = sum(group, String(unit));
      last = tens ? 'tens' : 'unit';
      step = '1';
    } else if (power === 2) {
      if ((last !== 'unit' && last !== 'article') || group.length > 2) break;
      group = shifted(group, 2);
      last = 'hundred';
      step = '100';
    } else if (power !== undefined) {
      if (last === null || scaleCount === 4) break;
      if (last === 'scale') {
        total = shifted(total, power);
        step = shifted(step, power);
      } else {
        headEnd = end === at ? headEnd : end;
        total = sum(total, shifted(group, power));
        step = shifted(step, power);
        group = '0';
      }
      scaleCount++;
      scale = { text: text.slice(word.start, word.end), start: word.start, end: word.end, power, short: false };
      last = 'scale';
    } else break;
    end = word.end;
    word = wordAfter(text, end) ?? (last === 'scale' ? groupBehindComma(text, end, power!) : null);
    const decimals = word?.text === 'point' && last === 'unit' ? decimalsAfter(text, word.end) : null;
    if (decimals !== null) {
      group = sum(group, decimals.value);
      step = decimals.step;
      last = 'article';
      end = decimals.end;
      word = wordAfter(text, end);
    }
    if (word?.text === 'and') {
      const further = wordAfter(text, word.end);
      const half = further?.text === 'a' ? wordAfter(text, further.end) : null;
      if (half?.text === 'half' && last !== 'scale') {
        group = sum(group, '0.5');
        step = '0.1';
        end = half.end;
        last = 'article';
        word = wordAfter(text, end);
      } else if ((last === 'hundred' || last === 'scale') && further !== null && units.has(further.text))
        word = further;
      else break;
    }
  }
  if (end === at) return null;
  const value = sum(total, group);
  const simple = scale !== null && scaleCount === 1 && group === '0' && scale.end === end && headEnd > at;
  return {
    start: at,
    end,
    digits: text.slice(at, simple ? headEnd : end),
    digitsEnd: simple ? headEnd : end,
    base: simple ? shifted(value, -scale!.power) : value,
    baseStep: simple ? shifted(step, -scale!.power) : step,
    scale: simple ? scale : null,
    written: 'words',
    grouped: scaleCount > 0 || value.length > 2,
  };
}

/**
 * `two billion, six hundred million`: the first word behind the comma, where a smaller scale follows within the next group,
 * or a hundred and its rest at the end; `two million, three schools` are two numbers.
 */
function groupBehindComma(text: string, at: number, power: number): Word | null {
  if (text[at] !== ',' || text[at + 1] !== ' ') return null;
  const first = wordAt(text, at + 2);
  let tens = false;
  for (let word = first; word !== null; word = wordAfter(text, word.end)) {
    const own = scales.get(word.text);
    if (own !== undefined && own > 2) return own < power ? first : null;
    if (own === undefined && word.text !== 'and' && !units.has(word.text)) return tens && power === 3 ? first : null;
    tens ||= own === 2 || word.text === 'and' || text[word.start - 1] === '-';
  }
  return null;
}

/** The `six` of `one point six billion`, `four point two five per cent`; nothing where no scale or per cent follows. */
function decimalsAfter(text: string, at: number): { value: Decimal; step: Decimal; end: number } | null {
  let digits = '';
  let end = at;
  let word = wordAfter(text, at);
  for (; word !== null && digits.length < 4; word = wordAfter(text, end)) {
    const unit = word.text === 'zero' || word.text === 'oh' ? 0 : units.get(word.text);
    if (unit === undefined || unit > 9) break;
    digits += String(unit);
    end = word.end;
  }
  const isNumber = word !== null && digits !== '' && (scales.has(word.text) || /^per(?:cent)?$/.test(word.text));
  return isNumber ? { value: decimal(`0.${digits}`), step: shifted('1', -digits.length), end } : null;
}

/** `half a`, `a half`, `a quarter of a`, `half an`. */
function leadFraction(text: string, at: number): { value: Decimal; step: Decimal; end: number } | null {
  fraction.lastIndex = at;
  const match = fraction.exec(text);
  if (match === null) return null;
  const quarters = match[1] !== undefined ? '1' : '2';
  return { value: product(quarters, '0.25'), step: decimal('0.1'), end: at + match[0].length };
}

const fraction = /(?:[Aa] (quarter) of an?|[Hh]alf an?|[Aa] half)(?= )/y;

function wordAfter(text: string, at: number): Word | null {
  const separator = text.charCodeAt(at);
  return separator === 32 || separator === 45 || separator === 0xa0 ? wordAt(text, at + 1) : null;
}

function wordAt(text: string, start: number): Word | null {
  let end = start;
  while (end - start < 12 && isLatin(text.charCodeAt(end))) end++;
  if (end === start || isLatin(text.charCodeAt(end))) return null;
  return { text: text.slice(start, end).toLowerCase(), start, end };
}
