import type { Mark } from './block';
import type { Table } from './table';

/** Lines that belong together: `first` to `last`, inclusive. */
export interface Unit {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly gap: number;
  /** Columns of its widest line. */
  readonly width: number;
  /** Where its text begins, after the mark. */
  readonly text: number;
  readonly mark: (Mark & { readonly style: string }) | null;
  readonly table: Table | null;
}
