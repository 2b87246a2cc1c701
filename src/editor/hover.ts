import * as vscode from 'vscode';
import { daysBetween } from '../figures/calendar';
import { ownDay } from '../figures/clock';
import type { DateFigure, Figure } from '../figures/figure';
import type { Plan } from '../plan';
import type { Span } from '../text/span';
import { candidates } from './candidate';
import { growth, wordsOf } from './figure-words';
import type { Labels } from './labels';
import { rangeOf } from './place';
import { isListed } from './plan-item';
import type { Plans } from './plans';
import { escaped, linkTo, linkedMarkdown } from './reveal';
import { sharesOf } from './shares';

/**
 * What a figure stands for, with links to everything it speaks of. Where a problem is shown at the place, its value
 * alone: the problem says how it was reckoned and lists what it was reckoned from, and needs the room.
 */
export const registerHover = (plans: Plans, label: Labels): vscode.Disposable =>
  vscode.languages.registerHoverProvider(candidates, {
    async provideHover(document, position, token) {
      const plan = await plans.of(document, token);
      if (plan === undefined) return undefined;
      const offset = document.offsetAt(position);
      const holds = ({ start, end }: Span) => start <= offset && offset < end;
      const figure = plan.figures.filter(holds).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
      if (figure === undefined) return undefined;
      const [value, ...notes] = wordsOf(plan, figure);
      const isDoubted = plan.findings.some((finding) => isListed(finding) && holds(finding));
      if (isDoubted && figure.kind === 'date' && (figure.from ?? figure.to) === null) return undefined; // said by the problem
      const more = isDoubted ? [] : [...notes, ...(await aboutFigure(document, plan, figure, label))];
      return new vscode.Hover(linkedMarkdown([value, ...more].join('\n\n')), rangeOf(document, figure));
    },
  });

const aboutFigure = async (
  document: vscode.TextDocument,
  plan: Plan,
  figure: Figure,
  label: Labels,
): Promise<string[]> => [
  ...(figure.kind === 'date' ? aboutDate(document, plan, figure) : []),
  ...(figure.kind === 'amount' ? await sharesOf(plan, figure, label) : []),
  ...changes(document, plan, figure),
  ...mentions(document, plan, figure),
];

/** Where the year was read, and how far the last day is from the plan's own; far days are left alone. */
function aboutDate(document: vscode.TextDocument, plan: Plan, { to, yearFrom }: DateFigure): string[] {
  const source =
    typeof yearFrom === 'object' ? [linkTo(document, yearFrom, document.getText(rangeOf(document, yearFrom)))] : [];
  const own = ownDay(plan);
  const days = to === null || own === null ? null : daysBetween(own, to);
  const near = days !== null && Math.abs(days) <= 1500 ? [distance(days, plan)] : [];
  return [...source.map((link) => `$(link) ${vscode.l10n.t('The year is that of {0}', link)}`), ...near];
}

/** Days on the plan's clock, which stands still: what was to come when it was written is still told so years later. */
function distance(days: number, { issued, year }: Plan): string {
  if (days === 0) return vscode.l10n.t('The day of the plan');
  if (issued !== null) {
    return days > 0
      ? vscode.l10n.t('{0} days after the plan was issued ({1})', days, issued)
      : vscode.l10n.t('{0} days before the plan was issued ({1})', -days, issued);
  }
  return days > 0
    ? vscode.l10n.t('{0} days after the start of {1}', days, year ?? '')
    : vscode.l10n.t('{0} days before the start of {1}', -days, year ?? '');
}

/** Most changes that a hover has room for. */
const roomForChanges = 3;

/** The changes that the figure is a side of, with their rates reckoned; a change itself says so in its first lines. */
function changes(document: vscode.TextDocument, plan: Plan, figure: Figure): string[] {
  const lines: string[] = [];
  for (const change of plan.figures) {
    if (change.kind !== 'change' || change.ratio === null) continue;
    const [from, to] = [plan.figures[change.from], plan.figures[change.to]];
    if (from === undefined || to === undefined || (from !== figure && to !== figure)) continue;
    const sides = `${linkTo(document, from, from.text)} → ${linkTo(document, to, to.text)}`;
    lines.push(`$(arrow-right) ${sides}: ${escaped(growth(change.ratio))}`);
  }
  return lines.slice(0, roomForChanges);
}

/** Most mentions that a hover has room for. */
const roomForMentions = 6;

/** The other places where the same value stands. */
function mentions(document: vscode.TextDocument, plan: Plan, figure: Figure): string[] {
  const others = plan.figures.filter((other) => other !== figure && sameValue(figure, other));
  if (others.length === 0) return [];
  const links = others.slice(0, roomForMentions).map((other) => {
    const line = document.positionAt(other.start).line + 1;
    return linkTo(document, other, vscode.l10n.t('line {0}', line));
  });
  if (others.length > roomForMentions) links.push('…');
  return [`$(references) ${vscode.l10n.t('Also on {0}', links.join(', '))}`];
}

/** Whether two figures state one value: the same money, the same days, the same percentage, the same number of a thing. */
export function sameValue(a: Figure, b: Figure): boolean {
  if (a.kind === 'amount' && b.kind === 'amount') {
    return a.currency === b.currency && a.value === b.value && a.min === b.min && a.max === b.max;
  }
  if (a.kind === 'date' && b.kind === 'date') {
    return a.from === b.from && a.to === b.to && (a.from ?? a.to) !== null;
  }
  if (a.kind === 'percent' && b.kind === 'percent') {
    return a.unit === b.unit && a.value === b.value && a.min === b.min && a.max === b.max;
  }
  if (a.kind === 'count' && b.kind === 'count') return a.noun !== null && a.noun === b.noun && a.value === b.value;
  return false;
}
