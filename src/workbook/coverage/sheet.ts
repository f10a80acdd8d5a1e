import { pageOf, sizes, type Page } from '../../report';
import { sheetWords } from '../contract/contract';
import { chartNames, chartsHeight, drawCharts, figuresHeight, pictureRows } from './charts';
import { drawList } from './list';
import { drawHeading, drawLine, figures, headingLook, sheetColumns } from './look';
import {
  figureColumns,
  figureWidth,
  labelColumns,
  pivotName,
  spanWidth,
  totalWidth,
  type CoverageModel,
} from './model';
import { pageBreaks, rowHeight } from './pages';
import { pivotColumns } from './pivot';
import { changeHeight, drawChange } from './since';
import { drawUncovered } from './uncoveredSection';
import type { CoverageRequest } from '../model';
import { coveredFormula, uncountedNote, type WorkArea } from './liveFormulas';
import { markSheet, type ClaimedSheet } from '../sheets/ownSheet';
import { keepPage, setUpPage } from '../sheets/page';
import { isLeftOut, type Refinement } from '../refinements';
import { palette } from '../sheets/palette';
import { applyBase, applyLook } from '../report/format';
import { slicerNames, slicerRows } from './slicerNames';

/** Takes away what the last build left; what the person added beside it stays. */
export function clearCoverage({ sheet, built }: ClaimedSheet): void {
  const has = (refinement: Refinement) => !isLeftOut(sheet.context, refinement);
  if (has('slicers')) for (const name of Object.values(slicerNames)) sheet.slicers.getItemOrNullObject(name).delete();
  if (has('pivot')) sheet.pivotTables.getItemOrNullObject(pivotName).delete();
  if (has('charts')) for (const name of Object.values(chartNames)) sheet.charts.getItemOrNullObject(name).delete();
  built?.clear();
  if (has('colours')) built?.conditionalFormats.clearAll();
  if (built) built.format.useStandardHeight = true;
  if (has('pageBreaks')) sheet.horizontalPageBreaks.removePageBreaks();
}

interface CoverageDrawing {
  readonly request: CoverageRequest;
  readonly model: CoverageModel;
  readonly work: WorkArea;
  /** The cell that counts the rows which the live list does not. */
  readonly uncounted: string;
  readonly mark: string;
  /** Whether we built here before: then the person may have chosen how the sheet prints. */
  readonly isRebuilt: boolean;
  /** The page of such a sheet; null where it is new or its paper is not known. */
  readonly page: Page | null;
}

/** Where what comes after the next sync goes (0-based rows). */
export interface CoveragePlaces {
  /** What says how to filter the PivotTable. */
  readonly noteRow: number;
  /** First row of the band that is left free for the slicers. */
  readonly slicerRow: number;
  readonly pivotRow: number;
}

/**
 * Queues all but the pivot, from the top down: what the numbers mean, the charts under their figures, what has
 * changed since the committee met, what has had nothing, the live list. The pivot comes last and has nothing under it
 * or beside it, so that it may grow.
 */
export function drawCoverage(sheet: Excel.Worksheet, drawing: CoverageDrawing): CoveragePlaces {
  const { request, model, mark } = drawing;
  const words = sheetWords[request.language];
  const { strategies, items, uncovered, change, notes } = model;
  const chartRow = notes.length + 5;
  const changeRow = chartRow + chartsHeight(model);
  const uncoveredRow = changeRow + (change ? changeHeight(change) : 0);
  const listRow = uncoveredRow + (uncovered.length === 0 ? 0 : uncovered.length + 3);
  const pivotTitle = listRow + items.length + 3;
  const places = { noteRow: pivotTitle + 1, slicerRow: pivotTitle + 2, pivotRow: pivotTitle + 3 + slicerRows };

  const built = sheet.getRangeByIndexes(0, 0, places.pivotRow - 1, Math.max(sheetColumns, pivotColumns(model) + 1));
  markSheet(sheet, mark, built);
  applyBase(built);
  built.format.wrapText = false;
  built.format.rowHeight = rowHeight;
  setWidths(sheet, model);
  drawLine(sheet, 0, words.coverageTitle, { size: sizes.title, bold: true, color: palette.accent });
  sheet.getCell(0, 0).format.rowHeight = 27;
  drawLine(sheet, 1, model.subtitle, { color: palette.quiet });
  notes.forEach((note, index) => drawLine(sheet, 2 + index, note, {}));

  const warning = sheet.getCell(notes.length + 2, 0);
  warning.formulas = [[uncountedNote(drawing.uncounted, words.uncounted)]];
  applyLook(warning.format, { bold: true, color: palette.missing });
  if (strategies.length > 0) {
    const figure = sheet.getCell(notes.length + 3, 0);
    figure.formulas = [[coveredFormula(chartRow + 3, strategies.length, words.sentence)]];
    applyLook(figure.format, headingLook);
  }
  drawCharts(sheet, chartRow, { request, model, list: { first: listRow + 3, last: listRow + 2 + items.length } });
  if (change) drawChange(sheet, changeRow, change, request);
  if (uncovered.length > 0) {
    drawHeading(sheet, uncoveredRow, words.withoutActivity);
    const listRows = new Map(items.map(({ no }, index) => [no, listRow + 2 + index]));
    drawUncovered(sheet, uncoveredRow + 1, uncovered, {
      language: request.language,
      listRowOf: (no) => listRows.get(no) ?? listRow,
    });
  }
  drawHeading(sheet, listRow, words.live({ period: model.period }));
  drawList(sheet, listRow + 1, items, drawing);
  drawHeading(sheet, pivotTitle, words.pivotTitle[model.measure][model.across]);
  drawLine(sheet, places.noteRow, filterNote(model, words), { color: palette.quiet });
  sheet.getRangeByIndexes(places.slicerRow, 0, slicerRows, 1).format.rowHeight = 15;
  const print = { orientation: 'landscape', paper: request.paper ?? 'letter' } as const;
  const { width, height } = drawing.page ?? pageOf(print);
  const parts = [
    { row: chartRow, rows: headed },
    { row: chartRow + figuresHeight(model), rows: pictureRows },
    ...[changeRow, uncoveredRow, listRow].map((row) => ({ row, rows: headed })),
  ];
  // One page wide: a sheet wider than that is printed smaller, and a page holds more.
  const starts = pageBreaks(parts, pivotTitle, height / Math.min(1, width / widthOf(model)));
  sheet.showGridlines = false;
  if (!isLeftOut(sheet.context, 'pageBreaks')) {
    for (const row of [...starts, pivotTitle]) sheet.horizontalPageBreaks.add(`A${row + 1}`);
  }
  (drawing.isRebuilt ? keepPage : setUpPage)(sheet, {
    ...print,
    header: { left: request.plan.organisation, right: words.coverageTitle },
    footer: { left: model.subtitle, right: words.page({ page: '{page}', pages: '{pages}' }) },
  });
  return places;
}

/** Rows of a list that stay with its heading, that and the heads included. */
const headed = 5;

function filterNote({ isCoarse, across }: CoverageModel, words: (typeof sheetWords)['fr']): string {
  return [...(isCoarse ? [words.coarse[across]] : []), words.slicersNote].join(' ');
}

/** Points from the first column to the last of what is drawn. */
function widthOf(model: CoverageModel): number {
  const beyond = pivotColumns(model) - sheetColumns;
  const labels = labelColumns.reduce((sum, points) => sum + points, 0);
  return labels + figureColumns * figureWidth + (beyond < 0 ? 0 : beyond * spanWidth + totalWidth);
}

function setWidths(sheet: Excel.Worksheet, model: CoverageModel): void {
  labelColumns.forEach((points, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = points;
  });
  sheet.getRangeByIndexes(0, figures, 1, figureColumns).format.columnWidth = figureWidth;
  // What only the PivotTable takes: as narrow as a month is, for the page is as wide as it.
  const last = pivotColumns(model);
  const beyond = last - sheetColumns;
  if (beyond > 0) sheet.getRangeByIndexes(0, sheetColumns, 1, beyond).format.columnWidth = spanWidth;
  if (beyond >= 0) sheet.getRangeByIndexes(0, last, 1, 1).format.columnWidth = totalWidth;
}
