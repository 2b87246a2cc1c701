import * as vscode from 'vscode';
import type { Figure, Role } from '../figures/figure';
import { walk } from '../outline/outline';
import type { Plan } from '../plan';
import { byStart, type Span } from '../text/span';
import { candidates } from './candidate';
import type { Plans } from './plans';
import { setting } from './settings';

/** The token types, as the manifest declares them; a change is coloured by its two sides. */
const types = ['planAmount', 'planDate', 'planPercent', 'planCount', 'planMarker'] as const;
const typeOf: Partial<Record<Figure['kind'], (typeof types)[number]>> = {
  amount: 'planAmount',
  date: 'planDate',
  percent: 'planPercent',
  count: 'planCount',
};
/** What an amount is, where it is not the plan's own budget. */
const modifiers = ['planPast', 'planTarget', 'planLimit', 'planPrice'] as const;
const modifierOf: Partial<Record<Role, (typeof modifiers)[number]>> = {
  previous: 'planPast',
  result: 'planPast',
  target: 'planTarget',
  ceiling: 'planLimit',
  price: 'planPrice',
  'unit-cost': 'planPrice',
};
const legend = new vscode.SemanticTokensLegend([...types], [...modifiers]);

/** Figures and outline markers in the colours of the theme, by kind. */
export function registerSemanticTokens(plans: Plans): vscode.Disposable {
  const stale = new vscode.EventEmitter<void>();
  const provider: vscode.DocumentSemanticTokensProvider = {
    onDidChangeSemanticTokens: stale.event,
    async provideDocumentSemanticTokens(document, token) {
      const plan = setting(document, 'highlight', true) ? await plans.of(document, token) : undefined;
      const builder = new vscode.SemanticTokensBuilder(legend);
      if (plan) for (const one of tokensOf(plan)) push(builder, document, one);
      return builder.build();
    },
  };
  return vscode.Disposable.from(
    stale,
    vscode.languages.registerDocumentSemanticTokensProvider(candidates, provider, legend),
    plans.settings.onDidChange(() => stale.fire()),
  );
}

interface Token extends Span {
  readonly type: string;
  readonly modifier?: string | undefined;
}

/** In order, without overlap. */
function tokensOf(plan: Plan): Token[] {
  const found: Token[] = plan.figures.flatMap((figure) => {
    const { kind, start, end } = figure;
    const type = typeOf[kind];
    const modifier = kind === 'amount' && figure.role !== null ? modifierOf[figure.role] : undefined;
    return type === undefined ? [] : [{ start, end, type, modifier }];
  });
  walk(plan.outline, ({ markerSpan }) => {
    if (markerSpan) found.push({ start: markerSpan.start, end: markerSpan.end, type: 'planMarker' });
  });
  let at = 0;
  return found.sort(byStart).filter(({ start, end }) => {
    if (start < at) return false;
    at = end;
    return true;
  });
}

/** A token may not run over a line end: a mention that is broken across lines gives one token a line. */
function push(builder: vscode.SemanticTokensBuilder, document: vscode.TextDocument, token: Token): void {
  const [start, end] = [document.positionAt(token.start), document.positionAt(token.end)];
  const modifier = token.modifier === undefined ? [] : [token.modifier];
  for (let line = start.line; line <= end.line; line++) {
    const { text, firstNonWhitespaceCharacterIndex: indent } = document.lineAt(line);
    const from = line === start.line ? start.character : indent;
    const to = line === end.line ? end.character : text.trimEnd().length;
    if (to > from) builder.push(new vscode.Range(line, from, line, to), token.type, modifier);
  }
}
