import { HostError } from '../../errors';
import { shiftFormula } from '../formulas/shift';
import { checkMergesWhole, checkUnprotected, checkWritable } from './guard';
import { intersects } from '../geometry/rect';
import type { Sheet } from '../sheet';
import type { Cell, CellValue, Rect } from '../types';

/** A column of the range to sort by, 0-based, and its direction. */
export interface SortKey {
  readonly index: number;
  readonly ascending: boolean;
}

/**
 * Sorts the rows of a range, the first key first; equal rows keep their order. Numbers come before text, text before
 * truth values, errors last but for blanks, which are last in either direction. References in formulas move with
 * their rows. `InvalidArgument` for a column that the range has not; `InvalidOperation` with merged cells.
 */
export function sortRows(sheet: Sheet, rect: Rect, keys: readonly SortKey[], matchCase = false): void {
  if (keys.some(({ index }) => !Number.isInteger(index) || index < 0 || index >= rect.columns)) {
    throw new HostError('InvalidArgument', 'The range has no such column to sort by.');
  }
  sheet.workbook.edit(() => {
    checkUnprotected(sheet, 'allowSort');
    checkWritable(sheet, rect);
    checkMergesWhole(sheet, rect);
    if (sheet.merges.some((merged) => intersects(merged, rect))) {
      throw new HostError('InvalidOperation', 'Merged cells cannot be sorted.');
    }
    const compare = comparer(sheet, matchCase);
    const rows = Array.from({ length: rect.rows }, (_, i) => readRow(sheet, rect, rect.row + i));
    const sorted = rows.toSorted((a, b) => {
      for (const { index, ascending } of keys) {
        const order = compare(a.cells[index]?.value ?? null, b.cells[index]?.value ?? null, ascending);
        if (order !== 0) return order;
      }
      return 0;
    });
    sorted.forEach((line, i) => placeRow(sheet, rect, rect.row + i, line));
    sheet.contentChanged(rect, undefined);
  });
}

interface Line {
  readonly row: number;
  readonly cells: readonly (Cell | undefined)[];
}

function readRow(sheet: Sheet, rect: Rect, row: number): Line {
  return { row, cells: Array.from({ length: rect.columns }, (_, i) => sheet.cell(row, rect.column + i)) };
}

function placeRow(sheet: Sheet, rect: Rect, row: number, { row: from, cells }: Line): void {
  if (row === from) return;
  cells.forEach((cell, i) => {
    const moved = cell?.formula === undefined ? cell : { ...cell, formula: shiftFormula(cell.formula, row - from, 0) };
    sheet.store.cells.set(row, rect.column + i, moved);
  });
}

function comparer(sheet: Sheet, matchCase: boolean): (a: CellValue, b: CellValue, ascending: boolean) => number {
  const { compare } = new Intl.Collator(sheet.workbook.options.locale, {
    sensitivity: matchCase ? 'variant' : 'accent',
  });
  return (a, b, ascending) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = rank(a) - rank(b) || within(a, b, compare);
    return ascending ? order : -order;
  };
}

function rank(value: CellValue): number {
  return ['number', 'string', 'boolean', 'object'].indexOf(typeof value);
}

function within(a: CellValue, b: CellValue, compare: (a: string, b: string) => number): number {
  if (typeof a === 'string' && typeof b === 'string') return compare(a, b);
  return typeof a === 'object' || typeof b === 'object' ? 0 : Number(a) - Number(b);
}
