import { activeSheet, codeOf, onSheet } from '../support/excel';
import { openBridge, type BridgeHarness } from '../support/office';

/** Requests, requirement sets, events, settings. */

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

const text = 'x'.repeat(1_000);

test('Excel on the web takes 5 MB a request and gives 5 MB an answer', async () => {
  expect(office.workbook.options.payloadLimit).toBe(5 * 1024 * 1024);
  office.workbook.configure({ payloadLimit: 100_000 });
  const write = (rows: number) =>
    codeOf((sheet) => {
      sheet.getRangeByIndexes(0, 0, rows, 1).values = Array.from({ length: rows }, () => [text]);
    });
  expect(await write(101)).toBe('RequestPayloadSizeLimitExceeded');
  expect(await write(60)).toBe('done');
  expect(await write(60)).toBe('done');
  await onSheet((sheet) => (sheet.getRange('A61:A120').values = Array.from({ length: 60 }, () => [text])));
  expect(await codeOf((sheet) => sheet.getRange('A1:A120').load('values'))).toBe('ResponsePayloadSizeLimitExceeded');
});

test('a member above the requirement set of this Excel is unknown to it', async () => {
  office.workbook.configure({ excelApi: '1.12' });
  await onSheet((sheet) => sheet.tables.add('A1:B2', true));
  expect(await codeOf((sheet) => sheet.tables.getItemAt(0).resize('A1:B3'))).toBe('ApiNotFound');
});

test.each([
  ['1.13', [true, false, false, false]],
  ['1.14', [true, true, false, false]],
  ['1.17', [true, true, true, false]],
  ['1.18', [true, true, true, true]],
])('sets above 1.13 are asked for at run time: with ExcelApi %s', (excelApi, supported) => {
  office.workbook.configure({ excelApi });
  const { requirements } = Office.context;
  expect(['1.13', '1.14', '1.15', '1.18'].map((set) => requirements.isSetSupported('ExcelApi', set))).toEqual(
    supported,
  );
});

test('values must be as large as the range', async () => {
  expect(await codeOf((sheet) => (sheet.getRange('A1:B2').values = [['a', 'b']]))).toBe('InvalidArgument');
});

test('what was not loaded cannot be read', async () => {
  const read = Excel.run((context) => Promise.resolve(activeSheet(context).name));
  await expect(read).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
});

interface Heard {
  readonly source: string;
  readonly type: string;
}

/** Hears changes while `job` runs, and after its last answer: events come in promises, all over when the next turn begins. */
async function heard(job: () => Promise<unknown>): Promise<readonly Heard[]> {
  const events: Heard[] = [];
  const handler = await Excel.run(async (context) => {
    const added = context.workbook.worksheets.onChanged.add((event) => {
      events.push({ source: event.source, type: event.changeType });
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  await job();
  await new Promise(setImmediate);
  await Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  return events;
}

test('onChanged fires for every co-author: Local for what this person did, Remote for the others', async () => {
  const other = office.join();
  const events = await heard(async () => {
    await onSheet((sheet) => (sheet.getRange('A1').values = [[1]]));
    await other.Excel.run(async (context) => {
      activeSheet(context).getRange('A2').values = [[2]];
      await context.sync();
    });
  });
  expect(events).toEqual([
    { source: 'Local', type: 'RangeEdited' },
    { source: 'Remote', type: 'RangeEdited' },
  ]);
});

test('with enableEvents off this session hears nothing', async () => {
  const events = await heard(async () => {
    await onSheet((_sheet, context) => (context.runtime.enableEvents = false));
    await onSheet((sheet) => (sheet.getRange('A1').values = [[1]]));
    await onSheet((_sheet, context) => (context.runtime.enableEvents = true));
  });
  expect(events).toEqual([]);
});

test('a batch that fails half way keeps what was done before, and is one answer', async () => {
  const code = await codeOf((sheet) => {
    sheet.getRange('A1').values = [['fait']];
    sheet.tables.getItem('Absente').delete();
    sheet.getRange('A2').values = [['jamais']];
  });
  const { activeSheet: model } = office.workbook;
  expect([code, model.cells.get(0, 0)?.value, model.cells.get(1, 0)?.value]).toEqual([
    'ItemNotFound',
    'fait',
    undefined,
  ]);
});

test('an object that is not there answers isNullObject, and what is asked of it does not fail', async () => {
  const found = await Excel.run(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject('Absente');
    table.getDataBodyRange().load('values');
    table.load('name');
    await context.sync();
    return table.isNullObject;
  });
  expect(found).toBe(true);
});

test.each([
  ['1.17', 'ApiNotFound'],
  ['1.18', 'done'],
])('rich text in a cell (1.18) goes through setCellProperties: with ExcelApi %s, %s', async (excelApi, code) => {
  office.workbook.configure({ excelApi });
  const textRuns = [{ text: 'Titre', font: { bold: true } }, { text: ' suite' }];
  expect(await codeOf((sheet) => sheet.getRange('A1').setCellProperties([[{ textRuns }]]))).toBe(code);
});

test('with calculation suspended (1.6) what is read after the sync is right', async () => {
  const total = await Excel.run(async (context) => {
    const range = activeSheet(context).getRange('A1:A3');
    context.application.suspendApiCalculationUntilNextSync();
    range.formulas = [[1], [2], ['=SUM(A1:A2)']];
    range.load('values');
    await context.sync();
    return range.values;
  });
  expect(total).toEqual([[1], [2], [3]]);
});

test('a sheet keeps 65,530 links', async () => {
  const link = (rows: number) =>
    Array.from({ length: rows }, () => [{ hyperlink: { address: 'https://exemple.org' } }]);
  await onSheet((sheet) => sheet.getRange('A1:A65530').setCellProperties(link(65_530)));
  expect(await codeOf((sheet) => sheet.getRange('B1').setCellProperties(link(1)))).toBe('InvalidOperation');
});

test('what this Excel fails at it names in its error', async () => {
  office.workbook.configure({ failsAt: ['PageLayout.paperSize'] });
  const error = await onSheet(({ pageLayout }) => (pageLayout.paperSize = 'A4')).catch((each: unknown) => each);
  expect(error).toMatchObject({
    code: 'GeneralException',
    debugInfo: { errorLocation: 'PageLayout.paperSize' },
  });
});
