/** Browsers stop making elements taller than this (Firefox at 17.8 million pixels, Chromium at 33.5). */
const tallestElement = 15_000_000;

/** One direction of scrolling, in pixels: the content, the window on it, and the bar that stands for it. */
export interface ScrollTrack {
  /** What can be scrolled over. */
  readonly extent: number;
  readonly viewport: number;
  /** Length of the element that gives the bar its size. */
  readonly element: number;
}

export function scrollTrack(extent: number, viewport: number): ScrollTrack {
  const whole = Math.max(extent, viewport);
  return { extent: whole, viewport, element: Math.min(whole, tallestElement) };
}

/** The bar's position for a position in the content. */
export function barPosition(track: ScrollTrack, position: number): number {
  return position * barScale(track);
}

/**
 * Where a scroll of the bar leads. A small one (a wheel, an arrow) moves the content by as much, so that a
 * sheet too long for the bar still scrolls line by line; a long one is a drag, and goes in proportion.
 */
export function contentPosition(track: ScrollTrack, bar: number, previousBar: number, previous: number): number {
  const scale = barScale(track);
  if (scale === 1) return bar;
  const furthest = track.extent - track.viewport;
  if (bar <= 0) return 0;
  if (bar >= track.element - track.viewport - 1) return furthest;
  const step = bar - previousBar;
  const position = Math.abs(step) <= track.viewport * 2 ? previous + step : bar / scale;
  return Math.max(0, Math.min(furthest, position));
}

function barScale(track: ScrollTrack): number {
  const travel = track.extent - track.viewport;
  return travel > 0 ? (track.element - track.viewport) / travel : 1;
}

/** Where to scroll so that the stretch from `start` to `end` shows, moving as little as will do. */
export function reveal(position: number, viewport: number, start: number, end: number): number {
  if (start < position || end - start > viewport) return start;
  return end > position + viewport ? end - viewport : position;
}
