import { normalizeNo } from '../../plan';
import { activitiesTable, planTable, settingsTable } from '../contract/contract';
import type { ImportReceipt } from './model';
import { withParents } from './numbers';
import { guarded, Moved, untilStill } from '../writing/guard';
import { holdKeys, removeHeld, texts } from '../writing/hold';
import { refuse } from '../result';
import { disableEvents, enableEvents } from '../run';
import { settled } from '../settle';
import { askWritable } from '../reading/status';
import { askStructure } from '../contract/structure';
import { TableSearch, type FoundTable } from '../contract/tables';

/** Takes back exactly what an import added: see `Gateway.undoImport`. Refuses, and changes nothing, where that can no longer be told apart. */
export async function undoImport(context: Excel.RequestContext, receipt: ImportReceipt): Promise<void> {
  if (receipt.created) await removeSheets(context, receipt, receipt.created.sheetWas);
  else await removeImport(context, receipt, 'exactly');
}

/**
 * Deletes an import's rows, wherever they stand now. `exactly`: refuses unless they are as many as were
 * added; `whateverIsThere`: after an import that stopped half way. What is held moves with the rows that a
 * co-author adds or deletes between two syncs, which an index would not; where a sort moves them all is done again.
 */
export async function removeImport(
  context: Excel.RequestContext,
  receipt: ImportReceipt,
  how: 'exactly' | 'whateverIsThere',
): Promise<void> {
  await untilStill(() => removeRows(context, receipt, how));
}

/** The same once; gives how many rows of the tables are others'. */
async function removeRows(
  context: Excel.RequestContext,
  receipt: ImportReceipt,
  how: 'exactly' | 'whateverIsThere',
): Promise<number> {
  const search = new TableSearch(context, [planTable, activitiesTable]);
  await search.sync();
  const plan = search.require(planTable);
  const activities = search.require(activitiesTable);
  const column = (table: FoundTable<string>, position: number) =>
    table.proxy.getDataBodyRange().getColumn(position).load('values');
  const writable = askWritable(context, [plan.sheet, activities.sheet]);
  const filters = [plan, activities].map(({ proxy, name }) => ({
    name,
    filter: proxy.autoFilter.load('isDataFiltered'),
  }));
  const asked = {
    nos: column(plan, plan.at.no ?? 0),
    ids: column(activities, activities.at.id ?? 0),
    planNos: column(activities, activities.at.planNo ?? 0),
  };
  await context.sync();
  writable.check();
  const filtered = filters.find(({ filter }) => filter.isDataFiltered);
  if (filtered) throw refuse('filteredTable', { table: filtered.name });

  const nos = texts(asked.nos).map(normalizeNo);
  const ids = texts(asked.ids);
  const ourNos = new Set(receipt.nos.map(normalizeNo));
  const isOurActivity = (id: string) => Object.hasOwn(receipt.rowsById, id);
  if (how === 'exactly') {
    checkCounts(nos, ids, receipt);
    checkNotInUse(nos, ids, texts(asked.planNos).map(normalizeNo), ourNos, isOurActivity);
  }
  const held = [
    holdKeys(context, plan, { key: plan.at.no ?? 0 }, nos, (no) => ourNos.has(normalizeNo(no))),
    holdKeys(context, activities, { key: activities.at.id ?? 0, title: activities.at.title }, ids, isOurActivity),
  ];
  await context.sync();
  if (held.some((each) => !each.areOurs())) {
    for (const each of held) each.release();
    throw new Moved(activities.sheetName);
  }
  if (how === 'exactly' && held.some((each) => each.haveCopies())) {
    throw refuse('changedSince', { sheet: activities.sheetName });
  }
  const others = held.reduce((sum, each) => sum + each.others(), 0);
  if (held.every(({ count }) => count === 0)) return others;
  if (how === 'whateverIsThere') {
    await guarded(activities.sheetName, () => removeHeld(context, held));
    return others;
  }
  // What a deletion that stopped half way has left is deleted as well.
  const rest = () => untilStill(() => removeRows(context, receipt, 'whateverIsThere'));
  const look = async () => {
    const left = await rest();
    // What a sort had brought into the place of ours is gone with them.
    const isHit = left < others && !held.every((each) => each.areGuarded());
    if (isHit) throw refuse('notVerified', { sheet: activities.sheetName });
    return { value: false };
  };
  const isSorted = await settled(context, activities.sheetName, () => removeHeld(context, held), look);
  if (isSorted) await rest();
  return others;
}

/** Rows that somebody has deleted, or has joined to an activity, are theirs to answer for. */
function checkCounts(nos: readonly string[], ids: readonly string[], { nos: added, rowsById }: ImportReceipt): void {
  const there = tally(nos);
  const gone = added.find((no) => there.get(normalizeNo(no)) !== 1);
  if (gone !== undefined) throw refuse('notFound', { what: gone });
  const found = tally(ids);
  const other = Object.entries(rowsById).find(([id, rows]) => found.get(id) !== rows);
  if (other) throw refuse('notFound', { what: other[0] });
}

function tally(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** An activity that somebody has since filed under a new item would be left without it. */
function checkNotInUse(
  nos: readonly string[],
  ids: readonly string[],
  planNos: readonly string[],
  ours: ReadonlySet<string>,
  isOurActivity: (id: string) => boolean,
): void {
  const left = withParents(nos.filter((no) => !ours.has(no)));
  const removed = withParents([...ours]);
  const orphan = planNos.find((no, index) => removed.has(no) && !left.has(no) && !isOurActivity(ids[index] ?? ''));
  if (orphan !== undefined) throw refuse('numberInUse', { no: orphan });
}

/** The sheets that an import made go, where they still hold what it wrote and nothing else. */
async function removeSheets(
  context: Excel.RequestContext,
  receipt: ImportReceipt,
  sheetWas: string | null,
): Promise<void> {
  const search = new TableSearch(context, [planTable, activitiesTable, settingsTable]);
  await search.sync();
  const found = [search.require(planTable), search.require(activitiesTable), search.require(settingsTable)] as const;
  const [plan, activities] = found;
  const writable = askWritable(
    context,
    found.map(({ sheet }) => sheet),
  );
  const structure = askStructure(context);
  const columns = [
    plan.proxy
      .getDataBodyRange()
      .getColumn(plan.at.no ?? 0)
      .load('values'),
    activities.proxy
      .getDataBodyRange()
      .getColumn(activities.at.id ?? 0)
      .load('values'),
  ] as const;
  const areas = found.map(({ proxy, sheet, sheetName }) => ({
    sheetName,
    table: proxy.getRange().load('rowIndex,columnIndex,rowCount,columnCount'),
    used: sheet.getUsedRange(true).load('rowIndex,columnIndex,rowCount,columnCount'),
    tables: sheet.tables.getCount(),
  }));
  await context.sync();
  writable.check();
  structure.check(activities.sheetName);
  const nos = texts(columns[0]).filter((no) => no !== '');
  const ids = texts(columns[1]).filter((id) => id !== '');
  if (nos.length !== receipt.nos.length) throw refuse('changedSince', { sheet: plan.sheetName });
  if (ids.length !== receipt.activities.rows) throw refuse('changedSince', { sheet: activities.sheetName });
  checkCounts(nos.map(normalizeNo), ids, receipt);
  const changed = areas.find(({ used, table, tables }) => !isWithin(used, table) || tables.value !== 1);
  if (changed) throw refuse('changedSince', { sheet: changed.sheetName });
  const names = found.map(({ sheetName }) => sheetName);
  // Taking away what is left of them is the same whatever the first try did.
  const take = async () => {
    await deleteSheets(context, names, sheetWas);
    return { value: undefined };
  };
  await settled(context, activities.sheetName, take, async () => ({ value: await take() }));
}

/** Deletes the sheets that are there, a blank one taking their place where one was. Two syncs. */
async function deleteSheets(
  context: Excel.RequestContext,
  names: readonly string[],
  sheetWas: string | null,
): Promise<void> {
  const { worksheets } = context.workbook;
  const there = names.map((name) => worksheets.getItemOrNullObject(name).load('name'));
  const was = sheetWas === null ? null : worksheets.getItemOrNullObject(sheetWas).load('name');
  await context.sync();
  disableEvents(context);
  if (sheetWas !== null) {
    const blank = was?.isNullObject === false ? was : worksheets.add(sheetWas);
    blank.position = 0;
    blank.activate();
  }
  for (const sheet of there) if (!sheet.isNullObject) sheet.delete();
  enableEvents(context);
  await context.sync();
}

/** The area that holds anything ends with the table or before: an empty table's one row is blank. */
function isWithin(used: Excel.Range, table: Excel.Range): boolean {
  return (
    used.rowIndex + used.rowCount <= table.rowIndex + table.rowCount &&
    used.columnIndex + used.columnCount <= table.columnIndex + table.columnCount
  );
}
