import type { Repair, RepairReceipt, StepTable } from './checkModel';
import { activitiesTable, planTable, settingsTable, type TableKey, type TableSpec } from './contract';
import { writeHeld, type CellTarget } from './heldCells';
import { refuse } from './result';
import { askWritable } from './status';
import { TableSearch, type FoundTable } from './tables';

/**
 * Makes repairs, as one: finds the rows again, checks that they still hold what was read, writes and reads back.
 * Four syncs, five where a table has lost its name, and two more for each 50,000 cells of rows beyond the first.
 * Refuses (`changedSince`) where a row is no longer what was checked; then nothing is written.
 */
export async function repair(context: Excel.RequestContext, repairs: readonly Repair[]): Promise<RepairReceipt> {
  const targets = repairs
    .flatMap(({ steps }) => steps)
    .map(({ table, row, column, seen, value }): CellTarget => ({
      table,
      row,
      column,
      expected: seen,
      state: { value },
    }));
  const cells = await writeHeld(context, await findTables(context, targets), targets, 'row');
  return { repairs: repairs.length, cells };
}

/**
 * Puts back exactly what repairs changed; as many syncs as `repair`. Refuses (`changedSince`) where somebody has
 * touched one of the cells since.
 */
export async function undoRepair(context: Excel.RequestContext, { cells }: RepairReceipt): Promise<void> {
  const targets = cells.map(({ table, row, column, seen, before }): CellTarget => ({
    table,
    row,
    column,
    expected: seen,
    state: before,
  }));
  await writeHeld(context, await findTables(context, targets), targets, 'written');
}

const specs: Readonly<Partial<Record<TableKey, TableSpec>>> = {
  plan: planTable,
  activities: activitiesTable,
  settings: settingsTable,
};

/** The tables as they stand now. Refuses a workbook that cannot be written, and a filtered table. */
async function findTables(
  context: Excel.RequestContext,
  targets: readonly { readonly table: StepTable }[],
): Promise<ReadonlyMap<TableKey, FoundTable<string>>> {
  const keys = [...new Set(targets.map(({ table }) => table.key))];
  const wanted = keys.flatMap((key) => specs[key] ?? []);
  const search = new TableSearch(context, wanted);
  await search.sync();
  const found = wanted.map((spec) => search.require(spec));
  const writable = askWritable(
    context,
    found.map(({ sheet }) => sheet),
  );
  const filters = found.map(({ proxy }) => proxy.autoFilter.load('isDataFiltered'));
  await context.sync();
  writable.check();
  const filtered = found.find((_, index) => filters[index]?.isDataFiltered);
  if (filtered) throw refuse('filteredTable', { table: filtered.name });
  return new Map(found.map((table) => [table.spec.key, table]));
}
