import type { Rect } from '../geometry/rect';

export type Aggregation = 'Sum' | 'Count' | 'Average' | 'Max' | 'Min' | 'CountNumbers' | 'Product';

/** What a PivotTable shows. Fields are named by the header of their source column. */
export interface PivotDefinition {
  readonly name: string;
  readonly source: PivotSource;
  readonly rows: readonly PivotAxisField[];
  readonly columns: readonly PivotAxisField[];
  readonly filters: readonly PivotAxisField[];
  /** Fields on no axis that slicers filter by. */
  readonly sliced: readonly PivotAxisField[];
  readonly data: readonly PivotDataField[];
  readonly layout: 'Compact' | 'Outline' | 'Tabular';
  readonly repeatLabels: boolean;
  readonly showRowGrandTotals: boolean;
  readonly showColumnGrandTotals: boolean;
  readonly fillEmptyCells: boolean;
  readonly emptyCellText: string;
  readonly autoFormat: boolean;
  readonly preserveFormatting: boolean;
  readonly refreshOnOpen: boolean;
  readonly style: string;
  readonly altTextTitle: string;
  readonly altTextDescription: string;
}

/** A table by name follows its growth; a rectangle does not. */
export type PivotSource =
  | { readonly kind: 'table'; readonly table: string }
  | { readonly kind: 'range'; readonly sheet: string; readonly rect: Rect };

export interface PivotAxisField {
  readonly field: string;
  readonly name: string;
  readonly subtotals: boolean;
  readonly showAllItems: boolean;
  /** Items the person has hidden, by their label. */
  readonly hiddenItems: readonly string[];
  readonly sort: 'Ascending' | 'Descending' | 'Manual';
  /** Labels in the order a person gave them (`Manual`); items not named follow in ascending order. */
  readonly order?: readonly string[];
}

export interface PivotDataField {
  readonly field: string;
  readonly name: string;
  readonly summarizeBy: Aggregation;
  readonly numberFormat: string;
}

/** What Excel gives a new PivotTable: no fields, compact, both grand totals. */
export const NEW_PIVOT: Omit<PivotDefinition, 'name' | 'source'> = {
  rows: [],
  columns: [],
  filters: [],
  sliced: [],
  data: [],
  layout: 'Compact',
  repeatLabels: false,
  showRowGrandTotals: true,
  showColumnGrandTotals: true,
  fillEmptyCells: true,
  emptyCellText: '',
  autoFormat: true,
  preserveFormatting: true,
  refreshOnOpen: false,
  style: 'PivotStyleLight16',
  altTextTitle: '',
  altTextDescription: '',
};
