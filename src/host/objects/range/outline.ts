import type { Sheet } from '../../model';
import { group, hideDetails, showDetails, showLevels, ungroup, type OutlineAxis } from '../../model/looks/outline';
import { asOneOf, invalidArgument, type Arguments } from '../arguments';
import type { RangeRef } from './ref';

const axes: Readonly<Record<string, OutlineAxis>> = { ByRows: 'rows', ByColumns: 'columns' };

const method =
  (change: (sheet: Sheet, rect: RangeRef['rect'], axis: OutlineAxis) => void) =>
  ({ sheet, rect }: RangeRef, args: Arguments): void =>
    change(sheet, rect, axes[asOneOf(args.raw(0), Object.keys(axes))]!);

/** Groups of the rows or columns of a range. */
export const outlineMethods = {
  Group: method(group),
  Ungroup: method(ungroup),
  HideGroupDetails: method(hideDetails),
  ShowGroupDetails: method(showDetails),
} as const;

/** Levels of 1 to 8 of rows and of columns; 0 leaves them. `InvalidArgument` for others. */
export function showOutlineLevels(sheet: Sheet, args: Arguments): void {
  const [rows, columns] = [args.integer(0), args.integer(1)];
  if (rows < 0 || rows > 8 || columns < 0 || columns > 8) throw invalidArgument();
  showLevels(sheet, rows, columns);
}
