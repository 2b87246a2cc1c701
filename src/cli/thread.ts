import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { AnalyseOptions } from '../plan';
import type { Request } from './answer';
import { loadKept } from './kept-code';
import type * as main from './main';

/** One thread of `threads.ts`: a text in, its answer out. The interface's sentences come once, with the thread. */
const { openAnswers } = loadKept<typeof main>(fileURLToPath(new URL('main.cjs', import.meta.url)), 'thread', false);
const answers = openAnswers();
const { messages } = workerData as Pick<AnalyseOptions, 'messages'>;

parentPort!.on('message', async ({ options, ...request }: Request) => {
  const answer = await answers;
  parentPort!.postMessage(answer({ ...request, options: { ...options, ...(messages && { messages }) } }));
});
