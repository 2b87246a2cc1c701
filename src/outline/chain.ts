/** One member of a numbered series, in the order of the text. */
export interface Link {
  readonly ordinal: number | null;
  readonly closing: boolean;
  /** Whether a part of another series, a heading say, stands between it and the member before. */
  readonly afterOther: boolean;
  /** Whether it looks like part of the paragraph before: on the next line, or with its own `second` in the sentence. */
  readonly loose: boolean;
}

/**
 * Which members of a series belong to its main run. An inner list that uses the same words (`First, … Second, …` within
 * a task) is told by what follows it: the main run goes on where it had stopped. A wrong number is kept with the wrong
 * number, since checks are to see it; a run that begins again after a heading is a new run of the same series.
 *
 *     1 2 3 4 (1 2 3) 5 6        the inner three are out
 *     1 2 4 4 5, 1 1 3, 1 3 2 4  all stay
 *
 * `expected` is the number of members that the document declares, or null; it only settles whose a last `Lastly` is.
 */
export function mainRun(links: readonly Link[], expected: number | null): boolean[] {
  const kept = links.map(() => true);
  let last = 0;
  let runsOn = false;
  const seen = new Set<number>();
  for (let i = 0; i < links.length;) {
    const link = links[i]!;
    const ordinal = link.closing ? last + 1 : (link.ordinal ?? last + 1);
    const next = links[i + 1];
    if (ordinal === 1 && last >= 1) {
      const startsAnew = link.afterOther && !runsOn;
      const run = innerRun(links, i, startsAnew ? null : last + 1);
      const after = links[i + run.length];
      if (link.loose && next?.ordinal === last + 1) {
        kept[i++] = false;
        continue;
      }
      const short = run.length - (run.closed ? 1 : 0) <= last;
      if (after?.ordinal === last + 1 || (after === undefined && run.length >= 2 && short && !startsAnew)) {
        // What ends the inner run may be the main run's own `Lastly`.
        const spare = after === undefined && run.closed && endsMain(last, run.length, expected) ? 1 : 0;
        kept.fill(false, i, i + run.length - spare);
        i += run.length;
        continue;
      }
      if (startsAnew) seen.clear();
    } else if (link.closing && (last === 0 || next?.ordinal === last + 1)) {
      // A `Finally, …` that closes an inner list of which the text names nothing else.
      kept[i++] = false;
      continue;
    } else if (ordinal < last && seen.has(ordinal) && !link.afterOther && next?.ordinal === last + 1) {
      // A `Second, …` whose `First` stands inside a sentence.
      kept[i++] = false;
      continue;
    }
    runsOn ||= link.afterOther && last > 0 && ordinal === last + 1;
    last = ordinal;
    seen.add(ordinal);
    i++;
  }
  return kept;
}

const endsMain = (last: number, inner: number, expected: number | null): boolean =>
  expected === null ? last >= inner - 1 : expected === last + 1;

/** The run 1, 2, 3 … that begins at `start`, and whether a closing word ends it. The number `main` belongs to another. */
function innerRun(links: readonly Link[], start: number, main: number | null): { length: number; closed: boolean } {
  let length = 1;
  for (let i = start + 1; i < links.length; i++, length++) {
    const link = links[i]!;
    if (link.closing) return { length: length + 1, closed: true };
    if (link.ordinal !== length + 1 || link.ordinal === main) break;
  }
  return { length, closed: false };
}
