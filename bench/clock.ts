/**
 * Best of several runs after one to warm up, in milliseconds of the processor's time, those of the garbage collector's
 * threads included: the run that the machine disturbed least. What else the machine does is not counted.
 */
export function best(work: () => unknown, runs = 5): number {
  work();
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const from = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(from);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** The best of each of several works, done in turn so that a busy moment strikes all alike; in milliseconds. */
export function inTurn(runs: number, works: readonly (() => unknown)[]): number[] {
  const least = works.map(() => Infinity);
  for (let run = 0; run < runs; run++) {
    for (const [index, work] of works.entries()) {
      const from = performance.now();
      work();
      least[index] = Math.min(least[index]!, performance.now() - from);
    }
  }
  return least;
}

/** The yardstick of every ratio: one look at each code unit of the same text. */
export function scan(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

/** The value below which 95 of 100 lie. */
export function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? NaN;
}

/** When what nothing refers to is gone: what hangs on weak references goes a turn later. */
export async function settled(collect: () => void): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
