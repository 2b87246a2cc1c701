import type { Figure, FigureKind } from '../figures/figure';
import { csvHead, csvLines } from '../report/csv';
import { analysisOf } from '../report/json';
import { figureTable } from '../report/table';
import { paintFor, type CommonOptions } from './options';
import { newRun, plansAt } from './read';
import { write, type Speaking } from './world';

export interface FiguresOptions extends CommonOptions {
  readonly format: 'csv' | 'json' | 'table';
  /** Kinds to give; empty: all. */
  readonly kind: readonly FigureKind[];
  /** A byte-order mark before CSV, by which spreadsheets tell UTF-8. */
  readonly bom?: boolean;
}

/** `planlint figures`: every amount, date, percentage, count and change. */
export async function figures(paths: readonly string[], options: FiguresOptions, world: Speaking): Promise<number> {
  const { stdout, t } = world;
  const run = newRun();
  const paint = paintFor(options, world);
  const wanted = ({ kind }: { kind: Figure['kind'] }): boolean =>
    options.kind.length === 0 || options.kind.includes(kind);
  const documents: object[] = [];
  let first = true;
  if (options.format === 'csv') await write(stdout, `${options.bom === true ? '\ufeff' : ''}${csvHead()}`);
  for await (const { plan } of plansAt(paths, options, world, run)) {
    const some = plan.figures.filter(wanted);
    if (options.format === 'csv') await write(stdout, csvLines(plan, some));
    else if (options.format === 'json') {
      documents.push({ path: plan.path, figures: analysisOf(plan).figures.filter(wanted) });
    } else {
      const table = figureTable(plan, some, paint, stdout.columns ?? Infinity, t);
      await write(stdout, `${first ? '' : '\n'}${paint.underline(plan.path)}\n${table}`);
    }
    first = false;
  }
  if (options.format === 'json') await write(stdout, `${JSON.stringify({ version: 1, documents }, null, 2)}\n`);
  return run.status;
}
