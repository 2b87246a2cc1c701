import { strict as assert } from 'node:assert';
import { chmodSync, lstatSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { openTerminal, type Terminal } from './support/terminal';

const table = (total: string): string => `# Harbour plan 2026

| Task | KRW billion |
| --- | ---: |
| Power lines | 3.0 |
| Stations | 2.0 |
| Total | ${total} |
`;

describe('planlint fix', () => {
  let terminal: Terminal;
  beforeEach(() => (terminal = openTerminal({ 'plan.md': table('6.0') })));
  afterEach(() => terminal.close());

  it('applies preferred fixes and says how many', async () => {
    const { status, out, err } = await terminal.run(['fix', 'plan.md']);
    assert.equal(terminal.read('plan.md'), table('5.0'));
    assert.equal(out, '');
    assert.equal(err, '1 finding fixed in 1 file\n');
    assert.equal(status, 0);
  });

  it('a second time changes nothing', async () => {
    await terminal.run(['fix', 'plan.md']);
    const before = statSync(join(terminal.folder, 'plan.md'));
    const { err } = await terminal.run(['fix', 'plan.md']);
    assert.match(err, /^0 findings fixed/);
    assert.equal(statSync(join(terminal.folder, 'plan.md')).ino, before.ino);
  });

  it('--dry-run prints a patch that gives the fixed text, and writes nothing', async () => {
    const { out, err } = await terminal.run(['fix', '--dry-run', 'plan.md']);
    assert.match(out, /^--- a\/plan\.md\n\+\+\+ b\/plan\.md\n@@/);
    assert.equal(applyPatch(table('6.0'), out), table('5.0'));
    assert.equal(terminal.read('plan.md'), table('6.0'));
    assert.match(err, /^1 finding would be fixed in 1 file/);
  });

  it('--only leaves the other checks alone', async () => {
    const { status } = await terminal.run(['fix', '--only', 'unused-directive', 'plan.md']);
    assert.equal(terminal.read('plan.md'), table('6.0'));
    assert.equal(status, 1, 'the finding is still there');
  });

  it('standard input goes to standard output', async () => {
    const { out } = await terminal.run(['fix', '-', '--stdin-path', 'x.md'], { stdin: table('6.0') });
    assert.equal(out, table('5.0'));
  });

  it('keeps line ends, byte-order mark and encoding', async () => {
    const windows = table('6.0').replace(/\n/g, '\r\n');
    terminal.write('bom.md', `\ufeff${windows}`);
    terminal.write('wide.md', Buffer.from(`\ufeff${windows}`, 'utf16le'));
    await terminal.run(['fix', 'bom.md', 'wide.md']);
    const after = `\ufeff${table('5.0').replace(/\n/g, '\r\n')}`;
    assert.equal(terminal.read('bom.md'), after);
    assert.deepEqual(terminal.bytes('wide.md'), Buffer.from(after, 'utf16le'));
  });

  it('keeps the mode, and a symbolic link a link; leaves nothing behind', async () => {
    chmodSync(join(terminal.folder, 'plan.md'), 0o640);
    symlinkSync('plan.md', join(terminal.folder, 'link.md'));
    await terminal.run(['fix', 'link.md']);
    assert.equal(terminal.read('plan.md'), table('5.0'));
    assert.equal(statSync(join(terminal.folder, 'plan.md')).mode & 0o777, 0o640);
    assert.ok(lstatSync(join(terminal.folder, 'link.md')).isSymbolicLink());
    assert.deepEqual(readdirSync(terminal.folder).sort(), ['link.md', 'plan.md']);
  });

  it('a text of an older Korean program stays in its encoding', async () => {
    const korean = '2026년 항만 계획을 다음과 같이 추진한다. 예산은 아래 표와 같다.';
    const text = table('6.0').replace('# Harbour plan 2026', korean);
    terminal.write('old.md', inCp949(text));
    await terminal.run(['fix', 'old.md']);
    assert.deepEqual(terminal.bytes('old.md'), inCp949(text.replace('6.0', '5.0')));
  });
});

/** CP949 bytes of a text whose Hangul stands in the decoder's table; slow and plain, as an oracle should be. */
function inCp949(text: string): Buffer {
  const decoder = new TextDecoder('euc-kr');
  const bytes = [...text].flatMap((character) => {
    if (character < '\x80') return [character.charCodeAt(0)];
    for (let lead = 0xa1; lead < 0xff; lead++) {
      for (let trail = 0xa1; trail < 0xff; trail++) {
        if (decoder.decode(Uint8Array.of(lead, trail)) === character) return [lead, trail];
      }
    }
    throw new Error(`${character} is not in CP949`);
  });
  return Buffer.from(bytes);
}
