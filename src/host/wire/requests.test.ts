import { openBridge, type BridgeHarness } from '../../../test/support/office';
import type { Action, Request } from './protocol';

/** What each shape of request of the real proxies does, seen from the add-in. */

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

async function fill(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:C3').values = [
      ['Région', 'Mois', 'Montant'],
      ['Est', 'janv.', 10],
      ['Ouest', 'févr.', 20],
    ];
    sheet.tables.add('A1:C3', true).name = 'Ventes';
    await context.sync();
  });
}

interface Case {
  readonly name: string;
  readonly run: (context: Excel.RequestContext) => Promise<unknown>;
  readonly expected: unknown;
}

const cases: readonly Case[] = [
  {
    name: 'a property loaded by name, whatever its case',
    run: async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load('NAME, visibility');
      await context.sync();
      return [sheet.name, sheet.visibility];
    },
    expected: ['Feuil1', 'Visible'],
  },
  {
    name: 'properties loaded as an object, through navigation',
    run: async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A2');
      range.load({ values: true, format: { fill: { color: true } } });
      await context.sync();
      return [range.values, range.format.fill.color];
    },
    expected: [[['Est']], '#FFFFFF'],
  },
  {
    name: 'a collection with a collection inside',
    run: async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name,items/tables/items/name');
      await context.sync();
      return worksheets.items.map((sheet) => [sheet.name, sheet.tables.items.map((table) => table.name)]);
    },
    expected: [['Feuil1', ['Ventes']]],
  },
  {
    name: 'a page of a collection',
    run: async (context) => {
      context.workbook.worksheets.add('Deux');
      context.workbook.worksheets.add('Trois');
      const { worksheets } = context.workbook;
      worksheets.load({ select: 'name', top: 1, skip: 1 });
      await context.sync();
      return worksheets.items.map((sheet) => sheet.name);
    },
    expected: ['Deux'],
  },
  {
    name: 'items of a collection go on being themselves after a sync',
    run: async (context) => {
      const { columns } = context.workbook.tables.getItem('Ventes');
      columns.load('items/name');
      await context.sync();
      const range = columns.items[2]!.getDataBodyRange();
      range.load('values');
      await context.sync();
      return range.values;
    },
    expected: [[10], [20]],
  },
  {
    name: 'null objects, with and without a load, and their children',
    run: async (context) => {
      const none = context.workbook.worksheets.getItemOrNullObject('Absente');
      const some = context.workbook.worksheets.getItemOrNullObject('feuil1');
      some.load('name');
      const table = context.workbook.tables.getItemOrNullObject('Absente');
      table.load('name');
      const body = table.getDataBodyRange();
      body.load('values');
      body.values = [[1]];
      await context.sync();
      return [none.isNullObject, some.isNullObject, some.name, table.isNullObject, body.isNullObject];
    },
    expected: [true, false, 'Feuil1', true, true],
  },
  {
    name: 'values set and read in one request, recalculated',
    run: async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('E1:F2');
      range.values = [
        [2, 'x'],
        [true, '=E1*3'],
      ];
      range.load('values,formulas,valueTypes');
      await context.sync();
      return [range.values, range.formulas, range.valueTypes];
    },
    expected: [
      [
        [2, 'x'],
        [true, 6],
      ],
      [
        [2, 'x'],
        [true, '=E1*3'],
      ],
      [
        ['Double', 'String'],
        ['Boolean', 'Double'],
      ],
    ],
  },
  {
    name: 'several properties set at once',
    run: async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:C1');
      range.set({ format: { fill: { color: '#00FF00' }, font: { bold: true, size: 14 }, wrapText: true } });
      range.load('format/fill/color,format/font/bold,format/font/size,format/wrapText');
      await context.sync();
      return [range.format.fill.color, range.format.font.bold, range.format.font.size, range.format.wrapText];
    },
    expected: ['#00FF00', true, 14, true],
  },
  {
    name: 'an object as an argument',
    run: async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const table = sheet.tables.add(sheet.getRange('K1:L2'), true);
      table.name = 'Deuxième';
      table.load('id,name');
      await context.sync();
      const again = context.workbook.tables.getItem(table.id);
      again.load('name');
      await context.sync();
      return [table.name, again.name];
    },
    expected: ['Deuxième', 'Deuxième'],
  },
  {
    name: 'a new sheet goes on being itself under a new name',
    run: async (context) => {
      const sheet = context.workbook.worksheets.add('N');
      const range = sheet.getRange('A1');
      await context.sync();
      sheet.name = 'N2';
      range.values = [[1]];
      await context.sync();
      sheet.load('name');
      range.load('address');
      await context.sync();
      return [sheet.name, range.address];
    },
    expected: ['N2', "'N2'!A1"],
  },
  {
    name: 'a count as a result',
    run: async (context) => {
      const count = context.workbook.worksheets.getCount();
      await context.sync();
      return count.value;
    },
    expected: 1,
  },
  {
    name: 'settings that are objects',
    run: async (context) => {
      const { settings } = context.workbook;
      settings.add('clé', { langue: 'fr', n: [1, 2] });
      const kept = settings.getItem('clé');
      const none = settings.getItemOrNullObject('autre');
      kept.load('key,value');
      await context.sync();
      return [kept.key, kept.value as unknown, none.isNullObject];
    },
    expected: ['clé', { langue: 'fr', n: [1, 2] }, true],
  },
];

test.each(cases)('$name', async ({ run, expected }) => {
  await fill();
  expect(await Excel.run(run)).toEqual(expected);
});

test('a large write comes in pieces and arrives whole', async () => {
  const values = Array.from({ length: 1000 }, (_, row) => [row, `ligne ${row}`]);
  const read = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1000');
    range.values = values;
    range.load('values');
    await context.sync();
    return range.values;
  });
  expect(read).toEqual(values);
});

test('Excel.run gives its references back', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
    range.load('values');
    await context.sync();
    expect(office.session.heldReferences).toBe(1);
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(office.session.heldReferences).toBe(0);
});

test('a kept range is found again in a later request', async () => {
  const values = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2');
    range.load('address');
    await context.sync();
    range.values = [[7]];
    await context.sync();
    range.load('values');
    await context.sync();
    return range.values as unknown;
  });
  expect(values).toEqual([[7]]);
});

test('requests, actions and bytes are counted; releasing references is counted apart', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['é']];
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
  const { requests, cleanups, actions, bytesIn, bytesOut } = office.session.statistics;
  expect({ requests, cleanups }).toEqual({ requests: 1, cleanups: 1 });
  expect(actions).toBeGreaterThan(3);
  expect(bytesIn).toBeGreaterThan(100);
  expect(bytesOut).toBeGreaterThan(10);
});

describe('raw requests', () => {
  const root = { '1': { Id: 1, ObjectPathType: 1, Name: '' } };
  const send = (request: Request): unknown => JSON.parse(office.session.execute(JSON.stringify(request)));
  const action = (patch: Partial<Action>): Action => ({ Id: 9, ActionType: 2, Name: '', ObjectPathId: 1, ...patch });

  test('an update sets scalars by the name as typed', () => {
    const paths = { ...root, '2': { Id: 2, ObjectPathType: 3, Name: 'GetActiveCell', ParentObjectPathId: 1 } };
    const state = { values: [[3]] };
    send({ Actions: [action({ ActionType: 9, ObjectPathId: 2, ObjectState: state })], ObjectPaths: paths });
    expect(office.workbook.activeSheet.text(0, 0)).toBe('3');
  });

  test.each([
    ['an unknown object path', action({ ObjectPathId: 5 }), 'InvalidObjectPath'],
    ['a kind of action that the host does not run', action({ ActionType: 6 }), 'NotImplemented'],
    ['a property that no one has', action({ QueryInfo: { Select: ['colour'] } }), 'NotImplemented'],
  ])('%s is refused', (_name, refused, code) => {
    expect(send({ Actions: [refused], ObjectPaths: root })).toMatchObject({ Error: { Code: code, ActionIndex: 0 } });
  });

  test('what is no request is refused', () => {
    expect(JSON.parse(office.session.execute('{'))).toMatchObject({ Error: { Code: 'InvalidArgument' } });
  });
});
