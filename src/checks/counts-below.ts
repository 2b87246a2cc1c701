import type { PlanFacts } from '../plan';
import type { Stated } from './check';
import { isStated, sameUnit, termOfFigure, type Valued } from './figure-term';
import { runsOf } from './listed-figures';
import { opens } from './open-list';
import { isDeeper } from './parent';
import { sentencesIn, within, type Passage, type Placed } from './passage';
import type { Span } from '../text/span';
import { mayRest, type InTurns } from '../text/steps';
import { claimOf, splitOf } from './sum-claim';

/**
 * Counts in the line below the one that states their sum:
 *
 *     ○ 인력: 정원 128명, 현원 121명
 *       - 교통정책과 34명, 도로과 41명, 주차관리과 29명, 차량등록과 24명
 */
export function* countsBelow({ blocks }: PlanFacts, all: readonly Passage[]): InTurns<Stated> {
  for (const [at, below] of all.entries()) {
    if (mayRest(at)) yield;
    const passage = all[at - 1];
    if (passage === undefined || below.block.kind !== 'item') continue;
    if (!isDeeper(below.block, blocks[passage.index]!) || opens(below.text)) continue;
    const listed = countsIn(below);
    const [run] = runsOf(below.text, listed);
    if (
      run === undefined ||
      run.length < 3 ||
      run.length !== listed.length ||
      !isList(below.text, run, { start: 0, end: below.text.length })
    )
      continue;
    const most = Math.max(...run.map(({ figure }) => figure.value ?? 0));
    const above = countsIn(passage).filter(
      ({ figure }) => (figure.value ?? 0) > most && sameUnit(figure, run[0]!.figure),
    );
    const claim = splitOf(above, run) ?? splitOfAll(passage.text, above, run);
    if (claim !== null) yield claim;
  }
}

/** `모두 63개 행사를 연다.` / `- 공연 28개, 전시 14개, …`: the one number above that says it is all, which the list nearly makes. */
function splitOfAll(text: string, above: readonly Placed<Valued>[], run: readonly Placed<Valued>[]): Stated | null {
  const called = above.filter(({ start }) =>
    /(?:^|\s)(?:총|모두|합계)\s$/.test(text.slice(Math.max(0, start - 4), start)),
  );
  const [total] = called;
  if (total === undefined || called.length > 1) return null;
  const sum = run.reduce((all, { figure }) => all + (figure.value ?? 0), 0);
  const stated = total.figure.value ?? 0;
  if (sum < stated * 0.85 || sum > stated * 1.15) return null;
  return claimOf(
    termOfFigure(total.figure),
    run.map(({ figure }) => termOfFigure(figure)),
    'stated',
  );
}

/** `가. 감원 24명` / `- 징수 업무 통합: 9명` / …: a line that ends in a count, and items below that each end in one. */
export function* countsInItems({ blocks }: PlanFacts, all: readonly Passage[]): InTurns<Stated> {
  for (const [at, passage] of all.entries()) {
    if (mayRest(at)) yield;
    const total = lastCount(passage);
    if (total === null) continue;
    const own = blocks[passage.index]!;
    const parts: Placed<Valued>[] = [];
    let isWhole = true;
    const [first] = all.slice(at + 1, at + 2);
    if (first === undefined || first.block.kind !== 'item' || !isDeeper(first.block, own)) continue;
    for (const next of all.slice(at + 1, at + 24)) {
      if (next.block.kind !== 'item' || !isDeeper(next.block, own)) break;
      if (isDeeper(next.block, first.block)) continue;
      const count = lastCount(next);
      if (count === null || !sameUnit(count.figure, total.figure)) isWhole = false;
      else parts.push(count);
    }
    const sum = parts.reduce((all, { figure }) => all + (figure.value ?? 0), 0);
    const whole = total.figure.value ?? 0;
    if (!isWhole || parts.length < 3 || sum < whole * 0.7 || sum > whole * 1.4) continue;
    const claim = claimOf(
      termOfFigure(total.figure),
      parts.map(({ figure }) => termOfFigure(figure)),
      'stated',
    );
    if (claim !== null) yield claim;
  }
}

/** The one count in which a short line ends; a bracket behind it may tell how it comes about. */
function lastCount(passage: Passage): Placed<Valued> | null {
  if (passage.text.length > 60) return null;
  const bracket = passage.text.search(/[(（]/);
  const counts = countsIn(passage).filter(({ start }) => bracket < 0 || start < bracket);
  const [only] = counts;
  if (only === undefined || counts.length > 1) return null;
  if (
    passage.figures.some(
      ({ figure, start }) => figure !== only.figure && (bracket < 0 || start < bracket) && figure.kind !== 'count',
    )
  )
    return null;
  return /^\s?(?:[(（][^()（）]*[)）])?$/.test(passage.text.slice(only.end)) ? only : null;
}

/** `18개월 동안 가르친다. 과정은 입문 2개월, 실습 6개월, 현장 10개월로 이루어진다.`: the parts of a time, told to make it up. */
export function* timesAfter(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  if (!/\d\s?(?:개월|주|시간)(?:으로|로)\s/.test(text)) return;
  const times = countsIn(passage).filter(({ figure }) => /\d\s?(?:개월|주|시간)$/.test(figure.text));
  const sentences = sentencesIn(passage);
  for (const [at, sentence] of sentences.slice(1).entries()) {
    const inside = within(times, sentence);
    const [run] = runsOf(text, inside);
    if (run === undefined || run.length < 2 || run.length !== inside.length) continue;
    if (!/^(?:으로|로)\s(?:이루어|이뤄|구성|나뉘|나누|짜)/.test(text.slice(run.at(-1)!.end, sentence.end))) continue;
    if (!areNamed(text, run, sentence.start) || opens(text.slice(sentence.start, sentence.end))) continue;
    const [total, another] = within(times, sentences[at]!).filter(({ figure }) => sameUnit(figure, run[0]!.figure));
    if (total === undefined || another !== undefined) continue;
    const claim = claimOf(
      termOfFigure(total.figure),
      run.map(({ figure }) => termOfFigure(figure)),
      'stated',
    );
    if (claim !== null) yield claim;
  }
}

/** `취약구간 314곳을 찾았다. 고갯길 127곳, 교량 98곳, 지하차도 41곳, 그 밖의 구간 48곳이다.`: a sentence that is nothing but a list. */
export function* countsAfter(passage: Passage): Iterable<Stated> {
  const counts = countsIn(passage);
  if (counts.length < 4) return;
  for (const sentence of sentencesIn(passage).slice(1)) {
    const inside = within(counts, sentence);
    const [run] = runsOf(passage.text, inside);
    if (run === undefined || run.length < 3 || run.length !== inside.length) continue;
    if (!isList(passage.text, run, sentence) || opens(passage.text.slice(sentence.start, sentence.end))) continue;
    const before = counts.filter(({ end, figure }) => end <= sentence.start && sameUnit(figure, run[0]!.figure));
    const claim = splitOf(before, run);
    if (claim !== null) yield claim;
  }
}

const countsIn = (passage: Passage): Placed<Valued>[] =>
  passage.figures.filter(
    (placed): placed is Placed<Valued> => placed.figure.kind === 'count' && isStated(placed.figure),
  );

/** Whether the stretch is nothing but names with their numbers. */
const isList = (text: string, run: readonly Placed[], stretch: Span): boolean =>
  areNamed(text, run, stretch.start) && /^(?:이다|입니다|임)?[\s.)]*$/.test(text.slice(run.at(-1)!.end, stretch.end));

/** Whether nothing but a name stands before each number. */
const areNamed = (text: string, run: readonly Placed[], from: number): boolean =>
  run.every(({ start }, index) =>
    /^(?:[,·/]\s?|\s)?[가-힣A-Za-z0-9()·\s]{2,20}$/.test(text.slice(index === 0 ? from : run[index - 1]!.end, start)),
  );
