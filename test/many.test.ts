import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { inOrder } from '../src/cli/in-order';
import { openTerminal, type Terminal } from './support/terminal';

const plan = (place: string): string => `# ${place} plan 2026

The plan has two tasks.

## Task 1. Build power lines

Power lines cost KRW 3 billion in 2026.

## Task 2. Measure the air

Stations cost KRW 2 billion in 2026.
`;

describe('many files', () => {
  let terminal: Terminal;
  beforeEach(() => {
    terminal = openTerminal();
    for (const place of ['Harbour', 'Hill', 'Lake', 'Market', 'Mill', 'Moor', 'Quay']) {
      terminal.write(`plans/${place}.md`, plan(place));
    }
  });
  afterEach(() => terminal.close());

  describe('in order', () => {
    async function* upTo(count: number) {
      for (let item = 0; item < count; item++) yield item;
    }
    const after = (wait: number) => new Promise((resolve) => setTimeout(resolve, wait));
    const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
      const got: T[] = [];
      for await (const item of items) got.push(item);
      return got;
    };

    it('whichever is ready first, and no more at once than may be', async () => {
      let under = 0;
      let most = 0;
      const work = async (item: number) => {
        most = Math.max(most, ++under);
        await after(item % 2 === 0 ? 6 : 1);
        under--;
        return item;
      };
      assert.deepEqual(await all(inOrder(upTo(9), work, () => 3)), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
      assert.equal(most, 3);
    });

    it('each as soon as it is its turn, while the source has nothing more to give', async () => {
      let more = (): void => undefined;
      async function* slow() {
        yield 1;
        await new Promise<void>((resolve) => (more = resolve));
        yield 2;
      }
      const got: number[] = [];
      for await (const item of inOrder(
        slow(),
        (item) => Promise.resolve(item),
        () => 5,
      )) {
        got.push(item);
        more();
      }
      assert.deepEqual(got, [1, 2]);
    });

    it('a reader that leaves early ends the source', async () => {
      let ended = false;
      async function* endless() {
        try {
          for (let item = 0; ; item++) yield item;
        } finally {
          ended = true;
        }
      }
      for await (const item of inOrder(
        endless(),
        (one) => Promise.resolve(one),
        () => 2,
      )) {
        if (item === 3) break;
      }
      await after(1);
      assert.equal(ended, true);
    });

    it('what was begun before the source failed is given first', async () => {
      async function* failing() {
        yield 1;
        yield 2;
        throw new Error('gone');
      }
      const got: number[] = [];
      await assert.rejects(async () => {
        for await (const item of inOrder(
          failing(),
          (item) => Promise.resolve(item),
          () => 5,
        ))
          got.push(item);
      }, /gone/);
      assert.deepEqual(got, [1, 2]);
    });
  });

  describe('threads', () => {
    it('say the same as one, in the same order, in every command and language', async () => {
      for (const args of [
        ['analyze', 'plans'],
        ['check', 'plans', '--format', 'sarif'],
        ['figures', 'plans', '--format', 'csv', '--locale', 'ko'],
        ['outline', 'plans'],
      ]) {
        const alone = await terminal.run([...args, '--threads', '1']);
        const together = await terminal.run([...args, '--threads', '3']);
        assert.deepEqual(together, alone, args.join(' '));
      }
    });

    it('answer a stream of requests as one would, each before the next has come', async () => {
      const requests = ['Hill', 'Lake', 'Moor'].map((place) =>
        JSON.stringify({ path: `${place}.md`, text: plan(place) }),
      );
      const alone = await terminal.run(['analyze', '--ndjson'], { stdin: requests.join('\n') });
      const input = new Readable({ read: () => undefined });
      const together = terminal.run(['analyze', '--ndjson', '--threads', '2'], {
        stdin: input,
        seen: (out) => {
          const next = requests[out.split('\n').length - 1];
          input.push(next === undefined ? null : `${next}\n`);
        },
      });
      input.push(`${requests[0]!}\n`);
      assert.deepEqual(await together, alone);
    });

    it('one that dies is told with its file, the others go on, and the status is 3', async () => {
      const dying = join(terminal.folder, 'dying.mjs');
      writeFileSync(
        dying,
        `const write = JSON.stringify;
        JSON.stringify = (plan) => (plan.path.includes('Moor') ? process.exit(7) : write(plan));
        await import(${JSON.stringify(pathToFileURL('dist/cli/thread.js').href)});`,
      );
      const { status, out, err } = await terminal.run(['analyze', 'plans', '--threads', '2'], { thread: dying });
      assert.match(err, /^planlint: The analysis of “plans\/Moor\.md” failed: .*7.*\n$/);
      const { documents } = JSON.parse(out) as { documents: { path: string }[] };
      assert.deepEqual(
        documents.map(({ path }) => path),
        ['Harbour', 'Hill', 'Lake', 'Market', 'Mill', 'Quay'].map((place) => `plans/${place}.md`),
      );
      assert.equal(status, 3);
    });
  });

  describe('the cache', () => {
    const args = ['check', 'plans', '--format', 'json', '--cache'];
    const entries = () => terminal.read('.planlintcache').trimEnd().split('\n').slice(1);

    it('gives the same again, without analysis', async () => {
      const first = await terminal.run(args);
      assert.equal(entries().length, 7);
      const again = await terminal.run([...args, '--threads', '2'], { thread: 'no such thread' });
      assert.deepEqual(again, first);
    });

    it('reads anew what changed: the text, the options, the language', async () => {
      const checked = async (...more: string[]) => (await terminal.run([...args, ...more])).out;
      const before = await checked();
      terminal.write('plans/Mill.md', `${plan('Mill')}\n<!-- planlint-disable-next-line table-total -->\n\nThe end.\n`);
      assert.match(await checked(), /unused-directive/);
      assert.doesNotMatch(await checked('--check', 'unused-directive=off'), /unused-directive/);
      assert.match(await checked('--locale', 'ko'), /unused-directive[\s\S]*[가-힣]/);
      terminal.write('plans/Mill.md', plan('Mill'));
      assert.equal(await checked(), before);
    });

    it('drops entries of old texts and of files that are gone, keeps those of files that were not asked for', async () => {
      await terminal.run(args);
      terminal.write('plans/Mill.md', `${plan('Mill')}\nMore.\n`);
      terminal.remove('plans/Moor.md');
      await terminal.run(['check', 'plans/Mill.md', '--cache']);
      assert.deepEqual(
        entries()
          .map((line) => JSON.parse(line.split('\t')[1]!) as string)
          .sort(),
        ['Harbour', 'Hill', 'Lake', 'Market', 'Mill', 'Quay'].map((place) => `plans/${place}.md`),
      );
    });

    it('of another version counts for nothing', async () => {
      await terminal.run(args);
      terminal.write('.planlintcache', terminal.read('.planlintcache').replace(/^(planlint cache 1 ).*/, '$10.0.0'));
      const { err } = await terminal.run(args);
      assert.equal(err, '');
      assert.doesNotMatch(terminal.read('.planlintcache'), /^planlint cache 1 0\.0\.0/);
    });

    it('is passed over with a note where it is damaged, and then whole again', async () => {
      const sound = await terminal.run(args);
      const lines = terminal.read('.planlintcache').split('\n');
      const cut = [...lines.slice(0, 3), lines[3]!.slice(0, -40), lines[4]!.slice(0, 20)].join('\n');
      terminal.write('.planlintcache', `${cut}\n`);
      const mended = await terminal.run(args);
      assert.equal(mended.out, sound.out);
      assert.equal(mended.status, sound.status);
      assert.match(mended.err, /^planlint: The cache “\.planlintcache” was damaged[^\n]*\n$/);
      assert.deepEqual(await terminal.run(args), sound);
    });

    it('never writes over a file that is none', async () => {
      terminal.write('notes.md', 'Milk, bread.\n');
      const { err, status } = await terminal.run(['check', 'plans', '--cache', 'notes.md']);
      assert.match(err, /“notes\.md” is no cache of Planlint and was left alone/);
      assert.equal(status, 0);
      assert.equal(terminal.read('notes.md'), 'Milk, bread.\n');
    });

    it('that cannot be written is told', async () => {
      const { err, status } = await terminal.run(['check', 'plans', '--cache', 'no/such/folder/cache']);
      assert.match(err, /^planlint: The cache “no\/such\/folder\/cache” cannot be written: [^\n]*\n$/);
      assert.equal(status, 0);
    });
  });
});
