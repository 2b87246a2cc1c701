import * as vscode from 'vscode';
import { overlaps } from '../text/span';
import { candidates } from './candidate';
import { growth } from './figure-view';
import { spanOf } from './place';
import type { Plans } from './plans';
import { setting } from './settings';

/** After each change, the rate reckoned from its two figures. Off unless the settings turn it on. */
export function registerInlayHints(plans: Plans): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(document, range) {
      const plan = setting(document, 'inlayHints', false) ? await plans.of(document) : undefined;
      const visible = spanOf(document, range);
      return (plan?.figures ?? []).flatMap((figure) => {
        if (figure.kind !== 'change' || figure.ratio === null || !overlaps(figure, visible)) return [];
        const hint = new vscode.InlayHint(document.positionAt(figure.end), growth(figure.ratio));
        hint.paddingLeft = true;
        hint.tooltip = vscode.l10n.t('The change, reckoned from its two figures');
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
