import {
  activitiesTable,
  columnKeys,
  findColumns,
  type ActivityColumn,
  type ColumnPositions,
} from '../contract/contract';
import { isSame } from './append';
import { dropBlankRow, isSameHeader, putBelow, putStored } from './below';
import { mostTries } from './hold';
import { refuse } from '../result';
import { disableEvents, enableEvents } from '../run';
import { askWritable } from '../reading/status';
import { valuesOf, type KeptChange, type RawRow, type RowChange } from './rowChange';
import { storedProperties, storedRows, writeCell, writeStored, type StoredCell, type StoredRow } from './storedRows';
import { askColumn, TableSearch, type FoundTable } from '../contract/tables';
import { isBlank, rangeAddress, textOf, type CellValue } from '../contract/values';

/** A row of the table that a run has hold of: it stays the same row whatever moves around it. */
export interface HeldRow {
  readonly range: Excel.Range;
  readonly values: RawRow;
  readonly stored: StoredRow;
}

export interface HeldRows {
  readonly table: FoundTable<ActivityColumn>;
  /** In the order in which they stand. */
  readonly rows: readonly HeldRow[];
  /** The one blank row of an empty table. */
  readonly blank: Excel.Range | null;
  /** Rows of the whole table. */
  readonly count: number;
}

/**
 * Takes hold of the rows of an id and reads them, after two syncs (three where the table or its header has
 * lost its name). Refuses what cannot be written: a read-only workbook, a protected sheet, a filtered
 * table, and a table with something under it where up to `room` rows may have to be added.
 */
export async function holdRows(
  context: Excel.RequestContext,
  id: string,
  room: number,
  tries = mostTries,
): Promise<HeldRows> {
  const byName = context.workbook.tables.getItemOrNullObject(activitiesTable.name);
  const search = new TableSearch(context, [activitiesTable]);
  const query = askColumn(activitiesTable, 'id', byName);
  await search.sync();
  const table = search.require(activitiesTable);
  const body = table.proxy.getDataBodyRange();
  const ids = query.values() ?? (await readColumn(context, body, table.at.id ?? 0));
  const writable = askWritable(context, [table.sheet]);
  const filter = table.proxy.autoFilter.load('isDataFiltered');
  table.proxy.load('showTotals');
  body.load('rowCount');
  const first = body.getRow(0).load('values');
  const below = room > 0 ? body.getRowsBelow(room).load('values') : null;
  const ranges = positionsOf(ids, id).map((position) => {
    const range = body.getRow(position);
    context.trackedObjects.add(range);
    return range.load('values,formulas,numberFormat,rowIndex,columnIndex');
  });
  await context.sync();
  writable.check();
  if (filter.isDataFiltered) throw refuse('filteredTable', { table: table.name });
  if (below !== null && (table.proxy.showTotals || !isBlank(below.values))) {
    throw refuse('belowTableNotEmpty', { table: table.name });
  }
  const rows = ranges.map(heldRow);
  // A co-author may have moved rows between the two syncs: these are then not the ones that were meant.
  if (rows.some(({ values }) => idOf(values, table.at) !== id)) {
    if (tries === 1) throw refuse('changedSince', { sheet: table.sheetName });
    for (const range of ranges) context.trackedObjects.remove(range);
    return holdRows(context, id, room, tries - 1);
  }
  return {
    table,
    rows,
    blank: body.rowCount === 1 && isBlank(first.values) ? first : null,
    count: body.rowCount,
  };
}

/** What was written, once it is verified. */
export interface Applied {
  /** A1 address of the first row that is left of the activity, without the sheet; null where none is. */
  readonly address: string | null;
  readonly rows: number;
}

/**
 * Applies a change to rows in hold and reads it back: one sync, two where the table was empty. Cells that stay
 * as they are are not written. Refuses where the rows are not what the change starts from, and where they have
 * become something else when it is written: then they are given back what they were.
 */
export async function applyChange(context: Excel.RequestContext, held: HeldRows, change: RowChange): Promise<Applied> {
  const { table } = held;
  const { kept, removed } = pairUp(held, change);
  disableEvents(context);
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
  const isUntouched =
    isSameHeader(header, table) &&
    kept.every(({ from }, index) => isSameRow(before[index], from)) &&
    removed.every(({ values }, index) => isSameRow(gone[index], values));
  // Excel deletes no rows of a filtered table, and says nothing.
  const isFiltered = filter.isDataFiltered && removed.length > 0;
  const putRight = () => added.every((row, index) => isWritten(put?.range.values[index], row.map(writtenValue)));
  const isKept = readBack.every(({ range, to }) => isWritten(range.values[0], to));
  if (!isUntouched || isFiltered || !isKept) {
    await giveBack(context, table, { kept, before, added: put?.range ?? null, gone: isFiltered ? [] : gone });
    if (isFiltered) throw refuse('filteredTable', { table: table.name });
    throw refuse(isUntouched ? 'notVerified' : 'changedSince', { sheet: table.sheetName });
  }
  if (put) {
    await put.check(putRight);
    if (held.blank) await dropBlankRow(context, table, held.blank, put.range);
  }
  for (const { range } of held.rows) context.trackedObjects.remove(range);
  const first = readBack[0]?.range ?? put?.range ?? null;
  return { address: first === null ? null : addressOf(first, table), rows: kept.length + added.length };
}

/** The state of the rows of a change after an answer that was lost, wherever the columns stand now: null where they are neither. */
export function stateOf({ table, rows }: HeldRows, change: RowChange): 'before' | 'after' | null {
  const then = findColumns(activitiesTable, change.headers).at;
  const keys = columnKeys(activitiesTable).filter((key) => then[key] !== undefined);
  const lines = (some: readonly (readonly (CellValue | null)[])[], at: ColumnPositions<ActivityColumn>) =>
    JSON.stringify(some.map((values) => JSON.stringify(keys.map((key) => values[at[key] ?? -1] ?? ''))).sort());
  const found = lines(
    rows.map(({ values }) => values),
    table.at,
  );
  const stored = (some: readonly StoredRow[]) => some.map(valuesOf);
  if (found === lines([...change.kept.map(({ to }) => to), ...stored(change.added)], then)) return 'after';
  if (found === lines([...change.kept.map(({ from }) => from), ...stored(change.removed)], then)) return 'before';
  return null;
}

/**
 * Mends a change of which a request that stopped half way has done a part: what was to be deleted is where all
 * else is done, else everything is put back. Three syncs. Refuses (`notVerified`) what is neither after that.
 */
export async function mend(
  context: Excel.RequestContext,
  held: HeldRows,
  change: RowChange,
  now: HeldRows,
): Promise<'before' | 'after'> {
  const { table } = now;
  const isSameTable = JSON.stringify(table.headers) === JSON.stringify(change.headers);
  const isRest = (row: HeldRow) =>
    isSameTable && change.removed.some((stored) => isSameOurs(row.values, valuesOf(stored), table));
  const rest = now.rows.filter(isRest);
  const others = { ...now, rows: now.rows.filter((row) => !isRest(row)) };
  disableEvents(context);
  if (stateOf(others, change) === 'after') removeRows(rest, isAll(now) && others.rows.length === 0);
  else {
    // The rows that were there stand first and in their order: those of the change were put below.
    now.rows.slice(0, held.rows.length).forEach(({ range, values }, index) => {
      const { values: was = [], stored = [] } = held.rows[index] ?? {};
      // By header: somebody may have moved the columns, and what was written stand in the wrong ones.
      const then = table.headers.map((header) => change.headers.indexOf(header));
      const whole = then.map((position, column) => was[position] ?? values[column] ?? '');
      writeCells(range, values, { values: whole, cells: then.map((position) => stored[position] ?? null) }, table);
    });
    removeRows(now.rows.slice(held.rows.length), isAll(now) && held.rows.length === 0);
  }
  enableEvents(context);
  await context.sync();
  const state = stateOf(await holdRows(context, change.id, 0), change);
  if (state === null) throw refuse('notVerified', { sheet: table.sheetName });
  return state;
}

function isSameOurs(values: RawRow, meant: readonly (CellValue | null)[], { at }: FoundTable<ActivityColumn>): boolean {
  return ourColumns(at).every((column) => values[column] === meant[column]);
}

/**
 * Whether a change whose answer was lost has hit others' rows, which a sort had brought into the place of its own: rows
 * of theirs are gone, or one says what was written. One sync, before anything is mended.
 */
export async function hasHitOthers(
  context: Excel.RequestContext,
  held: HeldRows,
  change: RowChange,
  now: HeldRows,
): Promise<boolean> {
  if (othersIn(now) < othersIn(held)) return true;
  // Other proxies of the same cells: what stands there now.
  const places = pairUp(held, change).kept.map((each) => ({
    ...each,
    found: each.row.range.getOffsetRange(0, 0).load('values'),
  }));
  await context.sync();
  return places.some(({ found, from, to }) => {
    const values = (found.values[0] ?? []) as CellValue[];
    const isOurs = idOf(values, now.table.at) === change.id;
    return !isOurs && to.every((value, column) => value === from[column] || value === values[column]);
  });
}

function othersIn({ count, rows, blank }: HeldRows): number {
  return count - rows.length - (blank === null ? 0 : 1);
}

/** What a change gives whose rows are found as it left them. */
export function appliedTo({ table, rows }: HeldRows): Applied {
  const [first] = rows;
  return { address: first === undefined ? null : addressOf(first.range, table), rows: rows.length };
}

function addressOf({ rowIndex: row, columnIndex: column }: Excel.Range, { headers }: FoundTable<string>): string {
  return rangeAddress({ row, column, rows: 1, columns: headers.length });
}

async function readColumn(context: Excel.RequestContext, body: Excel.Range, column: number): Promise<unknown[]> {
  const range = body.getColumn(column).load('values');
  await context.sync();
  return range.values.map(([value]): unknown => value);
}

function positionsOf(ids: readonly unknown[], id: string): number[] {
  return ids.flatMap((value, position) => (String(value).trim() === id ? [position] : []));
}

function isAll({ rows, count }: HeldRows): boolean {
  return rows.length === count;
}

function idOf(values: RawRow, at: ColumnPositions<ActivityColumn>): string {
  return textOf(values[at.id ?? 0]).trim();
}

function heldRow(range: Excel.Range): HeldRow {
  return { range, values: (range.values[0] ?? []) as CellValue[], stored: storedRows(range)[0] ?? [] };
}

interface KeptRow extends KeptChange {
  readonly row: HeldRow;
}

/** Which row in hold is which of the change; the columns that are not ours may have changed meanwhile. */
function pairUp(
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
function ourColumns(at: ColumnPositions<ActivityColumn>): number[] {
  return Object.values<number | undefined>(at).filter((position) => position !== undefined);
}

/** What is written into a cell as it is: null where Excel says what it gives, or is left its say. */
function writtenValue(cell: StoredCell | null): CellValue | null {
  return cell === null || cell.formula !== undefined ? null : cell.value;
}

/** Queues the cells that are to hold something else than they do, as they once were where that is known. */
function writeCells(
  range: Excel.Range,
  from: RawRow,
  to: { readonly values: RawRow; readonly cells: StoredRow | null },
  table: FoundTable<ActivityColumn>,
): void {
  to.values.forEach((value, column) => {
    if (value === from[column]) return;
    writeCell(range.getCell(0, column), to.cells?.[column] ?? { value, format: formatFor(value, column, table.at) });
  });
}

/** The format that keeps a value what it is: text stays text, a day is shown as one. */
export function formatFor(value: CellValue, column: number, at: ColumnPositions<ActivityColumn>): string {
  const key = columnKeys(activitiesTable).find((candidate) => at[candidate] === column);
  const isDate = key !== undefined && activitiesTable.columns[key].format === 'date';
  if (isDate && (typeof value === 'number' || value === '')) return 'yyyy-mm-dd';
  return typeof value === 'string' ? '@' : 'General';
}

/** From the bottom up, so that what is left to delete does not move. A table keeps one row: it is emptied instead. */
function removeRows(rows: readonly HeldRow[], areAll: boolean): void {
  [...rows].reverse().forEach(({ range }, index) => {
    if (areAll && index === rows.length - 1) range.clear('Contents');
    else range.delete('Up');
  });
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

/** Rows get back what they held, those that were deleted come back below the table, and what was put there goes. */
async function giveBack(
  context: Excel.RequestContext,
  table: FoundTable<ActivityColumn>,
  { kept, before, added, gone }: Changed,
): Promise<void> {
  disableEvents(context);
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
