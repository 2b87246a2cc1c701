import type Big from 'big.js';
import { rewritten } from '../edits/rewrite';
import type { Equation } from '../ledger/claim';
import { exactly } from '../ledger/interval';
import { isTelling } from '../ledger/plausible';
import type { Term } from '../ledger/term';
import type { Claimant, Fix, Stated, Translate } from './check';
import { comparisonsIn, type Comparison } from './comparison';
import { directionNear } from './direction';
import { worthALook } from './doubt';
import { computedText } from './equation-words';
import { isLinked } from './linked';
import { sentencesIn, within, type Passage } from './passage';
import { isPercent, quantitiesIn, type Quantity } from './quantity';
import type { Percent } from '../figures/figure';
import type { Span } from '../text/span';

export const percentPoint: Claimant = {
  code: 'percent-point',
  says: 'The difference of two rates is given in percentage points, and is right.',
  because: 'From 50% to 60% is 10 percentage points, but 20%: the two are taken for each other.',
  severity: 'warning',
  examples: [
    {
      wrong: 'The use rate will be raised from 50% to 60%, up 10%.\n',
      right: 'The use rate will be raised from 50% to 60%, up 10 percentage points.\n',
      language: 'en',
    },
  ],
  reads: [
    'A per cent said of the change of two rates, which equals their difference and not their ratio.',
    'A difference in percentage points beside the two rates that it is the difference of.',
    '`up 20%` from 50% to 60% is right and left alone.',
    worthALook,
  ],
  *claimsIn(passage) {
    if (passage.cell === null) yield* inPassage(passage);
  },
};

type Rate = Quantity & { figure: Percent };

function* inPassage(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  const quantities = quantitiesIn(passage);
  const rates = quantities.filter(isPercent).filter((rate) => !rate.bound);
  if (rates.length < 3) return;
  const joined = comparisonsIn(text, quantities).filter(({ joint }) => joint !== 'against');
  const ofFigures = comparisonsIn(
    text,
    quantities.filter((one) => !isPercent(one)),
  ).filter(({ joint }) => joint !== 'against');
  for (const sentence of sentencesIn(passage)) {
    const inside = within(rates, sentence);
    for (const rate of inside) {
      if (joined.some(({ from, to }) => from === rate || to === rate)) continue;
      const sides = sidesOf(text, inside);
      if (sides.some(({ level, base }) => level === rate || base === rate)) continue;
      const isPoints = rate.figure.unit === 'percentage-point';
      const isResult = saysResult.test(text.slice(Math.max(sentence.start, rate.start - 50), rate.start));
      const direction =
        rate.figure.direction ??
        directionNear(text, sentence, rate) ??
        (isResult || (joined.length > 0 && isBy(text, rate)) ? 'by' : null);
      if (!isPoints && direction === null) continue;
      const isOfFigures = ofFigures.some(
        ({ start, end }) =>
          start >= sentence.start &&
          end <= sentence.end &&
          // `62%에서 78%로 16% 높아지고, 75일에서 45일로 40% 줄어든다`: the rates stand right before it.
          !joined.some(
            (pair) => (pair.start >= end || start >= rate.end) && pair.end <= rate.start && rate.start - pair.end <= 12,
          ),
      );
      // `from 412.5 to 478.5 million, a growth of 16%` speaks of the two figures.
      if (!isPoints && isOfFigures) continue;
      const own = sides.find((one) => one.gap === rate);
      const pair =
        own === undefined
          ? pairFor(text, quantities, rates, rate, isPoints, sentence)
          : ([own.base, own.level] as const);
      if (pair === null) continue;
      // Two rates of the sentence before that nothing joins are rates of two things.
      const isJoined = own !== undefined || joined.some(({ from, to }) => from === pair[0] && to === pair[1]);
      const isBefore = pair.every(({ start }) => start < sentence.start);
      if (!isPoints && !isJoined && isBefore && !(isResult && areSetSide(text, pair, sentence))) continue;
      // `expands by 3.5% and prices rise by 3.0%`: a rate with a subject of its own.
      if (!isPoints && !isJoined && !isResult && !isLinked(text, pair[1], rate)) continue;
      const [first, second] = pair;
      // `90% …; the rate was 84%, so this is a gain`: the earlier rate may stand last.
      const isBack =
        (isResult && rate.figure.direction === 'up' && second.term.value.lt(first.term.value)) ||
        // `81.9%로 나타났다. 4월의 75.2% 대비 6.7% 증가`
        /^\s?(?:보다|대비|에 비해)/.test(text.slice(second.end, second.end + 5));
      const [from, to] = isBack ? [second, first] : [first, second];
      const isSure = isJoined || isResult;
      const gap = to.term.value.minus(from.term.value).abs();
      if (isPoints) yield pointsClaim(rate.term, from.term, to.term);
      else if (gap.eq(rate.term.value.abs()))
        yield rateClaim(rate.term, written(from.term, isSure), written(to.term, isSure), text);
    }
  }
}

/**
 * `35% of contracts, 6% more than the 29% of 2024`; `82% in 2025, goes up to 90% in 2026 (+8%)`: the later rate, how far
 * it is from the earlier, and the earlier. Also `in 95% of call-outs, up from 91% (4% more)`.
 */
function sidesOf(text: string, rates: readonly Rate[]): { level: Rate; gap: Rate; base: Rate }[] {
  const found: { level: Rate; gap: Rate; base: Rate }[] = [];
  for (let i = 0; i + 2 < rates.length; i++) {
    const [a, b, c] = [rates[i]!, rates[i + 1]!, rates[i + 2]!];
    const [first, second] = [text.slice(a.end, b.start), text.slice(b.end, c.start)];
    if (first.length > 90 || second.length > 60 || /[;:]/.test(first + second) || a.figure.unit !== 'percent') continue;
    const korean = koreanSides(text, a, b, c);
    if (korean !== null) found.push(korean);
    else if (
      c.figure.unit === 'percent' &&
      /^\s(?:(?:more|less|higher|lower|fewer) than|above|below|up on|down on)\s(?:[a-z]+\s){0,3}$/.test(second)
    )
      found.push({ level: a, gap: b, base: c });
    else if (
      b.figure.unit === 'percent' &&
      /,? (?:up|down) from $/.test(first) &&
      /^[^.;%()]{0,20} \($/.test(second) &&
      /^ (?:more|less|higher|lower)\)/.test(text.slice(c.end, c.end + 9))
    )
      found.push({ level: a, gap: c, base: b });
    else if (
      b.figure.unit === 'percent' &&
      /\b(?:up|down|rises?|falls?|goes|grows?|increases?|drops?|climbs?|reach(?:es)?|raised|cut|lowered)\b[^.;%]{0,14}\bto\s$/.test(
        first,
      ) &&
      /^[^.;%()]{0,20}[(,]\s?$/.test(second) &&
      /^[+△▲▽▼−–-]/.test(c.figure.text)
    )
      found.push({ level: b, gap: c, base: a });
  }
  return found;
}

/**
 * `만족도는 88%로 한 해 전 82%에 비해 6% 올랐다`, `지난해 82%보다 6% 오른 88%다`: the later rate first or last, what it is set against, and how
 * far the two are apart.
 */
function koreanSides(text: string, a: Rate, b: Rate, c: Rate): { level: Rate; gap: Rate; base: Rate } | null {
  const [first, second] = [text.slice(a.end, b.start), text.slice(b.end, c.start)];
  if (
    b.figure.unit === 'percent' &&
    against.test(second) &&
    /^(?:로|으로|이며|이고|인데|로서)?,?\s(?:[가-힣\d]{1,6}\s){0,3}$/.test(first) &&
    /^p?\s?(?:올랐|올라|높|낮|내려|내렸|떨어|늘|줄|상승|하락|증가|감소|개선|뛰)/.test(text.slice(c.end, c.end + 6))
  )
    return { level: a, gap: c, base: b };
  if (
    c.figure.unit === 'percent' &&
    against.test(first) &&
    /^\s(?:오른|높은|높아진|높인|낮은|낮아진|낮춘|떨어진|늘어난|줄어든|상승한|하락한|증가한|감소한)\s$/.test(second)
  )
    return { level: c, gap: b, base: a };
  return null;
}

const against = /^(?:보다|\s?대비|에 비해|에 비하여|에 견줘|에 견주어)\s(?:약\s|오히려\s)?$/;

/** `90% …; the rate was 84% in 2025, so this is a gain of 6%`, `… up from 62%. This is a gain of 8%`: of the two rates before. */
const saysResult =
  /(?:^\s?|\b(?:so|and) )(?:this|that|it) (?:is|was|means|makes) an? (?:gain|rise|increase|improvement|drop|fall|reduction|difference|decrease) of (?:about )?$/i;

/** Two rates of one sentence, right before this one, of which the second is what the first is compared with. */
const areSetSide = (text: string, [a, b]: readonly [Quantity, Quantity], sentence: Span): boolean =>
  /\b(?:up|down) (?:from|on)|compared (?:with|to)|\bagainst\b|\binstead of\b|\bto\b/i.test(
    text.slice(a.end, b.start),
  ) && !/[.!?]\s/.test(text.slice(a.end, b.start) + text.slice(b.end, sentence.start - 2));

/** `from 18% to 12%, that is, by 6%`; `from 42% to 51%, which is 9%`; `34%에서 40%로 6% 제고`. */
const isBy = (text: string, { start }: Span): boolean =>
  /\bby\s+$|\d\s?%(?:로|까지)\s(?:약\s)?$|\b(?:improvement|gain|difference|change|progress|gap) of (?:about )?$|, (?:which|that) (?:is|means|makes) (?:about )?$/i.test(
    text.slice(Math.max(0, start - 22), start),
  );

/** The two rates before (or around) a stated difference: those joined by `from … to`, else the two nearest before it. */
function pairFor(
  text: string,
  quantities: readonly Quantity[],
  rates: readonly Rate[],
  rate: Rate,
  isPoints: boolean,
  sentence: Span,
): readonly [Quantity, Quantity] | null {
  const near = quantities.filter((one) => one !== rate && Math.abs(one.start - rate.start) < 260);
  const own = near.filter(isPlainRate).filter((one) => one.start >= sentence.start && one.end <= rate.start);
  const isShort = isPoints && own.length === 2 && fallsShort(text, own[1]!, rate);
  if (isShort) return [own[0]!, own[1]!];
  const joined = comparisonsIn(text, near)
    .filter(
      ({ from, to, joint }) => isPercent(from) && isPercent(to) && !from.bound && !to.bound && joint !== 'against',
    )
    // What the next sentence joins is of that sentence; what this one joins may belong to another clause.
    .filter((one) => one.start < sentence.start || (one.end <= sentence.end && isLinked(text, one, rate)))
    .sort((a, b) => Math.abs(a.end - rate.start) - Math.abs(b.end - rate.start))[0];
  if (joined !== undefined) {
    if (isPoints && isOfOther(text, rates, joined, rate, sentence)) return null;
    return [joined.from, joined.to];
  }
  // `51.2%로 전년보다 3.7%p 상승(’23년 47.5%)`: the level, the rise, the level before.
  const place = rates.indexOf(rate);
  const [level, rise, former] = [rates[place - 1], rates[place], rates[place + 1]];
  if (rise !== undefined && isRise(text, rise, former)) {
    if (level === undefined || former === undefined) return null;
    const gap = level.term.value.minus(former.term.value).abs();
    return gap.eq(rate.term.value.abs()) || (isPoints && isTelling(rate.term, gap)) ? [former, level] : null;
  }
  if (level !== undefined && isRise(text, level, rate)) return null;
  const before = rates.filter(
    (one) => one.end <= rate.start && one.figure.unit === 'percent' && rate.start - one.end < 260,
  );
  const [a, b] = before.slice(-2);
  if (a === undefined || b === undefined) return null;
  const gap = b.term.value.minus(a.term.value).abs();
  if (gap.eq(rate.term.value.abs())) return [a, b];
  // `목표 65%에 4.5%p 모자랐지만 지난해 55.2%보다 5.3%p`: the level of the second is not told.
  if (rates.some((one) => one.start >= a.end && one.end <= b.start && one.figure.unit === 'percentage-point'))
    return null;
  // `25.2%는 평균 22.7%보다 2.5%p 높다` leaves no doubt.
  const isAgainst = /^\s?(?:보다|에 비해|대비)\s(?:약\s)?$/.test(text.slice(b.end, rate.start));
  return isPoints && before.length === 2 && (isAgainst || isTelling(rate.term, gap)) ? [a, b] : null;
}

/**
 * `공개율은 76%에서 83%로 7%p 올랐다. 이직률은 1.4%p 낮아졌다.`: the way from rate to rate has its difference, or the sentence after it speaks
 * of something else, and no slip of the pen makes the one of the other.
 */
function isOfOther(
  text: string,
  rates: readonly Rate[],
  { from, to, end }: Comparison,
  rate: Rate,
  sentence: Span,
): boolean {
  const gap = to.term.value.minus(from.term.value).abs();
  if (gap.eq(rate.term.value.abs())) return false;
  if (rates.some((one) => one.start >= end && one.end <= rate.start && one.figure.unit === 'percentage-point'))
    return true;
  if (end > sentence.start || isTelling(rate.term, gap)) return false;
  return !refersBack.test(text.slice(sentence.start, rate.start));
}

/** A sentence that goes on about what was said: `This is a drop of`, `이는`; one without a subject of its own (`A drop of`). */
const refersBack =
  /^\s?(?:(?:this|that|it|which|the (?:gap|gain|rise|increase|drop|fall|difference|change|improvement|decline))\b|(?:이는|이로써|그\s|이\s|격차|차이|증가\s?폭|감소\s?폭|상승\s?폭|하락\s?폭)|[^은는이가을를a-z]*$|(?:an?|up|down|or)\s)/i;

const isPlainRate = (one: Quantity): boolean => isPercent(one) && !one.bound && one.figure.unit === 'percent';

/** `실적 43.5%는 목표 44.0%에 0.5%p 모자랐다`: the two rates of the sentence, and by how much one misses the other. */
const fallsShort = (text: string, goal: Span, gap: Span): boolean =>
  /^에(?:는)?\s(?:약\s)?$/.test(text.slice(goal.end, gap.start)) &&
  /^\s?(?:만큼\s)?(?:모자라|모자랐|모자란|못\s?미|미치지\s?못|미달)/.test(text.slice(gap.end, gap.end + 14));

/** Whether a rate is said to be the rise, and the next stands in a bracket right behind. */
const isRise = (text: string, rate: Rate, next: Rate | undefined): boolean =>
  next !== undefined &&
  /^\s?(?:상승|하락|증가|감소|높|낮|늘|줄|올|내|떨어)[^.;()]{0,12}[(（][^.;()]{0,16}$/.test(
    text.slice(rate.end, next.start),
  );

/** `45% → 60%, up 15%`: 15 is the difference, the growth would be 33 %. */
function rateClaim(rate: Term, from: Term, to: Term, text: string): Stated {
  const falls = to.value.lt(from.value);
  const value = rate.value.abs().times(falls ? -1 : 1);
  const slack = rate.interval.high.minus(rate.interval.low).div(2);
  const signed = { ...rate, value, interval: { low: value.minus(slack), high: value.plus(slack) } };
  const equation: Equation = { kind: 'ratio', result: signed, above: to, below: from, factor: 100, less: 100 };
  return {
    equation,
    says: (t) =>
      t(
        'From {0} to {1} is {2}, or {3}; the text says {4}.',
        from.text,
        to.text,
        pointsText(rate, text),
        (computedText(equation, signed) ?? '').replace(/^−/, ''),
        rate.text,
      ),
    otherFixes: (t) => [pointsFix(rate, text, t)],
  };
}

/** Where the words join two rates and their difference is the stated number to the digit, they are taken as written. */
const written = (term: Term, isJoined: boolean): Term => (isJoined ? { ...term, interval: exactly(term.value) } : term);

/** The same number in percentage points, as the language writes them. */
function pointsText(rate: Term, text: string): string {
  const { digits } = rate.numeral;
  if (/[가-힣]/.test(text)) return `${digits}%p`;
  return `${digits} percentage point${rate.value.abs().eq(1) ? '' : 's'}`;
}

function pointsFix(rate: Term, text: string, t: Translate): Fix {
  const newText = pointsText(rate, text);
  const sign = /^[+△▲▽▼−–-]\s*/.exec(rate.text)?.[0] ?? '';
  return {
    title: t('Write {0}', sign + newText),
    preferred: true,
    edits: [{ start: rate.start, end: rate.end, newText: sign + newText }],
  };
}

/** `from 24% to 35%, or by 11 percentage points`. */
function pointsClaim(points: Term, from: Term, to: Term): Stated {
  const [high, low] = to.value.gte(from.value) ? [to, from] : [from, to];
  const stated = points.value.lt(0) ? { ...points, value: points.value.abs(), interval: flipped(points) } : points;
  const equation: Equation = {
    kind: 'sum',
    total: stated,
    parts: [
      { term: high, sign: 1 },
      { term: low, sign: -1 },
    ],
  };
  const gap = high.value.minus(low.value);
  return {
    equation,
    says: (t) =>
      t(
        'From {0} to {1} is {2}; the text says {3}.',
        from.text,
        to.text,
        rewritten(points, gap)?.mention ?? gap.toString(),
        points.text,
      ),
  };
}

const flipped = ({ interval }: Term): { low: Big; high: Big } => ({
  low: interval.high.times(-1),
  high: interval.low.times(-1),
});
