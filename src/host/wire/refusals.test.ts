import { openBridge, type BridgeHarness } from '../../../test/support/office';

/** What goes wrong, and how the add-in hears of it. */

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

interface Failure {
  readonly code: string;
  readonly location: string | undefined;
}

async function failure(run: (context: Excel.RequestContext) => Promise<unknown>): Promise<Failure> {
  try {
    await office.Excel.run(run);
  } catch (error) {
    if (!(error instanceof office.OfficeExtension.Error)) throw error;
    return { code: error.code, location: error.debugInfo.errorLocation };
  }
  throw new Error('It did not fail.');
}

const active = (context: Excel.RequestContext) => context.workbook.worksheets.getActiveWorksheet();

const cases: readonly {
  readonly name: string;
  readonly run: (context: Excel.RequestContext) => unknown;
  readonly expected: Failure;
}[] = [
  {
    name: 'an item that is not there',
    run: (context) => context.workbook.tables.getItem('Absente').load('name'),
    expected: { code: 'ItemNotFound', location: 'TableCollection.getItem' },
  },
  {
    name: 'values of another shape',
    run: (context) => {
      active(context).getRange('A1:B2').values = [[1, 2, 3]];
    },
    expected: { code: 'InvalidArgument', location: 'Range.values' },
  },
  {
    name: 'cells of whole columns set one by one',
    run: (context) => {
      active(context).getRange('A:B').values = 'x' as unknown as string[][];
    },
    expected: { code: 'InvalidArgument', location: 'Range.values' },
  },
  {
    name: 'an address that is none',
    run: (context) => active(context).getRange('pas une adresse').load('values'),
    expected: { code: 'InvalidArgument', location: 'Worksheet.getRange' },
  },
  {
    name: 'a range that leaves the sheet',
    run: (context) => active(context).getRange('A1').getOffsetRange(-1, 0).load('values'),
    expected: { code: 'InvalidArgument', location: 'Range.getOffsetRange' },
  },
  {
    name: 'a sheet of a name that is taken',
    run: (context) => context.workbook.worksheets.add('feuil1'),
    expected: { code: 'ItemAlreadyExists', location: 'WorksheetCollection.add' },
  },
  {
    name: 'a member that Excel has and the host has not',
    run: (context) => active(context).getRange('A1').flashFill(),
    expected: { code: 'NotImplemented', location: 'Range.FlashFill()' },
  },
  {
    name: 'a collection that the host has not',
    run: (context) => active(context).shapes.load('items/name'),
    expected: { code: 'NotImplemented', location: 'Worksheet.Shapes' },
  },
  {
    name: 'a colour that is none',
    run: (context) => {
      active(context).getRange('A1').format.fill.color = 'verdâtre';
    },
    expected: { code: 'InvalidArgument', location: 'RangeFill.color' },
  },
];

test.each(cases)('$name', async ({ run, expected }) => {
  const heard = await failure(async (context) => {
    run(context);
    await context.sync();
  });
  expect(heard).toEqual(expected);
});

test('what was not loaded cannot be read: the client sees to it', async () => {
  const heard = await failure(async (context) => {
    const sheet = active(context);
    await context.sync();
    return sheet.name;
  });
  expect(heard.code).toBe('PropertyNotLoaded');
});

test('a request stops at its first failure and keeps what it did before', async () => {
  await failure(async (context) => {
    const sheet = active(context);
    sheet.getRange('A1').values = [['avant']];
    sheet.tables.getItem('Absente').name = 'x';
    sheet.getRange('A2').values = [['après']];
    await context.sync();
  });
  const sheet = office.workbook.activeSheet;
  expect([sheet.text(0, 0), sheet.text(1, 0)]).toEqual(['avant', '']);
});

test('an older Excel does not know newer members', async () => {
  office.workbook.configure({ excelApi: '1.11' });
  const heard = await failure(async (context) => {
    const merged = active(context).getRange('A1').getMergedAreasOrNullObject();
    merged.load('address');
    await context.sync();
  });
  expect(heard).toEqual({ code: 'ApiNotFound', location: 'Range.GetMergedAreasOrNullObject' });
  expect(office.Office.context.requirements.isSetSupported('ExcelApi', '1.12')).toBe(false);
});

test('requests and responses over the limit are refused', async () => {
  office.workbook.configure({ payloadLimit: 20_000 });
  const text = 'x'.repeat(30_000);
  const tooLong = await failure(async (context) => {
    active(context).getRange('A1').values = [[text]];
    await context.sync();
  });
  const sheet = office.workbook.activeSheet;
  office.workbook.transact({ session: 'person', by: 'person' }, () =>
    sheet.write({ row: 0, column: 0, rows: 1, columns: 1 }, [[text]], 'values'),
  );
  const tooMuch = await failure(async (context) => {
    active(context).getRange('A1').load('values');
    await context.sync();
  });
  expect([tooLong.code, tooMuch.code]).toEqual(['RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded']);
});

describe('while a cell is being edited', () => {
  beforeEach(() => office.host.setCellEditing(true));

  test('calls are refused', async () => {
    const heard = await failure(async (context) => {
      active(context).load('name');
      await context.sync();
    });
    expect(heard.code).toBe('InvalidOperationInCellEditMode');
  });

  test('a call that may wait goes on when the person leaves the cell', async () => {
    const read = office.Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheet = active(context);
      sheet.load('name');
      await context.sync();
      return sheet.name;
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(office.session.statistics.requests).toBe(0);
    office.host.setCellEditing(false);
    expect(await read).toBe('Feuil1');
  });
});

test.each([
  ['error', undefined, 'GeneralException', ''],
  ['error', 'AccessDenied', 'AccessDenied', ''],
  ['timeout', undefined, 'Timeout', ''],
  ['lostResponse', undefined, 'GeneralException', 'écrit'],
  ['halfway', undefined, 'GeneralException', ''],
] as const)('an injected %s (%s) is heard as %s', async (kind, code, heard, left) => {
  office.session.injectFault({ at: 2, kind, ...(code ? { code } : {}) });
  const error = await failure(async (context) => {
    const sheet = active(context);
    sheet.load('name');
    await context.sync();
    sheet.getRange('A1').values = [['écrit']];
    await context.sync();
  });
  expect([error.code, office.workbook.activeSheet.text(0, 0)]).toEqual([heard, left]);
});

test.each([
  [0, ['', '']],
  [0.75, ['un', '']],
  [1, ['un', 'deux']],
] as const)('of a request that fails after a share of %s of its actions, the first are done', async (share, left) => {
  office.session.injectFault({ at: 1, kind: 'halfway', share });
  const error = await failure(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1').values = [['un']];
    sheet.getRange('A2').values = [['deux']];
    await context.sync();
  });
  const sheet = office.workbook.activeSheet;
  expect([error.code, sheet.text(0, 0), sheet.text(1, 0)]).toEqual(['GeneralException', ...left]);
});

test('a page that is reloaded is not answered, what it sent is done, and its session ends', async () => {
  office.session.injectFault({ at: 1, kind: 'reload' });
  const answered = jest.fn();
  const ended = new Promise<void>((resolve) => office.session.onEnd(resolve));
  void office.Excel.run(async (context) => {
    active(context).getRange('A1').values = [['écrit']];
    await context.sync();
  }).then(answered, answered);
  await ended;
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect([office.workbook.activeSheet.text(0, 0), office.session.heldReferences]).toEqual(['écrit', 0]);
  expect(answered).not.toHaveBeenCalled();
});

test.each([
  ['read-only', { readOnly: true }],
  ['protected', {}],
])('a %s workbook denies writing', async (name, options) => {
  office.workbook.configure(options);
  if (name === 'protected') office.workbook.activeSheet.protect();
  const heard = await failure(async (context) => {
    active(context).getRange('A1').values = [[1]];
    await context.sync();
  });
  expect(heard).toEqual({ code: 'AccessDenied', location: 'Range.values' });
});

test('formats set together are refused where the first was asked for, and what came before stays', async () => {
  const sheet = office.workbook.activeSheet;
  const heard = await failure(async (context) => {
    const range = active(context).getRange('A1:B2');
    range.values = [
      [1, 2],
      [3, 4],
    ];
    active(context).protection.protect();
    range.format.font.bold = true;
    range.format.wrapText = true;
    active(context).getRange('D1').values = [[5]];
    await context.sync();
  });
  expect(heard).toEqual({ code: 'AccessDenied', location: 'RangeFont.bold' });
  expect([sheet.cells.get(0, 0)?.value, sheet.cells.get(0, 3)?.value]).toEqual([1, undefined]);
});

test('formats set together take the order in which they were asked for', async () => {
  await office.Excel.run(async (context) => {
    const { format } = active(context).getRange('A1:B2');
    format.font.bold = true;
    format.font.size = 14;
    format.font.bold = false;
    format.wrapText = true;
    await context.sync();
  });
  const { styles, activeSheet } = office.workbook;
  const { font, wrap } = styles.get(activeSheet.styles.at(1, 1));
  expect([font.bold, font.size, wrap]).toEqual([false, 14, true]);
});
