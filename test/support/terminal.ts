import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/run';

/** A folder of its own for one test, and the command line run in it. */
export interface Terminal {
  readonly folder: string;
  /** Writes a file, its folders too. */
  write(path: string, content: string | Uint8Array): void;
  read(path: string): string;
  bytes(path: string): Buffer;
  remove(path: string): void;
  /** Runs `planlint` with these arguments. */
  run(args: readonly string[], around?: Around): Promise<Outcome>;
  /** Deletes the folder. */
  close(): void;
}

export interface Around {
  readonly stdin?: string | Readable;
  readonly env?: Readonly<Record<string, string>>;
  /** Another program in the place of the thread that analyses. */
  readonly thread?: string;
  /** Called with all output so far whenever more has come. */
  readonly seen?: (out: string) => void;
}

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export function openTerminal(files: Readonly<Record<string, string | Uint8Array>> = {}): Terminal {
  const folder = mkdtempSync(join(tmpdir(), 'planlint-'));
  const write: Terminal['write'] = (path, content) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  return {
    folder,
    write,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    bytes: (path) => readFileSync(join(folder, path)),
    async run(args, { stdin = '', env = {}, thread = join(process.cwd(), 'dist/cli/thread.js'), seen } = {}) {
      const out = collect(seen);
      const err = collect();
      const status = await run(args, {
        cwd: folder,
        env,
        stdin: typeof stdin === 'string' ? Readable.from([Buffer.from(stdin)]) : stdin,
        stdout: out.stream,
        stderr: err.stream,
        thread,
        home: process.cwd(),
      });
      return { status, out: out.text(), err: err.text() };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function collect(seen?: (text: string) => void): { stream: Writable; text(): string } {
  const chunks: Buffer[] = [];
  const text = (): string => Buffer.concat(chunks).toString('utf8');
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
      seen?.(text());
    },
  });
  return { stream, text };
}
