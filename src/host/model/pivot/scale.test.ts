import { layOut, pivotWords, type PivotRecords } from '.';
import type { PivotDefinition } from './definition';

const axis = (field: string) => ({
  field,
  name: field,
  subtotals: true,
  showAllItems: false,
  hiddenItems: [],
  sort: 'Ascending' as const,
});

const definition: PivotDefinition = {
  name: 'P',
  source: { kind: 'table', table: 'T' },
  rows: [axis('Objective'), axis('Strategy'), axis('Action')],
  columns: [axis('Month')],
  filters: [axis('Owner')],
  sliced: [],
  data: [
    { field: 'Activities', name: 'Sum', summarizeBy: 'Sum', numberFormat: '0' },
    { field: 'Activities', name: 'Average', summarizeBy: 'Average', numberFormat: '0.0' },
  ],
  layout: 'Tabular',
  repeatLabels: true,
  showRowGrandTotals: true,
  showColumnGrandTotals: true,
  fillEmptyCells: true,
  emptyCellText: '',
  autoFormat: false,
  preserveFormatting: true,
  refreshOnOpen: true,
  style: 'PivotStyleLight16',
  altTextTitle: '',
  altTextDescription: '',
};

function records(count: number): PivotRecords {
  const fields = [
    'No',
    'Objective',
    'Strategy',
    'Action',
    'Owner',
    'Month',
    'Quarter',
    'Date',
    'Activities',
    'Occurrences',
  ];
  const rows = Array.from({ length: count }, (_, n) => {
    const action = n % 2000;
    const month = (n * 7) % 24;
    return [
      `${action}`,
      `Objective ${action % 10}`,
      `Strategy ${action % 100}`,
      `Action ${action}`,
      `Owner ${n % 13}`,
      `2021-${month}`,
      `Q${month % 4}`,
      44000 + (n % 700),
      n % 3,
      1,
    ];
  });
  return { fields, rows };
}

test('lays out 100,000 records of 10 fields', () => {
  const big = records(100_000);
  const result = layOut(definition, big, pivotWords('fr-CA'));
  const total = big.rows.reduce((sum, row) => sum + Number(row[8]), 0);
  expect(result.cells.findLast((cell) => cell.role === 'grandTotal')!.value).toBeCloseTo(total / big.rows.length);
});
