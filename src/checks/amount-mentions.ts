import type { Amount } from '../figures/figure';
import { contentWords } from '../ledger/subject';
import type { Term } from '../ledger/term';
import { nodeAt } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { once } from '../text/once';
import type { Span } from '../text/span';
import { rests, type Steps } from '../text/steps';
import { isStated, termOfFigure, type Valued } from './figure-term';
import { passages, sentencesIn, type Passage, type Placed } from './passage';

/** An amount in running text, or in a cell where those are asked for. */
export interface Mention extends Words {
  readonly placed: Placed<Amount>;
  readonly passage: Passage;
  readonly term: Term;
  /** Words of the sentence and of the heading above, which tells something only to a mention from elsewhere. */
  widest(): ReadonlySet<string>;
  readonly node: string;
}

/** What the passage itself says around an amount. */
interface Words {
  /** The value in digits: equal values have the same. */
  readonly key: string;
  /** Words within some 50 characters in the sentence. */
  readonly near: ReadonlySet<string>;
  /** Words of the sentence. */
  readonly wide: ReadonlySet<string>;
  /** `a further KRW 3 billion`, `선금 3억원이 들어 있다`: another amount by its own words; one of an example. */
  readonly isFurther: boolean;
  readonly years: ReadonlySet<string>;
}

/** More mentions than a plan has: what comes after them is not compared, so that the time stays bounded. */
const mostMentions = 400;
/** Words further off than this, in UTF-16 units, tell nothing of the amount even where no full stop comes between. */
const longSentence = 600;

/** The first amounts of the plan that state a value, each with the words around it. */
export function* mentionsOf(plan: PlanFacts, inCells = false): Steps<Mention[]> {
  const found: Mention[] = [];
  const titles = new Map<string, ReadonlySet<string>>();
  const rest = rests();
  for (const passage of passages(plan)) {
    if (rest()) yield;
    if (passage.cell !== null && !inCells) continue;
    const amounts = amountsIn(passage);
    const words = amounts.length === 0 ? [] : wordsIn(passage);
    for (const [index, placed] of amounts.entries()) {
      if (found.length === mostMentions) return found;
      const path = placed.figure.node ?? [];
      const node = path.join('.');
      const title =
        titles.get(node) ?? contentWords(path.length === 0 ? '' : (nodeAt(plan.outline, path)?.title ?? ''));
      titles.set(node, title);
      const own = words[index]!;
      let widest: ReadonlySet<string> | undefined;
      found.push({
        placed,
        passage,
        term: termOfFigure(placed.figure as Valued),
        widest: () => (widest ??= new Set([...own.wide, ...title])),
        node,
        ...own,
      });
    }
  }
  return found;
}

const amountsIn = ({ figures, text }: Passage): Placed<Amount>[] =>
  figures.filter(
    (placed): placed is Placed<Amount> =>
      placed.figure.kind === 'amount' && isStated(placed.figure) && !isFactor(text, placed),
  );

/** `5대 × 45일 × 400만원`: the price of one, which the product is made of. */
const isFactor = (text: string, { start, end }: Span): boolean =>
  /[×✕]\s?$/.test(text.slice(Math.max(0, start - 2), start)) || /^\s?[×✕]/.test(text.slice(end, end + 2));

/** The words around each of the passage's stated amounts, in order. */
const wordsIn: (passage: Passage) => readonly Words[] = once((passage) => {
  const { text } = passage;
  const amounts = amountsIn(passage);
  const sentences = sentencesIn(passage);
  return amounts.map((placed, index): Words => {
    const sentence = sentences.find(({ start, end }) => placed.start >= start && placed.end <= end) ?? {
      start: 0,
      end: text.length,
    };
    const inside = text.slice(
      Math.max(sentence.start, placed.start - longSentence),
      Math.min(sentence.end, placed.end + longSentence),
    );
    const isInside = (other: Span | undefined): boolean =>
      other !== undefined && other.start >= sentence.start && other.end <= sentence.end;
    const isAlone = !isInside(amounts[index - 1]) && !isInside(amounts[index + 1]);
    const before = text.slice(Math.max(sentence.start, placed.start - 50), placed.start);
    const after = text.slice(placed.end, Math.min(sentence.end, placed.end + 50));
    return {
      key: termOfFigure(placed.figure as Valued).value.toString(),
      near: contentWords(`${clause(before, 'end')} ${clause(after, 'start')}`),
      wide: contentWords(inside),
      isFurther:
        /\b(?:further|another|additional|extra|separate|second)\b[^.;,]{0,20}$/i.test(before) ||
        isPart.test(after) ||
        isExample.test(text.slice(sentence.start, Math.min(placed.start, sentence.start + 40))),
      years: new Set((isAlone ? inside : `${before.slice(-26)}|${after.slice(0, 26)}`).match(/(?:19|20)\d\d/g) ?? []),
    };
  });
});

/** `누계에는 선금 41억원이 들어 있어`, `국비 98억원을 포함한 288억원`: a part of what is named. */
const isPart = /^(?:[이가]?\s?(?:들어\s?있|포함되어\s?있|포함돼\s?있)|[을를]?\s?포함(?:한|해|하여|하면)\s)/;

/** `예를 들어 진료비가 15만원이면 시가 12만원을 낸다`: worked out for one, no amount of the plan. */
const isExample = /^\s?(?:예를 들어|예를 들면|예컨대|for example|for instance)[\s,]/i;

/** The part of a text next to the amount: up to a semicolon or another sentence's end. */
function clause(text: string, side: 'start' | 'end'): string {
  const parts = text.split(/[;]|\. /);
  return (side === 'end' ? parts.at(-1) : parts[0]) ?? '';
}
