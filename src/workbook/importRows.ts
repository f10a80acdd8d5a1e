import { normalizeNo } from '../plan';
import { sent, type ActivityRow, type NewCell, checkTexts } from './activityRows';
import { askPlace, checkColumns, columnRuns, isBlank, isSame } from './append';
import { activitiesTable, planTable, type PlanColumn, type TableSpec } from './contract';
import { sizeOf } from './create';
import type { ImportOptions, ImportReceipt, ImportRequest, WrittenRows } from './importModel';
import { withParents } from './importNumbers';
import { receiptOf, type ImportRows } from './importReceipt';
import { removeImport } from './importUndo';
import { refuse, Refusal } from './result';
import { disableEvents, enableEvents } from './run';
import { askWritable } from './status';
import { askColumn, shownHeader, TableSearch, type FoundTable } from './tables';
import { cellAddress, portions } from './values';

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
  const first: { plan?: WrittenRows; activities?: WrittenRows } = {};
  const receipt = () =>
    receiptOf(rows, {
      plan: { ...(first.plan ?? nowhere(plan.table)), rows: rows.plan.length },
      activities: { ...(first.activities ?? nowhere(activities.table)), rows: rows.activities.length },
      created: null,
    });
  let done = 0;
  try {
    for (const lot of lots) {
      if (signal?.aborted) throw refuse('cancelled', {});
      const planLot = lot.flatMap((each) => (each.kind === 'plan' ? [each.row] : []));
      const activityLot = lot.flatMap((each) => (each.kind === 'activities' ? [each.row] : []));
      disableEvents(context);
      context.application.suspendApiCalculationUntilNextSync();
      const written = [
        planLot.length > 0 ? writeBelow(plan, planLot, !first.plan) : null,
        activityLot.length > 0 ? writeBelow(activities, activityLot, !first.activities) : null,
      ] as const;
      enableEvents(context);
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a request may hold 5 MB: larger imports need several
      await context.sync();
      first.plan ??= written[0]?.place();
      first.activities ??= written[1]?.place();
      const wrong = written.find((each) => each !== null && !each.isRight());
      if (wrong) throw refuse('notVerified', { sheet: wrong.place().sheet });
      done += lot.length;
      onProgress?.({ done, total });
    }
    if (signal?.aborted) throw refuse('cancelled', {});
  } catch (error) {
    // Whatever stopped it, an import is whole or not there at all.
    if (done > 0 || isNotVerified(error)) await removeImport(context, receipt(), 'whateverIsThere');
    throw error;
  }
  return receipt();
}

type LotRow =
  | { readonly kind: 'plan'; readonly row: ImportRows['plan'][number] }
  | { readonly kind: 'activities'; readonly row: ActivityRow };

function isNotVerified(error: unknown): boolean {
  return error instanceof Refusal && error.error.code === 'notVerified';
}

interface Target<Column extends string> {
  readonly table: FoundTable<Column>;
  /** A new table has one blank row: it is filled, not followed. */
  readonly isEmpty: boolean;
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
  await search.sync();
  const plan = search.require(planTable);
  const activities = search.require(activitiesTable);
  if (byName.plan.isNullObject || byName.activities.isNullObject || numbers.values() === null) {
    asked = ask(plan.proxy, activities.proxy);
    numbers = askPlace(plan.proxy, plan.at.no ?? 0);
    await context.sync();
  }
  asked.writable.check();
  checkNumbers(numbers.values() ?? [], rows, write);
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
  return { table, isEmpty: table.rows === 1 && isBlank(asked.first.values) };
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

function nowhere({ sheetName }: FoundTable<string>): WrittenRows {
  return { sheet: sheetName, address: 'A1', rows: 0 };
}

/** What one request writes below a table; to be looked at after its sync. */
interface Written {
  /** True where every cell holds what was sent and every row is in the table. */
  isRight(): boolean;
  place(): WrittenRows;
}

function writeBelow<Column extends string>(
  { table, isEmpty }: Target<Column>,
  rows: Rows<Column>,
  isFirst: boolean,
): Written {
  const { proxy } = table;
  const before = proxy.getDataBodyRange();
  const range = isEmpty && isFirst ? before.getResizedRange(rows.length - 1, 0) : before.getRowsBelow(rows.length);
  const runs = columnRuns(table);
  for (const { first, columns } of runs) {
    const part = range.getCell(0, first).getResizedRange(rows.length - 1, columns.length - 1);
    const formats = columns.map((column) => formatOf(table.spec, column));
    // The format comes first: it is what keeps text from being read as a number or a date.
    part.numberFormat = rows.map(() => formats);
    part.values = rows.map((row) => columns.map((column) => sent(row[column])));
  }
  // Where the table has grown by itself this leaves it as it is.
  proxy.resize(proxy.getRange().getBoundingRect(range));
  range.load('values,rowIndex,columnIndex');
  const body = proxy.getDataBodyRange().load('rowIndex,rowCount');
  return {
    isRight: () =>
      range.rowIndex + rows.length <= body.rowIndex + body.rowCount &&
      rows.every((row, index) =>
        runs.every(({ first, columns }) =>
          columns.every((column, offset) => isSame(row[column], range.values[index]?.[first + offset])),
        ),
      ),
    place: () => ({
      sheet: table.sheetName,
      address: cellAddress(range.rowIndex, range.columnIndex),
      rows: rows.length,
    }),
  };
}

function formatOf<Column extends string>(spec: TableSpec<Column>, column: Column): string {
  return spec.columns[column].format === 'date' ? 'yyyy-mm-dd' : '@';
}
