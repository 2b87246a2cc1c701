import type { Equation } from '../ledger/claim';
import { roundedOrCut } from '../ledger/term';
import type { Stated } from './check';
import { computedText, inHandOf } from './equation-words';
import { comparable, isPercent, type Quantity } from './quantity';

const sinceThen =
  /^\)?(?:으로|로|이며|인데)[^.;,\d]{0,12}\s?(?:지난해|작년|전년|전년도|당초|올해)(?:\s?(?:본예산|예산|당초예산))?\s?(?:보다|대비|에 비해)\s$/;
const goes = /^\s?[)）]?\s?(?:이\s)?(?:더\s)?(늘|많|증가|증액|줄|적|감소|감액)/;

/** `4조 2,600억원으로 지난해보다 2,100억원(5.2%) 늘었다`: the earlier figure is the level less what it rose by. */
export function* gapsOfLevels(text: string, quantities: readonly Quantity[]): Iterable<Stated> {
  for (const [at, rate] of quantities.entries()) {
    const [level, gap] = [quantities[at - 2], quantities[at - 1]];
    if (level === undefined || gap === undefined || !isPercent(rate) || rate.bound || level.bound || gap.bound)
      continue;
    if (rate.figure.unit !== 'percent' || isPercent(level) || !comparable(level, gap)) continue;
    const way = goes.exec(text.slice(rate.end, rate.end + 10))?.[1];
    if (way === undefined || !sinceThen.test(text.slice(level.end, gap.start))) continue;
    if (!/^\s?[(（,]\s?$/.test(text.slice(gap.end, rate.start))) continue;
    const change = gap.term.value.abs();
    const base = /[늘많증]/.test(way) ? level.term.value.minus(change) : level.term.value.plus(change);
    if (base.lte(0)) continue;
    const result = roundedOrCut(rate.term);
    const equation: Equation = { kind: 'product', result, a: gap.term, b: null, factor: 100 / base.toNumber() };
    yield {
      equation,
      says: (t) =>
        t(
          '{0} of {1} is {2}; the text says {3}.',
          gap.term.text,
          inHandOf(level.term, base),
          computedText(equation, result) ?? '',
          rate.term.text,
        ),
    };
  }
}
