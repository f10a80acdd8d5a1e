import { HostError } from '../../errors';
import type { Pivot, Sheet, Slicer, SlicerDefinition, Workbook } from '../../model';
import type { Json } from '../../wire/protocol';
import { asFlag, asNumber, asOneOf, asText, invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { worksheetClass } from '../classes';
import { define, type ClassDefinition } from '../define';
import type { HostObject } from '../host-object';
import { pivotTableClass } from './pivot-table';
import { isAlive } from '../range/ref';
import { tableClass } from '../tables/table';

interface SlicersRef {
  readonly workbook: Workbook;
  readonly sheet?: Sheet;
}

/** Where and how large Excel puts a new one, in points. */
const DEFAULT_PLACE = { left: 24, top: 24, width: 144, height: 194 };

function list({ workbook, sheet }: SlicersRef): readonly Slicer[] {
  return sheet?.drawings.slicers ?? workbook.slicers;
}

function find(ref: SlicersRef, args: Arguments): HostObject | null {
  const key = args.key(0);
  const lower = key.toLowerCase();
  const found =
    list(ref).find((slicer) => idOf(slicer) === key) ??
    list(ref).find(({ definition }) => definition.name.toLowerCase() === lower);
  return found ? slicerClass.of(found) : null;
}

/** Ids of the model are unique on a sheet only. */
function idOf({ sheet, id }: Slicer): string {
  return `${sheet.id}/${id}`;
}

function sourceOf({ workbook }: SlicersRef, args: Arguments): Pivot {
  const name = typeof args.raw(0) === 'string' ? args.text(0).toLowerCase() : undefined;
  const pivot =
    name === undefined
      ? args.object(0, pivotTableClass)
      : workbook.pivots.find(({ definition }) => definition.name.toLowerCase() === name);
  if (pivot) return pivot;
  const isTable = name === undefined ? args.object(0, tableClass) : workbook.tableByName(name);
  if (!isTable) throw invalidArgument();
  throw new HostError(
    'NotImplemented',
    'The embedded Excel host has slicers of PivotTables only.',
    'SlicerCollection.add',
  );
}

function destinationOf(ref: SlicersRef, args: Arguments): Sheet {
  const given = args.raw(2);
  if (given === undefined) return ref.sheet ?? ref.workbook.activeSheet;
  const sheet = typeof given === 'string' ? ref.workbook.sheetByName(given) : args.object(2, worksheetClass);
  if (!sheet) throw itemNotFound();
  return sheet;
}

function add(ref: SlicersRef, args: Arguments): HostObject {
  const pivot = sourceOf(ref, args);
  const wanted = args.text(1).toLowerCase();
  const field = pivot.fields.find((name) => name.toLowerCase() === wanted);
  if (field === undefined) throw invalidArgument();
  const names = new Set(ref.workbook.slicers.map(({ definition }) => definition.name.toLowerCase()));
  let name = field;
  for (let number = 1; names.has(name.toLowerCase()); number += 1) name = `${field} ${number}`;
  const definition: SlicerDefinition = {
    name,
    caption: field,
    field,
    sortBy: 'Ascending',
    style: 'SlicerStyleLight1',
    ...DEFAULT_PLACE,
  };
  return slicerClass.of(destinationOf(ref, args).drawings.addSlicer(pivot, definition));
}

export const slicerCollectionClass: ClassDefinition<SlicersRef> = define<SlicersRef>('SlicerCollection', {
  items: (ref) => list(ref).map((slicer) => slicerClass.of(slicer)),
  item: find,
  call: {
    Add: add,
    GetItemOrNullObject: find,
    GetItemAt: (ref, args) => {
      const slicer = list(ref)[args.integer(0)];
      if (!slicer) throw itemNotFound();
      return slicerClass.of(slicer);
    },
    GetCount: (ref) => list(ref).length,
  },
});

const length = (name: 'left' | 'top' | 'width' | 'height') => (slicer: Slicer, value: Json) => {
  const points = asNumber(value);
  if (points < 0) throw invalidArgument();
  slicer.change({ [name]: points });
};

function selectItems(slicer: Slicer, args: Arguments): void {
  const keys = args.raw(0) === undefined ? [] : args.json(0);
  if (!Array.isArray(keys)) throw invalidArgument();
  slicer.select((keys as readonly Json[]).map(asText));
}

const slicerClass: ClassDefinition<Slicer> = define<Slicer>('Slicer', {
  identity: (slicer) => ({ Id: idOf(slicer) }),
  alive: (slicer) => isAlive(slicer.sheet) && slicer.sheet.drawings.slicers.includes(slicer),
  get: {
    Id: idOf,
    Name: ({ definition }) => definition.name,
    Caption: ({ definition }) => definition.caption,
    SortBy: ({ definition }) => definition.sortBy,
    Style: ({ definition }) => definition.style,
    Left: ({ definition }) => definition.left,
    Top: ({ definition }) => definition.top,
    Width: ({ definition }) => definition.width,
    Height: ({ definition }) => definition.height,
    IsFilterCleared: ({ items }) => items.every(({ selected }) => selected),
  },
  set: {
    Name: (slicer, value) => slicer.change({ name: asText(value) }),
    Caption: (slicer, value) => slicer.change({ caption: asText(value) }),
    SortBy: (slicer, value) =>
      slicer.change({ sortBy: asOneOf(value, ['DataSourceOrder', 'Ascending', 'Descending'] as const) }),
    Style: (slicer, value) => slicer.change({ style: asText(value) }),
    Left: length('left'),
    Top: length('top'),
    Width: length('width'),
    Height: length('height'),
  },
  navigate: {
    SlicerItems: (slicer) => slicerItemCollectionClass.of(slicer),
    Worksheet: ({ sheet }) => worksheetClass.of(sheet),
  },
  call: {
    ClearFilters: (slicer) => slicer.select([]),
    Delete: (slicer) => slicer.remove(),
    GetSelectedItems: ({ items }) => items.flatMap(({ label, selected }) => (selected ? [label] : [])),
    SelectItems: selectItems,
  },
});

interface ItemRef {
  readonly slicer: Slicer;
  readonly label: string;
}

function findItem(slicer: Slicer, args: Arguments): HostObject | null {
  const key = args.key(0).toLowerCase();
  const item = slicer.items.find(({ label }) => label.toLowerCase() === key);
  return item ? slicerItemClass.of({ slicer, label: item.label }) : null;
}

const slicerItemCollectionClass: ClassDefinition<Slicer> = define<Slicer>('SlicerItemCollection', {
  items: (slicer) => slicer.items.map(({ label }) => slicerItemClass.of({ slicer, label })),
  item: findItem,
  call: {
    GetItemOrNullObject: findItem,
    GetItemAt: (slicer, args) => {
      const item = slicer.items[args.integer(0)];
      if (!item) throw itemNotFound();
      return slicerItemClass.of({ slicer, label: item.label });
    },
    GetCount: ({ items }) => items.length,
  },
});

function isSelected({ slicer, label }: ItemRef): boolean {
  return slicer.items.some((item) => item.label === label && item.selected);
}

function setSelected({ slicer, label }: ItemRef, wanted: boolean): void {
  const others = slicer.items.flatMap((item) => (item.selected && item.label !== label ? [item.label] : []));
  const selected = wanted ? [...others, label] : others;
  if (selected.length === 0) throw new HostError('InvalidOperation', 'At least one item of a slicer stays selected.');
  slicer.select(selected);
}

const slicerItemClass: ClassDefinition<ItemRef> = define<ItemRef>('SlicerItem', {
  identity: ({ label }) => ({ Id: label }),
  get: {
    Key: ({ label }) => label,
    Name: ({ label }) => label,
    HasData: () => true,
    IsSelected: isSelected,
  },
  set: { IsSelected: (ref, value) => setSelected(ref, asFlag(value)) },
});
