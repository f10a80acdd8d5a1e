import { openBridge, type BridgeHarness } from '../../../test/support/office';
import { parseIso, type Plan } from '../../plan';
import { createGateway } from '../createGateway';
import type { Gateway, Result } from '../gateway';

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
    table().deleteRows(6, 1);
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
