import type { DateFigure } from '../figures/figure';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import { isSlipOfDay } from './day-slip';
import { beginningOf, endOf } from './stretches';

/**
 * The one day that a text's shorter language names and the longer does not, beside the one day of the longer that it
 * may be: where every other day of the shorter, a summary or a translation, stands in the longer too.
 */
export function datesInTwoLanguages(plan: PlanFacts): [DateFigure, DateFigure][] {
  const byLanguage = new Map<string, DateFigure[]>();
  for (const figure of plan.figures)
    if (figure.kind === 'date' && figure.to !== null && figure.known !== 'open')
      for (const day of daysOf(plan, figure)) gather(byLanguage, plan.blocks[figure.block]!.language, day);
  const [longer, shorter, more] = [...byLanguage.values()].sort((a, b) => b.length - a.length);
  if (longer === undefined || shorter === undefined || more !== undefined) return [];
  const inLonger = new Set(longer.map(({ to }) => to));
  const inShorter = new Set(shorter.map(({ to }) => to));
  const alone = [...inShorter].filter((day) => !inLonger.has(day));
  const shared = inShorter.size - alone.length;
  if (alone.length !== 1 || shared < 1) return [];
  const own = shorter.find(({ to }) => to === alone[0])!;
  const meant = longer.filter((day) => !inShorter.has(day.to) && isSlipOfDay(day, own));
  if (new Set(meant.map(({ to }) => to)).size !== 1) return [];
  return [own.start < meant[0]!.start ? [own, meant[0]!] : [meant[0]!, own]];
}

/** The day that a figure names, or the first and the last of a stretch of days. */
const daysOf = (plan: PlanFacts, figure: DateFigure): DateFigure[] =>
  figure.parts.length === 2
    ? [beginningOf(plan, figure), endOf(plan, figure)].filter((day) => day !== null)
    : figure.granularity === 'day'
      ? [figure]
      : [];
