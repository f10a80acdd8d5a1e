import { newId as randomId, normalizeNo, parentNo } from '../plan';
import { activityRows, checkTexts, sent, type ActivityRow, type NewCell } from './activityRows';
import { activitiesTable, columnKeys, planTable, type ActivityColumn } from './contract';
import type { NewActivity, Receipt } from './gateway';
import { refuse } from './result';
import { disableEvents, enableEvents } from './run';
import { askWritable } from './status';
import { askColumn, shownHeader, TableSearch, type ColumnQuery, type FoundTable } from './tables';
import { rangeAddress, textOf, type CellValue } from './values';

type Activities = FoundTable<ActivityColumn>;

/**
 * Appends an activity, a row for each of its dates, just below the table, and verifies it by its id.
 *
 * Two syncs: one to look, one to write and read back; a third where the table did not grow by itself,
 * and one more where a table has lost its name. Nothing is written before all has been checked. The
 * place is worked out by Excel when it writes, not carried over from the look: a row that a co-author
 * adds in between is not overwritten.
 */
export async function append(
  context: Excel.RequestContext,
  activity: NewActivity,
  newId: () => string = randomId,
): Promise<Receipt> {
  const id = newId();
  const rows = activityRows({ ...activity, id }, activity);
  const { table, isEmpty } = await look(context, activity.planNo, rows.length);
  const name = (column: ActivityColumn) => shownHeader(activitiesTable, column, table.headers);
  checkTexts(activitiesTable, rows, name);
  checkColumns(table, rows, name);

  disableEvents(context);
  const written = write(table, rows, isEmpty);
  enableEvents(context);
  await context.sync();
  if (!written.isRight()) await takeBack(context, table, written.range);
  if (!written.isInTable()) {
    disableEvents(context);
    table.proxy.resize(table.proxy.getRange().getBoundingRect(written.range));
    const body = table.proxy.getDataBodyRange();
    body.load('rowIndex,rowCount');
    enableEvents(context);
    await context.sync();
    if (written.end() > body.rowIndex + body.rowCount) await takeBack(context, table, written.range);
  }
  return { id, sheet: table.sheetName, address: written.address(), rows: rows.length };
}

interface Look {
  readonly table: Activities;
  /** A new table has one blank row: it is filled, not followed. */
  readonly isEmpty: boolean;
}

/** What must be known of the table itself before rows go below it. */
function askTable(table: Excel.Table, rows: number) {
  const body = table.getDataBodyRange();
  const first = body.getRow(0).load('values');
  const below = body.getRowsBelow(rows).load('values');
  const filter = table.autoFilter.load('isDataFiltered');
  table.load('showTotals');
  return { table, first, below, filter };
}

async function look(context: Excel.RequestContext, planNo: string | null, rows: number): Promise<Look> {
  const { tables } = context.workbook;
  const byName = {
    activities: tables.getItemOrNullObject(activitiesTable.name),
    plan: tables.getItemOrNullObject(planTable.name),
  };
  const search = new TableSearch(context, [activitiesTable, planTable]);
  let writable = askWritable(context, [byName.activities.worksheet]);
  let state = askTable(byName.activities, rows);
  let numbers = askColumn(planTable, 'no', byName.plan);
  await search.sync();
  const table = search.require(activitiesTable);
  const plan = search.require(planTable);
  if (byName.activities.isNullObject || byName.plan.isNullObject || numbers.values() === null) {
    writable = askWritable(context, [table.sheet]);
    state = askTable(table.proxy, rows);
    numbers = askPlace(plan.proxy, plan.at.no ?? 0);
    await context.sync();
  }
  writable.check();
  if (state.filter.isDataFiltered) throw refuse('filteredTable', { table: table.name });
  if (state.table.showTotals || !isBlank(state.below.values)) {
    throw refuse('belowTableNotEmpty', { table: table.name });
  }
  checkNumber(planNo, numbers);
  return { table, isEmpty: table.rows === 1 && isBlank(state.first.values) };
}

/** Asks for a column by its place, where no header of the contract names it. */
export function askPlace(table: Excel.Table, position: number): ColumnQuery {
  const column = table.getDataBodyRange().getColumn(position).load('values');
  return { values: () => column.values.map(([value]): unknown => value) };
}

/** An item of the plan is a row of its table, or stands above one. */
function checkNumber(planNo: string | null, numbers: ColumnQuery): void {
  if (planNo === null) return;
  const wanted = normalizeNo(planNo);
  const isKnown = (numbers.values() ?? []).some((value) => {
    for (let no: string | null = normalizeNo(String(value)); no !== null; no = parentNo(no)) {
      if (no === wanted) return true;
    }
    return false;
  });
  if (!isKnown) throw refuse('unknownNo', { no: planNo });
}

/** What the table has no column for would be lost without a word. */
export function checkColumns<Column extends string>(
  table: Pick<FoundTable<Column>, 'at' | 'spec' | 'name'>,
  rows: readonly Readonly<Record<Column, NewCell>>[],
  name: (column: Column) => string,
): void {
  const lost = columnKeys(table.spec).find(
    (column) => table.at[column] === undefined && rows.some((row) => row[column] !== ''),
  );
  if (lost !== undefined) throw refuse('missingColumn', { table: table.name, column: name(lost) });
}

interface Written {
  readonly range: Excel.Range;
  isRight(): boolean;
  isInTable(): boolean;
  /** The row after the last one written, 0-based. */
  end(): number;
  address(): string;
}

function write(table: Activities, rows: readonly ActivityRow[], isEmpty: boolean): Written {
  const { proxy } = table;
  const body = proxy.getDataBodyRange();
  const range = isEmpty ? body.getResizedRange(rows.length - 1, 0) : body.getRowsBelow(rows.length);
  const runs = columnRuns(table);
  for (const { first, columns } of runs) {
    const part = range.getCell(0, first).getResizedRange(rows.length - 1, columns.length - 1);
    const formats = columns.map((column) => (activitiesTable.columns[column].format === 'date' ? 'yyyy-mm-dd' : '@'));
    // The format comes first: it is what keeps text from being read as a number or a date.
    part.numberFormat = rows.map(() => formats);
    part.values = rows.map((row) => columns.map((column) => sent(row[column])));
  }
  range.load('values,rowIndex,columnIndex,columnCount');
  const after = proxy.getDataBodyRange().load('rowIndex,rowCount');
  const end = () => range.rowIndex + rows.length;
  return {
    range,
    isRight: () =>
      rows.every((row, index) =>
        runs.every(({ first, columns }) =>
          columns.every((column, offset) => isSame(row[column], range.values[index]?.[first + offset])),
        ),
      ),
    isInTable: () => end() <= after.rowIndex + after.rowCount,
    end,
    address: () =>
      rangeAddress({ row: range.rowIndex, column: range.columnIndex, rows: rows.length, columns: range.columnCount }),
  };
}

export interface ColumnRun<Column extends string> {
  readonly first: number;
  readonly columns: readonly Column[];
}

/** Columns of the contract that stand side by side: what is between them is the person's and is not touched. */
export function columnRuns<Column extends string>({
  at,
  spec,
}: Pick<FoundTable<Column>, 'at' | 'spec'>): ColumnRun<Column>[] {
  const placed = columnKeys(spec)
    .flatMap((column) => (at[column] === undefined ? [] : [{ column, position: at[column] }]))
    .sort((a, b) => a.position - b.position);
  const runs: { first: number; columns: Column[] }[] = [];
  for (const { column, position } of placed) {
    const last = runs.at(-1);
    if (last && last.first + last.columns.length === position) last.columns.push(column);
    else runs.push({ first: position, columns: [column] });
  }
  return runs;
}

/** True where a cell holds what it was sent; null was left as it was. */
export function isSame(meant: NewCell, found: unknown): boolean {
  return meant === null || (typeof meant === 'string' ? meant.replace(/\r\n?/g, '\n') === found : meant === found);
}

export function isBlank(values: readonly (readonly unknown[])[]): boolean {
  return values.every((row) => row.every((value) => textOf(value as CellValue).trim() === ''));
}

/** Excel did not keep what was sent: the cells are emptied again. */
async function takeBack(context: Excel.RequestContext, table: Activities, range: Excel.Range): Promise<never> {
  disableEvents(context);
  range.clear('Contents');
  enableEvents(context);
  await context.sync();
  throw refuse('notVerified', { sheet: table.sheetName });
}
