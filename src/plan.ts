import type { Finding, Severity } from './checks/check';
import type { Figure } from './figures/figure';
import type { Written } from './figures/written';
import type { Coverage } from './outline/coverage';
import type { Declared, Node } from './outline/outline';
import type { Block } from './text/block';
import type { ReadMarkdown } from './text/passages';
import type { Span } from './text/span';

/** How a document is to be read. All are optional; nothing is taken from the clock, the disk or the locale. */
export interface AnalyseOptions {
  /** Names the document and, by its extension, its format. */
  readonly path?: string;
  readonly format?: Format;
  /** The plan's reference year, where the caller knows it. */
  readonly year?: number | undefined;
  /** ISO 639-1; `auto` and absence tell it block by block. */
  readonly language?: string | undefined;
  /** ISO 3166: what a bare `$`, `rupees` or `francs` means, and when the fiscal year starts. */
  readonly region?: string | undefined;
  /** Severity a code, or `off`. */
  readonly checks?: Readonly<Record<string, Severity | 'off'>>;
  /** Findings of `code` whose text contains `text` are accepted as they stand. */
  readonly ignore?: readonly { readonly code: string; readonly text: string }[];
  /** `true`: treat as a plan; `false`: do not; absent: as its front matter says (`planlint: true`), else by its content. */
  readonly plan?: boolean;
  /** The interface language's sentences by English template; absent: English. */
  readonly messages?: Readonly<Record<string, string>>;
}

export type Format = 'markdown' | 'text';

/** All that the passes before the checks know of one document. */
export interface PlanFacts {
  readonly version: 1;
  readonly path: string;
  readonly language: string;
  readonly format: Format;
  readonly region: string | null;
  /** The plan's reference year, or null. */
  readonly year: number | null;
  /** Where the year was read, or null where the caller gave it. */
  readonly yearSpan: Span | null;
  /** The day on which the document was issued, as an ISO date, or null. */
  readonly issued: string | null;
  /** Whether it reads as a plan at all. */
  readonly isPlan: boolean;
  readonly title: string | null;
  /** The text as analysed: a leading byte-order mark removed, line ends as they are. */
  readonly source: string;
  readonly blocks: readonly Block[];
  /** What the blocks of a Markdown source were read from; null for plain text. */
  readonly markdown: ReadMarkdown | null;
  /** Of each block, the figures as they stand there, before years, units and subjects from elsewhere are filled in. */
  readonly written: Written;
  readonly outline: readonly Node[];
  /** In order of start. */
  readonly figures: readonly Figure[];
  /** In order of start. */
  readonly declared: readonly Declared[];
  readonly options: AnalyseOptions;
}

/** The Plan: all that the core knows of one document. Immutable plain data. */
export interface Plan extends PlanFacts {
  /** In order of start. */
  readonly findings: readonly Finding[];
  /** Findings that a directive, the front matter or the settings accept as they stand, in order of start. */
  readonly accepted: readonly Finding[];
  /** How many figures were found, understood and set against others, and which are open and why. */
  readonly coverage: Coverage;
  /** Checks that failed on this document: a defect of ours, named so that it can be told. */
  readonly failures: readonly { readonly code: string; readonly message: string }[];
}

/** What reports tell of a Plan: all but its blocks and what only the next analysis needs. Light enough to be sent between threads and kept in a cache. */
export type PlanReport = Omit<Plan, 'blocks' | 'markdown' | 'written' | 'options'>;
