import { HostError } from '../../errors';
import { changeView, editRange, tellLayout } from '../cells/edit';
import { checkUnprotected } from '../cells/guard';
import { MAX_ROW_HEIGHT } from '../geometry/lengths';
import { MAX_ROWS, type Rect } from '../geometry/rect';
import { Notes, type SlotStore } from '../history/journal';
import type { Sheet } from '../sheet';
import { fittedRowHeights, grownRowHeights } from './autofit';
import type { OutlineLook } from './outline';
import type { StyleId } from './style';

/** A row that is not as the sheet's default. */
export interface RowProperties extends OutlineLook {
  readonly row: number;
  /** Points; absent is the sheet's default. */
  readonly height?: number;
  /** The height was set by hand, not by autofit. */
  readonly custom: boolean;
  readonly hidden: boolean;
  readonly style: StyleId;
}

export type RowLook = Omit<RowProperties, 'row'>;

const PLAIN: RowLook = { custom: false, hidden: false, style: 0 };

/** The rows of a sheet: heights in points, styles and visibility. Only those that differ from the default are kept. */
export class Rows implements SlotStore<RowLook | undefined> {
  readonly #looks = new Map<number, RowLook>();
  readonly #notes: Notes<RowLook | undefined>;
  readonly #sheet: Sheet;
  #version = 0;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    this.#notes = new Notes(sheet.workbook.journal, this);
  }

  /** Grows with every change of a row. */
  get version(): number {
    return this.#version;
  }

  at(row: number): RowLook {
    return this.#looks.get(row) ?? PLAIN;
  }

  /** Rows that are not as the default, in order. */
  all(): readonly RowProperties[] {
    const rows = Uint32Array.from(this.#looks.keys()).sort();
    return Array.from(rows, (row) => ({ row, ...this.at(row) }));
  }

  /** Points; 0 for a hidden row, as Excel says. */
  height(row: number): number {
    const { hidden, height } = this.at(row);
    return hidden ? 0 : (height ?? this.defaultHeight);
  }

  /** How deep the deepest of its groups is. */
  get outlineDepth(): number {
    let depth = 0;
    for (const { outline = 0 } of this.#looks.values()) depth = Math.max(depth, outline);
    return depth;
  }

  isHidden(row: number): boolean {
    return this.at(row).hidden;
  }

  get defaultHeight(): number {
    return this.#sheet.state.defaultRowHeight;
  }

  set defaultHeight(defaultRowHeight: number) {
    checkUnprotected(this.#sheet, 'allowFormatRows');
    changeView(this.#sheet, { defaultRowHeight });
  }

  /**
   * null gives back the default, 0 hides; a height of all rows becomes the default. `InvalidArgument` below 0 or above
   * 409.
   */
  setHeight(first: number, count: number, points: number | null): void {
    if (points !== null && !(points >= 0 && points <= MAX_ROW_HEIGHT)) {
      throw new HostError('InvalidArgument', `A row cannot be ${points} points high.`);
    }
    if (first === 0 && count === MAX_ROWS && points !== null && points > 0) {
      this.defaultHeight = points;
      const rows = this.all().map(({ row }) => row);
      this.#changeAll(rows, (look) => withHeight(look, null, false));
      return;
    }
    this.#changeAll(range(first, count), (look) => sized(look, points));
  }

  /** As `setHeight` for many runs of rows at once. */
  setHeights(runs: readonly Rect[], points: number): void {
    this.#changeAll(rowsOf(runs), (look) => sized(look, points));
  }

  setHidden(first: number, count: number, hidden: boolean): void {
    this.#changeAll(range(first, count), (look) => (look.hidden === hidden ? look : { ...look, hidden }));
  }

  /** Heights that show the rows of a range whole: merged cells are ignored, 409 points at most. */
  autofit(rect: Rect): void {
    editRange(this.#sheet, rect, 'allowFormatRows', () => {
      this.#fit(fittedRowHeights(this.#sheet, rect));
      tellLayout(this.#sheet);
    });
  }

  /** For the model's own classes: grows the rows of an entry, whatever the protection. */
  grow(rect: Rect): void {
    const heights = grownRowHeights(this.#sheet, rect);
    if (heights.size === 0) return;
    this.#fit(heights);
    tellLayout(this.#sheet);
  }

  /** For files: height, visibility and style of a row, at once; rows that look the same may share one look. */
  load(row: number, look: RowLook): void {
    this.#sheet.workbook.edit(() => this.change(row, () => look));
  }

  /** For the model's own classes: changes a row within the transaction under way. */
  change(row: number, change: (look: RowLook) => RowLook): void {
    const former = this.at(row);
    const next = change(former);
    if (next === former) return;
    this.#notes.note(row, this.exchange(row, isPlain(next) ? undefined : next));
  }

  exchange(row: number, look: RowLook | undefined): RowLook | undefined {
    this.#version++;
    const former = this.#looks.get(row);
    if (look) this.#looks.set(row, look);
    else this.#looks.delete(row);
    return former;
  }

  #fit(heights: ReadonlyMap<number, number | null>): void {
    for (const [row, height] of heights) this.change(row, (look) => withHeight(look, height, false));
  }

  #changeAll(rows: Iterable<number>, change: (look: RowLook) => RowLook): void {
    this.#sheet.workbook.edit(() => {
      checkUnprotected(this.#sheet, 'allowFormatRows');
      const changed = remembered(change);
      for (const row of rows) this.change(row, changed);
      tellLayout(this.#sheet);
    });
  }
}

function isPlain(look: RowLook): boolean {
  const { height, custom, hidden, style, outline, collapsed } = look;
  return height === undefined && !custom && !hidden && style === 0 && outline === undefined && !collapsed;
}

/** The look with another height; null is the default. */
function withHeight({ height: _former, ...look }: RowLook, height: number | null, custom: boolean): RowLook {
  return height === null ? { ...look, custom } : { ...look, custom, height };
}

function sized(look: RowLook, points: number | null): RowLook {
  if (points === null) return withHeight(look, null, false);
  return points === 0 ? { ...look, hidden: true } : withHeight({ ...look, hidden: false }, points, true);
}

/** Rows that look alike share what they become. */
function remembered(change: (look: RowLook) => RowLook): (look: RowLook) => RowLook {
  let last: { readonly look: RowLook; readonly changed: RowLook } | undefined;
  return (look) => {
    if (last?.look !== look) last = { look, changed: change(look) };
    return last.changed;
  };
}

function* rowsOf(runs: readonly Rect[]): Generator<number> {
  for (const { row, rows } of runs) yield* range(row, rows);
}

function* range(first: number, count: number): Generator<number> {
  for (let i = first; i < first + count; i++) yield i;
}
