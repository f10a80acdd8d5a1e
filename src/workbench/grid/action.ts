import type { Point, Slicer } from '../../host/model';

/** What a person asks of the grid beyond moving about in it. */
export type GridAction =
  | { readonly kind: 'clear' | 'undo' | 'redo' | 'cancel' }
  | { readonly kind: 'sheet'; readonly step: 1 | -1 }
  | { readonly kind: 'edit'; readonly text?: string }
  | { readonly kind: 'follow'; readonly at: Point }
  | { readonly kind: 'resize'; readonly column: number; readonly width: number }
  | { readonly kind: 'autofit'; readonly column: number }
  /** Shows in a PivotTable what a slicer has chosen; all of it where that is nothing. */
  | { readonly kind: 'slice'; readonly slicer: Slicer; readonly labels: readonly string[] };
