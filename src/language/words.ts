import { commonWords, knownWords } from './words.data';

/**
 * Whether a string of lower-case letters is an English word: for telling a word that a line end cut from two words.
 * The list is a Bloom filter of the words in common use with their inflections: it knows all of them, and takes about
 * one other string in a hundred for a word. Names are not in it.
 */
export const isEnglishWord = (lower: string): boolean => holds(known, lower, 6);

/** Whether it is one of the ten thousand or so words that any text uses. */
export const isCommonEnglishWord = (lower: string): boolean => holds(common, lower, 5);

const known = bytesOf(knownWords);
const common = bytesOf(commonWords);

function holds(filter: Uint8Array, word: string, hashes: number): boolean {
  if (word.length < 2) return word === 'a' || word === 'i';
  let first = 0x811c9dc5;
  let second = 0x1b873593;
  for (let i = 0; i < word.length; i++) {
    first = Math.imul(first ^ word.charCodeAt(i), 0x01000193);
    second = Math.imul(second ^ word.charCodeAt(i), 0x5bd1e995) ^ (second >>> 13);
  }
  for (let i = 0; i < hashes; i++) {
    const bit = ((first + Math.imul(i, second | 1)) >>> 0) % (filter.length * 8);
    if ((filter[bit >> 3]! & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

/** Base64 → bytes; `atob` is not in the language itself. */
function bytesOf(base64: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const values = new Uint8Array(128);
  for (let i = 0; i < 64; i++) values[alphabet.charCodeAt(i)] = i;
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((base64.length / 4) * 3 - padding);
  for (let i = 0, at = 0; i < base64.length; i += 4) {
    let group = 0;
    for (let k = 0; k < 4; k++) group = (group << 6) | values[base64.charCodeAt(i + k)]!;
    if (at < bytes.length) bytes[at++] = group >> 16;
    if (at < bytes.length) bytes[at++] = (group >> 8) & 255;
    if (at < bytes.length) bytes[at++] = group & 255;
  }
  return bytes;
}
