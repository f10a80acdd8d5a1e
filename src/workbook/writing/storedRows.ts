import { keyOf } from '../contract/contract';
import { cellText } from '../contract/escape';
import type { FoundTable } from '../contract/tables';
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
    row.map((value, column) => storedCell(value, formulas[index]?.[column], numberFormat[index]?.[column])),
  );
}

/** A cell by what Excel gives of it. */
export function storedCell(value: CellValue, formula: unknown, format: unknown): StoredCell {
  // Text that begins with « = » is given as its own formula: it computes nothing.
  const computes = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  return { value, ...(computes && { formula }), format: typeof format === 'string' ? format : 'General' };
}

/**
 * Queues rows as they were stored into a range of as many, the cell of its key first: a request that stops half way
 * leaves no row that nobody can tell whose it is.
 */
export function writeStored(
  range: Excel.Range,
  rows: readonly StoredRow[],
  { at, spec }: Pick<FoundTable<string>, 'at' | 'spec'>,
): void {
  const key = at[keyOf(spec)] ?? 0;
  rows.forEach((row, index) => {
    const columns = [key, ...Array.from(row.keys()).filter((column) => column !== key)];
    for (const column of columns) {
      const stored = row[column] ?? null;
      if (stored !== null) writeCell(range.getCell(index, column), stored);
    }
  });
}

/** Queues what a cell was into one. */
export function writeCell(cell: Excel.Range, stored: StoredCell): void {
  // The format comes first: it is what keeps text from being read as a number or a date.
  cell.numberFormat = [[stored.format]];
  if (stored.formula === undefined) cell.values = [[escaped(stored)]];
  else cell.formulas = [[stored.formula]];
}

/** A value as it must be sent to stay what it is in a cell of its format. */
export function escaped({ value, format }: Pick<StoredCell, 'value' | 'format'>): CellValue {
  if (typeof value !== 'string') return value;
  const text = cellText(value);
  // In a cell that is not formatted as text, what Excel would read as a number, a day or a truth needs its apostrophe.
  return text === value && format !== '@' && /\d|^\s*(?:true|false|vrai|faux)\s*$/i.test(value) ? `'${value}` : text;
}
