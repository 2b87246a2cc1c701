import type { CommonOptions } from './options';
import { analysesAt, newRun } from './read';
import { write, type Speaking } from './world';

/** `planlint analyze`: everything that is known of the plans, as one JSON object, written plan by plan. */
export async function analyze(paths: readonly string[], options: CommonOptions, world: Speaking): Promise<number> {
  const run = newRun();
  let between = '';
  await write(world.stdout, '{"version":1,"documents":[');
  for await (const json of analysesAt(paths, options, world, run)) {
    await write(world.stdout, `${between}\n${json}`);
    between = ',';
  }
  await write(world.stdout, '\n]}\n');
  return run.status;
}
