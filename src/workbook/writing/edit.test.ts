import { actionOf, activityOf, day, objectiveOf, planOf, strategyOf } from '../../../test/support/plans';
import { openBridge, type BridgeHarness } from '../../../test/support/office';
import type { Activity, Plan } from '../../plan';
import { createGateway } from '../createGateway';
import type { Gateway } from '../gateway';
import type { Result } from '../model';

const today = day('2021-10-15');

const plan: Plan = planOf(
  [
    objectiveOf('1', 'Faire connaître la profession', [
      strategyOf('1.1', 'Rencontrer les employeurs', [actionOf('1.1.1', 'Visiter'), actionOf('1.1.2', 'Écrire')]),
    ]),
  ],
  { organisation: 'Ordre des relieurs', title: 'Plan', strategyPeriod: '2020-2023', actionPeriod: '2020-2021' },
);

const visit: Activity = activityOf({
  id: 'aaa',
  planNo: '1.1.1',
  occurrences: [
    { start: day('2021-06-02'), note: 'rencontre 1/2' },
    { start: day('2021-09-13'), end: day('2021-09-14') },
  ],
  title: '- Visite de l’atelier',
  details: ['=SOMME(A1)', '+ une démonstration'],
  participants: ['Élise Arbour', 'Noé Roy'],
  kind: 'Visite',
  link: 'https://exemple.org/cr',
});
const session: Activity = activityOf({
  id: 'bbb',
  planNo: '1.1.2',
  occurrences: [{ start: day('2021-05-25') }],
  title: 'Séance du conseil',
});

let office: BridgeHarness;
let gateway: Gateway;

beforeEach(async () => {
  office = openBridge();
  gateway = createGateway({ today: () => today, quietTime: 5 });
  const contents = {
    plan,
    activities: [visit, session],
    language: 'fr',
    entry: { enteredBy: 'Rose', enteredOn: today },
  };
  value(await gateway.createTrackingWorkbook(contents as Parameters<Gateway['createTrackingWorkbook']>[0]));
  office.session.resetStatistics();
});
afterEach(() => office.dispose());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const table = () => office.workbook.tableByName('Activites')!;
const person = (change: () => void) => office.workbook.transact({ session: 'person', by: 'person' }, change);
const put = (row: number, column: number, text: string | number, as: 'values' | 'formulas' = 'values') =>
  person(() => table().sheet.write({ row, column, rows: 1, columns: 1 }, [[text]], as));
const cells = () => {
  const { row, column, rows, columns } = table().rect;
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (__, across) => table().sheet.text(row + down, column + across)),
  );
};
const activities = async () => value(await gateway.readPlan()).activities;

describe('updateActivity', () => {
  it.each<[string, Activity]>([
    [
      'its words',
      { ...visit, title: '= Autre titre', details: ['+1', '- deux'], participants: ['Noé Roy'], kind: '', link: '' },
    ],
    ['its item', { ...visit, planNo: '1.1.2' }],
    ['a note', { ...visit, occurrences: [{ start: day('2021-06-02'), note: '@ 2/2' }, visit.occurrences[1]!] }],
    ['a date', { ...visit, occurrences: [{ start: day('2021-06-03') }, visit.occurrences[1]!] }],
    ['a date more', { ...visit, occurrences: [...visit.occurrences, { start: day('2021-10-01') }] }],
    ['a date less', { ...visit, occurrences: [visit.occurrences[1]!] }],
    ['nothing', visit],
  ])('changes %s in three syncs, and takes it back', async (_description, after) => {
    const before = cells();
    const receipt = value(await gateway.updateActivity(visit, after));
    expect(office.session.statistics.requests).toBe(3);
    expect(await activities()).toEqual([after, session]);
    value(await gateway.undoEdit(receipt));
    expect([...cells()].sort()).toEqual([...before].sort());
  });

  it('writes only what changes, and keeps who entered it', async () => {
    put(1, 6, 'Élise Arbour; Noé Roy');
    value(
      await gateway.updateActivity(visit, {
        ...visit,
        title: 'Visite',
        occurrences: [...visit.occurrences, { start: day('2021-10-01') }],
      }),
    );
    expect(cells().map((row) => [row[0], row[1], row[4], row[6], row[10], row[11]])).toEqual([
      ['Id', 'Date', 'Activité', 'Avec', 'Saisie par', 'Saisie le'],
      ['aaa', '2021-06-02', 'Visite', 'Élise Arbour; Noé Roy', 'Rose', '2021-10-15'],
      ['aaa', '2021-09-13', 'Visite', 'Élise Arbour\nNoé Roy', 'Rose', '2021-10-15'],
      ['bbb', '2021-05-25', 'Séance du conseil', '', 'Rose', '2021-10-15'],
      ['aaa', '2021-10-01', 'Visite', 'Élise Arbour\nNoé Roy', 'Rose', '2021-10-15'],
    ]);
  });

  it('gives cells back their formats and formulas, and texts that look like numbers, as a person had them', async () => {
    const own = table().rect.columns;
    person(() => table().resize({ ...table().rect, columns: own + 1 }));
    put(0, own, 'Code');
    put(3, own, "'1.10");
    put(3, 4, '="Séance "&"du conseil"', 'formulas');
    await Excel.run(async (context) => {
      context.workbook.tables.getItem('Activites').getDataBodyRange().getCell(2, 1).numberFormat = [['d mmm yyyy']];
      await context.sync();
    });
    const kept = () =>
      [1, 4, own].map((column) => {
        const cell = table().sheet.cells.get(3, column);
        return [cell?.value, cell?.formula, office.workbook.styles.get(cell?.style ?? 0).numberFormat];
      });
    const before = kept();
    const read = (await activities()).find(({ id }) => id === session.id)!;
    const edited = { ...read, title: 'Autre', occurrences: [{ start: day('2021-07-01') }] };
    const changed = value(await gateway.updateActivity(read, edited));
    value(await gateway.undoEdit(changed));
    expect(kept()).toEqual(before);
    value(await gateway.undoEdit(value(await gateway.deleteActivity(read))));
    expect(kept()).toEqual(before);
  });

  it('keeps what stands in columns of the person’s own, through a deletion and back', async () => {
    put(0, 12, 'Coût');
    person(() => table().resize({ ...table().rect, columns: 13 }));
    put(1, 12, 125.5);
    put(2, 12, '=10*2', 'formulas');
    put(3, 12, "'=texte");
    const before = cells();
    const less = { ...visit, occurrences: [visit.occurrences[0]!] };
    const receipt = value(await gateway.updateActivity(visit, less));
    expect(cells().map((row) => row[12])).toEqual(['Coût', '125,5', '=texte']);
    value(await gateway.undoEdit(receipt));
    expect([...cells()].sort()).toEqual([...before].sort());
    expect(cells().at(-1)?.[12]).toBe('20');
  });

  it('reads a date typed as text as it was read', async () => {
    put(3, 1, "'25 mai 2021");
    const [, read] = await activities();
    value(await gateway.updateActivity(read!, { ...read!, title: 'Séance' }));
    expect(cells()[3]?.slice(0, 5)).toEqual(['bbb', '25 mai 2021', '', '1.1.2', 'Séance']);
  });

  it.each([
    ['another has changed it', 'activityChanged', () => put(1, 4, 'Autre')],
    ['another has taken a row of it', 'activityChanged', () => person(() => table().rows.delete(1, 1))],
    ['it is gone', 'notFound', () => person(() => table().rows.delete(0, 2))],
    ['the workbook is read-only', 'readOnly', () => office.workbook.configure({ readOnly: true })],
    ['the sheet is protected', 'protectedSheet', () => person(() => table().sheet.protect())],
    [
      'the table is filtered',
      'filteredTable',
      () => person(() => table().setFilter({ column: 4, values: ['Séance du conseil'] })),
    ],
  ])('refuses where %s, and changes nothing', async (_description, code, arrange) => {
    arrange();
    const before = cells();
    expect(await gateway.updateActivity(visit, { ...visit, title: 'x' })).toMatchObject({ ok: false, error: { code } });
    expect(await gateway.deleteActivity(visit)).toMatchObject({ ok: false, error: { code } });
    expect(cells()).toEqual(before);
  });

  it('refuses text that no cell holds', async () => {
    expect(await gateway.updateActivity(visit, { ...visit, title: 'a'.repeat(32_768) })).toMatchObject({
      error: { code: 'textTooLong' },
    });
  });
});

describe('deleteActivity', () => {
  it('deletes its rows wherever they stand, and brings them back below', async () => {
    const before = cells();
    const receipt = value(await gateway.deleteActivity(visit));
    expect(receipt).toMatchObject({ id: 'aaa', address: null, rows: 0 });
    expect(await activities()).toEqual([session]);
    value(await gateway.undoEdit(receipt));
    expect(await activities()).toEqual([session, visit]);
    expect([...cells()].sort()).toEqual([...before].sort());
  });

  it('leaves the blank row that a table must have, and fills it again', async () => {
    value(await gateway.deleteActivity(visit));
    const receipt = value(await gateway.deleteActivity(session));
    expect(await activities()).toEqual([]);
    expect(table().bodyRect.rows).toBe(1);
    value(await gateway.undoEdit(receipt));
    expect(await activities()).toEqual([session]);
    expect(table().bodyRect.rows).toBe(1);
  });

  it('makes the table longer where Excel does not by itself', async () => {
    const receipt = value(await gateway.deleteActivity(visit));
    office.workbook.configure({ tableGrowth: false });
    value(await gateway.undoEdit(receipt));
    expect(await activities()).toEqual([session, visit]);
  });
});

it('does not undo over what somebody has written since', async () => {
  const receipt = value(await gateway.updateActivity(visit, { ...visit, title: 'Visite' }));
  put(1, 4, 'La leur');
  expect(await gateway.undoEdit(receipt)).toMatchObject({ error: { code: 'changedSince' } });
});

it.each([
  { what: 'as the plan has it', arrange: () => undefined, requests: 3 },
  {
    what: 'with the plan’s table and header renamed',
    arrange: () =>
      person(() => {
        const plans = office.workbook.tableByName('Plan')!;
        plans.rename('Tableau1');
        plans.sheet.write({ row: 0, column: 0, rows: 1, columns: 1 }, [['Code']], 'values');
      }),
    requests: 6,
  },
])('moves an activity to another item of the plan, $what, and to no other', async ({ arrange, requests }) => {
  arrange();
  expect(await gateway.updateActivity(session, { ...session, planNo: '9.9' })).toEqual({
    ok: false,
    error: { code: 'unknownNo', params: { no: '9.9' } },
  });
  office.session.resetStatistics();
  value(await gateway.updateActivity(session, { ...session, planNo: '1.1' }));
  expect(office.session.statistics.requests).toBe(requests);
  expect(value(await gateway.readPlan()).activities[1]).toEqual({ ...session, planNo: '1.1' });
});

it('leaves the number of an item that the plan no longer has, where only the words change', async () => {
  person(() => office.workbook.tableByName('Plan')!.rows.delete(1, 1));
  value(await gateway.updateActivity(session, { ...session, title: 'Séance' }));
  expect(value(await gateway.readPlan()).activities[1]).toEqual({ ...session, title: 'Séance' });
});
