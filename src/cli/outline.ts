import { analysisOf } from '../report/json';
import { taskTable } from '../report/task-table';
import { outlineTree } from '../report/tree';
import { paintFor, type CommonOptions } from './options';
import { newRun, plansAt } from './read';
import { write, type Speaking } from './world';

export interface OutlineOptions extends CommonOptions {
  readonly format: 'tree' | 'table' | 'json';
}

/** `planlint outline`: strategies, tasks and what is in them, as a tree or as a table in Markdown. */
export async function outline(paths: readonly string[], options: OutlineOptions, world: Speaking): Promise<number> {
  const run = newRun();
  const paint = paintFor(options, world);
  const documents: object[] = [];
  let first = true;
  for await (const { plan } of plansAt(paths, options, world, run)) {
    if (options.format === 'json') {
      const { path, title, outline: nodes, declared } = analysisOf(plan);
      documents.push({ path, title, outline: nodes, declared });
      continue;
    }
    const text =
      options.format === 'table'
        ? taskTable(plan)
        : outlineTree(plan, paint, world.stdout.columns ?? Infinity, world.t);
    await write(world.stdout, first ? text : `\n${text}`);
    first = false;
  }
  if (options.format === 'json') await write(world.stdout, `${JSON.stringify({ version: 1, documents }, null, 2)}\n`);
  return run.status;
}
