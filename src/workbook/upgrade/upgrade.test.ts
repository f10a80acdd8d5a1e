import { activityOf, day, objectiveOf, planOf } from '../../../test/support/plans';
import { openBridge, type BridgeHarness } from '../../../test/support/office';
import type { Activity, Plan } from '../../plan';
import { buildReport } from '../../report';
import { createGateway } from '../createGateway';
import type { Gateway } from '../gateway';
import type { Result } from '../model';

const plan: Plan = planOf([objectiveOf('1', 'Faire connaître')], {
  organisation: 'Ordre',
  title: 'Plan',
  strategyPeriod: '2020-2023',
});
const activity: Activity = activityOf({
  id: 'aaa',
  planNo: '1',
  occurrences: [{ start: day('2021-06-02') }],
  title: 'Visite',
});

let office: BridgeHarness;
let gateway: Gateway;

beforeEach(async () => {
  office = openBridge();
  gateway = createGateway({ today: () => day('2021-10-15') });
  value(await gateway.createTrackingWorkbook({ plan, activities: [activity], language: 'fr' }));
});
afterEach(() => office.dispose());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const table = () => office.workbook.tableByName('Parametres')!;
const person = (change: () => void) => office.workbook.transact({ session: 'person', by: 'person' }, change);
const write = (row: number, column: number, text: string) =>
  table().sheet.write({ row, column, rows: 1, columns: 1 }, [[text]], 'values');
const rows = () =>
  Array.from({ length: table().bodyRect.rows }, (_, index) =>
    [0, 1].map((column) => table().sheet.text(1 + index, column)),
  );

const texts = [
  ['Organisation', 'Ordre'],
  ['Titre', 'Plan'],
  ['Période des stratégies', '2020-2023'],
  ['Période des actions', ''],
  ['Langue', 'fr-CA'],
];

/** The workbook as the first version made it: no format, and the committee's last meeting alone. */
function asFirstVersion(committee: string): void {
  person(() => {
    table().rows.delete(6, 1);
    write(6, 0, 'Dernier comité');
    write(6, 1, committee === '' ? '' : `'${committee}`);
  });
}

it.each([
  { committee: '2021-09-30', after: [['Séance du comité', '2021-09-30']], dates: ['2021-09-30'] },
  { committee: '', after: [['Séance du comité', '']], dates: [] },
  { committee: 'à fixer', after: [['Séance du comité', 'à fixer']], dates: [] },
  {
    committee: '20 mai, 30 septembre et 12 décembre 2021',
    after: [
      ['Séance du comité', '2021-05-20'],
      ['Séance du comité', '2021-09-30'],
      ['Séance du comité', '2021-12-12'],
    ],
    dates: ['2021-05-20', '2021-09-30', '2021-12-12'],
  },
])(
  'brings a workbook of the first version ($committee) to the current one, and back',
  async ({ committee, after, dates }) => {
    asFirstVersion(committee);
    const before = rows();
    expect(value(await gateway.status())).toMatchObject({
      kind: 'tracking',
      format: 'older',
      upgrades: ['committeeDates'],
    });

    const receipt = value(await gateway.upgrade());
    expect({ ...receipt, written: null }).toEqual({ from: 1, to: 2, migrations: ['committeeDates'], written: null });
    const [first, ...others] = after;
    expect(rows()).toEqual([...texts, first, ...others, ['Version du format', '2']]);
    expect(value(await gateway.status())).toMatchObject({ format: 'current', upgrades: [] });
    expect(value(await gateway.readPlan()).settings.committeeDates).toEqual(dates);

    value(await gateway.undoUpgrade(receipt));
    expect(rows()).toEqual(before);
    expect(value(await gateway.status())).toMatchObject({ format: 'older' });
  },
);

it('reads and writes a workbook of the first version as it is, until the person agrees', async () => {
  asFirstVersion('2021-09-30');
  expect(value(await gateway.readPlan())).toMatchObject({
    settings: { lastCommittee: '2021-09-30', committeeDates: ['2021-09-30'] },
    problems: [],
  });
  value(await gateway.writeSettings({ committeeDates: [day('2021-05-20'), day('2021-09-30')] }));
  expect(rows().slice(5)).toEqual([
    ['Dernier comité', '2021-09-30'],
    ['Séance du comité', '2021-05-20'],
  ]);
});

it('does nothing to a workbook of the current version', async () => {
  const before = rows();
  expect(value(await gateway.upgrade())).toMatchObject({ from: 2, to: 2, migrations: [] });
  expect(rows()).toEqual(before);
});

it('takes the last meeting up to today for the last one', async () => {
  value(await gateway.writeSettings({ committeeDates: ['2021-12-12', '2021-05-20', '2021-09-30'].map(day) }));
  expect(value(await gateway.readPlan()).settings).toMatchObject({
    lastCommittee: '2021-09-30',
    committeeDates: ['2021-05-20', '2021-09-30', '2021-12-12'],
  });
});

describe('a workbook of a later version', () => {
  const { id, ...fields } = activity;
  const period = { from: null, to: null };
  const reportOptions = {
    period,
    today: day('2021-10-15'),
    language: 'fr',
    order: 'plan',
    onlyUncovered: false,
    paper: 'letter',
  } as const;
  const added = { ...fields, enteredBy: '', enteredOn: day('2021-10-15') };
  beforeEach(() => person(() => write(6, 1, '3')));

  it('is read', async () => {
    expect(value(await gateway.status())).toMatchObject({ format: 'newer', upgrades: [] });
    expect(value(await gateway.readPlan()).activities).toEqual([activity]);
    expect(value(await gateway.check()).findings).toEqual([]);
  });

  it.each<[string, () => Promise<Result<unknown>>]>([
    ['append', () => gateway.append(added)],
    ['undo', () => gateway.undo({ id, sheet: 'Activités', address: 'A2', rows: 1 })],
    ['updateActivity', () => gateway.updateActivity(activity, { ...activity, title: 'Autre' })],
    ['deleteActivity', () => gateway.deleteActivity(activity)],
    ['writeSettings', () => gateway.writeSettings({ title: 'Autre' })],
    ['upgrade', () => gateway.upgrade()],
    ['repair', () => gateway.repair([])],
    ['writeReport', async () => gateway.writeReport(buildReport(value(await gateway.readPlan()), reportOptions))],
    [
      'writeCoverage',
      () => gateway.writeCoverage({ plan, activities: [], period, today: day('2021-10-15'), language: 'fr' }),
    ],
    [
      'importPlan',
      () =>
        gateway.importPlan({
          into: 'tracking',
          language: 'fr',
          plan,
          addedItems: [],
          activities: [{ ...activity, id: 'bbb' }],
          enteredBy: '',
          enteredOn: day('2021-10-15'),
        }),
    ],
  ])('refuses %s', async (_, command) => {
    const before = JSON.stringify(value(await gateway.readPlan()));
    expect(await command()).toMatchObject({ ok: false, error: { code: 'newerWorkbook' } });
    expect(JSON.stringify(value(await gateway.readPlan()))).toBe(before);
  });
});
