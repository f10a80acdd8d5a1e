import { Moved } from './guard';
import { refuse } from '../result';
import { disableEvents, enableEvents } from '../run';
import { storedProperties, storedRows, writeStored, type StoredRow } from './storedRows';
import type { FoundTable } from '../contract/tables';
import { isBlank, rangeAddress } from '../contract/values';

/** Rows that one request put below a table; to be looked at after its sync. */
export interface PutRows {
  /** The new rows, as wide as the table, with their values. */
  readonly range: Excel.Range;
  /** Takes back (one sync) and refuses what must not stay; `Moved` where the columns stand elsewhere by now. */
  check(isRight: () => boolean): Promise<void>;
  /** A1 address of the new rows, without the sheet. */
  address(): string;
}

/**
 * Queues rows below a table, `fill` writing them, and makes the table as long. All is one request, and Excel
 * works the place out when it runs it: whatever co-authors add before goes above, after goes below. A
 * table that is made longer by a second request would leave a moment in which another's rows land on these.
 */
export function putBelow(
  context: Excel.RequestContext,
  table: FoundTable<string>,
  count: number,
  fill: (range: Excel.Range) => void,
): PutRows {
  const { proxy } = table;
  const header = proxy.getHeaderRowRange().load('values');
  const range = proxy.getDataBodyRange().getRowsBelow(count);
  // Another proxy of the same cells: what stood there before they are written.
  const before = range.getOffsetRange(0, 0).load(storedProperties);
  fill(range);
  // Where the table has grown by itself this leaves it as it is.
  proxy.resize(proxy.getRange().getBoundingRect(range));
  range.load('values,rowIndex,columnIndex,columnCount');
  const body = proxy.getDataBodyRange().load('rowIndex,rowCount');

  const isInTable = () => range.rowIndex + count <= body.rowIndex + body.rowCount;
  const takeBack = async () => {
    const there = isBlank(before.values) ? [] : storedRows(before);
    disableEvents(context);
    // First emptied: rows of a table that somebody has filtered are not deleted.
    range.clear('Contents');
    if (isInTable()) range.delete('Up');
    if (there.length > 0) writeStored(proxy.getDataBodyRange().getRowsBelow(count), there, table);
    enableEvents(context);
    await context.sync();
  };
  return {
    range,
    check: async (isRight) => {
      if (!isSameHeader(header, table)) {
        await takeBack();
        throw new Moved(table.sheetName);
      }
      if (!isBlank(before.values)) {
        await takeBack();
        throw refuse('belowTableNotEmpty', { table: table.name });
      }
      if (isRight() && isInTable()) return;
      await takeBack();
      throw refuse('notVerified', { sheet: table.sheetName });
    },
    address: () =>
      rangeAddress({ row: range.rowIndex, column: range.columnIndex, rows: count, columns: range.columnCount }),
  };
}

/** True where the columns of a table still stand as they did when it was found. `header` is loaded with its values. */
export function isSameHeader({ values: [found = []] }: Excel.Range, { headers }: FoundTable<string>): boolean {
  return found.length === headers.length && headers.every((header, index) => header === String(found[index]));
}

/**
 * Deletes the one blank row of a table that was empty, once others stand below it; `rows` are reloaded. One sync.
 * It is not filled instead: two people who both saw it blank would write over each other. What somebody has
 * written in it meanwhile is put below; where it cannot be deleted it stays, and does no harm.
 */
export async function dropBlankRow(
  context: Excel.RequestContext,
  table: FoundTable<string>,
  blank: Excel.Range,
  rows: Excel.Range,
): Promise<void> {
  const place = 'rowIndex,columnIndex,columnCount';
  const before = blank.getOffsetRange(0, 0).load(storedProperties);
  disableEvents(context);
  blank.delete('Up');
  rows.load(place);
  enableEvents(context);
  try {
    await context.sync();
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
    // A co-author has deleted it already, or Excel has failed: the rows that count are written.
    enableEvents(context);
    rows.load(place);
    await context.sync();
    return;
  }
  if (!isBlank(before.values)) await putStored(context, table, storedRows(before));
}

/** Puts rows as they were stored at the end of a table; what stands below moves down. One sync. */
export async function putStored(
  context: Excel.RequestContext,
  table: FoundTable<string>,
  rows: readonly StoredRow[],
): Promise<void> {
  disableEvents(context);
  const gap = table.proxy.getDataBodyRange().getRowsBelow(rows.length).insert('Down');
  writeStored(gap, rows, table);
  // Where the table has grown by itself this leaves it as it is.
  table.proxy.resize(table.proxy.getRange().getBoundingRect(gap));
  enableEvents(context);
  await context.sync();
}

/** Rows of ours, by their key, that a request which stopped half way may have left right below a table. */
export interface Strays {
  readonly table: FoundTable<string>;
  /** The column of the key. */
  readonly column: number;
  readonly keys: readonly string[];
  readonly rows: number;
}

/** Makes tables as long as the strays below them. Two syncs. */
export async function takeIn(context: Excel.RequestContext, strays: readonly Strays[]): Promise<void> {
  const asked = strays.map(({ table: { proxy }, column, keys, rows }) => ({
    proxy,
    rows,
    ours: new Set(keys),
    below: proxy.getDataBodyRange().getRowsBelow(Math.max(1, rows)).getColumn(column).load('values'),
  }));
  await context.sync();
  disableEvents(context);
  for (const { proxy, rows, ours, below } of asked) {
    const end = below.values.findIndex(([key]) => !ours.has(String(key).trim()));
    const count = end < 0 ? rows : end;
    if (count > 0) proxy.resize(proxy.getRange().getResizedRange(count, 0));
  }
  enableEvents(context);
  await context.sync();
}
