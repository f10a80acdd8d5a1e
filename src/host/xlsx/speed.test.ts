import { Workbook } from '../model';
import { openXlsx, saveXlsx } from '.';

/** Seconds to open and to save a sheet of so many rows of twelve cells, one of which has changed. */
function seconds(rows: number): { readonly open: number; readonly save: number } {
  const workbook = Workbook.blank();
  const sheet = workbook.activeSheet;
  workbook.load(() => {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < 12; column++) {
        const value =
          column < 3 ? 44_000 + ((row * column) % 900) : `texte ${column} ${column === 4 ? row : row % 700}`;
        sheet.putCell(row, column, { value, style: 0 });
      }
    }
  });
  const bytes = saveXlsx(workbook);
  const started = performance.now();
  const opened = openXlsx(bytes);
  const read = performance.now();
  opened.activeSheet.putCell(0, 0, { value: 'changed', style: 0 });
  const changed = performance.now();
  saveXlsx(opened);
  return { open: (read - started) / 1000, save: (performance.now() - changed) / 1000 };
}

const SIZE = Number(process.env.XLSX_ROWS ?? 10_000);

test('opening and saving take time in proportion to the cells', () => {
  seconds(1_000);
  const small = seconds(SIZE / 4);
  const large = seconds(SIZE);
  if (process.env.XLSX_ROWS) process.stdout.write(`${SIZE} rows × 12: ${JSON.stringify(large)}\n`);
  // Four times the cells: twelve times the time leaves room for a busy machine, not for a square.
  expect(large.open).toBeLessThan(12 * small.open + 1);
  expect(large.save).toBeLessThan(12 * small.save + 1);
}, 120_000);
