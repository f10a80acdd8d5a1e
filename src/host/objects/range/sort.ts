import { HostError } from '../../errors';
import type { Table } from '../../model';
import { sortRows, type SortKey } from '../../model/cells/sort';
import type { Json } from '../../wire/protocol';
import { asFlag, asInteger, asOneOf, invalidArgument, type Arguments } from '../arguments';
import { define, isJsonObject, type ClassDefinition } from '../define';
import { refuseUnbounded, type RangeRef } from './ref';

function keysOf(fields: Json): readonly SortKey[] {
  if (!Array.isArray(fields) || fields.length === 0) throw invalidArgument();
  return (fields as readonly Json[]).map((field) => {
    if (!isJsonObject(field)) throw invalidArgument();
    const { key, ascending = true, sortOn = 'Value' } = field;
    if (asOneOf(sortOn, ['Value', 'CellColor', 'FontColor', 'Icon'] as const) !== 'Value') {
      throw new HostError('NotImplemented', 'The embedded Excel host sorts by values only.', 'SortField.sortOn');
    }
    return { index: asInteger(key), ascending: asFlag(ascending) };
  });
}

function sortRange(range: RangeRef, args: Arguments): void {
  refuseUnbounded(range);
  const { sheet, rect } = range;
  if (asOneOf(args.raw(3) ?? 'Rows', ['Rows', 'Columns'] as const) === 'Columns') {
    throw new HostError('NotImplemented', 'The embedded Excel host sorts rows only.', 'RangeSort.apply');
  }
  const body = args.flag(2) ? { ...rect, row: rect.row + 1, rows: rect.rows - 1 } : rect;
  if (body.rows > 0) sortRows(sheet, body, keysOf(args.json(0)), args.flag(1));
}

export const rangeSortClass: ClassDefinition<RangeRef> = define<RangeRef>('RangeSort', { call: { Apply: sortRange } });

export const tableSortClass: ClassDefinition<Table> = define<Table>('TableSort', {
  call: {
    Apply: ({ sheet, bodyRect }, args) => sortRows(sheet, bodyRect, keysOf(args.json(0)), args.flag(1)),
    // The arrows on the headers, which go with it, are not shown by the host.
    Clear: () => null,
  },
});
