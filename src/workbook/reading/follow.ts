import type { Day, TrackedPlan } from '../../plan';
import type { Rows } from '../contract/blocks';
import { activitiesTable, planTable, settingsTable } from '../contract/contract';
import { bodyOf, readTables, understand, type ReadTable, type ReadTables } from './read';
import { askDateSystem } from '../contract/dateSystem';
import { TableSearch, type FoundTable } from '../contract/tables';
import { parseAddress } from '../contract/values';

/** What Excel tells of a change of cells. */
export interface CellsChange {
  readonly worksheetId: string;
  readonly address: string;
  /** As Excel has it: `RangeEdited`, `RowInserted`… */
  readonly changeType: string;
}

/** Rows of a sheet, 0-based, the last one included. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/** More rows than this are no edit of a person's: the whole is as soon read, and surer. */
const mostRows = 2000;

const specs = { plan: planTable, activities: activitiesTable, settings: settingsTable };

type Name = keyof typeof specs;

const names: readonly Name[] = ['plan', 'activities', 'settings'];

/** A table as it was last read; plain, since it outlives its run. */
interface Kept extends Pick<FoundTable<string>, 'name' | 'sheetId' | 'sheetName' | 'headers' | 'row' | 'column'> {
  readonly rows: Rows;
}

type KeptTables = Readonly<Record<Name, Kept | null>>;

/**
 * Follows a workbook by its changes: after one whole reading, an edit of some rows costs the reading of those rows.
 *
 * Excel's events are hints. Where they speak of more than edited cells, and where what is read does not fit what
 * was (other headers, another place, rows that nobody told of), the whole is read again. An event that never came
 * leaves a row as it was until the next whole reading, so what builds or checks always reads the whole.
 */
export class Follower {
  private kept: KeptTables | null = null;
  private changed = new Map<string, readonly Span[]>();
  private isLost = false;

  /** Notes what an event tells. */
  note({ worksheetId, address, changeType }: CellsChange): void {
    const rows = changeType === 'RangeEdited' ? rowsOf(address) : null;
    if (rows === null) this.lose();
    else this.changed.set(worksheetId, [...(this.changed.get(worksheetId) ?? []), rows]);
  }

  /** Notes rows that we wrote ourselves, of which no event tells. */
  noteOwn({ sheet, address }: { readonly sheet: string; readonly address: string }): void {
    const table = names.map((name) => this.kept?.[name]).find((each) => each?.sheetName === sheet);
    if (table) this.note({ worksheetId: table.sheetId, address, changeType: 'RangeEdited' });
    else this.lose();
  }

  /** Something changed that no event follows: the next reading is a whole one. */
  lose(): void {
    this.isLost = true;
    this.kept = null;
  }

  /** The whole workbook: the syncs of `readTables`. */
  async readWhole(context: Excel.RequestContext, today: Day): Promise<TrackedPlan> {
    // What changes from here on may be in this reading or not: the next one looks at it again.
    this.changed = new Map();
    this.isLost = false;
    this.kept = null;
    return this.keep(await readTables(context), today);
  }

  /** The rows that changed since the last reading, all others as they were: one sync, or those of `readWhole`. */
  async readChanges(context: Excel.RequestContext, today: Day): Promise<TrackedPlan> {
    const { kept } = this;
    const spans = kept === null || this.isLost ? null : changedRows(kept, this.changed);
    if (kept === null || spans === null) return this.readWhole(context, today);
    this.changed = new Map();
    this.kept = null;
    const edits = names.map((name) => askRows(context, kept[name], spans[name]));
    const search = new TableSearch(context, Object.values(specs));
    const dates = askDateSystem(context);
    await search.sync();
    dates.check();
    const [plan, activities, settings] = [
      merge(kept.plan, search.find(specs.plan), edits[0]),
      merge(kept.activities, search.find(specs.activities), edits[1]),
      merge(kept.settings, search.find(specs.settings), edits[2]),
    ];
    const isSettled = settings !== null || (kept.settings === null && !search.has(specs.settings));
    if (plan === null || activities === null || !isSettled) return this.readWhole(context, today);
    return this.keep({ plan, activities, settings }, today);
  }

  private keep(tables: ReadTables, today: Day): TrackedPlan {
    this.kept = { plan: plain(tables.plan), activities: plain(tables.activities), settings: plain(tables.settings) };
    return understand(tables, today).tracked;
  }
}

function plain<Table extends ReadTable<string> | null>(read: Table): Table extends null ? null : Kept;
function plain(read: ReadTable<string> | null): Kept | null {
  if (read === null) return null;
  const { name, sheetId, sheetName, headers, row, column } = read.table;
  return { name, sheetId, sheetName, headers, row, column, rows: read.rows };
}

/** The rows of each table to read again, one stretch a table; null where they are too many. */
function changedRows(
  kept: KeptTables,
  changed: ReadonlyMap<string, readonly Span[]>,
): Readonly<Record<Name, Span | null>> | null {
  const spans: Record<Name, Span | null> = { plan: null, activities: null, settings: null };
  for (const name of names) {
    const table = kept[name];
    if (table === null) continue;
    const inside = (changed.get(table.sheetId) ?? []).filter(({ last }) => last >= table.row);
    if (inside.length === 0) continue;
    const first = Math.max(table.row, Math.min(...inside.map((span) => span.first)));
    const last = Math.max(...inside.map((span) => span.last));
    if (last - first >= mostRows) return null;
    spans[name] = { first, last };
  }
  return spans;
}

interface Edit {
  readonly span: Span;
  readonly range: Excel.Range;
}

function askRows(context: Excel.RequestContext, table: Kept | null, span: Span | null): Edit | null {
  if (table === null || span === null) return null;
  const sheet = context.workbook.worksheets.getItemOrNullObject(table.sheetId);
  const { block } = bodyOf({ ...table, sheet, rows: span.last - span.first + 1 });
  const range = sheet.getRangeByIndexes(span.first, block.column, block.rows, block.columns);
  return { span, range: range.load('values') };
}

/** The table as it was, with the rows read again; null where that does not account for the table as it is. */
function merge<Column extends string>(
  kept: Kept | null,
  table: FoundTable<Column> | null,
  edit: Edit | null | undefined,
): ReadTable<Column> | null {
  if (kept === null || table === null || !isSamePlace(kept, table) || table.rows < kept.rows.length) return null;
  const grown = table.rows > kept.rows.length;
  const at = (row: number) => row - table.row;
  if (!edit) return grown ? null : { table, rows: kept.rows };
  const { span, range } = edit;
  if (grown && (at(span.first) > kept.rows.length || at(span.last) < table.rows - 1)) return null;
  const rows = [...kept.rows];
  const fresh = range.values as Rows[number][];
  fresh.slice(0, table.rows - at(span.first)).forEach((row, index) => (rows[at(span.first) + index] = row));
  return { table, rows };
}

function isSamePlace(kept: Kept, table: FoundTable<string>): boolean {
  return (
    (['name', 'sheetId', 'sheetName', 'row', 'column'] as const).every((key) => kept[key] === table[key]) &&
    kept.headers.length === table.headers.length &&
    kept.headers.every((header, index) => header === table.headers[index])
  );
}

/** The rows of `B2`, `A2:L5` or several of these between commas; null for whole columns and anything else. */
function rowsOf(address: string): Span | null {
  const corners = address.split(/[,:]/).map((corner) => parseAddress(corner.replace(/^.*!/, '').replaceAll('$', '')));
  const rows = corners.flatMap((corner) => corner?.row ?? []);
  return rows.length === corners.length ? { first: Math.min(...rows), last: Math.max(...rows) } : null;
}
