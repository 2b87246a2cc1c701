import { isoOf } from '../figures/calendar';
import { languageOf } from '../language/index';
import { flatMapped } from '../text/steps';
import type { Check, Fix, Translate } from './check';
import { textWhere } from './of-text';
import { passagesWhere, type Passage } from './passage';

const numeric = /(?<![\d/.])(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)(?![\d/])/g;

const withDates = passagesWhere(textWhere((text) => text.search(numeric) >= 0));

export const ambiguousDate: Check = {
  code: 'ambiguous-date',
  says: 'A date in numbers can be read in one way only.',
  because: '03/04/2024 is 3 April to one reader and 4 March to the next.',
  severity: 'hint',
  examples: [
    { wrong: 'Applications close on 03/04/2026.', right: 'Applications close on 3 April 2026.' },
    { wrong: 'The hearing was moved to 5/6/2026.', right: 'The hearing was moved to 25/6/2026.' },
  ],
  reads: [
    'Day and month are settled by another date of the document in the same form (25/12/2024) or by the region that is set.',
  ],
  *find(plan, t) {
    if (plan.region !== null) return;
    const all = yield* flatMapped(yield* withDates.inSteps(plan), (passage) =>
      [...passage.text.matchAll(numeric)].map((match) => ({ passage, match })),
    );
    // One date that can be read in one way only settles the order for all.
    if (all.some(({ match }) => Number(match[1]) > 12 || Number(match[2]) > 12)) return;
    for (const { passage, match } of all) {
      const [text, a = '', b = '', year = ''] = match;
      if (Number(a) === Number(b)) continue;
      const span = passage.span(match.index, match.index + text.length);
      yield {
        ...span,
        message: t('{0} may be the {1} of month {2} or the {2} of month {1}.', text, Number(a), Number(b)),
        fixes: ways(passage, span, [Number(a), Number(b)], Number(year), t),
      };
    }
  },
};

/** With the month's name, both ways; nobody but the writer knows which, so neither is preferred. */
function ways(
  passage: Passage,
  span: { start: number; end: number },
  [a, b]: readonly [number, number],
  year: number,
  t: Translate,
): Fix[] {
  const fixes: Fix[] = [];
  for (const [day, month] of [
    [a, b],
    [b, a],
  ] as const) {
    if (isoOf(year, month, day) === null) continue;
    const newText =
      passage.block.language === 'ko' ? `${year}. ${month}. ${day}.` : `${day} ${monthName(month)} ${year}`;
    fixes.push({ title: t('Write {0}', newText), preferred: false, edits: [{ ...span, newText }] });
  }
  return fixes;
}

/** The longest English name of a month, with a capital. */
function monthName(month: number): string {
  const names = Object.entries(languageOf('en').calendar.months).filter(([, value]) => value === month);
  const name = names.map(([word]) => word).sort((x, y) => y.length - x.length)[0] ?? String(month);
  return name[0]!.toUpperCase() + name.slice(1);
}
