import type { Pivot, PivotSource, Sheet, Workbook } from '../../model';
import { asFlag, asText, invalidArgument, type Arguments } from '../arguments';
import { rangeClass, worksheetClass } from '../classes';
import { define, type ClassDefinition } from '../define';
import type { HostObject } from '../host-object';
import {
  axisCollectionClass,
  dataHierarchyCollectionClass,
  filterHierarchyCollectionClass,
  hierarchyCollectionClass,
} from './hierarchies';
import { pivotLayoutClass } from './layout';
import { isAlive, rangeAt, type RangeRef } from '../range/ref';
import { tableClass } from '../tables/table';

interface PivotsRef {
  readonly workbook: Workbook;
  readonly sheet?: Sheet;
}

function list({ workbook, sheet }: PivotsRef): readonly Pivot[] {
  return sheet ? sheet.pivots : workbook.pivots;
}

function find(ref: PivotsRef, args: Arguments): HostObject | null {
  const key = args.key(0);
  const lower = key.toLowerCase();
  const found =
    list(ref).find((pivot) => pivot.id === key) ??
    list(ref).find((pivot) => pivot.definition.name.toLowerCase() === lower);
  return found ? pivotTableClass.of(found) : null;
}

/** A table by object or by name; anything else is a range. */
function sourceOf(sheet: Sheet, args: Arguments): PivotSource {
  const table =
    args.object(1, tableClass) ??
    (typeof args.raw(1) === 'string' ? sheet.workbook.tableByName(args.text(1)) : undefined);
  if (table) return { kind: 'table', table: table.name };
  const range = args.object(1, rangeClass) ?? rangeAt(sheet, args.text(1));
  return { kind: 'range', sheet: range.sheet.name, rect: range.rect };
}

function add(ref: PivotsRef, args: Arguments): HostObject {
  const sheet = ref.sheet ?? ref.workbook.activeSheet;
  const to: RangeRef = args.object(2, rangeClass) ?? rangeAt(sheet, args.text(2));
  if (ref.sheet && to.sheet !== ref.sheet) throw invalidArgument();
  const at = { row: to.rect.row, column: to.rect.column };
  return pivotTableClass.of(to.sheet.addPivot(args.text(0), sourceOf(sheet, args), at));
}

export const pivotTableCollectionClass: ClassDefinition<PivotsRef> = define<PivotsRef>('PivotTableCollection', {
  items: (ref) => list(ref).map((pivot) => pivotTableClass.of(pivot)),
  item: find,
  call: {
    Add: add,
    GetItemOrNullObject: find,
    GetCount: (ref) => list(ref).length,
    RefreshAll: (ref) => {
      for (const pivot of list(ref)) pivot.refresh();
    },
  },
});

export const pivotTableClass: ClassDefinition<Pivot> = define<Pivot>('PivotTable', {
  identity: ({ id }) => ({ Id: id }),
  alive: (pivot) => isAlive(pivot.sheet) && pivot.sheet.pivots.includes(pivot),
  since: { AllowMultipleFiltersPerField: '1.12', RefreshOnOpen: '1.13' },
  get: {
    Id: ({ id }) => id,
    Name: ({ definition }) => definition.name,
    RefreshOnOpen: ({ definition }) => definition.refreshOnOpen,
    UseCustomSortLists: () => true,
    EnableDataValueEditing: () => false,
    AllowMultipleFiltersPerField: () => false,
  },
  set: {
    Name: (pivot, value) => pivot.change({ name: asText(value) }),
    RefreshOnOpen: (pivot, value) => pivot.change({ refreshOnOpen: asFlag(value) }),
  },
  navigate: {
    Hierarchies: (pivot) => hierarchyCollectionClass.of(pivot),
    RowHierarchies: (pivot) => axisCollectionClass.of({ pivot, axis: 'rows' }),
    ColumnHierarchies: (pivot) => axisCollectionClass.of({ pivot, axis: 'columns' }),
    FilterHierarchies: (pivot) => filterHierarchyCollectionClass.of({ pivot, axis: 'filters' }),
    DataHierarchies: (pivot) => dataHierarchyCollectionClass.of(pivot),
    Layout: (pivot) => pivotLayoutClass.of(pivot),
    Worksheet: ({ sheet }) => worksheetClass.of(sheet),
  },
  call: {
    Refresh: (pivot) => pivot.refresh(),
    Delete: (pivot) => pivot.remove(),
  },
});
