import type { ActivityColumn } from '../contract/contract';
import type { FoundTable } from '../contract/tables';
import type { CellValue } from '../contract/values';
import { refuse } from '../result';
import { disableEvents, enableEvents } from '../run';
import { isSame } from './append';
import { dropBlankRow, isSameHeader, putBelow, putStored } from './below';
import { addressOf, guardRows, isAll, release, type HeldRows } from './heldRows';
import { ourColumns, pairUp, type KeptRow } from './pairing';
import type { RawRow, RowChange } from './rowChange';
import { formatFor, removeRows, writeCells } from './rowWrites';
import { storedProperties, storedRows, writeCell, writeStored, type StoredCell } from './storedRows';

/** What was written, once it is verified. */
export interface Applied {
  /** A1 address of the first row that is left of the activity, without the sheet; null where none is. */
  readonly address: string | null;
  readonly rows: number;
}

/**
 * Applies a change to rows in hold and reads it back: one sync, two where the table was empty. Cells that stay
 * as they are are not written. Refuses where the rows are not what the change starts from, and where they have
 * become something else when it is written: then they are given back what they were. Where a guard of theirs stops
 * the request nothing is written.
 */
export async function applyChange(context: Excel.RequestContext, held: HeldRows, change: RowChange): Promise<Applied> {
  const { table } = held;
  const { kept, removed } = pairUp(held, change);
  disableEvents(context);
  guardRows(held.rows);
  const header = table.proxy.getHeaderRowRange().load('values');
  // Other proxies of the same cells: what they hold as they are written.
  const before = kept.map(({ row }) => row.range.getOffsetRange(0, 0).load('values'));
  const gone = removed.map(({ range }) => range.getOffsetRange(0, 0).load(storedProperties));
  const filter = table.proxy.autoFilter.load('isDataFiltered');
  const { added } = change;
  const put =
    added.length === 0 ? null : putBelow(context, table, added.length, (range) => writeStored(range, added, table));
  for (const { row, from, to, toCells } of kept) writeCells(row.range, from, { values: to, cells: toCells }, table);
  const readBack = kept.map(({ row, to, toCells }) => ({
    range: row.range.load('values,rowIndex,columnIndex'),
    // What a formula gives is Excel's to say.
    to: to.map((value, column) => (toCells?.[column]?.formula === undefined ? value : null)),
  }));
  removeRows(removed, isAll(held) && put === null && kept.length === 0);
  enableEvents(context);
  await context.sync();

  const columns = ourColumns(table.at);
  const isSameRow = (range: Excel.Range | undefined, from: RawRow) =>
    columns.every((column) => (range?.values[0]?.[column] as unknown) === from[column]);
  const isPlaced = isSameHeader(header, table);
  const isUntouched =
    isPlaced &&
    kept.every(({ from }, index) => isSameRow(before[index], from)) &&
    removed.every(({ values }, index) => isSameRow(gone[index], values));
  // Excel deletes no rows of a filtered table, and says nothing.
  const isFiltered = filter.isDataFiltered && removed.length > 0;
  const putRight = () => added.every((row, index) => isWritten(put?.range.values[index], row.map(writtenValue)));
  const isKept = readBack.every(({ range, to }) => isWritten(range.values[0], to));
  if (!isUntouched || isFiltered || !isKept) {
    const changed = { kept, before, added: put?.range ?? null, gone: isFiltered ? [] : gone };
    await giveBack(context, table, changed, isPlaced);
    if (isFiltered) throw refuse('filteredTable', { table: table.name });
    throw refuse(isUntouched ? 'notVerified' : 'changedSince', { sheet: table.sheetName });
  }
  if (put) {
    await put.check(putRight);
    if (held.blank) await dropBlankRow(context, table, held.blank, put.range);
  }
  release(context, held);
  const first = readBack[0]?.range ?? put?.range ?? null;
  return { address: first === null ? null : addressOf(first, table), rows: kept.length + added.length };
}

/** What is written into a cell as it is: null where Excel says what it gives, or is left its say. */
function writtenValue(cell: StoredCell | null): CellValue | null {
  return cell === null || cell.formula !== undefined ? null : cell.value;
}

function isWritten(found: readonly unknown[] | undefined, meant: readonly (CellValue | null)[]): boolean {
  return meant.every((value, column) =>
    typeof value === 'boolean' ? found?.[column] === value : isSame(value, found?.[column]),
  );
}

/** What a request changed, and what was there before. */
interface Changed {
  readonly kept: readonly KeptRow[];
  readonly before: readonly Excel.Range[];
  readonly added: Excel.Range | null;
  /** Rows that were deleted, loaded to be stored. */
  readonly gone: readonly Excel.Range[];
}

/**
 * Rows get back what they held, those that were deleted come back below the table, and what was put there goes.
 * `isPlaced`: the columns stood where they were meant to, so that the rows still have their id.
 */
async function giveBack(
  context: Excel.RequestContext,
  table: FoundTable<ActivityColumn>,
  { kept, before, added, gone }: Changed,
  isPlaced: boolean,
): Promise<void> {
  disableEvents(context);
  if (isPlaced) guardRows(kept.map(({ row }) => row));
  kept.forEach(({ row, from, to }, index) => {
    const was = (before[index]?.values[0] ?? from) as RawRow;
    to.forEach((value, column) => {
      if (value === from[column]) return;
      const [now = '', stored] = [was[column], row.stored[column]];
      const isAsHeld = stored?.value === now;
      writeCell(
        row.range.getCell(0, column),
        isAsHeld ? stored : { value: now, format: formatFor(now, column, table.at) },
      );
    });
  });
  added?.clear('Contents');
  added?.delete('Up');
  enableEvents(context);
  await context.sync();
  const stored = gone.flatMap(storedRows);
  if (stored.length > 0) await putStored(context, table, stored);
}
