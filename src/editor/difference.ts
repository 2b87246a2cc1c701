import type { Edit } from '../edits/edit';

/** The one edit that turns `before` into `after`: what lies between their common head and their common tail. */
export function difference(before: string, after: string): Edit[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  if (head === before.length && head === after.length) return [];
  return [{ start: head, end: before.length - tail, newText: after.slice(head, after.length - tail) }];
}
