import { HostError } from '../../errors';
import { readSource } from './source';
import type { PivotState } from './pivot-table';
import { NEW_PIVOT, type PivotSource } from '../pivot/definition';
import type { Point } from '../geometry/rect';
import type { Workbook } from '../workbook';

/** The state of a pivot that is yet to be laid out. Throws `AccessDenied` where pivots are refused, else as `readSource`. */
export function newPivotState(workbook: Workbook, name: string, source: PivotSource, at: Point): PivotState {
  if (workbook.options.pivotsRefused) {
    throw new HostError('AccessDenied', 'PivotTables cannot be created in this workbook.');
  }
  return {
    definition: { ...NEW_PIVOT, name, source },
    anchor: at,
    records: readSource(workbook, source),
    result: null,
    stale: true,
  };
}
