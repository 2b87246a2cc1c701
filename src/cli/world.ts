import type { Readable, Writable } from 'node:stream';
import type { Translate } from '../checks/check';

/** What the command line has around it: given, so that tests can run it in their own process. */
export interface World {
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** The built `thread.ts`. */
  readonly thread: string;
  /** The program's own folder, with `l10n/` and `package.json` in it. */
  readonly home: string;
}

/** The world with the language of the interface known. */
export interface Speaking extends World {
  readonly t: Translate;
  /** Sentences by English template for the core; undefined where the interface is English. */
  readonly messages: Readonly<Record<string, string>> | undefined;
}

/** Writes, and waits where the reader is slower than we are: memory stays flat. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (text === '' || stream.write(text)) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      stream.off('drain', done);
      stream.off('close', done);
      resolve();
    };
    stream.on('drain', done);
    stream.on('close', done);
  });
}
