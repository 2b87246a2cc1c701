import type { Part } from './part';
import { isGeneric } from './words';

/**
 * Headings that speak of a numbered part and begin none: `Timetable for Project 1`, `Project 3 (continued)`, `과제 1 추진일정`.
 * They bear the number of a part that stands elsewhere, and what else they say is not a title of its own.
 */
export function aboutParts(parts: readonly Part[]): Set<Part> {
  const labelled = parts.filter(({ marker }) => marker?.style === 'label' && marker.label !== null);
  const byLabel = new Map<string, Part[]>();
  for (const part of labelled) {
    const own = byLabel.get(part.marker!.label!);
    if (own === undefined) byLabel.set(part.marker!.label!, [part]);
    else own.push(part);
  }
  const first = new Map<string, Part>();
  const about = new Set<Part>();
  let before: Part | null = null;
  for (const [at, part] of labelled.entries()) {
    const label = part.marker!.label!;
    const named = first.get(keyOf(label, part));
    const isAbout =
      named === undefined
        ? shorterLabels(label).some(
            (short) =>
              (byLabel.get(short)?.length ?? 0) >= 2 &&
              first.has(keyOf(short, part)) &&
              (byLabel.get(label)!.length === 1 || / (?:of|for) /.test(label)),
          )
        : isContinued(part.title) || (isGeneric(part.title) && isOutOfTurn(part, before, labelled[at + 1] ?? null));
    if (isAbout) {
      about.add(part);
      continue;
    }
    if (named === undefined) first.set(keyOf(label, part), part);
    before = part;
  }
  return about;
}

const keyOf = (label: string, { marker }: Part): string => `${label} ${marker!.path.join('.')}`;

/** `for project`, `project` of `timetable for project`. */
export const shorterLabels = (label: string): string[] =>
  label.split(' ').flatMap((_, at, words) => (at === 0 ? [] : [words.slice(at).join(' ')]));

const isContinued = (title: string): boolean => /^\(?(?:continued|cont[’']?d\.?|cont\.|계속|이어서)\)?$/i.test(title);

/** Neither the number after that of the part before, nor one that a series begins anew with. */
function isOutOfTurn(part: Part, before: Part | null, next: Part | null): boolean {
  const [own, last] = [part.marker!, before?.marker];
  if (last?.label !== own.label || own.ordinal === null || last.ordinal === null) return false;
  const isSame = next !== null && next.marker!.label === own.label;
  return Math.abs(own.ordinal - last.ordinal) > 1 && !(isSame && next.marker!.ordinal === own.ordinal + 1);
}
