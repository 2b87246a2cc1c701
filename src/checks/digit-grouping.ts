import type { PlanFacts } from '../plan';
import { mayRest, rests, type Steps } from '../text/steps';
import type { Draft, Finder, Fix, Translate } from './check';
import { textWhere } from './of-text';
import { passagesWhere, type Passage } from './passage';

export const digitGrouping: Finder = {
  code: 'digit-grouping',
  says: 'Digits are grouped by threes, the same way throughout.',
  because: 'A comma in the wrong place makes a figure ten times too large or too small to a quick reader.',
  severity: 'warning',
  examples: [
    {
      wrong: 'The depot cost KRW 1,2000 million and the yard KRW 3,400 million.\n',
      right: 'The depot cost KRW 12,000 million and the yard KRW 3,400 million.\n',
      language: 'en',
    },
  ],
  reads: [
    'Numbers with commas whose groups are not of three digits, in documents that group by commas.',
    'Indian grouping (`12,50,000`), groups of four by space, decimal commas where the document uses them (`R4,5 billion`), and two numbers with a comma between them (`in 2023, 2,765 of them`) are right as they stand.',
  ],
  *find(plan, t) {
    const rest = rests();
    if (yield* groupsBySpaces(plan))
      for (const passage of yield* withSpaces.inSteps(plan)) {
        if (rest()) yield;
        yield* spaced(passage, t);
      }
    yield;
    if (!/\d,\d{3}(?!\d)/.test(plan.source) && !/\d,\d/.test(plan.source)) return;
    yield;
    const decimalCommas = yield* usesDecimalCommas(plan);
    const indian = (yield* timesIn(plan.source, /(?<![\d,])\d{1,2}(?:,\d\d)+,\d{3}(?![\d,])/g, 2)) >= 2;
    for (const passage of yield* withOddGroups.inSteps(plan)) {
      if (rest()) yield;
      yield* inPassage(passage, decimalCommas, indian, t);
    }
  },
};

const grouped = /(?<![\d.,A-Za-z/:-])\d{1,6}(?:,\d{1,6}){1,5}(?:\.\d{1,4})?(?![\d/]|,\d|\.\d)/g;

const withOddGroups = passagesWhere(
  textWhere((text) => [...text.matchAll(grouped)].some(([written]) => !isRight(...groupsOf(written), false))),
);

/** `조산사 12,50명`: two digits before the comma and two behind are no list of things counted; `20,30대`, `20,30명` may be. */
const isCounted = (after: string, groups: readonly string[]): boolean =>
  groups.length === 2 &&
  groups.every((group) => group.length === 2) &&
  !groups.every((group) => group.endsWith('0')) &&
  /^(?:명|개|곳|건|원|호|가구|세대|톤|그루|마리|㎡)(?![가-힣]*대)/.test(after);

/** `13,40` alone in its cell, above and below `520` and `2,480`: no list, in a column of numbers of three digits and more. */
function isInColumnOfNumbers({ cell, text, block: { table } }: Passage, written: string): boolean {
  if (cell === null || table === null || text.trim() !== written) return false;
  const others = table.rows.flatMap(({ cells }, row) =>
    row === cell.row ? [] : cells.filter(({ column }) => column === cell.column),
  );
  const numbers = others.filter(({ reading }) => /^\d{1,3}(?:,\d{3})*$/.test(reading.text.trim()));
  return (
    numbers.length >= 3 &&
    numbers.length >= others.length - 1 &&
    numbers.some(({ reading }) => reading.text.includes(','))
  );
}

/** The groups of a number's whole part, and whether it has a fraction. */
function groupsOf(written: string): [groups: readonly string[], hasPoint: boolean] {
  const [whole = '', fraction] = written.split('.');
  return [whole.split(','), fraction !== undefined];
}

function* inPassage(passage: Passage, decimalCommas: boolean, indian: boolean, t: Translate): Iterable<Draft> {
  for (const match of passage.text.matchAll(grouped)) {
    const written = match[0];
    const fraction = written.split('.')[1];
    const [groups, hasPoint] = groupsOf(written);
    if (isRight(groups, hasPoint, decimalCommas)) continue;
    // `1,2,3` and `14,15` are lists.
    const isKorean = /^[억만조천]\s?(?:원|명|개)?/.test(passage.text.slice(match.index + written.length));
    if (
      !isKorean &&
      !isCounted(passage.text.slice(match.index + written.length), groups) &&
      !isInColumnOfNumbers(passage, written) &&
      groups.every((group) => group.length <= 2 && group !== '00')
    )
      continue;
    if (groups.length > 1 && /^(?:19|20)\d\d$/.test(groups[0]!)) continue;
    // `Nov 15,2024`: the space behind the day is missing.
    if (
      /^(?:19|20)\d\d$/.test(groups.at(-1)!) &&
      /\b[A-Z][a-z]{2,8}\.? $/.test(passage.text.slice(Math.max(0, match.index - 12), match.index))
    )
      continue;
    const span = passage.span(match.index, match.index + written.length);
    const plain = groups.join('');
    if (plain.length < 4) continue;
    const tail = fraction === undefined ? '' : `.${fraction}`;
    const byThrees = plain.replace(/\B(?=(?:\d{3})+$)/g, ',') + tail;
    const byTwos = plain.slice(0, -3).replace(/\B(?=(?:\d{2})+$)/g, ',') + `,${plain.slice(-3)}${tail}`;
    const ways = indian && plain.length > 5 ? [byTwos, byThrees] : [byThrees];
    const fixes = ways.map((newText, index): Fix => ({
      title: t('Write {0}', newText),
      preferred: index === 0,
      edits: [{ ...span, newText }],
    }));
    const decimal = groups.length === 2 && groups[1]!.length <= 2 ? `${groups[0]}.${groups[1]}` : null;
    if (decimal !== null)
      fixes.push({ title: t('Write {0}', decimal), preferred: false, edits: [{ ...span, newText: decimal }] });
    yield {
      ...span,
      message: t('The digits of {0} are not grouped by threes.', written),
      fixes,
      explains: [span],
    };
  }
}

/** Whether the document groups digits by spaces: `61 000`, twice or more. */
function* groupsBySpaces({ source }: PlanFacts): Steps<boolean> {
  return (yield* timesIn(source, /(?<![\d.,] ?)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?! ?\d)/g, 2)) >= 2;
}

/** How often a pattern stands in a source; no more than `most` are counted. */
function* timesIn(source: string, pattern: RegExp, most = Infinity): Steps<number> {
  const matches = source.matchAll(pattern);
  let times = 0;
  while (times < most && matches.next().done !== true) if (mayRest(++times)) yield;
  return times;
}

const halfGroup = /(?<![\d.,:/-] ?)\d{1,5}(?:[ \u00a0]\d{1,4}){0,3}[ \u00a0]0\d?(?![\d.,:/] ?\d|\d)/g;
const withSpaces = passagesWhere(textWhere((text) => text.search(halfGroup) >= 0));

/** `610 00 km`: a group of two digits that begins with a nought belongs to no number of its own. */
function* spaced(passage: Passage, t: Translate): Iterable<Draft> {
  for (const match of passage.text.matchAll(halfGroup)) {
    const plain = match[0].replace(/\D/g, '');
    if (
      plain.length < 4 ||
      match[0]
        .split(/\D/)
        .slice(1, -1)
        .some((group) => group.length !== 3)
    )
      continue;
    const span = passage.span(match.index, match.index + match[0].length);
    const newText = plain.replace(/\B(?=(?:\d{3})+$)/g, /\u00a0/.test(match[0]) ? '\u00a0' : ' ');
    yield {
      ...span,
      message: t('The digits of {0} are not grouped by threes.', match[0]),
      fixes: [{ title: t('Write {0}', newText), preferred: true, edits: [{ ...span, newText }] }],
      explains: [span],
    };
  }
}

function isRight(groups: readonly string[], hasPoint: boolean, decimalCommas: boolean): boolean {
  const [first = '', ...rest] = groups;
  if (first.length <= 3 && rest.every((group) => group.length === 3)) return true;
  const isIndian =
    first.length <= 2 &&
    rest.length >= 2 &&
    rest.at(-1)!.length === 3 &&
    rest.slice(0, -1).every((group) => group.length === 2);
  if (isIndian) return true;
  return decimalCommas && !hasPoint && rest.length === 1 && rest[0]!.length <= 2;
}

/** Whether the document writes decimals with a comma: `4,5` where no `4.5` and no `1,234` stands. */
function* usesDecimalCommas({ source }: PlanFacts): Steps<boolean> {
  const commas = yield* timesIn(source, /(?<![\d.,])\d{1,3},\d{1,2}(?![\d,])/g);
  if (commas === 0) return false;
  const points = yield* timesIn(source, /(?<![\d.,])\d+\.\d{1,2}(?![\d.])/g);
  const thousands = yield* timesIn(source, /(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g);
  return commas > points && commas > thousands;
}
