import type { Repair, RepairReceipt, StepTable } from './model';
import { activitiesTable, planTable, settingsTable, type TableKey, type TableSpec } from '../contract/contract';
import { writeHeld } from '../writing/heldCells';
import type { CellTarget } from '../writing/targetRow';
import { refuse } from '../result';
import { askWritable } from '../reading/status';
import { reshape, shapesOf, unshape } from '../contract/tableShape';
import { TableSearch, type FoundTable } from '../contract/tables';

/**
 * Makes repairs, as one: finds the rows again, checks that they still hold what was read, writes and reads back.
 * Four syncs, five where a table has lost its name, and two more for each 50,000 cells of rows beyond the first.
 * Refuses (`changedSince`) where a row is no longer what was checked; then nothing is written.
 */
export async function repair(context: Excel.RequestContext, repairs: readonly Repair[]): Promise<RepairReceipt> {
  const steps = repairs.flatMap((each) => each.steps);
  const targets = steps.flatMap((step): CellTarget[] =>
    step.kind === 'cell' ? [{ ...step, expected: step.seen, state: { value: step.value } }] : [],
  );
  const shapes = shapesOf(steps);
  const { found, asked } = await findTables(
    context,
    steps.map(({ table }) => table),
    (tables) => shapes.map((shape) => reshape(tableOf(tables, shape.table.key), shape)),
  );
  const cells = await writeHeld(context, found, targets, 'row', asked);
  return { repairs: repairs.length, cells, tables: asked.map((each) => each.changed()) };
}

/**
 * Puts back exactly what repairs changed; as many syncs as `repair`. Refuses (`changedSince`) where somebody has
 * touched one of the cells since, or made one of the tables longer or shorter.
 */
export async function undoRepair(context: Excel.RequestContext, receipt: RepairReceipt): Promise<void> {
  const targets = receipt.cells.map(({ table, row, column, seen, before }): CellTarget => ({
    table,
    row,
    column,
    expected: seen,
    state: before,
  }));
  const { found, asked } = await findTables(
    context,
    [...receipt.cells.map(({ table }) => table), ...receipt.tables],
    (tables) => receipt.tables.map((changed) => unshape(tableOf(tables, changed.key), changed)),
  );
  await writeHeld(context, found, targets, 'written', asked);
}

const specs: Readonly<Partial<Record<TableKey, TableSpec>>> = {
  plan: planTable,
  activities: activitiesTable,
  settings: settingsTable,
};

/**
 * The tables as they stand now, with what `ask` asks about them. Refuses a workbook that cannot be written, and a
 * filtered table.
 */
async function findTables<Asked>(
  context: Excel.RequestContext,
  tables: readonly Pick<StepTable, 'key'>[],
  ask: (found: ReadonlyMap<TableKey, FoundTable<string>>) => Asked,
): Promise<{ readonly found: ReadonlyMap<TableKey, FoundTable<string>>; readonly asked: Asked }> {
  const wanted = [...new Set(tables.map(({ key }) => key))].flatMap((key) => specs[key] ?? []);
  const search = new TableSearch(context, wanted);
  await search.sync();
  const found = new Map(wanted.map((spec) => [spec.key, search.require(spec)]));
  const all = [...found.values()];
  const writable = askWritable(
    context,
    all.map(({ sheet }) => sheet),
  );
  const filters = all.map(({ proxy }) => proxy.autoFilter.load('isDataFiltered'));
  const asked = ask(found);
  await context.sync();
  writable.check();
  const filtered = all.find((_, index) => filters[index]?.isDataFiltered);
  if (filtered) throw refuse('filteredTable', { table: filtered.name });
  return { found, asked };
}

function tableOf(found: ReadonlyMap<TableKey, FoundTable<string>>, key: TableKey): FoundTable<string> {
  const table = found.get(key);
  if (!table) throw refuse('missingTable', { table: key });
  return table;
}
