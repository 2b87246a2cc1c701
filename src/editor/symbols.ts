import * as vscode from 'vscode';
import { walk, type Node } from '../outline/outline';
import type { Plan } from '../plan';
import { candidates } from './candidate';
import { shortTotals } from '../report/money';
import { nameOf, namesOf, type Labels } from './labels';
import { rangeOf } from './place';
import { isOpen, type Plans } from './plans';
import { setting } from './settings';
import { halfOf, shownLanguage } from './shown-language';

/**
 * Outline view, breadcrumbs, sticky scroll and Go to Symbol from the plan's own outline. Markdown has symbols for its
 * headings already: there the plan adds its own only where it has tasks that are no headings, unless the setting says.
 */
export const registerSymbols = (plans: Plans, label: Labels): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(
      candidates,
      {
        async provideDocumentSymbols(document, token) {
          const plan = await plans.of(document, token);
          return plan && wanted(document, plan) ? symbolsOf(document, plan, plan.outline, label) : [];
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
        const found = open.map(({ document, plan }) => (plan ? matching(document, plan, query, label) : []));
        return (await Promise.all(found)).flat();
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

/** A task that is a whole sentence goes by its short name, as in the tree; the sentence stands behind it. */
const symbolsOf = (
  document: vscode.TextDocument,
  plan: Plan,
  nodes: readonly Node[],
  label: Labels,
): Promise<vscode.DocumentSymbol[]> =>
  Promise.all(
    nodes.map(async (node) => {
      const whole = rangeOf(document, node);
      const heading = whole.intersection(rangeOf(document, node.heading)) ?? new vscode.Range(whole.start, whole.start);
      const name = await nameOf(node, plan, label);
      const rest = name.endsWith(halfOf(node.title.replace(/[.。]$/, ''), plan)) ? '' : node.title;
      const detail = [shortTotals(node.totals, shownLanguage(plan)), rest].filter((part) => part !== '').join(' · ');
      const symbol = new vscode.DocumentSymbol(name || '…', detail, kinds[node.kind], whole, heading);
      symbol.children = await symbolsOf(document, plan, node.children, label);
      return symbol;
    }),
  );

/** The nodes whose name holds the letters of the query in order, as the editor itself will match them. */
async function matching(
  document: vscode.TextDocument,
  plan: Plan,
  query: string,
  label: Labels,
): Promise<vscode.SymbolInformation[]> {
  const letters = query.toLowerCase().replace(/\s+/g, '');
  return [...(await namesOf(plan, label))].flatMap(([node, name]) => {
    if (!hasInOrder(name.toLowerCase(), letters)) return [];
    const location = new vscode.Location(document.uri, rangeOf(document, node.heading));
    return [new vscode.SymbolInformation(name, kinds[node.kind], plan.title ?? '', location)];
  });
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
