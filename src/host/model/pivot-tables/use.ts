import { itemText } from '../pivot/items';
import { pivotWords } from '../pivot/words';
import type { Pivot } from './pivot-table';
import type { PivotAxisField } from '../pivot/definition';

/** Where fields stand in a PivotTable; `sliced` are those that only slicers show. */
const places = ['rows', 'columns', 'filters', 'sliced'] as const;

export interface PivotUse {
  readonly place: (typeof places)[number];
  readonly own: PivotAxisField;
}

/** A field as Excel puts it on an axis: ascending, with subtotals, nothing hidden. */
export function newUse(field: string): PivotAxisField {
  return { field, name: field, subtotals: true, showAllItems: false, hiddenItems: [], sort: 'Ascending' };
}

/** Where a field stands in the pivot; undefined where it stands nowhere. */
export function pivotUse(pivot: Pivot, field: string): PivotUse | undefined {
  for (const place of places) {
    const own = pivot.definition[place].find((candidate) => candidate.field === field);
    if (own) return { place, own };
  }
  return undefined;
}

/** Changes what is said of a field where it stands. */
export function changePivotUse(pivot: Pivot, { place, own }: PivotUse, patch: Partial<PivotAxisField>): void {
  const fields = pivot.definition[place].map((candidate) => (candidate === own ? { ...own, ...patch } : candidate));
  pivot.change({ [place]: fields });
}

/** Labels of a field's items, in the order shown. */
export function pivotLabels(pivot: Pivot, field: string): readonly string[] {
  const items = pivot.result.fields.find((candidate) => candidate.field === field);
  if (!items) return [];
  const words = pivotWords(pivot.sheet.workbook.options.locale);
  return items.order.map((index) => itemText(items.items[index] ?? null, items.format, words));
}
