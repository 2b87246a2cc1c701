import { severities } from '../settings';
import type { Severity, Translate } from '../checks/check';
import type { Finding } from '../checks/check';
import type { WhyOpen } from '../outline/coverage';
import type { PlanReport } from '../plan';

/** What was found in a run, in numbers. */
export interface Tally {
  readonly plans: number;
  readonly figures: number;
  /** Figures of which nothing is open: what, how much and when are told by the text. */
  readonly understood: number;
  /** Figures that are not understood, by the reason. */
  readonly open: Readonly<Record<WhyOpen, number>>;
  /** Figures that were set against others. */
  readonly compared: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

export const noTally: Tally = {
  plans: 0,
  figures: 0,
  understood: 0,
  open: { currency: 0, year: 0, impossible: 0 },
  compared: 0,
  findings: { error: 0, warning: 0, info: 0, hint: 0 },
};

/** The tally with one more plan, of whose findings these count. */
export function tallied(tally: Tally, plan: PlanReport, findings: readonly Finding[]): Tally {
  const counts = { ...tally.findings };
  for (const { severity } of findings) counts[severity]++;
  const { found, understood, compared, open } = plan.coverage;
  const reasons = { ...tally.open };
  for (const { why } of open) reasons[why]++;
  return {
    plans: tally.plans + 1,
    figures: tally.figures + found,
    understood: tally.understood + understood,
    open: reasons,
    compared: tally.compared + compared,
    findings: counts,
  };
}

/** `12 findings (2 errors, 7 warnings, 3 hints) in 1 plan · 45 figures, 43 understood (2 without a year), 12 compared` */
export function tallySentence({ plans, figures, understood, open, compared, findings }: Tally, t: Translate): string {
  const sum = severities.reduce((total, severity) => total + findings[severity], 0);
  const parts = severities.filter((severity) => findings[severity] > 0).map((s) => severityCount(s, findings[s], t));
  const detail = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  const found = sum === 1 ? t('{0} finding', sum) : sum === 0 ? t('No findings') : t('{0} findings', sum);
  const inPlans = plans === 1 ? t('in {0} plan', plans) : t('in {0} plans', plans);
  const seen = figures === 1 ? t('{0} figure', figures) : t('{0} figures', figures);
  const reasons = openReasons(open, t);
  const why = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
  return `${found}${detail} ${inPlans} · ${seen}, ${t('{0} understood', understood)}${why}, ${t('{0} compared', compared)}`;
}

/** `1 without a currency`, `2 without a year` */
const openReasons = ({ currency, year, impossible }: Tally['open'], t: Translate): string[] => [
  ...(currency > 0 ? [t('{0} without a currency', currency)] : []),
  ...(year > 0 ? [t('{0} without a year', year)] : []),
  ...(impossible > 0 ? [t('{0} on no day of the calendar', impossible)] : []),
];

/** `2 errors` */
export function severityCount(severity: Severity, count: number, t: Translate): string {
  switch (severity) {
    case 'error':
      return count === 1 ? t('{0} error', count) : t('{0} errors', count);
    case 'warning':
      return count === 1 ? t('{0} warning', count) : t('{0} warnings', count);
    case 'info':
      return count === 1 ? t('{0} note', count) : t('{0} notes', count);
    case 'hint':
      return count === 1 ? t('{0} hint', count) : t('{0} hints', count);
  }
}
