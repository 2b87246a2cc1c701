import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

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
});
