import type { CellValue } from '../cells/cell';
import { NEW_PIVOT, type PivotAxisField, type PivotDataField, type PivotDefinition } from './definition';
import { layOut, pivotWords, type PivotRecords, type PivotResult } from '.';

const field = (name: string, patch: Partial<PivotAxisField> = {}): PivotAxisField => ({
  field: name,
  name,
  subtotals: true,
  showAllItems: false,
  hiddenItems: [],
  sort: 'Ascending',
  ...patch,
});

const data = (name: string, patch: Partial<PivotDataField> = {}): PivotDataField => ({
  field: name,
  name: `Sum of ${name}`,
  summarizeBy: 'Sum',
  numberFormat: 'General',
  ...patch,
});

const definition = (patch: Partial<PivotDefinition>): PivotDefinition => ({
  name: 'PivotTable1',
  source: { kind: 'table', table: 'Source' },
  ...NEW_PIVOT,
  ...patch,
});

const records: PivotRecords = {
  fields: ['Region', 'City', 'Month', 'Sales', 'Units'],
  rows: [
    ['West', 'Vernon', 'Feb', 10, 1],
    ['East', 'Sorel', 'Jan', 5, 2],
    ['West', 'Hope', 'Jan', 7, 3],
    ['west', 'Hope', 'Feb', 1, 4],
    ['East', null, 'Feb', 2, 5],
  ],
};

/** The result as a page of text, one line a row, cells parted by `|`. */
function page(result: PivotResult): string[] {
  const grid = Array.from({ length: result.rows }, () => Array<CellValue>(result.columns).fill(null));
  for (const cell of result.cells) {
    expect(grid[cell.row]![cell.column]).toBeNull();
    grid[cell.row]![cell.column] = typeof cell.value === 'string' ? '  '.repeat(cell.indent) + cell.value : cell.value;
  }
  return grid.map((row) =>
    row.map((value) => (typeof value === 'object' ? (value?.error ?? '') : String(value))).join('|'),
  );
}

const english = pivotWords('en-US');
const geometry = ({ body, firstHeaderRow, firstDataRow, firstDataColumn }: PivotResult): unknown => [
  body.row,
  body.rows,
  body.columns,
  firstHeaderRow,
  firstDataRow,
  firstDataColumn,
];

describe('layOut', () => {
  const two = [field('Region'), field('City')];
  test.each<{ name: string; pivot: Partial<PivotDefinition>; page: string[]; geometry: number[] }>([
    {
      name: 'compact, subtotals on the outer lines',
      pivot: { rows: two, data: [data('Sales')] },
      page: [
        'Row Labels|Sum of Sales',
        'East|7',
        '  Sorel|5',
        '  (blank)|2',
        'West|18',
        '  Hope|8',
        '  Vernon|10',
        'Grand Total|25',
      ],
      geometry: [0, 8, 2, 1, 1, 1],
    },
    {
      name: 'outline with repeated labels, no subtotals',
      pivot: {
        layout: 'Outline',
        repeatLabels: true,
        rows: [field('Region', { subtotals: false }), field('City')],
        data: [data('Sales')],
        showColumnGrandTotals: false,
      },
      page: [
        'Region|City|Sum of Sales',
        'East||',
        'East|Sorel|5',
        'East|(blank)|2',
        'West||',
        'West|Hope|8',
        'West|Vernon|10',
      ],
      geometry: [0, 7, 3, 1, 1, 2],
    },
    {
      name: 'tabular with columns in calendar order, subtotals below',
      pivot: { layout: 'Tabular', rows: two, columns: [field('Month')], data: [data('Sales')] },
      page: [
        'Sum of Sales||Month||',
        'Region|City|Jan|Feb|Grand Total',
        'East|Sorel|5||5',
        '|(blank)||2|2',
        'East Total||5|2|7',
        'West|Hope|7|1|8',
        '|Vernon||10|10',
        'West Total||7|11|18',
        'Grand Total||12|13|25',
      ],
      geometry: [0, 9, 5, 1, 2, 2],
    },
    {
      name: 'tabular, labels repeated, no subtotals, empty cells filled with 0',
      pivot: {
        layout: 'Tabular',
        repeatLabels: true,
        emptyCellText: '0',
        rows: [field('Region', { subtotals: false }), field('City')],
        columns: [field('Month')],
        data: [data('Sales')],
        showRowGrandTotals: false,
      },
      page: [
        'Sum of Sales||Month|',
        'Region|City|Jan|Feb',
        'East|Sorel|5|0',
        'East|(blank)|0|2',
        'West|Hope|7|1',
        'West|Vernon|0|10',
        'Grand Total||12|13',
      ],
      geometry: [0, 7, 4, 1, 2, 2],
    },
    {
      name: 'several data fields without columns',
      pivot: {
        rows: [field('Region')],
        data: [data('Sales'), data('Units', { name: 'Units sold', summarizeBy: 'Max' })],
      },
      page: ['Row Labels|Sum of Sales|Units sold', 'East|7|5', 'West|18|4', 'Grand Total|25|5'],
      geometry: [0, 4, 3, 0, 1, 1],
    },
    {
      name: 'several data fields under columns',
      pivot: {
        layout: 'Tabular',
        rows: [field('Region')],
        columns: [field('Month')],
        data: [data('Sales'), data('Units', { name: 'U' })],
      },
      page: [
        '|Month|Values||||',
        '|Jan||Feb||Total Sum of Sales|Total U',
        'Region|Sum of Sales|U|Sum of Sales|U||',
        'East|5|2|2|5|7|7',
        'West|7|3|11|5|18|8',
        'Grand Total|12|5|13|10|25|15',
      ],
      geometry: [0, 6, 7, 1, 3, 1],
    },
    {
      name: 'two column fields with a subtotal column',
      pivot: { rows: [], columns: two, data: [data('Sales')] },
      page: [
        '|Column Labels||||||',
        '|East||East Total|West||West Total|Grand Total',
        '|Sorel|(blank)||Hope|Vernon||',
        'Sum of Sales|5|2|7|8|10|18|25',
      ],
      geometry: [0, 4, 8, 1, 3, 1],
    },
    {
      name: 'filters: one item, several, all; hidden items leave every total',
      pivot: {
        filters: [
          field('Month', { hiddenItems: ['Feb'] }),
          field('City', { hiddenItems: ['(blank)'] }),
          field('Units'),
        ],
        rows: [field('Region', { sort: 'Descending' })],
        data: [data('Sales')],
      },
      page: [
        'Month|Jan',
        'City|(Multiple Items)',
        'Units|(All)',
        '|',
        'Row Labels|Sum of Sales',
        'West|7',
        'East|5',
        'Grand Total|12',
      ],
      geometry: [4, 4, 2, 1, 1, 1],
    },
    {
      name: 'only data',
      pivot: { data: [data('Sales')] },
      page: ['Sum of Sales', '25'],
      geometry: [0, 2, 1, 1, 1, 0],
    },
    {
      name: 'only rows',
      pivot: { rows: [field('Region')] },
      page: ['Row Labels', 'East', 'West', 'Grand Total'],
      geometry: [0, 4, 1, 1, 1, 1],
    },
    {
      name: 'items with no data, zero where empty cells are not filled',
      pivot: {
        layout: 'Tabular',
        fillEmptyCells: false,
        rows: [field('Region', { subtotals: false }), field('Month', { showAllItems: true })],
        columns: [],
        data: [data('Sales', { summarizeBy: 'Count', name: 'n' })],
        filters: [field('City', { hiddenItems: ['Sorel'] })],
      },
      page: [
        'City|(Multiple Items)|',
        '||',
        'Region|Month|n',
        'East|Jan|0',
        '|Feb|1',
        'West|Jan|1',
        '|Feb|2',
        'Grand Total||4',
      ],
      geometry: [2, 6, 3, 1, 1, 2],
    },
    {
      name: 'manual order: named items first',
      pivot: { rows: [field('City', { sort: 'Manual', order: ['Vernon', 'Sorel'] })], data: [data('Sales')] },
      page: ['Row Labels|Sum of Sales', 'Vernon|10', 'Sorel|5', 'Hope|8', '(blank)|2', 'Grand Total|25'],
      geometry: [0, 6, 2, 1, 1, 1],
    },
  ])('$name', ({ pivot, page: expected, geometry: at }) => {
    const result = layOut(definition(pivot), records, english);
    expect(page(result)).toEqual(expected);
    expect(geometry(result)).toEqual(at);
  });

  test('lines carry item positions for the file, hidden items counted', () => {
    const result = layOut(
      definition({
        layout: 'Tabular',
        rows: [field('Region'), field('City', { hiddenItems: ['Hope'] })],
        data: [data('Sales')],
      }),
      records,
      english,
    );
    expect(result.rowLines).toEqual([
      { kind: 'data', items: [0, 1], data: 0 },
      { kind: 'data', items: [0, 3], data: 0 },
      { kind: 'subtotal', items: [0], data: 0 },
      { kind: 'data', items: [1, 2], data: 0 },
      { kind: 'subtotal', items: [1], data: 0 },
      { kind: 'grand', items: [], data: 0 },
    ]);
    expect(result.fields[1]).toMatchObject({
      items: ['Vernon', 'Sorel', 'Hope', null],
      order: [2, 1, 0, 3],
      hidden: new Set([0]),
    });
  });

  test('French words, a date axis under its format, and a total that names a date', () => {
    const result = layOut(
      definition({
        layout: 'Tabular',
        rows: [field('Jour'), field('Ville')],
        data: [data('Visites', { name: 'Somme de Visites', numberFormat: '0.0' })],
      }),
      {
        fields: ['Jour', 'Ville', 'Visites'],
        formats: ['yyyy-mm-dd', 'General', 'General'],
        rows: [
          [44349, 'Laval', 2],
          [44348, 'Laval', 1],
        ],
      },
      pivotWords('fr-CA'),
    );
    expect(page(result)).toEqual([
      'Jour|Ville|Somme de Visites',
      '44348|Laval|1',
      'Total 2021-06-01||1',
      '44349|Laval|2',
      'Total 2021-06-02||2',
      'Total général||3',
    ]);
    expect(result.cells.filter((cell) => cell.numberFormat).map((cell) => cell.numberFormat)).toEqual([
      ...['yyyy-mm-dd', '0.0', '0.0'],
      ...['yyyy-mm-dd', '0.0', '0.0'],
      '0.0',
    ]);
  });

  test.each([
    ['Sum', 6, { error: '#N/A' }],
    ['Count', 3, 2],
    ['CountNumbers', 2, 1],
    ['Average', 3, { error: '#N/A' }],
    ['Max', 4, { error: '#N/A' }],
    ['Min', 2, { error: '#N/A' }],
    ['Product', 8, { error: '#N/A' }],
  ] as const)('%s over text, blanks and errors', (summarizeBy, first, second) => {
    const result = layOut(
      definition({ rows: [field('k')], data: [data('v', { summarizeBy })], showColumnGrandTotals: false }),
      {
        fields: ['k', 'v'],
        rows: [
          ['a', 2],
          ['a', 'text'],
          ['a', 4],
          ['a', null],
          ['b', 1],
          ['b', { error: '#N/A' }],
        ],
      },
      english,
    );
    expect(result.cells.filter((cell) => cell.role === 'value').map((cell) => cell.value)).toEqual([first, second]);
  });

  test('plan numbers sort as text; numbers before text, then booleans, blanks last', () => {
    const values: CellValue[] = ['1.1.2 b', null, true, '1.1.10 a', 12, 'é', 'Z', 2, false, 'e'];
    const result = layOut(
      definition({ rows: [field('k')], data: [] }),
      { fields: ['k'], rows: values.map((value) => [value]) },
      english,
    );
    expect(result.cells.filter((cell) => cell.role === 'rowLabel').map((cell) => cell.value)).toEqual([
      ...[2, 12, '1.1.10 a', '1.1.2 b', 'e', 'é', 'Z', false, true, '(blank)'],
    ]);
  });

  test('an empty PivotTable keeps the room of its placeholder', () => {
    const result = layOut(definition({}), records, english);
    expect([result.rows, result.columns, result.cells, result.rowLines]).toEqual([18, 3, [], []]);
  });

  test('a field that the source does not have is refused', () => {
    expect(() => layOut(definition({ rows: [field('Nowhere')] }), records, english)).toThrow('"Nowhere"');
  });
});
