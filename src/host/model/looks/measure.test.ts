import { rectOf, Workbook } from '..';
import { lineHeight, textWidth, unwrappedWidth, wrappedHeight } from './measure';
import { DEFAULT_FONT } from './styles';

const arial = { ...DEFAULT_FONT, name: 'Arial', size: 10 };
const lines = (text: string, width: number): number =>
  wrappedHeight([{ text, font: DEFAULT_FONT }], width) / lineHeight(DEFAULT_FONT);

test.each([
  ['Calibri', 11, 15],
  ['Arial', 10, 13.5],
  ['Calibri', 14, 18.75],
])('a line of %s %i is %d points high', (name, size, expected) => expect(lineHeight({ name, size })).toBe(expected));

test.each([
  ['', 100, 1],
  ['court', 100, 1],
  ['un\ndeux\r\ntrois', 100, 3],
  ['un\n', 100, 2],
  ['deux mots', 30, 2],
  ['anticonstitutionnellement', 40, 4],
  ['très-long', 28, 2],
])('%j at %i points takes %i lines', (text, width, expected) => expect(lines(text, width)).toBe(expected));

it('never takes fewer lines in a narrower column', () => {
  const text = 'Poursuivre nos échanges avec les ordres professionnels et les établissements ; en rendre compte.';
  const heights = [400, 300, 200, 100, 50, 20].map((width) => lines(text, width));
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
});

it('measures bold wider, and the widest line', () => {
  expect(textWidth('Objectif', { ...arial, bold: true })).toBeGreaterThan(textWidth('Objectif', arial));
  expect(unwrappedWidth([{ text: 'a\nObjectif\nb', font: arial }])).toBe(textWidth('Objectif', arial));
});

describe('autofit', () => {
  const long = 'Poursuivre nos échanges avec les ordres professionnels. '.repeat(3);

  it('fits wrapped rows, ignores merged cells, stops at 409 points', () => {
    const sheet = Workbook.blank().activeSheet;
    sheet.columns.setWidth(0, 1, 150);
    sheet.write(rectOf(0, 0, 4, 1), [[long], ['court'], [long], [long.repeat(40)]], 'values');
    sheet.styles.change(rectOf(0, 0, 4, 1), { wrap: true });
    sheet.merges.merge(rectOf(2, 0, 1, 2));
    sheet.rows.setHeight(1, 1, 90);
    sheet.rows.autofit(rectOf(0, 0, 4, 1));
    expect([0, 1, 2, 3].map((row) => sheet.rows.height(row))).toEqual([90, 15, 15, 409]);
  });

  it('grows and lowers rows without a height of their own, when wrapped text is entered', () => {
    const sheet = Workbook.blank().activeSheet;
    const heights = (): number[] => [0, 1, 2, 3].map((row) => sheet.rows.height(row));
    sheet.columns.setWidth(0, 1, 150);
    sheet.styles.change(rectOf(0, 0, 3, 1), { wrap: true });
    sheet.rows.setHeight(1, 1, 20);
    sheet.write(rectOf(0, 0, 4, 1), [[long], [long], ['court'], [long]], 'values');
    const grown = heights();
    sheet.write(rectOf(0, 0), [['court']], 'values');
    expect([grown, heights()]).toEqual([
      [90, 20, 15, 15],
      [15, 20, 15, 15],
    ]);
  });

  it('fits columns to what they show', () => {
    const sheet = Workbook.blank().activeSheet;
    sheet.write(
      rectOf(0, 0, 2, 2),
      [
        ['Objectif stratégique', 1],
        ['x', 2],
      ],
      'values',
    );
    sheet.columns.autofit(rectOf(0, 0, 2, 3));
    const shown = textWidth('Objectif stratégique', DEFAULT_FONT);
    expect(sheet.columns.width(0)).toBeGreaterThan(shown);
    expect(sheet.columns.width(0)).toBeLessThan(shown + 6);
    expect([sheet.columns.width(1) < 48, sheet.columns.width(2)]).toEqual([true, 48]);
  });
});
