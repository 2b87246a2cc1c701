import { languageOf } from '../language/index';
import { apostrophe, dash, fullYear, gap, meaningsOf, oneOf, space, sticky, type Pattern } from './date-pattern';

/* The patterns of English dates, as `date-english.ts` lists them, and what their words mean. */

const words = languageOf('en').calendar;

/** Ordinals of halves and quarters. `final` is the fourth quarter; a `latter` half is the second. */
const ordinals: Readonly<Record<string, number>> = {
  ...{ first: 1, second: 2, third: 3, fourth: 4, fifth: 5, '1st': 1, '2nd': 2, '3rd': 3, '4th': 4, '5th': 5 },
  ...{ last: 4, final: 4, latter: 2 },
};

/** `first` to `thirty-first`, as days. */
const days: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(languageOf('en').numbers.ordinals).flatMap(([word, day]) => [
    [word, day],
    ...(day < 10 ? [[`twenty-${word}`, day + 20]] : []),
    ...(day === 1 ? [[`thirty-${word}`, day + 30]] : []),
    ...(day === 20 ? [['thirtieth', 30]] : []),
  ]),
);

export const dayNames = Object.keys(days);
/** Those that stand before a month too: `first of May`. */
export const firstDays = dayNames.filter((name) => days[name]! <= 5);

export const meanings = meaningsOf(words, { ...days, ...ordinals });

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const eitherCase = (list: readonly string[]): string[] => list.flatMap((word) => [word, capital(word)]);
const isShort = (name: string): boolean => name.length < 5 && !['may', 'june', 'july'].includes(name);

/** Month names are capitalised or in capitals; small ones only beside a number: `may` and `march` are verbs. */
export const monthNames = Object.keys(words.months);
export const fullMonths = monthNames
  .filter((name) => !isShort(name))
  .flatMap((name) => [capital(name), name.toUpperCase()]);
export const shortMonths = monthNames.filter(isShort).flatMap((name) => [capital(name), name.toUpperCase()]);
export const seasonNames = Object.keys(words.seasons).flatMap((name) => [name, capital(name), name.toUpperCase()]);

const monthName = `(?:(?:${oneOf(fullMonths)})(?![A-Za-z])|(?:${oneOf(shortMonths)})(?![A-Za-z])\\.?)`;
/** Small letters: where a day and a year stand beside it, and a name that is no other word beside a day alone. */
const smallMonth = `(?:${oneOf(monthNames)})(?![A-Za-z])\\.?`;
const smallMonthAlone = `(?:${oneOf(monthNames.filter((name) => !isShort(name) && !/^ma[ry]/.test(name)))})(?![A-Za-z])`;
const thenYear = `(?=,?${gap}(?:of${space})?(?:19|20)\\d\\d(?!\\d))`;
const seasonName = `(?:${oneOf(seasonNames)})(?![A-Za-z])`;
const ordinalName = `(?:${oneOf(eitherCase(Object.keys(ordinals)))})(?![A-Za-z])`;
const edgeName = `(?:${oneOf(eitherCase(Object.keys(words.edges)))})(?![A-Za-z])`;
export const relativeYear = `(?:${oneOf(Object.keys(words.relativeYears))})(?![A-Za-z])`;
const near = '(?<near>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast)';
const day = (name: string): string => `(?<${name}>[0-3]?\\d)(?!\\d)(?:st|nd|rd|th)?(?![A-Za-z])`;
const toDay = `(?:(?:${dash}|${space}(?:to|through|and|&)${space}(?:the${space})?)${day('d2')})?`;
const fiscalName = [
  'FYs?|FISCAL(?: YEARS?)?|[Ff]iscal(?:_[Yy]ears?)?|[Ff]inancial_[Yy]ears?|[Bb]udget_[Yy]ears?',
  `(?![a-z])${gap}(?:\\(FYs?\\)${gap})?`,
];
const fiscal = `(?<fy>${fiscalName[0]!.replaceAll('_', space)})${fiscalName[1]!}`;

/** Month and day; the year that may follow is read by `withYear`. First those that begin with digits. */
export const daysInDigits = [
  sticky(`${day('d')}${toDay}${space}(?:of${space})?(?<m>${smallMonthAlone}|${smallMonth}${thenYear})`),
  sticky(`${day('d')}-(?<m>${monthName})-(?<yy>\\d\\d)(?![\\d-])`),
  sticky(`${day('d')}${toDay}(?:${space}(?:day${space})?(?:of${space})?|[-/])(?<m>${monthName})`),
];
export const dayInWords = [
  sticky(`(?<d>${oneOf(eitherCase(firstDays))})${space}(?:day${space})?of${space}(?<m>${monthName})`),
];
export const smallMonthAndDay = [
  sticky(`(?<m>${smallMonthAlone})${space}(?:the${space})?${day('d')}${toDay}(?!${gap}(?:${smallMonth}))`),
  sticky(`(?<m>${smallMonth})${space}(?:the${space})?${day('d')}${toDay}${thenYear}`),
];
export const monthAndDay = [
  // A day in words ends what is said, or has its year: not `In April first results came`.
  sticky(
    `(?<m>${monthName})${space}(?:the${space})?(?<d>${oneOf(dayNames)})(?=[,.;:)]|$|,?${space}(?:19|20)\\d\\d(?!\\d))`,
  ),
  sticky(`(?<m>${monthName})${gap}(?:the${space})?${day('d')}${toDay}(?!${gap}(?:${monthName}))`),
];
/** What must not follow the last number of a day without a year: `May 5 million`, `March 3.5%`. */
export const unit = sticky(`[\\dA-Za-z%]|[.,:]\\d|${space}(?:million|billion|trillion|crore|lakh|per|percent|%)`);

export const month = sticky(`(?<m>${monthName})`);
export const smallMonthOfYear = sticky(`(?<m>${smallMonth})${thenYear}`);
/** `the second week of May` */
export const weekOfMonth = sticky(
  `(?<part>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)${space}week${space}of${space}(?<m>${monthName})`,
);
/** `ready by April-end` */
export const monthEnd = sticky(`(?<m>${monthName})[- ]end(?![A-Za-z-])`);
export const monthShortYear = sticky(`(?<m>${monthName})[-/](?<yy>\\d\\d)(?![\\d/%]|[-.,:]\\d)`);
export const nearMonth = sticky(`${near}${space}(?<m>${monthName})(?!${gap}\\d)`);
export const nearSeason = sticky(`${near}${space}(?<s>${seasonName})`);
export const season = sticky(`(?<s>${seasonName})`);

/** Halves and quarters; the first group of each list takes two of them (`first and second quarters`). */
const ordinalInitials = 'FfSsTtLl12345';
export const portions: readonly (readonly [initials: string, pattern: Pattern])[] = [
  [
    ordinalInitials,
    sticky(
      `(?<q>${ordinalName})(?:(?:${dash}|,?${space}(?:and|to)${space})(?:the${space})?(?<q2>${ordinalName}))?${space}[Qq]uarters?(?![A-Za-z])(?:${space}\\(Q\\d\\))?`,
    ),
  ],
  ['Qq', sticky('(?:Q|[Qq]uarter[ \\u00a0])(?<q>\\d)(?=FY|[^\\dA-Za-z]|$)')],
  ['1234', sticky('(?<q>[1-4])Q(?![A-Za-z])')],
  [
    ordinalInitials,
    sticky(
      `(?<h>${ordinalName})(?:${space}and${space}(?<h2>${ordinalName}))?[ \\u00a0\\n-]{1,3}[Hh]al(?:f|ves)(?![A-Za-z-])`,
    ),
  ],
  ['H', sticky('H(?<h>\\d)(?=FY|[^\\dA-Za-z]|$)')],
  ['12', sticky('(?<h>[12])H(?![A-Za-z])')],
];
export const portionAfter = [
  sticky(`,?${gap}(?:Q|[Qq]uarter[ \\u00a0])(?<q>\\d)(?![\\dA-Za-z])`),
  sticky(`,?${gap}H(?<h>\\d)(?![\\dA-Za-z])`),
];
export const yearPortion = [
  sticky(`(?<y>(?:19|20|21)\\d\\d)[ \\u00a0/-]?Q(?<q>\\d)(?![\\dA-Za-z])`),
  sticky(`(?<y>(?:19|20|21)\\d\\d)[ \\u00a0/-]?H(?<h>\\d)(?![\\dA-Za-z])`),
];

/** How many months or quarters may open a year: `two` to `eleven`. */
export const counts: ReadonlyMap<string, number> = new Map(
  Object.entries(languageOf('en').numbers.words).filter(([, count]) => count >= 2 && count <= 11),
);
export const openingMonths = sticky(
  `[Ff]irst${space}(?<count>${oneOf([...counts.keys()])}|\\d{1,2})${space}(?<unit>months|quarters)(?![A-Za-z])`,
);

/** What says of which year a month, half, quarter or season is. */
const of = `,?${gap}(?:(?:of|in)${space})?`;
export const yearsAfter = [
  sticky(`${of}(?:the${space})?(?:(?:(?:calendar${space})?year|CY)${space})?(?<y>${fullYear})(?![-–/]\\d\\d(?!\\d))`),
  sticky(`${of}(?<y>${fullYear})[-–/](?<e>\\d\\d)(?!\\d)`),
  sticky(`[-/](?<y>${fullYear})(?![-/.]\\d)`),
  sticky(`${of}${apostrophe}(?<yy>\\d\\d)(?!\\d)`),
  sticky(`${of}(?:the${space})?${fiscal}(?<y>${fullYear})(?:[-–/](?<e>\\d{4}|\\d\\d)(?!\\d))?`),
  sticky(`${of}(?:the${space})?${fiscal}${apostrophe}?(?<yy>\\d\\d)(?![\\d%])(?:[-–/](?<e>\\d\\d)(?!\\d))?`),
  sticky(`,?${space}(?:(?:of|in)${space})?(?<rel>${relativeYear})`),
];
export const signYear = sticky(`[-/]?(?:FY)?(?<yy>\\d\\d)(?![\\d%]|[.,]\\d)`);

export const fiscalYears = [
  sticky(`${fiscal}(?<y>${fullYear})(?:[-–/](?<e>\\d{4}|\\d\\d)(?!\\d))?(?![.,]\\d)`),
  sticky(`${fiscal}${apostrophe}?(?<yy>\\d\\d)(?![\\d%])(?:[-–/](?<e>\\d\\d)(?!\\d))?(?![.,]\\d)`),
];
export const decades = sticky(`(?<y>(?:1[89]|2[01])\\d0)(?<dec>['’]?s)(?![A-Za-z])`);
export const shortDecades = sticky(`${apostrophe}(?<tens>\\d0)s(?![A-Za-z])`);
export const yearPair = sticky(
  `(?<y>${fullYear})([-–/])(?<e>\\d{4}|\\d\\d)(?!\\d|[/.]\\d|[-–]\\d(?!\\d{3}[-–/])|[A-Za-z])`,
);
export const year = sticky(`(?<y>${fullYear})`);
export const shortYear = sticky(`${apostrophe}(?<yy>\\d\\d)(?![\\dA-Za-z%])`);
export const shortPair = sticky(`${apostrophe}(?<yy>\\d\\d)([-–/])${apostrophe}?(?<e>\\d\\d)(?![\\dA-Za-z%])`);

export const edgeOf = sticky(`(?<edge>${edgeName})(?:${space}of${space}|[- \\u00a0](?:in${space})?)`);
export const the = sticky(`the${space}`);
export const relative = sticky(`(?<rel>${relativeYear})`);
export const yearEnd = sticky(
  `(?:[Yy]ear|YEAR)[- ](?:end|END)(?![A-Za-z])(?:${space}(?:of${space})?(?<y>${fullYear}))?`,
);

const nearNames = eitherCase(['last', 'next', 'this', 'coming', 'past']);
export const ordinalNames = eitherCase(Object.keys(ordinals).filter((word) => /^[a-z]/.test(word)));
export const edgeNames = eitherCase(Object.keys(words.edges));

/** What an English date may begin with, for the scanner; digits and apostrophes it knows itself. */
export const englishAnchor = new RegExp(
  [
    `(?:${oneOf([...fullMonths, ...shortMonths, ...seasonNames, ...edgeNames, ...nearNames])})(?![A-Za-z])`,
    `${smallMonth}(?=,?${space}(?:of${space}|the${space})?\\d)`,
    `(?:${oneOf(ordinalNames)})(?=[ \\u00a0\\n,-])`,
    '[QH]\\d(?![A-Za-z])|[QH]\\dFY|FY|FISCAL|[Ff]iscal|[Ff]inancial|[Bb]udget|[Qq]uarter[ \\u00a0]\\d|[Yy]ear-end',
  ].join('|'),
  'y',
);
/** Everything that `englishAnchor` takes, or how it begins, a digit written as 0. */
export const englishOpenings: readonly string[] = [
  ...[...fullMonths, ...shortMonths, ...seasonNames, ...edgeNames, ...nearNames, ...ordinalNames],
  ...['Q0', 'H0', 'FY', 'fiscal', 'financial', 'budget', 'quarter', 'year-end'],
];
