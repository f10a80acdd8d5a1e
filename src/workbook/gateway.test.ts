import {
  actionOf,
  activityOf,
  binders,
  day,
  objectiveOf,
  planOf,
  recurringOf,
  strategyOf,
} from '../../test/support/plans';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '../../test/support/eventually';
import { openBridge, type BridgeHarness } from '../../test/support/office';
// eslint-disable-next-line import-x/no-restricted-paths -- a test opens the file that the gateway then reads
import { openXlsx } from '../host/xlsx';
import type { Activity, Plan } from '../plan';
import { buildReport } from '../report';
import { createGateway } from './createGateway';
import type { Gateway } from './gateway';
import type { NewActivity, Result } from './model';

const today = day('2021-10-15');

const plan: Plan = planOf(
  [
    objectiveOf('1', 'Faire connaître la profession', [
      strategyOf('1.1', 'Rencontrer les employeurs', [
        actionOf('1.1.1', '= Visiter les ateliers', {
          subItems: ['Préparer une trousse'],
          owner: 'Direction',
          due: day('2021-06-30'),
        }),
        actionOf('1.1.2', 'Écrire aux écoles', { status: 'En cours' }),
      ]),
    ]),
    recurringOf('Activités récurrentes', [strategyOf('R.1', 'Gouvernance')]),
  ],
  binders,
);

const activities: readonly Activity[] = [
  activityOf({
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
  }),
  activityOf({ id: 'bbb', planNo: 'R.1', occurrences: [{ start: day('2021-05-25') }], title: 'Séance du conseil' }),
];

const added: NewActivity = {
  planNo: '1.1.2',
  occurrences: [{ start: day('2021-06-02') }, { start: day('2021-09-08') }],
  title: '- Rencontre',
  details: ['2021-06-02', '+1 418'],
  participants: ['@tous'],
  kind: '',
  link: '',
  enteredBy: 'Élise',
  enteredOn: today,
};

let office: BridgeHarness;
let gateway: Gateway;

beforeEach(() => {
  office = openBridge();
  let sequence = 0;
  gateway = createGateway({ today: () => today, newId: () => `new${(sequence += 1)}`, quietTime: 5 });
});
afterEach(() => office.dispose());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function created(): Promise<void> {
  value(await gateway.createTrackingWorkbook({ plan, activities, language: 'fr' }));
  office.session.resetStatistics();
}

describe('a workbook made and read', () => {
  it('gives back what was put in', async () => {
    await created();
    expect(value(await gateway.readPlan())).toEqual({
      plan,
      activities,
      settings: { language: 'fr-CA', lastCommittee: null, committeeDates: [] },
      problems: [],
    });
    expect(office.session.statistics.requests).toBe(2);
  });

  it('knows what kind it is', async () => {
    expect(value(await gateway.status())).toEqual({
      kind: 'blank',
      readOnly: false,
      protectedSheets: [],
      format: 'current',
      upgrades: [],
    });
    await created();
    expect(value(await gateway.status())).toMatchObject({ kind: 'tracking', format: 'current' });
    expect(office.session.statistics.requests).toBe(1);
  });

  it('is not made over another', async () => {
    await created();
    expect(await gateway.createTrackingWorkbook({ plan, activities, language: 'fr' })).toMatchObject({
      error: { code: 'notBlank' },
    });
  });
});

describe('append', () => {
  it('adds a row for each date, in two syncs, and reads back as it was given', async () => {
    await created();
    const receipt = value(await gateway.append(added));
    expect(receipt).toEqual({ id: 'new1', sheet: 'Activités', address: 'A5:L6', rows: 2 });
    expect(office.session.statistics.requests).toBe(2);
    const { enteredBy: _by, enteredOn: _on, ...activity } = added;
    expect(value(await gateway.readPlan()).activities.at(-1)).toEqual({ ...activity, id: 'new1' });
  });

  it('is taken back by undo', async () => {
    await created();
    const receipt = value(await gateway.append(added));
    office.session.resetStatistics();
    value(await gateway.undo(receipt));
    expect(office.session.statistics.requests).toBe(3);
    expect(value(await gateway.readPlan()).activities).toEqual(activities);
    expect(await gateway.undo(receipt)).toMatchObject({ error: { code: 'notFound' } });
  });
});

describe('append under other conditions', () => {
  const table = (name: string) => office.workbook.tableByName(name)!;
  const person = { session: 'person', by: 'person' } as const;
  const contents = () =>
    office.workbook.sheets.map((sheet) => ({
      name: sheet.name,
      cells: [...sheet.cells.within(sheet.cells.extent() ?? { row: 0, column: 0, rows: 1, columns: 1 })].map(
        ({ row, column, cell }) => [row, column, cell.value],
      ),
    }));

  it('makes the table longer where Excel does not by itself, in the request that writes', async () => {
    await created();
    office.workbook.configure({ tableGrowth: false });
    value(await gateway.append(added));
    expect(office.session.statistics.requests).toBe(2);
    expect(table('Activites').bodyRect.rows).toBe(5);
  });

  it('fills the blank row of an empty table', async () => {
    value(await gateway.createTrackingWorkbook({ plan, activities: [], language: 'fr' }));
    expect(value(await gateway.append(added)).address).toBe('A2:L3');
    expect(table('Activites').bodyRect.rows).toBe(2);
  });

  it('keeps its rows and those of a co-author who adds some at the same time', async () => {
    await created();
    const other = office.host.openSession({ name: 'other' });
    const rest = office.workbook.subscribe(() => undefined);
    const [mine, theirs] = await Promise.all([
      gateway.append(added),
      Promise.resolve().then(() => {
        office.workbook.transact({ session: 'other', by: 'addin' }, () => {
          const { row, rows } = table('Activites').bodyRect;
          table('Activites').sheet.write(
            { row: row + rows, column: 0, rows: 1, columns: 5 },
            [['theirs', 44350, null, '1.1.1', 'La leur']],
            'values',
          );
        });
      }),
    ]);
    value(mine);
    expect(theirs).toBeUndefined();
    expect(
      value(await gateway.readPlan())
        .activities.map(({ id }) => id)
        .sort(),
    ).toEqual(['aaa', 'bbb', 'new1', 'theirs']);
    rest();
    other.close();
  });

  it.each([
    ['a read-only workbook', 'readOnly', () => office.workbook.configure({ readOnly: true })],
    ['a protected sheet', 'protectedSheet', () => table('Activites').sheet.protect()],
    [
      'a filtered table',
      'filteredTable',
      () => table('Activites').setFilter({ column: 4, values: ['Séance du conseil'] }),
    ],
    [
      'something under the table',
      'belowTableNotEmpty',
      () => {
        office.workbook.configure({ tableGrowth: false });
        table('Activites').sheet.write({ row: 4, column: 1, rows: 1, columns: 1 }, [['une note']], 'values');
      },
    ],
    ['a table that is gone', 'missingTable', () => table('Activites').convertToRange()],
    [
      'a header renamed beyond recognition',
      'missingColumn',
      () => table('Activites').sheet.write({ row: 0, column: 4, rows: 1, columns: 1 }, [['Zzz']], 'values'),
    ],
  ] as const)('refuses %s and changes nothing', async (_description, code, arrange) => {
    await created();
    office.workbook.transact(person, arrange);
    const before = contents();
    const result = await gateway.append(added);
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(contents()).toEqual(before);
  });

  it.each([
    ['a number that is not in the plan', 'unknownNo', { planNo: '9.9' }],
    ['text that no cell holds', 'textTooLong', { title: 'a'.repeat(32_768) }],
    ['a character that no file holds', 'badCharacter', { details: ['a\u0000'] }],
  ] as const)('refuses %s', async (_description, code, patch) => {
    await created();
    expect(await gateway.append({ ...added, ...patch })).toMatchObject({ ok: false, error: { code } });
  });

  it('accepts a strategy and an objective as well as an action', async () => {
    await created();
    for (const planNo of ['1', '1.1', 'R', 'R.1', null])
      expect((await gateway.append({ ...added, planNo })).ok).toBe(true);
  });
});

describe('reading what people made of it', () => {
  const write = (name: string, row: number, column: number, text: string | number) =>
    office.workbook.transact({ session: 'person', by: 'person' }, () =>
      office.workbook.tableByName(name)!.sheet.write({ row, column, rows: 1, columns: 1 }, [[text]], 'values'),
    );

  it.each([
    [
      'a duplicate No',
      () => write('Plan', 2, 0, '1.1.1'),
      { code: 'duplicateNo', place: { sheet: 'Plan', address: 'A3' } },
    ],
    [
      'an unknown No',
      () => write('Activites', 3, 3, '7.7'),
      { code: 'unknownNo', place: { sheet: 'Activités', address: 'D4' } },
    ],
    [
      'a date that is text',
      () => write('Activites', 3, 1, "'25 mai 2021"),
      { code: 'textDate', place: { sheet: 'Activités', address: 'B4' } },
    ],
    [
      'a date nobody can read',
      () => write('Activites', 3, 1, "'bientôt"),
      { code: 'unreadableDate', place: { sheet: 'Activités', address: 'B4' } },
    ],
    [
      'an end before its start',
      () => write('Activites', 3, 2, 44000),
      { code: 'endBeforeStart', place: { sheet: 'Activités', address: 'C4' } },
    ],
    [
      'a row without an id',
      () => write('Activites', 3, 0, ''),
      { code: 'missingId', place: { sheet: 'Activités', address: 'A4' } },
    ],
    [
      'two titles of one activity',
      () => write('Activites', 2, 4, 'Autre titre'),
      { code: 'splitActivity', place: { sheet: 'Activités', address: 'E3' } },
    ],
    [
      'a script as a link',
      () => write('Activites', 3, 9, 'javascript:x'),
      { code: 'unsafeLink', place: { sheet: 'Activités', address: 'J4' } },
    ],
  ] as const)('says %s and where it is', async (_description, arrange, expected) => {
    await created();
    arrange();
    const { activities: found, problems } = value(await gateway.readPlan());
    expect(problems).toMatchObject([expected]);
    expect(found).toHaveLength(2);
  });

  it('finds columns by synonyms, without regard to case, accents and order', async () => {
    await created();
    write('Activites', 0, 4, ' TITRE : ');
    write('Activites', 0, 1, 'debut');
    expect(value(await gateway.readPlan()).activities).toEqual(activities);
  });

  it('finds tables by their headers when their names are lost, in one more sync', async () => {
    await created();
    office.workbook.transact({ session: 'person', by: 'person' }, () =>
      office.workbook.tableByName('Activites')!.rename('Tableau7'),
    );
    expect(value(await gateway.readPlan()).activities).toEqual(activities);
    expect(office.session.statistics.requests).toBe(3);
    value(await gateway.append(added));
  });
});

describe('the report', () => {
  const report = (tracked: Parameters<typeof buildReport>[0]) =>
    buildReport(tracked, {
      period: { from: null, to: null },
      today,
      language: 'fr',
      order: 'plan',
      onlyUncovered: false,
      paper: 'letter',
    });

  it('is written in two syncs, as it was built, and again in its place', async () => {
    await created();
    const built = report(value(await gateway.readPlan()));
    office.session.resetStatistics();
    expect(value(await gateway.writeReport(built))).toEqual({ sheet: 'Rapport', rows: built.rows.length });
    expect(office.session.statistics.requests).toBe(2);
    const sheet = office.workbook.sheetByName('Rapport')!;
    const shown = () => built.rows.map(({ cells }, row) => cells.map((_, column) => sheet.text(row, column)));
    const meant = built.rows.map(({ cells }) => cells.map(({ text }) => text));
    expect(shown()).toEqual(meant);
    sheet.write({ row: 2, column: 15, rows: 1, columns: 1 }, [['une note à côté']], 'values');
    value(await gateway.writeReport(built));
    expect(shown()).toEqual(meant);
    expect(sheet.text(2, 15)).toBe('une note à côté');
    expect(office.workbook.sheets.filter(({ name }) => name.startsWith('Rapport'))).toHaveLength(1);
  });

  it('prints one page wide with its heads repeated', async () => {
    await created();
    const built = report(value(await gateway.readPlan()));
    value(await gateway.writeReport(built));
    expect(office.workbook.sheetByName('Rapport')!.page.layout).toMatchObject({
      orientation: 'Landscape',
      paperSize: 'Letter',
      zoom: { horizontalFitToPages: 1 },
      titleRows: { first: 5, last: 5 },
      footer: { right: '&"Arial,Regular"&8 Page &P de &N' },
    });
  });

  it('leaves a sheet of that name alone that is not ours', async () => {
    await created();
    const built = report(value(await gateway.readPlan()));
    const sheet = office.workbook.addSheet('Rapport');
    sheet.write({ row: 0, column: 0, rows: 1, columns: 1 }, [['le mien']], 'values');
    expect(await gateway.writeReport(built)).toMatchObject({
      error: { code: 'sheetNotOurs', params: { sheet: 'Rapport' } },
    });
    expect(sheet.cells.extent()).toEqual({ row: 0, column: 0, rows: 1, columns: 1 });
  });
});

describe('the coverage', () => {
  const period = { from: null, to: null };
  const request = { plan, activities, period, today, language: 'fr' } as const;
  /** No, activities, dates, first, last and state of the live list. */
  const list = () => {
    const sheet = office.workbook.sheetByName('Couverture')!;
    const rows = Array.from({ length: 60 }, (_, row) => [0, 4, 5, 6, 7, 9].map((column) => sheet.text(row, column)));
    const head = rows.findIndex(([, activitiesText]) => activitiesText === 'Activités');
    return rows.slice(head + 1, head + 7);
  };

  it('is written in four syncs, with a list that agrees with ours and a pivot with its zeros', async () => {
    await created();
    expect(value(await gateway.writeCoverage(request))).toEqual({
      sheet: 'Couverture',
      rows: 6,
      // Three leaf items over five months: what has happened, and a 0 for every month without.
      sourceRows: 15,
      pivot: true,
      slicers: true,
    });
    expect(office.session.statistics.requests).toBe(4);
    expect(list()).toEqual([
      ['1', '1', '2', '2021-06-02', '2021-09-14', '◐ Silencieuse'],
      ['1.1', '1', '2', '2021-06-02', '2021-09-14', '◐ Silencieuse'],
      ['1.1.1', '1', '2', '2021-06-02', '2021-09-14', '◐ Silencieuse'],
      ['1.1.2', '0', '0', '', '', '○ Aucune activité'],
      ['R', '1', '1', '2021-05-25', '2021-05-25', '◐ Silencieuse'],
      ['R.1', '1', '1', '2021-05-25', '2021-05-25', '◐ Silencieuse'],
    ]);
    const [pivot] = office.workbook.pivots;
    expect(pivot?.definition).toMatchObject({
      name: 'CouverturePivot',
      layout: 'Tabular',
      repeatLabels: true,
      refreshOnOpen: true,
      autoFormat: false,
    });
    const { rect, sheet } = pivot!;
    const cells = Array.from({ length: rect.rows }, (_, row) =>
      Array.from({ length: rect.columns }, (__, column) => sheet.text(rect.row + row, rect.column + column)),
    );
    expect(cells.at(-1)?.at(-1)).toBe('2');
    expect(cells.find((row) => row[2]?.startsWith('1.1.2'))?.at(-1)).toBe('0');
  });

  it('is right at once when somebody without the add-in adds a row', async () => {
    await created();
    value(await gateway.writeCoverage(request));
    office.workbook.transact({ session: 'person', by: 'person' }, () =>
      office.workbook
        .tableByName('Activites')!
        .sheet.write({ row: 4, column: 1, rows: 1, columns: 4 }, [[44470, null, '1.1.2', 'Lettre']], 'values'),
    );
    expect(list()[3]?.slice(0, 5)).toEqual(['1.1.2', '1', '1', '2021-10-01', '2021-10-01']);
    expect(list()[0]?.slice(0, 5)).toEqual(['1', '2', '3', '2021-06-02', '2021-10-01']);
  });

  it('is built again in its place', async () => {
    await created();
    value(await gateway.writeCoverage(request));
    const before = list();
    expect(value(await gateway.writeCoverage(request)).pivot).toBe(true);
    expect(list()).toEqual(before);
    expect(office.workbook.pivots).toHaveLength(1);
    expect(office.workbook.sheetByName('Couverture')!.drawings.charts).toHaveLength(2);
  });

  it('gives a plain table where the PivotTable is refused', async () => {
    await created();
    office.workbook.configure({ pivotsRefused: true });
    expect(value(await gateway.writeCoverage(request)).pivot).toBe(false);
    const sheet = office.workbook.sheetByName('Couverture')!;
    const labels = Array.from({ length: sheet.cells.extent()!.rows }, (_, row) => sheet.text(row, 1));
    expect(labels.findLast((text) => text !== '')).toBe('Total');
  });
});

describe('changes', () => {
  it('are told once they are quiet, our own writes never', async () => {
    await created();
    const told: unknown[] = [];
    const stop = value(await gateway.onChange((change) => told.push(change)));
    value(await gateway.append(added));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(told).toEqual([]);
    office.workbook.transact({ session: 'person', by: 'person' }, () => {
      office.workbook
        .tableByName('Plan')!
        .sheet.write({ row: 1, column: 4, rows: 1, columns: 1 }, [['Comité']], 'values');
    });
    await eventually(() => expect(told).toContainEqual(expect.objectContaining({ what: 'data' })));
    await stop();
  });
});

const seed = path.resolve(__dirname, '../../../shared/cases/seed-000.contract.xlsx');
if (existsSync(seed))
  describe('the workbook of the first case', () => {
    it('has what was counted in it', async () => {
      office.dispose();
      office = openBridge(openXlsx(new Uint8Array(readFileSync(seed))));
      const { plan: read, activities: found, problems } = value(await gateway.readPlan());
      const strategies = read.objectives.flatMap((objective) => objective.strategies);
      expect({
        activities: found.length,
        occurrences: found.flatMap(({ occurrences }) => occurrences).length,
        actions: strategies.flatMap(({ actions }) => actions).length,
        strategies: strategies.length,
        problems,
      }).toEqual({ activities: 33, occurrences: 46, actions: 6, strategies: 3, problems: [] });
    });
  });
