import { applyLook, type Look } from '../report/looks';
import { isLeftOut } from '../refinements';
import { palette } from './palette';

/** The names of columns: of a table, and of the lists on a sheet that we build. */
export const headerLook: Look = { bold: true, color: palette.paper, fill: palette.accent };

/**
 * Queues how a table of ours looks, for whoever opens it: other programs draw no table styles of Excel's, so that
 * the header has a look of its own; on paper, lines part the cells.
 */
export function dressTable(sheet: Excel.Worksheet, table: Excel.Table, header: Excel.Range): void {
  table.style = 'TableStyleLight1';
  table.showBandedRows = true;
  applyLook(header.format, headerLook);
  if (!isLeftOut(sheet.context, 'page')) sheet.pageLayout.printGridlines = true;
}
