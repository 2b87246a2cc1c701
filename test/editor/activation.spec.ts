import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

describe('activation', () => {
  it('the extension is there and wakes', async () => {
    const extension = vscode.extensions.getExtension('planlint.planlint');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
