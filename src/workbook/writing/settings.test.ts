import { actBetween } from '../../../test/coauthoring/turns';
import { openBridge, type BridgeHarness } from '../../../test/support/office';
import { parseIso, type Plan } from '../../plan';
import { createGateway } from '../createGateway';
import type { Gateway } from '../gateway';
import type { Result } from '../model';

const day = (iso: string) => parseIso(iso)!;
const plan: Plan = {
  organisation: 'Ordre',
  title: 'Plan',
  strategyPeriod: '2020-2023',
  actionPeriod: '',
  objectives: [],
};

let office: BridgeHarness;
let gateway: Gateway;

beforeEach(async () => {
  office = openBridge();
  gateway = createGateway({ today: () => day('2021-10-15') });
  value(await gateway.createTrackingWorkbook({ plan, activities: [], language: 'fr' }));
  office.session.resetStatistics();
});
afterEach(() => office.dispose());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const table = () => office.workbook.tableByName('Parametres')!;
const person = (change: () => void) => office.workbook.transact({ session: 'person', by: 'person' }, change);
const stated = async () => {
  const { plan: heading, settings, problems } = value(await gateway.readPlan());
  const { organisation, title, strategyPeriod, actionPeriod } = heading;
  return { organisation, title, strategyPeriod, actionPeriod, ...settings, problems };
};

const changed = {
  organisation: '- Ordre des relieurs',
  title: '=Bilan',
  strategyPeriod: '2021-2024',
  actionPeriod: '2021-2022',
  language: 'en-CA',
  committeeDates: [day('2021-05-20'), day('2021-09-30')],
};

it('writes them in two syncs, and puts them back', async () => {
  const before = await stated();
  office.session.resetStatistics();
  const receipt = value(await gateway.writeSettings(changed));
  expect(office.session.statistics.requests).toBe(2);
  expect(await stated()).toEqual({ ...changed, lastCommittee: '2021-09-30', problems: [] });
  value(await gateway.undoSettings(receipt));
  expect(await stated()).toEqual(before);
});

it('touches only what is given', async () => {
  value(await gateway.writeSettings({ title: 'Bilan' }));
  expect(await stated()).toMatchObject({ organisation: 'Ordre', title: 'Bilan', strategyPeriod: '2020-2023' });
});

it('finds a setting by a synonym wherever it stands, and gives a row to one that has none', async () => {
  person(() => {
    table().rows.delete(6, 1);
    table().sheet.write({ row: 1, column: 0, rows: 1, columns: 1 }, [['Report title']], 'values');
    table().sheet.write({ row: 2, column: 0, rows: 1, columns: 1 }, [['Organisme']], 'values');
  });
  value(await gateway.writeSettings({ organisation: 'O', title: 'T', committeeDates: [day('2021-09-30')] }));
  const rows = Array.from({ length: table().bodyRect.rows }, (_, index) =>
    [0, 1].map((column) => table().sheet.text(1 + index, column)),
  );
  expect(rows).toEqual([
    ['Report title', 'T'],
    ['Organisme', 'O'],
    ['Période des stratégies', '2020-2023'],
    ['Période des actions', ''],
    ['Langue', 'fr-CA'],
    ['Version du format', '2'],
    ['Séance du comité', '2021-09-30'],
  ]);
});

it.each([
  ['a read-only workbook', 'readOnly', () => office.workbook.configure({ readOnly: true })],
  ['a protected sheet', 'protectedSheet', () => person(() => table().sheet.protect())],
  ['a table that is gone', 'missingTable', () => person(() => table().convertToRange())],
])('refuses %s', async (_description, code, arrange) => {
  arrange();
  expect(await gateway.writeSettings(changed)).toMatchObject({ ok: false, error: { code } });
});

it('does not put back over what somebody has written since', async () => {
  const receipt = value(await gateway.writeSettings({ title: 'Bilan' }));
  value(await gateway.writeSettings({ title: 'Le leur' }));
  expect(await gateway.undoSettings(receipt)).toMatchObject({ error: { code: 'changedSince' } });
});

/** What the cells of the table hold, compute and look like. */
const cells = () => {
  const { row, column, rows, columns } = table().rect;
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (__, across) => {
      const cell = table().sheet.cells.get(row + down, column + across);
      return [cell?.value, cell?.formula, office.workbook.styles.get(cell?.style ?? 0).numberFormat];
    }),
  );
};

/** The same, in whatever order. */
const rows = () =>
  cells()
    .map((line) => JSON.stringify(line.map(([held]) => held)))
    .sort();

it('gives a cell back its formula, and a text that looks like a number', async () => {
  await Excel.run(async (context) => {
    const values = context.workbook.tables.getItem('Parametres').columns.getItem('Valeur').getDataBodyRange();
    for (const [row, formula] of [
      ['0', '="Or"&"dre"'],
      ['2', "'2020"],
    ] as const) {
      const cell = values.getCell(Number(row), 0);
      cell.numberFormat = [['General']];
      cell.formulas = [[formula]];
    }
    await context.sync();
  });
  const before = cells();
  value(await gateway.undoSettings(value(await gateway.writeSettings(changed))));
  expect(cells()).toEqual(before);
});

describe.each<[string, () => void]>([
  [
    'somebody sorts the table',
    () => {
      const { row, column, rows, columns } = table().bodyRect;
      const { sheet } = table();
      const found = Array.from({ length: rows }, (_, down) =>
        Array.from({ length: columns }, (__, across) => sheet.cells.get(row + down, column + across)),
      );
      found.reverse().forEach((line, down) => {
        line.forEach((cell, across) => sheet.putCell(row + down, column + across, cell ?? { value: null, style: 0 }));
      });
    },
  ],
  [
    'somebody adds a row',
    () => {
      const { sheet, rect } = table();
      sheet.write({ row: rect.row + rect.rows, column: rect.column, rows: 1, columns: 2 }, [['Leur', '1']], 'values');
      table().resize({ ...rect, rows: rect.rows + 1 });
    },
  ],
])('where %s between the two requests', (_, act) => {
  const meanwhile = () => actBetween(office.session, 1, () => person(act));

  it('nothing is written', async () => {
    person(act);
    const meant = cells();
    office.workbook.history.undo();
    meanwhile();
    expect(await gateway.writeSettings(changed)).toMatchObject({ error: { code: 'changedSince' } });
    expect(cells()).toEqual(meant);
  });

  it.each(['timeout', 'lostResponse', 'error'] as const)(
    'all or nothing is written where Excel’s answer fails as well (%s)',
    async (kind) => {
      person(act);
      const meant = rows();
      office.workbook.history.undo();
      value(await gateway.writeSettings(changed));
      person(act);
      const written = rows();
      office.workbook.history.undo();
      office.workbook.history.undo();
      meanwhile();
      office.session.injectFault({ at: 2, kind, code: 'Timeout' });
      const { ok } = await gateway.writeSettings(changed);
      expect({ ok, rows: rows() }).toEqual({ ok, rows: ok ? written : meant });
    },
  );

  it.each(['timeout', 'lostResponse', 'error'] as const)(
    'all or nothing is put back where Excel’s answer fails as well (%s)',
    async (kind) => {
      person(act);
      const put = rows();
      office.workbook.history.undo();
      const receipt = value(await gateway.writeSettings(changed));
      person(act);
      const meant = rows();
      office.workbook.history.undo();
      meanwhile();
      office.session.injectFault({ at: 2, kind, code: 'Timeout' });
      const { ok } = await gateway.undoSettings(receipt);
      expect({ ok, rows: rows() }).toEqual({ ok, rows: ok ? put : meant });
    },
  );

  it('nothing is put back', async () => {
    const receipt = value(await gateway.writeSettings(changed));
    person(act);
    const meant = rows();
    office.workbook.history.undo();
    meanwhile();
    expect(await gateway.undoSettings(receipt)).toMatchObject({ error: { code: 'changedSince' } });
    expect(rows()).toEqual(meant);
  });
});
