import type { Edit } from '../edits/edit';
import { writeOrdinal } from '../edits/ordinal';
import { redate, redated } from '../edits/redate';
import type { Around, Draft, Fix, Translate } from './check';
import type { Duration } from './duration';
import { moved } from './length-of-span';
import type { Passage } from './passage';
import type { Spread } from './spread-years';
import type { TimeSpan } from './time-span';

/** What is said of a length of time that is wrong, and the ways to put it right. */

/** A stretch of time and the passage that states it. */
export interface PlacedSpan {
  readonly passage: Passage;
  readonly span: TimeSpan;
}

/** A length and its dates in one passage: either may be put right. */
export const lengthDraft = (
  plan: Around,
  passage: Passage,
  duration: Duration,
  span: TimeSpan,
  real: number,
  t: Translate,
): Draft => draft(passage, duration, { passage, span }, real, ways(plan, passage, duration, span, real, t), t);

/** A length whose dates stand in a title or in another cell: the length is put right. */
export function lengthDraftOf(
  passage: Passage,
  duration: Duration,
  dated: PlacedSpan,
  real: number,
  t: Translate,
): Draft {
  const { number } = duration;
  const newText = number === null ? null : writeOrdinal(real, number);
  if (number === null || newText === null) return draft(passage, duration, dated, real, [], t);
  const stated = passage.text.slice(duration.start, duration.end);
  const fix = {
    title: t('Write {0}', stated.replace(number.text, newText)),
    preferred: true,
    edits: [{ ...passage.span(number.start, number.end), newText }],
  };
  return draft(passage, duration, dated, real, [fix], t);
}

/** A number of years beside so many that are listed or that a table has columns for. */
export function yearsDraft({ passage, years: number, end }: Spread, real: number, t: Translate): Draft {
  const span = passage.span(number.start, number.end);
  const stated = passage.text.slice(number.start, end);
  const newText = writeOrdinal(real, number);
  return {
    ...passage.span(number.start, end),
    message: t('The text says “{0}”; {1} are listed.', stated, real),
    fixes:
      newText === null
        ? []
        : [
            {
              title: t('Write {0}', `${newText}${passage.text.slice(number.end, end)}`),
              preferred: true,
              edits: [{ ...span, newText }],
            },
          ],
    data: { stated: number.value, real, unit: 'year' },
  };
}

function draft(
  passage: Passage,
  duration: Duration,
  { passage: dated, span }: PlacedSpan,
  real: number,
  fixes: readonly Fix[],
  t: Translate,
): Draft {
  const shown = dated.text.slice(span.start, span.end);
  const stated = passage.text.slice(duration.start, duration.end);
  return {
    ...passage.span(duration.start, duration.end),
    message: lengthMessage(duration.unit, shown, real, stated, t),
    related: [{ ...dated.span(span.start, span.end), message: shown }],
    fixes,
    data: { stated: duration.value, real, unit: duration.unit },
  };
}

function lengthMessage(unit: Duration['unit'], shown: string, real: number, stated: string, t: Translate): string {
  switch (unit) {
    case 'year':
      if (real === 1) return t('{0} covers one year; the text says “{1}”.', shown, stated);
      return t('{0} covers {1} years; the text says “{2}”.', shown, real, stated);
    case 'month':
      if (real === 1) return t('{0} covers one month; the text says “{1}”.', shown, stated);
      return t('{0} covers {1} months; the text says “{2}”.', shown, real, stated);
    case 'week':
      if (real === 1) return t('{0} covers one week; the text says “{1}”.', shown, stated);
      return t('{0} covers {1} weeks; the text says “{2}”.', shown, real, stated);
    case 'day':
      if (real === 1) return t('{0} covers one day; the text says “{1}”.', shown, stated);
      return t('{0} covers {1} days; the text says “{2}”.', shown, real, stated);
  }
}

/** The right length; the right end; the right beginning. */
function ways(
  plan: Around,
  passage: Passage,
  { unit, value, number, start, end }: Duration,
  span: TimeSpan,
  real: number,
  t: Translate,
): Fix[] {
  const fixes: { title: string; edits: readonly Edit[] }[] = [];
  const text = number === null ? null : writeOrdinal(real, number);
  if (number !== null && text !== null) {
    const edit = { ...passage.span(number.start, number.end), newText: text };
    const unitText = passage.text.slice(number.end, end);
    fixes.push({ title: t('Write {0}', text + plural(unitText, value, real)), edits: [{ ...edit, ...pluralEdit() }] });
  }
  for (const [part, to] of [
    [span.last, moved(span, unit, value, 'last')],
    [span.first, moved(span, unit, value, 'first')],
  ] as const) {
    const edits = to === null ? null : redate(plan.source, part, to);
    if (edits !== null && edits.length > 0)
      fixes.push({ title: t('Write {0}', redated(plan.source, part, edits)), edits });
  }
  return fixes.map((fix, index) => ({ ...fix, preferred: index === 0 }));

  /** `one year` beside `two years`: the unit follows its number. */
  function pluralEdit(): Partial<Edit> {
    const unitText = passage.text.slice(number!.end, end);
    const changed = plural(unitText, value, real);
    return changed === unitText ? {} : { ...passage.span(start, end), newText: text + changed };
  }
}

function plural(unit: string, from: number, to: number): string {
  if (!unit.startsWith(' ') || (from === 1) === (to === 1) || !/[a-z]$/.test(unit)) return unit;
  return to === 1 ? unit.replace(/s$/, '') : `${unit}s`;
}
