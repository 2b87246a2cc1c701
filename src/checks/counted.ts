import { readOrdinal, type Written } from '../edits/ordinal';
import { packed } from '../text/packed';
import type { Span } from '../text/span';
import { onceOfText } from './of-text';
import type { Passage } from './passage';

/** A number of things that a text names: `three technologies`, `3개 분야`. Offsets are in the text. */
export interface Counted extends Span {
  readonly number: Written;
  /** The words after the number, to the end of the noun phrase. */
  readonly noun: string;
}

const englishNumber =
  /(?<![\w.,'’$£€-])(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen|Eighteen|Nineteen|Twenty|[2-9]|1\d|20)((?: [A-Za-z][\w’'/-]{0,24}){1,6})(?= ?[(:–—.,;]|$| )/g;

/** Things that are measured or too many to be listed by name. */
const measured =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|times|per|percent|percentage|points?|million|billion|trillion|thousand|hundred|crore|lakh|people|persons|pupils|students|jobs|homes|households|residents|visitors|tonnes|tons|miles|kilomet\w+|met\w+|km|m|ha|hectares|seats|beds|won|euros?|dollars?|pounds?|yen|rupees|francs|of|in|to|and|or|out|January|February|March|April|May|June|July|August|September|October|November|December)$/i;
const notBefore =
  /(?:\b(?:at least|at most|more than|less than|fewer than|over|about|around|some|nearly|almost|up to|under|within|than|other|another|further|additional|more|first|last|next|extra|(?:Phase|Grade|Level|Type|Class|Lot|Stage|Article|Section|Table|Figure|Group|Chapter|Annex|Task|No\.?|Act|Part|Round|Lock|Gate|Route|Line))|(?:\b(?:[a-z]+ty|one|two|three|four|five|six|seven|eight|nine|ten|\d+)) (?:or|to|and)|[-–—~])\s?$/;
const partOf =
  /(?:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|many|most|several|few|half|any|none|each|all but one) of (?:the|its|our|their|these|those|all) )$/i;

/** The things that a passage counts in English. */
export const englishCounts: (passage: Passage) => readonly Counted[] = onceOfText((text) =>
  packed([...countedInEnglish(text)]),
);

/** The counted nouns of an English text. Bounds, parts of a whole (`two of the nine vans`) and measures are left out. */
export function* countedInEnglish(text: string): Generator<Counted> {
  for (let from = 0; ;) {
    englishNumber.lastIndex = from;
    const match = englishNumber.exec(text);
    if (match === null) return;
    const [, word = '', tail = ''] = match;
    // What follows may hold the number that counts: `Action 4 Light the paths of five parks`.
    from = match.index + word.length;
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (notBefore.test(before) || partOf.test(before)) continue;
    const words = tail.trim().split(' ');
    if (measured.test(words[0]!)) continue;
    const noun = nounPhrase(words);
    if (noun === null) continue;
    const number = readOrdinal(word).find(({ hand }) => hand === 'digits' || hand === 'cardinal');
    if (number === undefined) continue;
    const start = match.index;
    const end = start + word.length + 1 + noun.length;
    yield { number: { ...number, start, end: start + word.length }, noun, start, end };
  }
}

/** The words up to the plural noun that is counted, with `of …` after it (`fields of action`); null where none is. */
function nounPhrase(words: readonly string[]): string | null {
  const head = words.findIndex(
    (word) =>
      /(?:[a-z](?<!s|u|i)s|criteria|media|phenomena|bases|analyses|buses|axes|processes)$/.test(word) &&
      !/^(?:is|was|has|does|its|this|as|us|plus|versus|less)$/.test(word),
  );
  if (
    head < 0 ||
    measured.test(words[head]!) ||
    words
      .slice(0, head)
      .some((word) =>
        /^(?:is|are|was|were|will|of|in|on|at|by|and|or|to|from|for|with|the|a|an|that|which|have|has|had)$/.test(word),
      )
  )
    return null;
  // Two plural nouns on end: `train sets` ends at the second, `systems engineers` too.
  let last = head;
  while (
    words[last + 1] !== undefined &&
    /[a-z]s$/.test(words[last + 1]!) &&
    !/^(?:is|was|has|as|its|plus|includes|covers|means|needs)$/.test(words[last + 1]!)
  )
    last++;
  if (
    words[last + 1] === 'of' &&
    words[last + 2] !== undefined &&
    !/^(?:the|a|an|its|our|which|these|those)$/.test(words[last + 2]!)
  )
    last += 2;
  return words.slice(0, last + 1).join(' ');
}

const koreanNumber =
  /(?<![0-9.,’'제가-힣A-Za-z])(\d{1,2}|두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?(?:(개|가지|대|건|곳|종|단계|축|개소|개국)(?!년|월|보험|의 ?1)|(?=단계|분야|방향|전략|과제|원칙|기관|부문|영역))((?: ?[가-힣·]{1,8}){0,4})/g;

/** The counted nouns of a Korean text. */
export function* countedInKorean(text: string): Generator<Counted> {
  for (const match of text.matchAll(koreanNumber)) {
    const [whole, word = ''] = match;
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (/(?:약|최소|최대|이상|넘는|모두 합쳐|가운데|중|이 중|그중|다른|나머지|추가로|신규) ?$/.test(before)) continue;
    const number = readOrdinal(word).find(({ hand }) => hand === 'digits' || hand === 'counter');
    if (number === undefined || number.value < 2 || number.value > 20) continue;
    const start = match.index;
    const phrase = koreanPhrase(whole.trimEnd(), text[start + whole.trimEnd().length] ?? '');
    yield {
      number: { ...number, start, end: start + word.length },
      noun: phrase.slice(word.length).trim(),
      start,
      end: start + phrase.length,
    };
  }
}

const particle = /(?:으로|로|를|을|이|가|은|는|에서|에게|에|의|와|과|도|만)$/;

/** The phrase up to the word that bears a particle, without it: `4개 분야` of `4개 분야로 운영한다`. */
function koreanPhrase(whole: string, next: string): string {
  const words = whole.split(' ');
  for (let i = 0; i < words.length; i++) {
    const last = i === words.length - 1;
    if (last && /[(（:：]/.test(next)) break;
    const bare = words[i]!.replace(particle, '');
    // `6개 역은`: what has the topic's particle may be a noun of one syllable.
    if (i === 1 && /^[가-힣][은는]$/.test(words[i]!) && /\d\s?개$/.test(words[0]!))
      return `${words[0]!} ${words[i]![0]!}`;
    if (bare !== words[i] && bare.length >= 2) return [...words.slice(0, i), bare].join(' ');
  }
  return words.slice(0, 3).join(' ');
}
