import * as vscode from 'vscode';
import { walk, type Node } from '../outline/outline';
import type { Plan } from '../plan';
import { candidates } from './candidate';
import { shortTotals } from '../report/money';
import { headlineOf } from '../outline/headline';
import { rangeOf } from './place';
import { isOpen, type Plans } from './plans';
import { setting } from './settings';
import { shownLanguage } from './shown-language';

/**
 * Outline view, breadcrumbs, sticky scroll and Go to Symbol from the plan's own outline. Markdown has symbols for its
 * headings already: there the plan adds its own only where it has tasks that are no headings, unless the setting says.
 */
export const registerSymbols = (plans: Plans): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(
      candidates,
      {
        async provideDocumentSymbols(document, token) {
          const plan = await plans.of(document, token);
          return plan && wanted(document, plan) ? symbolsOf(document, plan, plan.outline) : [];
        },
      },
      { label: 'Planlint' },
    ),
    vscode.languages.registerWorkspaceSymbolProvider({
      async provideWorkspaceSymbols(query, token) {
        const open = await Promise.all(
          vscode.workspace.textDocuments
            .filter(isOpen)
            .map(async (document) => ({ document, plan: await plans.of(document, token) })),
        );
        return open.flatMap(({ document, plan }) => (plan ? matching(document, plan, query) : []));
      },
    }),
  );

function wanted(document: vscode.TextDocument, plan: Plan): boolean {
  const when = setting(document, 'symbols', 'auto');
  if (when !== 'auto') return when === 'always';
  if (plan.format === 'text') return true;
  const headings = new Set(plan.blocks.filter(({ kind }) => kind === 'heading').map(({ start }) => start));
  let prose = false;
  walk(plan.outline, ({ kind, start, blocks }) => {
    const opening = plan.blocks[blocks[0]];
    if ((kind === 'task' || kind === 'strategy') && !headings.has(start) && opening?.kind !== 'heading') prose = true;
  });
  return prose;
}

const kinds: Readonly<Record<Node['kind'], vscode.SymbolKind>> = {
  strategy: vscode.SymbolKind.Module,
  task: vscode.SymbolKind.Class,
  measure: vscode.SymbolKind.Field,
  section: vscode.SymbolKind.Namespace,
};

const symbolsOf = (document: vscode.TextDocument, plan: Plan, nodes: readonly Node[]): vscode.DocumentSymbol[] =>
  nodes.map((node) => {
    const whole = rangeOf(document, node);
    const heading = whole.intersection(rangeOf(document, node.heading)) ?? new vscode.Range(whole.start, whole.start);
    const symbol = new vscode.DocumentSymbol(
      headlineOf(node) || '…',
      shortTotals(node.totals, shownLanguage(plan)),
      kinds[node.kind],
      whole,
      heading,
    );
    symbol.children = symbolsOf(document, plan, node.children);
    return symbol;
  });

/** The nodes whose label holds the letters of the query in order, as the editor itself will match them. */
function matching(document: vscode.TextDocument, plan: Plan, query: string): vscode.SymbolInformation[] {
  const found: vscode.SymbolInformation[] = [];
  walk(plan.outline, (node) => {
    const label = headlineOf(node);
    if (!hasInOrder(label.toLowerCase(), query.toLowerCase().replace(/\s+/g, ''))) return;
    const location = new vscode.Location(document.uri, rangeOf(document, node.heading));
    found.push(new vscode.SymbolInformation(label, kinds[node.kind], plan.title ?? '', location));
  });
  return found;
}

function hasInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    const next = text.indexOf(letter, at);
    if (next < 0) return false;
    at = next + letter.length;
  }
  return true;
}
