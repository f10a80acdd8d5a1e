import type { ChartSeries, Rect, Sheet } from '../../model';
import { printRect, quoteSheetName } from '../../model/geometry/address';
import { rectOf } from '../../model/geometry/rect';
import type { RangeRef } from '../range/ref';

/** How a chart points at cells. */
export function chartFormula({ sheet, rect }: RangeRef): string {
  return `${quoteSheetName(sheet.name)}!${printRect(rect, true)}`;
}

function isText(sheet: Sheet, row: number, column: number): boolean {
  const value = sheet.cells.get(row, column)?.value ?? null;
  return typeof value === 'string' || value === null;
}

/** Series as Excel guesses them: a row of headings, a column of categories, the longer side along the categories. */
export function seriesOf({ sheet, rect }: RangeRef, by: 'Auto' | 'Rows' | 'Columns'): readonly ChartSeries[] {
  const byColumns = by === 'Columns' || (by === 'Auto' && rect.rows >= rect.columns);
  const hasHeading =
    rect.rows > 1 && rect.columns > 1 ? isText(sheet, rect.row, rect.column + 1) : isText(sheet, rect.row, rect.column);
  const hasLabels = rect.columns > 1 && isText(sheet, rect.row + (hasHeading ? 1 : 0), rect.column);
  const top = hasHeading ? 1 : 0;
  const left = hasLabels ? 1 : 0;
  const body: Rect = {
    row: rect.row + top,
    column: rect.column + left,
    rows: rect.rows - top,
    columns: rect.columns - left,
  };
  const headings: Rect = { ...body, row: rect.row, rows: 1 };
  const labels: Rect = { ...body, column: rect.column, columns: 1 };
  const count = byColumns ? body.columns : body.rows;
  return Array.from({ length: count }, (_, index): ChartSeries => {
    const values = byColumns
      ? { ...body, column: body.column + index, columns: 1 }
      : { ...body, row: body.row + index, rows: 1 };
    const name = byColumns ? rectOf(headings.row, headings.column + index) : rectOf(labels.row + index, labels.column);
    const isNamed = byColumns ? hasHeading : hasLabels;
    const isCategorised = byColumns ? hasLabels : hasHeading;
    return {
      name: isNamed ? sheet.text(name.row, name.column) : '',
      ...(isNamed ? { nameFormula: chartFormula({ sheet, rect: name }) } : {}),
      categories: isCategorised ? chartFormula({ sheet, rect: byColumns ? labels : headings }) : '',
      values: chartFormula({ sheet, rect: values }),
    };
  });
}
