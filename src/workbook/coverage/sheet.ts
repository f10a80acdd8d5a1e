import { pageOf, sizes, type Page } from '../../report';
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
  type ListItem,
} from './model';
import { PagePlan, rowHeight, withHeads } from './pages';
import { pivotColumns } from './pivot';
import { changeLead, drawChange } from './since';
import { drawUncovered } from './uncoveredSection';
import type { CoverageRequest } from '../model';
import { coveredFormula, uncountedNote, type WorkArea } from './liveFormulas';
import { markSheet, type ClaimedSheet } from '../sheets/ownSheet';
import { keepPage, setUpPage } from '../sheets/page';
import { isLeftOut, type Refinement } from '../refinements';
import { palette } from '../sheets/palette';
import { applyBase, applyLook } from '../report/format';
import { slicerNames, slicerRows } from './slicerNames';
import { coverageWords } from './words';

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
  const words = coverageWords[request.language];
  const { strategies, items, uncovered, change, notes } = model;
  const print = { orientation: 'landscape', paper: request.paper ?? 'letter' } as const;
  const { width, height } = drawing.page ?? pageOf(print);
  // One page wide: a sheet wider than that is printed smaller, and a page holds more.
  const pages = new PagePlan(height / Math.min(1, width / widthOf(model)));
  pages.flow(notes.length + 5);
  const chartRow = pages.row;
  if (chartsHeight(model) > 0) {
    pages.together(headed);
    pages.flow(figuresHeight(model) - headed);
    pages.together(pictureRows);
    pages.flow(1);
  }
  const section = (lead: number, count: number) => {
    const { row } = pages;
    const heads = pages.list(lead, count);
    pages.flow(1);
    return { row, heads };
  };
  const changed = change && section(changeLead, change.changes.length);
  const lacking = uncovered.length === 0 ? null : section(2, uncovered.length);
  const list = section(2, items.length);
  const listRow = list.row;
  const pivotTitle = pages.row;
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
  drawCharts(sheet, chartRow, { request, model, list: { first: listRow + 3, last: pivotTitle - 1 } });
  if (change && changed) drawChange(sheet, changed.row, change, { language: request.language, heads: changed.heads });
  if (lacking) {
    drawHeading(sheet, lacking.row, words.withoutActivity);
    const listRows = new Map(
      withHeads<ListItem | null>(items, list.heads, null).map((item, index) => [item?.no, listRow + 2 + index]),
    );
    drawUncovered(sheet, lacking.row + 1, uncovered, {
      language: request.language,
      heads: lacking.heads,
      listRowOf: (no) => listRows.get(no) ?? listRow,
    });
  }
  drawHeading(sheet, listRow, words.live({ period: model.period }));
  drawList(sheet, listRow + 1, items, { ...drawing, heads: list.heads });
  drawHeading(sheet, pivotTitle, words.pivotTitle[model.measure][model.across]);
  drawLine(sheet, places.noteRow, filterNote(model, words), { color: palette.quiet });
  sheet.getRangeByIndexes(places.slicerRow, 0, slicerRows, 1).format.rowHeight = 15;
  if (!isLeftOut(sheet.context, 'view')) sheet.showGridlines = false;
  if (!isLeftOut(sheet.context, 'pageBreaks')) {
    for (const row of [...pages.breaks, pivotTitle]) sheet.horizontalPageBreaks.add(`A${row + 1}`);
  }
  (drawing.isRebuilt ? keepPage : setUpPage)(sheet, {
    ...print,
    header: { left: request.plan.organisation, right: words.coverageTitle },
    footer: { left: model.subtitle, right: words.page({ page: '{page}', pages: '{pages}' }) },
  });
  return places;
}

/** Rows of the figures that stay with their heading, that and the heads included. */
const headed = 3;

function filterNote({ isCoarse, across }: CoverageModel, words: (typeof coverageWords)['fr']): string {
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
