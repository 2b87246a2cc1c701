import { availableParallelism } from 'node:os';
import type { AnalyseOptions, PlanReport } from '../plan';
import type { Answer } from './answer';
import type { Threads } from './threads';
import type { Speaking } from './world';

/** Those who analyse: this thread, and in a long run one thread a core instead. */
export interface Analysts {
  /** How many texts to hand over at once. */
  width(): number;
  /** @param asText whether the report is wanted as text too; where threads made it, it always comes. */
  report(
    text: string,
    options: AnalyseOptions,
    asText: boolean,
  ): Promise<{ readonly plan: PlanReport; readonly text: string | null }>;
  /** What `planlint analyze` writes of the text. */
  analysis(text: string, options: AnalyseOptions): Promise<Answer>;
  close(): Promise<void>;
}

/** Milliseconds of analysis after which a run counts as long: starting threads would cost a short one more than it gains. */
const short = 300;

/** @param asked how many threads the user wants; absent: one a core, once the run turns out long. */
export function openAnalysts(asked: number | undefined, { thread, messages }: Speaking): Analysts {
  const count = asked ?? availableParallelism();
  let spent = asked === undefined ? 0 : Infinity;
  let threads: Promise<Threads> | null = null;
  const isLong = (): boolean => count > 1 && spent > short;
  const opened = (): Promise<Threads> =>
    (threads ??= import('./threads').then(({ openThreads }) => openThreads(count, thread, messages)));
  const timed = <Made>(work: () => Made): Made => {
    const from = performance.now();
    const made = work();
    spent += performance.now() - from;
    return made;
  };
  return {
    // Some more than there are threads, so that none waits while the results are written.
    width: () => (isLong() ? count * 2 + 1 : 1),
    async report(text, options, asText) {
      const { readReport, reportText } = await import('./report-text');
      if (isLong()) {
        const { json } = await (await opened()).answer({ text, options, form: 'report' });
        return { plan: readReport(json), text: json };
      }
      const { analyzePlan } = await import('../core');
      const plan = timed(() => analyzePlan(text, options));
      return { plan, text: asText ? reportText(plan) : null };
    },
    async analysis(text, options) {
      const request = { text, options, form: 'analysis' } as const;
      if (isLong()) return (await opened()).answer(request);
      const { answer } = await import('./answer');
      return timed(() => answer(request));
    },
    close: async () => (await threads)?.close(),
  };
}
