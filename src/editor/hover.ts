import * as vscode from 'vscode';
import { daysBetween } from '../figures/calendar';
import { describeFigure } from '../figures/describe';
import type { Amount, DateFigure, Figure } from '../figures/figure';
import { say } from '../language/say';
import { nodeAt } from '../outline/outline';
import type { Plan } from '../plan';
import { candidates } from './candidate';
import { growth } from './figure-view';
import { shortMoney } from './money';
import { headlineOf } from './plan-view';
import { rangeOf } from './place';
import type { Plans } from './plans';
import { escaped, linkTo, linkedMarkdown } from './reveal';

/**
 * What a figure stands for, with links to everything it speaks of. How a finding was reckoned the editor shows itself,
 * from the related places of the problem.
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
      return new vscode.Hover(linkedMarkdown(aboutFigure(document, plan, figure)), rangeOf(document, figure));
    },
  });

function aboutFigure(document: vscode.TextDocument, plan: Plan, figure: Figure): string {
  const [value, ...more] = describeFigure(figure, plan.figures, (template, ...values) =>
    say(plan.options.messages, template, ...values),
  );
  const lines = [
    `**${escaped(value ?? figure.text)}**`,
    ...more.map(escaped),
    ...(figure.kind === 'date' ? aboutDate(document, figure) : []),
    ...(figure.kind === 'amount' ? shares(plan, figure) : []),
    ...changes(document, plan, figure),
    ...mentions(document, plan, figure),
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

/** The change that the figure is a side of, with the rate reckoned. */
function changes(document: vscode.TextDocument, plan: Plan, figure: Figure): string[] {
  const index = plan.figures.indexOf(figure);
  return plan.figures.flatMap((change) => {
    if (change.kind !== 'change' || (change !== figure && change.from !== index && change.to !== index)) return [];
    const [from, to] = [plan.figures[change.from], plan.figures[change.to]];
    if (from === undefined || to === undefined || change.ratio === null) return [];
    const sides = `${linkTo(document, from, from.text)} → ${linkTo(document, to, to.text)}`;
    return [`$(arrow-right) ${sides}: ${escaped(growth(change.ratio))}`];
  });
}

/** Most mentions that a hover has room for. */
const room = 6;

/** The other places where the same value stands. */
function mentions(document: vscode.TextDocument, plan: Plan, figure: Figure): string[] {
  const others = plan.figures.filter((other) => other !== figure && sameValue(figure, other));
  if (others.length === 0) return [];
  const links = others.slice(0, room).map((other) => {
    const line = document.positionAt(other.start).line + 1;
    return linkTo(document, other, vscode.l10n.t('line {0}', line));
  });
  if (others.length > room) links.push('…');
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
