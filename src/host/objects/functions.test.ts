import { openBridge, type BridgeHarness } from '../../../test/support/office';
import { activeSheet, onSheet } from '../../../test/support/excel';

/** `workbook.functions`, through the real proxies. */

let office: BridgeHarness;
beforeEach(async () => {
  office = openBridge();
  await onSheet((sheet) => {
    sheet.getRange('A1:B3').values = [
      ['pin', 12],
      ['orme', 30],
      ['frêne', 5],
    ];
  });
});
afterEach(() => office.dispose());

type Ask = (functions: Excel.Functions, range: (address: string) => Excel.Range) => Excel.FunctionResult<unknown>;

const ask = (call: Ask) =>
  Excel.run(async (context) => {
    const result = call(context.workbook.functions, (address) => activeSheet(context).getRange(address));
    result.load('value,error');
    await context.sync();
    const { error, value } = result.toJSON();
    return error ?? value;
  });

test.each<[string, Ask, unknown]>([
  ['ranges and values, as many as there are', (f, range) => f.sum(range('B1:B2'), 8, range('B3')), 55],
  ['values only', (f) => f.max(3, 7, 5), 7],
  ['what is looked up', (f, range) => f.vlookup('orme', range('A1:B3'), 2, false), 30],
  ['criteria', (f, range) => f.countIf(range('B1:B3'), '>10'), 2],
  ['texts with quotes', (f) => f.upper('dit "oui"'), 'DIT "OUI"'],
  ['the result of another', (f, range) => f.round(f.average(range('B1:B3')), 1), 15.7],
  ['a name with a dot', (f, range) => f.percentile_Inc(range('B1:B3'), 0.5), 12],
  ['days', (f) => f.date(2021, 6, 2), 44_349],
  ['an error', (f, range) => f.match('chêne', range('A1:A3'), 0), '#N/A'],
])('%s', async (_description, call, expected) => {
  expect(await ask(call)).toEqual(expected);
});

test('a function that the host does not compute is refused by name', async () => {
  await expect(ask((f) => f.convert(1, 'mi', 'km'))).rejects.toMatchObject({ code: 'NotImplemented' });
});

test('nothing is written, and nothing can be undone', async () => {
  const before = office.workbook.activeSheet.version;
  await ask((f) => f.pi());
  expect(office.workbook.activeSheet.version).toBe(before);
});
