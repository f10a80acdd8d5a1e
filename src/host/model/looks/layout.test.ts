import { rectOf, type Sheet } from '..';
import { codeOf, put, sheetOf, valuesIn } from '../testing';

describe('merged areas', () => {
  it('keep the top left content only and take no other', () => {
    const sheet = sheetOf([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    sheet.merges.merge(rectOf(0, 0, 2, 2));
    put(sheet, rectOf(0, 0, 2, 2), [
      ['w', 'x'],
      ['y', 'z'],
    ]);
    expect([sheet.merges.at(1, 1), valuesIn(sheet, rectOf(0, 0, 2, 2))]).toEqual([
      rectOf(0, 0, 2, 2),
      [
        ['w', null],
        [null, null],
      ],
    ]);
    expect(codeOf(() => sheet.merges.merge(rectOf(1, 1, 2, 2)))).toBe('InvalidOperation');
    sheet.merges.unmerge(rectOf(1, 1));
    expect(sheet.merges.at(0, 0)).toBeUndefined();
  });

  it('may be made row by row', () => {
    const sheet = sheetOf();
    sheet.merges.merge(rectOf(0, 0, 2, 3), true);
    expect(sheet.merges.areas).toEqual([rectOf(0, 0, 1, 3), rectOf(1, 0, 1, 3)]);
  });
});

describe('styles of columns and rows', () => {
  const bold = { font: { bold: true } };
  const isBold = (sheet: Sheet, row: number, column: number): boolean =>
    sheet.workbook.styles.get(sheet.styles.at(row, column)).font.bold;

  it('hold for cells that exist, that come, and where a styled row crosses', () => {
    const sheet = sheetOf([['a']]);
    sheet.styles.change(rectOf(3, 0, 1, 16_384), { wrap: true });
    sheet.styles.change(rectOf(0, 0, 1_048_576, 2), bold);
    put(sheet, rectOf(9, 1), [['x']]);
    expect([isBold(sheet, 0, 0), isBold(sheet, 9, 1), isBold(sheet, 3, 1), isBold(sheet, 3, 2)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect([...sheet.columns.spans]).toEqual([{ first: 0, last: 1, hidden: false, style: sheet.columns.styleAt(0) }]);
    expect(sheet.workbook.styles.get(sheet.styles.at(3, 0)).wrap).toBe(true);
  });

  it('keep a styled column where a row is styled after it', () => {
    const sheet = sheetOf();
    sheet.styles.change(rectOf(0, 1, 1_048_576, 1), bold);
    sheet.styles.change(rectOf(2, 0, 1, 16_384), { wrap: true });
    expect([isBold(sheet, 2, 0), isBold(sheet, 2, 1), isBold(sheet, 3, 1)]).toEqual([false, true, true]);
  });

  it('cut and join spans of columns', () => {
    const sheet = sheetOf();
    sheet.columns.setWidth(0, 10, 100);
    sheet.columns.setWidth(3, 2, 50);
    sheet.columns.setHidden(9, 3, true);
    expect([...sheet.columns.spans]).toEqual([
      { first: 0, last: 2, width: 100, hidden: false, style: 0 },
      { first: 3, last: 4, width: 50, hidden: false, style: 0 },
      { first: 5, last: 8, width: 100, hidden: false, style: 0 },
      { first: 9, last: 9, width: 100, hidden: true, style: 0 },
      { first: 10, last: 11, hidden: true, style: 0 },
    ]);
    expect([2, 3, 9, 12].map((column) => sheet.columns.width(column))).toEqual([100, 50, 0, 48]);
  });
});
