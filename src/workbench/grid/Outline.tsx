import type { Rect } from '../../host/model';
import { endColumn, endRow } from '../../host/model/geometry/rect';
import { CommentBox } from './CellComment';
import type { Quadrant } from './Quadrants';
import type { SheetView } from './sheet-view';

/** Pixels of a rectangle of cells within a quadrant. */
export function boxIn(view: SheetView, rect: Rect, quadrant: Quadrant) {
  const left = view.columns.offset(rect.column) - quadrant.originX;
  const top = view.rows.offset(rect.row) - quadrant.originY;
  return {
    left,
    top,
    width: view.columns.offset(endColumn(rect)) - quadrant.originX - left,
    height: view.rows.offset(endRow(rect)) - quadrant.originY - top,
  };
}

/**
 * The same, cut some way outside the quadrant: browsers draw boxes of millions of pixels wrongly.
 * The cut edges lie out of sight.
 */
function shown(box: ReturnType<typeof boxIn>, quadrant: Quadrant) {
  const left = Math.max(box.left, -20);
  const top = Math.max(box.top, -20);
  const right = Math.min(box.left + box.width, quadrant.width + 20);
  const bottom = Math.min(box.top + box.height, quadrant.height + 20);
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null;
}

interface OutlineProps {
  readonly view: SheetView;
  readonly quadrant: Quadrant;
  readonly rect: Rect;
  /** The active cell, left clear where several are selected. */
  readonly active: Rect;
}

/** The frame of the selection, everything in it but the active cell under a tint. */
export function Outline({ view, quadrant, rect, active }: OutlineProps) {
  const box = shown(boxIn(view, rect, quadrant), quadrant);
  if (!box) return null;
  const cell = boxIn(view, active, quadrant);
  const said = view.said(active.row, active.column);
  const several = rect.rows !== active.rows || rect.columns !== active.columns;
  return (
    <>
      {several && (
        <div className="tint" style={box}>
          <div className="untinted" style={{ ...cell, left: cell.left - box.left, top: cell.top - box.top }} />
        </div>
      )}
      <div
        className="outline"
        style={{ left: box.left - 1, top: box.top - 1, width: box.width + 1, height: box.height + 1 }}
      />
      {said && <CommentBox said={said} cell={cell} room={quadrant.width} />}
    </>
  );
}

/** The moving frame around what was copied or cut. */
export function CopiedOutline({ view, quadrant, rect }: Omit<OutlineProps, 'active'>) {
  const box = shown(boxIn(view, rect, quadrant), quadrant);
  return (
    box && (
      <div
        className="copied"
        style={{ left: box.left - 1, top: box.top - 1, width: box.width + 1, height: box.height + 1 }}
      />
    )
  );
}
