import * as vscode from 'vscode';
import { grouped } from '../figures/decimal';
import type { Amount, Change, Figure } from '../figures/figure';
import { overlaps } from '../text/span';
import { candidates } from './candidate';
import { growth } from './figure-words';
import { spanOf } from './place';
import type { Plans } from './plans';
import { setting } from './settings';

/** After each change its rate, after each rounded amount its value in full. Off unless the settings turn it on. */
export function registerInlayHints(plans: Plans): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(document, range, token) {
      const wanted = setting<Wanted>(document, 'inlayHints', 'off');
      const plan = wanted === 'off' ? undefined : await plans.of(document, token);
      const visible = spanOf(document, range);
      if (plan === undefined) return [];
      return plan.figures.flatMap((figure) => {
        if (!overlaps(figure, visible)) return [];
        const [label, tooltip] = hintFor(figure, plan.figures, wanted);
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

function hintFor(figure: Figure, figures: readonly Figure[], wanted: Wanted): [label: string, tooltip: string] {
  if (figure.kind === 'change' && figure.ratio !== null)
    return [growthOf(figure, figure.ratio, figures), vscode.l10n.t('The change, reckoned from its two figures')];
  if (figure.kind === 'amount' && wanted === 'all' && isRounded(figure))
    return [`= ${grouped(figure.low.exact)}`, vscode.l10n.t('The value in full')];
  return ['', ''];
}

/** Its rate; of two percentages the points between them, because `from 72% to 81%` is no growth by 12.5%. */
function growthOf({ from, to }: Change, ratio: number, figures: readonly Figure[]): string {
  const [before, after] = [figures[from], figures[to]];
  if (before?.kind !== 'percent' || after?.kind !== 'percent') return growth(ratio);
  if (before.value === undefined || after.value === undefined) return growth(ratio);
  return growth((after.value - before.value) / 100).replace('%', '%p');
}

/** Whether the amount is written with a scale word, or in a table whose unit is larger than one. */
const isRounded = ({ value, low }: Amount): boolean => value !== undefined && low.step.length > 3;
