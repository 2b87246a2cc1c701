import { endsInVerb } from '../language/korean-ending';
import { closes } from './layout';
import type { Unit } from './unit';
import { isLower } from './space';

/**
 * Whether a unit of plain text is a heading, by its looks alone: short, not a sentence, and set off from the text
 * (by empty lines, by capitals, or by being far shorter than the text around it). `head`: it is the first text.
 */
export function isTitle(source: string, units: readonly Unit[], index: number, head: boolean): boolean {
  const unit = units[index]!;
  if (unit.last - unit.first > 2 || unit.width > 110 || unit.text >= unit.end) return false;
  if (unit.mark !== null && !titleMarks.has(unit.mark.style)) return false;
  const text = source.slice(unit.text, Math.min(unit.end, unit.text + 260));
  if (!looksLikeTitle(source, unit, text)) return false;
  const next = units[index + 1];
  const before = units[index - 1];
  if (unit.mark?.style === 'roman' || unit.mark?.style === 'box' || unit.mark?.style === 'bare')
    return next !== undefined;
  if (isLabelled(text) || isBracketed(text) || isCapitals(text)) return true;
  if (next === undefined) return false;
  const opened = index === 0 || unit.gap > 0;
  const closed = next.gap > 0;
  if (unit.mark !== null) return opened && closed && before !== undefined && next.mark === null;
  if (head) return unit.width <= 100;
  if (opened && closed) return true;
  if (next.table !== null) return false;
  // `2 아쉬운 점` over its bullets
  if (next.mark !== null) return opened || (unit.width < 40 && /^\d{1,2} [가-힣]/.test(text));
  const afterBody = before !== undefined && isBody(source, before);
  const outgrown = next.width > unit.width * 1.5;
  if (outgrown && isBody(source, next) && (opened || afterBody)) return true;
  return unit.width <= 60 && ((opened && outgrown) || (afterBody && before.first === before.last));
}

const titleMarks = new Set(['roman', 'dot', 'box', 'bare', 'levels2', 'levels3', 'capital.', 'hangul.']);

/** Whether a unit is a paragraph of running text. */
export const isBody = (source: string, unit: Unit): boolean =>
  unit.table === null && unit.mark === null && (unit.last > unit.first || unit.width >= 70) && closes(source, unit.end);

function looksLikeTitle(source: string, unit: Unit, text: string): boolean {
  const first = text.charCodeAt(0);
  if (isLower(first) || /^["'“‘]?[a-z]/.test(text)) return false;
  if (!/[A-Za-z가-힣]/.test(text)) return false;
  if (/[.;,:…]$/.test(text.trimEnd()) || (closes(source, unit.end) && !/[?!]["”’)]?$/.test(text.trimEnd())))
    return false;
  if (text.split(/\s+/).length > 18 || isUnitLine(text)) return false;
  // `존경하는 시민 여러분!`
  if (/(?:여러분|님) ?!$/.test(text.trimEnd())) return false;
  if (endsInVerb(text)) return false;
  return !isDateline(text);
}

/** `(단위: 억 원)`, `(in millions of euros)`: it says how the table under it counts. */
const isUnitLine = (text: string): boolean => /^[([<〈]\s?(?:단위|[Uu]nit|[Ii]n )/.test(text);

/** `Pillar 1: …`, `THRUST 2 – …`, `Part IV. …`, `제1장 …`, `전략 1. …`, `[과제 2] …`. */
const isLabelled = (text: string): boolean =>
  /^[A-Z][A-Za-z]{2,14} (?:\d{1,2}|[IVX]{1,4})\s?[:.–—-]\s?\S/.test(text) ||
  /^[[<【]?(?:제\s?\d{1,2}\s?(?:[장절편부]|전략|과제|목표|분야|부문)|(?:[가-힣]{1,4} ?)?(?:전략|과제|목표|분야|부문) ?\d{1,2})(?:[\].:>】]|\s)/.test(
    text,
  );

const isBracketed = (text: string): boolean => /^(?:<.*>|〈.*〉|《.*》|【.*】|≪.*≫|\[[^\]]*\])$/.test(text.trim());

function isCapitals(text: string): boolean {
  if (/[a-z가-힣]/.test(text)) return false;
  return (text.match(/[A-Z]/g)?.length ?? 0) >= 6 && /[A-Z]{3}/.test(text);
}

const monthWords =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';
const dateline = new RegExp(
  `\\b(?:${monthWords})\\b\\.?,?\\s*\\d|\\d\\s*(?:${monthWords})\\b|^\\d{4}\\. ?\\d|^\\d{4}년 ?\\d{1,2}월|^\\d{1,2}:\\d{2}`,
);
/** A date, a place and date, a byline: set off like a heading, but none. */
function isDateline(text: string): boolean {
  if (
    /^(?:issued|published|released|posted|date|contact|source|note|dear|honourable|by|from|to|tel|e-?mail)\b/i.test(
      text,
    )
  )
    return true;
  if (
    /^(?:adopted|approved|presented|agreed|endorsed|tabled|revised|submitted|last updated) (?:by|to|on|at|in)\b/i.test(
      text,
    )
  )
    return true;
  // `미래산업국 / 2026. 3. 5.(목)`
  if (text.length < 60 && /(?:19|20)\d\d\. ?\d{1,2}\. ?\d{1,2}\.(?: ?\([월화수목금토일]\))?\s*$/.test(text))
    return true;
  return (
    dateline.test(text.toLowerCase()) && text.length < 60 && text.replace(/\d/g, '').trim().split(/\s+/).length <= 4
  );
}
