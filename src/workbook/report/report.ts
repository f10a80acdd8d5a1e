import { sheetNames, sheetWords } from '../contract/contract';
import type { SheetWritten } from '../model';
import {
  bringForward,
  checkShowable,
  findSheet,
  markSheet,
  OwnSheets,
  roomUnder,
  type FoundSheet,
} from '../sheets/ownSheet';
import { askPage, pageInForce } from '../sheets/page';
import { pause, stopIfAsked, type BuildOptions } from '../progress';
import { lookOf } from '../refinements';
import { drawFrame, drawRows, drawUsual, setUsualHeight, usualOf } from './format';
import { readNotes, type Extent, type ReaderNotes } from './notes';
import { disableEvents, enableEvents, inLots } from '../run';
import { buildOnStage } from '../sheets/builds';
import { Stages, type Stage } from '../sheets/stage';
import { paginate, withFewLinks, type ReportRow, type ReportSheet } from '../../report';

/** The hidden name by which a sheet is known as ours. */
const mark = '_SuiviRapport';

/**
 * Builds the report sheet in place: drawn on a hidden sheet, copied over in one action. Two syncs: to look, to
 * build; one more for each 3.5 MB of text, one for what frames more than some 50,000 rows, one where a reader has
 * written beside the report (notes follow their row), and one where a build that was cut off has left something. A
 * sheet of that name that is not ours is left as it is. In a workbook whose structure is protected the rows under the
 * former report take the hidden sheet's place.
 */
export async function writeReport(
  context: Excel.RequestContext,
  asked: ReportSheet,
  options: BuildOptions = {},
): Promise<SheetWritten> {
  const own = new OwnSheets(context, sheetNames('report'), mark);
  const ownSheets = own.candidates.map(({ sheet }) => sheet);
  const layouts = ownSheets.map(askPage);
  const stages = new Stages(context, own.structure, ownSheets);
  await context.sync();
  stopIfAsked(options);
  const found = findSheet(own, sheetWords[asked.language].names.report);
  checkShowable(own, found);
  if (stages.clear()) {
    await context.sync();
    return writeReport(context, asked, options);
  }
  const layout = layouts[own.candidates.findIndex(({ name }) => name === found.name)];
  const page = found.built !== null && layout ? pageInForce(layout) : null;
  const report = withFewLinks(page === null ? paginate(asked) : paginate(asked, page));
  const { rows } = report;
  const notes = await notesBeside(context, report, found);
  stopIfAsked(options);

  disableEvents(context);
  context.application.suspendApiCalculationUntilNextSync();
  const area = areaOf(report, found, notes?.extent);
  const usual = usualOf(report);
  await buildOnStage(context, {
    sheet: found.name,
    room: roomUnder(found, area.rows),
    async draw(stage) {
      const { sheet, row } = stage;
      drawUsual(sheet, report, row, usual);
      await inLots(
        context,
        rows,
        sizeOf,
        (lot, start) => {
          drawRows(sheet, lot, row + start, { usual, bar: report.bar });
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
      const sheet = found.isThere ? replaced(context, stage, report, found, area) : stage.sheet;
      // A copy brings no heights.
      if (found.isThere) setUsualHeight(sheet, rows.length, 0, usual);
      // Not every Excel freezes the rows of a hidden sheet.
      if (found.isHidden || !found.isThere) sheet.visibility = 'Visible';
      drawFrame(sheet, report, usual, found.built === null);
      markSheet(sheet, mark, wholeOf(sheet, report), signature);
      bringForward(sheet);
      if (found.isThere) stage.remove();
      // With the name goes what the stage is known by: all else is done before.
      else sheet.name = found.name;
      enableEvents(context);
    },
    signature: () => context.workbook.worksheets.getItemOrNullObject(found.name).names.getItemOrNullObject(mark),
  });
  options.onProgress?.({ done: rows.length, total: rows.length });
  return { sheet: found.name, rows: rows.length, ...lookOf(context) };
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

/** The report, what is left of the former one, and the notes: all that the drawing takes the place of. */
function areaOf({ rows, columns }: ReportSheet, { built }: FoundSheet, withNotes?: Extent): Extent {
  return {
    rows: Math.max(withNotes?.rows ?? 0, rows.length, built === null ? 0 : built.rowIndex + built.rowCount),
    columns: Math.max(
      withNotes?.columns ?? 0,
      columns.length,
      built === null ? 0 : built.columnIndex + built.columnCount,
    ),
  };
}

/** Queues the drawing over what the last build left, all in one action: what stands beside it stays. */
function replaced(
  context: Excel.RequestContext,
  stage: Stage,
  report: ReportSheet,
  { name, built }: FoundSheet,
  area: Extent,
): Excel.Worksheet {
  const { rows } = report;
  const sheet = context.workbook.worksheets.getItem(name);
  const whole = sheet.getRangeByIndexes(0, 0, area.rows, area.columns);
  // Known as ours before anything stands on it.
  if (built === null) markSheet(sheet, mark, whole);
  whole.copyFrom(stage.sheet.getRangeByIndexes(stage.row, 0, area.rows, area.columns), 'All');
  const rowsLeft = area.rows - rows.length;
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
  let size = 30;
  for (const { text, link } of cells) size += text.length * 1.1 + (link === undefined ? 0 : link.length * 2) + 4;
  return size;
}
