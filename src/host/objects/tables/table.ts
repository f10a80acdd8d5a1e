import type { Sheet, Table, Workbook } from '../../model';
import { covers, intersects } from '../../model/geometry/rect';
import { TableEvent, WORKBOOK_TARGET } from '../../wire/event-types';
import type { Json } from '../../wire/protocol';
import { asFlag, asText, invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { rangeClass, worksheetClass, tableScopedCollectionClass } from '../classes';
import { autoFilterClass, reapply, tableFilters } from './filters';
import { define, events, type ClassDefinition } from '../define';
import type { HostObject } from '../host-object';
import { isAlive, rangeAt, type ScopedTables } from '../range/ref';
import { tableSortClass } from '../range/sort';
import { tableColumnCollectionClass } from './columns';
import { tableRowCollectionClass } from './rows';

/** The tables of the workbook, or of one sheet. */
interface TablesRef {
  readonly workbook: Workbook;
  readonly sheet?: Sheet;
}

function list({ workbook, sheet }: TablesRef): readonly Table[] {
  return sheet ? sheet.tables : workbook.tables;
}

/** By id or by name, as the indexer takes both. */
function find(tables: readonly Table[], key: string): Table | undefined {
  const lower = key.toLowerCase();
  return tables.find((table) => String(table.id) === key) ?? tables.find((table) => table.name.toLowerCase() === lower);
}

function findItem(tables: readonly Table[], args: Arguments): HostObject | null {
  const table = find(tables, args.key(0));
  return table ? tableClass.of(table) : null;
}

function addTable(ref: TablesRef, args: Arguments): HostObject {
  const at = args.object(0, rangeClass) ?? rangeAt(ref.sheet ?? ref.workbook.activeSheet, args.text(0));
  if (ref.sheet && at.sheet !== ref.sheet) throw invalidArgument();
  return tableClass.of(at.sheet.addTable(at.rect, args.flag(1)));
}

export const tableCollectionClass: ClassDefinition<TablesRef> = define<TablesRef>('TableCollection', {
  get: { Count: (ref) => list(ref).length },
  items: (ref) => list(ref).map((table) => tableClass.of(table)),
  item: (ref, args) => findItem(list(ref), args),
  call: {
    Add: addTable,
    GetItemOrNullObject: (ref, args) => findItem(list(ref), args),
    GetItemAt: (ref, args) => {
      const table = list(ref)[args.integer(0)];
      if (!table) throw itemNotFound();
      return tableClass.of(table);
    },
    GetCount: (ref) => list(ref).length,
    ...events<TablesRef>((ref) => ref.sheet?.id ?? WORKBOOK_TARGET, {
      AddedEvent: TableEvent.added,
      DataChangedEvent: TableEvent.changed,
      DeletedEvent: TableEvent.deleted,
    }),
  },
});

function scoped({ range, fullyContained }: ScopedTables): readonly Table[] {
  return range.sheet.tables.filter(({ rect }) =>
    fullyContained ? covers(range.rect, rect) : intersects(range.rect, rect),
  );
}

/** `range.getTables()`: the tables that a range touches. */
tableScopedCollectionClass.answers({
  since: { GetItemOrNullObject: '1.14' },
  items: (ref) => scoped(ref).map((table) => tableClass.of(table)),
  item: (ref, args) => findItem(scoped(ref), args),
  call: {
    GetCount: (ref) => scoped(ref).length,
    GetFirst: (ref) => {
      const [first] = scoped(ref);
      if (!first) throw itemNotFound();
      return tableClass.of(first);
    },
    GetItemOrNullObject: (ref, args) => findItem(scoped(ref), args),
  },
});

const change =
  (
    option:
      | 'showHeaders'
      | 'showTotals'
      | 'showBandedRows'
      | 'showBandedColumns'
      | 'highlightFirstColumn'
      | 'highlightLastColumn'
      | 'showFilterButton',
  ) =>
  (table: Table, value: Json): void =>
    table.change({ [option]: asFlag(value) });

function totalsRange(table: Table): HostObject {
  if (!table.totalsRect) throw itemNotFound();
  return rangeClass.of({ sheet: table.sheet, rect: table.totalsRect });
}

function isLiving(table: Table): boolean {
  return isAlive(table.sheet) && table.sheet.tables.includes(table);
}

function headerRange(table: Table): HostObject {
  if (!table.showHeaders) throw itemNotFound();
  return rangeClass.of({ sheet: table.sheet, rect: table.headerRect });
}

export const tableClass: ClassDefinition<Table> = define<Table>('Table', {
  identity: (table) => ({ Id: String(table.id) }),
  alive: isLiving,
  since: { Resize: '1.13' },
  get: {
    Id: (table) => String(table.id),
    LegacyId: (table) => String(table.id),
    Name: (table) => table.name,
    Style: (table) => table.style ?? '',
    ShowHeaders: (table) => table.showHeaders,
    ShowTotals: (table) => table.showTotals,
    ShowBandedRows: (table) => table.showBandedRows,
    ShowBandedColumns: (table) => table.showBandedColumns,
    HighlightFirstColumn: (table) => table.highlightFirstColumn,
    HighlightLastColumn: (table) => table.highlightLastColumn,
    ShowFilterButton: (table) => table.showFilterButton,
  },
  set: {
    Name: (table, value) => table.rename(asText(value)),
    Style: (table, value) => table.setStyle(asText(value) || null),
    ShowHeaders: change('showHeaders'),
    ShowTotals: change('showTotals'),
    ShowBandedRows: change('showBandedRows'),
    ShowBandedColumns: change('showBandedColumns'),
    HighlightFirstColumn: change('highlightFirstColumn'),
    HighlightLastColumn: change('highlightLastColumn'),
    ShowFilterButton: change('showFilterButton'),
  },
  navigate: {
    Columns: (table) => tableColumnCollectionClass.of(table),
    Rows: (table) => tableRowCollectionClass.of(table),
    Worksheet: (table) => worksheetClass.of(table.sheet),
    AutoFilter: (table) => autoFilterClass.of(tableFilters(table)),
    Sort: (table) => tableSortClass.of(table),
  },
  call: {
    GetRange: (table) => rangeClass.of({ sheet: table.sheet, rect: table.rect }),
    GetDataBodyRange: (table) => rangeClass.of({ sheet: table.sheet, rect: table.bodyRect }),
    GetHeaderRowRange: headerRange,
    GetTotalRowRange: totalsRange,
    ClearFilters: (table) => table.clearFilters(),
    ReapplyFilters: (table) => reapply(tableFilters(table)),
    ConvertToRange: (table) => {
      const range = { sheet: table.sheet, rect: table.rect };
      table.convertToRange();
      return rangeClass.of(range);
    },
    Delete: (table) => table.remove(),
    Resize: (table, args) => {
      const to = args.object(0, rangeClass) ?? rangeAt(table.sheet, args.text(0));
      if (to.sheet !== table.sheet) throw invalidArgument();
      table.resize(to.rect);
    },
    ...events<Table>((table) => String(table.id), {
      DataChangedEvent: TableEvent.changed,
      SelectionChangedEvent: TableEvent.selectionChanged,
    }),
  },
});
