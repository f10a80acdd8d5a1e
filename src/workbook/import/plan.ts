import { activityRows, type NewCell } from '../writing/activityRows';
import { isSame } from '../writing/append';
import { activitiesTable, planTable, settingsTable, sheetWords } from '../contract/contract';
import { createTrackingWorkbook, planRows } from '../writing/create';
import type { ImportOptions, ImportReceipt, ImportRequest } from './model';
import { receiptOf, type ImportRows } from './receipt';
import { appendImport } from './rows';
import { undoImport } from './undo';
import { refuse } from '../result';
import { settled } from '../settle';
import { askColumn } from '../contract/tables';

/** Writes what an import adds: see `Gateway.importPlan`. Nothing is written before all has been checked. */
export async function importPlan(
  context: Excel.RequestContext,
  write: ImportRequest,
  options: ImportOptions = {},
): Promise<ImportReceipt> {
  const added = new Set(write.addedItems);
  const rows: ImportRows = {
    plan: planRows(write.plan, write.language).filter(({ no }) => added.has(String(no))),
    activities: write.activities.flatMap((activity) => activityRows(activity, write)),
  };
  return write.into === 'tracking'
    ? appendImport(context, rows, write, options)
    : create(context, write, rows, options);
}

async function create(
  context: Excel.RequestContext,
  write: ImportRequest,
  rows: ImportRows,
  { signal, onProgress }: ImportOptions,
): Promise<ImportReceipt> {
  const sheetWas = write.into === 'blank' ? await firstSheet(context) : await checkFree(context, write);
  if (signal?.aborted) throw refuse('cancelled', {});
  await createTrackingWorkbook(context, {
    plan: write.plan,
    activities: write.activities,
    language: write.language,
    entry: write,
    ...(write.into === 'foreign' ? { beside: true } : {}),
  });
  const { names } = sheetWords[write.language];
  const receipt = receiptOf(rows, {
    plan: { sheet: names.plan, address: 'A2', rows: rows.plan.length },
    activities: { sheet: names.activities, address: 'A2', rows: rows.activities.length },
    created: { sheetWas },
  });
  // Looking is all that is left to do, and may be done again.
  const look = async () => {
    await verify(context, rows, names);
    return { value: true };
  };
  await settled(context, names.activities, look, async () => ({ value: await look() }));
  const total = rows.plan.length + rows.activities.length;
  onProgress?.({ done: total, total });
  if (signal?.aborted) {
    await undoImport(context, receipt);
    throw refuse('cancelled', {});
  }
  return receipt;
}

/** Reads back the numbers and ids of a new workbook; one sync. Refuses (`notVerified`) others than were sent. */
async function verify(
  context: Excel.RequestContext,
  rows: ImportRows,
  names: { readonly plan: string; readonly activities: string },
): Promise<void> {
  const { tables } = context.workbook;
  const nos = askColumn(planTable, 'no', tables.getItemOrNullObject(planTable.name));
  const ids = askColumn(activitiesTable, 'id', tables.getItemOrNullObject(activitiesTable.name));
  await context.sync();
  const isWritten = (found: readonly unknown[] | null, meant: readonly NewCell[]) =>
    meant.every((value, index) => isSame(value, found?.[index]));
  const planIsRight = isWritten(
    nos.values(),
    rows.plan.map(({ no }) => no),
  );
  const activitiesAreRight = isWritten(
    ids.values(),
    rows.activities.map(({ id }) => id),
  );
  if (!planIsRight || !activitiesAreRight) {
    throw refuse('notVerified', { sheet: planIsRight ? names.activities : names.plan });
  }
}

async function firstSheet(context: Excel.RequestContext): Promise<string> {
  const first = context.workbook.worksheets.getFirst().load('name');
  await context.sync();
  return first.name;
}

/** Somebody's workbook may have sheets or tables of our names: they are theirs. */
async function checkFree(context: Excel.RequestContext, { language }: ImportRequest): Promise<null> {
  const { workbook } = context;
  const keys = ['plan', 'activities', 'settings'] as const;
  const sheets = keys.map((key) => workbook.worksheets.getItemOrNullObject(sheetWords[language].names[key]));
  const tables = [planTable, activitiesTable, settingsTable].map(({ name }) =>
    workbook.tables.getItemOrNullObject(name),
  );
  for (const each of [...sheets, ...tables]) each.load('name');
  await context.sync();
  const taken = [...sheets, ...tables].find((each) => !each.isNullObject);
  if (taken) throw refuse('sheetNotOurs', { sheet: taken.name });
  return null;
}
