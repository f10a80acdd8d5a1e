import { Workbook, type CellInput, type CellValue, type Sheet } from '..';

const at = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
const origin = { session: 'test', by: 'addin' } as const;

/** A workbook with a sheet of activities (a table) and a sheet of formulas. */
function workbook(): { book: Workbook; activities: Sheet; sheet: Sheet } {
  const book = Workbook.blank({ locale: 'en-US', now: () => 44350.75 });
  const activities = book.addSheet('Activités');
  const rows: CellInput[][] = [
    ['Id', 'Date', 'No plan', 'Note'],
    ['a', 44348, '1.1', 'x'],
    ['b', 44350, '1.1.2', 'y'],
    ['c', 44352, '1.1.2', null],
    ['d', 44354, '1.2', 'x'],
  ];
  book.transact(origin, () => {
    activities.styles.setNumberFormats({ row: 0, column: 2, rows: 5, columns: 1 }, '@');
    activities.write({ row: 0, column: 0, rows: 5, columns: 4 }, rows, 'values');
    activities.addTable({ row: 0, column: 0, rows: 5, columns: 4 }, true, 'Activites');
  });
  return { book, activities, sheet: book.sheets[0]! };
}

function compute(formulas: readonly string[], given: readonly CellInput[] = []): CellValue[] {
  const { book, sheet } = workbook();
  book.transact(origin, () => {
    if (given.length > 0)
      sheet.write(
        { row: 0, column: 1, rows: given.length, columns: 1 },
        given.map((value) => [value]),
        'values',
      );
    sheet.write(
      { row: 0, column: 0, rows: formulas.length, columns: 1 },
      formulas.map((formula) => [`=${formula}`]),
      'formulas',
    );
  });
  return formulas.map((_, row) => sheet.cells.get(row, 0)!.value);
}

test.each<[string, CellValue]>([
  ['1+2*3', 7],
  ['COUNTIFS(Activites[No plan],"1.1.2")', 2],
  ['COUNTIFS(Activites[No plan],"1.1*",Activites[Date],">="&B1)', 2],
  ['COUNTIFS(Activites[Note],"")', 1],
  ['COUNTIF(Activites[Note],"<>x")', 2],
  ['SUMIFS(Activites[Date],Activites[Id],"a")', 44348],
  ['SUMIF(Activites[Id],"b",Activites[Date])', 44350],
  ['_xlfn.MAXIFS(Activites[Date],Activites[No plan],"1.1.2")', 44352],
  ['MINIFS(Activites[Date],Activites[No plan],"none")', 0],
  ['AVERAGEIFS(Activites[Date],Activites[Note],"x")', 44351],
  ['COUNTIF(\'Activités\'!C:C,"1.1.?")', 2],
  ['COUNTIF(\'Activités\'!C2:C100,"")', 95],
  ['COUNTIFS(Activites[Id],"a",Activites[[#All],[Date]],">0")', { error: '#VALUE!' }],
  ['SUM(COUNTIFS(Activites[Id],{"a","b"}))', 2],
  ['ROWS(Activites)', 4],
  ['ROWS(Activites[#All])', 5],
  ['COUNTA(Activites[#Headers])', 4],
  ['TODAY()', 44350],
  ['NOW()', 44350.75],
  ['IF(B1>1,"yes","no")', 'yes'],
  ['B9', 0],
  ['FOO(1)', { error: '#NAME?' }],
  ['Nobody', { error: '#NAME?' }],
  ['1/0', { error: '#DIV/0!' }],
  ['SUM(1/0,2)', { error: '#DIV/0!' }],
  ['IFERROR(1/0,"n")', 'n'],
  ['Gone!A1', { error: '#REF!' }],
  ['SORT(B1:B3)', 1],
  ['INDEX(Activites[Id],MATCH("1.2",Activites[No plan],0))', 'd'],
  ['SUMPRODUCT((Activites[Note]="x")*1)', 2],
  ['TEXT(44348,"yyyy-mm-dd")', '2021-06-01'],
  ['INDIRECT("B"&2)', 1],
])('%s', (formula, expected) => {
  expect(compute([formula], [44350, 1, 3])).toEqual([expected]);
});

test('formulas read formulas, in whatever order they stand', () => {
  expect(compute(['A2+1', 'A3+1', 'COUNTIFS(B1:B2,A4)', '"x"'], ['x', 'X'])).toEqual([4, 3, 2, 'x']);
});

test('an aggregate over a range that holds formulas waits for them', () => {
  expect(compute(['COUNTIF(A2:A4,">1")', 'B1', 'A2+1', 'A3+1'], [1])).toEqual([2, 1, 2, 3]);
});

test('what waits for itself is 0, what reads it goes on', () => {
  expect(compute(['A2+1', 'A1+1', 'A3', 'A1+5', '7'])).toEqual([0, 0, 0, 5, 7]);
});

test('[@X] is the row of the formula; a name may be a range, a value or a formula', () => {
  const { book, activities, sheet } = workbook();
  book.transact(origin, () => {
    book.names.define({ name: 'Dates', formula: "'Activités'!$B$2:$B$5", visible: true, comment: '' });
    book.names.define({ name: 'Rate', formula: '0.5', visible: true, comment: '' });
    book.names.define({ name: 'Latest', formula: 'MAX(Dates)', visible: true, comment: '' });
    activities.write(
      { row: 1, column: 5, rows: 1, columns: 2 },
      [['=Activites[@[No plan]]', '=COUNTIF(Dates,">"&Activites[@Date])']],
      'formulas',
    );
    sheet.write({ row: 0, column: 0, rows: 1, columns: 3 }, [['=COUNT(Dates)', '=Rate*2', '=Latest']], 'formulas');
  });
  expect([5, 6].map((column) => activities.cells.get(1, column)!.value)).toEqual(['1.1', 3]);
  expect([0, 1, 2].map((column) => sheet.cells.get(0, column)!.value)).toEqual([4, 1, 44354]);
});

test('a row added to the table is counted at once, and undo takes the count back', () => {
  const { book, activities, sheet } = workbook();
  const value = (): CellValue => sheet.cells.get(0, 0)!.value;
  book.transact(origin, () =>
    sheet.write({ row: 0, column: 0, rows: 1, columns: 1 }, [['=COUNTIFS(Activites[No plan],"1.1.2")']], 'formulas'),
  );
  expect(value()).toBe(2);
  book.transact(origin, () =>
    activities.write({ row: 5, column: 0, rows: 1, columns: 4 }, [['e', 44360, "'1.1.2", null]], 'values'),
  );
  expect(value()).toBe(3);
  book.history.undo();
  expect(value()).toBe(2);
});

test('values hold while nothing that they read changes, and follow what does, undo included', () => {
  const { book, activities, sheet } = workbook();
  const other = book.addSheet('Other');
  book.transact(origin, () => sheet.write(at(0, 0), [["=SUM('Activités'!B2:B3)"]], 'formulas'));
  expect(sheet.cells.get(0, 0)!.value).toBe(88698);
  book.transact(origin, () => other.write(at(0, 0), [[1]], 'values'));
  expect(sheet.cells.get(0, 0)!.value).toBe(88698);
  book.transact(origin, () => activities.write(at(1, 1), [[44349]], 'values'));
  expect(sheet.cells.get(0, 0)!.value).toBe(88699);
  book.history.undo();
  expect(sheet.cells.get(0, 0)!.value).toBe(88698);
  book.transact(origin, () => activities.write(at(2, 1), [[1]], 'values'));
  expect(sheet.cells.get(0, 0)!.value).toBe(44349);
});
