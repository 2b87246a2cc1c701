import type { Node } from './outline';

/** A node as one line, its number as written where that is short: `7. Digital health`, `Ⅱ. 추진 과제`. */
export const headlineOf = (node: Node): string => {
  const text = (node.title === '' ? node.lead : node.title).replace(/\s+/g, ' ');
  return numberOf(node) + (text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text);
};

/** The number before a node's title, with a space; empty where it has none. */
export function numberOf({ ordinal, marker }: Node): string {
  const written = marker !== null && marker.length <= 4 && !/[A-Za-z]{2}|째/.test(marker);
  return written ? `${marker} ` : ordinal === null ? '' : `${ordinal}. `;
}
