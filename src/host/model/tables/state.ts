import type { Rect } from '../geometry/rect';
import type { TableColumn } from './columns';
import type { TableFilter } from './conditions';

export interface TableOptions {
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly showBandedRows: boolean;
  readonly showBandedColumns: boolean;
  readonly highlightFirstColumn: boolean;
  readonly highlightLastColumn: boolean;
  readonly showFilterButton: boolean;
}

export interface TableState extends TableOptions {
  readonly name: string;
  /** With header and totals. */
  readonly rect: Rect;
  readonly columns: readonly TableColumn[];
  readonly style: string | null;
  readonly filters: readonly TableFilter[];
}
