import { isSame } from '../writing/append';
import type { Rows } from './blocks';
import type { ChangedTable, RepairStep, StepTable } from '../check/model';
import { columnKeys, type TableKey } from './contract';
import { cellText } from './escape';
import { setNumberFormat } from '../sheets/manyAreas';
import { refuse } from '../result';
import type { FoundTable } from './tables';
import { isBlankRow, type CellValue } from './values';

/** What repairs do to a table as a whole: its name, its size, rows at its end. */
export interface Shape {
  readonly table: StepTable;
  readonly name: string | null;
  readonly size: { readonly from: number; readonly to: number; readonly seen: Rows } | null;
  readonly added: readonly (readonly (CellValue | null)[])[];
}

/** The steps that are not of cells, by table. */
export function shapesOf(steps: readonly RepairStep[]): readonly Shape[] {
  const shapes = new Map<TableKey, Shape>();
  for (const step of steps) {
    if (step.kind === 'cell') continue;
    const shape = shapes.get(step.table.key) ?? { table: step.table, name: null, size: null, added: [] };
    shapes.set(step.table.key, {
      ...shape,
      ...(step.kind === 'name' && { name: step.to }),
      ...(step.kind === 'size' && { size: step }),
      ...(step.kind === 'rows' && { added: [...shape.added, ...step.rows] }),
    });
  }
  return [...shapes.values()];
}

/** Changes a table as a whole in the requests of others: asked before a sync, checked after it, queued, read back. */
export interface Reshaping {
  /** Refuses (`changedSince`) a table that is not as it was checked. */
  check(): void;
  /** Queues what stops the request where somebody has made the table longer or shorter since. */
  guard(): void;
  queue(): void;
  isRight(): boolean;
  askAgain(): void;
  /** True where all was done: of rows that were added that is not known, as others may have got in between. */
  isDone(): boolean;
  takeBack(): boolean;
  changed(): ChangedTable;
}

/** Asks what must be known before a table is changed. */
export function reshape(table: FoundTable<string>, shape: Shape): Reshaping {
  const from = table.rows;
  const base = shape.size?.to ?? from;
  const to = base + shape.added.length;
  const name = shape.name ?? table.name;
  const between = base === from ? null : rowsAt(table, Math.min(base, from), Math.abs(base - from)).load('values');
  const place = shape.added.length === 0 ? null : rowsAt(table, base, shape.added.length).load('values');
  // Excel gives rows that come into a table the look of those above.
  const first = Math.min(base, from);
  const touched = Math.max(from, to) === first ? null : rowsAt(table, first, Math.max(from, to) - first);
  touched?.load('numberFormat');
  const formats = () => ({ row: first, lines: (touched?.numberFormat ?? []) as string[][] });
  let back: ReadBack | null = null;
  let met: Met | null = null;
  let again: SeenAgain | null = null;
  return {
    check() {
      const { size } = shape;
      if (size !== null && (size.from !== from || !hold(between, size.seen))) {
        throw refuse('changedSince', { sheet: table.sheetName });
      }
      // Rows that the table gives up are blank, and may be filled.
      if (place !== null && !(place.values as CellValue[][]).every(isBlankRow)) {
        throw refuse('belowTableNotEmpty', { table: table.name });
      }
    },
    guard: () => guardSize(table, from, from === to),
    queue() {
      met = meet(table, base, shape.added.length);
      const range = shape.added.length === 0 ? null : writeRows(table, base, shape.added);
      back = apply(table, { rows: from === to ? null : to, name: shape.name }, range);
    },
    isRight: () =>
      met?.isAsChecked(from) === true && back?.is(to, name) === true && rowsAre(back.added?.values, shape.added),
    askAgain() {
      again = seeAgain(table, base, shape.added);
    },
    isDone: () => shape.added.length === 0 && again?.is(to, name) === true,
    takeBack() {
      const isOurs = again?.isOurs([from, to]) ?? true;
      if (place !== null && isOurs) rowsAt(table, base, shape.added.length).clear('Contents');
      const rows = from === to || !isOurs ? null : (met?.rows() ?? from);
      apply(table, { rows, name: shape.name === null ? null : table.name }, null);
      if (isOurs) giveFormats(table, formats());
      met?.putBack();
      return isOurs;
    },
    changed: () => ({
      key: table.spec.key,
      name: { from: table.name, to: name },
      rows: { from, to },
      added: { row: base, rows: shape.added },
      formats: formats(),
    }),
  };
}

/** The same for taking a change back. */
export function unshape(
  table: FoundTable<string>,
  { name, rows, added, formats }: ChangedTable,
): Omit<Reshaping, 'changed'> {
  const place = added.rows.length === 0 ? null : rowsAt(table, added.row, added.rows.length).load('values');
  const returning = rows.from > rows.to ? rowsAt(table, rows.to, rows.from - rows.to).load('values') : null;
  let back: ReadBack | null = null;
  let again: SeenAgain | null = null;
  const asked = (count: number, called: string): Change => ({
    rows: rows.from === rows.to ? null : count,
    name: name.from === name.to ? null : called,
  });
  return {
    check() {
      const isFree = returning === null || (returning.values as CellValue[][]).every(isBlankRow);
      const isOurs = table.name === name.to && table.rows === rows.to && rowsAre(place?.values, added.rows);
      if (!isFree || !isOurs) throw refuse('changedSince', { sheet: table.sheetName });
    },
    guard: () => guardSize(table, rows.to, rows.from === rows.to),
    queue() {
      if (added.rows.length > 0) rowsAt(table, added.row, added.rows.length).clear('Contents');
      back = apply(table, asked(rows.from, name.from), null);
      giveFormats(table, formats);
    },
    isRight: () => back?.is(rows.from, name.from) === true,
    askAgain() {
      again = seeAgain(table, added.row, added.rows);
    },
    isDone: () => again?.is(rows.from, name.from) === true,
    takeBack() {
      const isOurs = again?.isOurs([rows.from, rows.to]) ?? true;
      if (added.rows.length > 0 && isOurs) writeRows(table, added.row, added.rows);
      apply(table, asked(rows.to, name.to), null);
      return isOurs;
    },
  };
}

/** What is there after an answer that was lost. */
interface SeenAgain {
  /** True where the table is of one of these sizes, and the place of added rows holds them, a part of them or nothing. */
  isOurs(sizes: readonly number[]): boolean;
  is(rows: number, name: string): boolean;
}

function seeAgain(table: FoundTable<string>, row: number, added: Shape['added']): SeenAgain {
  const body = table.proxy.getDataBodyRange().load('rowCount');
  const place = added.length === 0 ? null : rowsAt(table, row, added.length).load('values');
  table.proxy.load('name');
  return {
    is: (rows, name) => body.rowCount === rows && table.proxy.name === name,
    isOurs: (sizes) =>
      sizes.includes(body.rowCount) &&
      added.every((cells, index) =>
        cells.every((meant, column) => {
          const found: unknown = place?.values[index]?.[column];
          return found === '' || isSame(typeof meant === 'boolean' ? null : meant, found);
        }),
      ),
  };
}

/** The last row of the table is where it was: elsewhere the two have no cell in common, and the request stops there. */
function guardSize(table: FoundTable<string>, rows: number, isSame: boolean): void {
  if (isSame) return;
  table.proxy
    .getDataBodyRange()
    .getLastRow()
    .getIntersection(rowsAt(table, rows - 1, 1));
}

/** What the request itself met before it wrote: a co-author may have added rows since the table was checked. */
interface Met {
  isAsChecked(rows: number): boolean;
  /** Null where Excel has not answered. */
  rows(): number | null;
  /** Gives the place of added rows what stood there, where it was not blank. */
  putBack(): void;
}

function meet(table: FoundTable<string>, row: number, count: number): Met {
  const body = table.proxy.getDataBodyRange().load('rowCount');
  const place = count === 0 ? null : rowsAt(table, row, count).load('values');
  let answered = false;
  const values = () => (place?.values ?? []) as CellValue[][];
  return {
    isAsChecked(rows) {
      answered = true;
      return body.rowCount === rows && values().every(isBlankRow);
    },
    rows: () => (answered ? body.rowCount : null),
    putBack() {
      if (answered && !values().every(isBlankRow)) rowsAt(table, row, count).values = values().map(sentRow);
    },
  };
}

const sentRow = (row: readonly (CellValue | null)[]) =>
  row.map((value) => (typeof value === 'string' ? cellText(value) : value));

interface ReadBack {
  readonly added: Excel.Range | null;
  is(rows: number, name: string): boolean;
}

/** Rows of the table's columns, counted from its first: Excel works out where when it comes to them. */
function rowsAt({ proxy }: FoundTable<string>, row: number, count: number): Excel.Range {
  return proxy
    .getHeaderRowRange()
    .getOffsetRange(row + 1, 0)
    .getResizedRange(count - 1, 0);
}

/** Null for what stays as it is: a table with a row of totals can be renamed, and not resized like this. */
interface Change {
  readonly rows: number | null;
  readonly name: string | null;
}

function apply({ proxy }: FoundTable<string>, { rows, name }: Change, added: Excel.Range | null): ReadBack {
  if (rows !== null) proxy.resize(proxy.getHeaderRowRange().getResizedRange(rows, 0));
  if (name !== null) proxy.name = name;
  const body = proxy.getDataBodyRange().load('rowCount');
  proxy.load('name');
  return { added, is: (count, called) => body.rowCount === count && proxy.name === called };
}

function writeRows(table: FoundTable<string>, row: number, rows: Shape['added']): Excel.Range {
  const range = rowsAt(table, row, rows.length);
  for (const key of columnKeys(table.spec)) {
    const column = table.at[key];
    const isDate = table.spec.columns[key]?.format === 'date';
    if (column !== undefined) setNumberFormat(range.getColumn(column), isDate ? 'yyyy-mm-dd' : '@');
  }
  range.values = rows.map(sentRow);
  return range.load('values');
}

function giveFormats(table: FoundTable<string>, { row, lines }: ChangedTable['formats']): void {
  if (lines.length > 0) rowsAt(table, row, lines.length).numberFormat = lines.map((line) => [...line]);
}

function hold(range: Excel.Range | null, seen: Rows): boolean {
  return seen.every((row, index) => row.every((value, column) => value === range?.values[index]?.[column]));
}

function rowsAre(values: readonly (readonly unknown[])[] | undefined, meant: Shape['added']): boolean {
  return meant.every((row, index) =>
    row.every((value, column) =>
      typeof value === 'boolean' ? values?.[index]?.[column] === value : isSame(value, values?.[index]?.[column]),
    ),
  );
}
