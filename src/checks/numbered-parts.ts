import { languages } from '../language/index';
import { holds } from '../ledger/claim';
import { slipExplains, sumOf } from '../ledger/plausible';
import type { PlanFacts } from '../plan';
import { filtered, mayRest, type InTurns } from '../text/steps';
import type { Stated } from './check';
import { sayTotal } from './equation-words';
import { isStated, sameUnit, termOfFigure, type Valued } from './figure-term';
import { textWhere } from './of-text';
import { passages, type Passage, type Placed } from './passage';

/** How far into a line its own amount is looked for, in UTF-16 units. */
const head = 150;

/**
 * Lines whose numbers show what belongs together, whatever the outline takes them for, each with an amount in brackets:
 *
 *     3. Objective B (EUR 4.9 million)
 *     3.1 Missions (EUR 1.9 million). …
 *     3.2 Training (EUR 3.0 million). …
 *
 * and titles over lines that are counted in words (`First, … (€44.2 million).`) whose paragraph states the sum.
 */
export function* numberedParts(plan: PlanFacts): InTurns<Stated> {
  const lines = yield* filtered(passages(plan), ({ cell, block }) => cell === null && block.kind !== 'furniture');
  for (let at = 0; at < lines.length; at++) {
    if (mayRest(at)) yield;
    const number = /^(\d{1,2})\.?$/.exec(lines[at]!.block.mark?.text ?? '')?.[1];
    const total = number === undefined ? null : bracketed(lines[at]!);
    if (number === undefined || total === null) continue;
    const parts: (Placed<Valued> | null)[] = [];
    for (let next = at + 1; next < lines.length; next++) {
      const mark = lines[next]!.block.mark?.text ?? '';
      if (mark === `${number}.${parts.length + 1}` || mark === `${number}.${parts.length + 1}.`)
        parts.push(bracketed(lines[next]!));
      else if (/^\d/.test(mark)) break;
    }
    yield* summed(total, parts);
  }
  yield* countedInWords(lines);
}

const ordinal = new RegExp(
  `^(?:${languages
    .flatMap(({ numbers }) => Object.entries(numbers.ordinals))
    .flatMap(([word, value]) => (/^[a-z]+$/.test(word) && value <= 10 ? [word] : []))
    .join('|')})(?:ly)?\\b`,
  'i',
);
const last = /^(?:lastly|finally)\b/i;

/** Paragraphs that go on counting in words, and the first amount of the paragraph right before the first of them. */
function* countedInWords(lines: readonly Passage[]): InTurns<Stated> {
  for (let at = 1; at < lines.length; at++) {
    if (mayRest(at)) yield;
    const lead = lines[at - 1]!;
    if (!isOrdinal(lines[at]!) || lead.block.kind === 'heading' || isCounted(lead)) continue;
    if (isUnderCounted(lines, at - 1)) continue;
    const parts: (Placed<Valued> | null)[] = [];
    let next = at;
    for (; next < lines.length && isCounted(lines[next]!); next++) parts.push(bracketed(lines[next]!));
    const total = lead.figures.find(
      (placed): placed is Placed<Valued> => placed.figure.kind === 'amount' && isStated(placed.figure),
    );
    if (total !== undefined && total.start <= head && lines[next]?.block.kind !== 'paragraph')
      yield* summed(total, parts);
    at = Math.max(at, next - 1);
  }
}

/** `First, …` / `- A total of …` / `Second, …`: what stands under one of the counted is that one's own. */
function isUnderCounted(lines: readonly Passage[], at: number): boolean {
  for (let above = at; above >= Math.max(0, at - 8); above--) {
    if (lines[above]!.block.kind === 'heading') return false;
    if (isCounted(lines[above]!)) return true;
  }
  return false;
}

const isOrdinal = textWhere((text) => ordinal.test(text));
const isLast = textWhere((text) => last.test(text));
const isCounted = (passage: Passage): boolean => isLast(passage) || isOrdinal(passage);

/** The first amount of a line, where it stands in brackets near its beginning. */
function bracketed(passage: Passage): Placed<Valued> | null {
  const first = passage.figures.find(
    (placed): placed is Placed<Valued> => placed.figure.kind === 'amount' && isStated(placed.figure),
  );
  if (first === undefined || first.start > head || (first.figure.kind === 'amount' && first.figure.per !== null))
    return null;
  return /[(（]\s?$/.test(passage.text.slice(0, first.start)) ? first : null;
}

function* summed(total: Placed<Valued>, parts: readonly (Placed<Valued> | null)[]): Iterable<Stated> {
  if (parts.length < 2 || parts.some((one) => one === null || !sameUnit(one.figure, total.figure))) return;
  const whole = termOfFigure(total.figure);
  const pieces = parts.map((one) => ({ term: termOfFigure(one!.figure), sign: 1 as const }));
  const equation = { kind: 'sum' as const, total: whole, parts: pieces };
  const isClose = sumOf(pieces).gt(whole.value.times('0.5')) && sumOf(pieces).lt(whole.value.times(2));
  if (
    holds(equation) ||
    slipExplains(whole, pieces) ||
    (pieces.length >= 3 && isClose && total.figure.kind === 'amount')
  )
    yield { equation, aside: true, says: (t) => sayTotal(t, whole, pieces) };
}
