import { sheetNames, sheetWords } from './contract';
import { cellText } from './escape';
import type { SheetWritten } from './gateway';
import { claimSheet, markSheet, OwnSheets } from './ownSheet';
import { drawReport } from './reportFormat';
import { disableEvents, enableEvents, inLots } from './run';
import type { ReportRow, ReportSheet } from '../report';
import { repeated } from './values';

/** The hidden name by which a sheet is known as ours. */
const mark = '_SuiviRapport';

/**
 * Builds the report sheet in place. Two syncs: to look, to clear and build; one more for each 3.5 MB of
 * text. A sheet of that name that is not ours is left as it is.
 */
export async function writeReport(context: Excel.RequestContext, report: ReportSheet): Promise<SheetWritten> {
  const own = new OwnSheets(context, sheetNames('report'), mark);
  await context.sync();
  const { name, sheet, built } = claimSheet(own, sheetWords[report.language].names.report);

  disableEvents(context);
  context.application.suspendApiCalculationUntilNextSync();
  built?.clear();
  sheet.horizontalPageBreaks.removePageBreaks();
  const columns = report.columns.length;
  markSheet(sheet, mark, sheet.getRangeByIndexes(0, 0, report.rows.length, columns));
  await inLots(context, report.rows, sizeOf, (rows, start) => {
    const block = sheet.getRangeByIndexes(start, 0, rows.length, columns);
    block.numberFormat = repeated(
      rows.length,
      report.columns.map(() => '@'),
    );
    block.values = rows.map(({ cells }) => cells.map(({ text }) => cellText(text)));
  });
  drawReport(sheet, report);
  sheet.activate();
  sheet.getRange('A1').select();
  enableEvents(context);
  await context.sync();
  return { sheet: name, rows: report.rows.length };
}

/** Bytes that a row's texts take in a request, near enough. */
function sizeOf({ cells }: ReportRow): number {
  // A character is at most three bytes in UTF-8; most are one, accents two.
  return cells.reduce((sum, { text }) => sum + text.length * 1.3 + 10, 8);
}
