import { rectOf, type ModelEvent, type Sheet } from '.';
import { addin, codeOf, people, person, put, sheetOf } from './testing';

describe('events', () => {
  function told(change: (sheet: Sheet) => void): readonly ModelEvent[] {
    const sheet = sheetOf(people);
    sheet.workbook.load(() => sheet.addTable(rectOf(0, 0, 3, 2), true, 'T'));
    const events: ModelEvent[] = [];
    sheet.workbook.subscribe((batch) => events.push(...batch));
    sheet.workbook.transact(person, () => change(sheet));
    return events;
  }
  const sheet = '{00000001-0000-0000-0000-000000000000}';

  it('tell one write with its rectangle, values of a single cell, and the table it touches', () => {
    expect(told((of) => of.write(rectOf(1, 1), [['x']], 'values'))).toEqual([
      { kind: 'cells', sheet, rect: rectOf(1, 1), origin: person, before: 'a', after: 'x' },
      { kind: 'table', what: 'changed', sheet, table: 1, origin: person },
    ]);
  });

  it('tell of growth once', () => {
    expect(told((of) => of.write(rectOf(3, 0, 1, 2), [[3, 'c']], 'values'))).toEqual([
      { kind: 'table', what: 'resized', sheet, table: 1, origin: person },
      { kind: 'cells', sheet, rect: rectOf(3, 0, 1, 2), origin: person },
      { kind: 'table', what: 'changed', sheet, table: 1, origin: person },
    ]);
  });

  it('tell of sheets and selection', () => {
    expect(
      told((of) => {
        const added = of.workbook.addSheet('Autre');
        added.select(rectOf(2, 2));
      }),
    ).toEqual([
      { kind: 'sheet', what: 'added', sheet: '{00000002-0000-0000-0000-000000000000}', origin: person },
      { kind: 'activated', sheet: '{00000002-0000-0000-0000-000000000000}', previous: sheet, origin: person },
      { kind: 'selection', sheet: '{00000002-0000-0000-0000-000000000000}', rect: rectOf(2, 2), origin: person },
    ]);
  });

  it('are told again by undo, reversed, and not at all by a change that fails or a load', () => {
    const of = sheetOf([['a']]);
    const events: ModelEvent[] = [];
    of.workbook.subscribe((batch) => events.push(...batch));
    put(of, rectOf(0, 0), [['b']]);
    of.workbook.history.undo();
    codeOf(() => of.workbook.transact(addin, () => of.write(rectOf(0, 0, 2, 2), [['c']], 'values')));
    of.workbook.load(() => of.putCell(5, 5, { value: 1, style: 0 }));
    expect(events).toEqual([
      { kind: 'cells', sheet, rect: rectOf(0, 0), origin: addin, before: 'a', after: 'b' },
      { kind: 'cells', sheet, rect: rectOf(0, 0), origin: addin, before: 'b', after: 'a' },
    ]);
  });
});
