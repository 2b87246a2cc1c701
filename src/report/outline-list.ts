import { headlineOf } from '../outline/headline';
import type { Node } from '../outline/outline';
import { shortTotals } from './money';

/** The tree as a nested Markdown list, amounts included. */
export function outlineAsMarkdown(nodes: readonly Node[], language: string, depth = 0): string {
  return nodes
    .map((node) => {
      const totals = shortTotals(node.totals, language);
      const line = `${'  '.repeat(depth)}- ${headlineOf(node)}${totals === '' ? '' : ` (${totals})`}\n`;
      return line + outlineAsMarkdown(node.children, language, depth + 1);
    })
    .join('');
}
