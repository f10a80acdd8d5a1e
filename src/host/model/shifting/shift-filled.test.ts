import { randomFrom } from '../../../../test/support/generator';
import { person, sheetOf } from '../testing';
import { rectOf, MAX_COLUMNS, MAX_ROWS, type Rect } from '../geometry/rect';
import { deleteCells, insertCells } from './insert';
import { shiftOf } from './shift-rect';
import { shiftReferences } from './shift-references';

const ROWS = 40;

/** Formulas of another sheet in one of its rows (1-based), filled down. */
const filled = (row: number): string[] => [
  `Feuil1!$C${row}&Feuil1!D${row + 3}`,
  `SUM(Feuil1!B${row}:C${row + 5})+$A${row}`,
  `SUM(Feuil1!$B$12:B${row})`,
  `IF(Feuil1!$B$9="","B7",Feuil1!B$20)`,
  `SUM(Feuil1!${row}:${row + 1})`,
];

const gaps: readonly (readonly [string, (row: number, rows: number) => Rect, 'row' | 'column'])[] = [
  ['whole rows', (row, rows) => rectOf(row, 0, rows, MAX_COLUMNS), 'row'],
  ['rows of some columns', (row, rows) => rectOf(row, 2, rows, 2), 'row'],
  ['whole columns', (row, rows) => rectOf(0, row % 4, MAX_ROWS, rows), 'column'],
  ['columns of some rows', (row, rows) => rectOf(row, 1, 8, rows), 'column'],
];

test.each(gaps)('formulas filled down follow %s as each by itself would', (_description, gapAt, axis) => {
  const random = randomFrom(7);
  for (let round = 0; round < 12; round++) {
    const gap = gapAt(Math.floor(random() * (ROWS + 10)), 1 + Math.floor(random() * 3));
    const isPutIn = random() < 0.5;
    const sheet = sheetOf();
    const { workbook } = sheet;
    workbook.transact(person, () => {
      const other = workbook.addSheet('Autre');
      const lines = Array.from({ length: ROWS }, (_, row) => filled(row + 1).map((formula) => `=${formula}`));
      other.write(rectOf(0, 0, ROWS, 5), lines, 'formulas');
    });
    const shift = shiftOf(gap, axis, isPutIn ? 1 : -1);
    workbook.transact(person, () => (isPutIn ? insertCells : deleteCells)(sheet, gap, axis));
    const other = workbook.sheetByName('Autre')!;
    const found = Array.from({ length: ROWS }, (_, row) =>
      [0, 1, 2, 3, 4].map((c) => other.cells.get(row, c)?.formula),
    );
    const wanted = Array.from({ length: ROWS }, (_, row) =>
      filled(row + 1).map((formula) => shiftReferences(formula, 'Autre', 'Feuil1', shift)),
    );
    expect({ gap, isPutIn, found }).toEqual({ gap, isPutIn, found: wanted });
  }
});
