import { drawHeading, drawLabels, figures, headerLook, sheetColumns } from './look';
import { labelColumns, type CoverageModel } from './model';
import type { CoverageRequest } from '../model';
import { strategyFormulas } from './liveFormulas';
import { palette } from '../sheets/palette';
import { isLeftOut } from '../refinements';
import { applyLook } from '../report/format';
import { repeated } from '../contract/values';
import { coverageWords } from './words';

/** Strategies with and without activity, and activities in time. */
export const chartNames = { strategies: 'CouvertureGraphique', time: 'CouvertureTemps' } as const;

/** Rows that the charts cover. */
export const pictureRows = 15;

/** The figures of time stand beside those of the strategies: label, activities, dates. */
const time = figures + 3;

/** Of a value axis. */
const mostMarks = 6;

interface ChartsDrawing {
  readonly request: CoverageRequest;
  readonly model: CoverageModel;
  /** First and last rows (1-based) of the live list, from which the strategies are counted. */
  readonly list: { readonly first: number; readonly last: number };
}

/** Rows of headings, figures and charts, one blank row under them included; none where there is nothing to draw. */
export function chartsHeight(model: CoverageModel): number {
  const figureRows = figuresHeight(model);
  return figureRows === 0 ? 0 : figureRows + pictureRows + 1;
}

/** Rows of headings and figures above the charts; none where there is nothing to draw. */
export function figuresHeight({ strategies, series }: CoverageModel): number {
  const most = Math.max(strategies.length, series.points.length);
  return most === 0 ? 0 : most + 2;
}

/** Queues the figures from the given row on, and under them the charts, which show these very cells. */
export function drawCharts(sheet: Excel.Worksheet, row: number, drawing: ChartsDrawing): void {
  const { strategies, series } = drawing.model;
  const below = row + figuresHeight(drawing.model);
  if (strategies.length > 0) {
    drawStrategies(sheet, row, drawing);
    drawStrategyChart(sheet, { top: row + 2, rows: strategies.length, below }, drawing);
  }
  if (series.points.length > 0) {
    drawTime(sheet, row, drawing);
    drawTimeChart(sheet, { top: row + 2, rows: series.points.length, below }, drawing);
  }
}

function drawStrategies(
  sheet: Excel.Worksheet,
  row: number,
  { request, model: { strategies }, list }: ChartsDrawing,
): void {
  const words = coverageWords[request.language];
  drawHeading(sheet, row, words.byStrategy);
  const head = sheet.getRangeByIndexes(row + 1, 0, 1, figures + 2);
  head.values = [[words.coverage.no, words.coverage.strategy, '', '', words.withShort, words.withoutShort]];
  applyLook(head.format, headerLook);
  drawLabels(
    sheet,
    row + 2,
    strategies.map((item) => ({ ...item, level: 'objective' })),
  );
  const counts = sheet.getRangeByIndexes(row + 2, figures, strategies.length, 2);
  counts.formulas = strategies.map((_, index) => strategyFormulas(row + 3 + index, list));
  sheet.getRangeByIndexes(row + 1, figures, strategies.length + 1, 2).format.horizontalAlignment = 'Right';
}

function drawTime(sheet: Excel.Worksheet, row: number, { request, model: { series, measure } }: ChartsDrawing): void {
  const words = coverageWords[request.language];
  drawHeading(sheet, row, timeTitle(request, { series, measure }), time);
  const head = sheet.getRangeByIndexes(row + 1, time, 1, 3);
  head.values = [[words.span[series.span], words.activityCount, words.occurrenceCount]];
  applyLook(head.format, headerLook);
  const body = sheet.getRangeByIndexes(row + 2, time, series.points.length, 3);
  body.numberFormat = repeated(series.points.length, ['@', '0', '0']);
  body.values = series.points.map(({ label, activities, occurrences }) => [label, activities, occurrences]);
  sheet.getRangeByIndexes(row + 1, time + 1, series.points.length + 1, 2).format.horizontalAlignment = 'Right';
}

function timeTitle(
  { language }: CoverageRequest,
  { series, measure }: Pick<CoverageModel, 'series' | 'measure'>,
): string {
  const words = coverageWords[language];
  return (measure === 'activities' ? words.inTime : words.datesInTime)[series.span];
}

interface ChartPlace {
  /** First row of figures, and how many. */
  readonly top: number;
  readonly rows: number;
  /** First row of the picture. */
  readonly below: number;
}

/** Columns on ordinary cells, as no API makes a chart of a pivot. Its title is what a screen reader says of it. */
function drawStrategyChart(
  sheet: Excel.Worksheet,
  { top, rows, below }: ChartPlace,
  { request, model }: ChartsDrawing,
): void {
  if (isLeftOut(sheet.context, 'charts')) return;
  const words = coverageWords[request.language];
  const values = (column: number) => sheet.getRangeByIndexes(top, column, rows, 1);
  const chart = sheet.charts.add('ColumnStacked', values(figures), 'Columns');
  chart.name = chartNames.strategies;
  chart.title.text = words.byStrategy;
  chart.legend.position = 'Bottom';
  countFromZero(chart, Math.max(...model.strategies.map(({ actions }) => actions)));
  const first = chart.series.getItemAt(0);
  // Said again: Excel takes a first cell whose formula is not yet computed for a heading.
  first.setValues(values(figures));
  first.name = words.covered;
  first.format.fill.setSolidColor(palette.accent);
  first.gapWidth = 60;
  const second = chart.series.add(words.uncovered);
  second.setValues(values(figures + 1));
  second.format.fill.setSolidColor(palette.chartMissing);
  for (const series of [first, second]) series.setXAxisValues(values(0));
  chart.setPosition(sheet.getCell(below, 0), sheet.getCell(below + pictureRows - 1, labelColumns.length - 1));
}

/** From zero by whole numbers: there is no half of an activity. */
function countFromZero({ axes: { valueAxis } }: Excel.Chart, highest: number): void {
  valueAxis.minimum = 0;
  valueAxis.majorUnit = Math.max(1, Math.ceil(highest / mostMarks));
}

function drawTimeChart(
  sheet: Excel.Worksheet,
  { top, rows, below }: ChartPlace,
  { request, model }: ChartsDrawing,
): void {
  if (isLeftOut(sheet.context, 'charts')) return;
  const values = (column: number) => sheet.getRangeByIndexes(top, column, rows, 1);
  const counted = values(time + (model.measure === 'activities' ? 1 : 2));
  const chart = sheet.charts.add('ColumnClustered', counted, 'Columns');
  chart.name = chartNames.time;
  chart.title.text = timeTitle(request, model);
  chart.legend.visible = false;
  countFromZero(chart, Math.max(...model.series.points.map((point) => point[model.measure])));
  const series = chart.series.getItemAt(0);
  series.setValues(counted);
  series.name = coverageWords[request.language][model.measure === 'activities' ? 'activityCount' : 'occurrenceCount'];
  series.format.fill.setSolidColor(palette.accent);
  series.gapWidth = 60;
  series.setXAxisValues(values(time));
  chart.setPosition(sheet.getCell(below, figures), sheet.getCell(below + pictureRows - 1, sheetColumns - 1));
}
