import type { CellValue } from '../contract/values';
import { isChanged, restoration, type Restoration } from './restoration';
import type { StoredRow } from './storedRows';

const stored = (...values: readonly CellValue[]): StoredRow => values.map((value) => ({ value, format: '@' }));
const cell = (value: CellValue) => ({ value, format: '@' });

const before = [stored('Organisation', 'Ordre'), stored('Titre', 'Plan'), stored('Séance', 1), stored('Séance', 2)];
const added = ['Séance', 3];
const touched = {
  columns: [1],
  isAdded: (row: readonly CellValue[]) => row.every((value, column) => value === added[column] || value === ''),
};
const nothing: Restoration = { cells: [], removed: [], missing: [] };

test.each<[string, readonly (readonly CellValue[])[], Restoration | null]>([
  ['nothing was done', [['Organisation', 'Ordre'], ['Titre', 'Plan'], ['Séance', 1], ['Séance', 2]], nothing],
  ['nothing was done, and it was sorted', [['Titre', 'Plan'], ['Séance', 2], ['Organisation', 'Ordre'], ['Séance', 1]], nothing],
  ['it was done', [['Organisation', 'Ordre'], ['Titre', 'Bilan'], ['Séance', 1], ['Séance', 2]],
    { ...nothing, cells: [{ row: 1, column: 1, cell: cell('Plan') }] }],
  ['it was done to the row that a sort had brought there', [['Titre', 'Plan'], ['Organisation', 'Bilan'], ['Séance', 1], ['Séance', 2]],
    { ...nothing, cells: [{ row: 1, column: 1, cell: cell('Ordre') }] }],
  ['it was done to one of two that are called alike', [['Séance', 9], ['Séance', 2], ['Organisation', 'Ordre'], ['Titre', 'Plan']],
    { ...nothing, cells: [{ row: 0, column: 1, cell: cell(1) }] }],
  ['rows were added, one in part', [['Séance', 3], ['Organisation', 'Ordre'], ['Titre', 'Plan'], ['Séance', 1], ['Séance', 2], ['', '']],
    { ...nothing, removed: [5, 0] }],
  ['a row was deleted', [['Organisation', 'Ordre'], ['Titre', 'Plan'], ['Séance', 2]],
    { ...nothing, missing: [stored('Séance', 1)] }],
  ['somebody has added a row', [['Organisation', 'Bilan'], ['Leur', 'x'], ['Titre', 'Plan'], ['Séance', 1], ['Séance', 2]],
    { ...nothing, cells: [{ row: 0, column: 1, cell: cell('Ordre') }] }],
  ['somebody has rewritten a row', [['Leur', 'Ordre'], ['Titre', 'Plan'], ['Séance', 1], ['Séance', 2]], null],
])('%s', (_, now, found) => expect(restoration(now, before, touched)).toEqual(found)); // prettier-ignore

test.each([
  ['rows are told in any order', ['c', 'b'], true],
  ['others may have been added', ['b', 'x', 'c'], true],
  ['all that was wanted is there', ['b', 'x'], false],
  ['nothing is left that was to go', ['a', 'b', 'c'], false],
])('a change is made where %s', (_, now, made) => {
  const rows = (texts: readonly string[]) => texts.map((text) => [text]);
  expect(isChanged(rows(now), rows(['a', 'b']), rows(['b', 'c']))).toBe(made);
});
