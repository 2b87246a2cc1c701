/** What `cli.ts` and `thread.ts` start, in one script, so that it is compiled once; commands load their parts of it on first need. */
export { run } from './run';

/** What a thread answers with: see `answer.ts`. */
export const openAnswers = async () => (await import('./answer')).answer;
