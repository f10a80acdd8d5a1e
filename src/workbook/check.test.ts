import { openBridge, type BridgeHarness } from '../../test/support/office';
import { parseIso, type Activity, type Plan } from '../plan';
import type { Repair } from './checkModel';
import { createGateway } from './createGateway';
import type { Gateway, Result } from './gateway';

const day = (iso: string) => parseIso(iso)!;

const plan: Plan = {
  organisation: 'Ordre des relieurs',
  title: 'Plan',
  strategyPeriod: '2020-2023',
  actionPeriod: '2020-2021',
  objectives: [
    {
      no: '1',
      title: 'Faire connaître la profession',
      kind: 'strategic',
      strategies: [
        {
          no: '1.1',
          title: 'Rencontrer les employeurs',
          actions: ['1.1.1', '1.1.2'].map((no) => ({
            no,
            text: `Action ${no}`,
            subItems: [],
            owner: '',
            due: null,
            status: '',
          })),
        },
      ],
    },
  ],
};

const activity = (id: string, more: Partial<Activity> = {}): Activity => ({
  id,
  planNo: '1.1.1',
  occurrences: [{ start: day('2021-06-02') }],
  title: `Visite ${id}`,
  details: [],
  participants: [],
  kind: '',
  link: '',
  ...more,
});

let office: BridgeHarness;
let gateway: Gateway;
let ids: number;

async function workbook(activities: readonly Activity[]): Promise<void> {
  office = openBridge();
  ids = 0;
  gateway = createGateway({ today: () => day('2021-10-15'), newId: () => `new${(ids += 1)}` });
  value(await gateway.createTrackingWorkbook({ plan, activities, language: 'fr' }));
  office.session.resetStatistics();
}
afterEach(() => office.dispose());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const person = (change: () => void) => office.workbook.transact({ session: 'person', by: 'person' }, change);
const type = (table: string, row: number, column: number, text: string | number) =>
  person(() => {
    const { sheet, bodyRect } = office.workbook.tableByName(table)!;
    sheet.write({ row: bodyRect.row + row, column: bodyRect.column + column, rows: 1, columns: 1 }, [[text]], 'values');
  });
const findings = async () => value(await gateway.check()).findings;
const repairs = async () => (await findings()).flatMap(({ repair }) => repair ?? []);
const preview = ({ code, safe, changes }: Repair) => ({
  code,
  safe,
  changes: changes.map(
    ({ sheet, address, column, before, after }) => `${sheet}!${address} ${column}: ${before} → ${after}`,
  ),
});

it('gives an id to a row typed by hand, and takes it back', async () => {
  await workbook([activity('a'), activity('b')]);
  type('Activites', 1, 0, '');
  const found = await repairs();
  expect(found.map(preview)).toEqual([{ code: 'missingId', safe: true, changes: ['Activités!A3 Id:  → new1'] }]);
  office.session.resetStatistics();
  const receipt = value(await gateway.repair(found));
  expect(office.session.statistics.requests).toBe(4);
  expect(await findings()).toEqual([]);
  expect(value(await gateway.readPlan()).activities.map(({ id }) => id)).toEqual(['a', 'new1']);
  value(await gateway.undoRepair(receipt));
  expect((await repairs()).map(({ code }) => code)).toEqual(['missingId']);
});

it('makes a date of Excel of one typed in words', async () => {
  await workbook([activity('a')]);
  type('Activites', 0, 1, "'2 juin 2021");
  const found = await repairs();
  expect(found.map(preview)).toEqual([
    { code: 'textDate', safe: true, changes: ['Activités!B2 Date: 2 juin 2021 → 2021-06-02'] },
  ]);
  const receipt = value(await gateway.repair(found));
  expect(await findings()).toEqual([]);
  const sheet = office.workbook.tableByName('Activites')!.sheet;
  expect(sheet.text(1, 1)).toBe('2021-06-02');
  value(await gateway.undoRepair(receipt));
  expect(sheet.text(1, 1)).toBe('2 juin 2021');
});
