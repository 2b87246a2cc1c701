import * as vscode from 'vscode';
import { headlineOf } from '../outline/headline';
import { figuresIn, type Entry } from './entry';

/** Which rows of the tree are shown. Those that lead to one that is kept are shown as well. */
export interface Filter {
  /** What it keeps, for people: `with findings`. */
  readonly label: string;
  keeps(entry: Entry): boolean;
}

/** The rows that are kept, and those above one; all where there is no filter. */
export const visible = (entries: readonly Entry[], filter: Filter | undefined): readonly Entry[] =>
  filter === undefined ? entries : entries.filter((entry) => leads(entry, filter));

const leads = (entry: Entry, filter: Filter): boolean =>
  filter.keeps(entry) || entry.children.some((child) => leads(child, filter));

/** Asks which rows to show. Null: all of them; undefined: nothing was chosen. */
export async function chooseFilter(chosen: Filter | undefined): Promise<Filter | null | undefined> {
  const all = { label: vscode.l10n.t('All rows'), filter: null };
  const words = { label: `$(search) ${vscode.l10n.t('Rows with certain words…')}`, filter: undefined };
  const kinds = filters().map((filter) => ({
    label: filter.label === chosen?.label ? `$(check) ${filter.label}` : filter.label,
    filter,
  }));
  const picked = await vscode.window.showQuickPick<typeof all | typeof words | (typeof kinds)[number]>(
    [all, ...kinds, words],
    { title: vscode.l10n.t('Show in the plan view') },
  );
  return picked === words ? askForWords() : picked?.filter;
}

async function askForWords(): Promise<Filter | null | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Show rows with these words'),
    placeHolder: vscode.l10n.t('Words of a title or of its first sentence'),
  });
  if (text === undefined) return undefined;
  const sought = text.trim().toLowerCase();
  if (sought === '') return null;
  const keeps = ({ node, parent }: Entry): boolean =>
    `${headlineOf(node)} ${node.lead}`.toLowerCase().includes(sought) || (parent !== undefined && keeps(parent));
  return { label: vscode.l10n.t('with “{0}”', text.trim()), keeps };
}

const filters = (): Filter[] => [
  { label: vscode.l10n.t('with findings'), keeps: ({ findings }) => findings.length > 0 },
  { label: vscode.l10n.t('with amounts'), keeps: (entry) => figuresIn(entry).some(({ kind }) => kind === 'amount') },
  { label: vscode.l10n.t('with dates'), keeps: (entry) => figuresIn(entry).some(({ kind }) => kind === 'date') },
];
