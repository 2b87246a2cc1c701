import { describeFigure } from '../figures/describe';
import type { Figure } from '../figures/figure';
import { say } from '../language/say';
import type { Plan } from '../plan';
import { escaped } from './reveal';

/** How far rounding reaches belongs to a finding that reckons with it: behind every amount it would only puzzle. */
const roundingNote = 'As it is rounded: from {0} to {1}.';

/** As Markdown: the exact value, beside it the same in another notation; then what its wording leaves open. */
export function wordsOf(plan: Plan, figure: Figure): string[] {
  const lines = describeFigure(figure, plan.figures, (template, ...values) =>
    template === roundingNote ? '' : say(plan.options.messages, template, ...values),
  );
  const [value, ...more] = lines.filter((line) => line !== '').map(escaped);
  const first = `**${value ?? escaped(figure.text)}**`;
  const [other, ...notes] = more;
  return figure.kind === 'amount' && other !== undefined ? [`${first} · ${other}`, ...notes] : [first, ...more];
}

/** A ratio as a signed percentage with one decimal: `+24.9%`. */
export const growth = (ratio: number): string =>
  `${ratio < 0 ? '−' : '+'}${Math.abs(ratio * 100).toLocaleString('en', { maximumFractionDigits: 1 })}%`;
