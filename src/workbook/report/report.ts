import { sheetNames, sheetWords } from '../contract/contract';
import { cellText } from '../contract/escape';
import type { SheetWritten } from '../model';
import { writeValues } from '../sheets/manyAreas';
import { findSheet, markSheet, OwnSheets, type FoundSheet } from '../sheets/ownSheet';
import { askPage, pageInForce } from '../sheets/page';
import { pause, stopIfAsked, type BuildOptions } from '../progress';
import { drawFrame, drawRows, drawUsual, usualOf } from './format';
import { readNotes, type Extent, type ReaderNotes } from './notes';
import { disableEvents, enableEvents, inLots } from '../run';
import { buildOnStage, Stages } from '../sheets/stage';
import { paginate, type ReportRow, type ReportSheet } from '../../report';

/** The hidden name by which a sheet is known as ours. */
const mark = '_SuiviRapport';

/**
 * Builds the report sheet in place: drawn on a hidden sheet, copied over in one action. Two syncs: to look, to
 * build; one more for each 3.5 MB of text, one for what frames more than some 50,000 rows, and one where a reader has
 * written beside the report: notes follow their row. A sheet of that name that is not ours is left as it is.
 */
export async function writeReport(
  context: Excel.RequestContext,
  asked: ReportSheet,
  options: BuildOptions = {},
): Promise<SheetWritten> {
  const own = new OwnSheets(context, sheetNames('report'), mark);
  const layouts = own.candidates.map(({ sheet }) => askPage(sheet));
  const stages = new Stages(context);
  await context.sync();
  stopIfAsked(options);
  const found = findSheet(own, sheetWords[asked.language].names.report);
  const layout = layouts[own.candidates.findIndex(({ name }) => name === found.name)];
  const page = found.built !== null && layout ? pageInForce(layout) : null;
  const report = page === null ? paginate(asked) : paginate(asked, page);
  const { rows } = report;
  const notes = await notesBeside(context, report, found);
  stopIfAsked(options);

  disableEvents(context);
  context.application.suspendApiCalculationUntilNextSync();
  stages.clear();
  await buildOnStage(context, {
    sheet: found.name,
    async draw(stage) {
      const usual = usualOf(report);
      drawUsual(stage, report, usual);
      await inLots(
        context,
        rows,
        sizeOf,
        (lot, start) => {
          const texts = lot.map(({ cells }) => cells.map(({ text }) => cellText(text)));
          writeValues(stage, { row: start, column: 0 }, texts);
          drawRows(stage, lot, start, { usual, bar: report.bar });
        },
        options,
      );
      notes?.draw(stage);
      // What frames a long report does not fit beside its last lot.
      if (frameSize(report) > roomBesideLot) {
        await context.sync();
        await pause(options, { done: rows.length, total: rows.length });
      }
    },
    place(stage, signature) {
      disableEvents(context);
      const sheet = found.isThere ? replaced(context, stage, report, found, notes?.extent) : stage;
      drawFrame(sheet, report, found.built === null);
      markSheet(sheet, mark, wholeOf(sheet, report), signature);
      if (found.isThere) stage.delete();
      else {
        // With the name goes what the stage is known by: all else is done before.
        sheet.visibility = 'Visible';
        sheet.name = found.name;
      }
      sheet.activate();
      sheet.getRange('A1').select();
      enableEvents(context);
    },
    signature: () => context.workbook.worksheets.getItemOrNullObject(found.name).names.getItemOrNullObject(mark),
  });
  options.onProgress?.({ done: rows.length, total: rows.length });
  return { sheet: found.name, rows: rows.length };
}

/** What the reader wrote beside and under the report that is there. */
async function notesBeside(
  context: Excel.RequestContext,
  report: ReportSheet,
  { name, built, used, hasTables }: FoundSheet,
): Promise<ReaderNotes | null> {
  // Excel makes another table of one that is copied: with one beside it, nothing is moved.
  if (built === null || used === null || hasTables) return null;
  const extent = (range: Excel.Range): Extent => ({
    rows: range.rowIndex + range.rowCount,
    columns: range.columnIndex + range.columnCount,
  });
  const sheet = context.workbook.worksheets.getItem(name);
  return readNotes(context, sheet, { built: extent(built), used: extent(used) }, report);
}

/** Queues the drawing over what the last build left, all in one action: what stands beside it stays. */
function replaced(
  context: Excel.RequestContext,
  stage: Excel.Worksheet,
  { rows, columns }: ReportSheet,
  { name, built }: FoundSheet,
  withNotes: Extent = { rows: 0, columns: 0 },
): Excel.Worksheet {
  const sheet = context.workbook.worksheets.getItem(name);
  const area = [
    0,
    0,
    Math.max(withNotes.rows, rows.length, built === null ? 0 : built.rowIndex + built.rowCount),
    Math.max(withNotes.columns, columns.length, built === null ? 0 : built.columnIndex + built.columnCount),
  ] as const;
  // Known as ours before anything stands on it.
  if (built === null) markSheet(sheet, mark, sheet.getRangeByIndexes(...area));
  sheet.getRangeByIndexes(...area).copyFrom(stage.getRangeByIndexes(...area), 'All');
  const rowsLeft = area[2] - rows.length;
  if (rowsLeft > 0) sheet.getRangeByIndexes(rows.length, 0, rowsLeft, 1).format.useStandardHeight = true;
  return sheet;
}

function wholeOf(sheet: Excel.Worksheet, { rows, columns }: ReportSheet): Excel.Range {
  return sheet.getRangeByIndexes(0, 0, rows.length, columns.length);
}

/** Bytes that are left in a request that holds a whole lot. */
const roomBesideLot = 400_000;

/** Bytes that heights, lines and page breaks take in a request, near enough. */
function frameSize({ rows }: ReportSheet): number {
  return rows.length * 6 + rows.filter(({ breakBefore }) => breakBefore).length * 400;
}

/** Bytes that a row's texts and looks take in a request, near enough. */
function sizeOf({ cells }: ReportRow): number {
  // Most characters are one byte in UTF-8, accents two.
  return cells.reduce((sum, { text, link = '' }) => sum + text.length * 1.1 + link.length * 2 + 4, 30);
}
