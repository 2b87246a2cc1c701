import { contentWords } from '../ledger/subject';

const calendar =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)$/;

/** Content words without the calendar's; verbs by their first letters, so that `leaves` and `leave` are one. */
export function wordsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of contentWords(text))
    if (!calendar.test(word)) found.add(/[가-힣]/.test(word) ? koreanStem(word) : word.replace(/e$/, '').slice(0, 9));
  for (const [word] of text.matchAll(numberedOnes)) found.add(word);
  return found;
}

/** `2nd` of `2nd forum`; the `15th` of `15th November` is no part of what happens. */
export const numberedOnes = /\b\d+(?:st|nd|rd|th)\b(?! (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/g;

/** `준공식` is the day of 준공, `확정하고` an end of 확정. */
const koreanStem = (word: string): string =>
  word.length >= 3 ? word.replace(/(?<=[가-힣]{2})(?:식|일|되|하되|하여|해|한다|함)$/, '') : word;

/** Whether a word, stemmed or not, is of what leads up to an event: `Entries for the marathon close on`. */
export const isOfEntries = (word: string): boolean => entries.test(word);

const entries = /^(?:appl(?:y|ies|i|icat)|regist|entr(?:y|i|$)|nominat|book(?:ing|$)|신청|접수|모집|등록)/;
