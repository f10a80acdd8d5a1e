import type { PivotDefinition } from './definition';
import type { PivotResult } from './types';

/** Where the parts of a PivotTable are, in rows and columns from its anchor. */
export interface Geometry {
  readonly filters: number;
  /** First row of the table proper: filters are followed by an empty row. */
  readonly top: number;
  readonly headerRows: number;
  /** Columns of row labels. */
  readonly labelColumns: number;
  readonly severalData: boolean;
  /** Row of the row fields' buttons, and of the captions of the columns. */
  readonly captionRow: number;
  readonly firstData: number;
}

/** An empty PivotTable's placeholder, as Excel draws it. */
const PLACEHOLDER = { rows: 18, columns: 3 };

export function isEmpty(definition: PivotDefinition): boolean {
  return definition.rows.length + definition.columns.length + definition.data.length === 0;
}

function labelColumns(definition: PivotDefinition, severalData: boolean): number {
  if (definition.rows.length > 0) return definition.layout === 'Compact' ? 1 : definition.rows.length;
  return definition.columns.length > 0 && !severalData ? 1 : 0;
}

export function geometryOf(definition: PivotDefinition): Geometry {
  const filters = definition.filters.length;
  const top = filters > 0 ? filters + 1 : 0;
  const severalData = definition.data.length > 1;
  const levels = definition.columns.length;
  const headerRows = levels > 0 ? 1 + levels + (severalData ? 1 : 0) : 1;
  return {
    filters,
    top,
    headerRows,
    labelColumns: labelColumns(definition, severalData),
    severalData,
    captionRow: top + headerRows - 1,
    firstData: top + headerRows,
  };
}

/** Extent and file geometry of a table with so many lines. */
export function extent(
  definition: PivotDefinition,
  geometry: Geometry,
  rowLines: number,
  columnLines: number,
): Pick<PivotResult, 'rows' | 'columns' | 'body' | 'firstHeaderRow' | 'firstDataRow' | 'firstDataColumn'> {
  const { top, headerRows } = geometry;
  const empty = isEmpty(definition);
  const rows = empty ? PLACEHOLDER.rows : headerRows + rowLines;
  const columns = empty ? PLACEHOLDER.columns : geometry.labelColumns + columnLines;
  return {
    rows: top + rows,
    columns: Math.max(columns, geometry.filters > 0 ? 2 : 0),
    body: { row: top, column: 0, rows, columns },
    firstHeaderRow: geometry.severalData && definition.columns.length === 0 ? 0 : 1,
    firstDataRow: headerRows,
    firstDataColumn: geometry.labelColumns,
  };
}
