import { parentPort, workerData } from 'node:worker_threads';
import { analyzePlan } from '../core';
import type { AnalyseOptions } from '../plan';
import { reportText } from './report-text';

/** One thread of `threads.ts`: a text in, its report out. The interface's sentences come once, with the thread. */
parentPort!.on('message', ({ text, options }: { readonly text: string; readonly options: AnalyseOptions }) =>
  parentPort!.postMessage(reportText(analyzePlan(text, { ...options, ...(workerData as AnalyseOptions) }))),
);
