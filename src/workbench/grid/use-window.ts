import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Point } from '../../host/model';
import { barPosition, contentPosition, reveal, scrollTrack, type ScrollTrack } from './scrolling';
import type { SheetView } from './sheet-view';

export const headingHeight = 22;

/** Position of what scrolls, in pixels after the frozen part. */
export interface Scroll {
  readonly x: number;
  readonly y: number;
}

/** What of a sheet shows. Lengths in pixels. */
export interface GridWindow {
  readonly scroll: Scroll;
  readonly headingWidth: number;
  readonly frozenWidth: number;
  readonly frozenHeight: number;
  /** Of the part that scrolls. */
  readonly width: number;
  readonly height: number;
  /** Of the whole layer, headings and frozen part included. */
  readonly outerWidth: number;
  readonly outerHeight: number;
  /** First and last row and column of the scrolling part, some beyond the edge included. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Length of the element that gives the scroll bars their size. */
  readonly barWidth: number;
  readonly barHeight: number;
}

export interface WindowControl {
  readonly window: GridWindow;
  readonly onScroll: () => void;
  readonly show: (cell: Point) => void;
}

const digitWidth = 7.5;
/** Rows drawn beyond the window, so that a line of the wheel finds them there. */
const spareRows = 4;

/** The window on a sheet: follows the scroll bars and the size of the element, and scrolls a cell into view. */
export function useGridWindow(
  view: SheetView,
  scroller: RefObject<HTMLDivElement | null>,
  initial: Scroll,
  onMoved: (scroll: Scroll) => void,
): WindowControl {
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [scroll, setScroll] = useState(initial);
  const bar = useRef(initial);
  const window = layOutWindow(view, size, scroll);
  const tracks = tracksOf(view, window);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  // The bars follow the state, so that a cell scrolled to by key moves them as well.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const wanted = { x: barPosition(tracks.x, scroll.x), y: barPosition(tracks.y, scroll.y) };
    if (Math.abs(element.scrollTop - wanted.y) >= 1) element.scrollTop = wanted.y;
    if (Math.abs(element.scrollLeft - wanted.x) >= 1) element.scrollLeft = wanted.x;
    bar.current = { x: element.scrollLeft, y: element.scrollTop };
  });

  useEffect(() => onMoved(scroll), [onMoved, scroll]);

  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    const before = bar.current;
    bar.current = { x: element.scrollLeft, y: element.scrollTop };
    const x = contentPosition(tracks.x, element.scrollLeft, before.x, scroll.x);
    const y = contentPosition(tracks.y, element.scrollTop, before.y, scroll.y);
    if (Math.abs(x - scroll.x) >= 1 || Math.abs(y - scroll.y) >= 1) setScroll({ x, y });
  };

  const { width, height } = window;
  const show = useCallback(
    ({ row, column }: Point) => {
      if (width <= 0 || height <= 0) return;
      const { rows, columns, frozenRows, frozenColumns } = view;
      const top = rows.offset(row) - rows.offset(frozenRows);
      const left = columns.offset(column) - columns.offset(frozenColumns);
      setScroll((now) => {
        const y = row < frozenRows ? now.y : reveal(now.y, height, top, top + rows.size(row));
        const x = column < frozenColumns ? now.x : reveal(now.x, width, left, left + columns.size(column));
        return x === now.x && y === now.y ? now : { x, y };
      });
    },
    [view, width, height],
  );

  return { window, onScroll, show };
}

function layOutWindow(view: SheetView, size: { width: number; height: number }, scroll: Scroll): GridWindow {
  const { rows, columns, frozenRows, frozenColumns } = view;
  const frozenWidth = columns.offset(frozenColumns);
  const frozenHeight = rows.offset(frozenRows);
  const height = Math.max(0, size.height - headingHeight - frozenHeight);
  const bottom = rows.at(frozenHeight + scroll.y + height);
  const headingWidth = Math.max(34, Math.ceil(String(bottom + 1).length * digitWidth) + 12);
  const width = Math.max(0, size.width - headingWidth - frozenWidth);
  const made = {
    scroll,
    headingWidth,
    frozenWidth,
    frozenHeight,
    width,
    height,
    outerWidth: size.width,
    outerHeight: size.height,
    firstRow: Math.max(frozenRows, rows.at(frozenHeight + scroll.y) - spareRows),
    lastRow: Math.min(rows.count - 1, bottom + spareRows),
    firstColumn: Math.max(frozenColumns, columns.at(frozenWidth + scroll.x)),
    lastColumn: columns.at(frozenWidth + scroll.x + width),
  };
  const tracks = tracksOf(view, made);
  return {
    ...made,
    barWidth: tracks.x.element + headingWidth + frozenWidth,
    barHeight: tracks.y.element + headingHeight + frozenHeight,
  };
}

type Extent = Pick<GridWindow, 'scroll' | 'width' | 'height' | 'frozenWidth' | 'frozenHeight'>;

/** As in Excel, the bars go over what is used and a window more, and grow when a person goes beyond. */
function tracksOf(
  view: SheetView,
  { scroll, width, height, frozenWidth, frozenHeight }: Extent,
): { x: ScrollTrack; y: ScrollTrack } {
  const { rows, columns, used } = view;
  const right = used ? columns.offset(used.column + used.columns) - frozenWidth : 0;
  const bottom = used ? rows.offset(used.row + used.rows) - frozenHeight : 0;
  const reach = (content: number, at: number, room: number, total: number) =>
    Math.min(total, Math.max(content + room / 2, at + 2 * room));
  return {
    x: scrollTrack(reach(right, scroll.x, width, columns.total - frozenWidth), width),
    y: scrollTrack(reach(bottom, scroll.y, height, rows.total - frozenHeight), height),
  };
}
