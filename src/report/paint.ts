/** Marks text for a terminal. On a screen without colours every paint gives the text back as it is. */
export interface Paint {
  readonly bold: Brush;
  readonly dim: Brush;
  readonly underline: Brush;
  readonly red: Brush;
  readonly green: Brush;
  readonly yellow: Brush;
  readonly blue: Brush;
  readonly cyan: Brush;
}
export type Brush = (text: string) => string;

/** SGR codes (ECMA-48) that begin and end each mark. */
const codes: Readonly<Record<keyof Paint, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
};

export const paintWith = (colours: boolean): Paint =>
  Object.fromEntries(
    Object.entries(codes).map(([name, [on, off]]) => [
      name,
      (text: string) => (colours && text !== '' ? `\x1b[${on}m${text}\x1b[${off}m` : text),
    ]),
  ) as unknown as Paint;
