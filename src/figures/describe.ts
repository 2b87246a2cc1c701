import { weekdayOf } from './calendar';
import { grouped, half, negated, sum, type Decimal } from './decimal';
import type { Amount, Change, Count, DateFigure, Figure, Numeral, Percent } from './figure';
import { koreanNumber, writeAmount } from './notation';

/** Words in the language of the interface; see `Translate` in `checks/check.ts`. */
type Translate = (template: string, ...values: readonly (string | number)[]) => string;

/**
 * What a figure stands for, a sentence a line: the exact value, the same in the other language, what its rounding leaves
 * open, what bounds it. `figures` are the plan's, which changes point into.
 */
export function describeFigure(figure: Figure, figures: readonly Figure[], t: Translate): string[] {
  switch (figure.kind) {
    case 'amount':
      return describeAmount(figure, t);
    case 'date':
      return describeDate(figure, t);
    case 'percent':
      return describePercent(figure, t);
    case 'count':
      return describeCount(figure, t);
    case 'change':
      return describeChange(figure, figures, t);
  }
}

function describeAmount(amount: Amount, t: Translate): string[] {
  const { currency, low, high, known, per } = amount;
  const written = [low, high].filter((end) => end !== null).map((end) => grouped(end.exact));
  const exact = currency === null ? written.join('–') : `${currency} ${written.join('–')}`;
  const others = ['korean', 'code']
    .map((style) => writeAmount(amount, style as 'korean' | 'code'))
    .filter((text) => text !== null && text !== exact && text !== amount.text);
  return [
    per === null ? exact : `${exact} (${perWord(per, t)})`,
    ...(others.length === 0 ? [] : [others.join(' · ')]),
    ...rounding(low, high, t),
    ...bound(amount.qualifier, t),
    ...(currency === null ? [t('The currency is open: the sign stands for several, and no country is set.')] : []),
    ...(known === 'inferred' && currency !== null && amount.notation.place !== 'unit-line'
      ? [t('Read as {0}, by the country or by custom.', currency)]
      : []),
    ...(amount.notation.place === 'unit-line' ? [t('The unit stands in the table’s header, label or unit line.')] : []),
  ];
}

function perWord(per: NonNullable<Amount['per']>, t: Translate): string {
  switch (per) {
    case 'year':
      return t('each year');
    case 'month':
      return t('each month');
    case 'week':
      return t('each week');
    case 'day':
      return t('each day');
    case 'hour':
      return t('each hour');
    case 'unit':
      return t('each unit');
  }
}

/** `216.4 billion` may be anything from 216.35 to 216.45 billion; figures written to the unit are exact. */
function rounding(low: Numeral, high: Numeral | null, t: Translate): string[] {
  if (high !== null || low.step === '1' || low.step.startsWith('0.') || low.exact === '0') return [];
  const slack = half(low.step);
  const from: Decimal = sum(low.exact, negated(slack));
  return [t('As it is rounded: from {0} to {1}.', grouped(from), grouped(sum(low.exact, slack)))];
}

function bound(qualifier: Amount['qualifier'], t: Translate): string[] {
  switch (qualifier) {
    case 'exact':
      return [];
    case 'about':
      return [t('An approximation.')];
    case 'under':
      return [t('Less than this.')];
    case 'over':
      return [t('More than this.')];
    case 'min':
      return [t('At least this.')];
    case 'max':
      return [t('At most this.')];
  }
}

function describePercent({ low, high, unit, qualifier, direction }: Percent, t: Translate): string[] {
  const value = high === null ? grouped(low.exact) : `${grouped(low.exact)}–${grouped(high.exact)}`;
  const slack = half(low.step);
  return [
    unit === 'percent' ? t('{0} per cent', value) : t('{0} percentage points', value),
    ...(direction === null ? [] : [direction === 'up' ? t('An increase.') : t('A decrease.')]),
    ...(high === null
      ? [
          t(
            'As it is rounded: from {0} to {1}.',
            grouped(sum(low.exact, negated(slack))),
            grouped(sum(low.exact, slack)),
          ),
        ]
      : []),
    ...bound(qualifier, t),
  ];
}

function describeCount({ low, noun, qualifier }: Count, t: Translate): string[] {
  const value = grouped(low.exact);
  const korean = koreanNumber(low.exact);
  return [noun === null ? value : `${value} ${noun}`, ...(korean === value ? [] : [korean]), ...bound(qualifier, t)];
}

function describeDate(date: DateFigure, t: Translate): string[] {
  const { from, to, inferred, yearFrom, approximate } = date;
  return [
    from === null && to === null ? t('No day of the calendar follows from this.') : intervalOf(date, t),
    ...(inferred
      ? [yearFrom === 'plan' ? t('The year is the plan’s own.') : t('The year comes from the text around.')]
      : []),
    ...(approximate === true ? [t('Somewhere in this time.')] : []),
  ];
}

/** The days, with their weekdays where days are meant: a single one, the ends of a span of them, an end. */
function intervalOf({ from, to, parts }: DateFigure, t: Translate): string {
  const [first, last] = [parts[0], parts[1] ?? parts[0]];
  if (from === null) return t('until {0}', dayNamed(to ?? '', t));
  if (from === to) return dayNamed(from, t);
  const start = first.day === undefined ? from : dayNamed(from, t);
  return to === null ? t('from {0}', start) : t('{0} to {1}', start, last.day === undefined ? to : dayNamed(to, t));
}

function dayNamed(iso: string, t: Translate): string {
  const weekday = weekdayOf(iso);
  return weekday === null ? iso : `${iso} (${weekdayName(weekday, t)})`;
}

function weekdayName(weekday: number, t: Translate): string {
  const names = [t('Monday'), t('Tuesday'), t('Wednesday'), t('Thursday'), t('Friday'), t('Saturday'), t('Sunday')];
  return names[weekday - 1] ?? '';
}

function describeChange({ from, to, ratio, joint }: Change, figures: readonly Figure[], t: Translate): string[] {
  const [a, b] = [figures[from], figures[to]];
  if (a === undefined || b === undefined) return [];
  const lines = [`${a.text} → ${b.text}`];
  if ('low' in a && 'low' in b && a.kind === b.kind) {
    const difference = sum(b.low.exact, negated(a.low.exact));
    const size = grouped(difference.replace('-', ''));
    if (difference === '0') lines.push(t('No change.'));
    else if (a.kind === 'percent')
      lines.push(
        difference.startsWith('-') ? t('{0} percentage points less', size) : t('{0} percentage points more', size),
      );
    else lines.push(difference.startsWith('-') ? t('{0} less', size) : t('{0} more', size));
  }
  if (ratio !== null) lines.push(`${ratio >= 0 ? '+' : '−'}${(Math.abs(ratio) * 100).toFixed(1)}%`);
  if (joint === 'lost') lines.push(t('An arrow seems to have been lost between the two.'));
  return lines;
}
