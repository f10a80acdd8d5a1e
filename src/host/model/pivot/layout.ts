import { HostError } from '../../errors';
import type { PivotDefinition } from '../types';
import type { PivotRecords, PivotResult, PivotWords } from './types';

/**
 * Lays a PivotTable out over its records.
 * Throws `InvalidArgument` for a field that the source does not have.
 */
export function layOut(definition: PivotDefinition, records: PivotRecords, words: PivotWords): PivotResult {
  throw new HostError('NotImplemented', `${definition.name} ${records.fields.length} ${words.values}`);
}
