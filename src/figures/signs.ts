/** Signs that keyboards, converters and word processors leave in many code points. */

/** An apostrophe before a year's last two digits: also primes, accents and quotation marks of all widths. */
export const apostrophes = "'’‘‛′‵ʼ`´＇｀";
/** Hyphens, dashes and minus signs; the first may begin a class of a pattern. */
export const dashes = '-‐‑‒–—−';
/** Tildes and waves, with which Korean and Japanese join the ends of a range. */
export const tildes = '~∼〜～˜∽⁓';
