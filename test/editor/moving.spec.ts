import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { at, closeAll, planOf, sample, show, until } from './support/plan';

describe('moving about', () => {
  afterEach(closeAll);

  it('next and previous task, figure and finding; around the end', async () => {
    const editor = await show(sample);
    await until(
      () => planOf(editor.document),
      (plan) => plan !== undefined,
    );
    const step = async (command: string) => {
      await vscode.commands.executeCommand(`planlint.${command}`);
      return editor.document.getText(editor.selection).replace(/\s+/g, ' ');
    };
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    assert.match(await step('nextTask'), /Repair the quays/);
    assert.match(await step('nextTask'), /Dredge the channel/);
    assert.match(await step('previousTask'), /Repair the quays/);
    assert.match(await step('previousTask'), /Train pilots/);
    editor.selection = new vscode.Selection(7, 0, 7, 0);
    assert.match(await step('nextFigure'), /KRW 270\.2 billion/);
    assert.match(await step('nextFinding'), /\S/);
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
    editor.selection = new vscode.Selection(at(document, 'The repair'), at(document, 'The repair'));
    await until(
      () => vscode.window.activeTextEditor?.selection.active.line,
      (line) => line === at(document, 'The repair').line,
    );
    await vscode.commands.executeCommand('planlint.moveDown');
    const after = document.getText();
    assert.match(after, /### Task 1\. Dredge the channel[^]*Task 2 comes first[^]*### Task 2\. Repair the quays/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), sample);
  });

  it('past the last of its strategy into the next, and back; where there is none it stays', async () => {
    const editor = await show(sample);
    const { document } = editor;
    editor.selection = new vscode.Selection(at(document, 'Dredging'), at(document, 'Dredging'));
    await planOf(document);
    await vscode.commands.executeCommand('planlint.moveDown');
    assert.match(document.getText(), /## Strategy 2\. People\s+### Task 2\. Dredge[^]*### Task 3\. Train/);
    assert.match(document.lineAt(editor.selection.active.line).text, /Dredge/);
    await vscode.commands.executeCommand('planlint.moveUp');
    assert.match(document.getText(), /### Task 1\. Repair[^]*### Task 2\. Dredge[^]*## Strategy 2\. People/);
    editor.selection = new vscode.Selection(at(document, 'Training'), at(document, 'Training'));
    const before = document.getText();
    await vscode.commands.executeCommand('planlint.moveDown');
    assert.equal(document.getText(), before);
  });
});
