import { activitiesTable, planTable } from '../contract/contract';
import type { WorkbookStatus } from '../model';
import { refuse } from '../result';
import { TableSearch } from '../contract/tables';
import { migrationsFrom } from '../upgrade/migrations';
import { askDateSystem } from '../contract/dateSystem';
import { askFormat, compareFormat } from '../contract/version';

/** More blank sheets than any Excel opens a new workbook with are somebody's. */
const mostBlankSheets = 3;

/** What kind of workbook is open. One sync, two where a table has lost its name. */
export async function readStatus(context: Excel.RequestContext): Promise<WorkbookStatus> {
  const { workbook } = context;
  workbook.load('readOnly');
  const search = new TableSearch(context, [planTable, activitiesTable]);
  const sheets = workbook.worksheets;
  sheets.load('items/name,items/protection/protected');
  const tables = workbook.tables.getCount();
  const stated = askFormat(context);
  const first = sheets.getFirst();
  const next = first.getNextOrNullObject();
  const used = [first, next, sheets.getLast()].map((sheet) => sheet.getUsedRangeOrNullObject(true).load('address'));
  await search.sync();
  // One of the two is enough to know it by: that the other is missing is then said when it is read.
  const isTracking = search.has(planTable) || search.has(activitiesTable);
  const isBlank =
    tables.value === 0 && sheets.items.length <= mostBlankSheets && used.every((range) => range.isNullObject);
  const format = stated.value();
  return {
    kind: isTracking ? 'tracking' : isBlank ? 'blank' : 'foreign',
    readOnly: workbook.readOnly,
    protectedSheets: sheets.items.filter(({ protection }) => protection.protected).map(({ name }) => name),
    format: format === null ? 'current' : compareFormat(format),
    upgrades: format === null ? [] : migrationsFrom(format).map(({ key }) => key),
  };
}

/** What says whether a sheet may be written, to be answered by the next sync. */
export interface WritableQuery {
  /** Refuses a read-only workbook, one that a later version made or that counts from 1904, and a protected sheet. */
  check(): void;
}

export function askWritable(context: Excel.RequestContext, sheets: readonly Excel.Worksheet[]): WritableQuery {
  const { workbook } = context;
  workbook.load('readOnly');
  const format = askFormat(context);
  const dates = askDateSystem(context);
  for (const sheet of sheets) {
    sheet.load('name');
    sheet.protection.load('protected');
  }
  return {
    check() {
      if (workbook.readOnly) throw refuse('readOnly', {});
      format.check();
      dates.check();
      const closed = sheets.find((sheet) => !sheet.isNullObject && sheet.protection.protected);
      if (closed) throw refuse('protectedSheet', { sheet: closed.name });
    },
  };
}
