import { activitiesTable } from './contract';
import type { Receipt } from './gateway';
import { refuse } from './result';
import { disableEvents, enableEvents } from './run';
import { askWritable } from './status';
import { askColumn, TableSearch } from './tables';

/**
 * Takes back what an append added: the rows of its id, wherever they stand now, and only if they are as
 * many as were added (a row that somebody has since joined to the activity is theirs).
 *
 * Three syncs: to find the rows, to take hold of them and read them again, to delete them; one or two more
 * where the table or its header has another name. What is held moves with the rows a co-author adds or deletes in between, which an index would not.
 */
export async function undo(context: Excel.RequestContext, receipt: Receipt): Promise<void> {
  const byName = context.workbook.tables.getItemOrNullObject(activitiesTable.name);
  const search = new TableSearch(context, [activitiesTable]);
  let ids = askColumn(activitiesTable, 'id', byName);
  await search.sync();
  const table = search.require(activitiesTable);
  const column = table.at.id ?? 0;
  if (ids.values() === null) {
    const range = table.proxy.getDataBodyRange().getColumn(column).load('values');
    await context.sync();
    ids = { values: () => range.values.map(([value]): unknown => value) };
  }
  const writable = askWritable(context, [table.sheet]);
  const filter = table.proxy.autoFilter.load('isDataFiltered');
  const known = ids.values();
  const runs = known === null ? [] : runsOf(known, receipt.id);
  const body = table.proxy.getDataBodyRange();
  const held = runs.map(({ start, count }) => {
    const range = body.getRow(start).getResizedRange(count - 1, 0);
    context.trackedObjects.add(range);
    return { range: range.load('values'), count };
  });
  await context.sync();
  writable.check();
  if (filter.isDataFiltered) throw refuse('filteredTable', { table: table.name });
  const rows = held.reduce((sum, { count }) => sum + count, 0);
  const isOurs = held.every(({ range }) => range.values.every((row) => row[column] === receipt.id));
  if (rows !== receipt.rows || !isOurs) throw refuse('notFound', { what: receipt.id });
  const isLast = rows === table.rows;
  disableEvents(context);
  // From the bottom up, so that what is left to delete does not move.
  [...held].reverse().forEach(({ range, count }, index) => {
    // A table keeps one row: where nothing else is left it is emptied.
    if (!isLast || index < held.length - 1) range.delete('Up');
    else {
      range.clear('Contents');
      if (count > 1)
        range
          .getRow(1)
          .getResizedRange(count - 2, 0)
          .delete('Up');
    }
  });
  enableEvents(context);
  await context.sync();
  for (const { range } of held) context.trackedObjects.remove(range);
}

interface Run {
  readonly start: number;
  readonly count: number;
}

/** Where an id stands, as runs of rows. */
function runsOf(ids: readonly unknown[], id: string): Run[] {
  const runs: { start: number; count: number }[] = [];
  ids.forEach((value, index) => {
    if (value !== id) return;
    const last = runs.at(-1);
    if (last && last.start + last.count === index) last.count += 1;
    else runs.push({ start: index, count: 1 });
  });
  return runs;
}
