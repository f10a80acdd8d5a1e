import { activitiesTable, columnKeys, type ActivityColumn } from '../contract/contract';
import type { ActivityRow } from './activityRows';
import type { Receipt } from '../model';
import { askGuard, guarded } from './guard';
import { runsOf, texts } from './hold';
import { disableEvents, enableEvents } from '../run';
import { TableSearch, type FoundTable } from '../contract/tables';
import { rangeAddress } from '../contract/values';

/** Rows of an id that is in the workbook. */
export interface AddedRows {
  /** True where they are the rows that were to be written, no more and no less. */
  readonly isWhole: boolean;
  /** What the addition gave, or would have given; one sync where the table has to be made longer first. */
  receipt(): Promise<Receipt>;
  /** Deletes them, in the table and below it. One sync; `Moved` where somebody has moved them since. */
  takeBack(): Promise<void>;
}

/**
 * Looks for rows by their id, in the table and right below it, where a request that stopped half way leaves
 * them; null where there are none. Two syncs, three where there are some.
 */
export async function findAdded(
  context: Excel.RequestContext,
  id: string,
  rows: readonly ActivityRow[],
): Promise<AddedRows | null> {
  const search = new TableSearch(context, [activitiesTable]);
  await search.sync();
  const table = search.require(activitiesTable);
  const body = table.proxy.getDataBodyRange().load('rowCount');
  const area = body.getBoundingRect(body.getRowsBelow(rows.length));
  const ids = area.getColumn(table.at.id ?? 0).load('values');
  await context.sync();
  const runs = runsOf(texts(ids).map((each) => each === id));
  const [first] = runs;
  if (first === undefined) return null;
  const ranges = runs.map(({ start, count }) =>
    area
      .getRow(start)
      .getResizedRange(count - 1, 0)
      .load('values,rowIndex,columnIndex,columnCount,rowCount'),
  );
  const guards = runs.flatMap(({ start, count }) =>
    Array.from({ length: count }, (_, row) => askGuard(area.getRow(start + row), id)),
  );
  await context.sync();
  const found = ranges.flatMap(({ values }) => values as unknown[][]);
  const outside = runs.map(({ start, count }) => Math.max(0, start + count - body.rowCount));
  return {
    isWhole: sameRows(found, rows, table),
    receipt: async () => {
      const last = ranges.at(-1);
      if (last && outside.some((count) => count > 0)) {
        disableEvents(context);
        table.proxy.resize(table.proxy.getRange().getBoundingRect(last));
        enableEvents(context);
        await context.sync();
      }
      const address = ranges[0] === undefined ? '' : addressOf(ranges[0]);
      return { id, sheet: table.sheetName, address, rows: rows.length };
    },
    takeBack: async () => {
      disableEvents(context);
      for (const guard of guards) guard.queue();
      for (const [index, range] of [...ranges.entries()].reverse()) {
        range.clear('Contents');
        const within = range.rowCount - (outside[index] ?? 0);
        // The table keeps one row at least: where there are no others it is left blank.
        if (within > 0 && found.length < body.rowCount)
          range
            .getRow(0)
            .getResizedRange(within - 1, 0)
            .delete('Up');
      }
      enableEvents(context);
      await guarded(table.sheetName, () => context.sync());
    },
  };
}

function addressOf({ rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns }: Excel.Range): string {
  return rangeAddress({ row, column, rows, columns });
}

/** In whatever order they stand now. */
function sameRows(
  found: readonly (readonly unknown[])[],
  rows: readonly ActivityRow[],
  { at }: FoundTable<ActivityColumn>,
): boolean {
  const columns = columnKeys(activitiesTable).filter((column) => at[column] !== undefined);
  const sorted = (lines: readonly (readonly unknown[])[]) =>
    JSON.stringify(lines.map((line) => JSON.stringify(line)).sort());
  const is = found.map((line) => columns.map((column) => line[at[column] ?? 0]));
  const meant = rows.map((row) => columns.map((column) => asKept(row[column])));
  return sorted(is) === sorted(meant);
}

/** A text as Excel gives it back. */
function asKept(value: string | number | null): string | number {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : (value ?? '');
}
