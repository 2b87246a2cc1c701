import * as vscode from 'vscode';
import { daysBetween } from '../figures/calendar';
import { describeFigure } from '../figures/describe';
import type { Amount, DateFigure, Figure } from '../figures/figure';
import { say } from '../language/say';
import { nodeAt } from '../outline/outline';
import type { Plan } from '../plan';
import type { Span } from '../text/span';
import { candidates } from './candidate';
import { growth } from './figure-view';
import { shortMoney } from './money';
import { headlineOf } from './plan-view';
import { rangeOf } from './place';
import type { Plans } from './plans';
import { escaped, linkTo, linkedMarkdown } from './reveal';

/**
 * What a figure stands for, with links to everything it speaks of. How a finding was reckoned the editor shows itself,
 * from the related places of the problem: those are not told twice.
 */
export const registerHover = (plans: Plans): vscode.Disposable =>
  vscode.languages.registerHoverProvider(candidates, {
    async provideHover(document, position) {
      const plan = await plans.of(document);
      if (plan === undefined) return undefined;
      const offset = document.offsetAt(position);
      const holds = ({ start, end }: { start: number; end: number }) => start <= offset && offset < end;
      const figure = plan.figures.filter(holds).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
      if (figure === undefined) return undefined;
      const told = plan.findings.filter(holds).flatMap(({ related }) => related);
      return new vscode.Hover(linkedMarkdown(aboutFigure(document, plan, figure, told)), rangeOf(document, figure));
    },
  });

/** `told` are the places that the problems at the figure list already. */
function aboutFigure(document: vscode.TextDocument, plan: Plan, figure: Figure, told: readonly Span[]): string {
  const isTold = (other: Figure) => told.some(({ start, end }) => start < other.end && other.start < end);
  const [value, ...more] = describeFigure(figure, plan.figures, (template, ...values) =>
    say(plan.options.messages, template, ...values),
  );
  const lines = [
    `**${escaped(value ?? figure.text)}**`,
    ...more.map(escaped),
    ...(figure.kind === 'date' ? aboutDate(document, figure) : []),
    ...(figure.kind === 'amount' ? shares(plan, figure) : []),
    ...changes(document, plan, figure, isTold),
    ...mentions(document, plan, figure, isTold),
  ];
  return lines.join('\n\n');
}

/** Where the year was read, and how far the last day is from today; far days are left alone. */
function aboutDate(document: vscode.TextDocument, { to, yearFrom }: DateFigure): string[] {
  const source =
    typeof yearFrom === 'object' ? [linkTo(document, yearFrom, document.getText(rangeOf(document, yearFrom)))] : [];
  const days = to === null ? null : daysBetween(today(), to);
  const near = days !== null && Math.abs(days) <= 1500 ? [distance(days)] : [];
  return [...source.map((link) => `$(link) ${link}`), ...near];
}

const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

function distance(days: number): string {
  if (days === 0) return vscode.l10n.t('Today');
  return days > 0 ? vscode.l10n.t('{0} days to go', days) : vscode.l10n.t('{0} days ago', -days);
}

/** The amount beside the totals of the task and the strategy that it stands in. */
function shares(plan: Plan, { value, currency, node, role }: Amount): string[] {
  if (value === undefined || node === null || (role !== null && role !== 'budget')) return [];
  const lines: string[] = [];
  for (let depth = node.length; depth > 0; depth--) {
    const holder = nodeAt(plan.outline, node.slice(0, depth));
    const total = holder?.totals.find((candidate) => candidate.currency === currency && candidate.value > value);
    if (holder === undefined || total === undefined) continue;
    const share = ((value / total.value) * 100).toLocaleString('en', { maximumFractionDigits: 1 });
    lines.push(
      vscode.l10n.t(
        '{0}% of {1} in “{2}”',
        share,
        shortMoney(currency, total.value, plan.language),
        escaped(headlineOf(holder)),
      ),
    );
  }
  return lines;
}

/** Most changes that a hover has room for. */
const roomForChanges = 3;

/** The changes that the figure is a side of, with their rates reckoned; a change itself says so in its first lines. */
function changes(
  document: vscode.TextDocument,
  plan: Plan,
  figure: Figure,
  isTold: (other: Figure) => boolean,
): string[] {
  const lines: string[] = [];
  for (const change of plan.figures) {
    if (change.kind !== 'change' || change.ratio === null) continue;
    const [from, to] = [plan.figures[change.from], plan.figures[change.to]];
    if (from === undefined || to === undefined || (from !== figure && to !== figure)) continue;
    if (isTold(from === figure ? to : from)) continue;
    const sides = `${linkTo(document, from, from.text)} → ${linkTo(document, to, to.text)}`;
    lines.push(`$(arrow-right) ${sides}: ${escaped(growth(change.ratio))}`);
  }
  return lines.slice(0, roomForChanges);
}

/** Most mentions that a hover has room for. */
const roomForMentions = 6;

/** The other places where the same value stands. */
function mentions(
  document: vscode.TextDocument,
  plan: Plan,
  figure: Figure,
  isTold: (other: Figure) => boolean,
): string[] {
  const others = plan.figures.filter((other) => other !== figure && sameValue(figure, other) && !isTold(other));
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
