import { findCells, replaceCells, type FindOptions } from '../../model/cells/find';
import { bounding, rectOf } from '../../model/geometry/rect';
import { MAX_COLUMNS, MAX_ROWS, type Rect } from '../../model';
import type { CellAt } from '../../model/cells/cell';
import { asFlag, asOneOf, invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { areasClass, rangeClass } from '../classes';
import { isJsonObject, type ClassTable } from '../define';
import type { HostObject } from '../host-object';
import { usedPart } from './shape';
import type { RangeRef } from './ref';

function optionsOf(args: Arguments, index: number): FindOptions & { readonly backwards: boolean } {
  const criteria = args.raw(index) === undefined ? {} : args.json(index);
  if (!isJsonObject(criteria)) throw invalidArgument();
  const direction = asOneOf(criteria.searchDirection ?? 'Forward', ['Forward', 'Backwards'] as const);
  return {
    completeMatch: asFlag(criteria.completeMatch ?? false),
    matchCase: asFlag(criteria.matchCase ?? false),
    backwards: direction === 'Backwards',
  };
}

/** Characters that can be looked for. */
const longestText = 255;

const wholeSheet: Rect = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

function textOf(args: Arguments): string {
  const text = args.text(0);
  if (text.length > longestText) throw invalidArgument();
  return text;
}

/** The cell that is found first; null where there is none. Of one cell, the whole sheet is searched from there on. */
function find({ sheet, rect }: RangeRef, args: Arguments): HostObject | null {
  const options = optionsOf(args, 1);
  const isCell = rect.rows === 1 && rect.columns === 1;
  const used = usedPart({ sheet, rect: isCell ? wholeSheet : rect }, true);
  const all = used ? findCells(sheet, used, textOf(args), options) : [];
  const found = options.backwards ? all.toReversed() : all;
  const first = isCell ? found.find((cell) => isOnFrom(cell, rect, options.backwards)) : undefined;
  const cell = first ?? found[0];
  return cell ? rangeClass.of({ sheet, rect: rectOf(cell.row, cell.column) }) : null;
}

function isOnFrom(cell: CellAt, from: Rect, backwards: boolean): boolean {
  const rows = cell.row - from.row;
  const ahead = rows === 0 ? cell.column - from.column : rows;
  return backwards ? ahead <= 0 : ahead >= 0;
}

/** All cells found, those that touch in a row as one area. */
export function findAll(range: RangeRef, args: Arguments): HostObject | null {
  const used = usedPart(range, true);
  const found = used ? findCells(range.sheet, used, textOf(args), optionsOf(args, 1)) : [];
  const areas: Rect[] = [];
  for (const { row, column } of found) {
    const last = areas.at(-1);
    if (last?.row === row && last.column + last.columns === column) {
      areas[areas.length - 1] = bounding(last, rectOf(row, column));
    } else areas.push(rectOf(row, column));
  }
  return areas.length === 0 ? null : areasClass.of(areas.map((rect) => ({ sheet: range.sheet, rect })));
}

export function replaceAll(range: RangeRef, args: Arguments): number {
  const used = usedPart(range, true);
  return used ? replaceCells(range.sheet, used, args.text(0), args.text(1), optionsOf(args, 2)) : 0;
}

/** What a range answers of looking for text. */
export const findCalls: NonNullable<ClassTable<RangeRef>['call']> = {
  Find: (range, args) => {
    const found = find(range, args);
    if (!found) throw itemNotFound();
    return found;
  },
  FindOrNullObject: find,
  ReplaceAll: replaceAll,
};
