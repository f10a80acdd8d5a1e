import { actionOf, activityOf, day, objectiveOf, recurringOf, strategyOf } from '../../../test/support/plans';
import { openBridge, type BridgeHarness } from '../../../test/support/office';
import type { Activity, Plan } from '../../plan';
import { createGateway } from '../createGateway';
import type { Gateway, ImportRequest } from '../gateway';
import type { Result } from '../model';

const today = day('2021-10-15');

const action = (no: string, text: string) => actionOf(no, text);
const activity = (id: string, planNo: string | null, title: string): Activity =>
  activityOf({ id, planNo, occurrences: [{ start: day('2021-06-02') }], title });

const heading = { organisation: 'Ordre', title: 'Rapport', strategyPeriod: '2020-2023', actionPeriod: '' };

const plan: Plan = {
  ...heading,
  objectives: [
    objectiveOf('1', 'Faire connaître la profession', [
      strategyOf('1.1', 'Rencontrer', [action('1.1.1', 'Visiter les ateliers')]),
    ]),
  ],
};

/** The plan after the import, which adds an action under a strategy that is there, and a section that is not. */
const merged: Plan = {
  ...heading,
  objectives: [
    objectiveOf('1', 'Faire connaître la profession', [
      strategyOf('1.1', 'Rencontrer', [
        action('1.1.1', 'Visiter les ateliers'),
        action('1.1.2', '- Écrire aux écoles'),
      ]),
    ]),
    recurringOf('Activités récurrentes', [strategyOf('R.1', '= Gouvernance')]),
  ],
};

const write: ImportRequest = {
  into: 'tracking',
  language: 'fr',
  plan: merged,
  addedItems: ['1.1.2', 'R', 'R.1'],
  activities: [
    {
      ...activity('a1', '1.1.2', '- Rencontre'),
      occurrences: [{ start: day('2021-06-02'), note: '4/6' }, { start: day('2021-09-08') }],
    },
    activity('a2', 'R.1', '=Séance'),
    activity('a3', null, 'Sans place'),
  ],
  enteredBy: 'Élise',
  enteredOn: today,
};

let office: BridgeHarness;
let gateway: Gateway;

beforeEach(() => {
  office = openBridge();
  gateway = createGateway({ today: () => today, quietTime: 5 });
});
afterEach(() => office.dispose());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function created(): Promise<void> {
  value(
    await gateway.createTrackingWorkbook({
      plan,
      activities: [activity('mine', '1.1.1', 'La mienne')],
      language: 'fr',
    }),
  );
  office.session.resetStatistics();
}

const requests = () => office.session.statistics.requests;
const table = (name: string) => office.workbook.tableByName(name)!;
const contents = () =>
  office.workbook.sheets.map((sheet) => {
    const used = sheet.cells.extent();
    const cells = used ? [...sheet.cells.within(used)] : [];
    return [sheet.name, cells.map(({ row, column, cell }) => [row, column, cell.value])];
  });
const many = (count: number) => Array.from({ length: count }, (_, n) => activity(`m${n}`, '1.1.1', `Activité ${n}`));

describe('an import below the tables', () => {
  it('is written in two syncs, read back as it was given, and leaves what was there', async () => {
    await created();
    const before = contents();
    const progress: unknown[] = [];
    const receipt = value(await gateway.importPlan(write, { onProgress: (each) => progress.push(each) }));
    expect(requests()).toBe(2);
    expect(progress).toEqual([{ done: 6, total: 6 }]);
    expect(receipt).toEqual({
      plan: { sheet: 'Plan', address: 'A3', rows: 2 },
      activities: { sheet: 'Activités', address: 'A3', rows: 4 },
      nos: ['1.1.2', 'R.1'],
      rowsById: { a1: 2, a2: 1, a3: 1 },
      created: null,
    });
    const tracked = value(await gateway.readPlan());
    expect(tracked.problems).toEqual([]);
    expect(tracked.plan).toEqual(merged);
    expect(tracked.activities).toEqual([activity('mine', '1.1.1', 'La mienne'), ...write.activities]);

    office.session.resetStatistics();
    value(await gateway.undoImport(receipt));
    expect(requests()).toBe(4);
    expect(contents()).toEqual(before);
    expect(await gateway.undoImport(receipt)).toMatchObject({ error: { code: 'notFound' } });
  });

  it.each([[true], [false]])('puts its rows in the tables where they grow by themselves: %s', async (tableGrowth) => {
    await created();
    office.workbook.configure({ tableGrowth });
    value(await gateway.importPlan(write));
    expect(requests()).toBe(2);
    expect([table('Plan').bodyRect.rows, table('Activites').bodyRect.rows]).toEqual([3, 5]);
  });

  it('fills the blank rows of empty tables, and leaves them blank again', async () => {
    value(await gateway.createTrackingWorkbook({ plan: { ...plan, objectives: [] }, activities: [], language: 'fr' }));
    const receipt = value(
      await gateway.importPlan({ ...write, plan, addedItems: ['1', '1.1', '1.1.1'], activities: many(2) }),
    );
    expect([table('Plan').bodyRect.rows, table('Activites').bodyRect.rows]).toEqual([1, 2]);
    value(await gateway.undoImport(receipt));
    expect(value(await gateway.readPlan())).toMatchObject({ plan: { objectives: [] }, activities: [], problems: [] });
  });

  it('writes 2,000 activities in two syncs', async () => {
    await created();
    value(await gateway.importPlan({ ...write, activities: many(2000) }));
    expect(requests()).toBe(2);
    expect(value(await gateway.readPlan()).activities).toHaveLength(2001);
  });

  it('takes one more sync for each 3.5 MB', async () => {
    await created();
    const long = many(500).map((each) => ({ ...each, details: ['x'.repeat(15_000)] }));
    const progress: number[] = [];
    value(await gateway.importPlan({ ...write, activities: long }, { onProgress: ({ done }) => progress.push(done) }));
    expect(requests()).toBe(1 + progress.length);
    expect(progress).toHaveLength(3);
    expect(table('Activites').bodyRect.rows).toBe(501);
  });

  it('keeps the rows of a co-author who adds some at the same time, and takes back only its own', async () => {
    await created();
    const [receipt] = await Promise.all([
      gateway.importPlan(write),
      Promise.resolve().then(() =>
        office.workbook.transact({ session: 'other', by: 'addin' }, () => {
          const { row, rows } = table('Activites').bodyRect;
          table('Activites').sheet.write(
            { row: row + rows, column: 0, rows: 1, columns: 5 },
            [['theirs', 44350, null, '1.1.1', 'La leur']],
            'values',
          );
        }),
      ),
    ]);
    const ids = async () => value(await gateway.readPlan()).activities.map(({ id }) => id);
    expect(await ids()).toEqual(['mine', 'theirs', 'a1', 'a2', 'a3']);
    value(await gateway.undoImport(value(receipt)));
    expect(await ids()).toEqual(['mine', 'theirs']);
  });

  it('is taken back where it was cancelled half way', async () => {
    await created();
    const before = contents();
    const long = many(500).map((each) => ({ ...each, details: ['x'.repeat(15_000)] }));
    const controller = new AbortController();
    const result = await gateway.importPlan(
      { ...write, activities: long },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(contents()).toEqual(before);
  });

  it.each([
    ['a read-only workbook', 'readOnly', () => office.workbook.configure({ readOnly: true })],
    ['a protected sheet of activities', 'protectedSheet', () => table('Activites').sheet.protect()],
    ['a protected sheet of the plan', 'protectedSheet', () => table('Plan').sheet.protect()],
    ['a filtered table', 'filteredTable', () => table('Activites').setFilter({ column: 4, values: ['La mienne'] })],
    [
      'something under a table',
      'belowTableNotEmpty',
      () => {
        office.workbook.configure({ tableGrowth: false });
        table('Plan').sheet.write({ row: 3, column: 1, rows: 1, columns: 1 }, [['une note']], 'values');
      },
    ],
    ['a table that is gone', 'missingTable', () => table('Activites').convertToRange()],
    [
      'a number that somebody has just given',
      'numberTaken',
      () => table('Plan').rows.add(null, [['1.1.2', 'x', 'y', 'z', '', '', '']]),
    ],
  ] as const)('refuses %s and changes nothing', async (_description, code, arrange) => {
    await created();
    office.workbook.transact({ session: 'person', by: 'person' }, arrange);
    const before = contents();
    expect(await gateway.importPlan(write)).toMatchObject({ ok: false, error: { code } });
    expect(contents()).toEqual(before);
  });

  it.each([
    ['a number that is in no plan', 'unknownNo', { planNo: '9.9' }],
    ['text that no cell holds', 'textTooLong', { title: 'a'.repeat(32_768) }],
  ] as const)('refuses %s', async (_description, code, patch) => {
    await created();
    const activities = [{ ...activity('a1', null, 'x'), ...patch }];
    expect(await gateway.importPlan({ ...write, activities })).toMatchObject({ ok: false, error: { code } });
  });

  it('is not taken back from under an activity that somebody has added', async () => {
    await created();
    const receipt = value(await gateway.importPlan(write));
    value(
      await gateway.append({ ...activity('x', '1.1.2', 'La leur'), enteredBy: '', enteredOn: today, planNo: '1.1.2' }),
    );
    const before = contents();
    expect(await gateway.undoImport(receipt)).toMatchObject({
      error: { code: 'numberInUse', params: { no: '1.1.2' } },
    });
    expect(contents()).toEqual(before);
  });
});

describe('an import into a workbook without a plan', () => {
  const whole = (into: ImportRequest['into']): ImportRequest => ({
    ...write,
    into,
    addedItems: ['1', '1.1', '1.1.1', '1.1.2', 'R', 'R.1'],
  });

  it('makes a tracking workbook of a blank one, and gives the blank one back', async () => {
    const before = contents();
    const receipt = value(await gateway.importPlan(whole('blank')));
    expect(requests()).toBeLessThanOrEqual(4);
    const tracked = value(await gateway.readPlan());
    expect(tracked).toMatchObject({ plan: merged, activities: write.activities, problems: [] });
    value(await gateway.undoImport(receipt));
    expect(contents()).toEqual(before);
    expect(value(await gateway.status()).kind).toBe('blank');
  });

  it('adds sheets to somebody’s own workbook, leaves the others, and takes the sheets back', async () => {
    office.workbook.activeSheet.write({ row: 0, column: 0, rows: 1, columns: 1 }, [['Budget']], 'values');
    const before = contents();
    const receipt = value(await gateway.importPlan(whole('foreign')));
    expect(contents()[0]).toEqual(before[0]);
    expect(value(await gateway.readPlan()).activities).toHaveLength(3);
    value(await gateway.undoImport(receipt));
    expect(contents()).toEqual(before);
  });

  it('refuses somebody’s own workbook with a sheet of our name', async () => {
    office.workbook.activeSheet.write({ row: 0, column: 0, rows: 1, columns: 1 }, [['Budget']], 'values');
    office.workbook.addSheet('Activités');
    expect(await gateway.importPlan(whole('foreign'))).toMatchObject({
      error: { code: 'sheetNotOurs', params: { sheet: 'Activités' } },
    });
    expect(office.workbook.sheets).toHaveLength(2);
  });

  it('leaves the new sheets once somebody has written on them', async () => {
    const receipt = value(await gateway.importPlan(whole('blank')));
    office.workbook.sheetByName('Plan')!.write({ row: 20, column: 0, rows: 1, columns: 1 }, [['note']], 'values');
    expect(await gateway.undoImport(receipt)).toMatchObject({
      error: { code: 'changedSince', params: { sheet: 'Plan' } },
    });
  });
});

describe('the active sheet', () => {
  it('is read in two syncs: texts, bold, days and merged cells', async () => {
    const sheet = office.workbook.activeSheet;
    const at = (row: number, column: number, rows = 1) => ({ row, column, rows, columns: 1 });
    sheet.write(at(1, 1), [['Objectif']], 'values');
    sheet.write(at(1, 2), [[44349]], 'values');
    sheet.styles.setNumberFormats(at(1, 2), 'yyyy-mm-dd');
    sheet.styles.change(at(1, 1), { font: { bold: true } });
    sheet.merges.merge(at(1, 1, 2));
    sheet.write(at(2, 2), [['suite']], 'values');
    office.session.resetStatistics();
    expect(value(await gateway.readActiveSheet())).toEqual({
      sheet: sheet.name,
      row: 1,
      column: 1,
      rows: [
        [
          { runs: [{ text: 'Objectif', bold: true, italic: false }] },
          { runs: [{ text: '2021-06-02', bold: false, italic: false }], day: '2021-06-02' },
        ],
        [null, { runs: [{ text: 'suite', bold: false, italic: false }] }],
      ],
      merges: [{ row: 1, column: 1, rows: 2, columns: 1 }],
    });
    expect(requests()).toBe(2);
  });

  it('is read whatever the number of its merged cells', async () => {
    const sheet = office.workbook.activeSheet;
    const merges = Array.from({ length: 700 }, (_, index) => ({ row: 2 * index, column: 0, rows: 2, columns: 1 }));
    for (const merge of merges) sheet.merges.merge(merge);
    sheet.write({ row: 1399, column: 2, rows: 1, columns: 1 }, [['fin']], 'values');
    sheet.write({ row: 0, column: 0, rows: 1, columns: 1 }, [['début']], 'values');
    expect(value(await gateway.readActiveSheet()).merges).toEqual(merges);
  });

  it('may be blank', async () => {
    expect(value(await gateway.readActiveSheet()).rows).toEqual([]);
  });
});
