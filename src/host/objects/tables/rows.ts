import { HostError } from '../../errors';
import type { CellInput, Rect, Table } from '../../model';
import { asInteger, invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { rangeClass } from '../classes';
import { inputGrid, plain } from '../range/cell-values';
import { define, type ClassDefinition } from '../define';
import type { HostObject } from '../host-object';
import { readGrid, type RangeRef } from '../range/ref';
import type { Json } from '../../wire/protocol';

interface RowRef {
  readonly table: Table;
  /** 0-based, in the body. */
  readonly index: number;
}

function rangeOfRow({ table, index }: RowRef): RangeRef {
  const rect: Rect = { ...table.bodyRect, row: table.bodyRect.row + index, rows: 1 };
  return { sheet: table.sheet, rect };
}

function rowAt(table: Table, index: number): HostObject {
  if (index < 0 || index >= table.bodyRect.rows) throw itemNotFound();
  return tableRowClass.of({ table, index });
}

/** Rows as `rows.add` takes them, of the table's width; one row may come without its outer brackets. */
function rowsOfTable(table: Table, value: Json): readonly (readonly CellInput[])[] {
  if (!Array.isArray(value) || value.length === 0) throw invalidArgument();
  const rows = (Array.isArray((value as readonly Json[])[0]) ? value : [value]) as readonly Json[];
  return rows.map((row) => {
    if (!Array.isArray(row) || row.length !== table.columns.length) throw invalidArgument();
    return (row as readonly Json[]).map((cell) => {
      if (typeof cell === 'object' && cell !== null) throw new HostError('InvalidArgument', 'The argument is invalid.');
      return cell;
    });
  });
}

function addRows(table: Table, args: Arguments): HostObject {
  const at = args.optionalInteger(0);
  const values = args.raw(1) === undefined ? [new Array<Json>(table.columns.length).fill('')] : args.json(1);
  const rows = rowsOfTable(table, values);
  const end = table.bodyRect.rows;
  if (at !== undefined && at !== -1 && (at < 0 || at > end)) throw invalidArgument();
  const index = at === undefined || at === -1 ? null : at;
  const before = table.bodyRect.rows;
  table.rows.add(index, rows);
  // An empty table has one blank row, which the first row added fills.
  return tableRowClass.of({ table, index: index ?? Math.max(0, Math.min(before, table.bodyRect.rows - rows.length)) });
}

function deleteAt(table: Table, index: number, count: number): void {
  if (index < 0 || count < 1 || index + count > table.bodyRect.rows) throw invalidArgument();
  table.rows.delete(index, count);
}

function deleteRows(table: Table, args: Arguments): void {
  const rows = args.json(0);
  if (!Array.isArray(rows)) {
    throw new HostError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
  }
  const indices = (rows as readonly Json[]).map(asInteger).sort((a, b) => b - a);
  for (const index of indices) deleteAt(table, index, 1);
}

export const tableRowCollectionClass: ClassDefinition<Table> = define<Table>('TableRowCollection', {
  get: { Count: (table) => table.bodyRect.rows },
  items: (table) => Array.from({ length: table.bodyRect.rows }, (_, index) => tableRowClass.of({ table, index })),
  call: {
    Add: addRows,
    GetItemAt: (table, args) => rowAt(table, args.integer(0)),
    GetCount: (table) => table.bodyRect.rows,
    DeleteRowsAt: (table, args) => deleteAt(table, args.integer(0), args.optionalInteger(1) ?? 1),
    DeleteRows: deleteRows,
  },
});

const tableRowClass: ClassDefinition<RowRef> = define<RowRef>('TableRow', {
  get: {
    Index: ({ index }) => index,
    Values: (row) => readGrid<Json>(rangeOfRow(row), '', (cell) => plain(cell.value)),
  },
  set: {
    Values: (row, value) => {
      const { sheet, rect } = rangeOfRow(row);
      sheet.write(rect, inputGrid(rect, value), 'values');
    },
  },
  call: {
    GetRange: (row) => rangeClass.of(rangeOfRow(row)),
    Delete: ({ table, index }) => deleteAt(table, index, 1),
  },
});
