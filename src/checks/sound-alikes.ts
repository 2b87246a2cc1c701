import { gather } from '../text/gather';
import type { Span } from '../text/span';
import { mayRest, type Steps } from '../text/steps';
import { textWhere } from './of-text';
import { passagesWhere } from './passage';
import type { PlanFacts } from '../plan';

/** A long Korean word that stands otherwise in the plan, but for a vowel that sounds the same. */
export interface SoundAlike {
  readonly written: string;
  readonly place: Span;
  readonly meant: string;
  readonly others: readonly Span[];
}

/** Six syllables or more: `누리국제협력재단`. Shorter ones may be two words, as `재정` and `제정`. */
const longWord = /(?<![가-힣])[가-힣]{6,24}(?![가-힣])/g;
const particle = /(?:에서는|에서|으로|에게|까지|부터|에는|은|는|이|가|을|를|의|에|과|와|로|도)$/;

const withLongWords = passagesWhere(textWhere((text) => text.search(longWord) >= 0));

/** Words that are written in one way twice or more, and once with ㅔ for ㅐ (or the other way round): `누리국제협력제단`. */
export function* soundAlikes(plan: PlanFacts): Steps<SoundAlike[]> {
  const bySound = new Map<string, { readonly word: string; readonly place: Span }[]>();
  for (const [at, passage] of (yield* withLongWords.inSteps(plan)).entries()) {
    if (mayRest(at)) yield;
    for (const match of passage.text.matchAll(longWord)) {
      const word = match[0].replace(particle, '');
      if (word.length < 6) continue;
      gather(bySound, soundOf(word), { word, place: passage.span(match.index, match.index + word.length) });
    }
  }
  const found: SoundAlike[] = [];
  for (const all of bySound.values()) {
    const words = new Set(all.map(({ word }) => word));
    if (words.size !== 2) continue;
    const [one, other] = [...words].map((word) => all.filter((place) => place.word === word));
    const [few, many] = one!.length < other!.length ? [one!, other!] : [other!, one!];
    if (few.length !== 1 || many.length < 2) continue;
    const [{ word: written, place }] = few as [(typeof few)[0]];
    found.push({ written, place, meant: many[0]!.word, others: many.map((same) => same.place) });
  }
  return found;
}

const firstSyllable = 0xac00;
const [vowels, finals] = [21, 28];
/** ㅐ and ㅔ, ㅒ and ㅖ, by their places among the vowels. */
const alike: ReadonlyMap<number, number> = new Map([
  [1, 5],
  [3, 7],
]);

/** The word with one letter for vowels that sound the same. */
const soundOf = (word: string): string =>
  word.replace(/[가-힣]/g, (syllable) => {
    const code = syllable.charCodeAt(0) - firstSyllable;
    const vowel = Math.floor(code / finals) % vowels;
    const other = alike.get(vowel);
    return other === undefined ? syllable : String.fromCharCode(firstSyllable + code + (other - vowel) * finals);
  });
