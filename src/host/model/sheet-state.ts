import type { Chart } from './drawings/chart';
import type { Comment, Note } from './comments/types';
import { DEFAULT_PAGE, type PageLayout } from './looks/page';
import type { Pivot } from './pivot-tables/pivot-table';
import type { Slicer } from './pivot-tables/slicer';
import type { Table } from './tables/table';
import type { ConditionalFormat } from './rules/conditional-formats';
import type { Hyperlink } from './rules/hyperlinks';
import type { KeptDrawing } from './drawings/drawing';
import type { Rect } from './geometry/rect';
import { UNPROTECTED, type SheetProtection } from './protection';
import type { TableFilter } from './tables/conditions';
import type { SheetProperty } from './sheet-properties';
import type { Validation } from './rules/validations';

export type SheetVisibility = 'Visible' | 'Hidden' | 'VeryHidden';

export interface FrozenPanes {
  readonly rows: number;
  readonly columns: number;
}

export interface AutoFilter {
  readonly rect: Rect;
  readonly filters: readonly TableFilter[];
}

/** How a sheet is shown. */
export interface SheetView {
  /** `#RRGGBB`, or empty for none. */
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly showHeadings: boolean;
  readonly freeze: FrozenPanes | null;
}

/** All of a sheet but its cells, rows and columns; immutable and replaced as a whole, so that undo is one slot. */
export interface SheetState extends SheetView {
  readonly name: string;
  readonly visibility: SheetVisibility;
  /** Points. */
  readonly defaultRowHeight: number;
  readonly defaultColumnWidth: number;
  readonly pageLayout: PageLayout;
  readonly protection: SheetProtection;
  readonly autoFilter: AutoFilter | null;
  readonly merges: readonly Rect[];
  readonly hyperlinks: readonly Hyperlink[];
  readonly validations: readonly Validation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly tables: readonly Table[];
  readonly pivots: readonly Pivot[];
  readonly charts: readonly Chart[];
  readonly slicers: readonly Slicer[];
  readonly keptDrawings: readonly KeptDrawing[];
  readonly notes: readonly Note[];
  readonly comments: readonly Comment[];
  readonly customProperties: readonly SheetProperty[];
}

export function newSheetState(name: string): SheetState {
  return {
    name,
    visibility: 'Visible',
    tabColor: '',
    showGridlines: true,
    showHeadings: true,
    defaultRowHeight: 15,
    defaultColumnWidth: 48,
    freeze: null,
    pageLayout: DEFAULT_PAGE,
    protection: UNPROTECTED,
    autoFilter: null,
    merges: [],
    hyperlinks: [],
    validations: [],
    conditionalFormats: [],
    tables: [],
    pivots: [],
    charts: [],
    slicers: [],
    keptDrawings: [],
    notes: [],
    comments: [],
    customProperties: [],
  };
}
