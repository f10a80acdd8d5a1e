import type { CellStore } from '../cells/cells';
import type { DefinedName } from '../formulas/names';
import type { Rect } from '../geometry/rect';

/** What a calculation needs to know of a workbook: all that it reads, and the cells into which it puts results. */
export interface CalcBook {
  readonly sheets: readonly CalcSheet[];
  readonly tables: readonly CalcTable[];
  readonly names: { readonly all: readonly DefinedName[] };
  readonly date1904: boolean;
  readonly options: {
    /** The clock, as a serial number. */
    readonly now: () => number;
  };
  sheetById(id: string): CalcSheet | undefined;
  sheetByName(name: string): CalcSheet | undefined;
  tableByName(name: string): CalcTable | undefined;
}

export interface CalcSheet {
  readonly workbook: CalcBook;
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly cells: CalcCells;
  readonly rows: { isHidden(row: number): boolean };
  readonly tables: readonly CalcTable[];
  tableAt(row: number, column: number): CalcTable | undefined;
}

export type CalcCells = Pick<
  CellStore,
  'get' | 'within' | 'extent' | 'formulaVersion' | 'formulaColumns' | 'takeChanged' | 'update'
>;

export interface CalcTable {
  readonly sheet: CalcSheet;
  readonly name: string;
  readonly columns: readonly { readonly name: string }[];
  /** With header and totals. */
  readonly rect: Rect;
  readonly showHeaders: boolean;
  /** Only where headers are shown. */
  readonly headerRect: Rect;
  readonly bodyRect: Rect;
  readonly totalsRect: Rect | null;
}
