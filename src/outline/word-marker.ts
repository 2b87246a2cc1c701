import type { Block } from '../text/block';
import { marker, placeOf, type Marker } from './marker';
import { cardinalOf, closings, hintOf, ordinalOf, otherLabels } from './words';

const word = /[A-Za-z]{2,12}(?:-[A-Za-z]{3,8})?|[가-힣]{1,4}(?: ?번째|째)/y;

/** The words that close a series, the longest first. */
const closingForm = new RegExp(closings.join('|'), 'iy');

/** `Number one: …`, `And number 4, …` */
const numberForm = /(?:And )?(?:N|(?<=And )n)umber (\d{1,2}|[a-z]{3,9})[:,]\s/y;

/** `First, …`, `Secondly, …`, `One, …`, `첫째, …`, `Lastly, …`. */
export function wordMarker(block: Block, head: string, at: number): Marker | null {
  closingForm.lastIndex = at;
  const closing = closingForm.exec(head)?.[0].toLowerCase();
  if (closing !== undefined) {
    const end = at + closing.length;
    const after = /^(?:,|，|、|:)\s*|^\s+(?=[가-힣])/.exec(head.slice(end));
    // `last week`, `final` and so on are no markers: a closing word of one word needs its comma.
    if (after !== null && isCapital(head, at)) {
      const place = placeOf(block, at, end, end + after[0].length);
      return { ...marker(place, 'word', seriesOfWords(closing), null), closing: true };
    }
  }
  numberForm.lastIndex = at;
  const told = numberForm.exec(head);
  const number = told === null ? null : (cardinalOf(told[1]!.toLowerCase()) ?? Number(told[1]));
  if (told !== null && number !== null && number <= 20) {
    const end = at + told[0].length;
    return marker(placeOf(block, at, at + told[0].trimEnd().length - 1, end), 'word', 'word:number', number);
  }
  word.lastIndex = at;
  const found = word.exec(head)?.[0];
  if (found === undefined || !isCapital(head, at)) return null;
  const lower = found.toLowerCase();
  const ordinal = ordinalOf(lower) ?? (lower.endsWith('ly') ? ordinalOf(lower.slice(0, -2)) : null);
  const end = at + found.length;
  const after =
    /^(?:로|로는|는|은)?\s*[,，、:]\s*|^\s[–—]\s/.exec(head.slice(end)) ??
    // `첫 번째는 민생 회복입니다.`
    (/째$/.test(found) ? /^[는은] (?=[가-힣])/.exec(head.slice(end)) : null);
  if (after === null) return null;
  const place = placeOf(block, at, end, end + after[0].length);
  if (ordinal !== null) return marker(place, 'word', seriesOfWords(found), ordinal);
  const cardinal = cardinalOf(lower);
  // `One, two, three …` counts aloud; `One, the Ministry …` numbers.
  const next = /^[A-Za-z]+/.exec(head.slice(place.titleAt))?.[0].toLowerCase() ?? '';
  if (cardinal === null || cardinal > 20 || !after[0].startsWith(',') || cardinalOf(next) !== null) return null;
  return marker(place, 'cardinal', 'cardinal', cardinal);
}

const seriesOfWords = (text: string): string => (/[가-힣]/.test(text) ? 'word:ko' : 'word');

const englishPhrase =
  /(?:(?:The|Our|My|A|Its|This) )?(\d{1,2}(?:st|nd|rd|th)|[A-Za-z]{4,8}(?:-[a-z]{5,7})?)(?: and (?:last|final))?((?: [A-Za-z-]{2,16}){1,3}?)(?:,(?: [A-Za-z’'-]{1,16}){2,8},)?(?: (?:is|will|concerns|involves|covers|aims|focuses|seeks)\b|\s*[:–—]\s)/y;
const koreanPhrase = /([가-힣]{1,4}(?: ?번째|째)|마지막) ([가-힣 ]{2,8}?)(?:은|는|이|로|,|:)(?=\s)/y;

/** `The first aim is to …`, `My second priority, and the dearest to me, is …`, `Third pillar: …`, `1st Engine: …`, `첫 번째 과제는 …`. */
export function phraseMarker(block: Block, head: string, at: number): Marker | null {
  for (const pattern of [englishPhrase, koreanPhrase]) {
    pattern.lastIndex = at;
    const match = pattern.exec(head);
    if (match === null || !isCapital(head, at)) continue;
    const [whole, ordinalWord = '', noun = ''] = match;
    const lower = ordinalWord.toLowerCase();
    const closing = lower === 'last' || lower === 'final' || lower === '마지막';
    const ordinal = /^\d/.test(lower) ? parseInt(lower, 10) : ordinalOf(lower);
    const label = noun.trim().toLowerCase();
    if ((ordinal === null && !closing) || label === 'is' || otherLabels.has(label)) continue;
    const hint = hintOf(label);
    if (hint === null || hint === 'section') continue;
    const end = at + whole.indexOf(noun) + noun.length;
    const separator = /^\s*[:–—]\s/.exec(head.slice(end));
    const place = placeOf(block, at, end, separator === null ? at : end + separator[0].length);
    const series = `phrase:${label.slice(label.lastIndexOf(' ') + 1)}`;
    return { ...marker(place, 'phrase', series, ordinal), closing, label, hint };
  }
  return null;
}

const isCapital = (text: string, at: number): boolean => !/[a-z]/.test(text[at] ?? '');
