import { useEffect, useRef, type MouseEvent, type PointerEvent } from 'react';
import { MAX_COLUMNS, MAX_ROWS, type Point } from '../../host/model';
import { anchored, extended, only, type Selection } from './selection';
import type { SheetView } from './sheet-view';
import { headingHeight, type GridWindow } from './use-window';

interface PointerOptions {
  readonly view: SheetView;
  readonly window: GridWindow;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onEdit: () => void;
  readonly onFollow: (at: Point) => void;
  /** Shown while the edge of a column is dragged: the column and its width in pixels. */
  readonly onResizing: (resizing: Resizing | null) => void;
  readonly onResize: (column: number, width: number) => void;
  readonly onAutofit: (column: number) => void;
}

export interface Resizing {
  readonly column: number;
  readonly width: number;
}

type Drag =
  | { readonly kind: 'cells' | 'rows' | 'columns' }
  | { readonly kind: 'edge'; readonly column: number; readonly from: number; readonly width: number };

const narrowest = 4;

/** What the mouse does over the grid: selects cells, rows and columns, drags the edges of columns, follows links. */
export function useGridPointer(options: PointerOptions) {
  const { view, window, selection, onSelect } = options;
  const drag = useRef<Drag | null>(null);

  // A button released outside the grid ends the drag as well.
  useEffect(() => {
    const end = () => {
      if (drag.current?.kind !== 'edge') drag.current = null;
    };
    addEventListener('pointerup', end);
    return () => removeEventListener('pointerup', end);
  }, []);

  const over = (event: MouseEvent<HTMLElement>) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    return cellAt(view, window, event.clientX - bounds.left, event.clientY - bounds.top);
  };

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      const target = event.target as Element;
      const column = edgeUnder(target);
      if (column !== null) {
        drag.current = { kind: 'edge', column, from: event.clientX, width: view.columns.size(column) };
        event.currentTarget.setPointerCapture(event.pointerId);
        options.onResizing({ column, width: view.columns.size(column) });
        event.preventDefault();
        return;
      }
      if (target.closest('[data-corner]')) {
        onSelect({
          ...selection,
          anchor: { row: 0, column: 0 },
          focus: { row: MAX_ROWS - 1, column: MAX_COLUMNS - 1 },
        });
        return;
      }
      const at = over(event);
      if (target.closest('[data-column]')) {
        drag.current = { kind: 'columns' };
        onSelect(columnsOf(event.shiftKey ? selection.anchor.column : at.column, at.column));
      } else if (target.closest('[data-row]')) {
        drag.current = { kind: 'rows' };
        onSelect(rowsOf(event.shiftKey ? selection.anchor.row : at.row, at.row));
      } else if ((event.ctrlKey || event.metaKey) && target.closest('.link')) {
        options.onFollow(anchored(view, at));
      } else {
        drag.current = { kind: 'cells' };
        const cell = anchored(view, at);
        onSelect(event.shiftKey ? extended(selection, cell) : only(cell));
      }
    },

    onPointerMove(event: PointerEvent<HTMLElement>) {
      const dragged = drag.current;
      if (!dragged || event.buttons === 0) return;
      if (dragged.kind === 'edge') {
        options.onResizing({
          column: dragged.column,
          width: Math.max(narrowest, dragged.width + event.clientX - dragged.from),
        });
        return;
      }
      const at = over(event);
      if (dragged.kind === 'columns') onSelect(columnsOf(selection.anchor.column, at.column));
      else if (dragged.kind === 'rows') onSelect(rowsOf(selection.anchor.row, at.row));
      else if (at.row !== selection.focus.row || at.column !== selection.focus.column)
        onSelect(extended(selection, at));
    },

    onPointerUp(event: PointerEvent<HTMLElement>) {
      const dragged = drag.current;
      drag.current = null;
      if (dragged?.kind !== 'edge') return;
      options.onResizing(null);
      const width = Math.max(narrowest, dragged.width + event.clientX - dragged.from);
      if (width !== dragged.width) options.onResize(dragged.column, width);
    },

    onDoubleClick(event: MouseEvent<HTMLElement>) {
      // The event itself goes to what captured the pointer.
      const target = document.elementFromPoint(event.clientX, event.clientY) ?? event.currentTarget;
      const edge = edgeUnder(target);
      if (edge !== null) options.onAutofit(edge);
      else if (!target.closest('.heading')) options.onEdit();
    },
  };
}

/** The column whose edge is under the pointer. */
function edgeUnder(target: Element): number | null {
  const column = target.closest('[data-resize]')?.getAttribute('data-resize') ?? null;
  return column === null ? null : Number(column);
}

const columnsOf = (anchor: number, focus: number): Selection => ({
  active: { row: 0, column: anchor },
  anchor: { row: 0, column: anchor },
  focus: { row: MAX_ROWS - 1, column: focus },
});

const rowsOf = (anchor: number, focus: number): Selection => ({
  active: { row: anchor, column: 0 },
  anchor: { row: anchor, column: 0 },
  focus: { row: focus, column: MAX_COLUMNS - 1 },
});

/** The cell under a place of the layer, in pixels; beside the cells, the nearest. */
function cellAt(view: SheetView, window: GridWindow, x: number, y: number): Point {
  const across = Math.max(0, x - window.headingWidth);
  const down = Math.max(0, y - headingHeight);
  return {
    row: view.rows.at(down < window.frozenHeight ? down : down + window.scroll.y),
    column: view.columns.at(across < window.frozenWidth ? across : across + window.scroll.x),
  };
}
