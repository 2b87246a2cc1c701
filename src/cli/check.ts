import type { Finding } from '../checks/check';
import { github } from '../report/github';
import { stylish } from '../report/stylish';
import { noTally, tallied, tallySentence } from '../report/tally';
import { status } from './misuse';
import { fails, paintFor, type CommonOptions } from './options';
import { newRun, plansAt, type ReadPlan } from './read';
import { write, type Speaking } from './world';

export interface CheckOptions extends CommonOptions {
  readonly format: 'stylish' | 'json' | 'sarif' | 'github';
}

/** `planlint check`: the findings, and whether they fail the run. */
export async function check(paths: readonly string[], options: CheckOptions, world: Speaking): Promise<number> {
  const { stdout, t } = world;
  const paint = paintFor(options, world);
  const run = newRun();
  const whole: ReadPlan[] = [];
  let tally = noTally;
  let failed = false;
  let warnings = 0;
  let maxWarnings = options.maxWarnings;

  for await (const read of plansAt(paths, options, world, run)) {
    const { plan, settings } = read;
    const failing = (finding: Finding): boolean => fails(finding.severity, options, settings);
    const shown = options.quiet === true ? plan.findings.filter(failing) : plan.findings;
    failed ||= plan.findings.some(failing);
    warnings += plan.findings.filter((finding) => finding.severity === 'warning').length;
    maxWarnings ??= settings.maxWarnings;
    tally = tallied(tally, plan, shown);
    if (options.format === 'stylish') await write(stdout, stylish(plan, shown, paint));
    else if (options.format === 'github') await write(stdout, github(plan, shown));
    else whole.push({ ...read, plan: { ...plan, findings: shown } });
  }

  if (options.format === 'json') {
    const { analysisOf } = await import('../report/json');
    const documents = whole.map(({ plan }) => analysisOf(plan));
    await write(stdout, `${JSON.stringify({ version: 1, documents }, null, 2)}\n`);
  } else if (options.format === 'stylish' && options.quiet !== true) {
    await write(stdout, `${paint.bold(tallySentence(tally, t))}\n`);
    if (run.passedOver > 0) await write(stdout, `${paint.dim(passedOver(run.passedOver, world))}\n`);
  }
  if (maxWarnings !== undefined && warnings > maxWarnings) {
    failed = true;
    await write(world.stderr, `planlint: ${t('{0} warnings, more than the {1} allowed.', warnings, maxWarnings)}\n`);
  }
  return Math.max(run.status, failed ? status.found : status.clean);
}

/** How many texts were left alone: a silent tool is not a clean plan. */
const passedOver = (count: number, { t }: Speaking): string =>
  count === 1
    ? t('{0} text does not read as a plan and was passed over; name it to check it.', count)
    : t('{0} texts do not read as plans and were passed over; name them to check them.', count);
