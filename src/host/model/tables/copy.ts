import { freeName } from '../formulas/names';
import type { Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';
import { Table } from './table';

/** A table as another one, elsewhere and under the next free name, over cells that are copied already. */
export function copyTable(table: Table, sheet: Sheet, rect: Rect): Table {
  const { workbook } = sheet;
  const { columns, style, filters, showHeaders, showTotals, showFilterButton } = table;
  const { showBandedRows, showBandedColumns, highlightFirstColumn, highlightLastColumn } = table;
  const name = freeName(table.name, (candidate) => workbook.tableByName(candidate) !== undefined);
  const made = new Table(sheet, workbook.nextTableId(), {
    ...{ name, rect, columns, style, filters, showHeaders, showTotals, showFilterButton },
    ...{ showBandedRows, showBandedColumns, highlightFirstColumn, highlightLastColumn },
  });
  sheet.update({ tables: [...sheet.tables, made] });
  workbook.tell((origin) => ({ kind: 'table', what: 'added', sheet: sheet.id, table: made.id, origin }));
  return made;
}
