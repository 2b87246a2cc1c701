import { isDigit } from '../text/space';

/** `R486.5 million`, `R2 bn`: a letter with a number and a scale word behind it is the rand. */
const rand = /(?<=^|[\s(–—-])R\s?\d[\d.,]*(?:[ \u00a0\u202f]\d{3}(?:[.,]\d+)?)*\s?(?:million|billion|[mb]n|m)\b/y;

/** Fewer may be roads or codes. */
const enough = 3;

/**
 * The region (ISO 3166) that a document tells by the letter that it writes before its millions, or null. Where it is told,
 * the letter is money before small numbers too: `R8,000 each`, `the levy of R3.10`.
 */
export function regionToldBy(source: string): string | null {
  let times = 0;
  for (let at = source.indexOf('R'); at >= 0; at = source.indexOf('R', at + 1)) {
    if (!isDigit(source.charCodeAt(at + 1)) && !isDigit(source.charCodeAt(at + 2))) continue;
    rand.lastIndex = at;
    if (rand.test(source) && ++times >= enough) return 'ZA';
  }
  return null;
}
