import { normalizeNo, parentNo } from '../../plan';
import { activityRows, checkTexts, sent, type ActivityRow, type NewCell } from './activityRows';
import { findAdded } from './added';
import { dropBlankRow, putBelow } from './below';
import { activitiesTable, columnKeys, keyOf, planTable, type ActivityColumn } from '../contract/contract';
import type { Attempt, NewActivity, Receipt } from '../model';
import { untilStill } from './guard';
import { refuse } from '../result';
import { disableEvents, enableEvents } from '../run';
import { settled } from '../settle';
import { askWritable } from '../reading/status';
import { askColumn, shownHeader, TableSearch, type ColumnQuery, type FoundTable } from '../contract/tables';
import { isBlank } from '../contract/values';

type Activities = FoundTable<ActivityColumn>;

/**
 * Appends an activity, a row for each of its dates, just below the table, and verifies it by its id.
 *
 * Two syncs: one to look, one to write and read back; a third where the table was empty, to delete its blank
 * row, and one more where a table has lost its name. Nothing is written before all has been checked. The
 * place is worked out by Excel when it writes, not carried over from the look: a row that a co-author
 * adds in between is not overwritten.
 */
export async function append(
  context: Excel.RequestContext,
  activity: NewActivity,
  { id, again }: Attempt,
): Promise<Receipt> {
  const rows = activityRows({ ...activity, id }, activity);
  const earlier = again ? await findAdded(context, id, rows) : null;
  if (earlier?.isWhole === false) throw refuse('alreadyAdded', { title: activity.title });
  return earlier ? earlier.receipt() : untilStill(() => add(context, activity.planNo, id, rows));
}

async function add(
  context: Excel.RequestContext,
  planNo: string | null,
  id: string,
  rows: readonly ActivityRow[],
): Promise<Receipt> {
  const { table, blank } = await look(context, planNo, rows.length);
  const name = (column: ActivityColumn) => shownHeader(activitiesTable, column, table.headers);
  checkTexts(activitiesTable, rows, name);
  checkColumns(table, rows, name);

  const receipt = await settled(
    context,
    table.sheetName,
    () => write(context, table, rows, blank),
    () => untilStill(() => lookAgain(context, id, rows)),
  );
  return { id, ...receipt };
}

/** What became of rows that Excel says it has not written: theirs is the truth, a part of them is taken back. */
async function lookAgain(
  context: Excel.RequestContext,
  id: string,
  rows: readonly ActivityRow[],
): Promise<{ readonly value: Receipt } | null> {
  const found = await findAdded(context, id, rows);
  if (found === null) return null;
  if (found.isWhole) return { value: await found.receipt() };
  await found.takeBack();
  return null;
}

interface Look {
  readonly table: Activities;
  /** The one blank row of an empty table. */
  readonly blank: Excel.Range | null;
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
  return { table, blank: table.rows === 1 && isBlank(state.first.values) ? state.first : null };
}

/** Asks for a column by its place, where no header of the contract names it. */
export function askPlace(table: Excel.Table, position: number): ColumnQuery {
  const column = table.getDataBodyRange().getColumn(position).load('values');
  return { values: () => column.values.map(([value]): unknown => value) };
}

/** Refuses (`unknownNo`) a number of no item: one is a row of the plan's table, or stands above one. */
export function checkNumber(planNo: string | null, numbers: ColumnQuery): void {
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

/** Writes rows below the table; `Moved` where somebody moved its columns meanwhile: nothing of them is left then. */
async function write(
  context: Excel.RequestContext,
  table: Activities,
  rows: readonly ActivityRow[],
  blank: Excel.Range | null,
): Promise<Omit<Receipt, 'id'>> {
  disableEvents(context);
  const put = putBelow(context, table, rows.length, (range) => fill(range, table, rows));
  enableEvents(context);
  await context.sync();
  await put.check(() => isFilled(put.range, table, rows));
  if (blank) await dropBlankRow(context, table, blank, put.range);
  return { sheet: table.sheetName, address: put.address(), rows: rows.length };
}

/** Queues rows into a range as wide as the table; the person's own columns are not touched. */
export function fill<Column extends string>(
  range: Excel.Range,
  table: FoundTable<Column>,
  rows: readonly Readonly<Record<Column, NewCell>>[],
): void {
  for (const { first, columns } of columnRuns(table)) {
    const part = range.getCell(0, first).getResizedRange(rows.length - 1, columns.length - 1);
    const formats = columns.map((column) => (table.spec.columns[column].format === 'date' ? 'yyyy-mm-dd' : '@'));
    // The format comes first: it is what keeps text from being read as a number or a date.
    part.numberFormat = rows.map(() => formats);
    part.values = rows.map((row) => columns.map((column) => sent(row[column])));
  }
}

/** True where every cell of a range, loaded with its values, holds what was sent. */
export function isFilled<Column extends string>(
  range: Excel.Range,
  table: FoundTable<Column>,
  rows: readonly Readonly<Record<Column, NewCell>>[],
): boolean {
  const runs = columnRuns(table);
  return rows.every((row, index) =>
    runs.every(({ first, columns }) =>
      columns.every((column, offset) => isSame(row[column], range.values[index]?.[first + offset])),
    ),
  );
}

interface ColumnRun<Column extends string> {
  readonly first: number;
  readonly columns: readonly Column[];
}

/**
 * Columns of the contract that stand side by side: what is between them is the person's and is not touched. Those
 * with the row's key come first: a request that stops half way leaves no row that nobody can tell whose it is.
 */
function columnRuns<Column extends string>({ at, spec }: Pick<FoundTable<Column>, 'at' | 'spec'>): ColumnRun<Column>[] {
  const placed = columnKeys(spec)
    .flatMap((column) => (at[column] === undefined ? [] : [{ column, position: at[column] }]))
    .sort((a, b) => a.position - b.position);
  const runs: { first: number; columns: Column[] }[] = [];
  for (const { column, position } of placed) {
    const last = runs.at(-1);
    if (last && last.first + last.columns.length === position) last.columns.push(column);
    else runs.push({ first: position, columns: [column] });
  }
  const key = keyOf(spec);
  return runs.sort((a, b) => Number(b.columns.includes(key)) - Number(a.columns.includes(key)));
}

/** True where a cell holds what it was sent; null was left as it was. */
export function isSame(meant: NewCell, found: unknown): boolean {
  return meant === null || (typeof meant === 'string' ? meant.replace(/\r\n?/g, '\n') === found : meant === found);
}
