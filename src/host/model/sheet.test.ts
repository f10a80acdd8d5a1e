import { HostError } from '../errors';
import { rectOf, Workbook, type CellInput, type ModelEvent, type Origin, type Rect, type Sheet } from '.';

const person: Origin = { session: 'p', by: 'person' };
const addin: Origin = { session: 'a', by: 'addin' };

/** A workbook whose only sheet holds the values from A1 on. */
function sheetOf(values: readonly (readonly CellInput[])[] = [], locale = 'fr-CA'): Sheet {
  const sheet = Workbook.blank({ locale }).activeSheet;
  if (values.length > 0) put(sheet, rectOf(0, 0, values.length, values[0]?.length ?? 1), values);
  return sheet;
}

function put(sheet: Sheet, rect: Rect, values: readonly (readonly CellInput[])[]): void {
  sheet.workbook.transact(addin, () => sheet.write(rect, values, 'values'));
}

function valuesIn(sheet: Sheet, rect: Rect): unknown[][] {
  return Array.from({ length: rect.rows }, (_, i) =>
    Array.from({ length: rect.columns }, (_unused, j) => {
      const cell = sheet.cell(rect.row + i, rect.column + j);
      return cell?.formula === undefined ? (cell?.value ?? null) : `=${cell.formula}`;
    }),
  );
}

function codeOf(change: () => unknown): string {
  try {
    change();
  } catch (error) {
    if (error instanceof HostError) return error.code;
    throw error;
  }
  return 'done';
}

const people: readonly (readonly CellInput[])[] = [
  ['Id', 'Nom'],
  [1, 'a'],
  [2, 'b'],
];

describe('writing', () => {
  it('leaves a cell on null, clears it on an empty text, keeps the format', () => {
    const sheet = sheetOf([['a', 'b', 'c']]);
    sheet.changeStyle(rectOf(0, 1), { fill: '#FF0000' });
    put(sheet, rectOf(0, 0, 1, 3), [[null, '', 'd']]);
    expect(valuesIn(sheet, rectOf(0, 0, 1, 3))).toEqual([['a', null, 'd']]);
    expect(sheet.workbook.styles.get(sheet.styleAt(0, 1)).fill).toBe('#FF0000');
  });

  it('gives a date the format of a date in General and keeps any other format', () => {
    const sheet = sheetOf();
    sheet.setNumberFormats(rectOf(0, 1), 'yyyy-mm-dd');
    put(sheet, rectOf(0, 0, 1, 2), [['6/2/2021', '6/2/2021']]);
    expect([sheet.numberFormat(0, 0), sheet.numberFormat(0, 1)]).toEqual(['m/d/yyyy', 'yyyy-mm-dd']);
    expect([sheet.text(0, 0), sheet.text(0, 1)]).toEqual(['2021-06-02', '2021-06-02']);
  });

  it('keeps the apostrophe as a format, shown where the person edits', () => {
    const sheet = sheetOf([["'- texte"]]);
    expect([sheet.cell(0, 0)?.value, sheet.text(0, 0), sheet.editText(0, 0)]).toEqual([
      '- texte',
      '- texte',
      "'- texte",
    ]);
    put(sheet, rectOf(0, 0), [['autre']]);
    expect(sheet.editText(0, 0)).toBe('autre');
  });

  it('shows formulas and numbers for editing in the language of the person', () => {
    const sheet = sheetOf([['=SUM(B1,1.5)', 1.25, 0.5, 44349]]);
    sheet.setNumberFormats(rectOf(0, 2, 1, 2), [['0%', 'yyyy-mm-dd']]);
    expect([0, 1, 2, 3].map((column) => sheet.editText(0, column))).toEqual([
      '=SOMME(B1;1,5)',
      '1,25',
      '50%',
      '2021-06-02',
    ]);
  });

  it('computes formulas before the transaction ends', () => {
    const sheet = sheetOf([[1, 2, '=A1+B1']]);
    expect(sheet.cell(0, 2)).toMatchObject({ formula: 'A1+B1', value: 3 });
    put(sheet, rectOf(0, 0), [[5]]);
    expect(sheet.cell(0, 2)?.value).toBe(7);
  });

  it('turns wrapping on when a person types a line break', () => {
    const sheet = sheetOf();
    sheet.type(0, 0, 'un\ndeux');
    expect(sheet.workbook.styles.get(sheet.styleAt(0, 0)).wrap).toBe(true);
  });

  test.each<[string, string, (sheet: Sheet) => unknown]>([
    ['a wrong shape', 'InvalidArgument', (sheet) => sheet.write(rectOf(0, 0, 2, 2), [[1, 2]], 'values')],
    ['a range outside the sheet', 'InvalidArgument', (sheet) => sheet.write(rectOf(-1, 0), [[1]], 'values')],
    ['a number that is not finite', 'InvalidArgument', (sheet) => sheet.write(rectOf(0, 0), [[NaN]], 'values')],
    ['a format that is none', 'InvalidArgument', (sheet) => sheet.setNumberFormats(rectOf(0, 0), '[oops')],
    ['formats of a wrong shape', 'InvalidArgument', (sheet) => sheet.setNumberFormats(rectOf(0, 0), [['0', '0']])],
    ['a row over 409 points', 'InvalidArgument', (sheet) => sheet.setRowHeight(0, 1, 410)],
    [
      'a header over 255 characters',
      'InvalidArgument',
      (sheet) => sheet.setPageLayout({ header: { left: 'x'.repeat(256), center: '', right: '' } }),
    ],
  ])('refuses %s', (_what, code, change) => {
    const sheet = sheetOf([['a']]);
    expect(codeOf(() => change(sheet))).toBe(code);
    expect(valuesIn(sheet, rectOf(0, 0))).toEqual([['a']]);
  });
});

describe('text as Excel shows it', () => {
  test.each([
    [1 / 3, 'General', 'fr-CA', '0,333333333'],
    [123456789012, 'General', 'en-US', '1.23457E+11'],
    [true, 'General', 'fr-CA', 'VRAI'],
    [44349, 'yyyy-mm-dd', 'fr-CA', '2021-06-02'],
    [44349, 'd mmmm yyyy', 'fr-CA', '2 juin 2021'],
    [44349, 'm/d/yyyy', 'fr-CA', '2021-06-02'],
    [44349, 'm/d/yyyy', 'en-US', '6/2/2021'],
    [-1, 'yyyy-mm-dd', 'fr-CA', '########'],
    [0.5, '0%', 'fr-CA', '50%'],
    [1234.5, '#,##0.00', 'fr-CA', '1\u202f234,50'],
    ['texte', '@', 'fr-CA', 'texte'],
  ])('%j in %s for %s', (value, format, locale, expected) => {
    const sheet = sheetOf([[value]], locale);
    sheet.setNumberFormats(rectOf(0, 0), format);
    expect(sheet.text(0, 0)).toBe(expected);
  });
});

describe('growth of tables', () => {
  const grown = (
    from: readonly (readonly CellInput[])[],
    at: Rect,
    input: readonly (readonly CellInput[])[],
  ): string => {
    const sheet = sheetOf(from);
    const table = sheet.addTable(rectOf(0, 0, 3, 2), true, 'T');
    put(sheet, at, input);
    return `${table.rect.rows}×${table.rect.columns}`;
  };

  test.each<[string, readonly (readonly CellInput[])[], Rect, readonly (readonly CellInput[])[], string]>([
    [
      'directly below',
      people,
      rectOf(3, 0, 2, 2),
      [
        [3, 'c'],
        [4, 'd'],
      ],
      '5×2',
    ],
    ['directly below, one column', people, rectOf(3, 1), [['c']], '4×2'],
    ['over the last row and below', people, rectOf(2, 0, 2, 1), [[3], [4]], '4×2'],
    ['a blank row', people, rectOf(3, 0, 1, 2), [['', '']], '3×2'],
    ['a row apart', people, rectOf(4, 0), [[3]], '3×2'],
    ['wider than the table', people, rectOf(3, 0, 1, 3), [[3, 'c', 'd']], '3×2'],
    ['over content', [...people, ['x', null]], rectOf(3, 0), [[3]], '3×2'],
    ['beside content in the new row', [...people, [null, 'x']], rectOf(3, 0), [[3]], '3×2'],
    ['a header beside it', people, rectOf(0, 2), [['Note']], '3×3'],
    ['a value beside a body row', people, rectOf(1, 2), [['x']], '3×2'],
  ])('%s', (_what, from, at, input, expected) => expect(grown(from, at, input)).toBe(expected));

  it('does not happen when the person has it off, nor with a totals row, nor over a validation rule', () => {
    const extents = (['off', 'totals', 'validation'] as const).map((why) => {
      const sheet = sheetOf(people);
      const table = sheet.addTable(rectOf(0, 0, 3, 2), true);
      if (why === 'off') sheet.workbook.configure({ tableGrowth: false });
      if (why === 'totals') table.change({ showTotals: true });
      if (why === 'validation')
        sheet.setValidation(rectOf(3, 0), { type: 'list', allowBlank: true, showDropDown: true });
      const next = table.rect.row + table.rect.rows;
      put(sheet, rectOf(next, 0), [[9]]);
      return table.rect.rows + table.rect.row === next;
    });
    expect(extents).toEqual([true, true, true]);
  });

  it('takes formats and validation of the last row along', () => {
    const sheet = sheetOf(people);
    sheet.addTable(rectOf(0, 0, 3, 2), true);
    sheet.setNumberFormats(rectOf(1, 0, 2, 1), '000');
    sheet.setValidation(rectOf(1, 1, 2, 1), { type: 'list', formula1: 'A1:A2', allowBlank: true, showDropDown: true });
    put(sheet, rectOf(3, 0, 1, 2), [[3, 'c']]);
    expect([sheet.text(3, 0), sheet.validations[0]?.rects]).toEqual(['003', [rectOf(1, 1, 3, 1)]]);
  });

  it('misplaces what is written over rows that a filter hides', () => {
    const sheet = sheetOf([...people, [3, 'a']]);
    const table = sheet.addTable(rectOf(0, 0, 4, 2), true);
    table.setFilter({ column: 1, values: ['a'] });
    put(sheet, rectOf(1, 0, 3, 1), [[10], [20], [30]]);
    expect(valuesIn(sheet, rectOf(1, 0, 3, 1))).toEqual([[10], [2], [20]]);
  });
});

describe('tables', () => {
  it('names columns: text, never blank, never twice', () => {
    const sheet = sheetOf([
      ['Nom', 'nom', '', 2021],
      [1, 2, 3, 4],
    ]);
    const table = sheet.addTable(rectOf(0, 0, 2, 4), true);
    expect([table.name, table.columns.map(({ name }) => name)]).toEqual([
      'Tableau1',
      ['Nom', 'nom2', 'Colonne3', '2021'],
    ]);
    expect(valuesIn(sheet, rectOf(0, 0, 1, 4))).toEqual([['Nom', 'nom2', 'Colonne3', '2021']]);
    put(sheet, rectOf(0, 1, 1, 2), [['', '=A1']]);
    expect(table.columns.map(({ id, name }) => [id, name])).toEqual([
      [1, 'Nom'],
      [2, 'Colonne2'],
      [3, '=A1'],
      [4, '2021'],
    ]);
  });

  it('gets a header row put in, or a blank body row', () => {
    const sheet = sheetOf([[1, 2]]);
    const table = sheet.addTable(rectOf(0, 0, 1, 2), false);
    expect([table.rect, valuesIn(sheet, table.rect)]).toEqual([
      rectOf(0, 0, 2, 2),
      [
        ['Colonne1', 'Colonne2'],
        [1, 2],
      ],
    ]);
    const empty = sheetOf([['Id', 'Nom']]).addTable(rectOf(0, 0, 1, 2), true);
    expect(empty.bodyRect).toEqual(rectOf(1, 0, 1, 2));
  });

  test.each<[string, string, (sheet: Sheet) => unknown]>([
    ['another table', 'InvalidOperation', (sheet) => sheet.addTable(rectOf(2, 1, 3, 2), true)],
    ['a merged area', 'InvalidOperation', (sheet) => sheet.addTable(rectOf(8, 0, 3, 2), true)],
    ['a name with a space', 'InvalidArgument', (sheet) => sheet.addTable(rectOf(20, 0, 3, 2), true, 'Mon tableau')],
    ['a name that is a cell', 'InvalidArgument', (sheet) => sheet.addTable(rectOf(20, 0, 3, 2), true, 'AB12')],
    ['a name that is taken', 'InvalidArgument', (sheet) => sheet.addTable(rectOf(20, 0, 3, 2), true, 't')],
    ['a header moved by resizing', 'InvalidArgument', (sheet) => sheet.tables[0]?.resize(rectOf(1, 0, 3, 2))],
    ['a merge over it', 'InvalidOperation', (sheet) => sheet.merge(rectOf(2, 0, 2, 1))],
    ['a row of the wrong width', 'InvalidArgument', (sheet) => sheet.tables[0]?.addRows(null, [[1]])],
    ['a row it does not have', 'InvalidArgument', (sheet) => sheet.tables[0]?.deleteRows(2, 1)],
  ])('refuse %s', (_what, code, change) => {
    const sheet = sheetOf(people);
    sheet.addTable(rectOf(0, 0, 3, 2), true, 'T');
    sheet.merge(rectOf(9, 0, 1, 2));
    expect(codeOf(() => change(sheet))).toBe(code);
  });

  it('insert and delete rows, moving what stands below in their columns', () => {
    const sheet = sheetOf([...people, [null, null], ['dessous', null]]);
    const table = sheet.addTable(rectOf(0, 0, 3, 2), true);
    table.addRows(1, [[9, 'i']]);
    table.addRows(null, [[10, 'z']]);
    expect(valuesIn(sheet, rectOf(1, 0, 6, 1))).toEqual([[1], [9], [2], [10], [null], ['dessous']]);
    table.deleteRows(0, 2);
    expect([valuesIn(sheet, rectOf(1, 0, 4, 1)), table.rect.rows]).toEqual([[[2], [10], [null], ['dessous']], 3]);
    table.deleteRows(0, 2);
    expect([valuesIn(sheet, rectOf(1, 0, 3, 1)), table.rect.rows]).toEqual([[[null], [null], ['dessous']], 2]);
  });

  it('delete nothing while filtered', () => {
    const sheet = sheetOf(people);
    const table = sheet.addTable(rectOf(0, 0, 3, 2), true);
    table.setFilter({ column: 0, values: ['2'] });
    table.deleteRows(0, 1);
    expect([table.rect.rows, sheet.rowHidden(1), sheet.rowHidden(2)]).toEqual([3, true, false]);
    table.clearFilters();
    expect(sheet.rowHidden(1)).toBe(false);
  });

  it('add a totals row that counts, and take it away', () => {
    const sheet = sheetOf(people);
    const table = sheet.addTable(rectOf(0, 0, 3, 2), true, 'T');
    table.change({ showTotals: true });
    expect([table.totalsRect, valuesIn(sheet, rectOf(3, 0, 1, 2))]).toEqual([
      rectOf(3, 0, 1, 2),
      [['Total', '=SUBTOTAL(103,T[Nom])']],
    ]);
    table.change({ showTotals: false });
    expect([table.totalsRect, table.rect.rows, sheet.hasContentIn(rectOf(3, 0, 1, 2))]).toEqual([null, 3, false]);
  });
});

describe('undo', () => {
  test.each<[string, (sheet: Sheet) => unknown]>([
    ['values', (sheet) => sheet.write(rectOf(0, 0, 2, 1), [['x'], ['y']], 'values')],
    ['a table that grows', (sheet) => sheet.write(rectOf(3, 0), [['x']], 'values')],
    ['styles', (sheet) => sheet.changeStyle(rectOf(0, 0, 3, 3), { font: { bold: true } })],
    ['whole columns', (sheet) => sheet.changeStyle(rectOf(0, 0, 1_048_576, 2), { wrap: true })],
    [
      'widths and heights',
      (sheet) => {
        sheet.setColumnWidth(1, 3, 100);
        sheet.setRowHeight(1, 3, 40);
        sheet.setRowHidden(2, 2, true);
      },
    ],
    ['merges', (sheet) => sheet.merge(rectOf(10, 0, 2, 2))],
    ['a resized table', (sheet) => sheet.tables[0]?.resize(rectOf(0, 0, 6, 3))],
    ['a removed table', (sheet) => sheet.tables[0]?.remove()],
    [
      'links, rules and page',
      (sheet) => {
        sheet.setHyperlink(rectOf(5, 0), { address: 'https://example.org' });
        sheet.addConditionalFormat(rectOf(0, 0, 5, 5), {
          type: 'custom',
          formula: 'A1>1',
          format: { fill: '#FF0000' },
        });
        sheet.setPageLayout({ orientation: 'Landscape' });
        sheet.setFreeze({ rows: 1, columns: 0 });
      },
    ],
    ['a sheet', (sheet) => sheet.workbook.addSheet('Autre').write(rectOf(0, 0), [['x']], 'values')],
    ['a renamed sheet', (sheet) => sheet.workbook.renameSheet(sheet, 'Autre')],
    [
      'a pivot',
      (sheet) => {
        const pivot = sheet.addPivot('P', { kind: 'table', table: 'T' }, { row: 0, column: 6 });
        pivot.change({ data: [{ field: 'Id', name: 'Somme', summarizeBy: 'Sum', numberFormat: 'General' }] });
      },
    ],
    ['all cleared', (sheet) => sheet.clear(rectOf(0, 0, 10, 10), 'All')],
  ])('and redo restore %s', (_what, change) => {
    const sheet = sheetOf(people);
    sheet.workbook.load(() => sheet.addTable(rectOf(0, 0, 3, 2), true, 'T'));
    const before = stateOf(sheet.workbook);
    sheet.workbook.transact(person, () => change(sheet));
    const after = stateOf(sheet.workbook);
    expect(after).not.toEqual(before);
    expect([sheet.workbook.undo(), stateOf(sheet.workbook)]).toEqual([true, before]);
    expect([sheet.workbook.redo(), stateOf(sheet.workbook)]).toEqual([true, after]);
    expect(sheet.workbook.canRedo).toBe(false);
  });

  it('takes a throw back whole, and a nested one to where it began', () => {
    const sheet = sheetOf(people);
    const before = stateOf(sheet.workbook);
    const fail = (): void => {
      sheet.write(rectOf(5, 5), [['x']], 'values');
      throw new HostError('GeneralException', 'no');
    };
    expect(codeOf(() => sheet.workbook.transact(addin, fail))).toBe('GeneralException');
    expect(stateOf(sheet.workbook)).toEqual(before);
    sheet.workbook.transact(addin, () => {
      sheet.write(rectOf(4, 5), [['kept']], 'values');
      expect(codeOf(() => sheet.workbook.transact(addin, fail))).toBe('GeneralException');
    });
    expect([sheet.cell(4, 5)?.value, sheet.cell(5, 5)]).toEqual(['kept', undefined]);
  });

  it('is bounded to 100 steps and forgets what was undone once something new is done', () => {
    const sheet = sheetOf();
    for (let i = 0; i < 120; i++) put(sheet, rectOf(0, 0), [[i]]);
    let steps = 0;
    while (sheet.workbook.undo()) steps++;
    expect([steps, sheet.cell(0, 0)?.value]).toEqual([100, 19]);
    put(sheet, rectOf(0, 0), [[0]]);
    expect(sheet.workbook.redo()).toBe(false);
  });
});

/** All that a person could see of a workbook, as plain data. */
function stateOf(workbook: Workbook): unknown {
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    cells: [...sheet.cellsIn(rectOf(0, 0, 20, 20))].map(({ row, column, cell }) => ({ row, column, ...cell })),
    columns: [...sheet.columnSpans()],
    rows: [...sheet.rowProperties()],
    merges: sheet.merges,
    links: sheet.hyperlinks,
    formats: sheet.conditionalFormats,
    page: sheet.pageLayout,
    freeze: sheet.freeze,
    tables: sheet.tables.map(({ id, name, rect, columns }) => ({ id, name, rect, columns })),
    pivots: sheet.pivots.map(({ id, rect, definition }) => ({ id, rect, definition })),
    used: sheet.usedRect(),
  }));
}

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
    of.workbook.undo();
    codeOf(() => of.workbook.transact(addin, () => of.write(rectOf(0, 0, 2, 2), [['c']], 'values')));
    of.workbook.load(() => of.putCell(5, 5, { value: 1, style: 0 }));
    expect(events).toEqual([
      { kind: 'cells', sheet, rect: rectOf(0, 0), origin: addin, before: 'a', after: 'b' },
      { kind: 'cells', sheet, rect: rectOf(0, 0), origin: addin, before: 'b', after: 'a' },
    ]);
  });
});

describe('protection', () => {
  const changes: readonly [string, (sheet: Sheet) => unknown][] = [
    ['write', (sheet) => sheet.write(rectOf(0, 0), [['x']], 'values')],
    ['type', (sheet) => sheet.type(0, 0, 'x')],
    ['clear', (sheet) => sheet.clear(rectOf(0, 0), 'Contents')],
    ['format', (sheet) => sheet.changeStyle(rectOf(0, 0), { wrap: true })],
    ['widen', (sheet) => sheet.setColumnWidth(0, 1, 10)],
    ['merge', (sheet) => sheet.merge(rectOf(8, 0, 2, 2))],
    ['add a table', (sheet) => sheet.addTable(rectOf(8, 0, 2, 2), true)],
    ['resize a table', (sheet) => sheet.tables[0]?.resize(rectOf(0, 0, 5, 2))],
    ['filter', (sheet) => sheet.tables[0]?.setFilter({ column: 0, values: ['1'] })],
    ['add a pivot', (sheet) => sheet.addPivot('P', { kind: 'table', table: 'T' }, { row: 0, column: 5 })],
    ['validate', (sheet) => sheet.setValidation(rectOf(0, 0), null)],
  ];

  test.each(changes)('of the sheet denies to %s', (_what, change) => {
    const sheet = sheetOf(people);
    sheet.addTable(rectOf(0, 0, 3, 2), true, 'T');
    sheet.protect();
    const before = stateOf(sheet.workbook);
    expect([codeOf(() => change(sheet)), stateOf(sheet.workbook)]).toEqual(['AccessDenied', before]);
  });

  test.each(changes)('of the whole workbook denies to %s', (_what, change) => {
    const sheet = sheetOf(people);
    sheet.addTable(rectOf(0, 0, 3, 2), true, 'T');
    sheet.workbook.configure({ readOnly: true });
    expect(codeOf(() => change(sheet))).toBe('AccessDenied');
    sheet.select(rectOf(1, 1));
    expect(sheet.selection).toEqual(rectOf(1, 1));
  });

  it('lets unlocked cells be written and what it allows be done', () => {
    const sheet = sheetOf(people);
    sheet.changeStyle(rectOf(5, 0), { locked: false });
    sheet.protect({ allowFormatCells: true });
    expect([
      codeOf(() => sheet.write(rectOf(5, 0), [['x']], 'values')),
      codeOf(() => sheet.write(rectOf(5, 0, 2, 1), [['x'], ['y']], 'values')),
      codeOf(() => sheet.changeStyle(rectOf(0, 0), { wrap: true })),
      codeOf(() => sheet.setColumnWidth(0, 1, 10)),
      codeOf(() => sheet.unprotect()),
      codeOf(() => sheet.setColumnWidth(0, 1, 10)),
    ]).toEqual(['done', 'AccessDenied', 'done', 'AccessDenied', 'done', 'done']);
  });
});

describe('merged areas', () => {
  it('keep the top left content only and take no other', () => {
    const sheet = sheetOf([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    sheet.merge(rectOf(0, 0, 2, 2));
    put(sheet, rectOf(0, 0, 2, 2), [
      ['w', 'x'],
      ['y', 'z'],
    ]);
    expect([sheet.mergeAt(1, 1), valuesIn(sheet, rectOf(0, 0, 2, 2))]).toEqual([
      rectOf(0, 0, 2, 2),
      [
        ['w', null],
        [null, null],
      ],
    ]);
    expect(codeOf(() => sheet.merge(rectOf(1, 1, 2, 2)))).toBe('InvalidOperation');
    sheet.unmerge(rectOf(1, 1));
    expect(sheet.mergeAt(0, 0)).toBeUndefined();
  });

  it('may be made row by row', () => {
    const sheet = sheetOf();
    sheet.merge(rectOf(0, 0, 2, 3), true);
    expect(sheet.merges).toEqual([rectOf(0, 0, 1, 3), rectOf(1, 0, 1, 3)]);
  });
});

describe('styles of columns and rows', () => {
  const bold = { font: { bold: true } };
  const isBold = (sheet: Sheet, row: number, column: number): boolean =>
    sheet.workbook.styles.get(sheet.styleAt(row, column)).font.bold;

  it('hold for cells that exist, that come, and where a styled row crosses', () => {
    const sheet = sheetOf([['a']]);
    sheet.changeStyle(rectOf(3, 0, 1, 16_384), { wrap: true });
    sheet.changeStyle(rectOf(0, 0, 1_048_576, 2), bold);
    put(sheet, rectOf(9, 1), [['x']]);
    expect([isBold(sheet, 0, 0), isBold(sheet, 9, 1), isBold(sheet, 3, 1), isBold(sheet, 3, 2)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect([...sheet.columnSpans()]).toEqual([{ first: 0, last: 1, hidden: false, style: sheet.columnStyle(0) }]);
    expect(sheet.workbook.styles.get(sheet.styleAt(3, 0)).wrap).toBe(true);
  });

  it('keep a styled column where a row is styled after it', () => {
    const sheet = sheetOf();
    sheet.changeStyle(rectOf(0, 1, 1_048_576, 1), bold);
    sheet.changeStyle(rectOf(2, 0, 1, 16_384), { wrap: true });
    expect([isBold(sheet, 2, 0), isBold(sheet, 2, 1), isBold(sheet, 3, 1)]).toEqual([false, true, true]);
  });

  it('cut and join spans of columns', () => {
    const sheet = sheetOf();
    sheet.setColumnWidth(0, 10, 100);
    sheet.setColumnWidth(3, 2, 50);
    sheet.setColumnHidden(9, 3, true);
    expect([...sheet.columnSpans()]).toEqual([
      { first: 0, last: 2, width: 100, hidden: false, style: 0 },
      { first: 3, last: 4, width: 50, hidden: false, style: 0 },
      { first: 5, last: 8, width: 100, hidden: false, style: 0 },
      { first: 9, last: 9, width: 100, hidden: true, style: 0 },
      { first: 10, last: 11, hidden: true, style: 0 },
    ]);
    expect([2, 3, 9, 12].map((column) => sheet.columnWidth(column))).toEqual([100, 50, 0, 48]);
  });
});

describe('pivots', () => {
  const count = { field: 'Id', name: 'Nombre', summarizeBy: 'Count', numberFormat: 'General' } as const;
  function withPivot(): Sheet {
    const sheet = sheetOf(people);
    sheet.addTable(rectOf(0, 0, 3, 2), true, 'T');
    sheet.workbook.transact(addin, () => {
      const pivot = sheet.addPivot('P', { kind: 'table', table: 'T' }, { row: 0, column: 4 });
      pivot.change({
        layout: 'Tabular',
        rows: [
          { field: 'Nom', name: 'Nom', subtotals: false, showAllItems: false, hiddenItems: [], sort: 'Ascending' },
        ],
        data: [count],
      });
    });
    return sheet;
  }

  it('show their source, and new rows only once refreshed', () => {
    const sheet = withPivot();
    const shown = [
      ['Nom', 'Nombre'],
      ['a', 1],
      ['b', 1],
      ['Total général', 2],
    ];
    expect(valuesIn(sheet, rectOf(0, 4, 4, 2))).toEqual(shown);
    put(sheet, rectOf(3, 0, 1, 2), [[3, 'c']]);
    expect(valuesIn(sheet, rectOf(0, 4, 4, 2))).toEqual(shown);
    sheet.pivots[0]?.refresh();
    expect(valuesIn(sheet, rectOf(3, 4, 2, 2))).toEqual([
      ['c', 1],
      ['Total général', 3],
    ]);
    sheet.pivots[0]?.remove();
    expect([sheet.pivots.length, sheet.hasContentIn(rectOf(0, 4, 9, 9))]).toEqual([0, false]);
  });

  test.each<[string, string, (sheet: Sheet) => unknown]>([
    [
      'a missing table',
      'ItemNotFound',
      (sheet) => sheet.addPivot('Q', { kind: 'table', table: 'X' }, { row: 0, column: 9 }),
    ],
    [
      'a source of one row',
      'InvalidArgument',
      (sheet) =>
        sheet.addPivot('Q', { kind: 'range', sheet: sheet.name, rect: rectOf(0, 0, 1, 2) }, { row: 0, column: 9 }),
    ],
    [
      'a blank header',
      'InvalidArgument',
      (sheet) =>
        sheet.addPivot('Q', { kind: 'range', sheet: sheet.name, rect: rectOf(0, 0, 3, 3) }, { row: 0, column: 9 }),
    ],
    [
      'a name that is taken',
      'InvalidArgument',
      (sheet) => sheet.addPivot('p', { kind: 'table', table: 'T' }, { row: 0, column: 9 }),
    ],
    ['an unknown field', 'InvalidArgument', (sheet) => sheet.pivots[0]?.change({ data: [{ ...count, field: 'X' }] })],
    [
      'another pivot in the way',
      'InvalidOperation',
      (sheet) => sheet.addPivot('Q', { kind: 'table', table: 'T' }, { row: 2, column: 5 }),
    ],
    [
      'a table in the way',
      'InvalidOperation',
      (sheet) => sheet.addPivot('Q', { kind: 'table', table: 'T' }, { row: 1, column: 1 }),
    ],
    ['a write into it', 'InvalidOperation', (sheet) => sheet.write(rectOf(1, 4), [['x']], 'values')],
    [
      'content where it must grow',
      'InvalidOperation',
      (sheet) => {
        sheet.write(rectOf(4, 5), [['x']], 'values');
        sheet.write(rectOf(3, 0, 1, 2), [[3, 'c']], 'values');
        sheet.pivots[0]?.refresh();
      },
    ],
  ])('refuse %s', (_what, code, change) => {
    const sheet = withPivot();
    const before = stateOf(sheet.workbook);
    expect([codeOf(() => sheet.workbook.transact(addin, () => change(sheet))), stateOf(sheet.workbook)]).toEqual([
      code,
      before,
    ]);
  });

  it('are denied where pivots are refused', () => {
    const sheet = sheetOf(people);
    sheet.workbook.configure({ pivotsRefused: true });
    const source = { kind: 'range', sheet: sheet.name, rect: rectOf(0, 0, 3, 2) } as const;
    expect(codeOf(() => sheet.addPivot('P', source, { row: 0, column: 5 }))).toBe('AccessDenied');
  });
});
