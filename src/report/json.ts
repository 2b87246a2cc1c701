import type { Plan } from '../plan';

/** The Analysis of CONTRACT as plain data: what other programs rely on. */
export function analysisOf(plan: Plan) {
  const { version, path, language, format, year, isPlan, title, outline, figures, declared, findings } = plan;
  return { version, path, language, format, year, isPlan, title, outline, figures, declared, findings };
}
