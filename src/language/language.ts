/**
 * What a language knows, as data. Adding a language is adding one file that fills this shape and one line in
 * `language/index.ts`. Each section serves one reader; a word stands once.
 */
export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  readonly numbers: NumberWords;
  readonly money: MoneyWords;
  readonly calendar: CalendarWords;
  readonly outline: OutlineWords;
  readonly prose: ProseWords;
}

/** For `figures/number.ts`. Keys are lower case. */
export interface NumberWords {
  /** Scale words and the power of ten they stand for, as an exact decimal string: `billion` → `1000000000`. */
  readonly scales: Readonly<Record<string, string>>;
  /** Number words: `nine` → 9, `seventeen` → 17, `아홉` → 9. */
  readonly words: Readonly<Record<string, number>>;
  /** Ordinal words: `first` → 1, `첫째` → 1. */
  readonly ordinals: Readonly<Record<string, number>>;
}

/** For `figures/amount.ts`. */
export interface MoneyWords {
  /** Words for currencies and the ISO 4217 code, or null where the word is shared: `won` → `KRW`, `dollars` → null. */
  readonly currencies: Readonly<Record<string, string | null>>;
  /** Words before a figure that widen or bound it: `about` → `about`, `up to` → `max`, `약` → `about`. */
  readonly qualifiersBefore: Readonly<Record<string, string>>;
  /** The same after a figure: `이내` → `max`, `or more` → `min`. */
  readonly qualifiersAfter: Readonly<Record<string, string>>;
  /** `per year` → `year`, `매월` → `month`. */
  readonly per: Readonly<Record<string, string>>;
}

/** For `figures/date.ts`. */
export interface CalendarWords {
  /** Month names and abbreviations → 1 to 12. */
  readonly months: Readonly<Record<string, number>>;
  /** Weekday names and abbreviations → 1 (Monday) to 7 (ISO 8601). */
  readonly weekdays: Readonly<Record<string, number>>;
}

/** For `outline/`. */
export interface OutlineWords {
  /** Words that name a part of the plan and the kind they name: `strategy`, `pillar` → `strategy`; `task` → `task`. */
  readonly labels: Readonly<Record<string, 'strategy' | 'task' | 'measure' | 'section'>>;
  /** Words that close a series of prose ordinals: `lastly`, `마지막으로`. */
  readonly closing: readonly string[];
}

/** For checks: words that leave a list open, name totals, give a direction. */
export interface ProseWords {
  /** `such as`, `including`, `등`: the list is not complete. */
  readonly openList: readonly string[];
  /** Labels of a total: `total`, `sum`, `합계`, `계`. */
  readonly total: readonly string[];
  readonly subtotal: readonly string[];
  /** Words of growth and of cuts. */
  readonly up: readonly string[];
  readonly down: readonly string[];
}
