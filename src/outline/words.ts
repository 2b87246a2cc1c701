import { languages } from '../language/index';

/**
 * The languages' outline words in one table each, because Korean plans name their parts in English too and a bilingual
 * plan has both: the scripts keep the words apart.
 */
export const labels: ReadonlyMap<string, 'strategy' | 'task' | 'measure' | 'section'> = new Map(
  languages.flatMap(({ outline }) => Object.entries(outline.labels)),
);
export const otherLabels: ReadonlySet<string> = new Set(languages.flatMap(({ outline }) => outline.otherLabels));
const ordinals: ReadonlyMap<string, number> = new Map(
  languages.flatMap(({ numbers }) => Object.entries(numbers.ordinals)),
);
const cardinals: ReadonlyMap<string, number> = new Map(
  languages.flatMap(({ numbers }) => Object.entries(numbers.words)),
);
/** The words that are numbers: `nine`, `아홉`. */
export const cardinalWords: readonly string[] = [...cardinals.keys()];
/** A section label's place from the highest down: `chapter` stands above `section`. */
export const sectionRank: ReadonlyMap<string, number> = new Map(
  languages.flatMap(({ outline }) => outline.sections.map((word, rank) => [word, rank] as const)),
);
export const closings: readonly string[] = languages
  .flatMap(({ outline }) => outline.closing)
  .sort((a, b) => b.length - a.length);
const genericTitles: ReadonlySet<string> = new Set(languages.flatMap(({ outline }) => outline.generic));
export const gatheringWords: readonly string[] = languages.flatMap(({ outline }) => outline.gathering);
export const contentsTitles: ReadonlySet<string> = new Set(languages.flatMap(({ outline }) => outline.contents));
export const contactHeads: readonly string[] = languages.flatMap(({ outline }) => outline.contact);
export const saidWords: readonly string[] = languages.flatMap(({ outline }) => outline.said);

/** What a label word hints at, looked up whole and then by its last word (`Performance Goal` by `goal`), or null. */
export function hintOf(label: string): 'strategy' | 'task' | 'measure' | 'section' | null {
  const whole = labels.get(label);
  if (whole !== undefined) return whole;
  const last = label.slice(label.lastIndexOf(' ') + 1);
  // `area of intervention`: what it is stands before `of`.
  const of = label.indexOf(' of ');
  const byHead = of < 0 ? undefined : labels.get(label.slice(label.lastIndexOf(' ', of - 1) + 1, of));
  const byLast = byHead ?? labels.get(last);
  if (byLast !== undefined) return byLast;
  if (!/[가-힣]$/.test(label)) return null;
  return koreanNouns.find(([noun]) => label.endsWith(noun))?.[1] ?? null;
}

/** Korean compounds carry the noun at their end: 역점추진과제, 핵심전략. */
const koreanNouns = [...labels].filter(([word]) => word.length >= 2 && /[가-힣]/.test(word));

/** `first` → 1, `twenty-third` → 23, `첫째` → 1, `두 번째` → 2, `열둘째` → 12; null for any other word. Lower case. */
export function ordinalOf(word: string): number | null {
  const known = ordinals.get(word);
  if (known !== undefined) return known;
  const [ten = '', one, ...more] = word.split('-');
  if (one !== undefined && more.length === 0) return joined(cardinals.get(ten), ordinals.get(one));
  const korean = /^([가-힣]{1,4}?)(?: ?번째|째)$/.exec(word)?.[1];
  if (korean === undefined) return null;
  if (korean === '첫') return 1;
  return cardinals.get(korean) ?? (korean.startsWith('열') ? joined(10, cardinals.get(korean.slice(1))) : null);
}

/** `nine` → 9, `twenty-one` → 21; null for any other word. Lower case. */
export function cardinalOf(word: string): number | null {
  const known = cardinals.get(word);
  if (known !== undefined) return known;
  const [ten = '', one, ...more] = word.split('-');
  return one !== undefined && more.length === 0 ? joined(cardinals.get(ten), cardinals.get(one)) : null;
}

const joined = (tens: number | undefined, ones: number | undefined): number | null =>
  tens !== undefined && ones !== undefined && tens % 10 === 0 && ones < 10 ? tens + ones : null;

/** Whether a title names a section that any document may have: `Background`, `2025년 추진방향`, `Next steps`. */
export function isGeneric(title: string): boolean {
  const lower = title
    .replace(/\(.*$/, '')
    .replace(/[:：.]+\s*$/, '')
    .trim()
    .toLowerCase();
  if (genericTitles.has(lower) || genericTitles.has(lower.replace(/^(?:the|our) /, ''))) return true;
  const joined = lower.replace(/\s/g, '');
  if (!/[가-힣]/.test(joined) || joined.length > 12) return false;
  return [...genericTitles].some((word) => /[가-힣]/.test(word) && joined.endsWith(word));
}
