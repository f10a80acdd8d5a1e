import { fc } from '../../../../test/support/properties';
import { rectOf, type Rect, type Sheet } from '..';
import { addin, codeOf, people, sheetOf, stateOf } from '../testing';

const rect = fc
  .tuple(fc.nat(8), fc.nat(5), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .map(([row, column, rows, columns]) => rectOf(row, column, rows, columns));

type Change = (sheet: Sheet) => unknown;

const block = (of: Rect, value: string | number): (string | number)[][] =>
  Array.from({ length: of.rows }, () => Array.from({ length: of.columns }, () => value));

/** Anything that may be done to a sheet; what is refused must leave no trace. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(rect, fc.constantFrom('x', '', 7, '=A1', '2021-06-02', "'y")).map(
    ([of, value]): Change =>
      (sheet) =>
        sheet.write(of, block(of, value), 'values'),
  ),
  fc.tuple(rect, fc.boolean()).map(
    ([of, bold]): Change =>
      (sheet) =>
        sheet.styles.change(of, { font: { bold } }),
  ),
  fc.tuple(fc.nat(5), fc.nat(90)).map(
    ([first, width]): Change =>
      (sheet) =>
        sheet.columns.setWidth(first, 2, width),
  ),
  fc.tuple(fc.nat(8), fc.nat(90)).map(
    ([first, height]): Change =>
      (sheet) =>
        sheet.rows.setHeight(first, 2, height),
  ),
  fc.nat(5).map(
    (first): Change =>
      (sheet) =>
        sheet.styles.change(rectOf(0, first, 1_048_576, 2), { wrap: true }),
  ),
  fc.nat(8).map(
    (row): Change =>
      (sheet) =>
        sheet.styles.change(rectOf(row, 0, 1, 16_384), { wrap: true }),
  ),
  rect.map(
    (of): Change =>
      (sheet) =>
        sheet.merges.merge(of),
  ),
  rect.map(
    (of): Change =>
      (sheet) =>
        sheet.merges.unmerge(of),
  ),
  rect.map(
    (of): Change =>
      (sheet) =>
        sheet.addTable(of, true),
  ),
  rect.map(
    (of): Change =>
      (sheet) =>
        sheet.tables[0]?.resize({ ...of, row: 0, rows: of.rows + 1 }),
  ),
  fc.nat(3).map(
    (at): Change =>
      (sheet) =>
        sheet.tables[0]?.rows.delete(at, 1),
  ),
  fc.nat(3).map(
    (at): Change =>
      (sheet) =>
        sheet.tables[0]?.rows.add(at, [[1, 2]]),
  ),
  fc.boolean().map(
    (showTotals): Change =>
      (sheet) =>
        sheet.tables[0]?.change({ showTotals }),
  ),
  fc.constantFrom('a', '1').map(
    (value): Change =>
      (sheet) =>
        sheet.tables[0]?.setFilter({ column: 0, values: [value] }),
  ),
  fc.tuple(rect, fc.constantFrom('All', 'Contents', 'Formats', 'Hyperlinks')).map(
    ([of, what]): Change =>
      (sheet) =>
        sheet.clear(of, what),
  ),
  rect.map(
    (of): Change =>
      (sheet) =>
        sheet.hyperlinks.set(of, { address: 'https://example.org' }),
  ),
  fc.constant<Change>((sheet) => sheet.addPivot('P', { kind: 'table', table: 'T' }, { row: 0, column: 8 })),
  fc.constant<Change>((sheet) => sheet.workbook.addSheet().write(rectOf(0, 0), [[1]], 'values')),
);

it('undoes and does again whatever was done; what is refused leaves no trace', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      const sheet = sheetOf(people);
      const { workbook } = sheet;
      workbook.load(() => sheet.addTable(rectOf(0, 0, 3, 2), true, 'T'));
      const states = [stateOf(workbook)];
      for (const make of changes) {
        const code = codeOf(() => workbook.transact(addin, () => make(sheet)));
        const state = stateOf(workbook);
        if (code !== 'done') expect(state).toEqual(states.at(-1));
        states.push(state);
      }
      const last = states.at(-1);
      while (workbook.history.undo());
      expect(stateOf(workbook)).toEqual(states[0]);
      while (workbook.history.redo());
      expect(stateOf(workbook)).toEqual(last);
    }),
    { numRuns: 150 },
  );
});
