import { languageOf } from '../language/index';
import type { PlanFacts } from '../plan';
import { isRead, type Block } from '../text/block';

/**
 * Whether a short line that bears the title's words and last year's number names last year's document, and is no title left
 * over: it looks back, is the number of an Act, or stands in a list of other documents.
 *
 *     Lessons from the Work Programme 2025 · City Ordinance No. 41, Series of 2025 · 2025년 시행계획 추진 실적
 *     Related pages / Coastal Programme 2025 / National Coast Plan 2024 to 2030
 */
export function namesOther({ blocks }: PlanFacts, index: number): boolean {
  const { text } = blocks[index]!.reading;
  return looksBack.test(text) || isInstrument.test(text) || isListed(blocks, index);
}

const looksBack =
  /\b(?:results?|outcomes?|outturn|reviews?|progress|lessons|achievements?|delivered|did|done|was|were|had|previous|former|last|earlier|replaces?d?|supersedes?|superseded|repealed|archived?|sources?|see|baselines?|evaluat\w+|reports?|look(?:ing)? back|summary of|at a glance)\b(?! (?:plan|programme|program|strategy|framework|agenda)\b)|(?:실적|평가|성과|(?<!편성 ?)결과|현황|추진\s?상황|점검)(?!\s?(?:관리|계획|중심|계약|방안|시행))|경과|돌아보|되돌아|개정|폐지|제정|근거|출처|참고|지난|이전\s?글|다음\s?글|이전\s?계획|결산|회고|\.(?:hwpx?|pdf|docx?|xlsx?|zip)\b/i;

/** `Circular No. 7 of 2025`, `Ordinance No. 41, Series of 2025`, `제1204호(2025. 12. 30.)`. */
const isInstrument =
  /\b(?:No|Nos|Nr)\.? ?\d+(?:,? (?:series )?of |\/)(?:19|20)\d\d|\bseries of (?:19|20)\d\d|제\s?\d+\s?호/i;

const ofOthers =
  /^(?:#+ )?(?:related|see also|more (?:on|about|information)|further|previous|earlier|past|archive|downloads?|documents?|publications?|references?|links?|sources?|other|this \w+ replaces|replaces|supersedes)\b|\b(?:to download|publications|documents|links|editions|versions)\s?:?$|^(?:관련|참고|이전|지난|첨부|붙임|목록|다른|더 보기|개정 이력|연혁|출처|자료실)/i;

/** How many lines a list of documents may have before the one in question. */
const mostAbove = 6;

/** Whether the line stands in a list whose head speaks of other documents, or right beside the same name with another year. */
function isListed(blocks: PlanFacts['blocks'], index: number): boolean {
  const name = nameOf(blocks[index]!);
  for (let at = index - 1; at >= 0 && at >= index - mostAbove; at--) {
    const block = blocks[at]!;
    if (!isShort(block)) break;
    if (ofOthers.test(block.reading.text)) return true;
    if (block.kind === 'heading') break;
  }
  return [index - 1, index + 1].some((at) => {
    const block = blocks[at];
    // At the head it is the title itself.
    return (
      block !== undefined && at > 2 && isShort(block) && nameOf(block) === name && hasYear.test(block.reading.text)
    );
  });
}

const isShort = (block: Block): boolean =>
  isRead(block) && block.table === null && block.reading.text.length <= 80 && !/[.!?]$/.test(block.reading.text);

const hasYear = /(?:19|20)\d\d/;

/** The line without its numbers and what stands in brackets. */
const nameOf = ({ reading }: Block): string =>
  reading.text
    .replace(/\([^()]*\)/g, '')
    .replace(/[\d\s.–-]+/g, ' ')
    .trim()
    .toLowerCase();

const ordinals = languageOf('en').numbers.ordinals;
const korean = /제\s?(\d{1,2})\s?[차기](?=[가-힣\s]{0,40}(?:계획|대책|전략|방안))/;
const english = new RegExp(
  String.raw`\b(?:(${Object.keys(ordinals).join('|')})|(\d{1,2})(?:st|nd|rd|th)) (?:[A-Za-z-]+ ){0,4}(?:plan|programme|program|strategy)\b`,
  'i',
);

/** Which of several plans a text names: 4 of `제4차 증진계획`, 3 of `the third strategic plan`; null where it names none. */
export function editionIn(text: string): number | null {
  const [, word, digits = korean.exec(text)?.[1]] = english.exec(text) ?? [];
  if (word !== undefined) return ordinals[word.toLowerCase()]!;
  return digits === undefined ? null : Number(digits);
}
