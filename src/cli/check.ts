import type { Finding } from '../checks/check';
import type { PlanReport } from '../plan';
import { github } from '../report/github';
import type { SarifPlan } from '../report/sarif';
import { stylish } from '../report/stylish';
import { noTally, tallied, tallySentence } from '../report/tally';
import { openBaseline, type Baseline, type Judged } from './baseline';
import { status } from './misuse';
import { fails, paintFor, type CommonOptions } from './options';
import { newRun, plansAt, type ReadPlan, type Run } from './read';
import { version } from './version';
import { write, type Speaking } from './world';

export interface CheckOptions extends CommonOptions {
  readonly format: 'stylish' | 'json' | 'sarif' | 'github';
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** `planlint check`: the findings, and whether they fail the run. */
export async function check(paths: readonly string[], options: CheckOptions, world: Speaking): Promise<number> {
  const run = newRun();
  const baseline = await openBaseline(world, options.baseline, options.updateBaseline === true);
  if (options.updateBaseline === true) return update(baseline!, paths, options, world, run);

  const printer = printers[options.format](options, world);
  let tally = noTally;
  let accepted = 0;
  let failed = false;
  let warnings = 0;
  let maxWarnings = options.maxWarnings;
  for await (const read of plansAt(paths, options, world, run)) {
    const { document, plan, settings } = read;
    const failing = (finding: Finding): boolean => fails(finding.severity, options, settings);
    const judged = baseline?.judge(document, plan, plan.findings) ?? null;
    const open = judged?.filter((one) => !one.listed).map((one) => one.finding) ?? plan.findings;
    const shown = options.quiet === true ? open.filter(failing) : open;
    accepted += plan.findings.length - open.length;
    failed ||= open.some(failing);
    warnings += open.filter((finding) => finding.severity === 'warning').length;
    maxWarnings ??= settings.maxWarnings;
    tally = tallied(tally, plan, shown);
    await printer.plan({ read, shown, judged });
  }
  await printer.end();

  const paint = paintFor(options, world);
  if (options.format === 'stylish' && options.quiet !== true) {
    for (const line of asides(run, accepted, baseline, world)) await write(world.stdout, `${paint.dim(line)}\n`);
    await write(world.stdout, `${paint.bold(tallySentence(tally, world.t))}\n`);
  }
  if (maxWarnings !== undefined && warnings > maxWarnings) {
    failed = true;
    await write(
      world.stderr,
      `planlint: ${world.t('{0} warnings, more than the {1} allowed.', warnings, maxWarnings)}\n`,
    );
  }
  return Math.max(run.status, failed ? status.found : status.clean);
}

/** One plan with what is to be shown of it; `judged` is null where no baseline holds. */
interface Outcome {
  readonly read: ReadPlan;
  readonly shown: readonly Finding[];
  readonly judged: readonly Judged[] | null;
}

interface Printer {
  plan(outcome: Outcome): Promise<void>;
  end(): Promise<void>;
}

const nothing = async (): Promise<void> => undefined;

/** How each format is written: plan by plan where the format allows it. */
const printers: Readonly<Record<CheckOptions['format'], (options: CheckOptions, world: Speaking) => Printer>> = {
  stylish: (options, world) => ({
    plan: ({ read, shown }) => write(world.stdout, stylish(read.plan, shown, paintFor(options, world))),
    end: nothing,
  }),
  github: (_options, { stdout }) => ({
    plan: ({ read, shown }) => write(stdout, github(read.plan, shown)),
    end: nothing,
  }),
  json(_options, { stdout }) {
    const documents: object[] = [];
    return {
      async plan({ read, shown }) {
        const { analysisOf } = await import('../report/json');
        documents.push(analysisOf({ ...read.plan, findings: shown }));
      },
      end: () => write(stdout, `${JSON.stringify({ version: 1, documents }, null, 2)}\n`),
    };
  },
  sarif(_options, { stdout, home }) {
    const plans: SarifPlan[] = [];
    return {
      async plan({ read, shown, judged }) {
        plans.push(await sarifPlan(read.plan, shown, judged));
      },
      async end() {
        const [{ sarif }, { checks }] = await Promise.all([import('../report/sarif'), import('../checks/index')]);
        await write(stdout, `${JSON.stringify(sarif(plans, checks, await version(home)), null, 2)}\n`);
      },
    };
  },
};

/** SARIF keeps what was accepted, marked as such. */
async function sarifPlan(
  plan: PlanReport,
  shown: readonly Finding[],
  judged: readonly Judged[] | null,
): Promise<SarifPlan> {
  const { fingerprints } = await import('../checks/fingerprint');
  const names = fingerprints(plan, plan.findings);
  const named =
    judged ?? plan.findings.map((finding, index) => ({ finding, fingerprint: names[index]!, listed: false }));
  const here = fingerprints(plan, plan.accepted);
  return {
    plan,
    findings: [
      ...named
        .filter(({ finding, listed }) => listed || shown.includes(finding))
        .map(({ finding, fingerprint, listed }) => ({
          finding,
          fingerprint,
          accepted: listed ? ('baseline' as const) : null,
        })),
      ...plan.accepted.map((finding, index) => ({ finding, fingerprint: here[index]!, accepted: 'here' as const })),
    ],
  };
}

/** What else the reader should know before the summary: a silent tool is not a clean plan. */
function* asides(run: Run, accepted: number, baseline: Baseline | null, { t }: Speaking): Generator<string> {
  if (run.passedOver === 1) {
    yield t('{0} text does not read as a plan and was passed over; name it to check it.', run.passedOver);
  } else if (run.passedOver > 1) {
    yield t('{0} texts do not read as plans and were passed over; name them to check them.', run.passedOver);
  }
  if (baseline === null) return;
  if (accepted > 0) yield t('{0} accepted in {1}.', accepted, baseline.shown);
  const stale = baseline.stale();
  for (const { path, code, message } of stale)
    yield t('{0} lists what is no longer found: {1} {2} {3}', baseline.shown, path, code, message);
  if (stale.length > 0) yield t('Run planlint check --update-baseline to take it out of the list.');
}

/** Accepts everything that is found today. */
async function update(
  baseline: Baseline,
  paths: readonly string[],
  options: CheckOptions,
  world: Speaking,
  run: Run,
): Promise<number> {
  for await (const { document, plan } of plansAt(paths, options, world, run))
    baseline.judge(document, plan, plan.findings);
  const count = await baseline.save();
  await write(
    world.stdout,
    `${count === 1 ? world.t('{0} now lists {1} finding.', baseline.shown, count) : world.t('{0} now lists {1} findings.', baseline.shown, count)}\n`,
  );
  return run.status;
}
