import { Workbook, type CellInput, type CellValue } from '..';
import { IndexedCalls, IndexStore } from './rewrite';
import { compile, type Environment } from './program';
import { References } from './references';
import { parseFormula } from './syntax';

const origin = { session: 'test', by: 'addin' } as const;

const cells: readonly (readonly CellInput[])[] = [
  ['1.1', 5, "'2", true, null],
  ['1.1.2', -3, 'abc', false, "'12%"],
  ['1.2', 0.5, "'2021-06-01", '=1/0', ''],
];

function sheetOf(): Workbook {
  const book = Workbook.blank({ locale: 'en-US', now: () => 44350.75 });
  const sheet = book.sheets[0]!;
  book.transact(origin, () => {
    sheet.styles.setNumberFormats({ row: 0, column: 0, rows: 3, columns: 1 }, '@');
    sheet.write({ row: 0, column: 0, rows: 3, columns: 5 }, cells, 'formulas');
  });
  return book;
}

/** What a formula in G1 gives, or null where it is left to the library. */
function ours(book: Workbook, formula: string): CellValue {
  const environment: Environment = {
    references: new References(book),
    calls: new IndexedCalls(new IndexStore()),
    clock: 44350.75,
  };
  const program = compile(parseFormula(formula)!, book.sheets[0]!, { row: 0, column: 6 }, environment);
  return program && (program.run(0, 6) ?? 0);
}

/** What the library gives for it, within a function that is left to it. */
function librarys(book: Workbook, formula: string): CellValue {
  const sheet = book.sheets[0]!;
  book.transact(origin, () =>
    sheet.write({ row: 0, column: 6, rows: 1, columns: 1 }, [[`=CHOOSE(1,${formula})`]], 'formulas'),
  );
  return sheet.cells.get(0, 6)!.value;
}

/** Where the library does not do as Excel does: dates in texts, 0^0, 15 digits, texts in cells, halves, ranges deleted, other rows. */
const unlikeExcel = new Set([
  '@B2:B3',
  'C3+0',
  '0^0',
  '1/3&"x"',
  'SUM(B1:B3,C1,"3",TRUE)',
  'ROUND(1.005,2)',
  'COUNTIFS(Sheet1!#REF!,"1.1*")',
  'SUMIFS(B1:B3,#REF!,"1.1*")',
]);

test.each<[string, CellValue]>([
  ['B1+B2*2', -1],
  ['2^3^2', 64],
  ['-2^2', 4],
  ['B1%', 0.05],
  ['C1+1', 3],
  ['E2+1', 1.12],
  ['C3+0', 44348],
  ['C2+1', { error: '#VALUE!' }],
  ['D1+D2', 1],
  ['1/0', { error: '#DIV/0!' }],
  ['0^0', { error: '#NUM!' }],
  ['B1/0.1&""', '50'],
  ['1/3&"x"', '0.333333333333333x'],
  ['D1&"|"&E1', 'TRUE|'],
  ['"a"="A"', true],
  ['"b">"A"', true],
  ['2<"1"', true],
  ['TRUE>"z"', true],
  ['E1=0', true],
  ['E1=""', true],
  ['E1<>FALSE', false],
  ['D3=1', { error: '#DIV/0!' }],
  ['IF(B1>1,"yes","no")', 'yes'],
  ['IF(B1>9,"yes")', false],
  ['IF(B1>1,,2)', 0],
  ['IF("x",1,2)', { error: '#VALUE!' }],
  ['IF(TRUE,1,D3)', 1],
  ['IFERROR(D3,"none")', 'none'],
  ['AND(B1>1,B2<0)', true],
  ['OR(B1>9,B2>0)', false],
  ['NOT(B1)', false],
  ['SUM(B1:B3)', 2.5],
  ['SUM(B1:B3,C1,"3",TRUE)', 6.5],
  ['SUM(A1:E3)', { error: '#DIV/0!' }],
  ['MIN(B1:B3,10)', -3],
  ['MAX(A1:A3)', 0],
  ['AVERAGE(B1:B2)', 1],
  ['AVERAGE(A1:A3)', { error: '#DIV/0!' }],
  ['COUNT(A1:E3)', 3],
  ['COUNTA(A1:E3)', 13],
  ['ROUND(1.005,2)', 1.01],
  ['ROUND(-2.5,0)', -3],
  ['ROUND(1234.5,-2)', 1200],
  ['INT(-1.5)', -2],
  ['ABS(B2)', 3],
  ['LEN(A2)', 5],
  ['LEFT(A2,3)', '1.1'],
  ['RIGHT(A2)', '2'],
  ['UPPER("é")', 'É'],
  ['LOWER("É")', 'é'],
  ['TRIM("  a   b ")', 'a b'],
  ['SUBSTITUTE(A2,".","?",1)', '1?1.2'],
  ['SUBSTITUTE(A2,".","-")', '1-1-2'],
  ['SUBSTITUTE("aaa","a","b",4)', 'aaa'],
  ['ISBLANK(E1)', true],
  ['ISNUMBER(B1)', true],
  ['ISTEXT(A1)', true],
  ['ISERROR(D3)', true],
  ['COUNTIFS(A1:A3,"1.1*")', 2],
  ['COUNTIFS(A1:A3,"1.1*",B1:B3,"<0")', 1],
  ['SUMIFS(B1:B3,A1:A3,A1&"*")', 2],
  ['SUMIF(A1:A3,"1.2",B1)', 0.5],
  ['MAXIFS(B1:B3,A1:A3,"1*")', 5],
  ['#N/A', { error: '#N/A' }],
  ['Gone!A1', { error: '#REF!' }],
  ['Sheet1!#REF!', { error: '#REF!' }],
  ['\'Mon plan\'!#REF!&"Plan!#REF!"', { error: '#REF!' }],
  ['LEN("Plan!#REF!")', 10],
  ['IF(AND(#REF!<>"",ISNUMBER(Sheet1!#REF!)),1,"")', { error: '#REF!' }],
  ['ISNUMBER(Sheet1!#REF!)', false],
  ['IFERROR(Sheet1!#REF!,"gone")', 'gone'],
  ['MAX(B1,#REF!)', { error: '#REF!' }],
  ['COUNTIFS(Sheet1!#REF!,"1.1*")', { error: '#REF!' }],
  ['SUMIFS(B1:B3,#REF!,"1.1*")', { error: '#REF!' }],
  ['IFNA(#N/A,"none")', 'none'],
  ['IFNA(D3,"none")', { error: '#DIV/0!' }],
  ['ROW()+COLUMN()', 8],
  ['ROW(B3)+COLUMN($C$1)', 6],
  ['ROWS(A1:B3)*COLUMNS(A1:B3)', 6],
  ['MID(A2,3,2)', '1.'],
  ['MID(A2,0,2)', { error: '#VALUE!' }],
  ['MOD(-7,3)', 2],
  ['MOD(7,0)', { error: '#DIV/0!' }],
  ['CONCATENATE(A1,"|",B1,D1)', '1.1|5TRUE'],
  ['EXACT("a","A")', false],
  ['@B1:B3*2', 10],
  ['@$B:$B&@Sheet1!A1:A3', '51.1'],
  ['SUM(@B:B,1)', 6],
  ['AND(@A:A<>"",ISNUMBER(@B:B))', true],
  ['@B2:B3', { error: '#VALUE!' }],
  // As files have it.
  ['IF(B1:B3>1,A1:A3,"")', '1.1'],
  ['COUNTIFS(A1:A3,A:A&"*")', 2],
])('%s', (formula, expected) => {
  expect(ours(sheetOf(), formula)).toEqual(expected);
  if (!unlikeExcel.has(formula)) expect(librarys(sheetOf(), formula)).toEqual(expected);
});

test.each([
  'SUMPRODUCT(B1:B3)',
  'SUM(B1:B3+1)',
  'AND(B1:B3>0)',
  '@A1:B3',
  'SUM({1,2})',
  'AND(D1,TRUE)',
  'COUNTIFS(A1:A3,{"a","b"})',
  'ROUND(1)',
])('leaves %s to the library', (formula) => {
  expect(ours(sheetOf(), formula)).toBeNull();
});

test('the clock of the host is the one of the formulas', () => {
  expect(ours(sheetOf(), 'TODAY()')).toBe(44350);
  expect(ours(sheetOf(), 'NOW()')).toBe(44350.75);
});
