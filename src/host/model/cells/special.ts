import { contains, endColumn, endRow, intersection, rectOf, type Point, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';
import type { Cell } from './cell';
import { hasContent } from './cells';

/** Which cells `getSpecialCells` looks for. */
export type SpecialCells = 'Blanks' | 'Constants' | 'Formulas' | 'Visible' | 'ConditionalFormats' | 'DataValidations';

/** What constants and formulas may hold: errors, truth values, numbers, texts. */
export type ValueKind = 'error' | 'logical' | 'number' | 'text';

/** The cells of a kind within a range, down to the end of what the sheet uses; as few rectangles as runs make. */
export function specialCells(
  sheet: Sheet,
  rect: Rect,
  what: SpecialCells,
  kinds?: ReadonlySet<ValueKind>,
): readonly Rect[] {
  switch (what) {
    case 'ConditionalFormats':
      return within(
        rect,
        sheet.conditionalFormats.all.flatMap(({ rects }) => rects),
      );
    case 'DataValidations':
      return within(
        rect,
        sheet.validations.all.flatMap(({ rects }) => rects),
      );
    case 'Visible':
      return visible(sheet, rect);
    default: {
      const used = sheet.cells.extent();
      const part = used && intersection(used, rect);
      if (!part) return [];
      const isWanted = test(what, kinds);
      return areasOf(part, (row, column) => isWanted(sheet.cells.get(row, column)));
    }
  }
}

function within(rect: Rect, rects: readonly Rect[]): readonly Rect[] {
  return rects.flatMap((one) => intersection(one, rect) ?? []);
}

function test(
  what: 'Blanks' | 'Constants' | 'Formulas',
  kinds?: ReadonlySet<ValueKind>,
): (cell: Cell | undefined) => boolean {
  if (what === 'Blanks') return (cell) => !hasContent(cell);
  const isFormula = what === 'Formulas';
  return (cell) =>
    cell !== undefined &&
    hasContent(cell) &&
    (cell.formula !== undefined) === isFormula &&
    (!kinds || kinds.has(kindOf(cell)));
}

function kindOf({ value }: Cell): ValueKind {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'logical';
  return typeof value === 'object' && value !== null ? 'error' : 'text';
}

/** Runs of rows and columns that are shown. */
function visible(sheet: Sheet, rect: Rect): readonly Rect[] {
  const rows = runs(rect.row, endRow(rect), (row) => !sheet.rows.isHidden(row));
  const columns = runs(rect.column, endColumn(rect), (column) => !sheet.columns.isHidden(column));
  return rows.flatMap((row) => columns.map((column) => rectOf(row.first, column.first, row.count, column.count)));
}

interface Run {
  readonly first: number;
  readonly count: number;
}

function runs(first: number, end: number, isIn: (index: number) => boolean): readonly Run[] {
  const found: Run[] = [];
  for (let index = first; index < end; index++) {
    if (!isIn(index)) continue;
    const start = index;
    while (index + 1 < end && isIn(index + 1)) index++;
    found.push({ first: start, count: index - start + 1 });
  }
  return found;
}

/** The cells that pass, as rectangles: runs of a row, those of the same width below each other as one. */
export function areasOf(rect: Rect, isIn: (row: number, column: number) => boolean): readonly Rect[] {
  const done: Rect[] = [];
  let open: Rect[] = [];
  for (let row = rect.row; row < endRow(rect); row++) {
    const line = runs(rect.column, endColumn(rect), (column) => isIn(row, column));
    const next = line.map(({ first, count }): Rect => {
      const above = open.find(({ column, columns }) => column === first && columns === count);
      return above ? { ...above, rows: above.rows + 1 } : rectOf(row, first, 1, count);
    });
    done.push(
      ...open.filter(
        (area) => !next.some((other) => other.column === area.column && contains(other, area.row, area.column)),
      ),
    );
    open = next;
  }
  return [...done, ...open].sort((a, b) => a.row - b.row || a.column - b.column);
}

export type Direction = 'Left' | 'Right' | 'Up' | 'Down';

const steps: Readonly<Record<Direction, Point>> = {
  Left: { row: 0, column: -1 },
  Right: { row: 0, column: 1 },
  Up: { row: -1, column: 0 },
  Down: { row: 1, column: 0 },
};

/** Where Ctrl and an arrow key lead: to the end of the block, or over blank cells to the next, or to the sheet's end. */
export function edgeFrom(sheet: Sheet, from: Point, direction: Direction, whole: Rect): Point {
  const step = steps[direction];
  const next = ({ row, column }: Point): Point => ({ row: row + step.row, column: column + step.column });
  const isFilled = ({ row, column }: Point): boolean => hasContent(sheet.cells.get(row, column));
  const isInside = ({ row, column }: Point): boolean => contains(whole, row, column);
  const used = sheet.cells.extent(true) ?? rectOf(0, 0);
  // Beyond what is used there is nothing to find: the way to the end of the sheet is not walked.
  const isBeyond = ({ row, column }: Point): boolean =>
    (step.row > 0 && row >= endRow(used)) || (step.column > 0 && column >= endColumn(used));
  let at = from;
  if (isFilled(at) && isInside(next(at)) && isFilled(next(at))) {
    while (isInside(next(at)) && isFilled(next(at))) at = next(at);
    return at;
  }
  while (isInside(next(at))) {
    at = next(at);
    if (isFilled(at)) return at;
    if (isBeyond(at)) return endOf(at, direction, whole);
  }
  return at;
}

function endOf({ row, column }: Point, direction: Direction, whole: Rect): Point {
  if (direction === 'Down') return { row: endRow(whole) - 1, column };
  return direction === 'Right' ? { row, column: endColumn(whole) - 1 } : { row, column };
}
