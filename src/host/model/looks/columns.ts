import { Var, type Journal } from '../history/journal';
import type { StyleId } from './style';

/** Columns that share width, style and visibility; no width is the sheet's default. */
export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
  /** Points. */
  readonly width?: number;
  readonly hidden: boolean;
  readonly style: StyleId;
}

export type ColumnLook = Omit<ColumnSpan, 'first' | 'last'>;

const PLAIN: ColumnLook = { hidden: false, style: 0 };

/** Widths, styles and visibility of columns, as sorted spans that do not overlap: a whole sheet is one span. */
export class Columns {
  readonly #spans: Var<readonly ColumnSpan[]>;

  constructor(journal: Journal) {
    this.#spans = new Var<readonly ColumnSpan[]>(journal, []);
  }

  /** Grows with every change. */
  get version(): number {
    return this.#spans.version;
  }

  get spans(): readonly ColumnSpan[] {
    return this.#spans.value;
  }

  at(column: number): ColumnLook {
    for (const span of this.#spans.value) {
      if (column < span.first) break;
      if (column <= span.last) return span;
    }
    return PLAIN;
  }

  /** Changes `count` columns from `first`; spans are cut and joined as needed. */
  change(first: number, count: number, change: (look: ColumnLook) => ColumnLook): void {
    const last = first + count - 1;
    const result: ColumnSpan[] = [];
    let next = first;
    const fill = (to: number): void => {
      if (next <= to) result.push({ ...change(PLAIN), first: next, last: to });
      next = Math.max(next, to + 1);
    };
    for (const span of this.#spans.value) {
      if (span.last < first || span.first > last) {
        if (span.first > last) fill(last);
        result.push(span);
        continue;
      }
      if (span.first < first) result.push({ ...span, last: first - 1 });
      fill(Math.max(span.first, first) - 1);
      const end = Math.min(span.last, last);
      result.push({ ...change(span), first: next, last: end });
      next = end + 1;
      if (span.last > last) result.push({ ...span, first: last + 1 });
    }
    fill(last);
    this.#spans.set(joined(result));
  }

  /** Columns that have a style of their own within `count` from `first`. */
  styledWithin(first: number, count: number): readonly ColumnSpan[] {
    return this.#spans.value
      .filter((span) => span.style !== 0 && span.first < first + count && span.last >= first)
      .map((span) => ({
        ...span,
        first: Math.max(span.first, first),
        last: Math.min(span.last, first + count - 1),
      }));
  }

  styleAt(column: number): StyleId {
    return this.at(column).style;
  }
}

function joined(spans: readonly ColumnSpan[]): readonly ColumnSpan[] {
  const result: ColumnSpan[] = [];
  for (const span of spans) {
    const former = result.at(-1);
    if (span.width === undefined && !span.hidden && span.style === 0) continue;
    if (former && former.last + 1 === span.first && sameLook(former, span)) {
      result[result.length - 1] = { ...former, last: span.last };
    } else {
      result.push(span);
    }
  }
  return result;
}

function sameLook(a: ColumnLook, b: ColumnLook): boolean {
  return a.width === b.width && a.hidden === b.hidden && a.style === b.style;
}
