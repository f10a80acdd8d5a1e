import { openBridge, type BridgeHarness } from '../../../test/support/office';
import type { BridgeConnection } from '../node';

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

const delivered = () => new Promise((resolve) => setTimeout(resolve, 5));

type Heard = Record<string, unknown>;

/** Listens to changes of the sheet in front, and gives what was heard. */
async function listen(connection: BridgeConnection): Promise<Heard[]> {
  const heard: Heard[] = [];
  await connection.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().onChanged.add((event) => {
      const { type, address, changeType, source, triggerSource, details } = event;
      heard.push({ type, address, changeType, source, triggerSource, details });
      return Promise.resolve();
    });
    await context.sync();
  });
  return heard;
}

async function write(connection: BridgeConnection, address: string, value: unknown): Promise<void> {
  await connection.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange(address).values = [[value]];
    await context.sync();
  });
  await delivered();
}

test("a session's own change comes as local, by this add-in", async () => {
  const heard = await listen(office);
  await write(office, 'B2', 5);
  expect(heard).toEqual([
    {
      type: 'WorksheetChanged',
      address: 'B2',
      changeType: 'RangeEdited',
      source: 'Local',
      triggerSource: 'ThisLocalAddin',
      details: { valueBefore: '', valueAfter: 5, valueTypeBefore: 'Empty', valueTypeAfter: 'Double' },
    },
  ]);
});

test('a co-author’s change comes as remote, and to each session once', async () => {
  const other = office.join({ name: 'autre' });
  const [mine, theirs] = [await listen(office), await listen(other)];
  await write(other, 'A1', 'x');
  expect([mine, theirs].map((heard) => heard.map(({ source, address }) => [source, address]))).toEqual([
    [['Remote', 'A1']],
    [['Local', 'A1']],
  ]);
});

test('what the person types beside the add-in is local, but not by the add-in', async () => {
  const heard = await listen(office);
  const sheet = office.workbook.activeSheet;
  const origin = { session: office.session.options.name, by: 'person' } as const;
  office.workbook.transact(origin, () => sheet.type(0, 0, '12'));
  await delivered();
  expect(heard).toMatchObject([{ address: 'A1', source: 'Local', triggerSource: 'Unknown' }]);
});

test('the range of an event can be asked for', async () => {
  const addresses: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add((event) =>
      Excel.run(async (inner) => {
        const range = event.getRange(inner);
        range.load('address');
        await inner.sync();
        addresses.push(range.address);
      }),
    );
    await context.sync();
  });
  await write(office, 'C3', 1);
  await delivered();
  expect(addresses).toEqual(['Feuil1!C3']);
});

test('tables tell of changes, and their collection of new ones', async () => {
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    context.workbook.tables.onAdded.add((event) => Promise.resolve(void heard.push(`added ${event.tableId}`)));
    sheet.getRange('A1:B2').values = [
      ['a', 'b'],
      [1, 2],
    ];
    await context.sync();
    const table = sheet.tables.add('A1:B2', true);
    table.onChanged.add((event) => Promise.resolve(void heard.push(`changed ${event.tableId} ${event.address}`)));
    await context.sync();
  });
  await write(office, 'B2', 9);
  await write(office, 'E9', 9);
  const [table] = office.workbook.tables;
  expect(heard).toEqual([`added ${table?.id}`, `changed ${table?.id} B2`]);
});

test('sheets tell of selection and activation', async () => {
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const { id } = { id: worksheets.getActiveWorksheet() };
    id.load('id');
    worksheets.onSelectionChanged.add((event) => Promise.resolve(void heard.push(`selected ${event.address}`)));
    worksheets.onActivated.add((event) => Promise.resolve(void heard.push(`activated ${event.worksheetId}`)));
    await context.sync();
    worksheets.getActiveWorksheet().getRange('B2:C3').select();
    await context.sync();
    worksheets.add('Deux').activate();
    await context.sync();
  });
  await delivered();
  expect(heard).toEqual(['selected B2:C3', `activated ${office.workbook.activeSheet.id}`]);
});

test('a handler that was removed hears no more', async () => {
  const heard: string[] = [];
  const handler = await Excel.run(async (context) => {
    const added = context.workbook.worksheets
      .getActiveWorksheet()
      .onChanged.add((event) => Promise.resolve(void heard.push(event.address)));
    await context.sync();
    return added;
  });
  await write(office, 'A1', 1);
  await Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  await write(office, 'A2', 2);
  expect(heard).toEqual(['A1']);
});

test('runtime.enableEvents silences a session and no other', async () => {
  const other = office.join();
  const [mine, theirs] = [await listen(office), await listen(other)];
  await Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    await context.sync();
  });
  await write(office, 'A1', 1);
  expect([mine.length, theirs.length]).toEqual([0, 1]);
});

test('cells put in and taken out are told as such, with the way that the others went', async () => {
  const heard: unknown[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(({ changeType, changeDirectionState, address }) => {
      heard.push({ changeType, address, ...changeDirectionState });
      return Promise.resolve();
    });
    await context.sync();
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('2:3').insert('Down');
    sheet.getRange('B:B').delete('Left');
    sheet.getRange('A1:A2').insert('Right');
    await context.sync();
  });
  await delivered();
  expect(heard).toEqual([
    { changeType: 'RowInserted', address: '2:3', insertShiftDirection: 'Down' },
    { changeType: 'ColumnDeleted', address: 'B:B', deleteShiftDirection: 'Left' },
    { changeType: 'CellInserted', address: 'A1:A2', insertShiftDirection: 'Right' },
  ]);
});

test('rows and columns of a table that come and go are told as such, by the table too', async () => {
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:B3').values = [
      ['a', 'b'],
      [1, 2],
      [3, 4],
    ];
    const table = sheet.tables.add('A1:B3', true);
    sheet.onChanged.add((event) => Promise.resolve(void heard.push(`sheet ${event.changeType} ${event.address}`)));
    table.onChanged.add((event) => Promise.resolve(void heard.push(`table ${event.changeType} ${event.address}`)));
    await context.sync();
    table.rows.getItemAt(1).delete();
    await context.sync();
    table.rows.add(-1, [[5, 6]]);
    await context.sync();
    table.columns.getItemAt(1).delete();
    table.columns.add(-1);
    await context.sync();
  });
  await delivered();
  expect(heard).toEqual([
    'sheet RowDeleted A3:B3',
    'table RowDeleted A3:B3',
    'sheet RowInserted A3:B3',
    'table RowInserted A3:B3',
    'sheet RangeEdited A3:B3',
    'table RangeEdited A3:B3',
    'sheet ColumnDeleted B1:B3',
    'table ColumnDeleted B1:B3',
    'sheet ColumnInserted B1:B3',
    'table ColumnInserted B1:B3',
  ]);
});
