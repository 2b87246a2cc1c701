import type { Reference } from '../outline/reference';

/**
 * Parts of which a sentence itself says why they are not there:
 *
 *     Post 71 was merged with post 70 in 2023 · Annex C (salary scales) is confidential
 *     붙임 2(채무부담행위 조서)는 해당 사항이 없어 생략
 */
export const isGone = ({ after }: Reference): boolean => goneInEnglish.test(after) || goneInKorean.test(after);

const goneInEnglish =
  /^(?:, [^.;,]{1,30},| \([^()]{1,40}\))? (?:was|were|has been|have been|is|are) (?:(?:now|since|then|later|already|formally) )?(?:merged|absorbed|incorporated|integrated|folded|transferred|moved|dropped|deleted|removed|withdrawn|abolished|discontinued|repealed|cancelled|left out|struck out|omitted|withheld|confidential|restricted|published separately|available (?:separately|on request|online)|not (?:used|reported|part|included|in this|attached|annexed|printed|published|reproduced|public)|no longer)\b/;

const goneInKorean =
  /^(?:\s?[(（][^()（）]{1,30}[)）])?\s?(?:은|는|이|가)\s[^.。]{0,24}(?:생략|결번|비공개|삭제|폐지|통합(?:되|하|됐)|(?:해당\s?(?:사항이?\s?)?)없|별도로?\s?(?:제출|배부|송부|게시|보관)|싣지\s?않|붙이지\s?않)/;
