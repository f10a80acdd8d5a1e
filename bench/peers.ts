import ExcelJS from 'exceljs';
import type { ReportSheet } from '../src/report';

/** A report written as beginners write one: each cell a range with its value and its format. One sync at the end. */
export async function writeCellByCell({ rows }: ReportSheet): Promise<void> {
  // eslint-disable-next-line no-restricted-globals -- the peer is code that speaks Office.js directly
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    rows.forEach(({ cells, height }, row) => {
      cells.forEach(({ text, style }, column) => {
        const cell = sheet.getCell(row, column);
        cell.numberFormat = [['@']];
        cell.values = [[`'${text}`]];
        cell.format.wrapText = true;
        cell.format.font.bold = style === 'activity' || style === 'strategy';
        cell.format.rowHeight = height;
      });
    });
    await context.sync();
  });
}

/** The same report written by the usual library to the bytes of a file. */
export async function writeWithExcelJs({ rows, columns }: ReportSheet): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Rapport');
  sheet.columns = columns.map(({ width }) => ({ width: width / 5.25 }));
  for (const { cells, height } of rows) {
    const row = sheet.addRow(cells.map(({ text }) => text));
    row.height = height;
    cells.forEach(({ style }, column) => {
      const cell = row.getCell(column + 1);
      cell.font = { name: 'Arial', size: 9, bold: style === 'activity' || style === 'strategy' };
      cell.alignment = { wrapText: true, vertical: 'top' };
    });
  }
  await workbook.xlsx.writeBuffer();
}
