import { Workbook, type ConditionalRule, type Rect } from '../../host/model';
import { SheetView } from './sheet-view';

const column: Rect = { row: 0, column: 0, rows: 5, columns: 1 };
const red = { font: { color: '#C00000' } };

/** What a rule does to 1, 2, 3, `x` and an empty cell. */
function applied(rule: ConditionalRule) {
  const workbook = Workbook.blank({ locale: 'fr-CA' });
  const sheet = workbook.activeSheet;
  sheet.write(column, [[1], [2], [3], ['x'], [null]], 'values');
  sheet.conditionalFormats.add(column, rule);
  const view = new SheetView(sheet);
  return [0, 1, 2, 3, 4].map((row) => view.cell(row, 0));
}

describe('conditional formats', () => {
  it.each<[string, ConditionalRule, boolean[]]>([
    [
      'a formula of its own',
      { type: 'custom', formula: 'AND(ISNUMBER(A1),A1>=2)', format: red },
      [false, true, true, false, false],
    ],
    [
      'a formula of the row',
      { type: 'custom', formula: 'MOD(ROW(),2)=0', format: red },
      [false, true, false, true, false],
    ],
    [
      'a formula over a range',
      { type: 'custom', formula: 'A1=MAX($A$1:$A$5)', format: red },
      [false, false, true, false, false],
    ],
    [
      'a comparison',
      { type: 'cellValue', operator: 'LessThan', formula1: '3', format: red },
      [true, true, false, false, true],
    ],
    [
      'a comparison with a cell',
      { type: 'cellValue', operator: 'equal', formula1: '$A$2', format: red },
      [false, true, false, false, false],
    ],
    [
      'between',
      { type: 'cellValue', operator: 'between', formula1: '2', formula2: '3', format: red },
      [false, true, true, false, false],
    ],
    [
      'a text',
      { type: 'containsText', operator: 'Contains', text: 'X', format: red },
      [false, false, false, true, false],
    ],
  ])('%s', (_, rule, expected) => {
    expect(applied(rule).map((cell) => cell?.look.color === '#C00000')).toEqual(expected);
  });

  it('draws bars from zero to the largest', () => {
    const bars = applied({ type: 'dataBar', color: '#5B9BD5', showValue: false });
    expect(bars.map((cell) => cell?.conditioned?.bar?.fraction)).toEqual([1 / 3, 2 / 3, 1, undefined, undefined]);
    expect(bars.map((cell) => cell?.text)).toEqual(['', '', '', 'x', '']);
  });

  it('draws icons by thresholds', () => {
    const thresholds = ['0', '33', '67'].map((value) => ({ type: 'percent', value }));
    const icons = applied({ type: 'iconSet', icons: '3TrafficLights1', thresholds, showValue: true, reverse: false });
    expect(icons.map((cell) => cell?.conditioned?.icon?.name)).toEqual([
      'red',
      'yellow',
      'green',
      undefined,
      undefined,
    ]);
  });
});
