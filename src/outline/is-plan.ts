import type { Figure } from '../figures/figure';
import type { Block } from '../text/block';
import { filtered, type Steps } from '../text/steps';
import { countedKind } from './count';
import type { DeclaredDraft } from './declared';
import type { Part } from './part';
import { isRunIn } from './run-in';
import { intentOf, planWords, toldBy } from './telling';

const needed = 5;
/** Of a text without series, lists or headings, as news is: there only the words speak. */
const neededOfProse = 12;

/**
 * Whether the text reads as a plan: words of plans and of intent, money, a title that says so, declared counts and
 * labelled series speak for it; words of software, minutes, statutes, letters and recipes against it.
 */
export function* isPlanText(
  blocks: readonly Block[],
  parts: readonly Part[],
  declared: readonly DeclaredDraft[],
  figures: readonly Figure[],
  title: string | null,
): Steps<boolean> {
  const least = isProse(parts, declared, title) ? neededOfProse : needed;
  yield;
  return (yield* scoreInSteps(blocks, parts, declared, figures, title)) >= least;
}

/**
 * Whether the text names no part by a label or in bold, and has fewer than two numbered ones, two headings below its title and three bullets.
 * Headings alone say little where neither the title nor a declared count tells of a plan: newspapers have them too.
 */
function isProse(parts: readonly Part[], declared: readonly DeclaredDraft[], title: string | null): boolean {
  if (parts.some((part) => isRunIn(part) || isPlanHint(part.marker?.hint ?? null))) return false;
  const numbered = parts.filter(({ marker }) => marker !== null && marker.style !== 'bullet').length;
  const bullets = parts.filter(({ marker }) => marker?.style === 'bullet').length;
  const headings = parts.filter((part) => part.heading && part.title !== title).length;
  const isTold = declared.some(({ noun }) => countedKind(noun) !== 'other') || titleWeight(title) > 0;
  return numbered < 2 && (headings < 2 || (numbered === 0 && !isTold)) && bullets < 3;
}

/** What the front matter says of it: `planlint: true` or `false`; undefined where it says nothing. */
export function statedPlan(source: string): boolean | undefined {
  if (!/^---[ \t]*\r?\n/.test(source)) return undefined;
  for (const line of source.slice(0, 8000).split(/\r?\n/).slice(1)) {
    if (/^(?:---|\.\.\.)[ \t]*$/.test(line)) return undefined;
    const said = /^planlint:[ \t]*(true|false)[ \t]*$/.exec(line)?.[1];
    if (said !== undefined) return said === 'true';
  }
  return undefined;
}

/**
 * Whether the file's name says that it is about something else, whatever words it uses: a README of plans is no plan.
 */
export const isNamedOtherwise = (path: string): boolean =>
  /(?:^|[\\/])(?:readme|licen[cs]e|changelog|changes|contributing|code_of_conduct|security|authors|notice|copying)(?:[._-][^\\/]*)?$/i.test(
    path,
  );

export function* scoreInSteps(
  blocks: readonly Block[],
  parts: readonly Part[],
  declared: readonly DeclaredDraft[],
  figures: readonly Figure[],
  title: string | null,
): Steps<number> {
  const told = yield* toldBy(blocks);
  if (told.length < 40) return 0;
  yield;
  const structured = structure(parts, blocks);
  yield;
  const figured = yield* measured(parts, figures);
  yield;
  const asked = (yield* filtered(blocks, asks)).length;
  const amounts = figures.filter((figure) => figure.kind === 'amount').length;
  const labelled = parts.filter(({ marker }) => marker?.style === 'label' && isPlanHint(marker.hint)).length;
  const code = blocks.filter((block) => block.kind === 'code').length;
  return (
    Math.min(9, told.plan) +
    Math.min(4, told.policy / 2.5) +
    structured +
    Math.min(4, titleWeight(title) * 2) +
    figured +
    Math.min(5, (told.intent * 1200) / Math.max(900, told.length)) +
    Math.min(3, amounts / 2) +
    (declared.some(({ what }) => what !== 'other') ? 3 : 0) +
    (labelled >= 3 ? 6 : labelled === 2 ? 4 : labelled * 3) -
    2 * told.against -
    (told.isHistory || (told.intent === 0 && definesTitle(title, blocks)) ? 9 : 0) -
    (blocks.slice(0, 3).some(({ reading }) => lawTitle.test(reading.text.slice(0, 120).trim())) ? 14 : 0) -
    (told.addressed ? 5 : 0) -
    (told.length > worldly && told.policy === 0 && figures.every(({ kind }) => kind === 'count') ? 12 : 0) -
    3 * Math.min(3, Math.max(0, asked - 1)) -
    Math.min(12, 3 * Math.max(0, told.files - 1)) - // one may be a download
    Math.min(12, code * 3)
  );
}

/** From this length on, in UTF-16 units, a plan has named a date, money, a share or a matter of public life; a game's guide has not. */
const worldly = 400;

/**
 * A title that asks, cries out, quotes or speaks to the reader tells nothing, nor does one word: `Goal! Goal! Goal!`,
 * `What the budget means for you`, `Programme`.
 */
function titleWeight(title: string | null): number {
  if (title === null) return 0;
  return /[!?]|^["“‘]|^\S+$|\b[Yy]ou\b/.test(title) ? 0 : planWords(title);
}

/** Whether the first paragraph says what the title is, as encyclopaedias do: `제2차 5개년 계획은 …이다`, `The Third Plan was …`. */
function definesTitle(title: string | null, blocks: readonly Block[]): boolean {
  const first = blocks.find(({ kind }) => kind === 'paragraph')?.reading.text;
  const name = title?.replace(/\s*\([^()]*\)$/, '').replace(/^The /, '');
  if (first === undefined || name === undefined || name === '') return false;
  const text = first.trimStart().replace(/^The /, '');
  return text.startsWith(name) && /^(?: was\b|[은는] )/.test(text.slice(name.length, name.length + 5));
}

/** `The National Planning Act, 2024`, `○○시 기본계획 수립 조례`: a law about plans is none. */
const lawTitle =
  /\b(?:Act|Bill|Ordinance|Regulations|Decree)\b,?(?: No\.? ?\d+)?(?: of)? ?(?:19|20)\d\d$|(?:법률|조례|시행령|시행규칙|훈령|예규)(?:안)?$/i;

/** What numbered parts add that put figures on what they say: money in millions, percentages, thousands of people. */
function* measured(parts: readonly Part[], figures: readonly Figure[]): Steps<number> {
  const telling = new Set((yield* filtered(figures, isTelling)).map(({ block }) => block));
  yield;
  const numbered = parts.filter(({ marker }) => marker !== null && marker.style !== 'bullet');
  const told = numbered.filter(({ block }) => telling.has(block) || telling.has(block + 1)).length;
  return told < 3 || told * 2 < numbered.length ? 0 : 3;
}

function isTelling(figure: Figure): boolean {
  if (figure.kind === 'percent' || figure.kind === 'change') return true;
  const least = figure.kind === 'amount' ? 1e6 : 1000;
  return (figure.kind === 'amount' || figure.kind === 'count') && (figure.value ?? 0) >= least;
}

const isPlanHint = (hint: string | null): boolean => hint === 'strategy' || hint === 'task';

/** What the parts add: bare labels, phrases, and numbered parts that each say what is to be done. */
function structure(parts: readonly Part[], blocks: readonly Block[]): number {
  const bare = parts.filter(({ marker }) => marker?.style === 'bare').length;
  const phrases = parts.filter(({ marker }) => marker?.style === 'phrase').length;
  const intents = parts
    .slice(0, 60)
    .filter(({ marker, block }) => marker !== null && marker.style !== 'bullet' && isToDo(blocks, block)).length;
  return (bare >= 2 ? 3 : 0) + (phrases > 0 ? 2 : 0) + (intents >= 3 ? 2 : 0) + (isReport(parts) ? 4 : 0);
}

/** Whether a block, or the text right under it, says what is to be done. */
const isToDo = (blocks: readonly Block[], index: number): boolean => {
  const under = blocks[index + 1];
  const text = `${blocks[index]!.reading.text} ${under?.kind === 'paragraph' ? under.reading.text : ''}`;
  return intentOf(text.slice(0, 600).toLowerCase()) > 0;
};

/** Whether it has squares with circles under them, as the reports of Korean offices do and other texts do not. */
function isReport(parts: readonly Part[]): boolean {
  const ranks = parts.filter(({ marker }) => marker?.style === 'bullet').map(({ marker }) => marker!.series);
  const squares = ranks.filter((rank) => rank === 'bullet:square').length;
  return squares >= 2 && ranks.filter((rank) => rank === 'bullet:circle').length >= 2;
}

/** Whether a short block asks something: interviews and lists of questions are made of them. */
const asks = ({ reading }: Block): boolean => reading.text.length < 120 && /\?\s*$/.test(reading.text);
