/** A run of rows (or columns) of one size, in pixels; 0 is hidden. */
export interface AxisRun {
  readonly first: number;
  readonly last: number;
  readonly size: number;
}

const pixelsPerPoint = 96 / 72;

/** Whole pixels, as Excel draws at 100 %. */
export const pixels = (points: number): number => Math.round(points * pixelsPerPoint);

export const points = (px: number): number => px / pixelsPerPoint;

/**
 * Where the rows (or columns) of a sheet lie. A million rows cost nothing: only the runs that are not of the
 * default size are stored, with the offset at which each begins, and looked up by halving.
 */
export class Axis {
  private readonly firsts: Int32Array;
  private readonly lasts: Int32Array;
  private readonly sizes: Float64Array;
  private readonly starts: Float64Array;

  /** `runs` ascending and not overlapping. */
  constructor(
    readonly count: number,
    readonly defaultSize: number,
    runs: Iterable<AxisRun>,
  ) {
    const joined = joinEqualNeighbours(runs, defaultSize);
    this.firsts = Int32Array.from(joined, (run) => run.first);
    this.lasts = Int32Array.from(joined, (run) => run.last);
    this.sizes = Float64Array.from(joined, (run) => run.size);
    this.starts = new Float64Array(joined.length);
    let offset = 0;
    let next = 0;
    joined.forEach((run, k) => {
      offset += (run.first - next) * defaultSize;
      this.starts[k] = offset;
      offset += (run.last - run.first + 1) * run.size;
      next = run.last + 1;
    });
  }

  get total(): number {
    return this.offset(this.count);
  }

  /** Where the item begins; `count` gives the end of the last. */
  offset(index: number): number {
    const k = lastNotAbove(this.firsts, index);
    if (k < 0) return index * this.defaultSize;
    const inside = Math.min(index, this.last(k) + 1) - this.first(k);
    const after = Math.max(0, index - this.last(k) - 1);
    return this.start(k) + inside * this.runSize(k) + after * this.defaultSize;
  }

  size(index: number): number {
    const k = lastNotAbove(this.firsts, index);
    return k >= 0 && index <= this.last(k) ? this.runSize(k) : this.defaultSize;
  }

  /** The item at a position, never a hidden one where another can be had; beyond the ends, the first or last. */
  at(position: number): number {
    const k = lastNotAbove(this.starts, position);
    const found = k < 0 ? Math.floor(position / this.defaultSize) : this.atOrAfter(k, position);
    return Math.max(0, Math.min(this.count - 1, found));
  }

  /** The nearest item that shows, from `index` on in the direction of `step`; `index` where none is left. */
  visibleFrom(index: number, step: 1 | -1): number {
    let at = index;
    while (at >= 0 && at < this.count) {
      const k = lastNotAbove(this.firsts, at);
      if (k < 0 || at > this.last(k) || this.runSize(k) > 0) return at;
      at = step > 0 ? this.last(k) + 1 : this.first(k) - 1;
    }
    return index;
  }

  private atOrAfter(k: number, position: number): number {
    const end = this.start(k) + (this.last(k) - this.first(k) + 1) * this.runSize(k);
    if (position < end) return this.first(k) + Math.floor((position - this.start(k)) / this.runSize(k));
    return this.defaultSize > 0 ? this.last(k) + 1 + Math.floor((position - end) / this.defaultSize) : this.last(k);
  }

  private first(k: number): number {
    return this.firsts[k] ?? 0;
  }
  private last(k: number): number {
    return this.lasts[k] ?? -1;
  }
  private runSize(k: number): number {
    return this.sizes[k] ?? 0;
  }
  private start(k: number): number {
    return this.starts[k] ?? 0;
  }
}

function joinEqualNeighbours(runs: Iterable<AxisRun>, defaultSize: number): AxisRun[] {
  const joined: AxisRun[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    if (before?.size === run.size && before.last + 1 === run.first) {
      joined[joined.length - 1] = { ...before, last: run.last };
    } else if (run.size !== defaultSize) {
      joined.push(run);
    }
  }
  return joined;
}

/** Index of the last element not above `value` in an ascending list; -1 where all are above. */
function lastNotAbove(ascending: Int32Array | Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
