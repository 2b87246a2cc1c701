/**
 * Words by three letters in a row in either case, the first three unless said otherwise, so that one look rules out nearly
 * every word that is not of a list. Shorter words, and digits in them, match whatever follows. What a word may be is told
 * in bits.
 */
export class Prefixes {
  private readonly kinds = new Uint16Array(1 << 15);

  /** `from`: which letters count, from that one on. Words that do not begin with a Latin letter are left out. */
  mark(words: Iterable<string>, kind: number, from = 0): void {
    for (const word of words) {
      const initial = word.charCodeAt(0) | 32;
      if (initial < 97 || initial > 122) continue;
      for (const first of codesAt(word, from)) {
        for (const second of codesAt(word, from + 1)) {
          for (const third of codesAt(word, from + 2)) this.kinds[placeOf(first, second, third)]! |= kind;
        }
      }
    }
  }

  /** What the Latin word with these code units may be; mostly 0. */
  at(first: number, second: number, third: number): number {
    return this.kinds[placeOf(first, second, third)]!;
  }
}

const any = Array.from({ length: 32 }, (_, code) => code);

/** The code units that may stand at a place of the word. */
const codesAt = (word: string, at: number): readonly number[] =>
  at >= word.length || word[at] === '0' ? any : [word.charCodeAt(at)];

const placeOf = (first: number, second: number, third: number): number =>
  ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
