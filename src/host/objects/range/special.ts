import { HostError } from '../../errors';
import type { Rect } from '../../model';
import { removeDuplicates, type DuplicatesResult } from '../../model/cells/duplicates';
import { moveCells } from '../../model/cells/move';
import { edgeFrom, specialCells, type Direction, type SpecialCells, type ValueKind } from '../../model/cells/special';
import { bounding, contains, rectOf } from '../../model/geometry/rect';
import type { Json } from '../../wire/protocol';
import { asInteger, asOneOf, invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { areasClass, rangeClass } from '../classes';
import { define, type ClassDefinition, type ClassTable } from '../define';
import type { HostObject } from '../host-object';
import { rangeAt, refuseUnbounded, WHOLE_SHEET, type Areas, type RangeRef } from './ref';

const cellTypes = ['Blanks', 'Constants', 'Formulas', 'Visible', 'ConditionalFormats', 'DataValidations'] as const;
const otherTypes = ['SameConditionalFormat', 'SameDataValidation'] as const;

/** `ErrorsNumberText` and the like name the kinds that they combine. */
const valueKinds: readonly (readonly [word: string, kind: ValueKind])[] = [
  ['Errors', 'error'],
  ['Logical', 'logical'],
  ['Number', 'number'],
  ['Text', 'text'],
];

function kindsOf(args: Arguments, index: number): ReadonlySet<ValueKind> | undefined {
  const name = args.optionalText(index) ?? 'All';
  if (name.toLowerCase() === 'all') return undefined;
  const kinds = valueKinds.filter(([word]) => name.toLowerCase().includes(word.toLowerCase()));
  if (kinds.length === 0) throw invalidArgument();
  return new Set(kinds.map(([, kind]) => kind));
}

/** The cells of a kind in some ranges; null where there are none. */
export function special(areas: Areas, args: Arguments): HostObject | null {
  const type = asOneOf<SpecialCells | (typeof otherTypes)[number]>(args.raw(0), [...cellTypes, ...otherTypes]);
  const known = cellTypes.find((each) => each === type);
  if (!known) {
    throw new HostError(
      'NotImplemented',
      `The embedded Excel host finds no cells by ${type}.`,
      'Range.getSpecialCells',
    );
  }
  const kinds = kindsOf(args, 1);
  const found = areas.flatMap(({ sheet, rect }) =>
    specialCells(sheet, rect, known, kinds).map((part) => ({ sheet, rect: part })),
  );
  return found.length > 0 ? areasClass.of(found) : null;
}

export function requiredSpecial(areas: Areas, args: Arguments): HostObject {
  const found = special(areas, args);
  if (!found) throw itemNotFound();
  return found;
}

const directions: readonly Direction[] = ['Left', 'Right', 'Up', 'Down'];

/** The cell to which Ctrl and an arrow key lead from the active cell, the first of the range by default. */
function edge(range: RangeRef, args: Arguments): Rect {
  const direction = asOneOf(args.raw(0), directions);
  const { sheet, rect } = range;
  const active = args.raw(1) === undefined ? range : (args.object(1, rangeClass) ?? rangeAt(sheet, args.text(1)));
  const { row, column } = active.rect;
  if (active.sheet !== sheet || !contains(rect, row, column)) throw invalidArgument();
  const at = edgeFrom(sheet, { row, column }, direction, WHOLE_SHEET);
  return rectOf(at.row, at.column);
}

const duplicatesClass: ClassDefinition<DuplicatesResult> = define<DuplicatesResult>('RemoveDuplicatesResult', {
  get: { Removed: ({ removed }) => removed, UniqueRemaining: ({ uniqueRemaining }) => uniqueRemaining },
});

function withoutDuplicates(range: RangeRef, args: Arguments): HostObject {
  refuseUnbounded(range);
  const columns = args.json(0);
  if (!Array.isArray(columns)) throw invalidArgument();
  const indices = (columns as readonly Json[]).map(asInteger);
  return duplicatesClass.of(removeDuplicates(range.sheet, range.rect, indices, args.flag(1)));
}

function move(range: RangeRef, args: Arguments): void {
  refuseUnbounded(range);
  const to = args.object(0, rangeClass) ?? rangeAt(range.sheet, args.text(0));
  if (to.sheet !== range.sheet) {
    throw new HostError(
      'NotImplemented',
      'The embedded Excel host moves cells on their own sheet only.',
      'Range.moveTo',
    );
  }
  moveCells(range.sheet, range.rect, to.rect);
}

/** What a range answers of cells of a kind, edges, duplicates, and moving. */
export const specialCalls: NonNullable<ClassTable<RangeRef>['call']> = {
  GetSpecialCells: (range, args) => requiredSpecial([range], args),
  GetSpecialCellsOrNullObject: (range, args) => special([range], args),
  GetRangeEdge: (range, args) => rangeClass.of({ sheet: range.sheet, rect: edge(range, args) }),
  GetExtendedRange: (range, args) =>
    rangeClass.of({ sheet: range.sheet, rect: bounding(range.rect, edge(range, args)) }),
  RemoveDuplicates: withoutDuplicates,
  MoveTo: move,
};
