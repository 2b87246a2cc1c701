import type { DateFigure, Figure } from '../figures/figure';
import type { Block } from '../text/block';
import { readingOffset, sourceSpan } from '../text/reading';
import { withoutTail } from '../text/space';
import type { Span } from '../text/span';
import { sentenceEnd } from './sentence';

/** Something that the plan says will be done by, on or from a date. The span is the sentence's. */
export interface Commitment extends Span {
  /** Index path of the node that makes it, or null. */
  readonly node: readonly number[] | null;
  /** Index in `plan.figures` of its date. */
  readonly date: number;
  /** The sentence, repaired. */
  readonly text: string;
  /** What is to be done, in the sentence's own words: `open`, `개최`. */
  readonly verb: string;
  /** What it is done to, or null where the sentence does not say it plainly. */
  readonly object: string | null;
  /** Who does it, or null where that is a pronoun or is not said. */
  readonly body: string | null;
}

/**
 * The dated commitments of a plan, in order. Only what a sentence says in so many words: a verb of intent with its date in
 * the same sentence. Baselines, durations and results are left out.
 */
export function commitmentsOf(figures: readonly Figure[], blocks: readonly Block[]): Commitment[] {
  const found: Commitment[] = [];
  figures.forEach((figure, index) => {
    if (figure.kind !== 'date' || figure.cell !== null || !isDue(figure)) return;
    const block = blocks[figure.block];
    if (block === undefined || block.kind === 'heading') return;
    const at = readingOffset(block.reading, figure.start);
    const [start, end] = sentenceAround(block.reading.text, at);
    const text = block.reading.text.slice(start, end).trim();
    const said = block.language === 'ko' ? korean(text) : english(text, at - start);
    if (said === null) return;
    found.push({ ...sourceSpan(block.reading, start, end), node: figure.node, date: index, text, ...said });
  });
  return found;
}

/** A date that something can be due on; a bare year after `since` or a reference year is none. */
const isDue = ({ to, relation, granularity }: DateFigure): boolean =>
  to !== null && relation !== 'around' && granularity !== 'range';

function sentenceAround(text: string, at: number): [number, number] {
  let start = 0;
  let end = sentenceEnd(text);
  while (end <= at && end < text.length) {
    start = end;
    end = sentenceEnd(text, end);
  }
  return [start, end];
}

type Said = Pick<Commitment, 'verb' | 'object' | 'body'>;

const intent =
  /\b(?:will|shall|is to|are to|plans to|plan to|intends to|aims to) (?:also |then |now |soon )?(be )?([a-z]{2,20})\b/;

/** `the Ministry will open the centre in May`: the verb after a word of intent, in the date's own clause. */
function english(text: string, at: number): Said | null {
  const match = intent.exec(text);
  if (match === null || match[2] === 'be' || match[2] === 'have') return null;
  // A date before the intent belongs to what is told first, unless it opens the sentence.
  if (at < match.index && at > 24) return null;
  const subject = text
    .slice(0, match.index)
    .replace(/^(?:First|Second|Third|Lastly|Finally|In addition|By [^,]{2,30}|In [^,]{2,30}),\s*/, '')
    .trim();
  const after = text.slice(match.index + match[0].length);
  const object = after.split(/[,;.(]| (?:by|in|on|from|until|before|at) /)[0]!.trim();
  const passive = match[1] !== undefined;
  const named = /^(?:we|it|they|this|that|which|and|I)\b|,/i.test(subject) || subject.length > 60 ? null : subject;
  return {
    verb: match[2]!,
    object: passive ? named || null : object === '' ? null : object.split(' ').slice(0, 12).join(' '),
    body: passive ? null : named || null,
  };
}

const deed =
  /([가-힣]{2,6})(?:하고자 한다|할 계획이다|할 예정이다|할 방침이다|한다|하기로 했다|된다|될 예정이다|할 계획|할 예정|하겠다|합니다|추진)[.]?$/;

/** `시는 9월에 통합센터를 개소한다`: the verb that ends the sentence, the noun before `을/를`. */
function korean(text: string): Said | null {
  const match = deed.exec(withoutTail(text, '.'));
  if (match === null) return null;
  const objects = [...text.slice(0, match.index).matchAll(/([가-힣A-Za-z0-9·’' ]{1,30})[을를](?= |$)/g)];
  const body = /^([가-힣A-Za-z·]{2,16})[은는이가] /.exec(text)?.[1] ?? null;
  return { verb: match[1]!, object: lastNoun(objects.at(-1)?.[1] ?? ''), body };
}

/** The noun phrase at the end, without what a particle parts from it: `통합센터` of `시는 9월에 통합센터`. */
function lastNoun(text: string): string | null {
  const words = text.trim().split(' ');
  const from = words.findLastIndex((word) =>
    /[가-힣0-9](?:은|는|이|가|에|에서|까지|부터|로|으로|와|과|의)$/.test(word),
  );
  return (
    words
      .slice(from + 1)
      .slice(-4)
      .join(' ') || null
  );
}
