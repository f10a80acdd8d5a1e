import { activitiesTable } from '../contract/contract';
import type { Receipt } from '../model';
import { guarded, Moved, untilStill } from './guard';
import { holdKeys, removeHeld, texts, type HeldKeys } from './hold';
import { refuse } from '../result';
import { settled } from '../settle';
import { askWritable } from '../reading/status';
import { askColumn, TableSearch } from '../contract/tables';

/**
 * Takes back what an append added: the rows of its id, wherever they stand now, and only if they are no more
 * than were added (a row that somebody has since joined to the activity is theirs, and so is one that was copied with
 * its id and typed over).
 *
 * Three syncs: to find the rows, to take hold of them and read them again, to delete them; one or two more
 * where the table or its header has another name. What is held moves with the rows a co-author adds or deletes
 * in between, which an index would not; where a sort moves them all is done again.
 */
export function undo(context: Excel.RequestContext, receipt: Receipt): Promise<void> {
  return untilStill(() => takeBack(context, receipt));
}

async function takeBack(context: Excel.RequestContext, receipt: Receipt): Promise<void> {
  const held = await holdAdded(context, receipt);
  if (held.count > receipt.rows || held.count === 0) throw refuse('notFound', { what: receipt.id });
  if (held.haveCopies()) throw refuse('changedSince', { sheet: held.table.sheetName });
  const { sheetName } = held.table;
  const remove = () =>
    settled(
      context,
      sheetName,
      () => removeHeld(context, [held]),
      async () => {
        const left = await untilStill(() => holdAdded(context, receipt));
        // What a sort had brought into their place is gone with them.
        const isHit = !held.areGuarded() && left.others() < held.others();
        if (isHit) throw refuse('notVerified', { sheet: sheetName });
        if (left.count === held.count) return null;
        return { value: left.count > 0 };
      },
    );
  if (await guarded(sheetName, remove)) await removeLeft(context, receipt);
}

/** What a first deletion has left. */
async function removeLeft(context: Excel.RequestContext, receipt: Receipt): Promise<void> {
  const left = await holdAdded(context, receipt);
  if (left.count === 0) return;
  const { sheetName } = left.table;
  const isRemoved = left.count <= receipt.rows && !(await guarded(sheetName, () => removeHeld(context, [left])));
  if (!isRemoved) throw refuse('notVerified', { sheet: sheetName });
}

/** Finds the rows of an id and takes hold of them, in two syncs; `Moved` where rows have moved in between. Refuses where they cannot be deleted. */
async function holdAdded(context: Excel.RequestContext, receipt: Receipt): Promise<HeldKeys> {
  const { id } = receipt;
  const byName = context.workbook.tables.getItemOrNullObject(activitiesTable.name);
  const search = new TableSearch(context, [activitiesTable]);
  const query = askColumn(activitiesTable, 'id', byName);
  await search.sync();
  const table = search.require(activitiesTable);
  const column = table.at.id ?? 0;
  let ids = query.values()?.map((value) => String(value).trim());
  if (ids === undefined) {
    const range = table.proxy.getDataBodyRange().getColumn(column).load('values');
    await context.sync();
    ids = texts(range);
  }
  const writable = askWritable(context, [table.sheet]);
  const filter = table.proxy.autoFilter.load('isDataFiltered');
  const held = holdKeys(context, table, { key: column, title: table.at.title }, ids, (key) => key === id);
  await context.sync();
  writable.check();
  if (filter.isDataFiltered) throw refuse('filteredTable', { table: table.name });
  if (held.areOurs()) return held;
  held.release();
  throw new Moved(table.sheetName);
}
