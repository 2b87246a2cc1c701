import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { openTerminal, type Terminal } from './support/terminal';

/** A directive that silences nothing: a finding with a fix, so that `fix` has something to write. */
const wanting = (end: string): string =>
  ['# Harbour plan', '', '<!-- planlint-disable-next-line table-total -->', '', 'The end.', ''].join(end);

/** What a person or a script may do wrong: each ends in one clear line, or in nothing at all. */
describe('rough handling', () => {
  let terminal: Terminal;
  beforeEach(() => (terminal = openTerminal()));
  afterEach(() => terminal.close());

  it('an empty file, and one of blanks, are plans without anything', async () => {
    terminal.write('empty.md', '');
    terminal.write('blank.txt', ' \n\n\t\n');
    const { status, out, err } = await terminal.run(['check', 'empty.md', 'blank.txt']);
    assert.match(out, /^No findings in 2 plans · 0 figures/);
    assert.deepEqual({ status, err }, { status: 0, err: '' });
    for (const command of ['outline', 'figures', 'analyze', 'fix']) {
      assert.equal((await terminal.run([command, 'empty.md', 'blank.txt'])).status, 0, command);
    }
  });

  it('half a surrogate in a request is a character like others', async () => {
    const request = `{"path": "a.txt", "text": "KRW 3 billion \\ud83d and \\udc00"}`;
    const { status, out } = await terminal.run(['analyze', '--ndjson'], { stdin: `${request}\n` });
    assert.equal((JSON.parse(out) as { figures: unknown[] }).figures.length, 1);
    assert.equal(status, 0);
  });

  it('a request of many megabytes on one line is answered', async () => {
    const request = JSON.stringify({ path: 'a.txt', text: `KRW 3 billion${' x'.repeat(2_000_000)}` });
    const { status, out } = await terminal.run(['analyze', '--ndjson'], {
      stdin: `${request}\n{"path": "b.txt", "text": ""}`,
    });
    const answers = out.trim().split('\n');
    assert.equal(answers.length, 2);
    assert.equal((JSON.parse(answers[0]!) as { figures: unknown[] }).figures.length, 1);
    assert.equal(status, 0);
  }).timeout(120_000);

  it('bytes that are no UTF-8 in a stream are told in their place', async () => {
    const bad = Buffer.concat([
      Buffer.from('{"path": "a.txt", "text": "'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}\n'),
    ]);
    const { Readable } = await import('node:stream');
    const { out } = await terminal.run(['analyze', '--ndjson'], { stdin: Readable.from([bad]) });
    assert.equal((JSON.parse(out) as { path: string }).path, 'a.txt');
  });

  it('UTF-16 cut in the middle of a character says so', async () => {
    terminal.write('cut.txt', Buffer.concat([Buffer.from('\ufeffKRW', 'utf16le'), Buffer.from([0x20])]));
    const { status, err } = await terminal.run(['check', 'cut.txt']);
    assert.match(err, /^planlint: “cut\.txt” begins as UTF-16 and does not go on so\.[^\n]*\n$/);
    assert.equal(status, 2);
  });

  it('a folder that may not be read is told', async function () {
    if (process.getuid?.() === 0) return this.skip(); // everything may be read
    terminal.write('shut/plan.md', '# Plan\n');
    chmodSync(join(terminal.folder, 'shut'), 0);
    const { status, err } = await terminal.run(['check', 'shut']);
    chmodSync(join(terminal.folder, 'shut'), 0o700);
    assert.match(err, /^planlint: “shut” may not be read\. Check its permissions\.\n$/);
    assert.equal(status, 2);
  });

  it('a link that leads nowhere, and one that leads round, do not stop the others', async () => {
    terminal.write('plans/a.md', wanting('\n'));
    symlinkSync('nowhere.md', join(terminal.folder, 'plans/lost.md'));
    symlinkSync('../plans', join(terminal.folder, 'plans/round'));
    const { status, err, out } = await terminal.run(['analyze', 'plans']);
    assert.match(err, /^planlint: “plans\/lost\.md” does not exist\.[^\n]*It was skipped\.\n$/);
    assert.equal(status, 0);
    assert.ok((JSON.parse(out) as { documents: unknown[] }).documents.length <= 1);
  });

  it('a folder in the place of a file', async () => {
    terminal.write('plans/odd.md/plan.md', wanting('\n'));
    assert.equal((await terminal.run(['check', 'plans/odd.md'])).status, 0);
    for (const args of [
      ['check', '--config', 'plans', 'plans'],
      ['check', '--baseline', 'plans', 'plans'],
    ]) {
      const { status, err } = await terminal.run(args);
      assert.match(err, /^planlint: [^\n]*“plans”[^\n]*\n$/);
      assert.equal(status, 2, args.join(' '));
    }
    const { err, status } = await terminal.run(['check', '--cache=plans', 'plans/odd.md']);
    assert.match(err, /^planlint: The cache “plans” cannot be read[^\n]*\n$/);
    assert.equal(status, 0);
  });

  describe('fix writes a file as it was found', () => {
    /** Without the directive, and however many empty lines stand where it was. */
    const fixed = (text: string): string =>
      text.replace('<!-- planlint-disable-next-line table-total -->', '').replace(/(?:\r?\n)+/g, '\n');
    const cases: [string, Buffer, (bytes: Buffer) => string][] = [
      ['CRLF', Buffer.from(wanting('\r\n')), (bytes) => bytes.toString('utf8')],
      ['a byte-order mark', Buffer.from(`\ufeff${wanting('\n')}`), (bytes) => bytes.toString('utf8')],
      [
        'UTF-16, little end first',
        Buffer.from(`\ufeff${wanting('\r\n')}`, 'utf16le'),
        (bytes) => bytes.toString('utf16le'),
      ],
      [
        'UTF-16, big end first',
        Buffer.from(`\ufeff${wanting('\n')}`, 'utf16le').swap16(),
        (bytes) => Buffer.from(bytes).swap16().toString('utf16le'),
      ],
    ];
    for (const [name, bytes, textOf] of cases) {
      it(name, async () => {
        terminal.write('plan.md', bytes);
        chmodSync(join(terminal.folder, 'plan.md'), 0o640);
        const { err } = await terminal.run(['fix', 'plan.md']);
        assert.match(err, /^1 finding fixed in 1 file\n$/);
        const before = textOf(bytes);
        const after = textOf(terminal.bytes('plan.md'));
        assert.notEqual(after, before);
        assert.equal(fixed(after), fixed(before), 'nothing else has changed');
        assert.equal(/\r\n/.test(after), /\r\n/.test(before));
        assert.ok(!/(?<!\r)\n/.test(after) || !/\r\n/.test(after), 'one kind of line end');
        assert.equal(statSync(join(terminal.folder, 'plan.md')).mode & 0o777, 0o640);
      });
    }

    it('and leaves one alone that has nothing to fix, whatever its bytes', async () => {
      const odd = Buffer.from('# Plan\r\n\nMixed\rends\n');
      terminal.write('plan.md', odd);
      await terminal.run(['fix', 'plan.md']);
      assert.deepEqual(terminal.bytes('plan.md'), odd);
    });
  });

  it('a reader that goes away is no failure, in any command', async function () {
    if (!existsSync('dist/cli.js')) return this.skip();
    terminal.write('plan.txt', 'It costs KRW 3 billion in 2026.\n\n'.repeat(3000));
    for (const command of ['figures', 'analyze', 'outline']) {
      const child = spawn(process.execPath, ['dist/cli.js', command, join(terminal.folder, 'plan.txt')]);
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      child.stdout.once('data', () => child.stdout.destroy());
      assert.equal(await new Promise((resolve) => child.once('exit', resolve)), 0, command);
      assert.equal(err, '', command);
    }
  }).timeout(120_000);
});
