import { Worker } from 'node:worker_threads';
import type { AnalyseOptions } from '../plan';
import type { Answer, Request } from './answer';

/** Threads that analyse, started as they are needed. */
export interface Threads {
  /** Rejects where the thread died of the request; another takes its place. */
  answer(request: Request): Promise<Answer>;
  close(): Promise<void>;
}

interface Job {
  readonly request: Request;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** @param file the built `thread.ts`. */
export function openThreads(count: number, file: string, messages: AnalyseOptions['messages']): Threads {
  /** Every living thread and what it works on. */
  const threads = new Map<Worker, Job | null>();
  const waiting: Job[] = [];

  const start = (): Worker => {
    const worker = new Worker(file, { workerData: { messages: messages ?? {} } });
    threads.set(worker, null);
    worker.on('message', (answer: Answer) => {
      const job = threads.get(worker);
      threads.set(worker, null);
      job?.resolve(answer);
      goOn();
    });
    const died = (error: Error) => {
      const job = threads.get(worker);
      threads.delete(worker);
      job?.reject(error);
      goOn();
    };
    worker.on('error', died);
    worker.on('exit', (code) => threads.has(worker) && died(new Error(`the thread ended with ${code}`)));
    return worker;
  };

  const goOn = (): void => {
    while (waiting.length > 0) {
      const idle = [...threads].find(([, job]) => job === null)?.[0];
      const worker = idle ?? (threads.size < count ? start() : undefined);
      if (worker === undefined) return;
      const job = waiting.shift()!;
      threads.set(worker, job);
      worker.postMessage(job.request);
    }
  };

  return {
    answer: ({ text, options, form }) =>
      new Promise((resolve, reject) => {
        // the sentences the thread has already
        waiting.push({ request: { text, options: { ...options, messages: {} }, form }, resolve, reject });
        goOn();
      }),
    async close() {
      waiting.length = 0;
      const living = [...threads.keys()];
      threads.clear();
      await Promise.all(living.map((worker) => worker.terminate()));
    },
  };
}
