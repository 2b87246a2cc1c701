import type { DateFigure } from '../figures/figure';
import { labelEvent, type Event } from './event';
import type { Passage, Placed } from './passage';

/** The name, and what happens to it: `Mill Gallery (closed from `. */
const named =
  /^([A-Z][^.:;()]{3,50}) \(((?:re)?(?:opens?|opened|opening|closed|closes?|closing|starts?|begins?|ends?|launch(?:es|ed)?))(?: to [a-z]+)?(?: again)?(?: from| on| in)? $/i;

/** `Mill Gallery (closed from 4 October 2026)` in a cell or an item: what the bracket says of the name before it. */
export function bracketedEvent({ text }: Passage, { start, end }: Placed<DateFigure>): Event | null {
  const [, name, verb] = named.exec(text.slice(0, start)) ?? [];
  return name === undefined || !/^\)/.test(text.slice(end)) ? null : labelEvent(`${name} ${verb}`);
}
