import type { Plan, PlanReport } from '../plan';

/** A plan's report as text: as JSON it crosses between threads faster than as objects, and a cache can keep it. */
export const reportText = (plan: Plan): string =>
  JSON.stringify({ ...plan, blocks: undefined, markdown: undefined, written: undefined, options: undefined });

export const readReport = (text: string): PlanReport => JSON.parse(text) as PlanReport;
