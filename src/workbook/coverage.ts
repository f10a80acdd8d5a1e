import { activitiesTable, sheetNames, sheetWords } from './contract';
import { coverageModel, pivotName } from './coverageModel';
import { writePivot, writePlainTable } from './coveragePivot';
import { clearCoverage, drawCoverage } from './coverageSheet';
import { activityNames, writeData } from './coverageData';
import type { CoverageRequest, CoverageWritten } from './gateway';
import { claimSheet, OwnSheets } from './ownSheet';
import { askPivotFilters } from './pivotFilters';
import { stopIfAsked, type BuildOptions } from './progress';
import { disableEvents, enableEvents } from './run';
import { TableSearch } from './tables';

/** Hidden names by which the two sheets are known as ours. */
const marks = { coverage: '_SuiviCouverture', data: '_SuiviDonnees' } as const;

/**
 * Builds the source table, the live list, the chart and the PivotTable.
 *
 * Three syncs: to look, to write all but the pivot, to make the pivot; one more where the activities'
 * table has lost its name, one for each 3.5 MB of source rows, and one where this Excel refuses the
 * pivot: the plain table then stands in its place.
 */
export async function writeCoverage(
  context: Excel.RequestContext,
  request: CoverageRequest,
  options: BuildOptions = {},
): Promise<CoverageWritten> {
  const words = sheetWords[request.language];
  const search = new TableSearch(context, [activitiesTable]);
  const own = {
    coverage: new OwnSheets(context, sheetNames('coverage'), marks.coverage),
    data: new OwnSheets(context, sheetNames('data'), marks.data),
  };
  const filters = askPivotFilters(own.coverage.candidates.map(({ sheet }) => sheet));
  await search.sync();
  stopIfAsked(options);
  const activities = search.require(activitiesTable);
  const coverage = claimSheet(own.coverage, words.names.coverage);
  const data = claimSheet(own.data, words.names.data);
  const model = coverageModel(request);

  const hidden = filters.readItems();
  disableEvents(context);
  context.application.suspendApiCalculationUntilNextSync();
  clearCoverage(coverage);
  const work = await writeData(context, { request, model, sheet: data, activities, mark: marks.data, options });
  const place = drawCoverage(coverage.sheet, {
    request,
    model,
    work,
    names: activityNames(activities),
    mark: marks.coverage,
  });
  await context.sync();

  const at = { language: request.language, model, row: place.pivotRow };
  const pivot = await tried(context, () => {
    writePivot(coverage.sheet, { ...at, hidden: hidden() });
    finish(context, coverage.sheet);
  });
  if (!pivot) {
    coverage.sheet.pivotTables.getItemOrNullObject(pivotName).delete();
    writePlainTable(coverage.sheet, at);
    finish(context, coverage.sheet);
    await context.sync();
  }
  const total = model.source.length;
  options.onProgress?.({ done: total, total });
  return { sheet: coverage.name, rows: model.items.length, sourceRows: model.source.length, pivot };
}

function finish(context: Excel.RequestContext, sheet: Excel.Worksheet): void {
  sheet.activate();
  sheet.getRange('A1').select();
  enableEvents(context);
}

/** True where Excel did it; false where it will not have PivotTables. Any other failure goes on. */
async function tried(context: Excel.RequestContext, queue: () => void): Promise<boolean> {
  queue();
  try {
    await context.sync();
    return true;
  } catch (error) {
    if (error instanceof OfficeExtension.Error && refusals.has(error.code)) return false;
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
