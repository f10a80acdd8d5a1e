import { activitiesTable, columnKeys, coverageTable, headerOf, sheetWords, type ActivityColumn } from './contract';
import type { CoverageModel } from './coverageModel';
import { cellText } from './escape';
import type { CoverageRequest } from './gateway';
import { workFormulas, type ActivityNames, type WorkArea } from './liveFormulas';
import { markSheet, type ClaimedSheet } from './ownSheet';
import { setNumberFormat, writeValues } from './manyAreas';
import { setUpTablePage } from './page';
import { palette } from './palette';
import type { BuildOptions } from './progress';
import { inLots } from './run';
import { toSerial } from './serial';
import type { FoundTable } from './tables';
import { columnLetters } from './values';
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
  readonly options: BuildOptions;
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
  return writeWork(sheet, job);
}

async function writeTable(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { model, request, options }: DataJob,
): Promise<void> {
  const keys = columnKeys(coverageTable);
  const formats = keys.map(
    (key) => ({ text: '@', date: 'yyyy-mm-dd', number: '0' })[coverageTable.columns[key].format],
  );
  sheet.getRangeByIndexes(0, 0, 1, keys.length).values = [
    keys.map((key) => headerOf(coverageTable, key, request.language)),
  ];
  formats.forEach((format, column) => {
    setNumberFormat(sheet.getRangeByIndexes(1, column, Math.max(1, model.source.length), 1), format);
  });
  await inLots(
    context,
    model.source,
    sizeOf,
    (lot, start) => {
      const values = lot.map((source) => keys.map((key) => valueOf(source, key)));
      writeValues(sheet, { row: 1 + start, column: 0 }, values);
    },
    options,
  );
  const whole = sheet.getRangeByIndexes(0, 0, Math.max(2, model.source.length + 1), keys.length);
  const table = sheet.tables.add(whole, true);
  table.name = coverageTable.name;
  table.style = 'TableStyleLight1';
  keys.forEach((key, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = coverageTable.columns[key].width;
  });
  const words = sheetWords[request.language];
  setUpTablePage(sheet, whole, {
    header: { left: request.plan.organisation, right: words.names.data },
    footer: { left: '', right: words.page({ page: '{page}', pages: '{pages}' }) },
  });
}

function valueOf(row: CoverageRow, key: keyof CoverageRow): string | number {
  const value = row[key];
  if (key === 'date') return row.date === null ? '' : toSerial(row.date);
  return typeof value === 'number' ? value : cellText(value ?? '');
}

function sizeOf({ objective, strategy, action, owner }: CoverageRow): number {
  return (objective.length + strategy.length + action.length + owner.length) * 1.1 + 75;
}

function writeWork(sheet: Excel.Worksheet, { request, model, activities, mark, sheet: { name } }: DataJob): WorkArea {
  const count = activities.rows + Math.max(leastSpare, Math.ceil(activities.rows * spareShare));
  const names = activityNames(activities);
  const quoted = (sheetName: string) => `'${sheetName.replaceAll("'", "''")}'!`;
  const letterOf = (column: ActivityColumn) => columnLetters(activities.column + (activities.at[column] ?? 0));
  const [id, planNo] = [letterOf('id'), letterOf('planNo')];
  const cell = (letter: string) => `${quoted(activities.sheetName)}$${letter}${activities.row + 1}`;
  sheet.getRangeByIndexes(0, workColumn, 1, 2).values = [[sheetWords[request.language].work, '']];
  const first = sheet.getRangeByIndexes(1, workColumn, 1, 2);
  first.formulas = [[...workFormulas(names, { id: cell(id), planNo: cell(planNo) })]];
  // Copied down by Excel: the request has the formulas once, however many rows there are.
  sheet.getRangeByIndexes(2, workColumn, count - 1, 2).copyFrom(first, 'Formulas');
  const { format } = sheet.getRangeByIndexes(0, workColumn, count + 1, 2);
  format.font.color = palette.quiet;
  format.columnWidth = 96;
  markSheet(sheet, mark, sheet.getRangeByIndexes(0, 0, Math.max(count, model.source.length) + 1, workColumn + 2));
  const range = (column: number) => {
    const letter = columnLetters(column);
    return `${quoted(name)}$${letter}$2:$${letter}$${count + 1}`;
  };
  return { nos: range(workColumn), weights: range(workColumn + 1) };
}

/** How formulas call the activities' table in this workbook. */
export function activityNames({ name, headers, at }: FoundTable<ActivityColumn>): ActivityNames {
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
