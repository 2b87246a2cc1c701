import * as vscode from 'vscode';
import { isoOf } from '../figures/calendar';
import type { DateFigure, Figure, FigureKind } from '../figures/figure';
import type { WhyOpen } from '../outline/coverage';
import { nodeAt, type Node } from '../outline/outline';
import type { Attention } from './focus';

/** Figures that belong together, under one head. */
export interface Group {
  readonly label: string;
  readonly icon: string;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly figure: Figure;
  readonly attention: Attention;
  /** Why it is not understood, in the group of those that are not. */
  readonly why?: string;
  /** The name of the part that holds it; empty where it stands outside of all, or where the head of its group says it. */
  readonly part: string;
}

/** The names of the plan's parts. */
type Names = ReadonlyMap<Node, string>;

const rowOf = (figure: Figure, attention: Attention, names: Names, head = ''): Row => {
  const node = figure.node && nodeAt(attention.plan.outline, figure.node);
  const part = (node && names.get(node)) ?? '';
  return { figure, attention, part: part === head ? '' : part };
};

/** The ways to group the figures. */
export type Grouping = 'kind' | 'task' | 'year';

export function groupsBy(grouping: Grouping, attention: Attention, names: Names): Group[] {
  switch (grouping) {
    case 'kind':
      return byKind(attention, names);
    case 'task':
      return byTask(attention, names);
    case 'year':
      return byYear(attention, names);
  }
}

function byKind(attention: Attention, names: Names): Group[] {
  const kinds: readonly [FigureKind, string, string][] = [
    ['amount', vscode.l10n.t('Amounts'), 'credit-card'],
    ['percent', vscode.l10n.t('Percentages'), 'pie-chart'],
    ['count', vscode.l10n.t('Counts'), 'symbol-numeric'],
    ['change', vscode.l10n.t('Changes'), 'arrow-right'],
  ];
  const groups = kinds.map(([kind, label, icon]) => ({
    label,
    icon,
    rows: attention.plan.figures
      .filter((figure) => figure.kind === kind)
      .map((figure) => rowOf(figure, attention, names)),
  }));
  return [...groups, notUnderstood(attention, names)].filter(({ rows }) => rows.length > 0);
}

/** What was found and not understood: a silent tool is not a clean plan. */
function notUnderstood(attention: Attention, names: Names): Group {
  const { figures, coverage } = attention.plan;
  return {
    label: vscode.l10n.t('Not understood'),
    icon: 'question',
    rows: coverage.open.flatMap(({ figure: index, why }) => {
      const figure = figures[index];
      return figure ? [{ ...rowOf(figure, attention, names), why: reasonOf(why) }] : [];
    }),
  };
}

function reasonOf(why: WhyOpen): string {
  switch (why) {
    case 'currency':
      return vscode.l10n.t('The currency is open');
    case 'year':
      return vscode.l10n.t('The year is open');
    case 'impossible':
      return vscode.l10n.t('There is no such day');
  }
}

/** By the task that holds them, in the order of the text; where there is none, by the innermost part. */
function byTask(attention: Attention, names: Names): Group[] {
  const { figures, outline } = attention.plan;
  return grouped(
    figures.filter(({ kind }) => kind !== 'date'),
    attention,
    names,
    (figure) => {
      const node = figure.node && taskOf(outline, figure.node);
      return node
        ? { label: names.get(node)!, icon: node.kind === 'task' ? 'tasklist' : 'list-tree' }
        : { label: vscode.l10n.t('Outside the tasks'), icon: 'list-tree' };
    },
  );
}

function taskOf(outline: readonly Node[], path: readonly number[]): Node | undefined {
  const above = path.map((_, depth) => nodeAt(outline, path.slice(0, depth + 1)));
  return above.find((node) => node?.kind === 'task') ?? above.at(-1);
}

/** Money by the year that it is for, other figures under a head of their own. */
function byYear(attention: Attention, names: Names): Group[] {
  const amounts = attention.plan.figures.filter((figure) => figure.kind === 'amount');
  const groups = grouped(amounts, attention, names, ({ period }) => {
    if (period === null) return { label: vscode.l10n.t('No year said'), icon: 'credit-card' };
    const [from, to] = [period.from.slice(0, 4), period.to.slice(0, 4)];
    return { label: from === to ? from : `${from}–${to}`, icon: 'calendar' };
  });
  return groups.sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** Dates by quarter in the order of time; what spans several stands behind them, by year. */
export function byQuarter(attention: Attention, names: Names): Group[] {
  const dates = attention.plan.figures.filter((figure): figure is DateFigure => figure.kind === 'date');
  const sorted = dates
    .map((figure) => ({ figure, ...heldBy(figure) }))
    .sort((a, b) => compare(a.end, b.end) || compare(b.start, a.start) || compare(a.figure.to, b.figure.to));
  const labels = new Map(sorted.map(({ figure, label }) => [figure, label]));
  return grouped(
    sorted.map(({ figure }) => figure),
    attention,
    names,
    (figure) => ({ label: labels.get(figure)!, icon: 'calendar' }),
  );
}

const compare = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : a === b ? 0 : 1);

/** The quarter, or the years, that hold a date; `start` and `end` as ISO dates. Unknown ones come last. */
function heldBy({ from, to }: DateFigure): { label: string; start: string; end: string } {
  const [first, last] = [from ?? to, to ?? from];
  if (first === null || last === null) return { label: vscode.l10n.t('Year not known'), start: '9999', end: '9999' };
  const [quarter, other] = [quarterOf(first), quarterOf(last)];
  const [year, lastYear] = [first.slice(0, 4), last.slice(0, 4)];
  if (year === lastYear && quarter === other) {
    return {
      label: vscode.l10n.t('Q{0} {1}', quarter, year),
      start: isoOf(Number(year), quarter * 3 - 2, 1) ?? first,
      end: isoOf(Number(year), quarter * 3, 30) ?? last, // before the last day of a whole year
    };
  }
  const label = year === lastYear ? year : `${year}–${lastYear}`;
  return { label, start: `${year}-01-01`, end: `${lastYear}-12-31` };
}

const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3);

/** Groups in the order in which their first figures come. */
function grouped<T extends Figure>(
  figures: readonly T[],
  attention: Attention,
  names: Names,
  headOf: (figure: T) => { label: string; icon: string },
): Group[] {
  const groups = new Map<string, { label: string; icon: string; rows: Row[] }>();
  for (const figure of figures) {
    const head = headOf(figure);
    const group = groups.get(head.label) ?? { ...head, rows: [] };
    group.rows.push(rowOf(figure, attention, names, head.label));
    groups.set(head.label, group);
  }
  return [...groups.values()];
}
