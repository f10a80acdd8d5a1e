import { activitiesTable, columnKeys, coverageTable, headerOf, sheetWords, type ActivityColumn } from './contract';
import type { CoverageModel } from './coverageModel';
import { cellText } from './escape';
import type { CoverageRequest } from './gateway';
import { workColumns, workFormulas, type ActivityNames, type WorkArea } from './liveFormulas';
import { markSheet, type ClaimedSheet } from './ownSheet';
import { palette } from './palette';
import { applyBase } from './reportFormat';
import { toSerial } from './serial';
import type { FoundTable } from './tables';
import { columnLetters, portions, repeated } from './values';
import type { CoverageRow } from '../plan';

/** A free column stands between the table and the working area, so that the table does not grow into it. */
const workColumn = columnKeys(coverageTable).length + 1;

/** Rows of the working area beyond the table's: room for what people add before the next build. */
const leastSpare = 200;
const spareShare = 0.2;

interface DataJob {
  readonly request: CoverageRequest;
  readonly model: CoverageModel;
  readonly sheet: ClaimedSheet;
  readonly activities: FoundTable<ActivityColumn>;
  readonly mark: string;
}

/**
 * Writes the pivot's source table whole, and beside it the formulas from which the live list counts. All
 * queued but for tables over 3.5 MB, which take a sync for each lot.
 */
export async function writeData(context: Excel.RequestContext, job: DataJob): Promise<WorkArea> {
  const { sheet } = job.sheet;
  sheet.tables.getItemOrNullObject(coverageTable.name).convertToRange();
  job.sheet.built?.clear();
  await writeTable(context, sheet, job);
  return writeWork(context, sheet, job);
}

async function writeTable(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { model, request }: DataJob,
): Promise<void> {
  const keys = columnKeys(coverageTable);
  const formats = keys.map(
    (key) => ({ text: '@', date: 'yyyy-mm-dd', number: '0' })[coverageTable.columns[key].format],
  );
  sheet.getRangeByIndexes(0, 0, 1, keys.length).values = [
    keys.map((key) => headerOf(coverageTable, key, request.language)),
  ];
  let row = 1;
  for (const lot of portions(model.source, sizeOf)) {
    if (row > 1) await context.sync();
    const range = sheet.getRangeByIndexes(row, 0, lot.length, keys.length);
    range.numberFormat = repeated(lot.length, formats);
    range.values = lot.map((source) => keys.map((key) => valueOf(source, key)));
    row += lot.length;
  }
  const whole = sheet.getRangeByIndexes(0, 0, Math.max(2, row), keys.length);
  const table = sheet.tables.add(whole, true);
  table.name = coverageTable.name;
  table.style = 'TableStyleLight1';
  keys.forEach((key, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = coverageTable.columns[key].width;
  });
}

function valueOf(row: CoverageRow, key: keyof CoverageRow): string | number {
  const value = row[key];
  if (key === 'date') return row.date === null ? '' : toSerial(row.date);
  return typeof value === 'number' ? value : cellText(value ?? '');
}

function sizeOf({ objective, strategy, action, owner }: CoverageRow): number {
  return (objective.length + strategy.length + action.length + owner.length) * 1.3 + 110;
}

async function writeWork(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { request, model, activities, mark, sheet: { name } }: DataJob,
): Promise<WorkArea> {
  const words = sheetWords[request.language];
  const spare = Math.max(leastSpare, Math.ceil(activities.rows * spareShare));
  const letter = (index: number) => columnLetters(workColumn + index);
  const area: WorkArea = {
    sheet: `'${name.replaceAll("'", "''")}'`,
    letters: { key: letter(0), no: letter(1), first: letter(2), start: letter(3), end: letter(4) },
    first: 2,
    last: 1 + activities.rows + spare,
  };
  const rows = Array.from({ length: activities.rows + spare }, (_, index) => index + 2);
  const header = sheet.getRangeByIndexes(0, workColumn, 1, workColumns.length);
  header.values = [[words.workKey, words.workNo, words.workFirst, words.workStart, words.workEnd]];
  header.format.font.bold = true;
  const names = activityNames(activities);
  let start = 1;
  for (const lot of portions(rows, () => 700)) {
    if (start > 1) await context.sync();
    const range = sheet.getRangeByIndexes(start, workColumn, lot.length, workColumns.length);
    range.numberFormat = repeated(lot.length, ['General', 'General', 'General', 'yyyy-mm-dd', 'yyyy-mm-dd']);
    range.formulas = lot.map((row) => workFormulas(names, request.period, area, row));
    start += lot.length;
  }
  const whole = sheet.getRangeByIndexes(0, workColumn, rows.length + 1, workColumns.length);
  applyBase(whole);
  whole.format.wrapText = false;
  whole.format.font.color = palette.quiet;
  whole.format.columnWidth = 96;
  const height = Math.max(rows.length, model.source.length) + 1;
  markSheet(sheet, mark, sheet.getRangeByIndexes(0, 0, height, workColumn + workColumns.length));
  return area;
}

function activityNames({ name, headers, at }: FoundTable<ActivityColumn>): ActivityNames {
  const header = (column: ActivityColumn) => {
    const position = at[column];
    return position === undefined ? undefined : headers[position];
  };
  const required = (column: ActivityColumn) => header(column) ?? headerOf(activitiesTable, column, 'fr');
  const end = header('end');
  return {
    table: name,
    id: required('id'),
    date: required('date'),
    planNo: required('planNo'),
    ...(end !== undefined && { end }),
  };
}
