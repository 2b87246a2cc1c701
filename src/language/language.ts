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
  /**
   * Scale words and the power of ten they stand for, as an exact decimal string: `billion` → `1000000000`. An abbreviation
   * that takes a point stands with it too: `mrd`, `mrd.`.
   */
  readonly scales: Readonly<Record<string, string>>;
  /** Number words: `nine` → 9, `seventeen` → 17, `아홉` → 9. */
  readonly words: Readonly<Record<string, number>>;
  /** Ordinal words: `first` → 1, `첫째` → 1. */
  readonly ordinals: Readonly<Record<string, number>>;
}

/** For `figures/amount.ts`. */
export interface MoneyWords extends CurrencyWords, QualifierWords {}

/** For `figures/currency.ts`. */
export interface CurrencyWords {
  /**
   * Words for currencies: `won` → `KRW`; `kroner` → `NOK DKK` where several share it and the region decides; null where
   * that is every currency whose English name ends so: `dollars`.
   */
  readonly currencies: Readonly<Record<string, string | null>>;
  /**
   * Signs and abbreviations as they are written: `US$` → `USD`; `P` → `PHP BWP`, the region decides; `¥` → `JPY > CNY`,
   * the first unless the region decides; `Rs` → `rupees`, as that word.
   */
  readonly signs: Readonly<Record<string, string>>;
  /**
   * Words and signs of hundredths, and the currency they are hundredths of: `pence` → `GBP`; `dollars EUR` where several
   * have them and the region decides. A single letter is one only in its own region.
   */
  readonly minor: Readonly<Record<string, string>>;
  /** Of all these and the ISO codes: the ones that mean other things too, money only beside a scale or a large number. */
  readonly doubtful: readonly string[];
}

/** For `figures/qualifier.ts`. */
export interface QualifierWords {
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
  readonly seasons: Readonly<Record<string, Season>>;
  /** Words in the year's place, in years from the plan's own: `next year` → 1, `지난해` → -1. */
  readonly relativeYears: Readonly<Record<string, number>>;
  /** Words for a part of a period: `end`, `early`, `중순`. */
  readonly edges: Readonly<Record<string, Edge>>;
  /** Words before a date and how it bounds what is said: `by` → `by`, `부터` (after it) → `from`. */
  readonly relations: Readonly<Record<string, 'by' | 'from' | 'until' | 'around'>>;
  /** Nouns and units that make a bare number before them a number of things, not a year: `households`, `가구`. */
  readonly counted: readonly string[];
  /** Words before a bare number that name it as something else than a year: `article`, `room`. */
  readonly labels: readonly string[];
  /** Words that set a sentence in the time before the plan: `launched`, `last year`, `지난해`. */
  readonly past: readonly string[];
  /** Words that say that something is still to come: `will`, `예정`. */
  readonly future: readonly string[];
}

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** `start` and `end` are a period's two ends; `early`, `mid` and `late` lie somewhere in it. */
export type Edge = 'start' | 'early' | 'mid' | 'late' | 'end';

/** For `outline/`. Keys and words are lower case. */
export interface OutlineWords extends PartWords, TitleWords, TellingWords {}

/** For `outline/words.ts` and `outline/count.ts`: what parts of a plan are called beside their numbers. */
export interface PartWords {
  /**
   * Words that name a part of the plan by a number and the kind they hint at: `strategy`, `pillar` → `strategy`;
   * `task` → `task`. The document decides: the higher of two labels is the strategy whatever its word.
   */
  readonly labels: Readonly<Record<string, 'strategy' | 'task' | 'measure' | 'section'>>;
  /** The labels of sections from the highest down: `part`, `chapter`, `section`. */
  readonly sections: readonly string[];
  /** Words before a number that name no part of a plan: `table`, `article`, `phase`, `표`. */
  readonly otherLabels: readonly string[];
  /** Words that close a series of prose ordinals: `lastly`, `마지막으로`. */
  readonly closing: readonly string[];
  /** Nouns of declared counts (`twelve key tasks`, `12대 과제`) and what they count. */
  readonly counted: Readonly<Record<string, 'strategies' | 'tasks' | 'other'>>;
}

/** For `outline/words.ts`: what shows the sections and lines that stand around the strategies and tasks. */
export interface TitleWords {
  /** Titles of sections that any plan may have and that are no strategies: `background`, `추진배경` (without spaces). */
  readonly generic: readonly string[];
  /** Words in the title of a section under which the tasks stand: `actions`, `중점`. */
  readonly gathering: readonly string[];
  /** Titles of a table of contents. */
  readonly contents: readonly string[];
  /** Beginnings of closing lines that belong to no task: `for further information`, `문의`. */
  readonly contact: readonly string[];
  /** Verbs that attribute a quotation. */
  readonly said: readonly string[];
}

/** For `outline/telling.ts`: what tells whether a text is a plan at all. */
export interface TellingWords {
  /** Words that plans are made of, and how much each tells. */
  readonly plan: Readonly<Record<string, number>>;
  /** Words of public policy, which reports and speeches have as well: each tells a little. */
  readonly policy: readonly string[];
  /** Signs of intent. */
  readonly future: readonly string[];
  /** Words of other kinds of text (software, minutes, law, letters, recipes, sport), and how much each tells. */
  readonly notPlan: readonly { readonly word: string; readonly weight: number }[];
}

/** For checks: words that leave a list open, name totals, give a direction. */
export interface ProseWords {
  /** `such as`, `including`, `등`: the list is not complete. */
  readonly openList: readonly string[];
  /** Labels of a total: `total`, `sum`, `합계`, `계`. */
  readonly total: readonly string[];
  readonly subtotal: readonly string[];
  /** Words of sentences that speak of the whole plan's money: `budget`, `financed`, `예산`. */
  readonly wholePlan: readonly string[];
  /** What a plan of one year calls itself in its title: `시행계획`, `예산안`. */
  readonly planNames: readonly string[];
  /** Stems of plain verbs and the noun that timetables write for them: `맺` → `체결`. */
  readonly verbNouns: readonly (readonly [stem: string, noun: string])[];
  /** Words for a whole, a part of it and what is left: `정원`, `현원`, `결원`. */
  readonly complements: readonly (readonly [whole: string, part: string, rest: string])[];
  /** What a price for each is told of in the head of a column, before its particle: `개소`, `인`. */
  readonly priced: readonly string[];
  /** What is counted by one word and priced by another: `명` counted, `인` priced. */
  readonly pricedAs: readonly (readonly [counted: string, priced: string])[];
  /** Words of growth and of cuts. */
  readonly up: readonly string[];
  readonly down: readonly string[];
}
