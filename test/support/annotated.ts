import { lastDayOf } from '../../src/figures/calendar';
import type { Figure } from '../../src/figures/figure';
import type { AnalyseOptions } from '../../src/plan';
import { optionsOf, readSettings } from './markers';

/**
 * Reads texts in which every figure is annotated with its value, and scores what was found in them.
 *
 *     === state budget speech {language: en, region: IN, year: 2025}
 *     The outlay of [[Rs 3,284 crore => INR 32840000000]] in [[2025-26 => 2025-04-01..2026-03-31]] is [[11.2% => 11.2%]] more.
 *
 * Values: `KRW 5` an amount, `NZD? 5` one whose bare sign may stay open, `? 5` one that nothing tells the
 * currency of, `EUR 5..7` a range; `2024`, `2024-03`,
 * `2024-03-21` a date, `2024..2027` a range, `..2024-12-31` an end alone, `~` a date whose days are not compared;
 * `5%`, `5..7%` a percentage; `?` an expression that may be found or not.
 */
export interface AnnotatedText {
  readonly title: string;
  readonly text: string;
  readonly options: AnalyseOptions;
  readonly figures: readonly Annotation[];
  readonly optional: readonly { readonly start: number; readonly end: number }[];
}

export interface Annotation {
  readonly kind: 'amount' | 'date' | 'percent';
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

export function readAnnotated(content: string): AnnotatedText[] {
  return `\n${content}`
    .split(/\n===[ \t]+/)
    .slice(1)
    .map((part) => {
      const at = part.indexOf('\n');
      const header = /^(.*?)\s*\{(.*)\}\s*$/.exec(part.slice(0, at));
      const options = optionsOf(readSettings(header?.[2] ?? ''));
      return { title: header?.[1] ?? '', options, ...unmark(part.slice(at + 1).trimEnd()) };
    });
}

function unmark(marked: string): Pick<AnnotatedText, 'text' | 'figures' | 'optional'> {
  let text = '';
  let at = 0;
  const figures: Annotation[] = [];
  const optional: { start: number; end: number }[] = [];
  for (const mark of marked.matchAll(/\[\[((?:(?!\[\[|\]\]).)+?) => ([^[\]]+)\]\]/gs)) {
    const [whole, mention = '', value = ''] = mark;
    const start = text.length + mark.index - at;
    text += marked.slice(at, mark.index) + mention;
    at = mark.index + whole.length;
    if (value === '?') optional.push({ start, end: text.length });
    else figures.push({ kind: kindOf(value), start, end: text.length, value });
  }
  text += marked.slice(at);
  if (text.includes(' => ')) throw new Error(`A mark is not read: ${/.{0,40} => .{0,40}/.exec(text)?.[0]}`);
  return { text, figures, optional };
}

const kindOf = (value: string): Annotation['kind'] =>
  value.endsWith('%') ? 'percent' : /^(?:[A-Z]{3})?\??\s/.test(value) ? 'amount' : 'date';

/** How many were annotated, found, found at exactly that place, and found there with the right value. */
export interface Score {
  gold: number;
  found: number;
  span: number;
  value: number;
}

/** Adds to `scores`, by kind; returns what differs, one line each. */
export function score(annotated: AnnotatedText, found: readonly Figure[], scores: Record<string, Score>): string[] {
  const misses: string[] = [];
  const isOptional = (figure: Figure) =>
    annotated.optional.some(({ start, end }) => figure.start < end && start < figure.end);
  for (const kind of ['amount', 'date', 'percent'] as const) {
    const total = (scores[kind] ??= { gold: 0, found: 0, span: 0, value: 0 });
    const left = new Set(found.filter((figure) => figure.kind === kind));
    for (const gold of annotated.figures.filter((figure) => figure.kind === kind)) {
      const mention = annotated.text.slice(gold.start, gold.end);
      const hit = [...left].find(({ start, end }) => start === gold.start && end === gold.end);
      total.gold++;
      if (hit === undefined) {
        misses.push(`${annotated.title}: missed ${kind} ${mention}`);
        continue;
      }
      left.delete(hit);
      total.found++;
      total.span++;
      if (isSame(gold.value, hit)) total.value++;
      else misses.push(`${annotated.title}: ${kind} ${mention} is ${gold.value}, not ${valueOf(hit)}`);
    }
    for (const figure of left) {
      if (isOptional(figure)) continue;
      total.found++;
      misses.push(`${annotated.title}: false ${kind} ${annotated.text.slice(figure.start, figure.end)}`);
    }
  }
  return misses;
}

/** The harmonic mean of precision and recall. */
export const f1 = (hits: number, { gold, found }: Score): number =>
  gold + found === 0 ? 1 : (2 * hits) / (gold + found);

function isSame(value: string, figure: Figure): boolean {
  if (value === '~') return true;
  if (figure.kind === 'date') {
    const [from = '', to = from] = value.split('..');
    return (from === '' || figure.from === dayAt(from, 'first')) && (to === '' || figure.to === dayAt(to, 'last'));
  }
  if (figure.kind !== 'amount' && figure.kind !== 'percent') return false;
  const [, currency, open, numbers = ''] = /^(?:([A-Z]{3})?(\??) )?(.+?)%?$/.exec(value) ?? [];
  const [low, high] = numbers.split('..').map(Number);
  const isMoney =
    figure.kind === 'percent' || figure.currency === currency || (open === '?' && figure.currency === null);
  if (!isMoney) return false;
  return high === undefined ? figure.value === low : figure.min === low && figure.max === high;
}

/** `2024` → 2024-01-01 or 2024-12-31, `2024-02` → 2024-02-01 or 2024-02-29. */
function dayAt(written: string, side: 'first' | 'last'): string {
  const [year = '', month, day] = written.split('-');
  if (day !== undefined) return written;
  const inMonth = month ?? (side === 'first' ? '01' : '12');
  const inDay = side === 'first' ? '01' : String(lastDayOf(Number(year), Number(inMonth)) ?? 0);
  return `${year}-${inMonth}-${inDay}`;
}

function valueOf(figure: Figure): string {
  if (figure.kind === 'date') return `${figure.from ?? ''}..${figure.to ?? ''}`;
  if (figure.kind !== 'amount' && figure.kind !== 'percent') return '';
  const currency = figure.kind === 'amount' ? `${figure.currency ?? '?'} ` : '';
  return currency + (figure.value ?? `${figure.min}..${figure.max}`);
}
