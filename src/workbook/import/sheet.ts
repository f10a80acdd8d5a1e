import type { CellArea, SheetCell, SheetCells } from '../../import';
import { askDateSystem } from '../contract/dateSystem';
import { refuse } from '../result';
import { fromSerial } from '../contract/serial';
import { textOf, type Block, type CellValue } from '../contract/values';

/** More cells than this are not a report that people keep by hand. */
const mostCells = 60_000;

/**
 * What the active sheet shows, as plain data. Two syncs: to see how much of it is used, to read that.
 * `tooLarge` for more cells than an answer of Excel may hold, `date1904` where days are counted otherwise.
 */
export async function readActiveSheet(context: Excel.RequestContext): Promise<SheetCells> {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  const used = sheet.getUsedRangeOrNullObject(true);
  sheet.load('name');
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  const dates = askDateSystem(context);
  await context.sync();
  dates.check();
  if (used.isNullObject) return { sheet: sheet.name, row: 0, column: 0, rows: [], merges: [] };
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  if (rowCount * columnCount > mostCells) throw refuse('tooLarge', {});
  const cells = sheet.getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount);
  cells.load('values,text,numberFormat');
  const bold = cells.getCellProperties({ format: { font: { bold: true } } });
  const merged = stripsOf({ row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount }).map(
    ({ row, column, rows, columns }) => {
      const areas = sheet.getRangeByIndexes(row, column, rows, columns).getMergedAreasOrNullObject();
      return areas.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
    },
  );
  await context.sync();
  return {
    sheet: sheet.name,
    row: rowIndex,
    column: columnIndex,
    rows: cells.values.map((row, r) =>
      row.map((value, c) =>
        cellOf(
          value as CellValue,
          cells.text[r]?.[c] ?? '',
          String(cells.numberFormat[r]?.[c] ?? ''),
          bold.value[r]?.[c]?.format?.font?.bold === true,
        ),
      ),
    ),
    merges: wholeAreas(merged.flatMap((strip) => (strip.isNullObject ? [] : strip.areas.items.map(areaOf)))),
  };
}

/** Excel gives 512 merged areas of a range and fails at more: so many cells hold no more. */
const cellsInStrip = 1_024;

/** Strips of a rectangle, each over a half of the one before: an area that is higher than that is seldom merged. */
function stripsOf({ row, column, rows, columns }: Block): readonly Block[] {
  const height = Math.max(1, Math.floor(cellsInStrip / columns));
  const step = Math.ceil(height / 2);
  const count = Math.max(1, Math.ceil((rows - height) / step) + 1);
  return Array.from({ length: count }, (_, index) => {
    const start = index * step;
    return { row: row + start, column, rows: Math.min(height, rows - start), columns };
  });
}

/** Each area once, as its largest part that was given. */
function wholeAreas(areas: readonly CellArea[]): readonly CellArea[] {
  const byCorner = new Map<string, CellArea>();
  for (const area of areas) {
    const corner = `${area.row}:${area.column}`;
    const known = byCorner.get(corner);
    if (!known || known.rows * known.columns < area.rows * area.columns) byCorner.set(corner, area);
  }
  return [...byCorner.values()];
}

function cellOf(value: CellValue, shown: string, format: string, bold: boolean): SheetCell | null {
  if (value === '') return null;
  const day = typeof value === 'number' && isDateFormat(format) ? fromSerial(Math.floor(value)) : null;
  // A column too narrow for its number or date shows number signs: its value says more.
  const text = /^#+$/.test(shown) ? (day ?? textOf(value)) : shown;
  return { runs: [{ text, bold, italic: false }], ...(day === null ? {} : { day }) };
}

/** True for a format of Excel's, in its en-US codes, that shows a day: quoted text and colours are not codes. */
function isDateFormat(format: string): boolean {
  const codes = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  return codes.includes('d') && /[my]/.test(codes);
}

function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): CellArea {
  return { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
}
