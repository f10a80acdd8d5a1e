import { coverageTable, headersFor, type CoverageColumn } from './contract';
import { pivotName } from './coverageModel';

/** What a person has hidden in the PivotTable, by the source column of its field. */
export type HiddenItems = ReadonlyMap<CoverageColumn, ReadonlySet<string>>;

const fields = ['objective', 'strategy', 'action', 'month', 'quarter'] as const satisfies readonly CoverageColumn[];

interface FieldQuery {
  readonly column: CoverageColumn;
  readonly field: Excel.PivotField;
  readonly filters: OfficeExtension.ClientResult<Excel.PivotFilters>;
}

/** The filters of the PivotTable that is to be built again, in two steps that share the syncs of the build. */
export interface PivotFilterReading {
  /** After the first sync, before the PivotTable is deleted: queues the items of filtered fields. */
  readItems(): HiddenItemsReading;
}

/** After the second sync: what was hidden. */
export type HiddenItemsReading = () => HiddenItems;

/** Asks which fields are filtered. Items are not asked yet: those of an empty PivotTable cannot be read. */
export function askPivotFilters(sheets: readonly Excel.Worksheet[]): PivotFilterReading {
  const queries = sheets.flatMap((sheet) => {
    const pivot = sheet.pivotTables.getItemOrNullObject(pivotName);
    return fields.flatMap((column) =>
      headersFor(coverageTable, column).map((header): FieldQuery => {
        const field = pivot.hierarchies.getItemOrNullObject(header).fields.getItemOrNullObject(header);
        return { column, field: field.load('name'), filters: field.getFilters() };
      }),
    );
  });
  return {
    readItems() {
      const filtered = queries
        .filter(({ field, filters }) => !field.isNullObject && Boolean(filters.value.manualFilter))
        .map(({ column, field }) => ({ column, items: field.items.load('items/name,items/visible') }));
      return () =>
        new Map(
          filtered.map(({ column, items }) => [
            column,
            new Set(items.items.filter(({ visible }) => !visible).map(({ name }) => name)),
          ]),
        );
    },
  };
}

/**
 * Hides again what was hidden, of the items that are still there; what is new since is shown. A field of which
 * nothing would be left to see is left whole.
 */
export function hideAgain(field: Excel.PivotField, labels: readonly string[], hidden: ReadonlySet<string>): void {
  const selectedItems = labels.filter((label) => !hidden.has(label));
  if (selectedItems.length === labels.length || selectedItems.length === 0) return;
  field.applyFilter({ manualFilter: { selectedItems } });
}
