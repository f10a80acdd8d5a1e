import { activitiesTable, type ActivityColumn, type ColumnPositions } from '../contract/contract';
import { askColumn, TableSearch, type FoundTable } from '../contract/tables';
import { isBlank, rangeAddress, textOf, type CellValue } from '../contract/values';
import { askWritable } from '../reading/status';
import { refuse } from '../result';
import { askGuard, Moved, type Guard } from './guard';
import type { RawRow } from './rowChange';
import { storedRows, type StoredRow } from './storedRows';

/** A row of the table that a run has hold of: it stays the same row whatever is added or deleted around it. */
export interface HeldRow {
  readonly range: Excel.Range;
  readonly values: RawRow;
  readonly stored: StoredRow;
  /** What stops a request where a sort has brought another's row into its place. */
  readonly guard: Guard;
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
 * table, and a table with something under it where up to `room` rows may have to be added. `Moved` where a co-author
 * has moved the rows between two syncs.
 */
export async function holdRows(context: Excel.RequestContext, id: string, room: number): Promise<HeldRows> {
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
  const asked = positionsOf(ids, id).map((position) => {
    const range = body.getRow(position);
    context.trackedObjects.add(range);
    return { range: range.load('values,formulas,numberFormat,rowIndex,columnIndex'), guard: askGuard(range, id) };
  });
  await context.sync();
  writable.check();
  if (filter.isDataFiltered) throw refuse('filteredTable', { table: table.name });
  if (below !== null && (table.proxy.showTotals || !isBlank(below.values))) {
    throw refuse('belowTableNotEmpty', { table: table.name });
  }
  const rows = asked.map(({ range, guard }): HeldRow => ({
    range,
    guard,
    values: (range.values[0] ?? []) as CellValue[],
    stored: storedRows(range)[0] ?? [],
  }));
  const held = {
    table,
    rows,
    blank: body.rowCount === 1 && isBlank(first.values) ? first : null,
    count: body.rowCount,
  };
  if (rows.every(({ values }) => idOf(values, table.at) === id)) return held;
  release(context, held);
  throw new Moved(table.sheetName);
}

export function release(context: Excel.RequestContext, { rows }: HeldRows): void {
  for (const { range } of rows) context.trackedObjects.remove(range);
}

/** Queues what stops the request where one of the rows has been moved: before all that writes. */
export function guardRows(rows: readonly HeldRow[]): void {
  for (const { guard } of rows) guard.queue();
}

/** A1 address of a row, without its sheet. */
export function addressOf(
  { rowIndex: row, columnIndex: column }: Excel.Range,
  { headers }: FoundTable<string>,
): string {
  return rangeAddress({ row, column, rows: 1, columns: headers.length });
}

/** True where they are all the rows of the table. */
export function isAll({ rows, count }: HeldRows): boolean {
  return rows.length === count;
}

export function idOf(values: RawRow, at: ColumnPositions<ActivityColumn>): string {
  return textOf(values[at.id ?? 0]).trim();
}

async function readColumn(context: Excel.RequestContext, body: Excel.Range, column: number): Promise<unknown[]> {
  const range = body.getColumn(column).load('values');
  await context.sync();
  return range.values.map(([value]): unknown => value);
}

function positionsOf(ids: readonly unknown[], id: string): number[] {
  return ids.flatMap((value, position) => (String(value).trim() === id ? [position] : []));
}
