import { columnKeys, coverageTable, headerOf, type ActivityColumn } from '../contract/contract';
import type { CoverageModel } from './model';
import { cellText } from '../contract/escape';
import type { CoverageRequest } from '../model';
import {
  columnReference,
  uncountedFormula,
  workColumns,
  workFormulas,
  type ActivityColumns,
  type WorkArea,
} from './liveFormulas';
import { markSheet, type ClaimedSheet } from '../sheets/ownSheet';
import { setNumberFormat, writeValues } from '../sheets/manyAreas';
import { setUpTablePage } from '../sheets/page';
import { palette } from '../sheets/palette';
import { dressTable } from '../sheets/tableLook';
import { pause, type BuildOptions } from '../progress';
import { inLots } from '../run';
import { onStage } from '../sheets/builds';
import type { Room, Stage } from '../sheets/stage';
import { toSerial } from '../contract/serial';
import type { FoundTable } from '../contract/tables';
import { columnLetters, portions } from '../contract/values';
import type { CoverageRow } from '../../plan';
import { coverageWords } from './words';

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
  /** What holds the rows already; null where they go straight to the table. */
  readonly stage: Stage | null;
}

const keys = columnKeys(coverageTable);

/**
 * Writes source rows that are too many for one request on a hidden sheet, or in the room, a sync for each lot: what
 * was there before is untouched meanwhile. Null, and no sync, where they are not.
 */
export async function stageRows(
  context: Excel.RequestContext,
  source: readonly CoverageRow[],
  room: Room | null,
  options: BuildOptions,
): Promise<Stage | null> {
  if (portions(source, sizeOf).length < 2) return null;
  return onStage(context, room, async ({ sheet, row }) => {
    setFormats(sheet, row, source.length);
    await inLots(context, source, sizeOf, (lot, start) => writeRows(sheet, lot, row + start), options);
    await context.sync();
    await pause(options, { done: source.length, total: source.length });
  });
}

/** What the live list counts from. */
export interface WorkPlaces {
  readonly work: WorkArea;
  /** The cell, absolute and with its sheet, that says how many rows of activities are in none of the working rows. */
  readonly uncounted: string;
}

/** Queues the pivot's source table whole, and beside it the formulas from which the live list counts. */
export function writeData(job: DataJob): WorkPlaces {
  const { sheet, built } = job.sheet;
  // Known as ours before anything stands on it.
  if (built === null) markSheet(sheet, job.mark, sheet.getRange('A1'));
  sheet.tables.getItemOrNullObject(coverageTable.name).convertToRange();
  built?.clear();
  writeTable(sheet, job);
  return writeWork(sheet, job);
}

function setFormats(sheet: Excel.Worksheet, row: number, rows: number): void {
  const formats = { text: '@', date: 'yyyy-mm-dd', number: '0' } as const;
  keys.forEach((key, column) => {
    const range = sheet.getRangeByIndexes(row, column, Math.max(1, rows), 1);
    setNumberFormat(range, formats[coverageTable.columns[key].format]);
  });
}

function writeRows(sheet: Excel.Worksheet, rows: readonly CoverageRow[], row: number): void {
  const values = rows.map((source) => keys.map((key) => valueOf(source, key)));
  writeValues(sheet, { row, column: 0 }, values);
}

function writeTable(sheet: Excel.Worksheet, { model, request, stage }: DataJob): void {
  sheet.getRangeByIndexes(0, 0, 1, keys.length).values = [
    keys.map((key) => headerOf(coverageTable, key, request.language)),
  ];
  if (stage === null) {
    setFormats(sheet, 1, model.source.length);
    writeRows(sheet, model.source, 1);
  } else {
    const body = (on: Excel.Worksheet, row: number) => on.getRangeByIndexes(row, 0, model.source.length, keys.length);
    body(sheet, 1).copyFrom(body(stage.sheet, stage.row), 'All');
    stage.remove();
  }
  const whole = sheet.getRangeByIndexes(0, 0, Math.max(2, model.source.length + 1), keys.length);
  const table = sheet.tables.add(whole, true);
  table.name = coverageTable.name;
  dressTable(sheet, table, whole.getRow(0));
  keys.forEach((key, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = coverageTable.columns[key].width;
  });
  const words = coverageWords[request.language];
  setUpTablePage(sheet, whole, {
    paper: request.paper ?? 'letter',
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

/** A working row stands in the row of the activities' sheet that it shows: from the second on, whatever is above the table. */
function writeWork(sheet: Excel.Worksheet, { request, model, activities, mark, sheet: { name } }: DataJob): WorkPlaces {
  const { rows, row } = activities;
  const count = row - 1 + rows + Math.max(leastSpare, Math.ceil(rows * spareShare));
  const letters = workColumns.map((_, index) => columnLetters(workColumn + index));
  const work = byWorkColumn((index) => `${quoted(name)}$${letters[index]}$2:$${letters[index]}$${count + 1}`);
  const cells = byWorkColumn((index) => `$${letters[index]}2`);
  sheet.getCell(0, workColumn).values = [[coverageWords[request.language].work]];
  const columns = activityColumns(activities);
  const formulas = workFormulas(columns, cells, work, request.period);
  const width = formulas.length;
  // Dressed while they are empty: cells that hold something would be made anew with each of their looks.
  const { format } = sheet.getRangeByIndexes(0, workColumn, count + 1, workColumns.length);
  format.font.color = palette.quiet;
  format.columnWidth = 66;
  const dates = sheet.getRangeByIndexes(1, workColumn + workColumns.indexOf('starts'), count, 2);
  setNumberFormat(dates, 'yyyy-mm-dd');
  const uncounted = sheet.getCell(0, workColumn + workColumns.length - 1);
  uncounted.formulas = [[uncountedFormula(columns, work, request.period)]];
  const first = sheet.getRangeByIndexes(1, workColumn, 1, width);
  first.formulas = [formulas];
  // Copied down by Excel: the request has the formulas once, however many rows there are.
  sheet.getRangeByIndexes(2, workColumn, count - 1, width).copyFrom(first, 'Formulas');
  const whole = Math.max(count, model.source.length) + 1;
  markSheet(sheet, mark, sheet.getRangeByIndexes(0, 0, whole, workColumn + workColumns.length));
  return { work, uncounted: `${quoted(name)}$${letters.at(-1)}$1` };
}

function byWorkColumn(of: (index: number) => string): WorkArea {
  const [nos, weights, starts, ends, ids] = [of(0), of(1), of(2), of(3), of(4)];
  return { nos, weights, starts, ends, ids };
}

function quoted(sheetName: string): string {
  return `'${sheetName.replaceAll("'", "''")}'!`;
}

/** The columns of the activities' table, as formulas call them. */
function activityColumns({ name, sheetName, headers, column, at }: FoundTable<ActivityColumn>): ActivityColumns {
  const { id = 0, date = 0, planNo = 0, end } = at;
  const named = (of: (position: number) => string) => ({
    id: of(id),
    date: of(date),
    planNo: of(planNo),
    ...(end !== undefined && { end: of(end) }),
  });
  return {
    onSheet: named((position) => {
      const letters = columnLetters(column + position);
      return `${quoted(sheetName)}$${letters}:$${letters}`;
    }),
    inTable: named((position) => columnReference(name, headers[position] ?? '')),
  };
}
