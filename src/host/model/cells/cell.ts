import type { Point } from '../geometry/rect';
import type { FontStyle, StyleId } from '../looks/style';

export interface CellError {
  readonly error: '#NULL!' | '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#NUM!' | '#N/A' | '#SPILL!' | '#CALC!';
}

/** null is an empty cell; `''` is the empty text that a formula or an apostrophe can give. */
export type CellValue = null | string | number | boolean | CellError;

export interface RichRun {
  readonly text: string;
  readonly font?: Partial<FontStyle>;
}

export interface Cell {
  readonly value: CellValue;
  /** Without its `=`; absent for a constant. */
  readonly formula?: string;
  readonly style: StyleId;
  readonly rich?: readonly RichRun[];
}

/** What `write` takes: null leaves the cell as it is, '' clears it. */
export type CellInput = string | number | boolean | null;

export interface CellAt extends Point {
  readonly cell: Cell;
}

export const MAX_CELL_TEXT = 32_767;
