/**
 * Korean particles take one form after a final consonant and another after a vowel. Sentences write both,
 * `{0}은(는)`, `{0}(으)로`, `{0}(이)라고`; once the word is filled in, its last sound chooses: `42.0(으)로` → `42.0으로`.
 * After a letter or sign whose reading is not known both stay.
 */
export const withParticles = (sentence: string): string =>
  sentence.replace(
    /((?:\d\.|[월화수목금토일]\)|[A-Za-z%㎡]{1,3}|.))([”’"')」]?)(은\(는\)|이\(가\)|을\(를\)|과\(와\)|와\(과\)|\(으\)로|\(이\)라)/g,
    (all, last: string, quote: string, both: string) => {
      const final = finalSound(last);
      const forms = particles[both];
      if (final === undefined || forms === undefined) return all;
      const closed = both === '(으)로' ? final === 'other' : final !== 'none';
      return last + quote + forms[closed ? 0 : 1];
    },
  );

/**
 * The particle that stands behind a word, written anew for another word: `표 1을` → `표 4를`. `after` is the text behind
 * the word, a closing bracket or quotation mark before the particle allowed. Null where none stands there, or it stays.
 */
export function particleFor(word: string, after: string): { start: number; end: number; newText: string } | null {
  const match = /^([>〉》)\]”’"']?)(으로|은|는|이|가|을|를|과|와|로)(?=[\s,.)]|$)/.exec(after);
  const final = finalOf(word.at(-1) ?? '');
  if (match === null || final === undefined) return null;
  const forms = Object.values(particles).find((pair) => pair.includes(match[2]!));
  if (forms === undefined) return null;
  // `와(과)` lists its forms as `과(와)` does.
  const closed = forms[1] === '로' ? final === 'other' : final !== 'none';
  const newText = forms[closed ? 0 : 1];
  const start = match[1]!.length;
  return newText === match[2] ? null : { start, end: start + match[2]!.length, newText };
}

/** After a final consonant, after a vowel; `로` follows ㄹ too. */
const particles: Readonly<Record<string, readonly [string, string]>> = {
  '은(는)': ['은', '는'],
  '이(가)': ['이', '가'],
  '을(를)': ['을', '를'],
  '과(와)': ['과', '와'],
  '와(과)': ['과', '와'],
  '(으)로': ['으로', '로'],
  '(이)라': ['이라', '라'],
};

type Final = 'none' | 'rieul' | 'other';

/** How Korean reads the digits, `0` (영) to `9` (구). */
const digits: readonly Final[] = ['other', 'rieul', 'none', 'other', 'none', 'none', 'other', 'rieul', 'rieul', 'none'];

/** Units as they are read: 킬로미터, 헥타르, 톤, 퍼센트포인트. */
const units: Readonly<Record<string, Final>> = {
  ...{ m: 'none', km: 'none', cm: 'none', mm: 'none', ha: 'none', '㎡': 'none', '%p': 'none', kg: 'other', t: 'other' },
};

/** The final sound of a word's end: `14.` of a date is read 십사일, `(화)` 화요일, `km` 킬로미터. */
function finalSound(end: string): Final | undefined {
  if (/^(?:\d\.|[월화수목금토일]\))$/.test(end)) return 'rieul';
  return Object.hasOwn(units, end) ? units[end] : finalOf(end.at(-1)!);
}

/** The final consonant of a character as it is read aloud, or undefined where that is not known. */
function finalOf(character: string): Final | undefined {
  const code = character.charCodeAt(0);
  if (code >= 0xac00 && code <= 0xd7a3) {
    const final = (code - 0xac00) % 28;
    return final === 0 ? 'none' : final === 8 ? 'rieul' : 'other';
  }
  if (code >= 0x30 && code <= 0x39) return digits[code - 0x30];
  return character === '%' || character === '℃' ? 'none' : undefined;
}
