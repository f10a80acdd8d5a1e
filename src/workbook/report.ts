import { sheetNames, sheetWords } from './contract';
import { cellText } from './escape';
import type { SheetWritten } from './gateway';
import { claimSheet, markSheet, OwnSheets } from './ownSheet';
import { setNumberFormat, writeValues } from './manyAreas';
import { drawRows, drawSheet } from './reportFormat';
import { stopIfAsked, type BuildOptions } from './progress';
import { disableEvents, enableEvents, inLots } from './run';
import type { ReportRow, ReportSheet } from '../report';

/** The hidden name by which a sheet is known as ours. */
const mark = '_SuiviRapport';

/**
 * Builds the report sheet in place. Two syncs: to look, to clear and build; one more for each 3.5 MB of
 * text. A sheet of that name that is not ours is left as it is.
 */
export async function writeReport(
  context: Excel.RequestContext,
  report: ReportSheet,
  options: BuildOptions = {},
): Promise<SheetWritten> {
  const own = new OwnSheets(context, sheetNames('report'), mark);
  await context.sync();
  stopIfAsked(options);
  const { name, sheet, built } = claimSheet(own, sheetWords[report.language].names.report);

  disableEvents(context);
  context.application.suspendApiCalculationUntilNextSync();
  built?.clear();
  sheet.horizontalPageBreaks.removePageBreaks();
  const columns = report.columns.length;
  markSheet(sheet, mark, sheet.getRangeByIndexes(0, 0, report.rows.length, columns));
  setNumberFormat(sheet.getRangeByIndexes(0, 0, report.rows.length, columns), '@');
  const usual = drawSheet(sheet, report);
  await inLots(
    context,
    report.rows,
    sizeOf,
    (rows, start) => {
      const texts = rows.map(({ cells }) => cells.map(({ text }) => cellText(text)));
      writeValues(sheet, { row: start, column: 0 }, texts);
      drawRows(sheet, rows, start, usual);
    },
    options,
  );
  sheet.activate();
  sheet.getRange('A1').select();
  enableEvents(context);
  await context.sync();
  const rows = report.rows.length;
  options.onProgress?.({ done: rows, total: rows });
  return { sheet: name, rows };
}

/** Bytes that a row's texts and looks take in a request, near enough. */
function sizeOf({ cells }: ReportRow): number {
  // Most characters are one byte in UTF-8, accents two.
  return cells.reduce((sum, { text, link = '' }) => sum + text.length * 1.1 + link.length * 2 + 4, 30);
}
