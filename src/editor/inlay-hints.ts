import * as vscode from 'vscode';
import { grouped } from '../figures/decimal';
import type { Amount, Figure } from '../figures/figure';
import { overlaps } from '../text/span';
import { candidates } from './candidate';
import { growth } from './figure-view';
import { spanOf } from './place';
import type { Plans } from './plans';
import { setting } from './settings';

/** After each change its rate, after each rounded amount its value in full. Off unless the settings turn it on. */
export function registerInlayHints(plans: Plans): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(document, range) {
      const wanted = setting<Wanted>(document, 'inlayHints', 'off');
      const plan = wanted === 'off' ? undefined : await plans.of(document);
      const visible = spanOf(document, range);
      return (plan?.figures ?? []).flatMap((figure) => {
        if (!overlaps(figure, visible)) return [];
        const [label, tooltip] = hintFor(figure, wanted);
        if (label === '') return [];
        const hint = new vscode.InlayHint(document.positionAt(figure.end), label);
        hint.paddingLeft = true;
        hint.tooltip = tooltip;
        return [hint];
      });
    },
  };
  return vscode.Disposable.from(
    changed,
    plans.settings.onDidChange(() => changed.fire()),
    vscode.languages.registerInlayHintsProvider(candidates, provider),
  );
}

type Wanted = 'off' | 'changes' | 'all';

function hintFor(figure: Figure, wanted: Wanted): [label: string, tooltip: string] {
  if (figure.kind === 'change' && figure.ratio !== null)
    return [growth(figure.ratio), vscode.l10n.t('The change, reckoned from its two figures')];
  if (figure.kind === 'amount' && wanted === 'all' && isRounded(figure))
    return [`= ${grouped(figure.low.exact)}`, vscode.l10n.t('The value in full')];
  return ['', ''];
}

/** Whether the amount is written with a scale word, or in a table whose unit is larger than one. */
const isRounded = ({ value, low }: Amount): boolean => value !== undefined && low.step.length > 3;
