import type { PlanFacts } from '../plan';
import type { Stated } from './check';
import { isStated, sameUnit, termOfFigure, type Valued } from './figure-term';
import { opens, runsOf } from './listed-figures';
import { isDeeper } from './parent';
import type { Passage, Placed } from './passage';
import { claimOf, likeliestTotal } from './prose-total';

/**
 * Counts in the line below the one that states their sum:
 *
 *     ○ 인력: 정원 128명, 현원 121명
 *       - 교통정책과 34명, 도로과 41명, 주차관리과 29명, 차량등록과 24명
 */
export function* countsBelow({ blocks }: PlanFacts, all: readonly Passage[]): Iterable<Stated> {
  for (const [at, below] of all.entries()) {
    const passage = all[at - 1];
    if (passage === undefined || below.block.kind !== 'item') continue;
    if (!isDeeper(below.block, blocks[passage.index]!) || opens(below.text)) continue;
    const listed = countsIn(below);
    const [run] = runsOf(below.text, listed);
    if (run === undefined || run.length < 3 || run.length !== listed.length || !isList(below.text, run)) continue;
    const most = Math.max(...run.map(({ figure }) => figure.value ?? 0));
    const above = countsIn(passage).filter(
      ({ figure }) => (figure.value ?? 0) > most && sameUnit(figure, run[0]!.figure),
    );
    const total = likeliestTotal(above, run);
    if (total === undefined) continue;
    const terms = run.map(({ figure }) => termOfFigure(figure));
    const claim = claimOf(termOfFigure(total.figure), terms, 'likely');
    if (claim !== null) yield claim;
  }
}

const countsIn = (passage: Passage): Placed<Valued>[] =>
  passage.figures.filter(
    (placed): placed is Placed<Valued> => placed.figure.kind === 'count' && isStated(placed.figure),
  );

/** A line that is nothing but names with their numbers. */
const isList = (text: string, run: readonly Placed[]): boolean =>
  run.every(({ start }, index) => {
    const from = index === 0 ? 0 : run[index - 1]!.end;
    return /^(?:[,·/]\s?|\s)?[가-힣A-Za-z0-9()·\s]{2,20}$/.test(text.slice(from, start));
  }) && /^[\s.)]*$/.test(text.slice(run.at(-1)!.end));
