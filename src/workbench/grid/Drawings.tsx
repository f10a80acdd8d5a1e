import type { GridWords } from '../words';
import { pixels } from './axis';
import { Chart } from './Chart';
import type { GridAction } from './action';
import type { Quadrant } from './Quadrants';
import type { SheetView } from './sheet-view';
import { SlicerBox } from './SlicerBox';

interface DrawingsProps {
  readonly view: SheetView;
  readonly quadrant: Quadrant;
  readonly words: GridWords;
  readonly onAction: (action: GridAction) => void;
}

/** What lies over the cells of a part of the window: charts and slicers. */
export function Drawings({ view, quadrant, words, onAction }: DrawingsProps) {
  const { sheet } = view;
  const placeOf = (box: Box) => placeIn(view, quadrant, box);
  return (
    <>
      {sheet.drawings.charts.map(({ id, definition }) => {
        const place = placeOf(definition);
        return place && <Chart key={id} workbook={sheet.workbook} definition={definition} {...place} words={words} />;
      })}
      {sheet.drawings.slicers.map((slicer) => {
        const place = placeOf(slicer.definition);
        return (
          place && (
            <SlicerBox
              key={slicer.id}
              slicer={slicer}
              {...place}
              words={words}
              onSelect={(labels) => onAction({ kind: 'slice', slicer, labels })}
            />
          )
        );
      })}
    </>
  );
}

/** A place in the sheet, in points. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a box is in a quadrant, in pixels; null where it is in another, or out of sight: Tab is not to lead there. */
function placeIn(
  { rows, columns, frozenRows, frozenColumns }: SheetView,
  { originX, originY, width, height, ...quadrant }: Quadrant,
  box: Box,
): { readonly left: number; readonly top: number } | null {
  const isFrozenDown = pixels(box.top) < rows.offset(frozenRows);
  const isFrozenAcross = pixels(box.left) < columns.offset(frozenColumns);
  if (isFrozenDown !== quadrant.frozenRows || isFrozenAcross !== quadrant.frozenColumns) return null;
  const left = pixels(box.left) - originX;
  const top = pixels(box.top) - originY;
  const isInSight = left < width && top < height && left + pixels(box.width) > 0 && top + pixels(box.height) > 0;
  return isInSight ? { left, top } : null;
}
