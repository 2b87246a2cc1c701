import type { Span } from '../text/span';
import type { Duration } from './duration';
import { lengthIn } from './length-of-span';
import type { Passage } from './passage';
import type { TimeSpan } from './time-span';

/** Which dates a stated length of time belongs to, by what stands between the two. */

/** The stretch of time that a length belongs to: right before or right after it, nothing else between. */
export function partnerOf(passage: Passage, duration: Duration, spans: readonly TimeSpan[]): TimeSpan | undefined {
  const { text, figures } = passage;
  const clear = (from: number, to: number): boolean =>
    !figures.some((figure) => figure.start >= from && figure.end <= to && figure.figure.kind !== 'count');
  return (
    spans.find(({ start, end }) => {
      if (start < duration.end && duration.start < end) return false;
      return start >= duration.end
        ? leadsTo(text.slice(duration.end, start)) && clear(duration.end, start)
        : followsOn(text.slice(end, duration.start)) && (clear(end, duration.start) || /^\)/.test(text.slice(end)));
    }) ?? undefined
  );
}

/** Whether the dates are those of the length, which fits them. */
export function isOf(passage: Passage, duration: Duration, span: TimeSpan, spans: readonly TimeSpan[]): boolean {
  if (duration.end > span.start || partnerOf(passage, duration, spans) !== span) return false;
  const real = lengthIn(span, duration);
  return real === 'fits' || real === duration.value;
}

export const isBetween = (one: Span, a: Span, b: Span): boolean =>
  one.start >= Math.min(a.end, b.end) && one.end <= Math.max(a.start, b.start);

/** `임기 4년(2022~2026)`: what begins and ends in mid-year touches one calendar year more than it lasts. */
export const isTerm = (text: string, duration: Duration, span: TimeSpan): boolean =>
  /임기|회기|학년도|(?<!\b(?:medium|long|short|mid)[- ])\b(?:terms?|mandate|tenure)\b/i.test(
    text.slice(Math.max(0, Math.min(duration.start, span.start) - 12), Math.max(duration.end, span.start)),
  );

/** From a length to its dates: `five-year plan for tourism (2024`, `for three days, from Tuesday, 15`, `3개년('24`. */
function leadsTo(gap: string): boolean {
  if (gap.length > 90 || /[.;!?]\s|:\s\S{12}/.test(gap)) return false;
  const bare = gap.replace(weekday, '');
  const words = bare.split(/\s+/).filter((word) => /[\p{L}]/u.test(word)).length;
  if (/[([（〔][‘’'“"]?$|[‘’'“"]?[(（]$/.test(bare)) return words <= 9 && !/[)）]/.test(bare.slice(0, -1));
  if (/[,:–—-] ?$/.test(bare)) return words <= 3;
  if (/(?:^|\s)(?:from|between|covering|spanning|of|in|for|runs?|running)(?: the (?:years?|period))? $/.test(bare))
    return words <= 5;
  return (
    words <=
    (/(?:plan|programme|program|strategy|framework|period|term|cycle|phase|budget|loan|fund|grant|project|years?|계획|기간|사업) ?$/i.test(
      bare,
    )
      ? 4
      : 0)
  );
}

const weekday = /(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)$/;

/** From dates to their length: `2024–2028 (five years`, `~ 5. 17.(금), 5일간`, `부터 4. 26.(금)까지 4주간`. */
function followsOn(gap: string): boolean {
  // `(2025-26 to 2029-30) will cost ₹12,500 crore over five years`
  if (
    /^\)?,? [^.;:()]{0,60}\b(?:over|for|in|within|spread over|across) (?:the |a )?(?:period of |total of |next )?$/.test(
      gap,
    ) &&
    /^\)/.test(gap)
  )
    return true;
  // `2. 1.(토) ~ 5. 15.(목): 산불조심기간(104일간)`: a line of a timetable.
  if (/^(?:\([월화수목금토일]\))?\s?[:：]?\s[가-힣·\s]{2,24}[(（](?:총 ?)?$/.test(gap) && !/[.,]/.test(gap))
    return true;
  return (
    gap.length <= 40 &&
    /^\s?(?:\([월화수목금토일](?:요일)?\))?(?:\s(?:\d{1,2}:\d\d|(?:오전|오후)?\s?\d{1,2}시))?\s?년?(?:도|까지|의)?[,(（:)]{0,2}\s?(?:a period of |for |over |lasting |or |(?:a )?total of |that is,? |i\.e\. |총 ?|매일 ?|the )?$/.test(
      gap,
    )
  );
}
