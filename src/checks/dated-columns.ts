import type { Passage } from './passage';

const starts =
  /^(?:starts?|begins?|beginning|from|opens?|opening|launch|first day|시작|개시|착수|시작일|개시일|착수일)(?: date| on)?$/i;
const ends =
  /^(?:ends?|finish|finishes|to|until|till|closes?|closing|completion|completed|last day|종료|완료|마감|종료일|완료일|마감일)(?: date| on| by)?$/i;

/** Whether a cell stands in a column of first or of last days: `| Work package | Starts | Ends |`. */
export function edgeOfColumn({ block, cell }: Passage): 'start' | 'end' | null {
  if (cell === null || cell.row === 0) return null;
  const header = block.table?.rows[0]?.cells.find(({ column }) => column === cell.column)?.reading.text.trim() ?? '';
  return starts.test(header) ? 'start' : ends.test(header) ? 'end' : null;
}
