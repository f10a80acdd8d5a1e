import { HostError } from '../errors';
import type { CellInput, Rect } from '../model';
import { copyCells } from '../model/copy';
import { shiftFormula } from '../model/formula-shift';
import { asFlag, asOneOf, type Arguments } from './arguments';
import { isUnbounded, rangeAt, refuseUnbounded, type RangeRef } from './range-ref';

const kinds = ['All', 'Formulas', 'Values', 'Formats', 'Link'] as const;

/**
 * `copyFrom` of all there is to cells, from a source of the range's size or to its first cell; or of formulas only,
 * a source smaller than the range being repeated over it. References move with the cells. `source` is what the
 * argument names or is.
 */
export function copyFrom(target: RangeRef, args: Arguments, source: RangeRef | undefined): void {
  const from = source ?? rangeAt(target.sheet, args.text(0));
  const kind = args.raw(1) === undefined ? 'All' : asOneOf(args.raw(1), kinds);
  const isPlain = [2, 3].every((index) => args.raw(index) === undefined || !asFlag(args.raw(index)));
  if ((kind !== 'Formulas' && kind !== 'All') || !isPlain || isUnbounded(from.rect)) {
    throw new HostError(
      'NotImplemented',
      'The embedded Excel host copies all or formulas only, of bounded ranges.',
      'Range.copyFrom',
    );
  }
  refuseUnbounded(target);
  if (kind === 'All') copyWhole(target, from);
  else copyFormulas(target, from);
}

function copyWhole({ sheet, rect }: RangeRef, from: RangeRef): void {
  const { rows, columns } = from.rect;
  const isSmaller = rect.rows <= rows && rect.columns <= columns;
  if (!isSmaller) {
    throw new HostError('NotImplemented', 'The embedded Excel host does not repeat a source.', 'Range.copyFrom');
  }
  copyCells(from, { sheet, rect: { ...rect, rows, columns } });
}

function copyFormulas(target: RangeRef, from: RangeRef): void {
  const rect: Rect = {
    ...target.rect,
    rows: Math.max(target.rect.rows, from.rect.rows),
    columns: Math.max(target.rect.columns, from.rect.columns),
  };
  const grid = Array.from({ length: rect.rows }, (_, row) =>
    Array.from({ length: rect.columns }, (__, column) => copied(from, rect, row, column)),
  );
  target.sheet.write(rect, grid, 'formulas');
}

function copied({ sheet, rect: from }: RangeRef, to: Rect, row: number, column: number): CellInput {
  const [sourceRow, sourceColumn] = [from.row + (row % from.rows), from.column + (column % from.columns)];
  const cell = sheet.cell(sourceRow, sourceColumn);
  if (!cell) return '';
  const { value, formula } = cell;
  if (formula !== undefined) {
    return `=${shiftFormula(formula, to.row + row - sourceRow, to.column + column - sourceColumn)}`;
  }
  // An apostrophe keeps a text that looks like something else the text that it is.
  if (typeof value === 'string') return `'${value}`;
  return value !== null && typeof value === 'object' ? value.error : (value ?? '');
}
