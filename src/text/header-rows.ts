import type { Row, Table } from './table';

/**
 * How many rows of headings a table begins with: as the source says, else those before the first row that holds a number
 * which is no year; all of them where no row does.
 */
export function headerRowsOf({ rows, headerRows: given }: Table): number {
  if (given > 0) return given;
  const first = rows.findIndex(holdsNumbers);
  return first < 0 ? rows.length : first;
}

function holdsNumbers({ cells }: Row): boolean {
  const numbers = cells
    .map(({ reading }) => reading.text.trim())
    .filter((text) => number.test(text) && !isYear(text) && !isWord.test(text));
  return numbers.length > 0 && !areShortYears(numbers);
}

const number = /^[△▲▽▼−–+(-]?\s?\d/;

/** `2025`, `FY 2025`, `’25`, `2025-26`, `2026E`, `2025학년도`, `2025년도(A)`; `2025년 예산안`, `2024 actual`, `2026, €`, `2025 (KRW billion)`. */
const isYear = (text: string): boolean =>
  /^(?:FY ?)?(?:(?:19|20)\d\d|['’‘]\d\d|\d\d(?=[-–/]\d\d))(?:[-–/~]\d{2,4})?\s?(?:학?년도?|회계연도|[EPBF])?(?:\s?[(（][^()（）\d]{1,12}[)）])?\)?$/.test(
    text,
  ) || /^(?:19|20)\d\d(?:[-–/]\d{2,4})?(?:학?년도?)?,?\s[^\d]{1,24}$/.test(text);

/** `24`, `25`, `26`: years without their century follow one another. */
const areShortYears = (texts: readonly string[]): boolean =>
  texts.length >= 2 &&
  texts.every(
    (text, at) =>
      /^\d\d(?:년도?)?$/.test(text) &&
      (at === 0 || Number.parseInt(text, 10) === Number.parseInt(texts[at - 1]!, 10) + 1),
  );

/** `5-year`, `1st half`, `12-month`, `65세 이상`, `65 and over`: words of a heading, whatever they begin with. */
const isWord =
  /^\d{1,3}(?:-[A-Za-z]{3,}|st |nd |rd |th | (?:and|or) (?:over|under|more|less|older|younger)$|\+$)|^\d[\d,.]{0,8}\s?[가-힣㎡㎍%]{1,4}\s?(?:이상|이하|미만|초과)/;

/** `비  율`, `금 액`: a heading whose letters are set apart to fill its column, without the spaces. */
export const closedUp = (heading: string): string =>
  /^[가-힣](?:[ \u00a0]{1,8}[가-힣]){1,4}$/.test(heading) ? heading.replace(/[ \u00a0]/g, '') : heading;
