import type { DateFigure } from '../figures/figure';
import { datesIn, type Passage } from './passage';

/** `2025년 3월에 착공해 `, `5월에 공모를 시작해 `: what is begun, and goes on in the same sentence. */
const begins =
  /^(?:\([^)]{1,4}\))?(?:에|부터)?\s(?:[가-힣]{1,8}[을를]?\s){0,2}(?:착공|착수|시작|개시|발주|공모)(?:해|하여|하고|하며|해서|한 뒤|한 후),?\s(?:[가-힣]{1,8}[을를은는]?\s){0,2}$/;

/** `2027년 6월에 문을 연다`, `준공한다`: what is done when the work is. */
const isDone =
  /^(?:\([^)]{1,4}\))?(?:에|까지)?\s(?:[가-힣]{1,8}[을를이가]?\s){0,2}(?:준공|완공|완료|마치|마친|마무리|끝내|끝낸|문을\s(?:연|여)|개관|개통|개장|개원|개교|입주)/;

/** A day or month of which the first step is told, and the one of the last, where the first lies after it. */
export function* stepsReversed(passage: Passage): Iterable<readonly [DateFigure, DateFigure]> {
  if (passage.block.language !== 'ko') return;
  const { text } = passage;
  const dates = datesIn(passage);
  for (const [at, { figure: a, end }] of dates.entries()) {
    const next = dates[at + 1];
    if (next === undefined || !begins.test(text.slice(end, next.start))) continue;
    const b = next.figure;
    if (!isDone.test(text.slice(next.end, next.end + 30)) || !areWritten(a, b)) continue;
    if ((a.from ?? a.to!) > (b.to ?? b.from!)) yield [a, b];
  }
}

/** `11월에 착공해 3월에 준공한다` goes over New Year: only days and months with their years are compared. */
const areWritten = (a: DateFigure, b: DateFigure): boolean =>
  [a, b].every(
    ({ parts, granularity, to }) =>
      parts.length === 1 &&
      parts[0].year !== undefined &&
      to !== null &&
      (granularity === 'day' || granularity === 'month'),
  );
