import { tinted } from './colour';
import { compose, cssOf } from './look';
import { pivotLayer } from './pivot-style';
import { tableLayer, type StyledTable } from './table-style';
import { Workbook } from '../../host/model';

const table: StyledTable = {
  style: 'TableStyleMedium2',
  rect: { row: 0, column: 0, rows: 5, columns: 3 },
  showHeaders: true,
  showTotals: true,
  showBandedRows: true,
  showBandedColumns: false,
  highlightFirstColumn: true,
  highlightLastColumn: false,
};

it.each([
  ['#4472C4', 0.8, '#DAE3F3'],
  ['#4472C4', -0.25, '#2F5597'],
  ['#000000', 0.5, '#808080'],
  ['#ED7D31', 0, '#ED7D31'],
])('%s made lighter by %d is %s', (colour, tint, expected) => {
  expect(tinted(colour, tint)).toBe(expected);
});

describe('tableLayer', () => {
  it('paints header, bands, first column and totals', () => {
    const fills = [0, 1, 2, 3, 4].map((row) => tableLayer(table, row, 1).fill);
    expect(fills).toEqual(['#4472C4', '#DAE3F3', undefined, '#DAE3F3', undefined]);
    expect([0, 1, 4].map((row) => tableLayer(table, row, 0).bold)).toEqual([true, true, true]);
    expect(tableLayer(table, 0, 1).color).toBe('#FFFFFF');
    expect(tableLayer(table, 4, 1).borders?.top).toEqual({ line: 'double', color: '#4472C4' });
  });

  it.each([null, 'None', 'TableStyleMedium0', 'MyStyle'])('leaves the cells of %s alone', (style) => {
    expect(tableLayer({ ...table, style }, 1, 1)).toEqual({});
  });
});

describe('pivotLayer', () => {
  it('paints the headers, subtotals and grand total of the style a new PivotTable gets', () => {
    const layers = (['header', 'lastHeader', 'data', 'subtotal', 'grand'] as const).map((kind) =>
      pivotLayer('PivotStyleLight16', kind),
    );
    const line = { line: 'thin', color: '#8FAADC' };
    expect(layers).toEqual([
      { bold: true, fill: '#DAE3F3' },
      { bold: true, fill: '#DAE3F3', borders: { bottom: line } },
      {},
      { bold: true },
      { bold: true, fill: '#DAE3F3', borders: { top: line } },
    ]);
  });

  it('paints others in the colour of their number, and leaves what it does not know', () => {
    expect(pivotLayer('PivotStyleMedium10', 'header')).toEqual({ bold: true, fill: '#ED7D31', color: '#FFFFFF' });
    expect(pivotLayer('Maison', 'header')).toEqual({});
  });
});

describe('compose', () => {
  const { styles } = Workbook.blank();
  const plain = styles.get(0);

  it('puts the cell’s own style over its table, and conditional formats over all', () => {
    const own = { ...plain, fill: '#FFE699', font: { ...plain.font, color: '#111111' } };
    const look = compose(own, [{ fill: '#4472C4', color: '#FFFFFF', bold: true }], [{ color: '#C00000' }]);
    expect([look.fill, look.color, look.bold]).toEqual(['#FFE699', '#C00000', true]);
    expect(compose(plain, [{ color: '#FFFFFF' }], []).color).toBe('#FFFFFF');
  });

  it('draws each edge by itself', () => {
    const { box, covers } = cssOf(
      compose({ ...plain, borders: { bottom: { line: 'medium', color: '#123456' } } }, [], []),
    );
    expect([covers, box.borderBottom, box.borderTop]).toEqual([true, '2px solid #123456', '0 none']);
  });
});
