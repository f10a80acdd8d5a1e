import type { ActivityColumn, ColumnPositions } from '../contract/contract';
import type { CellValue } from '../contract/values';
import { refuse } from '../result';
import type { HeldRow, HeldRows } from './heldRows';
import { valuesOf, type KeptChange, type RowChange } from './rowChange';

/** A row in hold that stays a row of the activity, and what becomes of it. */
export interface KeptRow extends KeptChange {
  readonly row: HeldRow;
}

/** Which row in hold is which of the change; the columns that are not ours may have changed meanwhile. */
export function pairUp(
  { table, rows }: HeldRows,
  change: RowChange,
): { readonly kept: readonly KeptRow[]; readonly removed: readonly HeldRow[] } {
  const columns = ourColumns(table.at);
  const signature = (values: readonly (CellValue | null)[]) => JSON.stringify(columns.map((column) => values[column]));
  const waiting = new Map<string, HeldRow[]>();
  for (const row of rows) waiting.set(signature(row.values), [...(waiting.get(signature(row.values)) ?? []), row]);
  const take = (values: readonly (CellValue | null)[]): HeldRow => {
    const row = waiting.get(signature(values))?.shift();
    if (!row) throw refuse('changedSince', { sheet: table.sheetName });
    return row;
  };
  const sameTable = JSON.stringify(table.headers) === JSON.stringify(change.headers);
  if (!sameTable || rows.length !== change.kept.length + change.removed.length) {
    throw refuse('changedSince', { sheet: table.sheetName });
  }
  return {
    kept: change.kept.map((each) => ({ row: take(each.from), ...each })),
    removed: change.removed.map((row) => take(valuesOf(row))),
  };
}

/** The positions of the contract's columns. */
export function ourColumns(at: ColumnPositions<ActivityColumn>): number[] {
  return Object.values<number | undefined>(at).filter((position) => position !== undefined);
}
