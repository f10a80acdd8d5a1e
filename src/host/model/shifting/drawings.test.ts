import { MAX_COLUMNS, MAX_ROWS, rectOf, type ChartDefinition, type Placement, type Sheet } from '..';
import { deleteCells, insertCells } from './insert';
import { person, sheetOf } from '../testing';

/** Rows are 15 points high and columns 48 wide: from C3 to the middle of E6. */
const place = { left: 96, top: 30, width: 120, height: 52.5 };

function withChart(placement?: Placement): Sheet {
  const sheet = sheetOf([['a', 1]]);
  const definition: ChartDefinition = {
    name: 'Graphique 1',
    type: 'Line',
    title: null,
    series: [],
    legend: null,
    altText: '',
    categoryAxisReversed: false,
    ...place,
    ...(placement && { placement }),
  };
  sheet.workbook.transact(person, () => sheet.drawings.addChart(definition));
  return sheet;
}

const insertRows = (row: number, count: number) => (sheet: Sheet) =>
  insertCells(sheet, rectOf(row, 0, count, MAX_COLUMNS), 'row');
const deleteRows = (row: number, count: number) => (sheet: Sheet) =>
  deleteCells(sheet, rectOf(row, 0, count, MAX_COLUMNS), 'row');
const insertColumns = (column: number, count: number) => (sheet: Sheet) =>
  insertCells(sheet, rectOf(0, column, MAX_ROWS, count), 'column');

test.each<[string, Placement | undefined, (sheet: Sheet) => void, Partial<typeof place>]>([
  ['moves with rows put in above it', undefined, insertRows(0, 2), { top: 60 }],
  ['moves with rows put in where it begins', undefined, insertRows(2, 1), { top: 45 }],
  ['stretches by rows put in under it', undefined, insertRows(4, 2), { height: 82.5 }],
  ['stays where rows are put in below it', undefined, insertRows(6, 2), {}],
  ['moves with rows taken out above it', undefined, deleteRows(0, 1), { top: 15 }],
  ['shrinks by rows taken out under it', undefined, deleteRows(3, 2), { height: 22.5 }],
  ['shrinks to nothing with all its rows', undefined, deleteRows(2, 4), { height: 0 }],
  ['moves with columns too', undefined, insertColumns(1, 1), { left: 144 }],
  ['stretches by columns too', undefined, insertColumns(3, 1), { width: 168 }],
  ['only moves, where it is placed so', 'OneCell', insertRows(4, 2), {}],
  ['moves without stretching', 'OneCell', insertRows(0, 2), { top: 60 }],
  ['does neither, where it is placed so', 'Absolute', insertRows(0, 2), {}],
  ['does not move with a part of the columns', undefined, (sheet) => insertCells(sheet, rectOf(0, 0, 2, 2), 'row'), {}],
])('a chart %s', (_description, placement, change, expected) => {
  const sheet = withChart(placement);
  sheet.workbook.transact(person, () => change(sheet));
  expect(sheet.drawings.charts[0]?.definition).toMatchObject({ ...place, ...expected });
  sheet.workbook.history.undo();
  expect(sheet.drawings.charts[0]?.definition).toMatchObject(place);
});

test.each([
  ['TwoCell', { first: { row: 4, column: 1 }, last: { row: 9, column: 3 } }],
  ['OneCell', { first: { row: 4, column: 1 }, last: { row: 7, column: 3 } }],
  ['Absolute', { first: { row: 2, column: 1 }, last: { row: 5, column: 3 } }],
] as const)('what the model does not know of a file follows its cells as well: %s', (placement, expected) => {
  const sheet = sheetOf();
  const drawing = { id: '0', placement, first: { row: 2, column: 1 }, last: { row: 5, column: 3 } };
  sheet.workbook.load(() => sheet.update({ keptDrawings: [drawing] }));
  sheet.workbook.transact(person, () => {
    insertRows(0, 2)(sheet);
    insertRows(6, 2)(sheet);
  });
  expect(sheet.drawings.kept).toEqual([{ id: '0', placement, ...expected }]);
});
