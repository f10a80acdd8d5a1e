import { columnsWidth, rowsHeight } from '../geometry/lengths';
import type { Sheet } from '../sheet';
import type { KeptDrawing, Placement } from '../drawings/drawing';
import type { Point } from '../geometry/rect';
import type { Shift } from './shift-rect';

/** Points from the top left of the sheet. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where an edge of a drawing is: so many points into a row or column. */
interface Mark {
  readonly index: number;
  readonly offset: number;
}

/**
 * What floats over the cells follows whole rows and columns that come and go, each by its placement: charts move and
 * stretch with their cells, slicers only move, as Excel makes them. To be called before the cells move; what it gives,
 * after.
 */
export function followDrawings(sheet: Sheet, shift: Shift): () => void {
  const charts = sheet.drawings.charts.map((chart) => ({
    chart,
    place: marksOf(sheet, chart.definition, shift.axis),
  }));
  const slicers = sheet.drawings.slicers.map((slicer) => ({
    slicer,
    place: marksOf(sheet, slicer.definition, shift.axis),
  }));
  return () => {
    for (const { chart, place } of charts) {
      const { placement = 'TwoCell' } = chart.definition;
      chart.followCells(placed(sheet, chart.definition, place, shift, placement));
    }
    for (const { slicer, place } of slicers) {
      slicer.followCells(placed(sheet, slicer.definition, place, shift, 'OneCell'));
    }
    if (sheet.drawings.kept.length === 0) return;
    sheet.update({ keptDrawings: sheet.drawings.kept.map((drawing) => keptAfter(drawing, shift)) });
  };
}

function lengthOf(sheet: Sheet, axis: Shift['axis'], first: number, count: number): number {
  return axis === 'row' ? rowsHeight(sheet, first, count) : columnsWidth(sheet, first, count);
}

function marksOf(sheet: Sheet, place: Place, axis: Shift['axis']): readonly [Mark, Mark] {
  const [start, size] = axis === 'row' ? [place.top, place.height] : [place.left, place.width];
  const sizeOf = (index: number): number => (axis === 'row' ? sheet.rows.height(index) : sheet.columns.width(index));
  return [markAt(start, sizeOf, false), markAt(start + size, sizeOf, true)];
}

/** Charts beyond are not ours: walking a million rows for each would be. */
const FAR = 100_000;

/** The row or column at so many points; one that ends there is the end's, the next one the start's. */
function markAt(points: number, sizeOf: (index: number) => number, isEnd: boolean): Mark {
  let rest = points;
  let index = 0;
  for (let size = sizeOf(0); (isEnd ? rest > size : rest >= size) && index < FAR; size = sizeOf(++index)) rest -= size;
  return { index, offset: rest };
}

/** Where a row or column is after the shift; one that was taken out is where it was. */
function movedIndex(index: number, { at, by }: Shift): number {
  if (index < at) return index;
  return by > 0 ? index + by : Math.max(at, index + by);
}

function movedPoints(sheet: Sheet, { index, offset }: Mark, shift: Shift): number {
  const isGone = shift.by < 0 && index >= shift.at && index < shift.at - shift.by;
  return lengthOf(sheet, shift.axis, 0, movedIndex(index, shift)) + (isGone ? 0 : offset);
}

function placed(
  sheet: Sheet,
  place: Place,
  [from, to]: readonly [Mark, Mark],
  shift: Shift,
  placement: Placement,
): Place {
  if (placement === 'Absolute') return place;
  const start = movedPoints(sheet, from, shift);
  const size = Math.max(0, movedPoints(sheet, to, shift) - start);
  const moved = shift.axis === 'row' ? { top: start } : { left: start };
  if (placement === 'OneCell') return { ...place, ...moved };
  return { ...place, ...moved, ...(shift.axis === 'row' ? { height: size } : { width: size }) };
}

function keptAfter(drawing: KeptDrawing, shift: Shift): KeptDrawing {
  const { placement, first, last } = drawing;
  if (placement === 'Absolute') return drawing;
  const moved = (point: Point, index: number): Point =>
    shift.axis === 'row' ? { ...point, row: index } : { ...point, column: index };
  const indexOf = (point: Point): number => (shift.axis === 'row' ? point.row : point.column);
  const start = movedIndex(indexOf(first), shift);
  const end = placement === 'OneCell' ? indexOf(last) + start - indexOf(first) : movedIndex(indexOf(last), shift);
  return { ...drawing, first: moved(first, start), last: moved(last, Math.max(start, end)) };
}
