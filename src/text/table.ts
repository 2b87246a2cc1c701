import type { Reading } from './reading';
import type { Span } from './span';

/**
 * A table as rows and columns of cells, wherever it came from: a Markdown table, columns of tabs, columns aligned by
 * spaces, or one cell a line where the shape is sure. Rows may be ragged; `columns` is the widest row's.
 * What the cells mean (units, totals, headers of numbers) is for later passes to say.
 */
export interface Table {
  readonly rows: readonly Row[];
  readonly columns: number;
  /** How many of the first rows are header rows, as the source says; 0 when it does not. */
  readonly headerRows: number;
  readonly origin: 'markdown' | 'tabs' | 'aligned' | 'lines';
}

export interface Row extends Span {
  readonly cells: readonly Cell[];
}

export interface Cell extends Span {
  readonly column: number;
  readonly reading: Reading;
  readonly bold: boolean;
}
