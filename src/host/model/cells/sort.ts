import { HostError } from '../../errors';
import { sortComments } from '../comments/follow';
import { shiftFormula } from '../formulas/shift';
import { contains, endColumn, endRow, intersects, rectOf, subtract, type Rect } from '../geometry/rect';
import { checkMergesWhole, checkUnprotected, checkWritable } from './guard';
import type { Sheet } from '../sheet';
import type { Cell, CellValue } from './cell';
import type { Hyperlink } from '../rules/hyperlinks';

/** A column of the range to sort by (a row, where columns are sorted), 0-based, and its direction. */
export interface SortKey {
  readonly index: number;
  /** With a colour: its cells come first, or last where this is false. */
  readonly ascending: boolean;
  /** What of the cells is compared; their values where absent. */
  readonly by?: { readonly look: 'fill' | 'font'; readonly color: string };
  /** Texts that read as numbers are compared as numbers. */
  readonly textAsNumber?: boolean;
}

export interface SortOptions {
  readonly matchCase?: boolean;
  /** Sorts the columns of the range instead of its rows. */
  readonly columns?: boolean;
}

/**
 * Sorts the rows (or columns) of a range, the first key first; equal ones keep their order, and hidden ones their
 * place, as in Excel. Numbers come before text, text before truth values, errors last but for blanks, which are last
 * in either direction. References in formulas move with their cells, and so do looks, links, notes and comments;
 * validation rules and conditional formats stay. `InvalidArgument` for a key that the range has not; `InvalidOperation` with merged cells.
 */
export function sortCells(sheet: Sheet, rect: Rect, keys: readonly SortKey[], options: SortOptions = {}): void {
  const { columns = false, matchCase = false } = options;
  const width = columns ? rect.rows : rect.columns;
  if (keys.some(({ index }) => !Number.isInteger(index) || index < 0 || index >= width)) {
    throw new HostError('InvalidArgument', 'The range has no such column to sort by.');
  }
  sheet.workbook.edit(() => {
    checkUnprotected(sheet, 'allowSort');
    checkWritable(sheet, rect);
    checkMergesWhole(sheet, rect);
    if (sheet.merges.areas.some((merged) => intersects(merged, rect))) {
      throw new HostError('InvalidOperation', 'Merged cells cannot be sorted.');
    }
    const lines = visibleLines(sheet, rect, columns);
    const compare = comparer(sheet, keys, matchCase);
    const sorted = lines.toSorted(compare);
    const moves = new Map(sorted.map((line, at) => [line.place, lines[at]!.place]));
    sorted.forEach((line, at) => placeLine(sheet, rect, lines[at]!.place, line, columns));
    moveLinks(sheet, rect, moves, columns);
    sortComments(sheet, rect, moves, columns);
    sheet.contentChanged(rect, undefined, columns ? undefined : 'sort');
  });
}

interface Line {
  /** The row, or the column. */
  readonly place: number;
  readonly cells: readonly (Cell | undefined)[];
}

function visibleLines(sheet: Sheet, rect: Rect, columns: boolean): readonly Line[] {
  const lines: Line[] = [];
  if (columns) {
    for (let column = rect.column; column < endColumn(rect); column++) {
      if (sheet.columns.isHidden(column)) continue;
      lines.push({
        place: column,
        cells: Array.from({ length: rect.rows }, (_, i) => sheet.cells.get(rect.row + i, column)),
      });
    }
    return lines;
  }
  for (let row = rect.row; row < endRow(rect); row++) {
    if (sheet.rows.isHidden(row)) continue;
    lines.push({
      place: row,
      cells: Array.from({ length: rect.columns }, (_, i) => sheet.cells.get(row, rect.column + i)),
    });
  }
  return lines;
}

function placeLine(sheet: Sheet, rect: Rect, place: number, { place: from, cells }: Line, columns: boolean): void {
  if (place === from) return;
  const step = place - from;
  cells.forEach((cell, i) => {
    const formula = cell?.formula;
    const moved =
      cell === undefined || formula === undefined
        ? cell
        : { ...cell, formula: columns ? shiftFormula(formula, 0, step) : shiftFormula(formula, step, 0) };
    if (columns) sheet.cells.set(rect.row + i, place, moved);
    else sheet.cells.set(place, rect.column + i, moved);
  });
}

/** Links go with their cells; what of a link lies outside of the range stays. */
function moveLinks(sheet: Sheet, rect: Rect, moves: ReadonlyMap<number, number>, columns: boolean): void {
  if (!sheet.hyperlinks.all.some((link) => intersects(link.rect, rect))) return;
  const hyperlinks = sheet.hyperlinks.all.flatMap((link): readonly Hyperlink[] => {
    const outside = subtract(link.rect, rect).map((part) => ({ ...link, rect: part }));
    return [...outside, ...movedLink(link, rect, moves, columns)];
  });
  sheet.update({ hyperlinks });
}

function movedLink(link: Hyperlink, rect: Rect, moves: ReadonlyMap<number, number>, columns: boolean): Hyperlink[] {
  const moved: Hyperlink[] = [];
  for (let row = link.rect.row; row < endRow(link.rect); row++) {
    for (let column = link.rect.column; column < endColumn(link.rect); column++) {
      if (!contains(rect, row, column)) continue;
      const place = moves.get(columns ? column : row);
      moved.push({ ...link, rect: columns ? rectOf(row, place ?? column) : rectOf(place ?? row, column) });
    }
  }
  return moved;
}

function comparer(sheet: Sheet, keys: readonly SortKey[], matchCase: boolean): (a: Line, b: Line) => number {
  const { compare: compareText } = new Intl.Collator(sheet.workbook.options.locale, {
    sensitivity: matchCase ? 'variant' : 'accent',
  });
  const compareBy = keys.map(({ index, ascending, by, textAsNumber }) => (a: Line, b: Line): number => {
    const [first, second] = [a.cells[index], b.cells[index]];
    if (by) {
      const order = Number(hasColor(sheet, second, by)) - Number(hasColor(sheet, first, by));
      return ascending ? order : -order;
    }
    const valueOf = (cell: Cell | undefined): CellValue =>
      textAsNumber ? asNumber(cell?.value ?? null) : (cell?.value ?? null);
    return compareValues(valueOf(first), valueOf(second), ascending, compareText);
  });
  return (a, b) => {
    for (const compare of compareBy) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function hasColor(sheet: Sheet, cell: Cell | undefined, { look, color }: NonNullable<SortKey['by']>): boolean {
  const style = sheet.workbook.styles.get(cell?.style ?? 0);
  return (look === 'fill' ? (style.fill ?? '') : style.font.color).toLowerCase() === color.toLowerCase();
}

function asNumber(value: CellValue): CellValue {
  if (typeof value !== 'string' || value.trim() === '') return value;
  const number = Number(value);
  return Number.isFinite(number) ? number : value;
}

function compareValues(
  a: CellValue,
  b: CellValue,
  ascending: boolean,
  compareText: (a: string, b: string) => number,
): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = rank(a) - rank(b) || within(a, b, compareText);
  return ascending ? order : -order;
}

function rank(value: CellValue): number {
  return ['number', 'string', 'boolean', 'object'].indexOf(typeof value);
}

function within(a: CellValue, b: CellValue, compare: (a: string, b: string) => number): number {
  if (typeof a === 'string' && typeof b === 'string') return compare(a, b);
  return typeof a === 'object' || typeof b === 'object' ? 0 : Number(a) - Number(b);
}
