import { labelledBlocks, type Labelled } from '../outline/labelled';
import { eachNode, type Node } from '../outline/outline';
import { isGeneric } from '../outline/words';
import type { PlanFacts } from '../plan';
import type { Block } from '../text/block';
import type { Span } from '../text/span';
import { rests, type InTurns, type Steps } from '../text/steps';
import { pointsUnder } from './coded-parts';
import { countedInKorean, englishCounts, type Counted } from './counted';
import { gridsOf, totalKind, writtenRows, type Grid } from './grid';
import { rowsOfNamedTable, tablesByName } from './named-table';
import { passages, type Passage } from './passage';

/** A stated number of things that the document has one by one, in another number: labelled blocks, headings, rows. */
export interface CountedParts {
  readonly passage: Passage;
  readonly counted: Counted;
  readonly items: readonly Span[];
}

/** The counts of one plan that its labelled blocks, its numbered headings or the table right below contradict. */
export function* countedParts(plan: PlanFacts): InTurns<CountedParts> {
  yield* labelledBlocks.inSteps(plan.blocks);
  const labelBlocks = labelCounts(plan);
  const labels: ReadonlyMap<string, readonly Span[]> = labelBlocks;
  yield;
  const headings = yield* numberedHeadings(plan);
  const tables = new Map(gridsOf(plan).map((grid) => [grid.index, grid]));
  const named = yield* tablesByName(plan, tables);
  const points = yield* pointsUnder(plan);
  yield;
  if (labels.size === 0 && headings.length === 0 && tables.size === 0 && points.length === 0) return;
  const rest = rests();
  for (const passage of passages(plan)) {
    if (rest()) yield;
    if (passage.cell !== null) continue;
    if (passage.block.language === 'ko') {
      yield* numberedRowsInKorean(passage, tables);
      continue;
    }
    for (const counted of englishCounts(passage)) {
      if (isOtherPlan.test(passage.text.slice(Math.max(0, counted.start - 90), counted.start))) continue;
      const { value } = counted.number;
      const noun = headOf(counted.noun);
      const labelled = labels.get(noun)?.filter(({ start }) => start > passage.block.start) ?? [];
      const inTable = rowsOfNamedTable(passage, counted, named);
      const near = inTable.length >= 3 ? inTable : rowsBelow(plan, passage.index, noun, tables);
      const rows = near.length >= 3 ? near : numberedRows(passage.index, noun, tables);
      const items =
        labelled.length >= 2 && labelled.length === labels.get(noun)!.length
          ? labelled
          : rows.length >= 3
            ? rows
            : points.length >= 4 && countsPoints(passage, counted) && points[0]!.start > passage.block.start
              ? points
              : headings.length >= 3 && declaresParts(passage, counted) && headings[0]!.start > passage.block.start
                ? headings
                : [];
      const off = Math.abs(items.length - value);
      // The series itself shows the gap.
      if (items === labelled && lastOf(labelBlocks.get(noun)) === value) continue;
      if (items.length === 0 || off === 0 || off > (items.length <= 6 ? 1 : 2)) continue;
      yield { passage, counted, items };
    }
  }
}

const lastOf = (list: readonly Labelled[] | undefined): number => Number(list?.at(-1)?.number);

const pointNouns =
  /^(?:tasks|actions|measures|objectives|activities|projects|initiatives|commitments|outputs|interventions|steps|points|targets|deliverables|results)$/;

/** `four goals and twelve actions`, `three themes with nine objectives`: what stands under the parts just counted. */
const countsPoints = ({ text }: Passage, { start, noun }: Counted): boolean =>
  pointNouns.test(headOf(noun)) &&
  /(?:^|[^\w])(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:[a-z]+ ){0,2}(?:goals|pillars|strategies|themes|priorities|thrusts|objectives|areas|outcomes|programmes|programs|fields|missions|chapters|parts|aims|axes|directions|fields of action)\b,?[^.;:]{0,24}? (?:and|with|in|containing|comprising|into|·|holding) (?:a total of |its |their )?$/i.test(
    text.slice(Math.max(0, start - 90), start),
  );

/** Words of another plan or of what was done before, in the sentence up to the number. */
const isOtherPlan =
  /\b(?:had|last year|previous|former|earlier|were completed|in the past|each|every|another|other|per|of the|of these|some of|first|next|last|asked|answered)\b[^.;]{0,40}$/i;

const headOf = (noun: string): string => noun.toLowerCase().split(' of ')[0]!.split(' ').at(-1)!;

/** Labelled blocks by the plural of their label's last word. */
function labelCounts({ blocks }: PlanFacts): ReadonlyMap<string, readonly Labelled[]> {
  const found = new Map<string, readonly Labelled[]>();
  for (const [label, all] of labelledBlocks(blocks)) {
    const last = label.split(' ').at(-1)!;
    // `Project 1: Timetable` speaks of the part that has this number.
    const list = all.filter(
      ({ title, number }, at) => !isGeneric(title) || all.findIndex((one) => one.number === number) === at,
    );
    const numbers = list.map(({ number }) => number);
    // A list of contents and the parts themselves bear each number twice.
    if (new Set(numbers).size < numbers.length - 1) continue;
    found.set(last.endsWith('y') ? `${last.slice(0, -1)}ies` : `${last}s`, list);
  }
  return found;
}

const partNouns =
  /^(?:priorities|goals|aims|objectives|themes|pillars|parts|chapters|sections|areas|fields|missions|commitments|programmes|programs|projects|workstreams|strands|steps|directions|ambitions|outcomes|components|packages|lines)$/;
const ownPlan =
  /\b(?:(?:this|the|our) (?:[a-z]+ ){0,2}(?:plan|strategy|programme|program|framework|roadmap|agenda|budget|document|paper|statement|memorandum)|we|I|it) (?:has|have|shall pursue|will pursue|sets? out|set|sets|contains?|consists? of|comprises?|rests? on|is built on|is built around|is organi[sz]ed (?:in|into|around)|is divided into|is structured around|names?|pursues?|follows?|lists?|describes?|is in|falls into) (?:[a-z]+ ){0,2}$/i;

/** `The plan has five priorities`, `This strategy sets out six goals`: it counts the plan's own main parts. */
const declaresParts = ({ text }: Passage, { start, noun }: Counted): boolean =>
  partNouns.test(headOf(noun)) && ownPlan.test(text.slice(Math.max(0, start - 80), start));

/** The headings of the plan's own numbered parts (`2. Clean rivers`, `Second, homes`), all of one level and none a formality. */
function* numberedHeadings(plan: PlanFacts): Steps<Span[]> {
  const main: Node[] = [];
  const worded: Node[] = [];
  yield* eachNode(plan.outline, (node) => {
    if ((node.kind === 'strategy' || node.kind === 'task') && node.style === 'decimal') main.push(node);
    if (node.style === 'word') worded.push(node);
  });
  if (main.length === 0 && worded.length >= 3)
    return worded.every(
      ({ kind, ordinal, doubtful }, at) => !doubtful && kind === worded[0]!.kind && (ordinal ?? at + 1) === at + 1,
    )
      ? worded.map(({ heading }) => heading)
      : [];
  const top = main.filter(({ kind }) => kind === main[0]?.kind);
  const isSure =
    top.length === main.length &&
    top.every(
      ({ title, doubtful, blocks }) =>
        !doubtful && !isGeneric(title) && !isFormal.test(title) && isHeading(plan.blocks[blocks[0]]),
    );
  return isSure ? top.map(({ heading }) => heading) : [];
}

const isHeading = (block: Block | undefined): boolean => block?.kind === 'heading';

const isFormal =
  /\b(?:introduction|context|background|budget|fund(?:s|ing)?|financ\w*|resources?|cost(?:s|ing)?|timetable|timeline|schedule|calendar|monitoring|evaluation|reporting|review|governance|delivery|implementation|risks?|annex|appendix|contact|summary|overview|outlook|next steps|where we|what (?:was|has)|results?|staff|about|key dates)\b/i;

/** The rows that one table further down numbers from 1 on without a gap, where a column is headed by the noun. */
function numberedRows(index: number, noun: string, tables: ReadonlyMap<number, Grid>): Span[] {
  return rowsHeaded(index, (header) => namesNoun(header, noun), tables);
}

function rowsHeaded(index: number, isNoun: (header: string) => boolean, tables: ReadonlyMap<number, Grid>): Span[] {
  const found = [...tables.values()].flatMap((grid): Span[][] => {
    const isHeaded = grid.headers.slice(0, 2).some(isNoun);
    if (grid.index <= index || !isHeaded) return [];
    const numbered = writtenRows(grid).filter(({ cells }) =>
      /^\d{1,2}(?:[.)]? |[.)]?$)/.test(cells[0]?.reading.text.trim() ?? ''),
    );
    const isRow = numbered.every(({ cells }, at) => Number.parseInt(cells[0]!.reading.text.trim(), 10) === at + 1);
    return isRow && numbered.length >= 3 ? [numbered.map(({ start, end }) => ({ start, end }))] : [];
  });
  return found.length === 1 ? found[0]! : [];
}

/** `7개 성과지표를 두었다` before the one table that numbers its rows from 1 on beside a column headed `성과지표`. */
function* numberedRowsInKorean(passage: Passage, tables: ReadonlyMap<number, Grid>): Iterable<CountedParts> {
  if (tables.size === 0 || !/\d\s?개/.test(passage.text)) return;
  for (const counted of countedInKorean(passage.text)) {
    const noun = /^개\s?(?:[가-힣]+\s)?([가-힣]{2,8})$/.exec(counted.noun)?.[1];
    if (noun === undefined || isOtherInKorean.test(passage.text.slice(0, counted.start))) continue;
    const items = rowsHeaded(passage.index, (header) => header.replace(/\s/g, '') === noun, tables);
    if (items.length >= 4 && Math.abs(items.length - counted.number.value) === 1) yield { passage, counted, items };
  }
}

/** Words of another year or of a part, in the sentence up to the number. */
const isOtherInKorean = /(?:지난해|작년|전년|당초|기존|이 ?중|가운데|추가로|새로|신규|매년|각각)[^.]{0,40}$/;

/** Whether a column's heading is the noun, of one thing or of several. */
function namesNoun(header: string, noun: string): boolean {
  const last = header
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .trim()
    .split(' ')
    .at(-1)!;
  return last !== '' && [last, `${last}s`, last.replace(/y$/, 'ies'), `${last}es`].includes(noun);
}

/** The rows of the table right below whose first column is headed by the noun, totals left out. */
function rowsBelow(plan: PlanFacts, index: number, noun: string, tables: ReadonlyMap<number, Grid>): Span[] {
  for (let at = index + 1; at <= index + 3 && at < plan.blocks.length; at++) {
    const block = plan.blocks[at]!;
    if (block.kind === 'heading') return [];
    const grid = tables.get(at);
    if (grid === undefined) {
      if (block.table !== null) return [];
      continue;
    }
    const header = (grid.headers[0] ?? '')
      .toLowerCase()
      .replace(/[^a-z ]/g, '')
      .trim();
    const last = header.split(' ').at(-1)!;
    const isNamed = header !== '' && [last, `${last}s`, last.replace(/y$/, 'ies'), `${last}es`].includes(noun);
    const rows = writtenRows(grid);
    const isPlain = grid.rows.every(
      ({ label, bold }) => label !== '' && !/^(?:other|of which|including|all )/i.test(label) && !bold,
    );
    if (
      !isNamed ||
      (!isPlain &&
        !grid.rows.slice(0, -1).every(({ label }) => label !== '' && !/^(?:other|of which|including)/i.test(label)))
    )
      return [];
    const subtotals = grid.rows.flatMap(({ label }, row) => (totalKind(label) === 'subtotal' ? [row] : []));
    if (subtotals.length > 1) return [];
    // What stands below the one subtotal, or without a number where the others have one, is something else.
    const limit = subtotals[0] ?? grid.rows.length;
    const isNumbered = grid.rows.filter(({ label }) => /^\d{1,2}[.)]? /.test(label)).length >= 2;
    return rows.filter((_, row) => {
      const { label, bold } = grid.rows[row]!;
      if (row > limit || (isNumbered && !/^\d{1,2}[.)]? /.test(label))) return false;
      return totalKind(label) === null && !bold && !/^(?:all|averages?|means?|median|per) /i.test(label);
    });
  }
  return [];
}
