import { HostError } from '../../errors';
import type { CellInput, Rect } from '../../model';
import { copyCells, copyFormats } from '../../model/cells/copy';
import { shiftFormula } from '../../model/formulas/shift';
import { asFlag, asOneOf, type Arguments } from '../arguments';
import { isUnbounded, rangeAt, refuseUnbounded, type RangeRef } from './ref';

const kinds = ['All', 'Formulas', 'Values', 'Formats', 'Link'] as const;

/**
 * `copyFrom`: all there is to cells, or their formulas, values or formats. A source smaller than the range is repeated
 * over it, one that is larger goes on beyond it. References move with the cells. `source` is what the argument names
 * or is.
 */
export function copyFrom(target: RangeRef, args: Arguments, source: RangeRef | undefined): void {
  const from = source ?? rangeAt(target.sheet, args.text(0));
  const kind = args.raw(1) === undefined ? 'All' : asOneOf(args.raw(1), kinds);
  const isPlain = [2, 3].every((index) => args.raw(index) === undefined || !asFlag(args.raw(index)));
  if (kind === 'Link' || !isPlain || isUnbounded(from.rect)) {
    throw new HostError(
      'NotImplemented',
      'The embedded Excel host copies bounded ranges as they stand: no links, no blanks left out, nothing transposed.',
      'Range.copyFrom',
    );
  }
  refuseUnbounded(target);
  if (kind === 'Formulas' || kind === 'Values') copyContents(target, from, kind);
  else copyTiles(target, from, kind === 'All' ? copyCells : copyFormats);
}

/** Room for the source, or for as many of it as the range takes. */
function spread({ rect }: RangeRef, from: RangeRef): Rect {
  return {
    ...rect,
    rows: Math.max(rect.rows, from.rect.rows),
    columns: Math.max(rect.columns, from.rect.columns),
  };
}

/** The source copied over and over; the last copies are cut where the range ends. */
function copyTiles(target: RangeRef, from: RangeRef, copy: (from: RangeRef, to: RangeRef) => void): void {
  const { sheet } = target;
  const rect = spread(target, from);
  for (let row = 0; row < rect.rows; row += from.rect.rows) {
    for (let column = 0; column < rect.columns; column += from.rect.columns) {
      const size = {
        rows: Math.min(from.rect.rows, rect.rows - row),
        columns: Math.min(from.rect.columns, rect.columns - column),
      };
      const to: Rect = { row: rect.row + row, column: rect.column + column, ...size };
      copy({ sheet: from.sheet, rect: { ...from.rect, ...size } }, { sheet, rect: to });
    }
  }
}

function copyContents(target: RangeRef, from: RangeRef, kind: 'Formulas' | 'Values'): void {
  const rect = spread(target, from);
  const grid = Array.from({ length: rect.rows }, (_, row) =>
    Array.from({ length: rect.columns }, (__, column) => copied(from, rect, row, column, kind)),
  );
  target.sheet.write(rect, grid, 'formulas');
}

function copied(
  { sheet, rect: from }: RangeRef,
  to: Rect,
  row: number,
  column: number,
  kind: 'Formulas' | 'Values',
): CellInput {
  const [sourceRow, sourceColumn] = [from.row + (row % from.rows), from.column + (column % from.columns)];
  const cell = sheet.cell(sourceRow, sourceColumn);
  if (!cell) return '';
  const { value, formula } = cell;
  if (formula !== undefined && kind === 'Formulas') {
    return `=${shiftFormula(formula, to.row + row - sourceRow, to.column + column - sourceColumn)}`;
  }
  // An apostrophe keeps a text that looks like something else the text that it is.
  if (typeof value === 'string') return `'${value}`;
  return value !== null && typeof value === 'object' ? value.error : (value ?? '');
}
