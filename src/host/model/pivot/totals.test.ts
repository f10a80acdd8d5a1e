import { fc } from '../../../../test/support/properties';
import { layOut, pivotWords, type PivotRecords, type PivotResult } from '.';
import type { CellValue } from '../cells/cell';
import type { PivotAxisField, PivotDefinition } from './definition';

const names = ['a', 'b', 'c', 'd'] as const;

const value = fc.oneof<fc.Arbitrary<CellValue>[]>(
  fc.constantFrom('x', 'X', 'y', '1.1', null, true),
  fc.integer({ min: 0, max: 3 }),
);
const records: fc.Arbitrary<PivotRecords> = fc
  .array(fc.tuple(value, value, value, value, fc.integer({ min: -5, max: 5 })), { minLength: 1, maxLength: 40 })
  .map((rows) => ({ fields: [...names, 'n'], rows }));

const field = fc.record<Omit<PivotAxisField, 'field' | 'name'>>({
  subtotals: fc.boolean(),
  showAllItems: fc.constant(false),
  hiddenItems: fc.constantFrom<readonly string[]>([], ['x'], ['(blank)', '1']),
  sort: fc.constantFrom('Ascending', 'Descending', 'Manual'),
});

const definition: fc.Arbitrary<PivotDefinition> = fc
  .tuple(
    fc.constantFrom('Compact', 'Outline', 'Tabular'),
    fc.array(field, { minLength: 4, maxLength: 4 }),
    fc.array(fc.constantFrom('rows', 'columns', 'filters', 'sliced', 'none'), { minLength: 4, maxLength: 4 }),
  )
  .map(([layout, looks, axes]) => {
    const on = (axis: string): PivotAxisField[] =>
      names.flatMap((name, at) => (axes[at] === axis ? [{ ...looks[at]!, field: name, name }] : []));
    return {
      name: 'P',
      source: { kind: 'table', table: 'T' },
      rows: on('rows'),
      columns: on('columns'),
      filters: on('filters'),
      sliced: on('sliced'),
      data: [{ field: 'n', name: 'sum', summarizeBy: 'Sum', numberFormat: 'General' }],
      layout,
      repeatLabels: true,
      showRowGrandTotals: true,
      showColumnGrandTotals: true,
      fillEmptyCells: true,
      emptyCellText: '',
      autoFormat: false,
      preserveFormatting: true,
      refreshOnOpen: false,
      style: '',
      altTextTitle: '',
      altTextDescription: '',
    };
  });

const same = (a: CellValue, b: CellValue): boolean =>
  typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;

/** What a line of either axis says of the records that it counts: a value for each of its fields. */
function condition(
  result: PivotResult,
  use: readonly PivotAxisField[],
  items: readonly number[],
): (record: readonly CellValue[]) => boolean {
  const wanted = items.map((position, level) => {
    const column = names.findIndex((name) => name === use[level]!.field);
    const of = result.fields[column]!;
    return { column, value: of.items[of.order[position]!] ?? null };
  });
  return (record) => wanted.every((want) => same(record[want.column] ?? null, want.value));
}

test('every value is the sum over the records that its row and its column name', () => {
  fc.assert(
    fc.property(records, definition, (source, pivot) => {
      const result = layOut(pivot, source, pivotWords('en-US'));
      const isShown = (record: readonly CellValue[]): boolean =>
        [...pivot.rows, ...pivot.columns, ...pivot.filters, ...pivot.sliced].every((use) => {
          const column = names.findIndex((name) => name === use.field);
          const of = result.fields[column]!;
          return ![...of.hidden].some((position) =>
            same(of.items[of.order[position]!] ?? null, record[column] ?? null),
          );
        });
      const visible = source.rows.filter(isShown);
      const top = result.body.row + result.firstDataRow;
      const cells = new Map(result.cells.map((cell) => [`${cell.row}:${cell.column}`, cell.value]));
      result.rowLines.forEach((row, down) => {
        if (row.kind === 'head' && !pivot.rows[row.items.length - 1]!.subtotals) return;
        result.columnLines.forEach((column, across) => {
          const inRow = condition(result, pivot.rows, row.items);
          const inColumn = condition(result, pivot.columns, column.items);
          const matching = visible.filter((record) => inRow(record) && inColumn(record));
          const expected =
            matching.length === 0 ? undefined : matching.reduce((sum, record) => sum + Number(record[4]), 0);
          expect(cells.get(`${top + down}:${result.firstDataColumn + across}`)).toBe(expected);
        });
      });
    }),
    { numRuns: 300 },
  );
});
