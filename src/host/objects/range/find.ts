import { findCells, replaceCells, type FindOptions } from '../../model/cells/find';
import { bounding, rectOf } from '../../model/geometry/rect';
import type { Rect } from '../../model';
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

/** The cell that is found first; null where there is none. */
function find(range: RangeRef, args: Arguments): HostObject | null {
  const options = optionsOf(args, 1);
  const used = usedPart(range, true);
  const found = used ? findCells(range.sheet, used, args.text(0), options) : [];
  const cell = options.backwards ? found.at(-1) : found[0];
  return cell ? rangeClass.of({ sheet: range.sheet, rect: rectOf(cell.row, cell.column) }) : null;
}

/** All cells found, those that touch in a row as one area. */
export function findAll(range: RangeRef, args: Arguments): HostObject | null {
  const used = usedPart(range, true);
  const found = used ? findCells(range.sheet, used, args.text(0), optionsOf(args, 1)) : [];
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
