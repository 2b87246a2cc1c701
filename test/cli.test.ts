import { strict as assert } from 'node:assert';
import { Readable } from 'node:stream';
import { openTerminal, type Terminal } from './support/terminal';

/** A small plan that reads as one and has no fault. */
const sound = `# Harbour plan 2026

The plan has one strategy and two tasks.

## Strategy 1. Quiet quays

### Task 1. Build power lines

Power lines cost KRW 3 billion in 2026.

### Task 2. Measure the air

Stations cost KRW 2 billion in 2026.
`;

/** A plan with a directive that silences nothing: one finding, a hint with a fix or without. */
const withHint = `${sound}\n<!-- planlint-disable-next-line table-total -->\n\nThe end.\n`;

describe('command line', () => {
  let terminal: Terminal;
  beforeEach(() => (terminal = openTerminal()));
  afterEach(() => terminal.close());

  describe('misuse: one line with the cause and the way out, status 2', () => {
    const cases: [string, string[], RegExp][] = [
      ['an unknown command', ['chekc', 'a.md'], /no command “chekc”.*“check”/],
      ['an unknown option', ['check', '--fromat', 'json', 'a.md'], /no option “--fromat”.*“--format”/],
      ['an unknown format', ['check', '--format', 'jsn', 'a.md'], /“jsn” is not one of stylish, .*“json”/],
      ['an option without its value', ['check', 'a.md', '--year'], /“--year <year>” needs a value/],
      ['a year that is none', ['check', '--year', '20x6', 'a.md'], /“20x6” is not a whole number from 1900 to 2200/],
      ['a region that is none', ['check', '--region', 'Korea', 'a.md'], /“Korea” is not a country code/],
      [
        'an unknown check',
        ['check', '--check', 'unused-directve=off', 'a.md'],
        /“unused-directve”.*“unused-directive”/,
      ],
      ['an unknown severity', ['check', '--check', 'unused-directive=eror', 'a.md'], /“eror” is not one of .*“error”/],
      ['a check without severity', ['check', '--check', 'unused-directive', 'a.md'], /CODE=SEVERITY/],
      ['an unknown kind', ['figures', '--kind', 'amuont', 'a.md'], /“amuont” is not one of .*“amount”/],
      ['no path', ['check'], /Nothing to read\. Name a file/],
      ['a path that does not exist', ['check', 'none.md'], /“none\.md” does not exist\. Name a file/],
      ['a glob that matches nothing', ['check', '*.md'], /No file matches “\*\.md”/],
      ['a path beside --ndjson', ['analyze', '--ndjson', 'a.md'], /takes no path/],
      ['a configuration that does not exist', ['check', '--config', 'x.json', '-'], /“x\.json” does not exist/],
      ['a baseline that does not exist', ['check', '--baseline', 'b.json', '-'], /“b\.json” does not exist/],
    ];
    for (const [name, args, says] of cases) {
      it(name, async () => {
        const { status, out, err } = await terminal.run(args);
        assert.match(err, says);
        assert.match(err, /^planlint: [^\n]+\n$/);
        assert.equal(out, '');
        assert.equal(status, 2);
      });
    }

    it('nothing at all: the help, on standard error', async () => {
      const { status, err } = await terminal.run([]);
      assert.match(err, /Usage: planlint/);
      assert.equal(status, 2);
    });
  });

  it('help and version are no failure', async () => {
    for (const args of [['--help'], ['help', 'check'], ['check', '--help'], ['--version']]) {
      const { status, out, err } = await terminal.run(args);
      assert.equal(status, 0, args.join(' '));
      assert.equal(err, '');
      assert.notEqual(out, '');
    }
  });

  describe('exit status', () => {
    beforeEach(() => terminal.write('plan.md', withHint));

    it('is 0 where nothing reaches the failing severity', async () => {
      const { status, out } = await terminal.run(['check', 'plan.md']);
      assert.match(out, /^plan\.md:\d+:\d+ +hint +unused-directive /);
      assert.match(out, /1 finding \(1 hint\) in 1 plan · \d+ figures, \d+ understood(?: \(.*\))?, \d+ compared\n$/);
      assert.equal(status, 0);
    });

    it('is 1 where something does', async () => {
      assert.equal((await terminal.run(['check', '--fail-on', 'hint', 'plan.md'])).status, 1);
      assert.equal((await terminal.run(['check', '--check', 'unused-directive=warning', 'plan.md'])).status, 1);
      assert.equal(
        (await terminal.run(['check', '--check', 'unused-directive=error', '--fail-on', 'never', 'plan.md'])).status,
        0,
      );
    });

    it('is 1 where there are too many warnings', async () => {
      const args = ['check', '--check', 'unused-directive=warning', '--fail-on', 'error', 'plan.md'];
      assert.equal((await terminal.run([...args, '--max-warnings', '1'])).status, 0);
      const { status, err } = await terminal.run([...args, '--max-warnings', '0']);
      assert.match(err, /1 warnings, more than the 0 allowed/);
      assert.equal(status, 1);
    });

    it('quiet says only what fails', async () => {
      assert.equal((await terminal.run(['check', '-q', 'plan.md'])).out, '');
    });
  });

  describe('paths', () => {
    beforeEach(() => {
      terminal.write('plans/a.md', sound);
      terminal.write('plans/b.txt', sound);
      terminal.write('plans/deep/c.markdown', sound);
      terminal.write('plans/README.md', '# A tool\n\nInstall it with npm.\n');
      terminal.write('plans/node_modules/x/plan.md', sound);
      terminal.write('plans/.git/plan.md', sound);
      terminal.write('plans/data.csv', 'a,b\n');
    });
    const paths = async (...args: string[]): Promise<string[]> => {
      const { out } = await terminal.run(['analyze', ...args]);
      return (JSON.parse(out) as { documents: { path: string }[] }).documents.map(({ path }) => path);
    };

    it('a folder gives its plans, by name, without packages and without what is no plan', async () => {
      assert.deepEqual(await paths('plans'), ['plans/a.md', 'plans/b.txt', 'plans/deep/c.markdown']);
    });
    it('a file that is named is read, whatever it is', async () => {
      assert.deepEqual(await paths('plans/README.md'), ['plans/README.md']);
    });
    it('a glob', async () => assert.deepEqual(await paths('plans/*.{md,txt}'), ['plans/a.md', 'plans/b.txt']));
    it('each document once', async () => assert.deepEqual(await paths('plans/a.md', 'plans/*.md'), ['plans/a.md']));
    it('standard input, named', async () => {
      const { out } = await terminal.run(['analyze', '-', '--stdin-path', 'x.md'], { stdin: sound });
      const [document] = (JSON.parse(out) as { documents: { path: string; format: string }[] }).documents;
      assert.equal(document?.path, 'x.md');
      assert.equal(document.format, 'markdown');
    });
    it('says what a folder holds that is no plan', async () => {
      const { out } = await terminal.run(['check', 'plans']);
      assert.match(out, /^1 text does not read as a plan/m);
      assert.match(out, /No findings in 3 plans/);
    });
  });

  describe('bytes', () => {
    const title = async (path: string): Promise<string | null> => {
      const { out, err } = await terminal.run(['analyze', path]);
      assert.equal(err, '');
      return (JSON.parse(out) as { documents: { title: string | null }[] }).documents[0]!.title;
    };
    it('UTF-16 and UTF-8 with a byte-order mark', async () => {
      const text = '# Harbour plan 2026\n\nText.\n';
      terminal.write('le.md', Buffer.from(`\ufeff${text}`, 'utf16le'));
      terminal.write('be.md', Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
      terminal.write('u8.md', `\ufeff${text}`);
      const expected = await title('u8.md');
      assert.equal(await title('le.md'), expected);
      assert.equal(await title('be.md'), expected);
    });

    it('CP949, as older Korean programs write it', async () => {
      // '가나다라마바사아자차카타파하' in KS X 1001
      const pairs = [0xb0a1, 0xb3aa, 0xb4d9, 0xb6f3, 0xb8b6, 0xb9d9, 0xbbe7, 0xbec6, 0xc0da, 0xc2f7, 0xc4ab, 0xc5b8];
      terminal.write('old.txt', Buffer.from([...pairs.flatMap((pair) => [pair >> 8, pair & 0xff]), 0x0a]));
      const { out, err } = await terminal.run(['analyze', 'old.txt']);
      assert.equal(err, '');
      assert.equal((JSON.parse(out) as { documents: { language: string }[] }).documents[0]!.language, 'ko');
    });

    it('a binary file under a text name is told and passed over; the others are read', async () => {
      terminal.write('zip.txt', Buffer.from('PK\x03\x04\x00\x00rest', 'latin1'));
      terminal.write('zero.txt', Buffer.from([65, 0, 66]));
      terminal.write('plan.md', sound);
      const named = await terminal.run(['check', 'zip.txt', 'zero.txt', 'plan.md']);
      assert.match(named.err, /“zip\.txt” is not text but a DOCX, HWPX or ZIP file\. Save/);
      assert.match(named.err, /“zero\.txt” is not text: it holds zero bytes\. Save/);
      assert.match(named.out, /in 1 plan/);
      assert.equal(named.status, 2);
      const found = await terminal.run(['check', '.']);
      assert.match(found.err, /“zip\.txt” .*It was skipped\./);
      assert.equal(found.status, 0);
    });

    it('text that is not UTF-8 says where', async () => {
      terminal.write('latin.txt', Buffer.from('first line\nna\xefve\n', 'latin1'));
      const { status, err } = await terminal.run(['check', 'latin.txt']);
      assert.match(err, /not UTF-8: byte 0xEF at line 2, byte 3 of it\. Save the file as UTF-8/);
      assert.equal(status, 2);
    });
  });

  describe('configuration', () => {
    beforeEach(() => terminal.write('a/b/plan.md', withHint));

    it('the nearest .planlintrc.json upward, with comments', async () => {
      terminal.write('.planlintrc.json', '{ "checks": { "unused-directive": "error" } }');
      assert.equal((await terminal.run(['check', 'a/b/plan.md'])).status, 1);
      terminal.write('a/.planlintrc.json', '{\n  // nearer\n  "checks": { "unused-directive": "off" },\n}');
      assert.equal((await terminal.run(['check', 'a/b/plan.md'])).status, 0);
    });
    it('the command line before the file', async () => {
      terminal.write('.planlintrc.json', '{ "checks": { "unused-directive": "error" }, "failOn": "never" }');
      assert.equal((await terminal.run(['check', 'a/b/plan.md'])).status, 0);
      assert.equal((await terminal.run(['check', '--fail-on', 'error', 'a/b/plan.md'])).status, 1);
      assert.equal(
        (await terminal.run(['check', '--fail-on', 'error', '--check', 'unused-directive=hint', 'a/b/plan.md'])).status,
        0,
      );
    });
    const wrong: [string, string, RegExp][] = [
      ['no JSON', '{\n  "year": 2026,,\n}', /^planlint: \.planlintrc\.json:2:16: This is not JSON/],
      ['an unknown key', '{ "cheks": {} }', /^planlint: \.planlintrc\.json:1:3: There is no setting “cheks”.*“checks”/],
      [
        'an unknown check',
        '{\n  "checks": {\n    "unused-directve": "off"\n  }\n}',
        /json:3:5: There is no check “unused-directve”.*“unused-directive”/,
      ],
      [
        'an unknown severity',
        '{ "checks": { "unused-directive": "fatal" } }',
        /json:1:35: "fatal" is not one of error, warning, info, hint, off/,
      ],
      ['a year that is none', '{ "year": "2026" }', /json:1:11: “year” must be a whole number/],
      ['an entry that is none', '{ "ignore": [{ "code": "x" }] }', /json:1:14: An entry of “ignore” must be/],
    ];
    for (const [name, text, says] of wrong) {
      it(`${name} is told with line and column`, async () => {
        terminal.write('.planlintrc.json', text);
        const { status, err } = await terminal.run(['check', 'a/b/plan.md']);
        assert.match(err, says);
        assert.equal(status, 2);
      });
    }
  });

  describe('baseline', () => {
    const args = ['check', '--fail-on', 'hint', 'plan.md'];

    it('accepts what it lists, tells what is no longer there, and finds what is new', async () => {
      terminal.write('plan.md', withHint);
      assert.equal((await terminal.run(args)).status, 1);
      const update = await terminal.run([...args, '--update-baseline']);
      assert.equal(update.out, 'planlint.baseline.json now lists 1 finding.\n');
      assert.equal(update.status, 0);

      const accepted = await terminal.run(args);
      assert.match(accepted.out, /1 accepted in planlint\.baseline\.json/);
      assert.equal(accepted.status, 0);

      terminal.write('plan.md', withHint.replace('# Harbour plan 2026', '# Harbour plan 2026\n\nOne more paragraph.'));
      assert.equal((await terminal.run(args)).status, 0, 'an edit elsewhere changes nothing');

      terminal.write('plan.md', sound);
      const stale = await terminal.run(args);
      assert.match(stale.out, /lists what is no longer found: plan\.md unused-directive/);
      await terminal.run([...args, '--update-baseline']);
      terminal.write('plan.md', withHint);
      assert.equal((await terminal.run(args)).status, 1);
    });

    it('a file that is none is told', async () => {
      terminal.write('plan.md', sound);
      terminal.write('planlint.baseline.json', '[]');
      const { status, err } = await terminal.run(args);
      assert.match(err, /“planlint\.baseline\.json” is not a baseline/);
      assert.equal(status, 2);
    });
  });

  describe('analyze --ndjson', () => {
    const stream = async (...lines: string[]): Promise<Record<string, unknown>[]> => {
      const { out, status } = await terminal.run(['analyze', '--ndjson'], { stdin: lines.join('\n') });
      assert.equal(status, 0);
      return out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    };

    it('answers in order, and a line that is no request in its place', async () => {
      const answers = await stream(
        JSON.stringify({ path: 'a.md', text: sound, year: null, region: 'KR' }),
        '{',
        '[]',
        '{"path": "b.md"}',
        '{"path": "c.md", "text": "", "year": "2026"}',
        '',
        JSON.stringify({ path: 'd.txt', text: 'A\u2028B' }).replace('\\u2028', '\u2028'),
      );
      const messages = answers.map((answer) => (answer.error as { message: string } | undefined)?.message);
      assert.deepEqual(
        answers.map((answer) => answer.path),
        ['a.md', null, null, 'b.md', 'c.md', null, 'd.txt'],
      );
      assert.match(messages[1]!, /not JSON/);
      assert.match(messages[2]!, /not a JSON object/);
      assert.match(messages[3]!, /"text" must be a string/);
      assert.match(messages[4]!, /"year" must be a whole number/);
      assert.match(messages[5]!, /not JSON/);
      assert.equal(messages[6], undefined);
    });

    it('answers a line before the next has come', async () => {
      const input = new Readable({ read: () => undefined });
      const seen: string[] = [];
      const answered = terminal.run(['analyze', '--ndjson'], { stdin: input });
      for (const path of ['1.md', '2.md', '3.md']) {
        input.push(`${JSON.stringify({ path, text: 'x' })}\n`.slice(0, 10));
        await new Promise((resolve) => setImmediate(resolve));
        input.push(`${JSON.stringify({ path, text: 'x' })}\n`.slice(10));
        seen.push(path);
      }
      input.push(null);
      const { out } = await answered;
      assert.deepEqual(
        out
          .trim()
          .split('\n')
          .map((line) => (JSON.parse(line) as { path: string }).path),
        seen,
      );
    });
  });

  it('speaks the language of the environment', async () => {
    const { err } = await terminal.run(['check'], { env: { LANG: 'ko_KR.UTF-8' } });
    assert.match(err, /[가-힣]/);
    const english = await terminal.run(['check', '--locale', 'en'], { env: { LANG: 'ko_KR.UTF-8' } });
    assert.match(english.err, /Nothing to read/);
  });

  it('colours where it is asked, and not where NO_COLOR is set', async () => {
    terminal.write('plan.md', withHint);
    const of = async (args: string[], env = {}) => (await terminal.run(['check', 'plan.md', ...args], { env })).out;
    assert.ok((await of(['--color'], { NO_COLOR: '1' })).includes('\x1b['));
    assert.ok((await of([], { FORCE_COLOR: '1' })).includes('\x1b['));
    for (const out of [
      await of([]),
      await of(['--no-color'], { FORCE_COLOR: '1' }),
      await of([], { NO_COLOR: '1', FORCE_COLOR: '1' }),
    ]) {
      assert.ok(!out.includes('\x1b['));
    }
  });
});
