import { HostError } from '../../errors';
import { newUse, pivotUse, type Aggregation, type Pivot, type PivotAxisField, type PivotDataField } from '../../model';
import { pivotWords } from '../../model/pivot';
import { asInteger, asOneOf, asText, invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { define, type ClassDefinition, type ClassTable } from '../define';
import type { HostObject } from '../host-object';
import { pivotFieldClass, pivotFieldCollectionClass, type FieldRef } from './fields';

type Axis = 'rows' | 'columns' | 'filters';

interface AxisRef {
  readonly pivot: Pivot;
  readonly axis: Axis;
}

interface AxisFieldRef extends FieldRef {
  readonly axis: Axis;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function fieldNamed(pivot: Pivot, name: string): string | undefined {
  return pivot.fields.find((field) => same(field, name));
}

/* Every field of the source. */

function findHierarchy(pivot: Pivot, args: Arguments): HostObject | null {
  const field = fieldNamed(pivot, args.key(0));
  return field === undefined ? null : hierarchyClass.of({ pivot, field });
}

export const hierarchyCollectionClass: ClassDefinition<Pivot> = define<Pivot>('PivotHierarchyCollection', {
  items: (pivot) => pivot.fields.map((field) => hierarchyClass.of({ pivot, field })),
  item: findHierarchy,
  call: { GetItemOrNullObject: findHierarchy, GetCount: (pivot) => pivot.fields.length },
});

const hierarchyClass: ClassDefinition<FieldRef> = define<FieldRef>('PivotHierarchy', {
  identity: ({ field }) => ({ Id: field }),
  get: { Id: ({ field }) => field, Name: ({ field }) => field },
  navigate: { Fields: (ref) => pivotFieldCollectionClass.of(ref) },
});

/* Rows, columns and filters. */

function axisField({ pivot, axis, field }: AxisFieldRef): PivotAxisField {
  const found = pivot.definition[axis].find((candidate) => candidate.field === field);
  if (!found) throw itemNotFound();
  return found;
}

function findOnAxis({ pivot, axis }: AxisRef, args: Arguments): AxisFieldRef | null {
  const key = args.key(0);
  const fields = pivot.definition[axis];
  const found = fields.find(({ field }) => same(field, key)) ?? fields.find(({ name }) => same(name, key));
  return found ? { pivot, axis, field: found.field } : null;
}

/** Puts a field at the end of an axis; it leaves the axis where it was, as in Excel. */
function addToAxis({ pivot, axis }: AxisRef, args: Arguments): AxisFieldRef {
  const { field } = args.requiredObject(0, hierarchyClass);
  const { rows, columns, filters, sliced } = pivot.definition;
  const without = (fields: readonly PivotAxisField[]) => fields.filter((candidate) => candidate.field !== field);
  const places = { rows: without(rows), columns: without(columns), filters: without(filters), sliced: without(sliced) };
  pivot.change({ ...places, [axis]: [...places[axis], pivotUse(pivot, field)?.own ?? newUse(field)] });
  return { pivot, axis, field };
}

/** A field that a slicer filters by goes on being filtered. */
function removeFromAxis(ref: AxisFieldRef): void {
  const { pivot, axis, field } = ref;
  const own = axisField(ref);
  const { slicers } = pivot.sheet.workbook;
  const isSliced = slicers.some((slicer) => slicer.pivot === pivot && slicer.definition.field === field);
  pivot.change({
    [axis]: pivot.definition[axis].filter((candidate) => candidate !== own),
    ...(isSliced && { sliced: [...pivot.definition.sliced, own] }),
  });
}

function moveOnAxis(ref: AxisFieldRef, position: number): void {
  const own = axisField(ref);
  const others = ref.pivot.definition[ref.axis].filter((candidate) => candidate !== own);
  if (position < 0 || position > others.length) throw invalidArgument();
  ref.pivot.change({ [ref.axis]: [...others.slice(0, position), own, ...others.slice(position)] });
}

function renameOnAxis(ref: AxisFieldRef, name: string): void {
  const own = axisField(ref);
  const fields = ref.pivot.definition[ref.axis];
  ref.pivot.change({ [ref.axis]: fields.map((candidate) => (candidate === own ? { ...own, name } : candidate)) });
}

/** The collections of an axis differ in their names only. */
function axisCollection(item: () => ClassDefinition<AxisFieldRef>): ClassTable<AxisRef> {
  const find = (ref: AxisRef, args: Arguments): HostObject | null => {
    const found = findOnAxis(ref, args);
    return found && item().of(found);
  };
  return {
    items: ({ pivot, axis }) => pivot.definition[axis].map(({ field }) => item().of({ pivot, axis, field })),
    item: find,
    call: {
      Add: (ref, args) => item().of(addToAxis(ref, args)),
      Remove: (_ref, args) => removeFromAxis(args.requiredObject(0, item())),
      GetItemOrNullObject: find,
      GetCount: ({ pivot, axis }) => pivot.definition[axis].length,
    },
  };
}

const axisItem: ClassTable<AxisFieldRef> = {
  identity: ({ field }) => ({ Id: field }),
  get: {
    Id: ({ field }) => field,
    Name: (ref) => axisField(ref).name,
    Position: (ref) => ref.pivot.definition[ref.axis].indexOf(axisField(ref)),
  },
  set: {
    Name: (ref, value) => renameOnAxis(ref, asText(value)),
    Position: (ref, value) => moveOnAxis(ref, asInteger(value)),
  },
  navigate: { Fields: (ref) => pivotFieldCollectionClass.of(ref) },
};

export const axisCollectionClass = define<AxisRef>(
  'RowColumnPivotHierarchyCollection',
  axisCollection(() => axisItemClass),
);
const axisItemClass: ClassDefinition<AxisFieldRef> = define('RowColumnPivotHierarchy', axisItem);

export const filterHierarchyCollectionClass = define<AxisRef>(
  'FilterPivotHierarchyCollection',
  axisCollection(() => filterItemClass),
);
const filterItemClass: ClassDefinition<AxisFieldRef> = define('FilterPivotHierarchy', axisItem);

/* Values. */

interface DataRef {
  readonly pivot: Pivot;
  /** A data field's name is what tells it from another of the same source field; `rename` keeps it current. */
  name: string;
}

const aggregations: readonly Aggregation[] = ['Sum', 'Count', 'Average', 'Max', 'Min', 'CountNumbers', 'Product'];

function dataField({ pivot, name }: DataRef): PivotDataField {
  const found = pivot.definition.data.find((candidate) => same(candidate.name, name));
  if (!found) throw itemNotFound();
  return found;
}

function findData(pivot: Pivot, args: Arguments): HostObject | null {
  const key = args.key(0);
  const { data } = pivot.definition;
  const found = data.find(({ name }) => same(name, key)) ?? data.find(({ field }) => same(field, key));
  return found ? dataHierarchyClass.of({ pivot, name: found.name }) : null;
}

/** A name that no other data field has; Excel numbers the second. */
function freeName(pivot: Pivot, name: string): string {
  const taken = (candidate: string) => pivot.definition.data.some((field) => same(field.name, candidate));
  if (!taken(name)) return name;
  for (let number = 2; ; number++) if (!taken(`${name}${number}`)) return `${name}${number}`;
}

function addData(pivot: Pivot, args: Arguments): HostObject {
  const { field } = args.requiredObject(0, hierarchyClass);
  const column = pivot.fields.indexOf(field);
  // Anything blank or not a number makes Excel count instead of adding up.
  const isNumeric = pivot.records.rows.every((record) => typeof record[column] === 'number');
  const summarizeBy = isNumeric ? 'Sum' : 'Count';
  const words = pivotWords(pivot.sheet.workbook.options.locale);
  const name = freeName(pivot, words.dataName(summarizeBy, field));
  pivot.change({ data: [...pivot.definition.data, { field, name, summarizeBy, numberFormat: 'General' }] });
  return dataHierarchyClass.of({ pivot, name });
}

function changeData(ref: DataRef, patch: Partial<PivotDataField>): void {
  const own = dataField(ref);
  const changed = { ...own, ...patch };
  ref.pivot.change({ data: ref.pivot.definition.data.map((field) => (field === own ? changed : field)) });
  ref.name = changed.name;
}

function renameData(ref: DataRef, name: string): void {
  const own = dataField(ref);
  const isTaken =
    fieldNamed(ref.pivot, name) !== undefined ||
    ref.pivot.definition.data.some((field) => field !== own && same(field.name, name));
  if (isTaken) throw new HostError('InvalidArgument', 'PivotTable field name already exists.');
  changeData(ref, { name });
}

/** Changes how values are put together; a name that Excel gave follows. */
function summarize(ref: DataRef, summarizeBy: Aggregation): void {
  const own = dataField(ref);
  const words = pivotWords(ref.pivot.sheet.workbook.options.locale);
  const isAutomatic = own.name === words.dataName(own.summarizeBy, own.field);
  changeData(ref, { summarizeBy, ...(isAutomatic ? { name: words.dataName(summarizeBy, own.field) } : {}) });
}

export const dataHierarchyCollectionClass: ClassDefinition<Pivot> = define<Pivot>('DataPivotHierarchyCollection', {
  items: (pivot) => pivot.definition.data.map(({ name }) => dataHierarchyClass.of({ pivot, name })),
  item: findData,
  call: {
    Add: addData,
    Remove: (pivot, args) => {
      const own = dataField(args.requiredObject(0, dataHierarchyClass));
      pivot.change({ data: pivot.definition.data.filter((field) => field !== own) });
    },
    GetItemOrNullObject: findData,
    GetCount: (pivot) => pivot.definition.data.length,
  },
});

const dataHierarchyClass: ClassDefinition<DataRef> = define<DataRef>('DataPivotHierarchy', {
  identity: (ref) => ({ Id: dataField(ref).name }),
  get: {
    Id: (ref) => dataField(ref).name,
    Name: (ref) => dataField(ref).name,
    Position: (ref) => ref.pivot.definition.data.indexOf(dataField(ref)),
    NumberFormat: (ref) => dataField(ref).numberFormat,
    SummarizeBy: (ref) => dataField(ref).summarizeBy,
  },
  set: {
    Name: (ref, value) => renameData(ref, asText(value)),
    NumberFormat: (ref, value) => changeData(ref, { numberFormat: asText(value) }),
    SummarizeBy: (ref, value) => summarize(ref, asOneOf(value, aggregations)),
    Position: (ref, value) => {
      const own = dataField(ref);
      const position = asInteger(value);
      const others = ref.pivot.definition.data.filter((field) => field !== own);
      if (position < 0 || position > others.length) throw invalidArgument();
      ref.pivot.change({ data: [...others.slice(0, position), own, ...others.slice(position)] });
    },
  },
  navigate: {
    Field: (ref) => pivotFieldClass.of({ pivot: ref.pivot, field: dataField(ref).field }),
  },
});
