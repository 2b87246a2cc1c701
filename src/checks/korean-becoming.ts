import { koreanProse } from '../language/korean-prose';
import type { Span } from '../text/span';

/**
 * How Korean tells of one thing before and after without `A에서 B로`: the words that close upon the earlier figure, a time,
 * and behind it nothing but the later figure. Where a noun of its own stands before that, something else is told.
 *
 *     지난해 응시자는 11,200명이었으며 올해는 12,600명으로 늘어난다      closed by a copula or a verb, then a time
 *     현재 9.2㎡인 도시숲을 11.5㎡로 늘린다                       said of the thing that changes
 *     2024년 1,200동, 2025년 1,500동(25% 증가)                  two times side by side
 */
export function becomesInKorean(text: string, from: Span, to: Span): boolean {
  const between = text.slice(from.end, to.start);
  const before = text.slice(Math.max(0, from.start - 40), from.start);
  // `2018년 대비 2030년 40% 줄인 726천톤, 2033년 46% 줄인 653천톤`: each is set against something before both.
  if (!isLed(text, to) || isRated.test(before) || /(?:대비|보다|비해)\s/.test(before)) return false;
  if (saidOfThing.test(between)) return true;
  if (closedBefore.test(between)) return true;
  return isTimed(before, between) && (closedNow.test(between) || sideBySide.test(between));
}

/** `… 11,200명이었다. 올해는 12,600명으로 15.5% 늘어난다.`: a sentence that begins with nothing but a time goes on about the one before. */
export const goesOnInKorean = (text: string, from: Span, to: Span): boolean =>
  isLed(text, to) && closedBySentence.test(text.slice(from.end, to.start));

/** Any syllable that ends in the past's double s: `했`, `였`, `섰`; also `있`, and not `겠`. */
const past = `[${Array.from({ length: 19 * 21 }, (_, at) => String.fromCharCode(0xac00 + at * 28 + 20))
  .join('')
  .replace('겠', '')}]`;

/** `올해는`, `2030년 말까지`, `내년 상반기에는`. */
const time = [
  String.raw`(?:(?:올해|금년|내년|후년|지난해|작년|전년|이듬해|다음\s해|같은\s해|그해|현재|지금|올|(?:19|20)\d\d년도?|['’]\d\d년도?|\d{1,2}월)`,
  String.raw`(?:\s?(?:초|중|말|상반기|하반기|[1-4]분기|기준|한\s해))?(?:까지는|까지|부터|에는|에도|에|엔|은|는|도)?,?\s)`,
].join('');
const onlyThen = String.raw`${time}{1,3}(?:이를\s|총\s|모두\s|약\s)?`;

const rateVerb = '(?:늘어난|늘린|늘려|증가한|많은|높인|높여|줄어든|줄인|줄여|감소한|적은|낮춘|낮춰)';

/** `이보다 12.5% 늘어난` 12,600명: the rate may stand before the later figure. */
const rateBefore = String.raw`(?:(?:이보다\s|이를\s)?(?:약\s)?\d[\d.]{0,6}\s?%(?:가|를)?\s${rateVerb}\s)?`;
const isRated = new RegExp(String.raw`%(?:가|를)?\s${rateVerb}\s$`);

const saidOfThing = new RegExp(
  String.raw`^(?:이던|이었던|였던|던|인)\s(?!것)[^.,;:()\d%]{1,24}(?:을|를|은|는|이|가)\s(?:${onlyThen})?${rateBefore}$`,
);
const yearBehind = String.raw`(?:\s?[(（](?:19|20)\d\d년?도?[)）])?`;
const closedBefore = new RegExp(
  String.raw`^${yearBehind}(?:이|[을를이가에]\s[가-힣]{1,8}\s?[가-힣]{0,5})?${past}(?:으며|고|으나|지만|는데),?\s${onlyThen}${rateBefore}$`,
);
const closedNow = new RegExp(
  String.raw`^${yearBehind}(?:이며|며|이고|이나|이지만|인데|이던\s것을|에서),?\s${onlyThen}${rateBefore}$`,
);
const sideBySide = new RegExp(String.raw`^${yearBehind},\s${onlyThen}${rateBefore}$`);
const closedBySentence = new RegExp(
  String.raw`^${yearBehind}(?:(?:이|[을를이가에]\s[가-힣]{1,8}\s?[가-힣]{0,5})?${past}(?:다|습니다)|이다|다|입니다)\.\s${onlyThen}${rateBefore}$`,
);

const endsTimed = new RegExp(String.raw`(?:^|[\s(])${time}[^.,;:()]{0,24}$`);

/** Whether a time is told with the earlier figure: `2022년 말 … 9.2㎡`, `1,200동(2024년)`. */
const isTimed = (before: string, between: string): boolean =>
  endsTimed.test(before) || /^\s?[(（](?:19|20)\d\d/.test(between);

/** `으로 12.5% 늘어난다`, `로 전년보다 늘린다`: the later figure is the rise or the fall itself. */
const leadsOn = new RegExp(
  String.raw`^(?:[(（][^()（）]{1,12}[)）])?(?:(?:으로|로)\s?[(（]|(?:으로|로),?\s|(?:이|가)\s(?:되어|돼|되며|될)[^.]{0,10}\s)(?:(?:이는\s)?(?:이|전년|지난해|작년|기존|현재)(?:도|년도)?\s?(?:보다|대비|에 비해)\s)?(?:약\s)?(?:더\s|크게\s)?(?:[+△▲▼]?\d[\d.]{0,6}\s?%|${[...koreanProse.up, ...koreanProse.down].join('|')})`,
);

/**
 * What goes on from the later figure: `12,600명으로 늘어난다`, `1,500동이 되어`, `1,500동(25% 증가)`; not `450억원으로 세운 건물`, where the
 * figure says what something else is made of.
 */
function isLed(text: string, { start, end }: Span): boolean {
  const behind = text.slice(end, end + 40);
  return (
    leadsOn.test(behind) ||
    (isRated.test(text.slice(Math.max(0, start - 12), start)) && /^(?:으로|로|을|를|이|가|에)\s/.test(behind)) ||
    /^\s?[(（](?:전년\s?(?:대비|보다)\s|약\s)?[+△▲▼↑↓]?\s?\d[\d.]{0,6}\s?%/.test(behind)
  );
}
