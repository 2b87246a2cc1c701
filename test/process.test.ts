import { strict as assert } from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTerminal } from './support/terminal';

/** What only the built command line in a process of its own can show. */
describe('dist/cli.js', function () {
  this.timeout(60_000);
  before(function () {
    if (!existsSync('dist/cli.js')) {
      console.log('    dist/cli.js is not built');
      this.skip();
    }
  });

  it('is quiet where its reader has gone', async () => {
    const child = spawn(process.execPath, ['dist/cli.js', 'analyze', '--ndjson'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdin.on('error', () => undefined); // it ends before it has read all
    const request = `${JSON.stringify({ path: 'a.txt', text: 'KRW 3 billion in 2026. '.repeat(20) })}\n`;
    for (let i = 0; i < 300; i++) child.stdin.write(request);
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.once('exit', resolve));
    assert.equal(err, '');
    assert.equal(status, 0);
  });

  it('says what it says in this process, of every seed', async () => {
    const seeds = readdirSync('seeds').filter((name) => name !== 'README.md');
    const args = ['analyze', ...seeds.map((name) => join(process.cwd(), 'seeds', name))];
    const { stdout } = spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8' });
    const terminal = openTerminal();
    const { out } = await terminal.run(args);
    const withoutPaths = (said: string): string => said.replace(/"path":"[^"]*"/g, '');
    assert.ok(withoutPaths(stdout) === withoutPaths(out), 'two answers');
    terminal.close();
  });

  it('streams in flat memory: 60 MB of requests in a heap of 96 MB', async () => {
    const child = spawn(process.execPath, ['--max-old-space-size=96', 'dist/cli.js', 'analyze', '--ndjson'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let answers = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) answers++;
    });
    const request = `${JSON.stringify({ path: 'a.txt', text: `${' '.repeat(600_000)}KRW 3 billion` })}\n`;
    for (let i = 0; i < 100; i++) {
      if (!child.stdin.write(request)) await new Promise((resolve) => child.stdin.once('drain', resolve));
    }
    child.stdin.end();
    assert.equal(await ended, 0);
    assert.equal(answers, 100);
  });

  describe('keeps what is compiled', () => {
    let home: string;
    const check = (env: Record<string, string> = {}) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'check', 'seeds/first-try.md'], {
        env: { PATH: process.env.PATH ?? '', XDG_CACHE_HOME: home, HOME: home, ...env },
        encoding: 'utf8',
      });
      return { status, stdout, stderr };
    };
    const kept = () => readdirSync(join(home, 'planlint')).map((name) => join(home, 'planlint', name));

    before(function () {
      // Node from 22 on keeps it by itself; elsewhere than on Linux the folder is another.
      if ('enableCompileCache' in nodeModule || process.platform !== 'linux') {
        console.log('      only on Linux with a Node before 22');
        this.skip();
      }
    });
    beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'planlint-kept-'))));
    afterEach(() => rmSync(home, { recursive: true, force: true }));

    it('in one file a command, which nobody else may read, and says the same with it', () => {
      const first = check();
      assert.equal(first.stderr, '');
      const [file, ...others] = kept();
      assert.deepEqual(others, []);
      assert.match(file!, /-check\.bin$/);
      assert.equal(statSync(file!).mode & 0o077, 0);
      const { mtimeMs } = statSync(file!);
      assert.deepEqual(check(), first);
      assert.equal(statSync(kept()[0]!).mtimeMs, mtimeMs, 'it was of use');
    });

    it('anew where the file is damaged', () => {
      const first = check();
      const [file] = kept();
      const whole = readFileSync(file!).length;
      writeFileSync(file!, 'no code');
      assert.deepEqual(check(), first);
      assert.ok(readFileSync(file!).length > whole / 2);
    });

    it('not at all where it may not, or nobody says where', () => {
      const first = check();
      rmSync(join(home, 'planlint'), { recursive: true });
      writeFileSync(join(home, 'planlint'), 'a file in the place of the folder');
      assert.deepEqual(check(), first);
      rmSync(join(home, 'planlint'));
      assert.deepEqual(check({ NODE_DISABLE_COMPILE_CACHE: '1' }), first);
      assert.deepEqual(check({ HOME: '', XDG_CACHE_HOME: '' }), first);
      assert.deepEqual(readdirSync(home), []);
    });
  });
});
