import { parseReference } from '../../host/model/geometry/address';
import type { ChartDefinition, Sheet, Workbook } from '../../host/model';
import { endColumn, endRow } from '../../host/model/geometry/rect';
import { theme } from './colour';

export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly color: string; readonly values: readonly number[] }[];
}

/** Reads the cells a chart shows. A reference that leads nowhere gives no values. */
export function chartData(workbook: Workbook, definition: ChartDefinition): ChartData {
  const [firstSeries] = definition.series;
  return {
    categories: firstSeries
      ? read(workbook, firstSeries.categories, (sheet, row, column) => sheet.text(row, column))
      : [],
    series: definition.series.map((series, index) => ({
      name: nameOf(workbook, series.nameFormula) ?? series.name,
      color: series.color ?? theme.accents[index % theme.accents.length] ?? theme.dark,
      values: read(workbook, series.values, (sheet, row, column) => {
        const value = sheet.cells.get(row, column)?.value;
        return typeof value === 'number' ? value : 0;
      }),
    })),
  };
}

function nameOf(workbook: Workbook, formula: string | undefined): string | undefined {
  if (formula === undefined) return undefined;
  return read(workbook, formula, (sheet, row, column) => sheet.text(row, column))[0];
}

function read<T>(workbook: Workbook, formula: string, of: (sheet: Sheet, row: number, column: number) => T): T[] {
  const reference = parseReference(formula.replace(/^=/, ''));
  const sheet = reference?.sheet === undefined ? undefined : workbook.sheetByName(reference.sheet);
  if (!reference || !sheet) return [];
  const found: T[] = [];
  for (let row = reference.rect.row; row < endRow(reference.rect); row += 1)
    for (let column = reference.rect.column; column < endColumn(reference.rect); column += 1)
      found.push(of(sheet, row, column));
  return found;
}

/** Round steps for an axis from zero (or below) to the largest value: about five lines. */
export function axisTicks(low: number, high: number): number[] {
  const span = Math.max(high, 0) - Math.min(low, 0);
  if (span <= 0) return [0, 1];
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? power * 10;
  const ticks: number[] = [];
  for (let tick = Math.floor(Math.min(low, 0) / step); tick <= Math.ceil(Math.max(high, 0) / step); tick += 1)
    ticks.push(tick * step);
  return ticks;
}
