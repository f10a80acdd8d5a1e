import { HostError } from '../../errors';
import type { Table } from '../../model';
import { sortCells, type SortKey } from '../../model/cells/sort';
import type { Json, JsonObject } from '../../wire/protocol';
import { asFlag, asInteger, asOneOf, invalidArgument, type Arguments } from '../arguments';
import { define, isJsonObject, type ClassDefinition } from '../define';
import { asColor } from './colors';
import { refuseUnbounded, type RangeRef } from './ref';

function keysOf(fields: Json): readonly SortKey[] {
  if (!Array.isArray(fields) || fields.length === 0) throw invalidArgument();
  return (fields as readonly Json[]).map((field) => {
    if (!isJsonObject(field)) throw invalidArgument();
    return keyOf(field);
  });
}

function keyOf({ key, ascending, sortOn, color, dataOption }: JsonObject): SortKey {
  const on = asOneOf(sortOn ?? 'Value', ['Value', 'CellColor', 'FontColor', 'Icon'] as const);
  if (on === 'Icon') {
    throw new HostError('NotImplemented', 'The embedded Excel host does not sort by icons.', 'SortField.sortOn');
  }
  return {
    index: asInteger(key),
    ascending: asFlag(ascending ?? true),
    textAsNumber: asOneOf(dataOption ?? 'Normal', ['Normal', 'TextAsNumber'] as const) === 'TextAsNumber',
    ...(on !== 'Value' && { by: { look: on === 'CellColor' ? 'fill' : 'font', color: asColor(color) } as const }),
  };
}

function sortRange(range: RangeRef, args: Arguments): void {
  refuseUnbounded(range);
  const { sheet, rect } = range;
  const columns = asOneOf(args.raw(3) ?? 'Rows', ['Rows', 'Columns'] as const) === 'Columns';
  const heads = args.flag(2) ? 1 : 0;
  const body = columns
    ? { ...rect, column: rect.column + heads, columns: rect.columns - heads }
    : { ...rect, row: rect.row + heads, rows: rect.rows - heads };
  if (body.rows < 1 || body.columns < 1) return;
  sortCells(sheet, body, keysOf(args.json(0)), { matchCase: args.flag(1), columns });
}

export const rangeSortClass: ClassDefinition<RangeRef> = define<RangeRef>('RangeSort', { call: { Apply: sortRange } });

export const tableSortClass: ClassDefinition<Table> = define<Table>('TableSort', {
  call: {
    Apply: ({ sheet, bodyRect }, args) => sortCells(sheet, bodyRect, keysOf(args.json(0)), { matchCase: args.flag(1) }),
    // The arrows on the headers, which go with it, are not shown by the host.
    Clear: () => null,
  },
});
