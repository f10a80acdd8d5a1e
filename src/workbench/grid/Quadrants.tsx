import type { ReactNode } from 'react';
import { headingHeight, type GridWindow } from './use-window';

/** One of the up to four parts into which frozen rows and columns cut the window. */
export interface Quadrant {
  readonly frozenRows: boolean;
  readonly frozenColumns: boolean;
  /** What to take from a position in the sheet to get one in the quadrant. */
  readonly originX: number;
  readonly originY: number;
  readonly width: number;
  readonly height: number;
}

interface QuadrantsProps {
  readonly window: GridWindow;
  readonly children: (quadrant: Quadrant) => ReactNode;
}

/** Draws something over the cells, cut at the frozen edges as the cells are. */
export function Quadrants({ window, children }: QuadrantsProps) {
  const { headingWidth, frozenWidth, frozenHeight, width, height, scroll } = window;
  const across = [
    { frozenColumns: true, left: headingWidth, width: frozenWidth, originX: 0 },
    { frozenColumns: false, left: headingWidth + frozenWidth, width, originX: frozenWidth + scroll.x },
  ].filter((part) => part.width > 0);
  const down = [
    { frozenRows: true, top: headingHeight, height: frozenHeight, originY: 0 },
    { frozenRows: false, top: headingHeight + frozenHeight, height, originY: frozenHeight + scroll.y },
  ].filter((part) => part.height > 0);
  return down.flatMap((rows) =>
    across.map((columns) => (
      <div
        key={`${rows.frozenRows}${columns.frozenColumns}`}
        role="presentation"
        className="quadrant"
        style={{ left: columns.left, top: rows.top, width: columns.width, height: rows.height }}
      >
        {children({ ...rows, ...columns })}
      </div>
    )),
  );
}
