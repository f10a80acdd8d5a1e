import { activitiesTable, sheetNames } from '../contract/contract';
import { sheetColumns } from './look';
import { coverageModel, pivotName, type CoverageModel } from './model';
import { writePivot, writePlainTable } from './pivot';
import { clearCoverage, drawCoverage, type CoveragePlaces } from './sheet';
import { stageRows, writeData } from './data';
import type { CoverageRequest, CoverageWritten } from '../model';
import {
  bringForward,
  checkShowable,
  claimSheet,
  findSheet,
  markSheet,
  OwnSheets,
  roomUnder,
} from '../sheets/ownSheet';
import { askPage, pageInForce } from '../sheets/page';
import { drawPageFilters, drawSlicers } from './slicers';
import { askPivot, type KeptPivot, type PivotArrangement } from './pivotFilters';
import { waitForFront } from '../away';
import { stopIfAsked, type BuildOptions } from '../progress';
import { isLeftOut, leaveOutRefused, lookOf } from '../refinements';
import { disableEvents, enableEvents } from '../run';
import { lookedAgain } from '../settle';
import { slicerNames } from './slicerNames';
import { Stages } from '../sheets/stage';
import { TableSearch } from '../contract/tables';
import { coverageWords } from './words';

/** Hidden names by which the two sheets are known as ours. */
const marks = { coverage: '_SuiviCouverture', data: '_SuiviDonnees' } as const;

/**
 * Builds the source table, the live list, the chart and the PivotTable.
 *
 * Nothing of the former coverage is touched before all source rows are in the workbook. Excel does not take a request
 * back that it broke off: where one fails after that, everything is built once more over what it left.
 *
 * Four syncs: to look, to write all but the pivot, to make the pivot, to make its slicers; one more where the
 * activities' table has lost its name, one for each 3.5 MB of source rows, and one where this Excel refuses the
 * pivot (the plain table then stands in its place) or the slicers (filters above the pivot then do their work).
 */
export async function writeCoverage(
  context: Excel.RequestContext,
  request: CoverageRequest,
  options: BuildOptions = {},
): Promise<CoverageWritten> {
  const attempt: Attempt = { replaces: null };
  try {
    return await build(context, request, options, attempt);
  } catch (error) {
    if (attempt.replaces === null) throw error;
    if (!(await waitForFront(context, error))) leaveOutRefused(context, error);
    return lookedAgain(attempt.replaces, () => rebuild(context, request, attempt), error);
  }
}

/** Once more over what a failure left, and again without each refinement that is refused. */
async function rebuild(
  context: Excel.RequestContext,
  request: CoverageRequest,
  attempt: Attempt,
): Promise<CoverageWritten> {
  try {
    return await build(context, request, {}, attempt);
  } catch (error) {
    const isAgain = (await waitForFront(context, error)) || leaveOutRefused(context, error);
    if (isAgain) return rebuild(context, request, attempt);
    throw error;
  }
}

/** The sheet that is being replaced, once nothing leads back to the former one. */
interface Attempt {
  replaces: string | null;
}

async function build(
  context: Excel.RequestContext,
  request: CoverageRequest,
  options: BuildOptions,
  attempt: Attempt,
): Promise<CoverageWritten> {
  const words = coverageWords[request.language];
  const search = new TableSearch(context, [activitiesTable]);
  const own = {
    coverage: new OwnSheets(context, sheetNames('coverage'), marks.coverage),
    data: new OwnSheets(context, sheetNames('data'), marks.data),
  };
  const dataSheets = own.data.candidates.map(({ sheet }) => sheet);
  const stages = new Stages(context, own.data.structure, dataSheets);
  const layouts = own.coverage.candidates.map(({ sheet }) => askPage(sheet));
  const former = askPivot(own.coverage.candidates.map(({ sheet }) => sheet));
  await search.sync();
  stopIfAsked(options);
  const activities = search.require(activitiesTable);
  const found = findSheet(own.coverage, words.names.coverage);
  checkShowable(own.coverage, found);
  const { name } = found;
  const dataFound = findSheet(own.data, words.names.data);
  const model = coverageModel(request);

  const kept = former.readItems();
  disableEvents(context);
  stages.clear();
  const stage = await stageRows(context, model.source, roomUnder(dataFound, model.source.length + 1), options);
  const coverage = claimSheet(own.coverage, words.names.coverage);
  const data = claimSheet(own.data, words.names.data);
  attempt.replaces = name;
  context.application.suspendApiCalculationUntilNextSync();
  if (found.isHidden) coverage.sheet.visibility = 'Visible';
  clearCoverage(coverage);
  const places = writeData({ request, model, sheet: data, activities, mark: marks.data, stage });
  const layout = layouts[own.coverage.candidates.findIndex((candidate) => candidate.name === name)];
  const place = drawCoverage(coverage.sheet, {
    request,
    model,
    ...places,
    mark: marks.coverage,
    isRebuilt: coverage.built !== null,
    page: layout === undefined || coverage.built === null ? null : pageInForce(layout),
  });
  await context.sync();

  const at = { language: request.language, model, row: place.pivotRow };
  const made = await makePivot(context, coverage.sheet, { ...at, kept: kept(), place });
  if (!made) {
    const { sheet } = coverage;
    if (!isLeftOut(context, 'pivot')) sheet.pivotTables.getItemOrNullObject(pivotName).delete();
    const { rows, columns } = writePlainTable(sheet, { ...at, row: place.slicerRow });
    sheet.getCell(place.noteRow, 0).values = [[words.pivotRefused]];
    markSheet(
      sheet,
      marks.coverage,
      sheet.getRangeByIndexes(0, 0, place.slicerRow + rows, Math.max(sheetColumns, columns + 1)),
    );
    finish(context, coverage.sheet);
    await context.sync();
  }
  const total = model.source.length;
  options.onProgress?.({ done: total, total });
  return {
    sheet: coverage.name,
    rows: model.items.length,
    sourceRows: model.source.length,
    pivot: made !== null,
    slicers: made?.slicers ?? false,
    ...lookOf(context),
  };
}

interface PivotJob {
  readonly language: CoverageRequest['language'];
  readonly model: CoverageModel;
  readonly row: number;
  readonly kept: KeptPivot;
  readonly place: CoveragePlaces;
}

/** The PivotTable, then its slicers, in a sync each: many Excels refuse the slicers. Null where it is refused itself. */
async function makePivot(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  job: PivotJob,
): Promise<{ readonly slicers: boolean } | null> {
  const { language, model, kept, place } = job;
  if (isLeftOut(context, 'pivot')) return null;
  const band = sheet.getCell(place.slicerRow, 0).load('top');
  let arranged: PivotArrangement | undefined;
  const pivot = await tried(
    context,
    () => {
      arranged = writePivot(sheet, job);
      finish(context, sheet);
    },
    refusals,
  );
  if (!pivot || !arranged) return null;
  const drawing = { language, model, hidden: kept.hidden };
  const hasSlicers = !isLeftOut(context, 'slicers');
  const slicers = hasSlicers && (await tried(context, () => drawSlicers(sheet, { ...drawing, top: band.top }), 'any'));
  if (slicers) return { slicers };
  if (hasSlicers) for (const name of Object.values(slicerNames)) sheet.slicers.getItemOrNullObject(name).delete();
  drawPageFilters(sheet, drawing, [...arranged.rows, ...arranged.columns, ...arranged.filters]);
  sheet.getCell(place.noteRow, 0).values = [[coverageWords[language].slicersRefused]];
  await context.sync();
  return { slicers };
}

function finish(context: Excel.RequestContext, sheet: Excel.Worksheet): void {
  // What was written while calculation was suspended: some Excels wait for the next change with it.
  context.application.calculate('Recalculate');
  bringForward(sheet);
  enableEvents(context);
}

/** True where Excel did it; false where it answers with one of the codes. Any other failure goes on. */
async function tried(
  context: Excel.RequestContext,
  queue: () => void,
  codes: ReadonlySet<string> | 'any',
): Promise<boolean> {
  queue();
  try {
    await context.sync();
    return true;
  } catch (error) {
    if (error instanceof OfficeExtension.Error && (codes === 'any' || codes.has(error.code))) return false;
    throw error;
  }
}

/** What Excels that make no PivotTables answer: some tenants, some platforms. */
const refusals: ReadonlySet<string> = new Set([
  'AccessDenied',
  'UnsupportedOperation',
  'NotImplemented',
  'ApiNotFound',
]);
