import { cellText } from '../contract/escape';
import type { CellValue } from '../contract/values';

/** A row with all that is needed to write it anew; a null cell is left to Excel. */
export type StoredRow = readonly (StoredCell | null)[];

export interface StoredCell {
  readonly value: CellValue;
  /** Where the cell computes its value. */
  readonly formula?: string;
  readonly format: string;
}

/** What a range must be loaded with to be stored. */
export const storedProperties = 'values,formulas,numberFormat';

/** The rows of a range loaded with `storedProperties`. */
export function storedRows({ values, formulas, numberFormat }: Excel.Range): readonly StoredRow[] {
  return (values as CellValue[][]).map((row, index) =>
    row.map((value, column): StoredCell => {
      const formula = (formulas[index] as CellValue[] | undefined)?.[column];
      const format = (numberFormat[index] as string[] | undefined)?.[column] ?? 'General';
      // Text that begins with « = » is given as its own formula: it computes nothing.
      const computes = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
      return { value, ...(computes && { formula }), format };
    }),
  );
}

/** Queues rows as they were stored into a range of as many. */
export function writeStored(range: Excel.Range, rows: readonly StoredRow[]): void {
  rows.forEach((row, index) => {
    row.forEach((stored, column) => {
      if (stored === null) return;
      const cell = range.getCell(index, column);
      cell.numberFormat = [[stored.format]];
      if (stored.formula === undefined) cell.values = [[escaped(stored.value)]];
      else cell.formulas = [[stored.formula]];
    });
  });
}

/** A value as it must be sent to stay what it is. */
export function escaped(value: CellValue): CellValue {
  return typeof value === 'string' ? cellText(value) : value;
}
