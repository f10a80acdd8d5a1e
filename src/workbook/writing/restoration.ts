import type { CellValue } from '../contract/values';
import type { StoredCell, StoredRow } from './storedRows';
import { valuesOf } from './rowChange';

/** What gives a table back what it held, wherever its rows stand by now. Rows are counted from 0. */
export interface Restoration {
  readonly cells: readonly { readonly row: number; readonly column: number; readonly cell: StoredCell }[];
  /** Rows that are too many, the last first. */
  readonly removed: readonly number[];
  readonly missing: readonly StoredRow[];
}

/** What a change may have done to a table. */
export interface Touched {
  /** The columns that it wrote into. */
  readonly columns: readonly number[];
  /** True for a row that it added, or for a part of one. */
  readonly isAdded: (row: Values) => boolean;
}

type Values = readonly CellValue[];

/**
 * Works out what undoes a change of which nobody knows how much was done, in a table that somebody may have sorted
 * before or after: rows are told by what they hold in the columns that were not written. Rows that somebody has added
 * stay. Null where one may have been rewritten by somebody: which it was cannot be told. Pure.
 */
export function restoration(
  now: readonly Values[],
  before: readonly StoredRow[],
  touched: Touched,
): Restoration | null {
  const rest = new Map<string, StoredRow[]>();
  for (const row of before) rest.set(keyOf(row), [...(rest.get(keyOf(row)) ?? []), row]);
  const changed = now.flatMap((values, row) => (rest.get(JSON.stringify(values))?.shift() ? [] : [{ row, values }]));
  const gone = [...rest.values()].flat();
  const cells: Restoration['cells'][number][] = [];
  const removed: number[] = [];
  let others = 0;
  for (const { row, values } of changed) {
    const own = gone.findIndex((stored) => agrees(values, stored, touched.columns));
    if (own < 0 && touched.isAdded(values)) removed.unshift(row);
    else if (own < 0) others += 1;
    const [stored = []] = own < 0 ? [] : gone.splice(own, 1);
    stored.forEach((cell, column) => {
      if (cell !== null && cell.value !== values[column]) cells.push({ row, column, cell });
    });
  }
  return others > 0 && gone.length > 0 ? null : { cells, removed, missing: gone };
}

/** True where a table holds what a change was to make of it, in whatever order, and nothing that it was to take away. */
export function isChanged(now: readonly Values[], before: readonly Values[], wanted: readonly Values[]): boolean {
  const others = without(now, wanted);
  if (others.length > now.length - wanted.length) return false;
  const taken = without(before, wanted);
  return without(others, taken).length === others.length;
}

/** The rows of one list that are not in the other, each as often as it lacks there. */
function without(rows: readonly Values[], others: readonly Values[]): readonly Values[] {
  const left = new Map<string, number>();
  for (const row of others) left.set(JSON.stringify(row), (left.get(JSON.stringify(row)) ?? 0) + 1);
  return rows.filter((row) => {
    const key = JSON.stringify(row);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

const keyOf = (row: StoredRow) => JSON.stringify(valuesOf(row));

function agrees(values: Values, stored: StoredRow, written: readonly number[]): boolean {
  return stored.every((cell, column) => written.includes(column) || cell?.value === values[column]);
}
