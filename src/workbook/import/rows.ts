import { normalizeNo } from '../../plan';
import { type ActivityRow, type NewCell, checkTexts } from '../writing/activityRows';
import { askPlace, checkColumns, fill, isFilled } from '../writing/append';
import { dropBlankRow, putBelow, takeIn, type PutRows } from '../writing/below';
import { activitiesTable, planTable, type PlanColumn } from '../contract/contract';
import { sizeOf } from '../writing/create';
import type { ImportOptions, ImportReceipt, ImportRequest, WrittenRows } from './model';
import { withParents } from './numbers';
import { receiptOf, type ImportRows } from './receipt';
import { removeImport } from './undo';
import { refuse } from '../result';
import { disableEvents, enableEvents } from '../run';
import { lookedAgain } from '../settle';
import { askWritable } from '../reading/status';
import { askColumn, shownHeader, TableSearch, type FoundTable } from '../contract/tables';
import { isBlank, portions } from '../contract/values';

type Rows<Column extends string> = readonly Readonly<Record<Column, NewCell>>[];

/**
 * Adds rows below the tables of a tracking workbook. One sync to look (two where a table has lost its
 * name), then one for each 3.5 MB, which writes, lengthens the tables and reads back what was written.
 * Each request works its place out when Excel runs it: rows that a co-author adds meanwhile are kept.
 */
export async function appendImport(
  context: Excel.RequestContext,
  rows: ImportRows,
  write: ImportRequest,
  { signal, onProgress }: ImportOptions,
): Promise<ImportReceipt> {
  const { plan, activities } = await look(context, rows, write);
  prepare(plan.table, rows.plan);
  prepare(activities.table, rows.activities);

  const lots = portions<LotRow>(
    [
      ...rows.plan.map((row) => ({ kind: 'plan', row }) as const),
      ...rows.activities.map((row) => ({ kind: 'activities', row }) as const),
    ],
    ({ row }) => sizeOf(row),
  );
  const total = rows.plan.length + rows.activities.length;
  const first: { plan?: Put; activities?: Put } = {};
  const receipt = () =>
    receiptOf(rows, {
      plan: placeOf(plan.table, first.plan, rows.plan.length),
      activities: placeOf(activities.table, first.activities, rows.activities.length),
      created: null,
    });
  let done = 0;
  let isSent = false;
  try {
    for (const lot of lots) {
      if (signal?.aborted) throw refuse('cancelled', {});
      const planLot = lot.flatMap((each) => (each.kind === 'plan' ? [each.row] : []));
      const activityLot = lot.flatMap((each) => (each.kind === 'activities' ? [each.row] : []));
      disableEvents(context);
      // The last one leaves nothing that is not calculated: Excel may wait for the next change with that.
      if (lot !== lots.at(-1)) context.application.suspendApiCalculationUntilNextSync();
      const written = {
        plan: planLot.length > 0 ? writeBelow(context, plan.table, planLot) : null,
        activities: activityLot.length > 0 ? writeBelow(context, activities.table, activityLot) : null,
      };
      enableEvents(context);
      isSent = true;
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a request may hold 5 MB: larger imports need several
      await context.sync();
      first.plan ??= written.plan ?? undefined;
      first.activities ??= written.activities ?? undefined;
      await written.plan?.check();
      await written.activities?.check();
      done += lot.length;
      onProgress?.({ done, total });
    }
    if (signal?.aborted) throw refuse('cancelled', {});
    if (first.plan && plan.blank) await dropBlankRow(context, plan.table, plan.blank, first.plan.rows.range);
    if (first.activities && activities.blank) {
      await dropBlankRow(context, activities.table, activities.blank, first.activities.rows.range);
    }
  } catch (error) {
    // Whatever stopped it, an import is whole or not there at all.
    if (isSent) await takeBack(context, [plan.table, activities.table], receipt(), error);
    throw error;
  }
  return receipt();
}

/** An import's rows go after something went wrong; refuses (`notVerified`) where that fails as well. */
async function takeBack(
  context: Excel.RequestContext,
  tables: readonly [FoundTable<PlanColumn>, FoundTable<keyof ActivityRow>],
  receipt: ImportReceipt,
  cause: unknown,
): Promise<void> {
  const [plan, activities] = tables;
  enableEvents(context);
  const remove = async () => {
    await takeIn(context, [
      { table: plan, column: plan.at.no ?? 0, keys: receipt.nos, rows: receipt.plan.rows },
      {
        table: activities,
        column: activities.at.id ?? 0,
        keys: Object.keys(receipt.rowsById),
        rows: receipt.activities.rows,
      },
    ]);
    await removeImport(context, receipt, 'whateverIsThere');
  };
  await lookedAgain(activities.sheetName, remove, cause);
}

type LotRow =
  | { readonly kind: 'plan'; readonly row: ImportRows['plan'][number] }
  | { readonly kind: 'activities'; readonly row: ActivityRow };

interface Target<Column extends string> {
  readonly table: FoundTable<Column>;
  /** The one blank row of an empty table. */
  readonly blank: Excel.Range | null;
}

/** What must be known of a table before rows go below it; a table that gets none is left out of it. */
function askTable(table: Excel.Table, rows: number) {
  const body = table.getDataBodyRange();
  const first = body.getRow(0).load('values');
  // Of thousands of blank cells the address alone comes back, which is none.
  const below = body.getRowsBelow(Math.max(1, rows)).getUsedRangeOrNullObject(true).load('address');
  const filter = table.autoFilter.load('isDataFiltered');
  table.load('showTotals');
  return { table, rows, first, below, filter };
}

async function look(
  context: Excel.RequestContext,
  rows: ImportRows,
  write: ImportRequest,
): Promise<{ readonly plan: Target<PlanColumn>; readonly activities: Target<keyof ActivityRow> }> {
  const { tables } = context.workbook;
  const byName = {
    plan: tables.getItemOrNullObject(planTable.name),
    activities: tables.getItemOrNullObject(activitiesTable.name),
  };
  const ask = (plan: Excel.Table, activities: Excel.Table) => ({
    writable: askWritable(context, [
      ...(rows.plan.length > 0 ? [plan.worksheet] : []),
      ...(rows.activities.length > 0 ? [activities.worksheet] : []),
    ]),
    plan: askTable(plan, rows.plan.length),
    activities: askTable(activities, rows.activities.length),
  });
  const search = new TableSearch(context, [planTable, activitiesTable]);
  let asked = ask(byName.plan, byName.activities);
  let numbers = askColumn(planTable, 'no', byName.plan);
  let ids = askColumn(activitiesTable, 'id', byName.activities);
  await search.sync();
  const plan = search.require(planTable);
  const activities = search.require(activitiesTable);
  if (numbers.values() === null || ids.values() === null) {
    asked = ask(plan.proxy, activities.proxy);
    numbers = askPlace(plan.proxy, plan.at.no ?? 0);
    ids = askPlace(activities.proxy, activities.at.id ?? 0);
    await context.sync();
  }
  asked.writable.check();
  checkNumbers(numbers.values() ?? [], rows, write);
  checkIds(ids.values() ?? [], write);
  return { plan: targetOf(plan, asked.plan), activities: targetOf(activities, asked.activities) };
}

function targetOf<Column extends string>(
  table: FoundTable<Column>,
  asked: ReturnType<typeof askTable>,
): Target<Column> {
  if (asked.rows > 0) {
    if (asked.filter.isDataFiltered) throw refuse('filteredTable', { table: table.name });
    if (asked.table.showTotals || !asked.below.isNullObject) throw refuse('belowTableNotEmpty', { table: table.name });
  }
  return { table, blank: table.rows === 1 && isBlank(asked.first.values) ? asked.first : null };
}

/** An import whose answer was lost may be tried again: what it has written is not written twice. */
function checkIds(values: readonly unknown[], { activities }: ImportRequest): void {
  const there = new Set(values.map((value) => String(value).trim()));
  const added = activities.find(({ id }) => there.has(id));
  if (added) throw refuse('alreadyAdded', { title: added.title });
}

/** No new number may be there already, and every activity must serve an item that is there or comes with it. */
function checkNumbers(values: readonly unknown[], rows: ImportRows, { activities }: ImportRequest): void {
  const there = new Set(values.map((value) => normalizeNo(String(value))));
  const added = rows.plan.map(({ no }) => normalizeNo(String(no)));
  const taken = added.find((no) => there.has(no));
  if (taken !== undefined) throw refuse('numberTaken', { no: taken });
  const known = withParents([...there, ...added]);
  const unknown = activities.find(({ planNo }) => planNo !== null && !known.has(normalizeNo(planNo)));
  if (unknown) throw refuse('unknownNo', { no: unknown.planNo ?? '' });
}

function prepare<Column extends string>(table: FoundTable<Column>, rows: Rows<Column>): void {
  const name = (column: Column) => shownHeader(table.spec, column, table.headers);
  checkTexts(table.spec, rows, name);
  checkColumns(table, rows, name);
}

/** What one request puts below a table; to be looked at after its sync. */
interface Put {
  readonly rows: PutRows;
  /** Refuses where a row is not as it was sent, or not in the table. */
  check(): Promise<void>;
}

function writeBelow<Column extends string>(
  context: Excel.RequestContext,
  table: FoundTable<Column>,
  rows: Rows<Column>,
): Put {
  const put = putBelow(context, table, rows.length, (range) => fill(range, table, rows));
  return { rows: put, check: () => put.check(() => isFilled(put.range, table, rows)) };
}

function placeOf({ sheetName: sheet }: FoundTable<string>, put: Put | undefined, rows: number): WrittenRows {
  return { sheet, address: put?.rows.address().split(':')[0] ?? 'A1', rows };
}
