import type { CellValue } from '../contract/values';
import type { StoredRow } from './storedRows';

/**
 * A change of the rows of one activity, as a value: what they were, what they are. Its inverse takes it
 * back. Rows are known by the activity's id and by what they hold, never by where they stand.
 */
export interface RowChange {
  readonly id: string;
  /** The table's headers: rows are given for its columns in this order. */
  readonly headers: readonly string[];
  readonly kept: readonly KeptChange[];
  readonly removed: readonly StoredRow[];
  readonly added: readonly StoredRow[];
}

/** A row that stays a row of the activity. */
export interface KeptChange {
  readonly from: RawRow;
  readonly to: RawRow;
  /** The same with their formats and formulas, of what has stood there; null for what is written anew. */
  readonly fromCells: StoredRow | null;
  readonly toCells: StoredRow | null;
}

/** The values of a row, the person's own columns included. */
export type RawRow = readonly CellValue[];

/** The change that takes another back. */
export function inverse({ kept, removed, added, ...rest }: RowChange): RowChange {
  return {
    ...rest,
    kept: kept.map(({ from, to, fromCells, toCells }) => ({
      from: to,
      to: from,
      fromCells: toCells,
      toCells: fromCells,
    })),
    removed: added,
    added: removed,
  };
}

/** What the cells of a row gave when they were stored. */
export function valuesOf(row: StoredRow): (CellValue | null)[] {
  return row.map((cell) => cell?.value ?? null);
}
