import { HostError } from '../../errors';
import { readSource } from './source';
import type { PivotState } from './pivot-table';
import type { PivotDefinition, PivotSource } from '../pivot/definition';
import type { Point } from '../geometry/rect';
import type { Workbook } from '../workbook';

/** What Excel gives a new PivotTable: no fields, compact, both grand totals. */
const NEW_PIVOT: Omit<PivotDefinition, 'name' | 'source'> = {
  rows: [],
  columns: [],
  filters: [],
  sliced: [],
  data: [],
  layout: 'Compact',
  repeatLabels: false,
  showRowGrandTotals: true,
  showColumnGrandTotals: true,
  fillEmptyCells: true,
  emptyCellText: '',
  autoFormat: true,
  preserveFormatting: true,
  refreshOnOpen: false,
  style: 'PivotStyleLight16',
  altTextTitle: '',
  altTextDescription: '',
};

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
