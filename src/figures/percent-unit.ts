/** How signs and words of percentages and points begin. */
export const percentOpenings: readonly string[] = ['%', '％', '퍼', 'per', 'pct', 'pc', 'pp', 'p.p', 'basis'];

/** From the sign on: which unit it is, and how long; `percent age points` where a line end has cut the word. */
const pointUnit = /[%％] ?(?:[pP](?![a-zA-Z])|포인트)|퍼센트 ?포인트|[Pp]er[ -]?cent(?: ?age)?[ -]points?|pp\b|p\.p\./y;
const basisUnit = /basis points?/y;
const plainUnit =
  /[%％]|퍼센트|[Pp]er[ -]?cent(?![A-Za-z])|pct\b\.?|(?<=\d)pc(?![A-Za-z-]| (?:sets?|kits?|packs?|bundles?|tool|dinner)\b)/y;

/** A sign or word of percentages or points at a place of a text. */
export interface PercentUnit {
  readonly end: number;
  readonly points: boolean;
  /** Of ten: a basis point is a hundredth of a percentage point. */
  readonly power: number;
}

/** The unit whose sign or word begins at `at`, or null. */
export function unitAt(text: string, at: number): PercentUnit | null {
  for (const [pattern, points, power] of [
    [pointUnit, true, 0],
    [plainUnit, false, 0],
    [basisUnit, true, -2],
  ] as const) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { end: pattern.lastIndex, points, power };
  }
  return null;
}
