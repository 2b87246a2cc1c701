import type { AnalyseOptions, PlanReport } from '../plan';
import { analysisOf } from '../report/json';
import type { Settings } from '../settings';
import { openAnalysts, type Analysts } from './analysts';
import { openConfig } from './config';
import { documentsAt, type Document, type Unreadable } from './documents';
import { inOrder } from './in-order';
import { status } from './misuse';
import { analyseOptions, type CommonOptions } from './options';
import { openProgress } from './progress';
import { write, type Speaking } from './world';

/** A document that was read and analysed, with the settings that hold for it. */
export interface ReadPlan {
  readonly document: Document;
  readonly plan: PlanReport;
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
 * The plans at `paths`, in order. A text that was named is taken as it is; one found in a folder or by a glob only where
 * it reads as a plan. What cannot be read, or fails inside, is told on standard error, and the others go on.
 */
export const plansAt = (...args: Asked): AsyncGenerator<ReadPlan> =>
  readAt(args, {
    of: (plan) => plan,
    as: (plan, document, settings) => ({ document, plan, settings }),
  });

/** The same plans' Analyses, each as JSON. */
export const analysesAt = (...args: Asked): AsyncGenerator<string> =>
  readAt(args, {
    of: (plan) => JSON.stringify(analysisOf(plan)),
    direct: async (analysts, text, options) => {
      const { json, ...told } = await analysts.analysis(text, options);
      return { ...told, made: json };
    },
    as: (json) => json,
  });

type Asked = [paths: readonly string[], options: CommonOptions, world: Speaking, run: Run];

/** What is made of each plan, and of that and its document what is given. */
interface Form<Made, Given> {
  of(plan: PlanReport): Made;
  /** A shorter way where no cache wants the report. */
  direct?(analysts: Analysts, text: string, options: AnalyseOptions): Promise<Told<Made>>;
  as(made: Made, document: Document, settings: Settings): Given;
}

interface Told<Made> extends Pick<PlanReport, 'isPlan' | 'failures'> {
  readonly made: Made;
}

async function* readAt<Made, Given>(
  [paths, options, world, run]: Asked,
  form: Form<Made, Given>,
): AsyncGenerator<Given> {
  const config = openConfig(world, options.config);
  const analysts = openAnalysts(options.threads, world);
  const cache = options.cache === undefined ? null : await (await import('./cache')).openCache(world, options.cache);
  const progress = openProgress(world, options.quiet === true);
  const toldOf = (plan: PlanReport): Told<Made> => {
    const { isPlan, failures } = plan;
    return { isPlan, failures, made: form.of(plan) };
  };
  const work = async (document: Document | Unreadable): Promise<Worked<Made>> => {
    if ('unreadable' in document) return document;
    const settings = await config.settingsFor(document.file);
    const asked = analyseOptions(document.path, options, settings, world);
    const known = cache?.find(document, asked) ?? null;
    if (known !== null) return { document, settings, asked, text: null, ...toldOf(known) };
    try {
      if (cache === null && form.direct !== undefined) {
        return { document, settings, asked, text: null, ...(await form.direct(analysts, document.text, asked)) };
      }
      const { plan, text } = await analysts.report(document.text, asked, cache !== null);
      return { document, settings, asked, text, ...toldOf(plan) };
    } catch (error) {
      return { document, failure: error instanceof Error ? error.message : String(error) };
    }
  };

  try {
    for await (const worked of inOrder(documentsAt(paths, world, options.stdinPath), work, analysts.width)) {
      progress.clear();
      if ('unreadable' in worked) {
        await tellUnreadable(worked, world, run);
        continue;
      }
      const { document } = worked;
      if ('failure' in worked) {
        run.status = status.failed;
        await write(
          world.stderr,
          `planlint: ${world.t('The analysis of “{0}” failed: {1}. The others went on; please report this.', document.path, worked.failure)}\n`,
        );
        continue;
      }
      const { made, isPlan, failures, settings } = worked;
      if (failures.length === 0) await cache?.keep(document, worked.asked, worked.text);
      if (!isPlan && (options.onlyPlans === true || !document.named)) {
        run.passedOver++;
        continue;
      }
      await tellFailures(document.path, failures, world, run);
      yield form.as(made, document, settings);
      progress.tick(document.path);
    }
    await cache?.save();
  } finally {
    progress.clear();
    await analysts.close();
  }
}

/** What became of one document: it could not be read, its analysis died, or here it is, with its report as text where that is to be kept. */
type Worked<Made> =
  | Unreadable
  | { readonly document: Document; readonly failure: string }
  | (Told<Made> & {
      readonly document: Document;
      readonly settings: Settings;
      readonly asked: AnalyseOptions;
      readonly text: string | null;
    });

async function tellUnreadable({ unreadable, named }: Unreadable, { stderr, t }: Speaking, run: Run): Promise<void> {
  await write(stderr, `planlint: ${unreadable}${named ? '' : ` ${t('It was skipped.')}`}\n`);
  if (named) run.status = Math.max(run.status, status.misuse);
}

async function tellFailures(
  path: string,
  failures: PlanReport['failures'],
  { stderr, t }: Speaking,
  run: Run,
): Promise<void> {
  for (const { code, message } of failures) {
    run.status = status.failed;
    await write(
      stderr,
      `planlint: ${t('The check {0} failed on “{1}”: {2}. The others went on; please report this.', code, path, message)}\n`,
    );
  }
}
