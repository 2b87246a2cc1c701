import { endsInVerb } from '../language/korean-ending';
import type { Block } from '../text/block';
import { sourceSpan } from '../text/reading';
import { marker, placeOf, type Marker, type Place } from './marker';
import { readNumeral, type Numeral } from './numeral';
import { cardinalOf, hintOf, labels, otherLabels } from './words';

const numbered =
  /(?:[[(<【〔「〈《＜] ?)?([A-Z][A-Za-z'’&/-]{1,20}(?: (?:(?:of|and|for) )?[A-Za-z][A-Za-z'’&/-]{1,20}){0,3}?)[ \u00a0](?:[Nn]o\.? ?|#)?([1-9]000|\d{1,3}(?:[.-]\d{1,3}){0,3}|[A-Z]\.?\d{1,2}(?:\.\d{1,2})?|[IVXivx]{1,5}|[A-H]|[Ⅰ-Ⅻ①-⑳]|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|one|two|three|four|five|six|seven|eight|nine|ten)(?![\w’'%])(?![.,–]\d)/y;

/** `Task 3: …`, `[Goal 1] …`, `PILLAR II – …`, `Performance Goal 1.1: …`, `Pillar Two: …`, `Action 8, Heat network (£7.6 million). …`. */
export function numberedLabel(block: Block, head: string, at: number): Marker | null {
  numbered.lastIndex = at;
  const match = numbered.exec(head);
  if (match === null) return null;
  const [whole, name = '', core = ''] = match;
  const label = name.toLowerCase();
  const numeral = thousands(core) ?? readNumeral(core) ?? cardinalNumeral(core);
  if (numeral === null) return null;
  const last = label.slice(label.lastIndexOf(' ') + 1);
  if (!labels.has(label) && otherLabels.has(last)) return null;
  // `See Task 3.`, `Decisions on Measure 2`, `This follows Action 5.`: another part is named.
  if (
    /^(?:see|compare|under|from|after|before|with|this|that|these|those|it|they|we|both) | (?:on|in|to|with|by|under|from|about|into) /.test(
      label,
    )
  )
    return null;
  const hint = hintOf(label);
  const end = at + whole.length;
  const after =
    /^(?:, (?=[A-Z][^.;:()]{2,70} \([^()]*\d[^()]*\)[.:](?:\s|$))|\s*\([^()]{1,40}\)\s*[:：–—]\s*|(?:\s*[:：.)\]】>〕」|·•]|\s*[–—]|\s-){1,3}\s*)/.exec(
      head.slice(end),
    );
  const open = /^[[(<【〔「〈《＜] ?/.exec(whole)?.[0].length ?? 0;
  if (
    after === null &&
    !standsAlone(block, head, end) &&
    !opensSentence(hint, core, head.slice(end)) &&
    !(hint !== null && isSetOff(block, end)) &&
    !isAcronym(name, core, head.slice(end))
  )
    return null;
  // `Strategic objective 2:` and `Core responsibility 1:` are set off as `Objective 2:` is.
  if ((/ [a-z]{4}/.test(name) || /^[a-z]/.test(core)) && after === null && head.slice(end).trim() !== '') return null;
  // A word of the document's own must be marked off beyond doubt: `Workpackage 2: …`.
  const isOwn = hint === null && !isAcronym(name, core, head.slice(end));
  if (isOwn ? open > 0 || !/^\s*[:–—]|^\s-\s/.test(head.slice(end)) : numeral.path[0]! >= 1000) return null;
  const start = at + open;
  return labelled(placeOf(block, start, end, end + (after?.[0].length ?? 0)), label, hint, numeral);
}

/**
 * `Action 1.2 Three ferry links will …`, `Action 2 Replace 85 bins …`: a label known for its kind whose number has parts
 * heads the sentence itself; so does that of a task before a word with a capital.
 */
const opensSentence = (hint: Marker['hint'], core: string, rest: string): boolean =>
  hint !== null &&
  ((/^(?:\d+|[A-Z])\.\d/.test(core) && /^\s+(?:[A-Z][a-z]*|\d[\d,]*)\s/.test(rest)) ||
    ((hint === 'task' || hint === 'measure') && /^\d{1,2}$/.test(core) && /^\s+[A-Z][a-z]*\s/.test(rest)));

/** `SP 1.2 Cereal stores`: an acronym of the document's own, whose number repeats that of what it stands under. */
const isAcronym = (name: string, core: string, rest: string): boolean =>
  /^[A-Z]{2,4}$/.test(name) && /^\d{1,2}\.\d{1,2}$/.test(core) && /^\s+[A-Z][a-z]/.test(rest);

/** `**Action 1** Empty all bins …`: markup ends between the label and the words after it. */
function isSetOff({ reading }: Block, end: number): boolean {
  const spaces = /^\s+(?=\S)/.exec(reading.text.slice(end, end + 8))?.[0].length;
  if (spaces === undefined) return false;
  const next = sourceSpan(reading, end + spaces, end + spaces + 1).start;
  return next - sourceSpan(reading, end - 1, end).end > spaces;
}

/** `Sector 3000`: codes that count by thousands. */
const thousands = (core: string): Numeral | null =>
  /^\d000$/.test(core) ? { look: 'decimal', path: [Number(core)] } : null;

function cardinalNumeral(text: string): Numeral | null {
  const value = cardinalOf(text.toLowerCase());
  return value === null || value > 20 ? null : { look: 'decimal', path: [value] };
}

/** `전략 1. …`, `과제 3-2 …`, `[추진과제 ①] …`, `제1장 …`. */
const hangulLabel =
  /(?:[[(<【〔「〈《＜] ?)?([가-힣]{1,6}(?: [가-힣]{1,6})?) ?((?:\d{1,2}-)?[①-⑳]|\d{1,3}(?:[.-]\d{1,3}){0,3}|[Ⅰ-Ⅻ](?:-\d{1,2})?|[IVX]{1,5}|[A-H])(?![\w가-힣%,~∼])(?![.]\d)/y;
const hangulChapter = /(?:[[(<【〔「〈《＜] ?)?제 ?(\d{1,3}) ?([가-힣]{1,4})(?=[\s:.)\]】〕」]|$)/y;

export function koreanLabel(block: Block, head: string, at: number): Marker | null {
  hangulChapter.lastIndex = at;
  const chapter = hangulChapter.exec(head);
  hangulLabel.lastIndex = at;
  const match = chapter ?? hangulLabel.exec(head);
  if (match === null) return null;
  const [whole, first = '', second = ''] = match;
  const [name, core] = chapter === null ? [first, second] : [second, first];
  const label = name.replace(/ /g, '');
  const numeral = readNumeral(core);
  if (numeral === null || otherLabels.has(label)) return null;
  const hint = hintOf(label);
  if (hint === null) return null;
  const end = at + whole.length;
  const after = /^\s*[:：.)\]】>〕」|]+\s*|^\s*[–—-]\s/.exec(head.slice(end));
  if (after === null && !standsAlone(block, head, end)) return null;
  const start = at + (/^[[(<【〔「〈《＜] ?/.exec(whole)?.[0].length ?? 0);
  return labelled(placeOf(block, start, end, end + (after?.[0].length ?? 0)), label, hint, numeral);
}

function labelled(place: Place, label: string, hint: Marker['hint'], numeral: Numeral): Marker {
  const { path, look } = numeral;
  const series = `label:${label}:${path.length}${look === 'letter' ? ':letter' : ''}`;
  const titleAt = place.titleAt + (/^\s*/.exec(place.text)?.[0].length ?? 0);
  return { ...marker({ ...place, titleAt }, 'label', series, path.at(-1) ?? null), path, label, hint };
}

/** Whether a label without punctuation after it is a heading (`과제 3 충전소 설치`) and not the head of a sentence. */
function standsAlone(block: Block, head: string, end: number): boolean {
  const rest = head.slice(end);
  if (rest.trim() === '') return true;
  if (!/^\s|^\(/.test(rest)) return false;
  if (block.kind === 'heading') return !/^\s[a-z]/.test(rest);
  const { text } = block.reading;
  return text.length <= 60 && !/[.!?。]\s*$/.test(text) && !endsInVerb(text) && !/^\s[a-z]/.test(rest);
}

const bare = /([A-Z][A-Za-z]{3,12}|[가-힣]{2,4})\s?[:：]\s+(?=\S)/y;

/** `Strategy: To lay the ground …`: a label that numbers nothing. Only words that head a group of tasks. */
export function bareLabel(block: Block, head: string, at: number): Marker | null {
  bare.lastIndex = at;
  const match = bare.exec(head);
  if (match === null) return null;
  const label = match[1]!.toLowerCase();
  // `Vision: …` says where the plan wants to go, not what it does.
  const hint = hintOf(label);
  // `## Project: Rain gardens`: as a heading, a task's too.
  const heads = hint === 'task' && block.kind === 'heading' && block.depth > 0;
  if ((hint !== 'strategy' && !heads) || label === 'vision' || label === 'mission') return null;
  const place = placeOf(block, at, at + match[1]!.length, at + match[0].length);
  return { ...marker(place, 'bare', `bare:${label}`, null), label, hint };
}
