import type { CellValue } from '../cells/cell';
import type { CommentChange, CommentDetail } from '../comments/types';
import type { Rect } from '../geometry/rect';

/** Who made a change: the person at the grid, this session's add-in, or another session. */
export interface Origin {
  readonly session: string;
  readonly by: 'person' | 'addin';
}

/** Cells that were put in or taken out: what stood there, or after them, moved along the axis. */
export interface CellsShift {
  readonly what: 'Inserted' | 'Deleted';
  readonly unit: 'Row' | 'Column' | 'Cell';
  readonly axis: 'row' | 'column';
  /** Whose rows or columns they were: after a deletion it may no longer reach there. */
  readonly table?: number;
}

/** What happened, told once a transaction ends. */
export type ModelEvent =
  | {
      readonly kind: 'cells';
      readonly sheet: string;
      readonly rect: Rect;
      readonly origin: Origin;
      readonly before?: CellValue;
      readonly after?: CellValue;
      readonly shift?: CellsShift;
      /** True where rows were sorted. */
      readonly isSort?: boolean;
    }
  /** Results of formulas were computed anew: Excel raises no `onChanged` for it, a view must repaint. */
  | { readonly kind: 'calculated'; readonly sheet: string; readonly origin: Origin }
  | { readonly kind: 'format'; readonly sheet: string; readonly rect: Rect; readonly origin: Origin }
  | { readonly kind: 'layout'; readonly sheet: string; readonly origin: Origin }
  | {
      readonly kind: 'table';
      readonly what: 'added' | 'removed' | 'resized' | 'changed';
      readonly sheet: string;
      readonly table: number;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'sheet';
      readonly what: 'added' | 'removed' | 'renamed' | 'moved' | 'shown';
      readonly sheet: string;
      readonly origin: Origin;
    }
  | { readonly kind: 'selection'; readonly sheet: string; readonly rect: Rect; readonly origin: Origin }
  | { readonly kind: 'activated'; readonly sheet: string; readonly previous: string | null; readonly origin: Origin }
  | { readonly kind: 'pivot'; readonly sheet: string; readonly pivot: string; readonly origin: Origin }
  | { readonly kind: 'chart'; readonly sheet: string; readonly chart: string; readonly origin: Origin }
  | { readonly kind: 'slicer'; readonly sheet: string; readonly slicer: string; readonly origin: Origin }
  | {
      readonly kind: 'comment';
      readonly what: 'added' | 'deleted' | 'changed';
      readonly change?: CommentChange;
      readonly sheet: string;
      readonly details: readonly CommentDetail[];
      readonly origin: Origin;
    }
  | { readonly kind: 'reset' };
