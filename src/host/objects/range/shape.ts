import { MAX_COLUMNS, MAX_ROWS, type Rect } from '../../model';
import { bounding, endColumn, endRow, intersection, rectOf } from '../../model/geometry/rect';
import { hasContent } from '../../model/cells/cells';
import { invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { rangeClass } from '../classes';
import type { ClassTable } from '../define';
import type { HostObject } from '../host-object';
import { rangeAt, rangeOf, type RangeRef } from './ref';

type Calls = NonNullable<ClassTable<RangeRef>['call']>;

function moved(range: RangeRef, rect: Rect): HostObject {
  return rangeClass.of(rangeOf(range.sheet, rect));
}

/** The other range of a call: an object, or an address on the same sheet. */
function otherRange(range: RangeRef, args: Arguments, index: number): RangeRef {
  const other = args.object(index, rangeClass) ?? rangeAt(range.sheet, args.text(index));
  if (other.sheet !== range.sheet) throw invalidArgument();
  return other;
}

/** The cells in use inside a range; with `valuesOnly`, those that hold something. */
export function usedPart({ sheet, rect }: RangeRef, valuesOnly: boolean): Rect | null {
  const used = sheet.cells.extent(valuesOnly);
  const within = used && intersection(used, rect);
  if (!within || (within.rows === used.rows && within.columns === used.columns)) return within;
  let part: Rect | null = null;
  for (const { row, column, cell } of sheet.cells.within(within)) {
    if (valuesOnly && !hasContent(cell)) continue;
    const at = rectOf(row, column);
    part = part ? bounding(part, at) : at;
  }
  return part;
}

/** Grows a cell to the block of filled cells around it, bounded by empty rows and columns. */
function surroundingRegion({ sheet, rect }: RangeRef): Rect {
  const filled = (row: number, column: number, rows: number, columns: number): boolean => {
    if (row < 0 || column < 0 || row >= MAX_ROWS || column >= MAX_COLUMNS) return false;
    const first = rectOf(Math.max(row, 0), Math.max(column, 0), rows, columns);
    for (const { cell } of sheet.cells.within(first)) if (hasContent(cell)) return true;
    return false;
  };
  let { row, column, rows, columns } = rect;
  for (;;) {
    const top = filled(row - 1, Math.max(column - 1, 0), 1, columns + 2);
    const bottom = filled(row + rows, Math.max(column - 1, 0), 1, columns + 2);
    const left = filled(Math.max(row - 1, 0), column - 1, rows + 2, 1);
    const right = filled(Math.max(row - 1, 0), column + columns, rows + 2, 1);
    if (!top && !bottom && !left && !right) return { row, column, rows, columns };
    if (top) {
      row -= 1;
      rows += 1;
    }
    if (bottom) rows += 1;
    if (left) {
      column -= 1;
      columns += 1;
    }
    if (right) columns += 1;
  }
}

/** Rows above or below, columns before or after: a negative count turns round, as in Excel. */
function beside(range: RangeRef, count: number, side: 'above' | 'below' | 'before' | 'after'): HostObject {
  if (count === 0) throw invalidArgument();
  const turned = { above: 'below', below: 'above', before: 'after', after: 'before' } as const;
  if (count < 0) return beside(range, -count, turned[side]);
  const { rect } = range;
  switch (side) {
    case 'above':
      return moved(range, { ...rect, row: rect.row - count, rows: count });
    case 'below':
      return moved(range, { ...rect, row: endRow(rect), rows: count });
    case 'before':
      return moved(range, { ...rect, column: rect.column - count, columns: count });
    case 'after':
      return moved(range, { ...rect, column: endColumn(rect), columns: count });
  }
}

/** The methods of a range that give another range. */
export const shapeCalls: Calls = {
  GetCell: (range, args) => moved(range, rectOf(range.rect.row + args.integer(0), range.rect.column + args.integer(1))),
  GetRow: (range, args) => moved(range, { ...range.rect, row: range.rect.row + args.integer(0), rows: 1 }),
  GetColumn: (range, args) => moved(range, { ...range.rect, column: range.rect.column + args.integer(0), columns: 1 }),
  GetLastRow: (range) => moved(range, { ...range.rect, row: endRow(range.rect) - 1, rows: 1 }),
  GetLastColumn: (range) => moved(range, { ...range.rect, column: endColumn(range.rect) - 1, columns: 1 }),
  GetLastCell: (range) => moved(range, rectOf(endRow(range.rect) - 1, endColumn(range.rect) - 1)),
  GetEntireRow: (range) => moved(range, { ...range.rect, column: 0, columns: MAX_COLUMNS }),
  GetEntireColumn: (range) => moved(range, { ...range.rect, row: 0, rows: MAX_ROWS }),
  GetOffsetRange: (range, args) =>
    moved(range, {
      ...range.rect,
      row: range.rect.row + args.integer(0),
      column: range.rect.column + args.integer(1),
    }),
  GetResizedRange: (range, args) =>
    moved(range, {
      ...range.rect,
      rows: range.rect.rows + args.integer(0),
      columns: range.rect.columns + args.integer(1),
    }),
  GetAbsoluteResizedRange: (range, args) =>
    moved(range, { ...range.rect, rows: args.integer(0), columns: args.integer(1) }),
  GetRowsAbove: (range, args) => beside(range, args.optionalInteger(0) ?? 1, 'above'),
  GetRowsBelow: (range, args) => beside(range, args.optionalInteger(0) ?? 1, 'below'),
  GetColumnsBefore: (range, args) => beside(range, args.optionalInteger(0) ?? 1, 'before'),
  GetColumnsAfter: (range, args) => beside(range, args.optionalInteger(0) ?? 1, 'after'),
  GetBoundingRect: (range, args) => moved(range, bounding(range.rect, otherRange(range, args, 0).rect)),
  GetIntersection: (range, args) => {
    const shared = intersection(range.rect, otherRange(range, args, 0).rect);
    if (!shared) throw itemNotFound();
    return moved(range, shared);
  },
  GetIntersectionOrNullObject: (range, args) => {
    const shared = intersection(range.rect, otherRange(range, args, 0).rect);
    return shared && moved(range, shared);
  },
  GetUsedRange: (range, args) =>
    moved(range, usedPart(range, args.flag(0)) ?? rectOf(range.rect.row, range.rect.column)),
  GetUsedRangeOrNullObject: (range, args) => {
    const used = usedPart(range, args.flag(0));
    return used && moved(range, used);
  },
  GetSurroundingRegion: (range) => moved(range, surroundingRegion(range)),
};
