import { detectLanguage } from '../language/detect';
import type { Block } from './block';
import { verbatim } from './reading';

/** Plain text → blocks. */
export function readPlain(source: string): Block[] {
  const blocks: Block[] = [];
  for (const match of source.matchAll(/[^\r\n]+/g)) {
    const start = match.index;
    blocks.push({
      kind: 'paragraph',
      start,
      end: start + match[0].length,
      depth: 0,
      indent: 0,
      mark: null,
      reading: verbatim(match[0], start),
      table: null,
      bold: false,
      language: detectLanguage(match[0]),
      gap: 0,
    });
  }
  return blocks;
}
