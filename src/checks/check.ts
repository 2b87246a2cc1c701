import type { Edit } from '../edits/edit';
import type { Equation } from '../ledger/claim';
import type { PlanFacts } from '../plan';
import type { Span } from '../text/span';
import type { InTurns } from '../text/steps';
import type { Passage } from './passage';

/** `error` cannot be true as written · `warning` very probably wrong · `info` worth a look · `hint` style. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** One thing that the plan says in two ways. Plain data: printed by the command line, shown by the editor. */
export interface Finding extends Span {
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, with the figures and the arithmetic in it. */
  readonly message: string;
  /** Every figure that the arithmetic used, each with what it contributes. */
  readonly related: readonly Related[];
  /** Ways out; at most one is preferred, and it comes first. */
  readonly fixes: readonly Fix[];
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Related extends Span {
  readonly message: string;
}

/** One way to mend a finding: edits that never overlap and apply to the text that was analysed. */
export interface Fix {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

/** What a check yields: a finding without what the runner knows. `severity` may only lower the check's own. */
export interface Draft extends Span {
  readonly message: string;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  readonly data?: Readonly<Record<string, unknown>>;
  /**
   * Figures whose arithmetic goes wrong because of what is found here: equations with one of them are not reported
   * besides. `reduced from 250 to 300` explains why the rate beside it does not follow either.
   */
  readonly explains?: readonly Span[];
  /** Where later checks in the list keep still, besides the finding's own span: it is the same fault. */
  readonly covers?: readonly Span[];
}

/**
 * An equation that the plan states: reported when it fails, evidence for its figures when it holds. Which figure is at
 * fault, and what it should be, follows from all equations together (`ledger/diagnose.ts`).
 */
export interface Stated {
  readonly equation: Equation;
  /** May only lower the check's own. */
  readonly severity?: Severity;
  /** Reported as such only where no other equation fails with it: a sum of many parts, beside a conflict of one. */
  readonly aside?: true;
  /** Words, the heads of columns or sums beside it join its figures beyond doubt: no slip of the pen need explain why it fails. */
  readonly joined?: true;
  /** What is wrong, should it fail, with the arithmetic in it. */
  says(t: Translate): string;
  /** Ways out in words, besides figures that can be worked out: `14 percentage points` for `14%`. They come first. */
  otherFixes?(t: Translate): readonly Fix[];
}

/**
 * Words for a person, in the language of the interface. The template is English with `{0}`, `{1}`, … as places; the
 * same templates are the keys of `l10n/bundle.l10n.<language>.json`.
 */
export type Translate = (template: string, ...values: readonly (string | number)[]) => string;

/**
 * One check: what it says, why, and how it finds it. A plain object that either finds what is wrong, or tells which
 * equations the plan states: in the plan as a whole, in each passage by itself, or both.
 */
export type Check = Finder | Claimant;

export interface Finder extends AboutCheck {
  /** What is wrong in the plan as a whole; undefined wherever the search may be put down, every few dozen passages. */
  find?(plan: PlanFacts, t: Translate): InTurns<Draft>;
  /**
   * What is wrong in one passage, told from its own words and figures, and from the year, the region and the language of
   * the plan; nothing else. It is asked once for each passage as long as that reads the same, and what it finds moves
   * with the passage.
   */
  findIn?(passage: Passage, plan: Around, t: Translate): Iterable<Draft>;
}

export interface Claimant extends AboutCheck {
  /** The equations that the plan as a whole states; it may be put down as `find` may. */
  claims?(plan: PlanFacts): InTurns<Stated>;
  /** The equations that one passage states by itself: as `findIn`. */
  claimsIn?(passage: Passage, plan: Around): Iterable<Stated>;
}

/** What a look at one passage may know of the plan around it; of the source, what the passage's block is written in. */
export type Around = Pick<PlanFacts, 'source' | 'year' | 'issued' | 'region' | 'language' | 'format'>;

export const isClaimant = (check: Check): check is Claimant => 'claims' in check || 'claimsIn' in check;

/** What is documented of a check. */
export interface AboutCheck {
  readonly code: string;
  /** What a plan that passes does, in one sentence. */
  readonly says: string;
  /** Why it matters to the reader of the plan. */
  readonly because: string;
  readonly severity: Severity;
  /** Off unless the settings turn it on. */
  readonly off?: true;
  /** Run as tests and printed in the documentation: `wrong` gives a finding, `right` gives none. */
  readonly examples: readonly Example[];
  /** How it reads figures and what it leaves alone, in sentences for the documentation. */
  readonly reads: readonly string[];
}

export interface Example {
  readonly wrong: string;
  readonly right: string;
  readonly language?: string;
  readonly year?: number;
}
