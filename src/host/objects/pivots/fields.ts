import { HostError } from '../../errors';
import { changePivotUse, pivotLabels, pivotUse, type Pivot, type PivotAxisField, type PivotUse } from '../../model';
import type { Json } from '../../wire/protocol';
import { asFlag, asText, invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { define, isJsonObject, type ClassDefinition } from '../define';
import type { HostObject } from '../host-object';

/** A field of the source, whether it is used or not. */
export interface FieldRef {
  readonly pivot: Pivot;
  readonly field: string;
}

/** A hierarchy of a worksheet's source has one field: itself. */
export const pivotFieldCollectionClass: ClassDefinition<FieldRef> = define<FieldRef>('PivotFieldCollection', {
  items: (ref) => [pivotFieldClass.of(ref)],
  item: findField,
  call: { GetItemOrNullObject: findField, GetCount: () => 1 },
});

function findField(ref: FieldRef, args: Arguments): HostObject | null {
  const key = args.key(0).toLowerCase();
  const names = [ref.field, usage(ref)?.own.name];
  return names.some((name) => name?.toLowerCase() === key) ? pivotFieldClass.of(ref) : null;
}

function usage({ pivot, field }: FieldRef): PivotUse | undefined {
  return pivotUse(pivot, field);
}

function change(ref: FieldRef, patch: Partial<PivotAxisField>): void {
  const used = usage(ref);
  if (!used) throw new HostError('InvalidOperation', `The field “${ref.field}” is not on an axis of the PivotTable.`);
  changePivotUse(ref.pivot, used, patch);
}

function labels({ pivot, field }: FieldRef): readonly string[] {
  return pivotLabels(pivot, field);
}

function subtotalsOf(ref: FieldRef): Json {
  return { automatic: usage(ref)?.own.subtotals ?? true };
}

function setSubtotals(ref: FieldRef, value: Json): void {
  if (!isJsonObject(value)) throw invalidArgument();
  const { automatic, ...functions } = value;
  if (Object.values(functions).some((wanted) => wanted === true)) {
    throw new HostError(
      'NotImplemented',
      'The embedded Excel host has automatic subtotals only.',
      'PivotField.subtotals',
    );
  }
  change(ref, { subtotals: asFlag(automatic ?? false) });
}

function hidden(ref: FieldRef): readonly string[] {
  return usage(ref)?.own.hiddenItems ?? [];
}

function applyFilter(ref: FieldRef, args: Arguments): void {
  const filter = args.json(0);
  const manual = isJsonObject(filter) ? filter.manualFilter : undefined;
  if (!isJsonObject(manual)) {
    throw new HostError(
      'NotImplemented',
      'The embedded Excel host has manual pivot filters only.',
      'PivotField.applyFilter',
    );
  }
  const selected = manual.selectedItems;
  if (!Array.isArray(selected) || selected.length === 0) throw invalidArgument();
  const wanted = new Set((selected as readonly Json[]).map((label) => asText(label).toLowerCase()));
  const all = labels(ref);
  if (!all.some((label) => wanted.has(label.toLowerCase()))) throw invalidArgument();
  change(ref, { hiddenItems: all.filter((label) => !wanted.has(label.toLowerCase())) });
}

export const pivotFieldClass: ClassDefinition<FieldRef> = define<FieldRef>('PivotField', {
  identity: ({ field }) => ({ Id: field }),
  since: { ApplyFilter: '1.12', ClearAllFilters: '1.12', ClearFilter: '1.12', GetFilters: '1.12', IsFiltered: '1.12' },
  get: {
    Id: ({ field }) => field,
    Name: (ref) => usage(ref)?.own.name ?? ref.field,
    Subtotals: subtotalsOf,
    ShowAllItems: (ref) => usage(ref)?.own.showAllItems ?? false,
  },
  set: {
    Name: (ref, value) => change(ref, { name: asText(value) }),
    Subtotals: setSubtotals,
    ShowAllItems: (ref, value) => change(ref, { showAllItems: asFlag(value) }),
  },
  navigate: { Items: (ref) => pivotItemCollectionClass.of(itemsOf(ref)) },
  call: {
    // office.js sends whether it is ascending, whatever it was given.
    SortByLabels: (ref, args) => change(ref, { sort: asFlag(args.raw(0)) ? 'Ascending' : 'Descending' }),
    ApplyFilter: applyFilter,
    ClearAllFilters: (ref) => change(ref, { hiddenItems: [] }),
    ClearFilter: (ref) => change(ref, { hiddenItems: [] }),
    GetFilters: (ref) => {
      const off = new Set(hidden(ref).map((label) => label.toLowerCase()));
      return off.size === 0
        ? {}
        : { manualFilter: { selectedItems: labels(ref).filter((label) => !off.has(label.toLowerCase())) } };
    },
    IsFiltered: (ref) => hidden(ref).length > 0,
  },
});

interface ItemRef extends FieldRef {
  readonly label: string;
}

/** Items of one field, or those that a cell of the PivotTable stands for; asked each time. */
interface ItemsRef {
  readonly all: () => readonly ItemRef[];
}

function itemsOf(ref: FieldRef): ItemsRef {
  return { all: () => labels(ref).map((label) => ({ ...ref, label })) };
}

function findItem({ all }: ItemsRef, args: Arguments): HostObject | null {
  const key = args.key(0).toLowerCase();
  const found = all().find(({ label }) => label.toLowerCase() === key);
  return found ? pivotItemClass.of(found) : null;
}

export const pivotItemCollectionClass: ClassDefinition<ItemsRef> = define<ItemsRef>('PivotItemCollection', {
  items: ({ all }) => {
    const items = all();
    // An empty PivotTable has no items to give, which real Excels refuse too.
    if (items.length === 0) throw itemNotFound();
    return items.map((item) => pivotItemClass.of(item));
  },
  item: findItem,
  call: { GetItemOrNullObject: findItem, GetCount: ({ all }) => all().length },
});

function isHidden(ref: ItemRef): boolean {
  return hidden(ref).some((label) => label.toLowerCase() === ref.label.toLowerCase());
}

function setVisible(ref: ItemRef, visible: boolean): void {
  const others = hidden(ref).filter((label) => label.toLowerCase() !== ref.label.toLowerCase());
  if (!visible && others.length + 1 >= labels(ref).length) {
    throw new HostError('InvalidOperation', 'At least one item of a PivotTable field must stay visible.');
  }
  change(ref, { hiddenItems: visible ? others : [...others, ref.label] });
}

const pivotItemClass: ClassDefinition<ItemRef> = define<ItemRef>('PivotItem', {
  identity: ({ label }) => ({ Id: label }),
  get: {
    Id: ({ label }) => label,
    Name: ({ label }) => label,
    IsExpanded: () => true,
    Visible: (ref) => !isHidden(ref),
  },
  set: { Visible: (ref, value) => setVisible(ref, asFlag(value)) },
});
