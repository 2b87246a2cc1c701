import { currencyIn, isOfRegion, type CurrencyMention } from './currency';
import { isHangul, isLatin, type NumberRead } from './number';

/* What speaks against a sign or word beside a number being a currency. */

/** `bn`, `mn`: shorter than a word, and yet nothing else. */
export const isUnmistakable = (scale: string): boolean => /^[mbt]n$/i.test(scale);

/** A letter or word that is no currency beside this number: `R4`, `COP 28`, `Euro 2024`. */
export function isDoubtful(text: string, mention: CurrencyMention, number: NumberRead, region: string | null): boolean {
  if (!mention.meaning.doubtful) return false;
  const { scale, grouped, digits } = number;
  const letter = mention.text.length === 1;
  const local = isOfRegion(mention.meaning, region);
  if (scale !== null && (!scale.short || local || isUnmistakable(scale.text))) return false;
  // `NIS 110b`
  if (scale !== null && !letter && scale.start === number.digitsEnd) return false;
  if (grouped && (local || (digits.includes(',') && !letter))) return false;
  const isPrecise = /^\d+\.\d\d$/.test(digits);
  if (local && (isPrecise || rateFollows(text, number.end))) return false;
  if (letter && isPrecise && mention.end === number.start && isRate(text, mention, number.end)) return false;
  if (letter && mention.end !== number.start) return true;
  if (mention.text.length === 3 && isPriced(text, mention.start)) return false;
  return !(local && Number(number.base) >= 100 && !isYearLike(digits) && !isRoad(text, mention.start, number.end));
}

/** A word after a number that is no currency there: `in 2023 won the cup`, `5 pounds of rice`. */
export function isOtherAfter(
  text: string,
  mention: CurrencyMention,
  number: NumberRead,
  region: string | null,
): boolean {
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

/** `costs R3.40`, `R12.04 per kilolitre`, `from R3.10 to R3.40`: a price to the hundredth, whatever the country. */
function isRate(text: string, { text: sign, start }: CurrencyMention, end: number): boolean {
  if (isRoad(text, start, end)) return false;
  if (isPriced(text, start) || rateFollows(text, end)) return true;
  const price = `${sign}\\d+\\.\\d\\d`;
  if (new RegExp(`^ (?:to|and) ${price}(?!\\d)`).test(text.slice(end, end + 16))) return true;
  const pair = new RegExp(`\\b${price} (?:to|and) $`).exec(text.slice(Math.max(0, start - 16), start));
  return pair !== null && !isRoad(text, start - pair[0].length, end);
}

/** `costs AED 50`, `a fee of AED 50`. */
export const isPriced = (text: string, start: number): boolean =>
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

export const isYearLike = (digits: string): boolean => digits.length === 4 && /^(?:19|20|21)\d\d$/.test(digits);

export function sameCurrency(a: CurrencyMention, b: CurrencyMention): boolean {
  return (
    a.meaning.codes.some((code) => b.meaning.codes.includes(code)) || (a.text === '$' && /dollar|peso/i.test(b.text))
  );
}

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

const houses = /(?:유치|학|병|의|공|농|법)원 ?$/;
const endsPhrase = (text: string, at: number): boolean => at >= text.length || /[.,;:)\]]/.test(text[at]!);
