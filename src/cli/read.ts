import { analyzePlan } from '../core';
import type { Plan } from '../plan';
import type { Settings } from '../settings';
import { openConfig } from './config';
import { documentsAt, type Document, type Unreadable } from './documents';
import { status } from './misuse';
import { analyseOptions, type CommonOptions } from './options';
import { write, type Speaking } from './world';

/** A document that was read and analysed, with the settings that hold for it. */
export interface ReadPlan {
  readonly document: Document;
  readonly plan: Plan;
  readonly settings: Settings;
}

/** What a run over documents learnt besides their plans. It is filled as the run goes. */
export interface Run {
  /** Exit status so far: raised where something could not be read or failed inside. */
  status: number;
  /** Texts found in folders that do not read as plans, and so were left alone. */
  passedOver: number;
}

export const newRun = (): Run => ({ status: status.clean, passedOver: 0 });

/**
 * The plans at `paths`, one at a time. A text that was named is taken as it is; one found in a folder or by a glob only
 * where it reads as a plan. What cannot be read is told on standard error, and the others go on.
 */
export async function* plansAt(
  paths: readonly string[],
  options: CommonOptions,
  world: Speaking,
  run: Run,
): AsyncGenerator<ReadPlan> {
  const config = openConfig(world, options.config);
  for await (const document of documentsAt(paths, world, options.stdinPath)) {
    if ('unreadable' in document) {
      await tellUnreadable(document, world, run);
      continue;
    }
    const settings = await config.settingsFor(document.file);
    const plan = analyzePlan(document.text, analyseOptions(document.path, options, settings, world));
    if (!plan.isPlan && (options.onlyPlans === true || !document.named)) {
      run.passedOver++;
      continue;
    }
    for (const { code, message } of plan.failures) {
      run.status = status.failed;
      await write(
        world.stderr,
        `planlint: ${world.t('The check {0} failed on “{1}”: {2}. The others went on; please report this.', code, document.path, message)}\n`,
      );
    }
    yield { document, plan, settings };
  }
}

async function tellUnreadable({ unreadable, named }: Unreadable, { stderr, t }: Speaking, run: Run): Promise<void> {
  await write(stderr, `planlint: ${unreadable}${named ? '' : ` ${t('It was skipped.')}`}\n`);
  if (named) run.status = Math.max(run.status, status.misuse);
}
