import { shortenToWidth, sizes } from '../report';
import { sheetWords } from './contract';
import {
  figureColumns,
  figureWidth,
  labelColumns,
  pivotName,
  type CoverageModel,
  type ListItem,
} from './coverageModel';
import { pivotColumns } from './coveragePivot';
import { drawUncovered } from './coverageUncovered';
import { cellText } from './escape';
import type { CoverageRequest } from './gateway';
import { itemFormulas, strategyFormulas, type ActivityNames, type WorkArea } from './liveFormulas';
import { markSheet, type ClaimedSheet } from './ownSheet';
import { setUpPage } from './page';
import { palette } from './palette';
import { applyBase, applyLook, type Look } from './reportFormat';
import { repeated } from './values';

const chartName = 'CouvertureGraphique';

/** Days without anything after which an item is called silent. */
const silentAfter = 90;

/** Rows that the chart covers. */
const pictureRows = 13;

const width = labelColumns.length + figureColumns;
/** Columns of figures begin here. */
const figures = labelColumns.length;

/** Takes away what the last build left; what the person added beside it stays. */
export function clearCoverage({ sheet, built }: ClaimedSheet): void {
  sheet.pivotTables.getItemOrNullObject(pivotName).delete();
  sheet.charts.getItemOrNullObject(chartName).delete();
  built?.clear();
  built?.conditionalFormats.clearAll();
}

interface CoverageDrawing {
  readonly request: CoverageRequest;
  readonly model: CoverageModel;
  readonly work: WorkArea;
  readonly names: ActivityNames;
  readonly mark: string;
}

/**
 * Queues all but the pivot, from the top down: what the numbers mean, the chart with its figures, the live
 * list, what has had nothing. The pivot comes last and has nothing under it or beside it, so that it may grow.
 */
export function drawCoverage(sheet: Excel.Worksheet, drawing: CoverageDrawing): { readonly pivotRow: number } {
  const { request, model, mark } = drawing;
  const words = sheetWords[request.language];
  const { strategies, items, uncovered, notes } = model;
  const chartRow = notes.length + 3;
  const chartRows = strategies.length === 0 ? 0 : strategies.length + 2;
  const picture = strategies.length === 0 ? 0 : pictureRows;
  const listRow = chartRow + chartRows + picture + (chartRows > 0 ? 1 : 0);
  const uncoveredRow = listRow + items.length + 3;
  const pivotTitle = uncoveredRow + (uncovered.length === 0 ? 0 : uncovered.length + 3);

  const built = sheet.getRangeByIndexes(0, 0, pivotTitle + 1, Math.max(width, pivotColumns(model) + 1));
  markSheet(sheet, mark, built);
  applyBase(built);
  built.format.wrapText = false;
  setWidths(sheet, model);
  line(sheet, 0, words.coverageTitle, { size: sizes.title, bold: true, color: palette.accent });
  sheet.getCell(0, 0).format.rowHeight = 27;
  line(sheet, 1, model.subtitle, { color: palette.quiet });
  notes.forEach((note, index) => line(sheet, 2 + index, note, {}));

  const list = { first: listRow + 3, last: listRow + 2 + items.length };
  if (strategies.length > 0) {
    line(sheet, chartRow, words.byStrategy, heading);
    drawStrategies(sheet, chartRow + 1, strategies, list, drawing);
    drawChart(
      sheet,
      { top: chartRow + 2, rows: strategies.length, below: chartRow + chartRows, height: picture - 1 },
      drawing,
    );
  }
  line(sheet, listRow, words.live, heading);
  drawList(sheet, listRow + 1, items, drawing);
  if (uncovered.length > 0) {
    line(sheet, uncoveredRow, words.withoutActivity, heading);
    drawUncovered(sheet, uncoveredRow + 1, uncovered, request);
    applyLook(sheet.getRangeByIndexes(uncoveredRow + 1, 0, 1, width).format, header);
  }
  line(sheet, pivotTitle, model.across === 'month' ? words.byMonth : words.byQuarter, heading);
  sheet.showGridlines = false;
  setUpPage(sheet, {
    orientation: 'landscape',
    paper: 'letter',
    header: { left: request.plan.organisation, right: words.coverageTitle },
    footer: { left: model.subtitle, right: words.page({ page: '{page}', pages: '{pages}' }) },
  });
  return { pivotRow: pivotTitle + 2 };
}

const heading: Look = { size: sizes.heading, bold: true, color: palette.accent };
const header: Look = { bold: true, color: palette.paper, fill: palette.accent };

function line(sheet: Excel.Worksheet, row: number, text: string, look: Look): void {
  const cell = sheet.getCell(row, 0);
  cell.numberFormat = [['@']];
  cell.values = [[cellText(text)]];
  applyLook(cell.format, look);
}

function setWidths(sheet: Excel.Worksheet, model: CoverageModel): void {
  labelColumns.forEach((points, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = points;
  });
  const count = Math.max(figureColumns, pivotColumns(model) + 1 - figures);
  sheet.getRangeByIndexes(0, figures, 1, count).format.columnWidth = figureWidth;
}

/** Number and label, in the column of its level: the labels stand in steps, as the plan does. */
function labelled(sheet: Excel.Worksheet, row: number, items: readonly ListItem[]): void {
  const range = sheet.getRangeByIndexes(row, 0, items.length, figures);
  range.numberFormat = repeated(
    items.length,
    labelColumns.map(() => '@'),
  );
  range.values = items.map(({ no, level, text }) => {
    const column = { objective: 1, strategy: 2, action: 3 }[level];
    const room = labelColumns.slice(column).reduce((sum, points) => sum + points, 0) * 0.93 - 8;
    const label = shortenToWidth(text, room, { size: sizes.body, bold: level !== 'action' });
    return labelColumns.map((_, index) => (index === 0 ? cellText(no) : index === column ? cellText(label) : ''));
  });
}

function drawStrategies(
  sheet: Excel.Worksheet,
  row: number,
  strategies: readonly ListItem[],
  list: { readonly first: number; readonly last: number },
  { request }: CoverageDrawing,
): void {
  const words = sheetWords[request.language];
  const head = sheet.getRangeByIndexes(row, 0, 1, figures + 4);
  sheet.getCell(row, 0).values = [[words.coverage.no]];
  sheet.getCell(row, 1).values = [[words.coverage.strategy]];
  sheet.getCell(row, figures).values = [[words.covered]];
  sheet.getCell(row, figures + 2).values = [[words.uncovered]];
  applyLook(head.format, header);
  labelled(
    sheet,
    row + 1,
    strategies.map((item) => ({ ...item, level: 'objective' })),
  );
  strategies.forEach((_, index) => {
    const [covered = '', uncovered = ''] = strategyFormulas(row + 2 + index, list);
    sheet.getCell(row + 1 + index, figures).formulas = [[covered]];
    sheet.getCell(row + 1 + index, figures + 2).formulas = [[uncovered]];
  });
}

interface ChartPlace {
  /** First row of figures. */
  readonly top: number;
  readonly rows: number;
  /** First row of the picture, and how many it covers. */
  readonly below: number;
  readonly height: number;
}

/** Columns on ordinary cells, as no API makes a chart of a pivot; the figures stand above it. */
function drawChart(
  sheet: Excel.Worksheet,
  { top, rows, below, height }: ChartPlace,
  { request }: CoverageDrawing,
): void {
  const words = sheetWords[request.language];
  const values = (column: number) => sheet.getRangeByIndexes(top, column, rows, 1);
  const chart = sheet.charts.add('ColumnStacked', values(figures), 'Columns');
  chart.name = chartName;
  chart.title.visible = false;
  chart.legend.position = 'Bottom';
  chart.axes.valueAxis.minimum = 0;
  const first = chart.series.getItemAt(0);
  // Said again: Excel takes a first cell whose formula is not yet computed for a heading.
  first.setValues(values(figures));
  first.name = words.covered;
  first.format.fill.setSolidColor(palette.accent);
  first.gapWidth = 60;
  const second = chart.series.add(words.uncovered);
  second.setValues(values(figures + 2));
  second.format.fill.setSolidColor(palette.chartMissing);
  for (const series of [first, second]) series.setXAxisValues(values(0));
  chart.setPosition(sheet.getCell(below, 0), sheet.getCell(below + height - 1, width - 1));
}

function drawList(
  sheet: Excel.Worksheet,
  row: number,
  items: readonly ListItem[],
  { request, work, names }: CoverageDrawing,
): void {
  const words = sheetWords[request.language];
  const head = sheet.getRangeByIndexes(row, 0, 1, width);
  head.values = [
    [
      words.coverage.no,
      words.coverage.objective,
      words.coverage.strategy,
      words.coverage.action,
      words.activityCount,
      words.occurrenceCount,
      words.first,
      words.last,
      words.days,
      words.state,
      '',
    ],
  ];
  applyLook(head.format, header);
  if (items.length === 0) return;
  labelled(sheet, row + 1, items);
  const live = sheet.getRangeByIndexes(row + 1, figures, items.length, figureColumns - 1);
  live.numberFormat = repeated(items.length, ['0', '0', 'yyyy-mm-dd', 'yyyy-mm-dd', '0', 'General']);
  const states = { none: words.stateNone, active: words.stateActive, silent: words.stateSilent, silentAfter };
  live.formulas = items.map((_, index) => itemFormulas(names, work, row + 2 + index, states));
  live.format.horizontalAlignment = 'Right';
  const state = sheet.getRangeByIndexes(row, figures + 5, items.length + 1, 1).format;
  state.horizontalAlignment = 'Left';
  state.indentLevel = 1;
  sheet.getRangeByIndexes(row, figures, 1, 5).format.horizontalAlignment = 'Right';
  drawLevels(sheet, row + 1, items);
  drawStates(sheet, row + 1, items.length, states);
}

function drawLevels(sheet: Excel.Worksheet, row: number, items: readonly ListItem[]): void {
  sheet.getRangeByIndexes(row, 0, items.length, width).setCellProperties(
    items.map(({ level }) => {
      const format: Excel.CellPropertiesFormat = {
        ...(level !== 'action' && { font: { bold: true } }),
        ...(level === 'objective' && { fill: { color: palette.band } }),
        borders: { bottom: { style: 'Continuous', color: palette.rule } },
      };
      return Array.from({ length: width }, () => ({ format }));
    }),
  );
}

/** The state is a sign and a word; colour only helps to find it. */
function drawStates(
  sheet: Excel.Worksheet,
  row: number,
  rows: number,
  { none, active, silent }: { readonly none: string; readonly active: string; readonly silent: string },
): void {
  const range = sheet.getRangeByIndexes(row, figures + 5, rows, 1);
  const colors = [
    { text: none, color: palette.missing },
    { text: active, color: palette.present },
    { text: silent, color: palette.waiting },
  ];
  for (const { text, color } of colors) {
    const format = range.conditionalFormats.add('ContainsText');
    format.textComparison.format.font.color = color;
    format.textComparison.rule = { operator: 'Contains', text: text.slice(0, 1) };
  }
}
