import { englishProse } from '../language/english-prose';
import { koreanProse } from '../language/korean-prose';

const openWords = [
  ...englishProse.openList,
  ...koreanProse.openList.filter((word) => word.startsWith('등') || word.length > 2),
];
const openList = new RegExp(
  openWords
    .map((word) =>
      /^[a-z]/.test(word)
        ? `\\b${word.replace(/\./g, '\\.')}`
        : word.startsWith('등')
          ? `\\s${word}(?=[\\s)에을이의으,.])`
          : word,
    )
    .join('|'),
  'i',
);

/** `such as`, `등`: the list names some parts only. */
export const opens = (text: string): boolean => openList.test(text);
