import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { activate } from '../../src/editor/extension';
import { awaken } from './support/awake';
import { instead } from './support/instead';
import { at, closeAll, problems, sample, show, until } from './support/plan';

describe('going to sleep', () => {
  afterEach(closeAll);

  it('gives back all that it was given; a second time does no harm', async () => {
    const { document } = await show(sample);
    const place = at(document, 'KRW 270.2', 1);
    const answers = async () => {
      const [hovers, lenses] = await Promise.all([
        vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place),
        vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50),
      ]);
      return { hovers: hovers.length, lenses: lenses.length, problems: problems(document).length };
    };
    const alone = await until(answers, ({ hovers, lenses, problems }) => hovers > 0 && lenses > 0 && problems > 0);

    const again = await awaken();
    try {
      await until(
        answers,
        (both) =>
          both.hovers === 2 * alone.hovers && both.lenses === 2 * alone.lenses && both.problems === 2 * alone.problems,
        'two of each',
      );
      await again.run('nextFigure');
      assert.ok(again.left().length > 30, 'nothing was counted');
    } finally {
      again.sleep();
    }
    assert.deepEqual(again.left(), []);
    assert.doesNotThrow(again.sleep);
    assert.deepEqual(await until(answers, ({ problems }) => problems === alone.problems, 'quiet'), alone);
    await assert.rejects(again.run('nextFigure'));
  });

  it('while it is still waking: nothing is added any more', async () => {
    const registered: string[] = [];
    const nothing = new vscode.Disposable(() => undefined);
    const put = [
      instead(vscode.languages, 'registerHoverProvider', () => registered.push('hover')),
      instead(vscode.commands, 'registerCommand', () => nothing), // their names are taken
    ];
    const subscriptions: vscode.Disposable[] = [];
    try {
      const { ready, planOf } = activate({
        subscriptions,
        extensionUri: vscode.extensions.getExtension('planlint.planlint')!.extensionUri,
      } as unknown as vscode.ExtensionContext);
      subscriptions.forEach((one) => void one.dispose());
      await ready;
      assert.equal(await planOf((await show(sample)).document.uri), undefined);
    } finally {
      put.forEach((back) => back());
    }
    assert.deepEqual(registered, []);
  });

  it('in the middle of an analysis', async () => {
    const again = await awaken();
    const editor = await show(sample);
    await editor.edit((edit) => edit.insert(new vscode.Position(8, 0), 'It costs KRW 3 billion. '));
    again.sleep();
    const expected = await until(
      () => problems(editor.document).length,
      (count) => count > 0,
    );
    await new Promise((resolve) => setTimeout(resolve, 400)); // longer than the quiet after a keystroke
    assert.ok(problems(editor.document).length < 2 * expected, 'the sleeping one spoke');
    assert.deepEqual(again.left(), []);
  });
});
