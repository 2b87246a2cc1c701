import { strict as assert } from 'node:assert';
import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** Where nobody edits a plan, or what never holds: a binding for that alone takes nothing away from ours. */
const elsewhere =
  /^false$|\b(?:inQuickInput|quickInputType|inChat|accessibleView\w*|notebook\w*|terminal\w*|inDebugRepl|\w*[vV]iew\w*|listFocus|!inputFocus|!editorFocus|!editorTextFocus|!textInputFocus|suggestWidgetVisible|searchViewletFocus)\b/;

describe('keyboard shortcuts', () => {
  it('clash with nothing that the editor itself does', async () => {
    const all = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const bindings = parse((await vscode.workspace.openTextDocument(all)).getText()) as Binding[];
    const own = bindings.filter(({ command }) => command.startsWith('planlint.'));
    assert.ok(own.length >= 8, `${own.length} of our own`);
    for (const { key, command, when = '' } of own) {
      if (when.includes('focusedView')) continue; // within our own view
      const clashing = bindings.filter(
        (other) =>
          !other.command.startsWith('planlint.') &&
          (other.key === key || other.key.startsWith(`${key} `) || key.startsWith(`${other.key} `)) &&
          !elsewhere.test(other.when ?? ''),
      );
      const told = clashing.map((other) => `${other.key} ${other.command} ${other.when ?? ''}`);
      assert.equal(told.join('\n'), '', command);
    }
  });
});
