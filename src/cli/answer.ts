import { analyzePlan } from '../core';
import type { AnalyseOptions, PlanReport } from '../plan';
import { analysisOf } from '../report/json';
import { reportText } from './report-text';

/** What an analyst is asked for. */
export interface Request {
  readonly text: string;
  readonly options: AnalyseOptions;
  /** `report`: all that any command tells of the plan; `analysis`: what `planlint analyze` writes of it. */
  readonly form: 'report' | 'analysis';
}

/** The form as JSON: so it crosses between threads faster than as objects. Beside it, what every run must know. */
export interface Answer extends Pick<PlanReport, 'isPlan' | 'failures'> {
  readonly json: string;
}

export function answer({ text, options, form }: Request): Answer {
  const plan = analyzePlan(text, options);
  const json = form === 'report' ? reportText(plan) : JSON.stringify(analysisOf(plan));
  return { isPlan: plan.isPlan, failures: plan.failures, json };
}
