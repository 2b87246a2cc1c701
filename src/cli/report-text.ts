import type { Plan, PlanReport } from '../plan';

/** A plan's report as text, which can be sent between threads and kept in a cache. */
export const reportText = (plan: Plan): string =>
  JSON.stringify({ ...plan, blocks: undefined, markdown: undefined, written: undefined, options: undefined });

export const readReport = (text: string): PlanReport => JSON.parse(text) as PlanReport;
