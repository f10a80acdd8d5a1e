import type { Rect, Table, TableColumn } from '../../model';
import type { Json } from '../../wire/protocol';
import { asText, invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { rangeClass } from '../classes';
import { inputGrid, plain } from '../range/cell-values';
import { define, type ClassDefinition } from '../define';
import type { HostObject } from '../host-object';
import { filterClass, tableFilters } from './filters';
import { readGrid, type RangeRef } from '../range/ref';

interface ColumnRef {
  readonly table: Table;
  readonly column: TableColumn;
}

function indexOf({ table, column }: ColumnRef): number {
  const index = table.columns.findIndex(({ id }) => id === column.id);
  if (index < 0) throw itemNotFound();
  return index;
}

function part(ref: ColumnRef, rect: Rect | null): RangeRef {
  if (!rect) throw itemNotFound();
  return { sheet: ref.table.sheet, rect: { ...rect, column: rect.column + indexOf(ref), columns: 1 } };
}

function find(table: Table, args: Arguments): HostObject | null {
  const key = args.key(0);
  const lower = key.toLowerCase();
  const column =
    table.columns.find(({ name }) => name.toLowerCase() === lower) ??
    table.columns.find(({ id }) => String(id) === key);
  return column ? tableColumnClass.of({ table, column }) : null;
}

function rename(ref: ColumnRef, value: Json): void {
  ref.table.sheet.write(part(ref, ref.table.headerRect).rect, [[asText(value)]], 'values');
}

/** Cells of a new column, its header first; without any it is blank. */
function addColumn(table: Table, args: Arguments): HostObject {
  const index = args.optionalInteger(0) ?? -1;
  const at = index === -1 ? table.columns.length : index;
  if (at < 0 || at > table.columns.length) throw invalidArgument();
  const values = args.raw(1) === undefined ? undefined : args.json(1);
  const name = args.optionalText(2);
  table.addColumn(at);
  const column = table.columns[at];
  if (!column) throw itemNotFound();
  const ref = { table, column };
  const { sheet, rect } = part(ref, table.rect);
  if (values !== undefined) sheet.write(rect, inputGrid(rect, values), 'values');
  if (name !== undefined) rename(ref, name);
  return tableColumnClass.of(ref);
}

export const tableColumnCollectionClass: ClassDefinition<Table> = define<Table>('TableColumnCollection', {
  get: { Count: (table) => table.columns.length },
  items: (table) => table.columns.map((column) => tableColumnClass.of({ table, column })),
  item: find,
  call: {
    Add: addColumn,
    GetItemOrNullObject: find,
    GetItemAt: (table, args) => {
      const column = table.columns[args.integer(0)];
      if (!column) throw itemNotFound();
      return tableColumnClass.of({ table, column });
    },
    GetCount: (table) => table.columns.length,
  },
});

const tableColumnClass: ClassDefinition<ColumnRef> = define<ColumnRef>('TableColumn', {
  identity: ({ column }) => ({ Id: String(column.id) }),
  get: {
    Id: ({ column }) => column.id,
    Index: indexOf,
    Name: (ref) => ref.table.columns[indexOf(ref)]?.name ?? ref.column.name,
    Values: (ref) => readGrid<Json>(part(ref, ref.table.rect), '', (cell) => plain(cell.value)),
  },
  set: {
    Name: rename,
    Values: (ref, value) => {
      const { sheet, rect } = part(ref, ref.table.rect);
      sheet.write(rect, inputGrid(rect, value), 'values');
    },
  },
  navigate: {
    Filter: (ref) => filterClass.of({ target: tableFilters(ref.table), column: indexOf(ref) }),
  },
  call: {
    Delete: (ref) => ref.table.deleteColumn(indexOf(ref)),
    GetDataBodyRange: (ref) => rangeClass.of(part(ref, ref.table.bodyRect)),
    GetHeaderRowRange: (ref) => rangeClass.of(part(ref, ref.table.showHeaders ? ref.table.headerRect : null)),
    GetRange: (ref) => rangeClass.of(part(ref, ref.table.rect)),
    GetTotalRowRange: (ref) => rangeClass.of(part(ref, ref.table.totalsRect)),
  },
});
