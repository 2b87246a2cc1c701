import { languages } from '../language/index';
import type { DateFigure } from '../figures/figure';
import type { Span } from '../text/span';
import type { Passage } from './passage';

/** The number of years in the plan's title, or null. */
export function periodOf(all: readonly Passage[]): number | null {
  for (const { figures } of all.slice(0, 3))
    for (const { figure } of figures) if (figure.kind === 'date' && yearsOf(figure) !== null) return yearsOf(figure);
  // `The plan covers five years, from FY2026 to FY2030`
  for (const passage of all.slice(0, 24)) {
    const match =
      /\b(?:plan|strategy|programme|program|it) (?:covers|runs for|spans|lasts|is for) (?:the )?([a-z]+|\d{1,2}) (?:fiscal |financial )?years\b/i.exec(
        passage.text,
      );
    if (match === null) continue;
    const span = passage.figures.find(
      ({ start, figure }) => start > match.index && figure.kind === 'date' && yearsOf(figure) !== null,
    );
    if (span?.figure.kind === 'date') return yearsOf(span.figure);
    const count = match === null ? undefined : (english[match[1]!.toLowerCase()] ?? Number(match[1]));
    if (count !== undefined && count >= 2 && count <= 20) return count;
  }
  return null;
}

const english = languages.find((language) => language.code === 'en')!.numbers.words;
const spans = /(\d{1,2}|\b[a-z]+)[\s-]year(?:s|\b)|(\d{1,2})\s?(?:개년|년간|년\s?동안)/gi;

/** A number of years where it is stated: a span of years, or in words. Offsets in the passage's text. */
export interface YearMention extends Span {
  readonly count: number;
}

/** Every number of years that a stretch of text states, those of spans of years first. */
export function yearMentions(passage: Passage, near: Span): YearMention[] {
  const found: YearMention[] = [];
  for (const { figure, start, end } of passage.figures) {
    if (figure.kind !== 'date' || start < near.start || end > near.end) continue;
    const count = yearsOf(figure);
    if (count !== null) found.push({ count, start, end });
  }
  for (const match of passage.text.slice(near.start, near.end).matchAll(spans)) {
    const word = (match[1] ?? match[2])!.toLowerCase();
    const count = /^\d/.test(word) ? Number(word) : english[word];
    const start = near.start + match.index;
    if (count !== undefined && count >= 2 && count <= 50) found.push({ count, start, end: start + match[0].length });
  }
  return found;
}

/** The numbers of years that a stretch of text states, each once. */
export const yearsIn = (passage: Passage, near: Span): number[] => [
  ...new Set(yearMentions(passage, near).map(({ count }) => count)),
];

/** How many years a span of years has, both counted; null where it is no such span. */
export function yearsOf({ parts }: DateFigure): number | null {
  const [first, last] = parts;
  if (
    last === undefined ||
    first.year === undefined ||
    last.year === undefined ||
    first.month !== undefined ||
    last.month !== undefined
  )
    return null;
  const count = (last.endYear ?? last.year) - first.year + (first.endYear === undefined ? 1 : 0);
  return count >= 2 && count <= 50 ? count : null;
}
