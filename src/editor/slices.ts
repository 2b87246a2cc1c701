import type { Steps } from '../text/steps';

/** Milliseconds for which long work holds the host before all else has its turn. */
const slice = 4;

/** Does long work a slice at a time; undefined when it is no longer wanted, and then it is dropped. */
export async function inSlices<Result>(steps: Steps<Result>, isWanted: () => boolean): Promise<Result | undefined> {
  while (isWanted()) {
    const end = performance.now() + slice;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < end);
    await turn();
  }
  return undefined;
}

/** Lets all that waits have its turn; a timer of no delay would sleep for milliseconds in a web worker. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const done = () => {
      port1.close();
      resolve();
    };
    Object.assign(port1, { onmessage: done }); // what the ports of both hosts know; Node's types leave it out
    port2.postMessage(undefined);
  });
