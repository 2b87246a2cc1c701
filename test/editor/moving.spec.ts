import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { at, closeAll, moved, planOf, putCursor, sample, show, until } from './support/plan';

describe('moving about', () => {
  afterEach(closeAll);

  it('next and previous task, figure and finding; around the end', async () => {
    const editor = await show(sample);
    await until(
      () => planOf(editor.document),
      (plan) => plan !== undefined,
    );
    const step = async (command: string) => {
      const before = editor.selection;
      const run = () => vscode.commands.executeCommand(`planlint.${command}`);
      const selection = await moved(editor, run, (now) => !now.isEqual(before));
      return editor.document.getText(selection).replace(/\s+/g, ' ');
    };
    assert.match(await step('nextTask'), /Repair the quays/);
    assert.match(await step('nextTask'), /Dredge the channel/);
    assert.match(await step('previousTask'), /Repair the quays/);
    assert.match(await step('previousTask'), /Train pilots/);
    await putCursor(editor, new vscode.Position(7, 0));
    assert.match(await step('nextFigure'), /KRW 270\.2 billion/);
    assert.match(await step('previousFigure'), /14 January 2026/);
    await putCursor(editor, new vscode.Position(0, 0));
    assert.match(await step('nextFinding'), /Tuesday/);
    await putCursor(editor, at(editor.document, 'Training'));
    assert.match(await step('previousFinding'), /Tuesday/);
  });

  it('a link leads to its place', async () => {
    const editor = await show(sample);
    const start = sample.indexOf('Train pilots');
    await vscode.commands.executeCommand('planlint.reveal', editor.document.uri.toString(), start, start + 12);
    assert.equal(editor.document.getText(editor.selection), 'Train pilots');
  });
});

describe('moving tasks', () => {
  afterEach(closeAll);

  it('down and up again; one undo each', async () => {
    const editor = await show(sample);
    const { document } = editor;
    await putCursor(editor, at(document, 'The repair'));
    await vscode.commands.executeCommand('planlint.moveDown');
    const after = document.getText();
    assert.match(after, /### Task 1\. Dredge the channel[^]*Task 2 comes first[^]*### Task 2\. Repair the quays/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), sample);
  });

  it('past the last of its strategy into the next, and back; where there is none it stays', async () => {
    const editor = await show(sample);
    const { document } = editor;
    await putCursor(editor, at(document, 'Dredging'));
    await vscode.commands.executeCommand('planlint.moveDown');
    assert.match(document.getText(), /## Strategy 2\. People\s+### Task 2\. Dredge[^]*### Task 3\. Train/);
    assert.match(document.lineAt(editor.selection.active.line).text, /Dredge/);
    await vscode.commands.executeCommand('planlint.moveUp');
    assert.match(document.getText(), /### Task 1\. Repair[^]*### Task 2\. Dredge[^]*## Strategy 2\. People/);
    await putCursor(editor, at(document, 'Training'));
    const before = document.getText();
    await vscode.commands.executeCommand('planlint.moveDown');
    assert.equal(document.getText(), before);
  });
});
