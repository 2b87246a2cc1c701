import type { Anchors } from './anchors';
import { appended } from './appended';
import { mayBeDay, readEnglish } from './date-english';
import { isConfirmed } from './date-context';
import { relationOf, withWeekdays } from './date-beside';
import { readJapanese } from './date-japanese';
import { readKorean, readKoreanEnd } from './date-korean';
import { readNumeric } from './date-numeric';
import { endAt, isDigit, openingAt, sticky, type Expression } from './date-pattern';
import { joinRange } from './date-range';
import type { DateFigure } from './figure';
import { fiscalYearOf, isSouthern } from './fiscal';
import { coveredBy, granularityOf, isApproximate, type Almanac } from './period';
import { isLatin } from './number';
import type { Draft, Recogniser, Surroundings } from './recogniser';
import { dashes, tildes } from './signs';

/**
 * Dates: days, months, quarters, halves, seasons, years, fiscal years, decades, and ranges of them. What is accepted is
 * listed with its notation (`date-english.ts`, `date-korean.ts`, `date-japanese.ts`, `date-numeric.ts`); what makes a
 * doubtful one a date is in `date-context.ts`; two ends become one in `date-range.ts`.
 *
 * Near misses, not dates: `May I`, `march on`, `2,024`, `2050 households`, `ISO 2022`, `A-2024`, `10년간`, `over five years`,
 * `this year` (it points at the plan's own year and says nothing new).
 *
 * A span covers the expression without its preposition and without a weekday before or after it; the weekday is in
 * `parts`. Days that do not exist (30 February, month 13) are dates whose `from` and `to` are null.
 */
export const dates: Recogniser = {
  kind: 'date',
  find: findDates,
};

function findDates({ text, dates: places }: Anchors, { language, region }: Surroundings): readonly Draft<DateFigure>[] {
  let drafts: Draft<DateFigure>[] | null = null;
  let almanac: Almanac | null = null;
  let previous: Expression | null = null;
  for (let i = 0; i < places.length; i++) {
    const at = places[i]!;
    if (previous !== null && at < previous.end) continue;
    const found = readDate(text, at, previous, language);
    if (found === null) continue;
    previous = found;
    almanac ??= almanacOf(language, region);
    drafts = appended(drafts, drafted(text, found, almanac));
  }
  return drafts ?? none;
}

const none: readonly Draft<DateFigure>[] = [];

const almanacOf = (language: string, region: string | null): Almanac => ({
  fiscal: fiscalYearOf(language === 'ko' ? (region ?? 'KR') : region),
  southern: isSouthern(region),
});

/** The whole date that begins at `at`, or null: read, joined with a second end, and confirmed by what is around it. */
function readDate(text: string, at: number, previous: Expression | null, language: string): Expression | null {
  if (isHopeless(text, at)) return null;
  const elided = previous === null ? null : endOfSpan(text, at, previous);
  if (elided !== null) return elided;
  const first = readOne(text, at, language);
  if (first === null) return null;
  const found = asFiscal(
    text,
    joinRange(text, first, (at) => readOne(text, at, language)),
  );
  const listed = previous === null ? null : inList(text, previous, found);
  if (listed !== null) return listed;
  const isBesideSlash = previous?.end === found.start - 1 && text.charAt(found.start - 1) === '/';
  if (isBesideSlash && found.doubt === null) return found;
  if (isConfirmed(text, found, found.doubt)) return found;
  return found !== first && isConfirmed(text, first, first.doubt) ? first : null;
}

const fiscalAfter = sticky('[ \\u00a0](?:fiscal|financial|budget)[ \\u00a0]year|[ \\u00a0]?회계연도');

const mayBeFiscal = (text: string, at: number): boolean =>
  'fb회'.includes(text.charAt(isGap(text.charCodeAt(at)) ? at + 1 : at) || ' ') && endAt(fiscalAfter, text, at) >= 0;

/** `2024 fiscal year` and `2024-2025 financial year`: the words after it make it a fiscal one; they stay outside. */
function asFiscal(text: string, found: Expression): Expression {
  const [first, second] = found.parts;
  if (first.decade === true || first.year === undefined || !mayBeFiscal(text, found.end)) return found;
  const isYears = found.parts.every(
    (part) =>
      part.year !== undefined && part.month === undefined && part.quarter === undefined && part.half === undefined,
  );
  if (!isYears) return found;
  if (second === undefined) return { ...found, parts: [{ ...first, fiscal: true }], doubt: null };
  const isPair = first.year !== undefined && second.year === first.year + 1 && second.end - first.start <= 9;
  if (!isPair)
    return {
      ...found,
      parts: [
        { ...first, fiscal: true },
        { ...second, fiscal: true },
      ],
      doubt: null,
    };
  const part = {
    ...first,
    end: second.end,
    fiscal: true,
    endYear: second.year!,
    endYearSpan: second.yearSpan ?? second,
  };
  return { ...found, parts: [part], doubt: null };
}

/** The longest that any notation reads here. What is written in Hangul or kana no other notation reads further. */
function readOne(text: string, at: number, language: string): Expression | null {
  const code = text.charCodeAt(at);
  if (isLatin(code)) return readEnglish(text, at);
  let best = readKorean(text, at);
  if (best === null || !isEastern(text, best)) {
    for (const read of others) {
      const found = read(text, at);
      if (found !== null && (best === null || found.end > best.end || (found.end === best.end && read === readNumeric)))
        best = found;
    }
  }
  return best !== null && language === 'en' ? withoutFullStop(text, best) : best;
}

const others = [readNumeric, readEnglish, readJapanese];

const isEastern = (text: string, { end }: Expression): boolean => text.charCodeAt(end - 1) >= 0x3000;

/** The dot after `2024.2.13.` belongs to the date in Korean; in English it ends the sentence. */
function withoutFullStop(text: string, found: Expression): Expression {
  if (text.charCodeAt(found.end - 1) !== 0x2e) return found;
  // `2024. 4. 25.` is Korean wherever it stands.
  if (/^\d{4}\. /.test(text.slice(found.start, found.start + 6))) return found;
  if (!/\d\.$/.test(text.slice(found.end - 2, found.end))) return found;
  return found.end === text.length || /^\s+[A-Z]/.test(text.slice(found.end, found.end + 3))
    ? { ...found, end: found.end - 1 }
    : found;
}

/** Digits that cannot begin a date: a plain number with nothing after it that a date needs. Cheap, before any pattern. */
function isHopeless(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (!isDigit(code)) return false;
  const before = text.charCodeAt(at - 1);
  if ((before === 44 || before === 46) && isDigit(text.charCodeAt(at - 2))) return true;
  const opening = openingAt(text, at);
  if (opening === 'number') return true;
  if (opening === 'year') return code > 50 || (code === 49 && text.charCodeAt(at + 1) < 56);
  let end = at + (isDigit(text.charCodeAt(at + 1)) ? 2 : 1);
  if (text.charCodeAt(end) === 0x2e && isAlone(text, end + 1)) return true;
  const digitsEnd = end;
  while (text.charCodeAt(end) === 32 && end < digitsEnd + 3) end++;
  const next = text.charCodeAt(end);
  return goesOn[next] === 0 || (end > digitsEnd && isLatin(next) && !mayBeDay(text, at));
}

/** Whether no number follows a point, or one with a unit: `1. Aims`, `98.6 billion`, `24.9%`, `11.5억`. */
function isAlone(text: string, at: number): boolean {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  if (end === at) {
    while (end < at + 3 && text.charCodeAt(end) <= 0x20) end++;
    const next = text.charCodeAt(end);
    return !isDigit(next) && next !== 0xa0 && text[end] !== '제';
  }
  const code = text.charCodeAt(isGap(text.charCodeAt(end)) ? end + 1 : end);
  return isLatin(code) || code === 0x25 || (code > 0x7f && '억만조천원배'.includes(String.fromCharCode(code)));
}

/** By code unit: whether it may follow the day, month, quarter or short year that a date begins with. */
const goesOn = new Uint8Array(0x10000);
for (const sign of `년월일분年月日./／&(${dashes}${tildes}·ㆍ‧\t\n\u00a0`) goesOn[sign.charCodeAt(0)] = 1;
for (let code = 0; code < 0x80; code++) if (isLatin(code)) goesOn[code] = 1;

/** The second of `4. 1.(월)부터 4. 26.까지` and `3월 3일부터 7일까지`: a date of its own that leans on the first. */
function endOfSpan(text: string, at: number, previous: Expression): Expression | null {
  if (at - previous.end > 16) return null;
  if (!/^[ \u00a0]?(?:\([^)]{1,4}\)[ \u00a0]?)?부터[ \u00a0]?$/.test(text.slice(previous.end, at))) return null;
  const found = readKoreanEnd(text, at, previous);
  const whole = found && readKorean(text, at);
  if (found === null || (whole !== null && whole.end > found.end)) return null;
  return /^[ \u00a0]?(?:\([^)]{1,4}\)[ \u00a0]?)?까지/.test(text.slice(found.end, found.end + 10)) ? found : null;
}

/** A year or month in a list is what the one before it is: `fiscal years 2021, 2022, and 2023`, `October and May`. */
function inList(text: string, previous: Expression, found: Expression): Expression | null {
  if (found.doubt !== 'year' && found.doubt !== 'month' && found.doubt !== 'short-year') return null;
  if (found.start - previous.end > 6) return null;
  if (!/^(?:,?\s(?:and|or|&)\s|,\s?|\s?[·ㆍ/&]\s?)$/.test(text.slice(previous.end, found.start))) return null;
  const [before] = previous.parts;
  const [part, second] = found.parts;
  if (found.doubt === 'month') return before.month === undefined ? null : { ...found, doubt: null };
  if (before.year === undefined || before.month !== undefined || before.decade === true) return null;
  if (!isConfirmed(text, found, null) || second !== undefined) return null;
  const isNumberOfThings = !isConfirmed(text, found, found.doubt) && before.fiscal !== true;
  if (isNumberOfThings) return null;
  return { ...found, parts: [before.fiscal === true ? { ...part, fiscal: true } : part], doubt: null };
}

function drafted(text: string, found: Expression, almanac: Almanac): Draft<DateFigure> {
  const { start, end } = found;
  const parts = withWeekdays(text, found);
  const [first, second] = parts;
  const isOpen = first.order === 'open' || second?.order === 'open';
  const { from, to } = isOpen ? { from: null, to: null } : coveredBy(parts, almanac);
  const isWritten = first.year !== undefined && (second === undefined || second.year !== undefined);
  const draft: { -readonly [key in keyof DateFigure]: DateFigure[key] } = {
    kind: 'date',
    node: null,
    block: -1,
    cell: null,
    start,
    end,
    text: text.slice(start, end),
    from,
    to,
    granularity: granularityOf(parts),
    relation: relationOf(text, found),
    inferred: false,
    known: isWritten ? 'written' : 'open',
    parts,
  };
  if (isApproximate(parts)) draft.approximate = true;
  return draft;
}

const isGap = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x0a;
