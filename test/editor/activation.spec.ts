import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { openParts } from '../../src/editor/parts';
import { inSlices } from '../../src/editor/slices';

describe('activation', () => {
  it('the extension is there and wakes', async () => {
    const extension = vscode.extensions.getExtension('planlint.planlint');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('its parts are loaded from beside it, once', async () => {
    const parts = openParts(vscode.extensions.getExtension('planlint.planlint')!.extensionUri);
    const { openFeatures } = await parts.features();
    assert.equal(typeof openFeatures, 'function');
    const { clauseOf } = await parts.grammar();
    assert.equal((await clauseOf('The Ministry will strengthen its research.'))?.verb, 'strengthen');
    assert.equal(await parts.features(), await parts.features());
  });
});

describe('long work', () => {
  /** Each step holds the host for two milliseconds. */
  function* counting(to: number): Generator<undefined, number> {
    for (let count = 0; count < to; count++) {
      for (const end = performance.now() + 2; performance.now() < end;);
      yield;
    }
    return to;
  }

  it('leaves the host free in between', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    assert.equal(await inSlices(counting(50), () => true), 50);
    clearInterval(timer);
    assert.ok(turns >= 5, `${turns} turns`);
  });

  it('is dropped when it is no longer wanted', async () => {
    let wanted = true;
    setTimeout(() => (wanted = false), 20);
    assert.equal(await inSlices(counting(1_000_000), () => wanted), undefined);
  });
});
