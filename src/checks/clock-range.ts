import type { Span } from '../text/span';
import type { Draft, Translate } from './check';
import type { Passage } from './passage';

/** Times of day in 24 hours, both in two digits, as ISO 8601 has them: `14:10~14:30`. */
const ranges = /(?<![\d:.,-])([01]\d|2[0-4]):([0-5]\d)\s?[~∼〜～–-]\s?([01]\d|2[0-4]):([0-5]\d)(?![\d:]|\s?[ap]\.?m)/gi;

/** What ends so shortly before it began, in minutes, would last nearly a day: the ends have changed places. */
const nearlyADay = 180;

const goesOn = /익일|다음\s?날|이튿날|당직|교대|24시간|next (?:day|morning)|overnight|shift/i;

/** `14:30~14:10` in a timetable; `22:00~06:00` goes over midnight. */
export function* clockRanges(passage: Passage, source: string, t: Translate): Iterable<Draft> {
  const { text } = passage;
  if (!text.includes(':')) return;
  for (const match of text.matchAll(ranges)) {
    const [whole, fromHour, fromMinute, toHour, toMinute] = match;
    const from = Number(fromHour) * 60 + Number(fromMinute);
    const to = Number(toHour) * 60 + Number(toMinute);
    const back = from - to;
    const end = match.index + whole.length;
    if (back <= 0 || back > nearlyADay) continue;
    const line = lineAround(source, passage.span(match.index, end));
    if (goesOn.test(line)) continue;
    const [first, last] = [passage.span(match.index, match.index + 5), passage.span(end - 5, end)];
    yield {
      ...passage.span(match.index, end),
      message: t('{0} ends before it begins.', whole),
      fixes: [
        {
          title: t('Swap the two ends'),
          preferred: true,
          edits: [
            { ...first, newText: source.slice(last.start, last.end) },
            { ...last, newText: source.slice(first.start, first.end) },
          ],
        },
      ],
    };
  }
}

/** The line of the source that holds the span, of which a row of a table is one; at most so much on either side. */
function lineAround(source: string, { start, end }: Span): string {
  const reach = 200;
  const [before, after] = [source.slice(Math.max(0, start - reach), start), source.slice(end, end + reach)];
  return before.slice(before.lastIndexOf('\n') + 1) + after.split('\n', 1)[0]!;
}
