import { disableEvents, enableEvents } from '../run';
import type { Bench } from './probe';

/** The sheet that is added for the probes and removed after them. */

/** A name of the sheet's own, hidden: by it a sheet that an interrupted diagnostic left is known. */
const mark = 'SuiviEssai';
const sheetName = 'Suivi';

/** Columns from one probe's cells to the next one's. */
const bandWidth = 12;

/** How many sheets of ours may be there from earlier, interrupted, runs. */
const mostLeft = 3;

function candidates(): readonly string[] {
  return Array.from({ length: mostLeft + 1 }, (_, index) => `${sheetName}~${index + 1}`);
}

/**
 * Adds the scratch sheet, without showing it, and gives its id; what an interrupted run left is removed. This
 * session hears no events meanwhile. Two syncs.
 */
export async function addScratch(context: Excel.RequestContext): Promise<string> {
  const { worksheets } = context.workbook;
  const there = candidates().map((name) => {
    const sheet = worksheets.getItemOrNullObject(name);
    return { name, sheet: sheet.load('name'), own: sheet.names.getItemOrNullObject(mark).load('name') };
  });
  await context.sync();
  disableEvents(context);
  const isOurs = ({ sheet, own }: (typeof there)[number]): boolean => !sheet.isNullObject && !own.isNullObject;
  for (const candidate of there) if (isOurs(candidate)) candidate.sheet.delete();
  const free = there.find((candidate) => candidate.sheet.isNullObject || isOurs(candidate));
  const sheet = worksheets.add(free?.name);
  sheet.names.add(mark, sheet.getRange('A1')).visible = false;
  sheet.load('id');
  await context.sync();
  return sheet.id;
}

/** Removes the sheet, where it still is, and lets events come again. One sync, and another to remove. */
export async function removeScratch(context: Excel.RequestContext, id: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id).load('name');
  enableEvents(context);
  await context.sync();
  if (sheet.isNullObject) return;
  sheet.delete();
  await context.sync();
}

/** The cells of one probe, by its number. */
export function benchOf(context: Excel.RequestContext, id: string, number: number): Bench {
  const sheet = context.workbook.worksheets.getItem(id);
  return {
    context,
    sheet,
    name: `SuiviEssai${number + 1}_`,
    at: (row, column, rows = 1, columns = 1) =>
      sheet.getRangeByIndexes(row, number * bandWidth + column, rows, columns),
  };
}
