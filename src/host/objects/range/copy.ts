import { HostError } from '../../errors';
import { copyCells } from '../../model/cells/copy';
import { asFlag, asOneOf, type Arguments } from '../arguments';
import { isUnbounded, rangeAt, rangeOf, refuseUnbounded, type RangeRef } from './ref';

const kinds = ['All', 'Formulas', 'Values', 'Formats', 'Link'] as const;

/**
 * `copyFrom`: all there is to cells, or their formulas, values or formats, or formulas that point at them. A source is
 * repeated over a range that is a multiple of it; otherwise it is copied once, beyond the range if it is larger.
 * References move with the cells. `source` is what the argument names or is.
 */
export function copyFrom(target: RangeRef, args: Arguments, source: RangeRef | undefined): void {
  const from = source ?? rangeAt(target.sheet, args.text(0));
  const kind = args.raw(1) === undefined ? 'All' : asOneOf(args.raw(1), kinds);
  const skipBlanks = asFlag(args.raw(2) ?? false);
  const transpose = asFlag(args.raw(3) ?? false);
  if (isUnbounded(from.rect)) {
    throw new HostError(
      'NotImplemented',
      'The embedded Excel host copies bounded ranges only, no whole rows and columns.',
      'Range.copyFrom',
    );
  }
  refuseUnbounded(target);
  copyCells(from, placeOf(target, from, transpose), kind, { skipBlanks, transpose });
}

/** The range, where it is a multiple of the source in a direction; there the source's own size otherwise. */
function placeOf({ sheet, rect }: RangeRef, from: RangeRef, transpose: boolean): RangeRef {
  const rows = transpose ? from.rect.columns : from.rect.rows;
  const columns = transpose ? from.rect.rows : from.rect.columns;
  return rangeOf(sheet, {
    ...rect,
    rows: rect.rows % rows === 0 ? rect.rows : rows,
    columns: rect.columns % columns === 0 ? rect.columns : columns,
  });
}
