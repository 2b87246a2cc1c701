import { readFileSync } from 'node:fs';

/** The texts that everything is measured on: plans of `seeds/`, repeated with other digits until they are long enough. */
export const texts = {
  english: (length: number) => grown(seed('science-ict-2024-pasted.txt'), length),
  korean: (length: number) => grown(seed('안전-2026.md'), length),
  markdown: (length: number) => grown(seed('science-ict-2024.md'), length),
};

/** Texts that a careless pattern would choke on. */
export const adversarial: Readonly<Record<string, (length: number) => string>> = {
  digits: (length) => '1234567890'.repeat(length / 10),
  spaces: (length) => ' '.repeat(length),
  commas: (length) => '1,'.repeat(length / 2),
  brackets: (length) => '([{'.repeat(length / 3),
  dots: (length) => '1.'.repeat(length / 2),
  pipes: (length) => '|'.repeat(length),
  quotes: (length) => '"’'.repeat(length / 2),
  hangul: (length) => '억만천백'.repeat(length / 4),
  tildes: (length) => '1~'.repeat(length / 2),
  dollars: (length) => '$1 '.repeat(length / 3),
};

const seed = (name: string): string => readFileSync(`seeds/${name}`, 'utf8');

/** Repeats a text, each time with other last digits, so that no memory of a text seen before can help. */
function grown(text: string, length: number): string {
  let result = '';
  for (let round = 0; result.length < length; round++) {
    result += `${text.replace(/(\d)(\d)(?=[^\d\n])/g, (_, a: string, b: string) => a + ((Number(b) + round) % 10))}\n\n`;
  }
  return result.slice(0, length);
}
