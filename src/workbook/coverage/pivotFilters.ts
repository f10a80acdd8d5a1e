import { columnKeys, coverageTable, headersFor, type CoverageColumn } from '../contract/contract';
import { isLeftOut } from '../refinements';
import { pivotName } from './model';
import { slicerNames, slicers, type SlicerColumn } from './slicerNames';

/** What a person has hidden in the PivotTable, by the source column of its field. */
export type HiddenItems = ReadonlyMap<CoverageColumn, ReadonlySet<string>>;

/** How a person has arranged the PivotTable: columns of the source on each axis, and what it looks like. */
export interface PivotArrangement {
  readonly rows: readonly CoverageColumn[];
  readonly columns: readonly CoverageColumn[];
  readonly filters: readonly CoverageColumn[];
  readonly layoutType: Excel.PivotLayout['layoutType'];
  readonly showRowGrandTotals: boolean;
  readonly showColumnGrandTotals: boolean;
}

/** What is kept of a PivotTable that is made again. */
export interface KeptPivot {
  /** Null where there was none. */
  readonly arrangement: PivotArrangement | null;
  readonly hidden: HiddenItems;
}

type AxisQuery = Excel.RowColumnPivotHierarchyCollection | Excel.FilterPivotHierarchyCollection;

interface PivotQuery {
  readonly pivot: Excel.PivotTable;
  readonly axes: Readonly<Record<'rows' | 'columns' | 'filters', AxisQuery>>;
  readonly slicers: Readonly<Partial<Record<SlicerColumn, Excel.Slicer>>>;
}

/** The PivotTable that is to be built again, in two steps that share the syncs of the build. */
export interface PivotReading {
  /** After the first sync, before the PivotTable is deleted: queues the items of the fields that are on an axis. */
  readItems(): KeptPivotReading;
}

/** After the second sync: what is to be made again. */
export type KeptPivotReading = () => KeptPivot;

/**
 * Asks how the PivotTable is arranged. Items are not asked yet: those of a PivotTable without fields cannot be read,
 * nor the filters of a field that is on no axis.
 */
export function askPivot(sheets: readonly Excel.Worksheet[]): PivotReading {
  const asked = sheets.filter(({ context }) => !isLeftOut(context, 'pivot') && !isLeftOut(context, 'pivotLook'));
  const queries = asked.map((sheet): PivotQuery => {
    const pivot = sheet.pivotTables.getItemOrNullObject(pivotName).load('name,refreshOnOpen');
    pivot.layout.load('layoutType,showRowGrandTotals,showColumnGrandTotals');
    const slicer = (column: SlicerColumn) =>
      sheet.slicers.getItemOrNullObject(slicerNames[column]).load('name,isFilterCleared');
    return {
      pivot,
      axes: {
        rows: pivot.rowHierarchies.load('items/name'),
        columns: pivot.columnHierarchies.load('items/name'),
        filters: pivot.filterHierarchies.load('items/name'),
      },
      slicers: isLeftOut(sheet.context, 'slicers')
        ? {}
        : { objective: slicer('objective'), owner: slicer('owner'), covered: slicer('covered') },
    };
  });
  return {
    readItems() {
      // The last that is set when it is made: one that a failure left half made says nothing of what the person wants.
      const query = queries.find(({ pivot }) => !pivot.isNullObject && pivot.refreshOnOpen);
      if (!query) return () => ({ arrangement: null, hidden: new Map() });
      const arrangement = arrangementOf(query);
      const shown = queueItems(query);
      return () => ({ arrangement, hidden: new Map(shown.map(({ column, hidden }) => [column, hidden()])) });
    },
  };
}

interface ItemsQuery {
  readonly column: CoverageColumn;
  readonly hidden: () => ReadonlySet<string>;
}

function queueItems({ axes, slicers: asked }: PivotQuery): ItemsQuery[] {
  const onAxes = Object.values(axes).flatMap(({ items }) =>
    items.flatMap((hierarchy): ItemsQuery[] => {
      const column = columnOf(hierarchy.name);
      if (column === undefined) return [];
      const { items: found } = hierarchy.fields.getItem(hierarchy.name);
      found.load('items/name,items/visible');
      return [{ column, hidden: () => namesOf(found.items.filter(({ visible }) => !visible)) }];
    }),
  );
  const sliced = slicers
    .filter((column) => !onAxes.some((other) => other.column === column))
    .flatMap((column): ItemsQuery[] => {
      const slicer = asked[column];
      if (!slicer || slicer.isNullObject || slicer.isFilterCleared) return [];
      const found = slicer.slicerItems.load('items/name,items/isSelected');
      return [{ column, hidden: () => namesOf(found.items.filter(({ isSelected }) => !isSelected)) }];
    });
  return [...onAxes, ...sliced];
}

function namesOf(items: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ name }) => name));
}

/** Null for an arrangement with a field that the source no longer has, or with nothing down or across. */
function arrangementOf({ pivot: { layout }, axes }: PivotQuery): PivotArrangement | null {
  const columnsOf = ({ items }: AxisQuery) => items.map(({ name }) => columnOf(name));
  const [rows, columns, filters] = [columnsOf(axes.rows), columnsOf(axes.columns), columnsOf(axes.filters)];
  if (rows.length === 0 || [...rows, ...columns, ...filters].includes(undefined)) return null;
  const known = (list: readonly (CoverageColumn | undefined)[]) => list.filter((column) => column !== undefined);
  return {
    rows: known(rows),
    columns: known(columns),
    filters: known(filters),
    layoutType: layout.layoutType,
    showRowGrandTotals: layout.showRowGrandTotals,
    showColumnGrandTotals: layout.showColumnGrandTotals,
  };
}

function columnOf(name: string): CoverageColumn | undefined {
  return columnKeys(coverageTable).find((column) => headersFor(coverageTable, column).includes(name));
}

/**
 * What is to be shown of a field so that what was hidden is hidden again, of the items that are still there; what is
 * new since is shown. Null where nothing is to be hidden, and where nothing would be left to see.
 */
export function shownAgain(labels: readonly string[], hidden: ReadonlySet<string> | undefined): string[] | null {
  if (!hidden) return null;
  const shown = labels.filter((label) => !hidden.has(label));
  return shown.length === labels.length || shown.length === 0 ? null : shown;
}
