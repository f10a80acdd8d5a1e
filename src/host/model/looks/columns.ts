import { HostError } from '../../errors';
import { changeView, editRange, tellLayout } from '../cells/edit';
import { checkUnprotected } from '../cells/guard';
import { MAX_ROWS, type Rect } from '../geometry/rect';
import { Var } from '../history/journal';
import type { Sheet } from '../sheet';
import { fittedColumnWidths } from './autofit';
import type { OutlineLook } from './outline';
import type { StyleId } from './style';

/** Columns that share width, style and visibility; no width is the sheet's default. */
export interface ColumnSpan extends OutlineLook {
  readonly first: number;
  readonly last: number;
  /** Points. */
  readonly width?: number;
  readonly hidden: boolean;
  readonly style: StyleId;
}

export type ColumnLook = Omit<ColumnSpan, 'first' | 'last'>;

const PLAIN: ColumnLook = { hidden: false, style: 0 };

/** 255 characters of the default font. */
const MAX_COLUMN_WIDTH = 1_791;

/** The columns of a sheet: widths in points, styles and visibility, as sorted spans: a whole sheet may be one. */
export class Columns {
  readonly #sheet: Sheet;
  readonly #spans: Var<readonly ColumnSpan[]>;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    this.#spans = new Var<readonly ColumnSpan[]>(sheet.workbook.journal, []);
  }

  /** Grows with every change of a column. */
  get version(): number {
    return this.#spans.version;
  }

  /** Columns that are not as the default, in order. */
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

  styleAt(column: number): StyleId {
    return this.at(column).style;
  }

  /** Points; 0 for a hidden column, as Excel says. */
  width(column: number): number {
    const { hidden, width } = this.at(column);
    return hidden ? 0 : (width ?? this.defaultWidth);
  }

  /** How deep the deepest of its groups is. */
  get outlineDepth(): number {
    return Math.max(0, ...this.spans.map(({ outline = 0 }) => outline));
  }

  isHidden(column: number): boolean {
    return this.at(column).hidden;
  }

  get defaultWidth(): number {
    return this.#sheet.state.defaultColumnWidth;
  }

  set defaultWidth(defaultColumnWidth: number) {
    checkUnprotected(this.#sheet, 'allowFormatColumns');
    changeView(this.#sheet, { defaultColumnWidth });
  }

  /** `InvalidArgument` below 0 or above 255 characters; 0 hides. */
  setWidth(first: number, count: number, points: number): void {
    if (!(points >= 0 && points <= MAX_COLUMN_WIDTH)) {
      throw new HostError('InvalidArgument', `A column cannot be ${points} points wide.`);
    }
    this.#changeLook(first, count, (look) =>
      points === 0 ? { ...look, hidden: true } : { ...look, hidden: false, width: points },
    );
  }

  setHidden(first: number, count: number, hidden: boolean): void {
    this.#changeLook(first, count, (look) => ({ ...look, hidden }));
  }

  autofit(rect: Rect): void {
    editRange(this.#sheet, rect, 'allowFormatColumns', () => this.fit(rect));
  }

  /** For the model's own classes: fits columns, whatever the protection. */
  fit(rect: Rect): void {
    for (const [column, width] of fittedColumnWidths(this.#sheet, rect)) {
      this.change(column, 1, (look) => ({ ...look, width }));
    }
    tellLayout(this.#sheet);
  }

  /** For files: width, visibility and style of columns, at once. */
  load({ first, last, ...look }: ColumnSpan): void {
    this.#sheet.workbook.edit(() => this.change(first, last - first + 1, () => look));
  }

  /** For the model's own classes: changes `count` columns from `first` within the transaction under way. */
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

  #changeLook(first: number, count: number, change: (look: ColumnLook) => ColumnLook): void {
    editRange(this.#sheet, { row: 0, rows: MAX_ROWS, column: first, columns: count }, 'allowFormatColumns', () => {
      this.change(first, count, change);
      tellLayout(this.#sheet);
    });
  }
}

function joined(spans: readonly ColumnSpan[]): readonly ColumnSpan[] {
  const result: ColumnSpan[] = [];
  for (const span of spans) {
    const former = result.at(-1);
    if (isPlain(span)) continue;
    if (former && former.last + 1 === span.first && sameLook(former, span)) {
      result[result.length - 1] = { ...former, last: span.last };
    } else {
      result.push(span);
    }
  }
  return result;
}

function isPlain({ width, hidden, style, outline, collapsed }: ColumnLook): boolean {
  return width === undefined && !hidden && style === 0 && outline === undefined && !collapsed;
}

function sameLook(a: ColumnLook, b: ColumnLook): boolean {
  const isSameOutline = a.outline === b.outline && a.collapsed === b.collapsed;
  return a.width === b.width && a.hidden === b.hidden && a.style === b.style && isSameOutline;
}
