import { HostError } from '../../errors';
import { freeName } from '../formulas/names';
import { endRow, MAX_ROWS, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';
import { Table } from './table';
import { checkTablePlace } from './place';

const DEFAULT_TABLE_STYLE = 'TableStyleMedium2';

/**
 * Makes a table of a range. Without headers a row of them is put in and the data moves down a row; a range of one row
 * gets a blank body row. `InvalidOperation` for an overlap, `InvalidArgument` for a name that Excel refuses.
 */
export function createTable(sheet: Sheet, rect: Rect, hasHeaders: boolean, name?: string, id?: number): Table {
  const { workbook } = sheet;
  const extent = hasHeaders && rect.rows > 1 ? rect : { ...rect, rows: rect.rows + 1 };
  if (!workbook.isLoading) checkTablePlace(sheet, extent, null);
  if (name !== undefined && !workbook.isLoading) workbook.names.checkFreeForTable(name);
  const given = name ?? freeName(workbook.words.table, (candidate) => workbook.tableByName(candidate) !== undefined);
  if (!hasHeaders && !workbook.isLoading) moveDownOne(sheet, rect);
  const table = new Table(sheet, workbook.nextTableId(id), {
    name: given,
    rect: extent,
    columns: [],
    style: DEFAULT_TABLE_STYLE,
    filters: [],
    showHeaders: true,
    showTotals: false,
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    showFilterButton: true,
  });
  sheet.update({ tables: [...sheet.tables, table] });
  table.takeHeaders();
  workbook.tell((origin) => ({ kind: 'table', what: 'added', sheet: sheet.id, table: table.id, origin }));
  return table;
}

function moveDownOne(sheet: Sheet, rect: Rect): void {
  const below: Rect = { ...rect, row: endRow(rect), rows: 1 };
  if (endRow(rect) >= MAX_ROWS || sheet.cells.hasContentIn(below)) {
    throw new HostError('InvalidOperation', 'There is no blank row below the data for a table with a new header row.');
  }
  const { cells } = sheet;
  for (const { row, column, cell } of [...cells.within(rect)].toReversed()) {
    cells.set(row + 1, column, cell);
    cells.set(row, column, undefined);
  }
}
