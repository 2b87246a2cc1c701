import { numberAt, type Anchors } from './anchors';
import { compare, shifted, sum } from './decimal';
import {
  currencyAfter,
  currencyBefore,
  currencyIn,
  isOfRegion,
  mayBeMoney,
  nameBefore,
  type CurrencyMention,
} from './currency';
import type { Amount, Numeral } from './figure';
import { looksLikeMoney } from './money-context';
import {
  isDigit,
  isHangul,
  isLatin,
  isSpace,
  numeralOf,
  readNumber,
  readScale,
  skipCode,
  type NumberRead,
  type Scale,
} from './number';
import { isNumberCharacter, readEastAsian } from './number-east-asian';
import { readWords } from './number-words';
import { readSurrounding } from './qualifier';
import type { Draft, Recogniser, Surroundings } from './recogniser';

/**
 * Money: a number with a sign, code or word of a currency, or a range of two that share it.
 *
 *     KRW 216.4 billion · 15 billion won · Rs 1,200 crore · US$500m · £1.2bn · EUR 450 000 · R17,6 billion · P6.352-trillion
 *     $90.5 billion USD · half a billion francs · 2조 7,024억 원 · 5백만원 · 639.5억 달러 · △11.5억원 · 1,764억
 *     €5–7 million · €5/7 million · from NOK 2.7 to 3 billion · 100∼800만원 · $3, $4 and $5 million (three)
 *     50p · 25 cents · 22.1 cents a litre · 3 dollars and 50 cents
 *
 * Not: `in 2023 won the cup`, `R4`, `P5`, `A4`, `COP 28`, `Euro 6`, `1.33 crore women`, `20억 어절`, `1억 2,000만 개`, `제5조`.
 */
export const amounts: Recogniser = {
  kind: 'amount',
  find: findAmounts,
};

const wordNumber =
  /illion|hundred|thousand|crore|lakh|[Dd]ollar|[Ee]uro|[Pp]ound|\bwon\b|cents\b|pence|rupees|riyals|shekels|pesos|rand\b/;

/** One number with what stands beside it. */
interface Money {
  /** From its sign or currency to its scale or currency. */
  readonly start: number;
  readonly end: number;
  readonly number: NumberRead;
  readonly scale: Scale | null;
  readonly negative: boolean;
  readonly before: CurrencyMention | null;
  readonly after: CurrencyMention | null;
}

function findAmounts(anchors: Anchors, { region }: Surroundings): Draft<Amount>[] {
  const { text, digits } = anchors;
  const found: Draft<Amount>[] = [];
  let floor = 0;
  let from = 0;
  for (let i = 0; i < digits.length; i++) {
    const at = digits[i]!;
    if (at < from) continue;
    const read = numberAt(anchors, i);
    if (read === null) {
      from = skipCode(text, at);
      continue;
    }
    if (read.scale === null && read.written === 'digits' && !mayBeMoney(text, at, read.end)) {
      from = read.digitsEnd;
      continue;
    }
    const number = withLeadingUnit(text, read);
    const draft = amountAt(text, number, floor, region);
    if (draft === null) from = number.digitsEnd;
    else {
      found.push(draft);
      from = floor = draft.end;
    }
  }
  shareScale(text, found);
  if (anchors.words.length + anchors.hangulMoney.length === 0) return withHundredths(text, found);
  const words = [...inWords(anchors, region), ...inHangul(anchors, region)];
  if (words.length === 0) return withHundredths(text, found);
  const apart = words.filter((word) => !found.some((other) => other.start < word.end && word.start < other.end));
  return withHundredths(
    text,
    [...found, ...apart].sort((a, b) => a.start - b.start),
  );
}

/** `천 4백만 달러`: a number may begin with a unit of its own. */
function withLeadingUnit(text: string, read: NumberRead): NumberRead {
  const { start, scale } = read;
  if (scale === null || !isHangul(scale.text.charCodeAt(0))) return read;
  const at = text.charCodeAt(start - 1) === 0x20 ? start - 2 : start - 1;
  const isLed = at >= 0 && '천백'.includes(text[at]!) && /^(?:천 ?\d백|백 ?\d십)/.test(text.slice(at, at + 4));
  const before = text.charCodeAt(at - 1);
  if (!isLed || isHangul(before) || isDigit(before)) return read;
  return readEastAsian(text, at, null) ?? read;
}

/** `thirteen dollars and forty-five cents`, `1달러 20센트`: one amount. */
function withHundredths(text: string, found: Draft<Amount>[]): Draft<Amount>[] {
  for (let i = found.length - 1; i > 0; i--) {
    const [one, two] = [found[i - 1]!, found[i]!];
    const isPart = two.low.scale === two.notation.currency && two.high === null && two.notation.place === 'after';
    if (!isPart || one.high !== null || one.low.scale === one.notation.currency) continue;
    const between = text.slice(one.end, two.start);
    // `$20 and 43 cents`
    const isSigned = one.notation.place === 'before' && one.notation.currency.length === 1 && between === ' and ';
    if (one.notation.place !== 'after' && !isSigned) continue;
    if (!/^ (?:and )?$/.test(between) || compare(two.low.exact, '1') >= 0) continue;
    const exact = sum(one.low.exact, two.low.exact);
    const low = { ...one.low, end: two.low.end, digits: text.slice(one.low.start, two.low.end), exact, step: '0.01' };
    const whole = {
      end: two.end,
      text: text.slice(one.start, two.end),
      value: Number(exact),
      low,
      ...readSurrounding(text, one.start, two.end),
    };
    found.splice(i - 1, 2, { ...one, ...whole });
  }
  return found;
}

/** `$3, $4 and $5 million`: the small amounts of a list take the scale that its last one writes. */
function shareScale(text: string, found: Draft<Amount>[]): void {
  for (let last = found.length - 1; last > 1; last--) {
    const { low, high, currency } = found[last]!;
    if (high !== null || low.scale === null) continue;
    let first = last;
    while (first > 0 && isListed(text, found[first - 1]!, found[first]!)) first--;
    const scale = last - first < 2 ? null : readScale(text, low.end);
    if (scale === null) continue;
    for (let i = first; i < last; i++) {
      const own = scaledBy(found[i]!.low, scale);
      found[i] = { ...found[i]!, currency, value: Number(own.exact), low: own };
    }
    last = first;
  }
}

/** Whether `one` is a small amount with the same sign before it that stands next to `two` in a list. */
function isListed(text: string, one: Draft<Amount>, two: Draft<Amount>): boolean {
  if (one.high !== null || one.low.scale !== null || one.notation.place !== 'before') return false;
  if (two.notation.place !== 'before' || one.notation.currency !== two.notation.currency) return false;
  const times = Number(one.low.digits) / Number(two.low.digits);
  return times > 0.05 && times < 20 && /^(?:, (?:and |or )?| (?:and|or) )$/.test(text.slice(one.end, two.start));
}

const scaledBy = (low: Numeral, { power, text, start, end }: Scale): Numeral => ({
  ...low,
  exact: shifted(low.exact, power),
  step: shifted(low.step, power),
  scale: text,
  scaleSpan: { start, end },
});

/** The amount whose first number is `number`, alone or as a range. */
function amountAt(text: string, number: NumberRead, floor: number, region: string | null): Draft<Amount> | null {
  const one = moneyOf(text, number, floor, region);
  const range = rangeFrom(text, one, region);
  if (range !== null) return range;
  if (one.before === null && one.after === null) return bareKorean(text, one);
  return draftOf(text, one, null, region);
}

/** The number with its currency on either side, or `shared` from a range's first end; a doubtful sign is none. */
function moneyOf(text: string, number: NumberRead, floor: number, region: string | null, shared = false): Money {
  let start = number.start;
  let sign = signBefore(text, start, floor);
  let before = currencyBefore(text, start, floor);
  if (before === null && sign !== null) before = currencyBefore(text, sign.at, floor);
  if (before !== null && isDoubtful(text, before, number, region)) before = null;
  if (before !== null) {
    sign = signBefore(text, before.start, floor) ?? sign;
    start = Math.min(before.start, sign?.at ?? before.start);
  } else if (sign !== null) start = sign.at;
  const negative = sign?.negative ?? false;
  let end = number.end;
  let scale = number.scale;
  let after = currencyAfter(text, end);
  if (before === null && after === null && !shared && (scale !== null || number.grouped)) {
    before = nameBefore(text, number.start, floor);
    if (before !== null) start = before.start;
  }
  if (after !== null && isOtherAfter(text, after, number, region)) after = null;
  if (after !== null && before !== null && !sameCurrency(before, after)) after = null;
  if (after !== null) {
    end = after.end;
    if (after.meaning.hundredths) scale ??= { text: after.text, start: after.start, end, power: -2, short: true };
  } else if (scale?.short && before === null && !shared) {
    scale = null;
    end = number.digitsEnd;
  }
  return { start, end, number, scale, negative, before, after };
}

/** A sign (`-`, `−`, `–`, `△`, `+`) glued to the left of `at`, or null where it is a hyphen, dash or bullet. */
function signBefore(text: string, at: number, floor: number): { at: number; negative: boolean } | null {
  if (at - 1 < floor) return null;
  const code = text.charCodeAt(at - 1);
  if (code === 0x25b3 || code === 0x25b5) return { at: at - 1, negative: true };
  if (code !== 0x2d && code !== 0x2212 && code !== 0x2013 && code !== 0x2b) return null;
  const before = text.charCodeAt(at - 2);
  return at - 1 === 0 || before === 0x28 || isSpace(before) ? { at: at - 1, negative: code !== 0x2b } : null;
}

/** A letter or word that is no currency beside this number: `R4`, `COP 28`, `Euro 2024`. */
function isDoubtful(text: string, mention: CurrencyMention, number: NumberRead, region: string | null): boolean {
  if (!mention.meaning.doubtful) return false;
  const { scale, grouped, digits } = number;
  const letter = mention.text.length === 1;
  const local = isOfRegion(mention.meaning, region);
  if (scale !== null && (!scale.short || local || scale.text.toLowerCase() === 'bn')) return false;
  // `NIS 110b`
  if (scale !== null && !letter && scale.start === number.digitsEnd) return false;
  if (grouped && (local || (digits.includes(',') && !letter))) return false;
  if (local && (/^\d+\.\d\d$/.test(digits) || rateFollows(text, number.end))) return false;
  if (letter && mention.end !== number.start) return true;
  if (mention.text.length === 3 && isPriced(text, mention.start)) return false;
  return !(local && Number(number.base) >= 100 && !isYearLike(digits) && !isRoad(text, mention.start, number.end));
}

/** `costs AED 50`, `a fee of AED 50`. */
const isPriced = (text: string, start: number): boolean =>
  /\b(?:costs?|fees?|prices?|pays?|paid|paying|fines?|charges?|wages?|rents?|tolls?|worth|deposits?|salary)(?: (?:is|are|of|at|to|from|only|about|just)){0,2} $/.test(
    text.slice(Math.max(0, start - 28), start),
  );

const isRoad = (text: string, start: number, end: number): boolean =>
  /(?:roads?|routes?|highways?|grades?|sections?|pages?|regulations?|notices?|forms?|phases?) $/i.test(
    text.slice(Math.max(0, start - 12), start),
  ) || /^ (?:road|route|highway|freeway|motorway|interchange)/i.test(text.slice(end, end + 14));

/** `R18 per kilo`, `P20 a day`: a rate is of money. */
const rateFollows = (text: string, at: number): boolean =>
  text[at] === ' ' &&
  /^ (?:per (?!cent)|a (?:day|week|month|year|head|person|kilo|litre|ton)|each|apiece)/.test(text.slice(at, at + 12));

const isYearLike = (digits: string): boolean => digits.length === 4 && /^(?:19|20|21)\d\d$/.test(digits);

/** A word after a number that is no currency there: `in 2023 won the cup`, `5 pounds of rice`. */
function isOtherAfter(text: string, mention: CurrencyMention, number: NumberRead, region: string | null): boolean {
  if (mention.meaning.hundredths && isLatin(mention.text.charCodeAt(0)) && mention.text.length === 1)
    return (
      !isOfRegion(mention.meaning, region) || Number(number.base) >= 100 || isRoad(text, number.start, mention.end)
    );
  // `유치원 27원`: counted as `초등학교 41교` is.
  if (
    mention.text === '원' &&
    number.scale === null &&
    houses.test(text.slice(Math.max(0, number.start - 4), number.start))
  )
    return true;
  if (!mention.meaning.doubtful || number.scale !== null || number.grouped) return false;
  if (mention.text === 'won') {
    if (isYearLike(number.digits) || number.digits.length < 2) return !endsPhrase(text, mention.end);
    return !priceFollows(text, mention.end);
  }
  // `13.00불`
  if (isHangul(mention.text.charCodeAt(0)))
    return !(
      mention.text === '불' &&
      /\.\d\d$/.test(number.digits) &&
      /^(?:$|[^가-힣]|[이을은의에로까]|대(?![가-힣]))/.test(text.slice(mention.end, mention.end + 2))
    );
  const isOwnInWords = number.written === 'words' && isOfRegion(mention.meaning, region);
  if (isOwnInWords && !/^ (?:of|heavier|lighter|in weight)\b/.test(text.slice(mention.end, mention.end + 12)))
    return false;
  if (mention.meaning.abroad !== null && isPriced(text, number.start) && !/^ of\b/.test(text.slice(mention.end)))
    return false;
  return currencyIn(mention.meaning, region).currency === null || Number(number.base) < 100;
}

const houses = /(?:유치|학|병|의|공|농|법)원 ?$/;
const endsPhrase = (text: string, at: number): boolean => at >= text.length || /[.,;:)\]]/.test(text[at]!);

/** After `500 won`: the sentence goes on as it does after a price, not as after a verb. */
function priceFollows(text: string, at: number): boolean {
  if (text[at] !== ' ') return !isLatin(text.charCodeAt(at));
  const next = /^[a-z]+(?: (?:month|day|year|week|head))?/.exec(text.slice(at + 1, at + 20))?.[0] ?? '';
  return (
    next === '' ||
    /^(?:a (?:month|day|year|week|head)|per|each|to|and|or|for|in|from|of|more|less|as|is|are|will|was|were|coin|note|bill|fee|ticket|worth|by|at|on|with|under|over|plus|annually|monthly)$/.test(
      next,
    )
  );
}

function sameCurrency(a: CurrencyMention, b: CurrencyMention): boolean {
  return (
    a.meaning.codes.some((code) => b.meaning.codes.includes(code)) || (a.text === '$' && /dollar|peso/i.test(b.text))
  );
}

const dashes = '-–—~∼〜～‐‑−';

/** The range that begins with `one`, where a dash or a word joins it to another number that shares its sign or scale. */
function rangeFrom(text: string, one: Money, region: string | null): Draft<Amount> | null {
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
  if (dashes.includes(character)) {
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

function draftOf(text: string, one: Money, two: Money | null, region: string | null): Draft<Amount> {
  const mentions = [one.before, one.after, two?.before ?? null, two?.after ?? null].filter(
    (mention) => mention !== null,
  );
  const decisive =
    mentions.find(({ meaning }) => meaning.codes.length === 1 && !meaning.doubtful) ??
    mentions.find(({ meaning }) => meaning.codes.length === 1) ??
    mentions[0];
  const { currency, known } =
    decisive === undefined ? { currency: 'KRW', known: 'inferred' as const } : currencyIn(decisive.meaning, region);
  const start = one.start;
  const end = (two ?? one).end;
  const high = two === null ? null : numeralOf(regrouped(two, currency), two.scale, two.negative);
  const low = numeralOf(regrouped(one, currency), lowScale(one, two), one.negative);
  const place =
    one.before !== null && (one.after !== null || two?.after)
      ? 'both'
      : mentions.some((mention) => mention.start < one.number.start)
        ? 'before'
        : 'after';
  return {
    kind: 'amount',
    node: null,
    block: -1,
    cell: null,
    start,
    end,
    text: text.slice(start, end),
    currency,
    ...valuesOf(low, high),
    ...readSurrounding(text, start, end),
    period: null,
    subject: null,
    role: null,
    known,
    low,
    high,
    notation: { currency: decisive?.text ?? '', place },
  };
}

/** Currencies of countries that group thousands by points: `€450.000` is no amount with three decimals. */
const groupedByPoints = new Set(['EUR', 'IDR', 'VND', 'BRL', 'TRY', 'DKK', 'ARS', 'CLP', 'COP', 'ISK', 'RON', 'RSD']);

function regrouped({ number, scale }: Money, currency: string | null): NumberRead {
  if (scale !== null || currency === null || !groupedByPoints.has(currency)) return number;
  if (!/^[1-9]\d{1,2}\.\d{3}$/.test(number.digits)) return number;
  return { ...number, base: number.digits.replace('.', ''), baseStep: '1', grouped: true };
}

/** The first end takes the scale of the second unless it is large without one (`5,000~1만원`) or has its own. */
function lowScale(one: Money, two: Money | null): Scale | null {
  if (one.scale !== null || two === null || two.scale === null || one.number.written === 'mixed') return one.scale;
  const shared = compare(shifted(one.number.base, two.scale.power), shifted(two.number.base, two.scale.power)) <= 0;
  return shared || (!one.number.grouped && one.number.digits.length < 4) ? two.scale : null;
}

function valuesOf(low: Numeral, high: Numeral | null): Pick<Draft<Amount>, 'value' | 'min' | 'max'> {
  return high === null ? { value: Number(low.exact) } : { min: Number(low.exact), max: Number(high.exact) };
}

/** `1,764억`, `2조 7,024억`: won without the word, where the sentence speaks of money. */
function bareKorean(text: string, one: Money): Draft<Amount> | null {
  const { number } = one;
  if (number.written !== 'mixed' && (number.scale === null || number.scale.short)) return null;
  if (number.written !== 'mixed' && !/[억조]/.test(number.scale?.text ?? '')) return null;
  const written = text.slice(number.start, number.end);
  if (!/[억조]$|[억조] ?[\d,.]+천?만$|\d억 ?\d천$/.test(written)) return null;
  if (!looksLikeMoney(text, number.start, number.end)) return null;
  const draft = draftOf(
    text,
    written.endsWith('천') ? { ...one, number: inTenThousands(number, written) } : one,
    null,
    null,
  );
  return { ...draft, notation: { currency: '', place: 'after' } };
}

/** `92억5천` leaves out the 만 of `92억 5천만`. */
function inTenThousands(number: NumberRead, written: string): NumberRead {
  const whole = readNumber(`${written}만`, 0);
  return whole === null ? number : { ...number, base: whole.base, baseStep: whole.baseStep };
}

/** `ten million won`, `half a billion francs`, `three hundred dollars`. */
function inWords({ text, words }: Anchors, region: string | null): Draft<Amount>[] {
  const found: Draft<Amount>[] = [];
  if (words.length === 0 || !wordNumber.test(text)) return found;
  let from = 0;
  for (const at of words) {
    const number = at < from ? null : readWords(text, at);
    if (number === null) continue;
    const one = moneyOf(text, number, at - 6 < 0 ? 0 : at - 6, region);
    const sure =
      one.after !== null &&
      (number.scale !== null ||
        number.grouped ||
        !one.after.meaning.doubtful ||
        isOfRegion(one.after.meaning, region) ||
        isPriced(text, at));
    if (sure || (one.before !== null && number.scale !== null)) {
      found.push(draftOf(text, one, null, region));
      from = one.end;
    } else from = number.end;
  }
  return found;
}

/** `금이십삼만사천오백팔십원`, `오백만원`, `백만 달러`: numbers all in Hangul, at least two characters. */
function inHangul({ text, hangulMoney }: Anchors, region: string | null): Draft<Amount>[] {
  const found: Draft<Amount>[] = [];
  for (const last of hangulMoney) {
    const end = last + 1;
    let start = end;
    while (start > 0 && isNumberCharacter(text[start - 1]!)) start--;
    const before = text.charCodeAt(start - 1);
    if (isDigit(before) || (isHangul(before) && text[start - 1] !== '금')) continue;
    const isWon = text.startsWith('원', end) || text.startsWith(' 원', end);
    if (end - start < 2 && (isWon || !'십백천만'.includes(text[last]!))) continue;
    if (!isWon && !/^ ?(?:달러|유로)/.test(text.slice(end, end + 3))) continue;
    if (isUnit(text, start, end)) continue;
    const number = readEastAsian(text, start, null);
    if (number === null || number.end !== end) continue;
    const one = moneyOf(text, number, start, region);
    if (one.after !== null) found.push(draftOf(text, one, null, region));
  }
  return found;
}

/** `(단위: 백만원, 천원)`, `예산(백만원)`: a unit of a table, not an amount. */
function isUnit(text: string, start: number, end: number): boolean {
  if (/[일이삼사오육칠팔구]/.test(text.slice(start, end))) return false;
  const before = text.slice(Math.max(0, start - 16), start);
  return (
    before === '' ||
    /단\s?위|[\d)]\s?$/.test(before) ||
    (/[(（]\s?$/.test(before) && /^\s?(?:원|달러|유로)\s?[)）,]/.test(text.slice(end, end + 5)))
  );
}
