/**
 * How the members of a numbered series are written, as data: number words and the signs that Unicode and Korean
 * word processors have for numbered items. `edits/ordinal.ts` reads and writes them.
 */

/** English cardinal and ordinal words: index is the value (`ones` to 19, `tens` by ten). */
export const english = {
  ones: words(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
  tens: words('- - twenty thirty forty fifty sixty seventy eighty ninety'),
  ordinalOnes: words(
    'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
  ),
  ordinalTens: words('- - twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'),
} as const;

/** Native Korean numerals: before a counter (`세 개`), standing alone (`셋`), and as ordinals (`셋째`). */
export const korean = {
  determinerOnes: words('- 한 두 세 네 다섯 여섯 일곱 여덟 아홉'),
  aloneOnes: words('- 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉'),
  ordinalOnes: words('- 첫 둘 셋 넷 다섯 여섯 일곱 여덟 아홉'),
  tens: words('- 열 스물 서른 마흔 쉰 예순 일흔 여든 아흔'),
  /** Sino-Korean digits, as in `삼대 전략`. */
  sino: words('- 일 이 삼 사 오 육 칠 팔 구'),
} as const;

/** The syllables that number paragraphs in Korean documents. */
export const hangulLetters = '가나다라마바사아자차카타파하';

/** Signs of consecutive code points: `[first code point, value of the first, how many]`. */
export const signRuns: readonly (readonly [first: number, value: number, count: number])[] = [
  [0x2460, 1, 20], // ① … ⑳
  [0x3251, 21, 15], // ㉑ … ㉟
  [0x32b1, 36, 15], // ㊱ … ㊿
  [0x2474, 1, 20], // ⑴ … ⒇
  [0x2488, 1, 20], // ⒈ … ⒛
  [0x2776, 1, 10], // ❶ … ❿
  [0x24eb, 11, 10], // ⓫ … ⓴
  [0x2780, 1, 10], // ➀ … ➉
  [0x278a, 1, 10], // ➊ … ➓
  [0x24f5, 1, 10], // ⓵ … ⓾
  [0x249c, 1, 26], // ⒜ … ⒵
  [0x24d0, 1, 26], // ⓐ … ⓩ
  [0x24b6, 1, 26], // Ⓐ … Ⓩ
  [0x3260, 1, 14], // ㉠ … ㉭
  [0x326e, 1, 14], // ㉮ … ㉻
  [0x320e, 1, 14], // ㈎ … ㈛
  [0x2160, 1, 12], // Ⅰ … Ⅻ
  [0x2170, 1, 12], // ⅰ … ⅻ
  [0xf02b1, 1, 10], // the boxed numerals of Hangul word processors
];

function words(list: string): readonly string[] {
  return list.split(' ');
}
