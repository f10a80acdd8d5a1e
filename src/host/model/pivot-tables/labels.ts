import { HostError } from '../../errors';
import type { PivotResult } from '../pivot';
import type { Pivot } from './pivot-table';

/** Characters of an item: real Excels cut longer ones, mix them up, or fail. */
const MAX_LABEL = 255;

/** Throws `GeneralException` where an item of a field that the PivotTable shows is longer than is safe. */
export function checkLabels({ definition }: Pivot, { fields }: PivotResult): void {
  const { rows, columns, filters, sliced } = definition;
  const shown = new Set([...rows, ...columns, ...filters, ...sliced].map(({ field }) => field));
  const isTooLong = fields.some(
    ({ field, items }) => shown.has(field) && items.some((item) => typeof item === 'string' && item.length > MAX_LABEL),
  );
  if (isTooLong) throw new HostError('GeneralException', 'An item of the PivotTable is longer than 255 characters.');
}
