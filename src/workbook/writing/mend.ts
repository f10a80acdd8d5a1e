import {
  activitiesTable,
  columnKeys,
  findColumns,
  type ActivityColumn,
  type ColumnPositions,
} from '../contract/contract';
import type { FoundTable } from '../contract/tables';
import type { CellValue } from '../contract/values';
import { refuse } from '../result';
import { disableEvents, enableEvents } from '../run';
import { guarded } from './guard';
import type { Applied } from './change';
import { addressOf, guardRows, holdRows, idOf, isAll, type HeldRow, type HeldRows } from './heldRows';
import { ourColumns, pairUp } from './pairing';
import { valuesOf, type RawRow, type RowChange } from './rowChange';
import { removeRows, writeCells } from './rowWrites';
import type { StoredRow } from './storedRows';

/** The state of the rows of a change after an answer that was lost, wherever the columns stand now: null where they are neither. */
export function stateOf({ table, rows }: HeldRows, change: RowChange): 'before' | 'after' | null {
  const then = findColumns(activitiesTable, change.headers).at;
  const keys = columnKeys(activitiesTable).filter((key) => then[key] !== undefined);
  const lines = (some: readonly (readonly (CellValue | null)[])[], at: ColumnPositions<ActivityColumn>) =>
    JSON.stringify(some.map((values) => JSON.stringify(keys.map((key) => values[at[key] ?? -1] ?? ''))).sort());
  const found = lines(
    rows.map(({ values }) => values),
    table.at,
  );
  const stored = (some: readonly StoredRow[]) => some.map(valuesOf);
  if (found === lines([...change.kept.map(({ to }) => to), ...stored(change.added)], then)) return 'after';
  if (found === lines([...change.kept.map(({ from }) => from), ...stored(change.removed)], then)) return 'before';
  return null;
}

/**
 * Mends a change of which a request that stopped half way has done a part: what was to be deleted is where all
 * else is done, else everything is put back. Three syncs. Refuses (`notVerified`) what is neither after that; `Moved`
 * where somebody moves the rows meanwhile.
 */
export async function mend(
  context: Excel.RequestContext,
  held: HeldRows,
  change: RowChange,
  now: HeldRows,
): Promise<'before' | 'after'> {
  const { table } = now;
  const isSameTable = JSON.stringify(table.headers) === JSON.stringify(change.headers);
  const isRest = (row: HeldRow) =>
    isSameTable && change.removed.some((stored) => isSameOurs(row.values, valuesOf(stored), table));
  const rest = now.rows.filter(isRest);
  const others = { ...now, rows: now.rows.filter((row) => !isRest(row)) };
  disableEvents(context);
  guardRows(now.rows);
  if (stateOf(others, change) === 'after') removeRows(rest, isAll(now) && others.rows.length === 0);
  else {
    // The rows that were there stand first and in their order: those of the change were put below.
    now.rows.slice(0, held.rows.length).forEach(({ range, values }, index) => {
      const { values: was = [], stored = [] } = held.rows[index] ?? {};
      // By header: somebody may have moved the columns, and what was written stand in the wrong ones.
      const then = table.headers.map((header) => change.headers.indexOf(header));
      const whole = then.map((position, column) => was[position] ?? values[column] ?? '');
      writeCells(range, values, { values: whole, cells: then.map((position) => stored[position] ?? null) }, table);
    });
    removeRows(now.rows.slice(held.rows.length), isAll(now) && held.rows.length === 0);
  }
  enableEvents(context);
  await guarded(table.sheetName, () => context.sync());
  const state = stateOf(await holdRows(context, change.id, 0), change);
  if (state === null) throw refuse('notVerified', { sheet: table.sheetName });
  return state;
}

function isSameOurs(values: RawRow, meant: readonly (CellValue | null)[], { at }: FoundTable<ActivityColumn>): boolean {
  return ourColumns(at).every((column) => values[column] === meant[column]);
}

/**
 * Whether a change whose answer was lost has hit others' rows, which a sort had brought into the place of its own: rows
 * of theirs are gone, or one says what was written. What its guards have seen it has not. One sync, none where all
 * rows were guarded, before anything is mended.
 */
export async function hasHitOthers(
  context: Excel.RequestContext,
  held: HeldRows,
  change: RowChange,
  now: HeldRows,
): Promise<boolean> {
  if (held.rows.every(({ guard }) => guard.isSure())) return false;
  if (othersIn(now) < othersIn(held)) return true;
  // Other proxies of the same cells: what stands there now.
  const places = pairUp(held, change).kept.map((each) => ({
    ...each,
    found: each.row.range.getOffsetRange(0, 0).load('values'),
  }));
  await context.sync();
  return places.some(({ found, from, to }) => {
    const values = (found.values[0] ?? []) as CellValue[];
    const isOurs = idOf(values, now.table.at) === change.id;
    return !isOurs && to.every((value, column) => value === from[column] || value === values[column]);
  });
}

function othersIn({ count, rows, blank }: HeldRows): number {
  return count - rows.length - (blank === null ? 0 : 1);
}

/** What a change gives whose rows are found as it left them. */
export function appliedTo({ table, rows }: HeldRows): Applied {
  const [first] = rows;
  return { address: first === undefined ? null : addressOf(first.range, table), rows: rows.length };
}
