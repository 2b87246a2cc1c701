import { checks } from './checks/index';
import { runChecks } from './checks/run';
import { bind } from './figures/bind';
import { withCells } from './figures/cells';
import { withChanges } from './figures/change';
import { placeFigures } from './figures/kept-figures';
import { resolve } from './figures/resolve';
import { readWritten } from './figures/written';
import { regionToldBy } from './figures/region';
import { readClock } from './figures/year';
import { say } from './language/say';
import { buildOutline } from './outline/build';
import { coverageOf } from './outline/coverage';
import { isNamedOtherwise, statedPlan } from './outline/is-plan';
import { pathFinder } from './outline/outline';
import type { AnalyseOptions, Format, Plan, PlanFacts } from './plan';
import type { Block } from './text/block';
import { keepBlocks } from './text/kept-blocks';
import { readPlainInSteps } from './text/plain';
import { blocksOf, readPassages } from './text/passages';
import { finish, type Steps } from './text/steps';

/**
 * Reads a document, in passes. The order is the order of need: figures are found in blocks; the outline needs to know
 * which numbers are figures; years and units come from headings and sentences around; checks compare what is there.
 *
 * `before` is a plan of the same document before an edit: blocks that read as they did keep what was found in them. The
 * result is the same without it.
 */
export const analyse = (text: string, given: AnalyseOptions = {}, before?: Plan): Plan =>
  finish(analyseInSteps(text, given, before));

/** The same, for a thread that may not be held: it may be put down after every block, pass and check. */
export function* analyseInSteps(text: string, given: AnalyseOptions = {}, before?: Plan): Steps<Plan> {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const plan = given.plan ?? statedPlan(source);
  const options = plan === undefined ? given : { ...given, plan };
  const format = options.format ?? formatOf(options.path);
  const region = options.region ?? regionToldBy(source);

  const markdown = format === 'markdown' ? yield* readPassages(source, before?.markdown ?? undefined) : null;
  const read = markdown === null ? yield* readPlainInSteps(source) : blocksOf(markdown);
  const blocks = before === undefined ? read : yield* keepBlocks(read, before.blocks);
  yield;
  const written = yield* readWritten(blocks, region, before?.region === region ? before : undefined);
  const found = yield* withCells(written.flat(), blocks, region);
  yield;
  const clock = yield* readClock(blocks, found, options);
  yield;
  const resolved = yield* resolve(found, blocks, clock);
  yield;
  const changed = yield* withChanges(resolved, blocks);
  const figures = yield* bind(changed, blocks);
  yield;
  const { outline, declared, title, isPlan } = yield* buildOutline(
    blocks,
    figures,
    options.plan ?? (isNamedOtherwise(options.path ?? '') ? false : undefined),
  );
  yield;
  const placed = yield* placeFigures(figures, pathFinder(outline), before?.figures);

  const facts: PlanFacts = {
    version: 1,
    path: options.path ?? '',
    language: languageOfMost(blocks, options.language),
    format,
    region,
    year: clock.year,
    yearSpan: clock.yearSpan,
    issued: clock.issued,
    isPlan,
    title,
    source,
    blocks,
    markdown,
    written,
    outline,
    figures: placed,
    declared,
    options,
  };
  const checked = yield* runChecks(
    facts,
    checks,
    (template, ...values) => say(options.messages, template, ...values),
    before,
  );
  const { compared, ...said } = checked;
  const coverage = yield* coverageOf(facts.figures, compared);
  return { ...facts, ...said, coverage };
}

function formatOf(path: string | undefined): Format {
  return /\.(?:md|markdown|mdown|mkd)$/i.test(path ?? '') ? 'markdown' : 'text';
}

/** The language of most of the text, by length. */
function languageOfMost(blocks: readonly Block[], given: string | undefined): string {
  if (given !== undefined && given !== 'auto') return given;
  const lengths = new Map<string, number>();
  for (const block of blocks) {
    lengths.set(block.language, (lengths.get(block.language) ?? 0) + block.end - block.start);
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'en';
}
