import type { Language } from '../../i18n';
import { compareDays, toRows, type Plan } from '../../plan';
import { activityRows, checkTexts, sent, type ActivityRow } from './activityRows';
import {
  activitiesTable,
  columnKeys,
  headerOf,
  planTable,
  settingsTable,
  sheetWords,
  type ColumnSpec,
  type PlanColumn,
  type SettingColumn,
  type SettingName,
  type TableSpec,
} from '../contract/contract';
import { askBefore } from './createUndo';
import type { NewWorkbook } from '../model';
import { localeFor, paperFor } from '../paper';
import { setNumberFormat, writeValues } from '../sheets/manyAreas';
import { setUpPage } from '../sheets/page';
import { isLeftOut } from '../refinements';
import { dressTable } from '../sheets/tableLook';
import { refuse } from '../result';
import { disableEvents, enableEvents, inLots } from '../run';
import { askDateSystem } from '../contract/dateSystem';
import { askStructure } from '../contract/structure';
import { toSerial } from '../contract/serial';
import { settled } from '../settle';
import { currentFormat } from '../contract/version';
import { readStatus } from '../reading/status';

type NewRow<Column extends string> = Readonly<Record<Column, string | number>>;

/**
 * Makes the tables of a tracking workbook in one that is blank, or on sheets of their own `beside` what
 * somebody's own workbook holds. Two syncs, and one more for each block of
 * rows beyond the first. Refuses text that a cell cannot hold, a workbook that counts its days from 1904, and
 * one whose structure is protected, before anything is written.
 */
export async function createTrackingWorkbook(context: Excel.RequestContext, contents: NewWorkbook): Promise<void> {
  const { language, plan, activities } = contents;
  const { names } = sheetWords[language];
  const making = askBefore(context, [names.plan, names.activities, names.settings], contents.beside !== true);
  const dates = askDateSystem(context);
  const structure = askStructure(context);
  const status = await readStatus(context);
  if (status.readOnly) throw refuse('readOnly', {});
  dates.check();
  if (status.kind !== 'blank' && !(contents.beside === true && status.kind === 'foreign')) {
    throw refuse('notBlank', {});
  }
  structure.check(names.plan);
  const entry = contents.entry ?? { enteredBy: '', enteredOn: null };
  const rows = {
    plan: planRows(plan, language),
    activities: activities.flatMap((activity) => activityRows(activity, entry)),
    settings: settingRows(contents),
  };
  checkTexts(planTable, rows.plan, (column) => headerOf(planTable, column, language));
  checkTexts(activitiesTable, rows.activities, (column) => headerOf(activitiesTable, column, language));
  checkTexts(settingsTable, rows.settings, (column) => headerOf(settingsTable, column, language));

  await settled(
    context,
    names.plan,
    () => make(context, rows, contents),
    async () => {
      const isMade = await making.isMade({
        plan: rows.plan.length,
        activities: rows.activities.length,
        settings: rows.settings.length,
      });
      return isMade ? { value: undefined } : null;
    },
  );
}

interface NewRows {
  readonly plan: readonly NewRow<PlanColumn>[];
  readonly activities: readonly ActivityRow[];
  readonly settings: readonly NewRow<SettingColumn>[];
}

async function make(context: Excel.RequestContext, rows: NewRows, contents: NewWorkbook): Promise<void> {
  const { names } = sheetWords[contents.language];
  disableEvents(context);
  const sheets = context.workbook.worksheets;
  const planSheet = contents.beside === true ? sheets.add(names.plan) : sheets.getFirst();
  planSheet.name = names.plan;
  await makeTable(context, planSheet, planTable, rows.plan, contents);
  await makeTable(context, sheets.add(names.activities), activitiesTable, rows.activities, contents);
  await makeTable(context, sheets.add(names.settings), settingsTable, rows.settings, contents);
  if (!isLeftOut(context, 'view')) planSheet.activate();
  enableEvents(context);
  await context.sync();
}

/** The rows of the Plan table for a plan. Text is not yet escaped. */
export function planRows(plan: Plan, language: Language): NewRow<PlanColumn>[] {
  return toRows(plan, sheetWords[language]).map((row) => ({
    ...row,
    due: row.due === null ? '' : toSerial(row.due),
  }));
}

function settingRows({ plan, language, committeeDates = [] }: NewWorkbook): NewRow<SettingColumn>[] {
  const words = sheetWords[language];
  const values: Readonly<Record<SettingName, readonly string[]>> = {
    organisation: [plan.organisation],
    title: [plan.title],
    strategyPeriod: [plan.strategyPeriod],
    actionPeriod: [plan.actionPeriod],
    language: [localeFor(language, words.languageTag)],
    format: [String(currentFormat)],
    // A row that shows where they go, where there is none yet.
    committee: committeeDates.length === 0 ? [''] : [...committeeDates].sort(compareDays),
  };
  return (Object.keys(values) as SettingName[]).flatMap((name) =>
    values[name].map((value) => ({ name: words.settingNames[name], value })),
  );
}

/** Headers and rows first, then the table over them; a table without rows gets its one blank row from Excel. */
async function makeTable<Column extends string>(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  spec: TableSpec<Column>,
  rows: readonly Readonly<Record<Column, string | number | null>>[],
  { language, plan }: NewWorkbook,
): Promise<void> {
  const keys = columnKeys(spec);
  const specs = keys.map((key): ColumnSpec => spec.columns[key]);
  const header = sheet.getRangeByIndexes(0, 0, 1, keys.length);
  header.values = [keys.map((key) => headerOf(spec, key, language))];
  specs.forEach((column, index) => {
    const body = sheet.getRangeByIndexes(1, index, Math.max(1, rows.length), 1);
    formatColumn(body.getEntireColumn(), column);
    const { format } = column;
    // Excel takes no number format for a column without end.
    setNumberFormat(body, format === 'date' ? 'yyyy-mm-dd' : format === 'number' ? 'General' : '@');
  });
  await inLots(context, rows, sizeOf, (lot, start) => {
    const values = lot.map((row) => keys.map((key) => sent(row[key])));
    writeValues(sheet, { row: 1 + start, column: 0 }, values);
  });
  const whole = sheet.getRangeByIndexes(0, 0, Math.max(1, rows.length) + 1, keys.length);
  const table = sheet.tables.add(whole, true);
  table.name = spec.name;
  whole.format.autofitRows();
  if (!isLeftOut(context, 'frozenRows')) sheet.freezePanes.freezeRows(1);
  const words = sheetWords[language];
  // No print area: rows that people add below are to be printed too.
  setUpPage(sheet, {
    orientation: 'landscape',
    paper: paperFor(localeFor(language, words.languageTag)),
    header: { left: plan.organisation, right: words.names[spec.sheet] },
    footer: { left: '', right: words.page({ page: '{page}', pages: '{pages}' }) },
  });
  if (!isLeftOut(context, 'page')) sheet.pageLayout.setPrintTitleRows('$1:$1');
  dressTable(sheet, table, header);
}

/** The whole column: so look rows too that somebody types under the table where it does not grow by itself. */
function formatColumn({ format }: Excel.Range, { width, wrap }: ColumnSpec): void {
  format.columnWidth = width;
  format.wrapText = wrap ?? false;
  format.verticalAlignment = 'Top';
  format.horizontalAlignment = 'Left';
}

/** Bytes of a row in a request, near enough. */
export function sizeOf(row: Readonly<Record<string, string | number | null>>): number {
  return Object.values(row).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length * 1.3 : 6) + 16,
    0,
  );
}
