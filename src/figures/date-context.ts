import { languageOf } from '../language/index';
import type { Span } from '../text/span';
import type { Doubt } from './date-pattern';
import { isHangul, isLatin, isSpace } from './number';
import { tildes } from './signs';

/**
 * Whether what stands around an expression confirms that it is a date. A number is a year where it stands as one (`in
 * 2024`, `Budget 2024`, `(2014)`), not where it counts (`2050 households`), names (`Section 2024`, `ISO 2022`) or is a
 * piece of another number or code (`2,024`, `A-2024`, `2024-0123`, `+82 2024`).
 */
export function isConfirmed(text: string, span: Span, doubt: Doubt | null): boolean {
  switch (doubt) {
    case null:
      return standsFree(text, span);
    case 'year':
      return standsFree(text, span) && isYear(text, span);
    case 'short-year':
      return isShortYear(text, span);
    case 'month':
      return standsFree(text, span) && isMonth(text, span);
    case 'part':
      return standsFree(text, span) && isPart(text, span);
    case 'number':
      return isSchedule(text, span);
    case 'day':
      return isReported(text, span);
    case 'slashes':
      return standsFree(text, span) && timed.test(text.slice(Math.max(0, span.start - 12), span.start));
  }
}

const english = languageOf('en').calendar;
const korean = languageOf('ko').calendar;
const counted: ReadonlySet<string> = new Set(english.counted);
/** A Korean unit as a word of its own: `2000 가구를`, not the 개 of `2025 개정`. */
const countedKorean = new RegExp(
  `^\\s?(?:${korean.counted.join('|')})(?=$|[^가-힣]|[이가을를은는의로에당씩와과소사](?![가-힣]))`,
);
const labels: ReadonlySet<string> = new Set(english.labels);

/** Words after which a number is a year unless a unit follows at once. */
const timely = wordSet(
  'in by since until till during before after through throughout year years mid early late end of',
);
/** Words after which a number counts. */
const counting = wordSet('approximately some nearly almost least most additional extra exceeding another roughly');
/** Words after which a number may do either. */
const wavering = wordSet('about around over than above below under for to from with between and');
const roughly = wordSet('about around over than above below under');
/** Words that may follow a year in a sentence. */
const following = wordSet(
  'and or to in by for as at of on with the a an is was will would has had are were be which when while through until from but so if than compared onwards onward',
);
/** Words before a number that belong to a year: `Budget 2024`, `post-2020`. */
const hyphened = wordSet('post pre mid end early late since non start');

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** No letter, digit, or joint of a code on either side. */
function standsFree(text: string, { start, end }: Span): boolean {
  if (isOpen(text.charCodeAt(start - 1)) && isOpen(text.charCodeAt(end))) return true;
  const before = text.charAt(start - 1);
  const isOpenBefore = isOpen(text.charCodeAt(start - 1));
  if (!isOpenBefore && /[A-Za-z0-9_$€£¥₩₹#@]/.test(before) && /[\dA-Za-z]/.test(text.charAt(start))) return false;
  if (!isOpenBefore && /[-/.,:@=]/.test(before)) {
    const word = /([A-Za-z0-9]{1,8})[-/.,:@=]$/.exec(text.slice(Math.max(0, start - 9), start))?.[1];
    if (word !== undefined && isCode(before, word, text.charAt(start))) return false;
  }
  if (isOpen(text.charCodeAt(end)) || isHangul(text.charCodeAt(end))) return true;
  const after = text.slice(end, end + 3);
  if (
    /[\dA-Za-z]$/.test(text.slice(end - 1, end)) &&
    /^(?:(?!T\d\d?:?)[A-Za-z0-9_@=]|[.,:/]\d|-[\dA-Z]|[%℃°])/.test(after)
  ) {
    return /^,\d{1,2}(?!\d)/.test(after) || /^[.,]\s?\d{4}(?!\d)/.test(text.slice(end, end + 7));
  }
  return true;
}

/** A space, a round bracket, the text's edge: nothing that could be of a code. */
const isOpen = (code: number): boolean => code <= 0x20 || code === 0x28 || code === 0x29 || Number.isNaN(code);

/** Whether a sign between a word and a number makes them one code. */
function isCode(sign: string, word: string, first: string): boolean {
  if (!/\d/.test(first)) return sign === '@' || (/[.:/=]/.test(sign) && /\d/.test(word));
  if (/^\d+$/.test(word)) return sign !== ',' || !/\d/.test(word) ? true : word.length < 3;
  return sign === '-'
    ? !hyphened.has(word.toLowerCase())
    : sign === '/' || sign === '.' || sign === '@' || sign === '=';
}

function isYear(text: string, { start, end }: Span): boolean {
  const year = Number(end - start === 4 ? text.slice(start, end) : (/\d{4}/.exec(text.slice(start, end))?.[0] ?? 0));
  const before = wordBefore(text, start);
  if (labels.has(before)) return false;
  const after = text.slice(end, end + 48);
  // Mostly a word in small letters stands before it, and then no sign, code or bracket.
  if (!(isSpace(text.charCodeAt(start - 1)) && isSmall(text.charCodeAt(start - 2)))) {
    const preceding = textBefore(text, start);
    if (/(?:[$€£¥₩₹#§+]|\bNo\.|№|제|第)\s?$/.test(preceding)) return false;
    if (currencies.test(preceding)) return false;
    if (/[A-Z]\($/.test(preceding) && /^\)\s?\d/.test(after)) return false;
    if (!isSmall(text.charCodeAt(start - 2)) && numbered.test(preceding)) return false;
  }
  const isGlued = isHangul(after.charCodeAt(0));
  if ((isGlued || isHangul(after.charCodeAt(1))) && countedKorean.test(after)) return false;
  if (isGlued) return /^(?:까지|부터|이후|이전|에|의|과|와|을|를|은|는|도|경|대비|기준)/.test(after);
  const next = isBlank(text.charCodeAt(end)) ? wordAt(text, end + 1) : '';
  if (counted.has(next) || (/^[MGkT]/.test(next) && /^(?:MW|GW|kW|MWh|GWh|TWh|GB|TB|GPUs?)$/.test(next))) return false;
  if (counting.has(before)) return false;
  if (timely.has(before)) return true;
  // Two years joined (`2024-26`) count nothing.
  if (end - start > 4) return true;
  const isNear = year >= 1945 && year <= 2100;
  const [, , second = '', third = ''] = wordsAfter.exec(after) ?? [];
  if (wavering.has(before)) {
    if (counted.has(second) || (counted.has(third) && !following.has(next))) return false;
    if (next === '' || !/^[a-z]/.test(next) || following.has(next)) return isNear;
    return isNear && year % 100 !== 0 && (!roughly.has(before) || !next.endsWith('s'));
  }
  if (counted.has(second) && !following.has(next)) return false;
  return isNear && (year % 100 !== 0 || !/^[a-z]/.test(next) || following.has(next));
}

const wordsAfter = /^[ \u00a0]([A-Za-z-]+)(?:[ \u00a0]([A-Za-z-]+))?(?:[ \u00a0]([A-Za-z-]+))?/;
/** `+82 2024`, `02 1234 2024`, `flight KE 2024`. */
const numbered = /(?:\b0\d{1,4}[ -]\d{2,4}|\+\d{1,3}[ -]\d{1,4})[ -]$|\b[Ff]lights? [A-Z]{2} $/;
const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const currencies =
  /\b(?:KRW|USD|EUR|GBP|JPY|CNY|INR|AUD|NZD|CAD|SGD|HKD|CHF|SEK|NOK|DKK|ZAR|KES|NGN|GHS|PHP|THB|MYR|IDR|VND|PKR|BDT|LKR)\s$/;

/** What stands just before, as far as it may tell anything. */
const textBefore = (text: string, start: number): string => text.slice(Math.max(0, start - reach), start);
const reach = 24;

/** The word just before, in lower case, an article or opening quotation mark left out; '' where none stands there. */
function wordBefore(text: string, start: number): string {
  const isQuoted = `‘'"“`.includes(text.charAt(start - 1) || ' ');
  const isArticle = isBlank(text.charCodeAt(start - 1)) && text.startsWith('the', start - 4);
  const further = isQuoted || isArticle ? wordEndingAt(text, isQuoted ? start - 1 : start - 4, start - reach) : '';
  return further === '' ? wordEndingAt(text, start, start - reach) : further;
}

/** The word, not before `from`, that ends one or two spaces or hyphens before `end`. */
function wordEndingAt(text: string, end: number, from: number): string {
  let last = end;
  while (last > from && last > end - 2 && isJoint(text.charCodeAt(last - 1))) last--;
  if (last === end) return '';
  if (last > from && text.charCodeAt(last - 1) === 0x2e) last--;
  let first = last;
  while (first > from && isLatin(text.charCodeAt(first - 1))) first--;
  return text.slice(Math.max(0, first), last).toLowerCase();
}

/** The letters and hyphens from `at` on. */
function wordAt(text: string, at: number): string {
  let end = at;
  while (isLatin(text.charCodeAt(end)) || text.charCodeAt(end) === 0x2d) end++;
  return text.slice(at, end);
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0xa0;
const isJoint = (code: number): boolean => isBlank(code) || code === 0x0a || code === 0x2d;

function isShortYear(text: string, { start, end }: Span): boolean {
  const before = text.charAt(start - 1);
  const after = text.slice(end, end + 12);
  const mention = text.slice(start, end);
  if (/[A-Za-z0-9_.,]/.test(before)) return false;
  if (/^\d/.test(mention)) return isBareKoreanYear(text, start, end, mention);
  if (/[가-힣]/.test(before) && !/년/.test(mention)) return false;
  if (/^[가-힣]/.test(after))
    return /^(?:까지|부터|이후|이전|에|의|과|와|을|를|은|는|도|경|대비|기준|말|초|안)(?![가-힣]{3})/.test(after);
  if (/^['’]/.test(after)) return false;
  const next = /^[ \u00a0]([a-z]+)/.exec(after)?.[1];
  if (next === undefined) return true;
  if (following.has(next)) return true;
  return !counted.has(next) && (timely.has(wordBefore(text, start)) || /\bthe\s$/.test(textBefore(text, start)));
}

/** Two digits and 년 without an apostrophe are mostly a length of time; a year where the text uses them as one. */
function isBareKoreanYear(text: string, start: number, end: number, mention: string): boolean {
  const before = text.slice(Math.max(0, start - 6), start);
  const after = text.slice(end, end + 8);
  const digits = /\d\d/.exec(mention)?.[0] ?? '00';
  if (/(?:지난|향후|최근|앞으로|약|총|매|단|최소|최대|만|무려|벌써|이후|수|제)\s?$/.test(before)) return false;
  const ends = mention.match(/\d\d/g) ?? [];
  if (ends.length === 2)
    return Number(ends[1]) > Number(ends[0]) && !ends.every((end) => Number(end) % 5 === 0) && Number(digits) >= 10;
  if (mention.endsWith('도')) return true;
  if (/[말초]$/.test(mention)) return true;
  const isInBrackets = /[([（〔]\s?$/.test(before);
  if (isInBrackets)
    return !/^\s?(?:[)\]）]\s?[가-힣]*\s?(?:간|이상|이내))/.test(after) || /^\s?(?:[,，]|기준|대비)/.test(after);
  return /^(?:부터|\s?(?:중(?![가-힣])|기준|대비|실적|예산|결산|현재|\(|→|⇒))/.test(after);
}

/** Names that are words or persons too need a sign that a month is meant. */
function isMonth(text: string, { start, end }: Span): boolean {
  const name = text.slice(start, end);
  const before = textBefore(text, start);
  const after = text.slice(end, end + 24);
  const isAlone = /(?:^|[(|\[:;–—\n•*-]|,)\s*$/.test(before) && /^\s*(?:$|[)|\]:;,–—\n/-]|→)/.test(after);
  if (isAlone)
    return before.trim() !== '' || !/^(?:May|March|April|June|August)$/.test(name) || /^\s*(?:$|[:–—|/-])/.test(after);
  if (monthly.has(wordBefore(text, start)))
    return !/^\s(?:[A-Z][a-z]+)(?:\s[A-Z][a-z]+|[,.;])/.test(after) || unmistakable.test(name);
  if (
    /^(?:,?\s(?:and|or|to|&)\s|\/|,\s)(?:the\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(
      after,
    )
  ) {
    return true;
  }
  return (
    unmistakable.test(name) &&
    !/^\s[A-Z][a-z]+\s(?:Act|Revolution)\b/.test(after) &&
    !/\b(?:Black|Ms|Mr|Mrs|Dr)\.?\s$/.test(before)
  );
}

const unmistakable =
  /^(?:January|February|July|September|October|November|December|JANUARY|FEBRUARY|JULY|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)$/;
const monthly = wordSet(
  'in by from since until till through to during of for before after between early late mid end every each around about and or next last this coming starting beginning no than effective within on due over',
);

/** A half or quarter without a year: `by the first half`, `(first half)`, a cell of its own; not `first half of the game`. */
function isPart(text: string, { start, end }: Span): boolean {
  const name = text.slice(start, end);
  const after = text.slice(end, end + 12);
  if (/[가-힣]/.test(name)) return !/^(?:생|신|전)/.test(after);
  if (/^\s(?:of|century|results?\sof)\b/.test(after)) return false;
  if (/^(?:spring|summer|autumn|fall|winter)$/i.test(name)) {
    // `before the summer recess`
    const next = /^ ([a-z]+)/.exec(after)?.[1];
    if (next !== undefined && !following.has(next)) return false;
  }
  const before = text.slice(Math.max(0, start - 16), start);
  // A line of its own, or the label of one: `Second half: completion`.
  if (/^\s*$/.test(text.slice(0, start)) && /^\s*(?:$|[:–—])/.test(text.slice(end))) return true;
  if (/\(\s?$/.test(before) && /^\s?[),]/.test(after)) return true;
  if (/^(?:,?\s(?:and|or|&)\s|\/|,\s)[QH]\d/.test(after)) return true;
  if (/^[QH]\d$/.test(name))
    return /\b(?:in|by|from|until|till|of|during|for|since|through|to|before|after|end|early|late|mid)[\s-](?:the\s)?$/i.test(
      before,
    );
  return /\b(?:in|by|from|until|till|during|since|through|before|after|for|over|at)\s(?:the\s)?$/i.test(before);
}

/** `8.11~29.`: a month and day in mere numbers need a word such as 기간 before them, or an ending such as 까지. */
function isSchedule(text: string, { start, end }: Span): boolean {
  if (/[\dA-Za-z.,/]/.test(text.charAt(start - 1))) return false;
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 8);
  if (/^\s?(?:[%억만원배㎡㎞℃°조천명개건]|[A-Za-z])/.test(after) || /^[-~]\d/.test(after)) return false;
  const mention = text.slice(start, end);
  // `(3.1.자 150명)`, `2.5. 소인까지`
  if (/\d\.$/.test(mention) && /^(?:자(?![가-힣])| 소인)/.test(after)) return true;
  if (/^\s?(?:까지|부터)/.test(after)) return /\.$|\/|~|∼/.test(mention) || /\.\s/.test(mention);
  if (/[~∼～〜]/.test(mention) && /\d\s?\.\s?\d{1,2}\s?\.\s?[~∼～〜]/.test(mention)) return true;
  if (/\(\s?$/.test(before) && /^\s?[),]/.test(after) && isSpanOfDays(mention)) return true;
  if (/\d ?(?:단계|차|회차|기|회|주차) ?[:：]? ?\(?$/.test(before) && isSpanOfDays(mention)) return true;
  if (/[가-힣)] ?[:：] ?$/.test(before) && /^(?:$|[\s(,])/.test(after) && /^\d{1,2}\.\d\d\s?[~∼～〜]/.test(mention))
    return isSpanOfDays(mention);
  // `(추진일정) 국무조정실 1.28. 위원회 의결 → 2월 국회 보고`
  if (
    /^\d{1,2}\. ?\d{1,2}\.$/.test(mention) &&
    /(?:일정|경과|연혁)\s?[)）:：]/.test(text.slice(Math.max(0, start - 120), start))
  )
    return /^ [가-힣]/.test(after);
  return /(?:기간|일정|일시|접수|공고|모집|신청|회의|개최|운영|행사|제출|마감|시행|예정일?|발표)\s?(?:[:：)]\s?|\s)(?:[’'‘]?\d*년?\s?)?\(?$/.test(
    before,
  );
}

const timed =
  /\b(?:[Oo]n|[Ii]n|[Bb]y|[Ff]rom|until|till|before|after|[Ss]ince|[Dd]ated|[Dd]ue|through|[Ff]or)[: ] ?(?:the )?$/;

/** `해양부는 5일 ‘시행방안’을 내놓았다`: a release speaks of its own day by the number alone; `resolve` asks for that day. */
const isReported = (text: string, { start, end }: Span): boolean =>
  /[가-힣](?:은|는|이|가) $/.test(text.slice(Math.max(0, start - 3), start)) &&
  /^(?: ?\([월화수목금토일]\))?,? (?:[‘“「『'"]|오전|오후|[가-힣]{2,12}(?:에서|을|를|이|가|에) )/.test(
    text.slice(end, end + 24),
  );

const spanOfDays = new RegExp(`^(\\d{1,2})\\.(\\d{1,2})\\s?[${tildes}]\\s?(?:(\\d{1,2})\\.)?(\\d{1,2})\\.?$`);

/** `8.11~29`, `3.4~3.29`: as decimals they would be no range. `2.5~3.5` may be one. */
function isSpanOfDays(mention: string): boolean {
  const ends = spanOfDays.exec(mention);
  if (ends === null) return false;
  const [, month, day, otherMonth, otherDay] = ends;
  if (otherMonth === undefined) return Number(otherDay) > Number(day);
  return day?.length !== otherDay?.length || (day?.length === 2 && month === otherMonth);
}
