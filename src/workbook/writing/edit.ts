import { languages } from '../../i18n';
import { ItemFinder, yearOf, type Activity, type Day, type Occurrence } from '../../plan';
import type { RemovableRow } from '../check/model';
import { readActivities } from '../contract/activityReader';
import { activityRows, checkTexts, type ActivityRow } from './activityRows';
import { askPlace, checkColumns, checkNumber } from './append';
import { takeIn } from './below';
import { applyChange, type Applied } from './change';
import { activitiesTable, columnKeys, planTable, type ActivityColumn } from '../contract/contract';
import { guarded, untilStill } from './guard';
import { holdRows, type HeldRow, type HeldRows } from './heldRows';
import { appliedTo, hasHitOthers, mend, stateOf } from './mend';
import { refuse } from '../result';
import { inverse, type KeptChange, type RawRow, type RowChange } from './rowChange';
import { formatFor } from './rowWrites';
import { settled } from '../settle';
import type { StoredRow } from './storedRows';
import { askColumn, shownHeader, TableSearch, type ColumnQuery, type FoundTable } from '../contract/tables';
import type { CellValue } from '../contract/values';

/** What an edit did, and what takes it back. */
export interface EditReceipt {
  readonly id: string;
  readonly sheet: string;
  /** A1 address of the first row that is left of the activity, without the sheet; null after a deletion. */
  readonly address: string | null;
  /** Rows that the activity has now. */
  readonly rows: number;
  readonly change: RowChange;
}

/**
 * Makes the activity that was read as `before` say what `after` says, a row for each date. A date that is
 * new goes below the table, one that is gone loses its row; the others keep theirs, with what the person
 * wrote in columns of their own. Who entered it, and when, stays.
 *
 * Three syncs, four where the table did not grow by itself. Refuses (`activityChanged`) where the workbook
 * no longer says what `before` says, and (`unknownNo`) another number than before that the plan does not have.
 */
export function updateActivity(
  context: Excel.RequestContext,
  before: Activity,
  after: Activity,
  today: Day,
): Promise<EditReceipt> {
  const rows = activityRows({ ...after, id: before.id }, noEntry);
  return untilStill(async () => {
    const numbers = after.planNo === before.planNo ? null : askNumbers(context);
    const held = await holdRows(context, before.id, rows.length);
    if (numbers !== null) checkNumber(after.planNo, await numbers.answer());
    const { table } = held;
    const name = (column: ActivityColumn) => shownHeader(activitiesTable, column, table.headers);
    checkTexts(activitiesTable, rows, name);
    checkColumns(table, rows, name);
    return write(context, held, planUpdate(held, before, after, datesOf(held, before, today)));
  });
}

/** The numbers of the plan: the next sync answers, but where its table or its header has another name. */
function askNumbers(context: Excel.RequestContext): { answer(): Promise<ColumnQuery> } {
  const asked = askColumn(planTable, 'no', context.workbook.tables.getItemOrNullObject(planTable.name));
  return {
    async answer() {
      if (asked.values() !== null) return asked;
      const search = new TableSearch(context, [planTable]);
      await search.sync();
      const plan = search.require(planTable);
      const byPlace = askPlace(plan.proxy, plan.at.no ?? 0);
      await context.sync();
      return byPlace;
    },
  };
}

/** Deletes every row of the activity that was read as `before`; three syncs. Refuses where it has changed since. */
export function deleteActivity(context: Excel.RequestContext, before: Activity, today: Day): Promise<EditReceipt> {
  return untilStill(async () => {
    const held = await holdRows(context, before.id, 0);
    datesOf(held, before, today);
    const removed = held.rows.map(({ stored }) => stored);
    return write(context, held, { id: before.id, headers: held.table.headers, kept: [], removed, added: [] });
  });
}

/**
 * Deletes one of the rows of an activity that say all the same; the other stays. Three syncs. Refuses (`changedSince`)
 * where there are no two of them any more.
 */
export function removeRepeated(context: Excel.RequestContext, row: RemovableRow): Promise<EditReceipt> {
  const { id, headers, values } = row;
  return untilStill(async () => {
    const held = await holdRows(context, id, 0);
    const { table } = held;
    const isSameTable = JSON.stringify(table.headers) === JSON.stringify(headers);
    const same = held.rows.filter((each) => JSON.stringify(each.values) === JSON.stringify(values));
    const [first, extra] = [same[0], same.at(-1)];
    const isLike = first !== extra && first && extra && formulasOf(first) === formulasOf(extra);
    if (!isSameTable || !isLike) throw refuse('changedSince', { sheet: table.sheetName });
    const kept = held.rows.flatMap((each) => (each === extra ? [] : [asItIs(each)]));
    return write(context, held, { id, headers: table.headers, kept, removed: [extra.stored], added: [] });
  });
}

function formulasOf({ stored }: HeldRow): string {
  return JSON.stringify(stored.map((cell) => cell?.formula));
}

function asItIs({ values, stored }: HeldRow): KeptChange {
  return { from: values, to: values, fromCells: stored, toCells: stored };
}

/**
 * Takes an edit back; three syncs. What was deleted comes back below the table. Refuses (`changedSince`)
 * where somebody has touched the rows since.
 */
export async function undoEdit(context: Excel.RequestContext, receipt: EditReceipt): Promise<void> {
  const change = inverse(receipt.change);
  await untilStill(async () => apply(context, await holdRows(context, receipt.id, change.added.length), change));
}

const noEntry = { enteredBy: '', enteredOn: null };

async function write(context: Excel.RequestContext, held: HeldRows, change: RowChange): Promise<EditReceipt> {
  const applied = await apply(context, held, change);
  return { id: change.id, sheet: held.table.sheetName, change, ...applied };
}

/** Applies a change; where Excel's answer is an error, looks at its rows again and mends what was done by half. */
function apply(context: Excel.RequestContext, held: HeldRows, change: RowChange): Promise<Applied> {
  const { table } = held;
  const write = () =>
    settled(
      context,
      table.sheetName,
      () => applyChange(context, held, change),
      () => untilStill(() => lookAgain(context, held, change)),
    );
  return guarded(table.sheetName, write);
}

/** What became of a change that Excel says it has not made; null where its rows are what they were, or are so again. */
async function lookAgain(
  context: Excel.RequestContext,
  held: HeldRows,
  change: RowChange,
): Promise<{ readonly value: Applied } | null> {
  const { table } = held;
  const { id, added } = change;
  await takeIn(context, [{ table, column: table.at.id ?? 0, keys: [id], rows: added.length }]);
  const now = await holdRows(context, id, 0);
  const found = stateOf(now, change);
  const isHit = found !== 'after' && (await hasHitOthers(context, held, change, now));
  const state = found ?? (await mend(context, held, change, now));
  if (isHit) throw refuse('notVerified', { sheet: table.sheetName });
  return state === 'after' ? { value: appliedTo(await holdRows(context, id, 0)) } : null;
}

/** The dates of each row; refuses where the rows no longer say what was read. */
function datesOf({ table, rows }: HeldRows, before: Activity, today: Day): readonly (readonly Occurrence[])[] {
  const read = (some: readonly HeldRow[], language: (typeof languages)[number]) =>
    readActivities(
      some.map(({ values }) => values),
      table,
      new ItemFinder([]),
      { language, referenceYear: yearOf(today) },
    ).activities;
  // Days typed as text are read in the workbook's language, which is one of the two.
  const language = languages.find((candidate) => {
    const [found] = read(rows, candidate);
    return found !== undefined && saysTheSame(found, before);
  });
  if (rows.length === 0) throw refuse('notFound', { what: before.title });
  if (language === undefined) throw refuse('activityChanged', { title: before.title });
  return rows.map((row) => read([row], language)[0]?.occurrences ?? []);
}

/** True where two readings of an activity give the same, whatever they take for its id. */
function saysTheSame(one: Activity, other: Activity): boolean {
  return contents(one) === contents(other);
}

function contents({ planNo, occurrences, title, details, participants, kind, link }: Activity): string {
  const dates = occurrences.map(({ start, end, note }) => [start, end ?? '', note ?? '']);
  return JSON.stringify([planNo, dates, title, details, participants, kind, link]);
}

/** Which row gets which date: first each its own, then the rest in their order. */
function planUpdate(
  { table, rows }: HeldRows,
  before: Activity,
  after: Activity,
  dates: readonly (readonly Occurrence[])[],
): RowChange {
  const free = new Set(after.occurrences);
  const taken = rows.map((_, index): Occurrence | null => {
    const [own, ...others] = dates[index] ?? [];
    const same = [...free].find(({ start, end }) => others.length === 0 && start === own?.start && end === own.end);
    if (same) free.delete(same);
    return same ?? null;
  });
  const given = rows.map((row, index) => {
    const [next] = free;
    const occurrence = taken[index] ?? next;
    if (occurrence) free.delete(occurrence);
    return { row, occurrence, own: dates[index] ?? [] };
  });
  const rowOf = (activity: Activity, occurrences: readonly Occurrence[]) =>
    activityRows({ ...activity, id: before.id, occurrences }, noEntry)[0];
  const first = rows[0];
  return {
    id: before.id,
    headers: table.headers,
    kept: given.flatMap(({ row, occurrence, own }) => {
      if (!occurrence) return [];
      const was = own.length === 1 ? rowOf(before, own) : undefined;
      const to = rewritten(row.values, was, rowOf(after, [occurrence]), table);
      return [{ from: row.values, to, fromCells: row.stored, toCells: null }];
    }),
    removed: given.flatMap(({ row, occurrence }) => (occurrence ? [] : [row.stored])),
    added: [...free].flatMap((occurrence) => newRow(rowOf(after, [occurrence]), first, table)),
  };
}

const entered: readonly ActivityColumn[] = ['id', 'enteredBy', 'enteredOn'];

/** A row's values with what the edit changed: a cell that already says the same is left as it was typed. */
function rewritten(
  values: RawRow,
  was: ActivityRow | undefined,
  is: ActivityRow | undefined,
  { at }: FoundTable<ActivityColumn>,
): RawRow {
  const next = [...values];
  for (const column of columnKeys(activitiesTable)) {
    const position = at[column];
    const value = is?.[column] ?? null;
    if (position === undefined || value === null || entered.includes(column) || was?.[column] === value) continue;
    next[position] = asRead(value);
  }
  return next;
}

/** A row for a date that is new, entered by whom the activity was. */
function newRow(
  row: ActivityRow | undefined,
  first: HeldRow | undefined,
  { at, headers }: FoundTable<ActivityColumn>,
): StoredRow[] {
  if (row === undefined) return [];
  const cells = headers.map((_, position) => {
    const column = columnKeys(activitiesTable).find((key) => at[key] === position);
    if (column === undefined) return null;
    const value = entered.includes(column) ? (first?.values[position] ?? '') : asRead(row[column] ?? '');
    return { value, format: formatFor(value, position, at) };
  });
  return [cells];
}

/** Line ends as Excel gives them back. */
function asRead(value: string | number): CellValue {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value;
}
