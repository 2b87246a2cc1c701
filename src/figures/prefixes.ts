/**
 * Words by their first three letters in either case, so that one look rules out nearly every word that is not of a list.
 * Shorter words, and digits in them, match whatever follows. What a word may be is told in bits.
 */
export class Prefixes {
  private readonly kinds = new Uint16Array(1 << 15);

  /** Words that do not begin with a Latin letter are left out. */
  mark(words: Iterable<string>, kind: number): void {
    for (const word of words) {
      const first = word.charCodeAt(0) | 32;
      if (first < 97 || first > 122) continue;
      for (let rest = 0; rest < 1024; rest++) {
        const second = word.length > 1 && word[1] !== '0' ? word.charCodeAt(1) : rest >> 5;
        const third = word.length > 2 ? word.charCodeAt(2) : rest;
        this.kinds[placeOf(first, second, third)]! |= kind;
      }
    }
  }

  /** What the Latin word that begins with these code units may be; mostly 0. */
  at(first: number, second: number, third: number): number {
    return this.kinds[placeOf(first, second, third)]!;
  }
}

const placeOf = (first: number, second: number, third: number): number =>
  ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
