import type { Speaking } from './world';

/** Tells on a terminal how far a long run is, on one line that goes when anything else is printed. */
export interface Progress {
  /** A document has been read. */
  tick(path: string): void;
  /** Takes the line away, before something is printed. */
  clear(): void;
}

/** Milliseconds before anything is told, and between two lines. */
const patience = 500;
const pause = 100;

export function openProgress({ stderr, env, t }: Speaking, quiet: boolean): Progress {
  if (quiet || stderr.isTTY !== true || env.TERM === 'dumb') return { tick: () => undefined, clear: () => undefined };
  let count = 0;
  let due = Date.now() + patience;
  let shown = false;
  return {
    tick(path) {
      count++;
      const now = Date.now();
      if (now < due) return;
      due = now + pause;
      shown = true;
      const room = (stderr.columns ?? 80) - 1;
      stderr.write(`\r\x1b[K${t('{0} documents read · {1}', count, path).slice(0, room)}`);
    },
    clear() {
      if (shown) stderr.write('\r\x1b[K');
      shown = false;
    },
  };
}
