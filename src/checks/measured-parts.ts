import type { Span } from '../text/span';
import type { Stated } from './check';
import { measureSource } from './measures';
import { opens } from './open-list';
import { sentencesIn, within, type Passage } from './passage';
import { claimOf } from './sum-claim';
import { measureOf, quantitiesIn } from './quantity';

const closing = new RegExp(`\\d\\s?${measureSource}\\)|:\\s\\d[\\d,.]*\\s?${measureSource}`);
const divides =
  /\b(?:sections|parts|stages|stretches|lines|lots|phases|segments|legs|plots|fields|zones|sites|units|blocks|branches)\b[^.;()]{0,30}: ?[^()]{0,40}\($/;

/** `총 48.6km`, `총연장은 82.0km`, `모두 합해 14ha`. */
const saysAll = /(?:총|모두|합해|합쳐|합하여)\s?$|(?:^|\s)(?:총[가-힣]{1,6}|전체\s?[가-힣]{1,6}|합계)[은는이가]?\s$/;

/** `총 48.6km(1공구 15.2km, 2공구 18.4km, 3공구 15.0km)`: a bracket right behind in which every measure has its name. */
function areNamedInBracket(text: string, total: Span, parts: readonly Span[]): boolean {
  const open = /^(?:이?다|입니다|이며|로|으로)?\s?\(/.exec(text.slice(total.end, total.end + 6));
  if (open === null || !saysAll.test(text.slice(Math.max(0, total.start - 14), total.start))) return false;
  const close = text.indexOf(')', total.end + open[0].length);
  return (
    !opens(text.slice(total.end, close + 1)) &&
    parts.every(({ end }) => end <= close) &&
    parts.every(({ start }, at) => {
      const from = at === 0 ? total.end + open[0].length : parts[at - 1]!.end;
      return /^(?:,\s)?[^,()]{1,20}\s$/.test(text.slice(from, start));
    })
  );
}

/** `84 km of mains: 31 km in Kingston, 22 km in Spanish Town and 31 km in Mandeville.`: all there is, up to `and` and the sentence's end. */
function areListedToEnd(text: string, total: Span, parts: readonly Span[], end: number): boolean {
  const last = parts.at(-1)!;
  return (
    /^[^.;:()]{0,80}:\s$/.test(text.slice(total.end, parts[0]!.start)) &&
    parts.every((part, at) => {
      const next = parts[at + 1];
      return next === undefined || /^\s[^\d.;:()]{2,60}(?:,|,? and)\s$/.test(text.slice(part.end, next.start));
    }) &&
    /\band\s$/.test(text.slice(0, last.start)) &&
    /^\s[^\d,;:()]{2,60}$/.test(text.slice(last.end, end)) &&
    !opens(text.slice(total.start, end))
  );
}

/** `3.2 km long, in three sections: the Pier (1.1 km), the Mangrove (0.9 km) and the Lighthouse (1.2 km)`. */
export function* measuredParts(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  if (!closing.test(text)) return;
  for (const sentence of sentencesIn(passage)) {
    const inside = within(quantitiesIn(passage), sentence).flatMap((one) => {
      const unit = one.bound ? null : measureOf(one);
      return unit === null ? [] : [{ ...one, unit }];
    });
    const [total, ...parts] = inside;
    if (total === undefined || parts.length < 2 || parts.some(({ unit }) => unit !== total.unit)) continue;
    const areBracketed = parts.every(
      ({ start, end }) => text[start - 1] === '(' && /^\s?\)/.test(text.slice(end, end + 2)),
    );
    const isSplit = areBracketed && divides.test(text.slice(total.end, parts[0]!.start));
    const isNamed = areNamedInBracket(text, total, parts) || areListedToEnd(text, total, parts, sentence.end);
    if (!isSplit && !isNamed) continue;
    const claim = claimOf(
      total.term,
      parts.map(({ term }) => term),
      'stated',
    );
    if (claim !== null) yield claim;
  }
}
