import type { Cell, CellValue } from '../../model';
import { MAX_COLUMNS } from '../../model';
import { sameValue } from './values';

/** What a cell of the file holds beyond the model: good for as long as its formula or value stays. */
export interface CellExtra {
  readonly value: CellValue;
  readonly formula: string | undefined;
  /** Attributes of `c` as written, with a leading space: `cm`, `vm`, `ph`. */
  readonly attributes: string;
  /** Attributes of `f`: an array formula and its range, a data table. */
  readonly formulaAttributes: string;
  /** Index of its string, where another string of the table has the same text. */
  readonly sharedString?: number;
  /** Elements after the value. */
  readonly tail: string;
}

/** What the cells of a sheet held beyond the model when it was read. */
export interface SheetExtras {
  readonly cells: ReadonlyMap<number, CellExtra>;
  /** Attributes of `row` by row: outline, thick borders, those of extensions. */
  readonly rows: ReadonlyMap<number, string>;
}

/** Of a sheet that holds nothing beyond the model. */
export const NO_EXTRAS: SheetExtras = { cells: new Map(), rows: new Map() };

export const cellKey = (row: number, column: number): number => row * MAX_COLUMNS + column;

/**
 * The extra of a cell, unless the cell has changed since. A formula keeps its own through a new result, but for what
 * describes the value (`vm`).
 */
export function extraOf(extras: SheetExtras, row: number, column: number, cell: Cell): CellExtra | undefined {
  const extra = extras.cells.get(cellKey(row, column));
  if (extra?.formula !== cell.formula || extra === undefined) return undefined;
  if (sameValue(extra.value, cell.value)) return extra;
  return cell.formula === undefined && extra.formulaAttributes === ''
    ? undefined
    : { ...extra, attributes: extra.attributes.replace(/ vm="[^"]*"/, '') };
}
