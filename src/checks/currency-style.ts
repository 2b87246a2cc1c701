import type { Amount } from '../figures/figure';
import { gather } from '../text/gather';
import { rests } from '../text/steps';
import type { Draft, Finder, Fix, Translate } from './check';

export const currencyStyle: Finder = {
  code: 'currency-style',
  says: 'Large amounts of one currency are written one way throughout.',
  because: 'Two styles in one plan look like two sources, and are hard to search for.',
  severity: 'hint',
  examples: [
    {
      wrong: 'The plan has KRW 9 billion for farms, KRW 12 billion for ports and 15 billion won for roads.\n',
      right: 'The plan has KRW 9 billion for farms, KRW 12 billion for ports and KRW 15 billion for roads.\n',
      language: 'en',
    },
  ],
  reads: [
    'Amounts with a scale word, of one currency and language, written with the code or sign in front or with the word behind; the style of most is the document’s own, where it has more than all others together.',
    'Small sums (`25,000 won`) and Korean notation are left alone.',
  ],
  *find(plan, t) {
    const groups = new Map<string, Amount[]>();
    const rest = rests();
    for (const figure of plan.figures) {
      if (rest()) yield;
      if (figure.kind !== 'amount' || figure.currency === null || figure.cell !== null || figure.high !== null)
        continue;
      if (figure.low.scale === null || figure.low.written !== 'digits' || /[가-힣一-龥]/.test(figure.text)) continue;
      if (figure.notation.place !== 'before' && figure.notation.place !== 'after') continue;
      gather(groups, figure.currency, figure);
    }
    for (const amounts of groups.values()) yield* minority(amounts, t);
  },
};

function* minority(amounts: readonly Amount[], t: Translate): Iterable<Draft> {
  const styles = new Map<string, Amount[]>();
  for (const amount of amounts) {
    const style = `${amount.notation.place} ${amount.notation.currency}`;
    gather(styles, style, amount);
  }
  const [most, ...others] = [...styles.values()].sort((a, b) => b.length - a.length);
  const rest = others.flat();
  if (most === undefined || rest.length === 0 || most.length <= rest.length) return;
  const model = most[0]!;
  for (const amount of rest) {
    const newText = inStyleOf(amount, model);
    if (newText === null || newText === amount.text) continue;
    const fix: Fix = {
      title: t('Write {0}', newText),
      preferred: true,
      edits: [{ start: amount.start, end: amount.end, newText }],
    };
    yield {
      start: amount.start,
      end: amount.end,
      message: t('{0} is written otherwise than {1} and most others.', amount.text, model.text),
      related: [{ start: model.start, end: model.end, message: t('The style of most amounts') }],
      fixes: [fix],
    };
  }
}

/** The amount's number and scale with the model's currency, where the model has it. */
function inStyleOf(amount: Amount, model: Amount): string | null {
  const scale = amount.low.scale;
  if (scale === null || model.low.scale === null) return null;
  const isLong = model.low.scale.length > 2;
  // `m` and `bn` against `million` is a matter of its own.
  if (isLong !== scale.length > 2) return null;
  const number = `${amount.low.digits}${isLong ? ' ' : ''}${scale}`;
  const { currency, place } = model.notation;
  if (place === 'after') return `${number} ${currency}`;
  return currency + (/[A-Za-z]$/.test(currency) ? ' ' : '') + number;
}
