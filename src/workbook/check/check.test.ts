import { actionOf, day, objectiveOf, planOf, strategyOf } from '../../../test/support/plans';
import { actBetween } from '../../../test/coauthoring/turns';
import { openBridge, type BridgeHarness } from '../../../test/support/office';
import { snapshot } from '../../../test/support/snapshot';
import type { Activity, Plan } from '../../plan';
import type { Finding } from './model';
import { createGateway } from '../createGateway';
import type { Gateway } from '../gateway';
import type { Result } from '../model';

const plan: Plan = planOf(
  [
    objectiveOf('1', 'Faire connaître la profession', [
      strategyOf(
        '1.1',
        'Rencontrer les employeurs',
        ['1.1.1', '1.1.2'].map((no) => actionOf(no)),
      ),
    ]),
  ],
  { organisation: 'Ordre des relieurs', title: 'Plan', strategyPeriod: '2020-2023', actionPeriod: '2020-2021' },
);

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
const table = (name: string) => office.workbook.tableByName(name)!;
const cell = (name: string, row: number, column: number) => {
  const { bodyRect } = table(name);
  return { row: bodyRect.row + row, column: bodyRect.column + column, rows: 1, columns: 1 };
};
const header = (name: string, column: number) => cell(name, -1, column);
const type = (name: string, row: number, column: number, text: string) =>
  person(() => table(name).sheet.write(cell(name, row, column), [[text]], 'values'));
const number = (name: string, row: number, column: number, held: number, format: string) =>
  person(() => {
    const { sheet } = table(name);
    sheet.styles.setNumberFormats(cell(name, row, column), format);
    sheet.write(cell(name, row, column), [[held]], 'values');
  });
const under = (name: string, rows: readonly (readonly (string | number)[])[]) =>
  person(() => {
    const { sheet, bodyRect } = table(name);
    rows.forEach((row, index) => {
      const place = {
        row: bodyRect.row + bodyRect.rows + index,
        column: bodyRect.column,
        rows: 1,
        columns: row.length,
      };
      sheet.write(place, [[...row]], 'values');
    });
  });
const addRow = (row: readonly (string | number)[]) =>
  person(() => table('Activites').rows.add(null, [[...row, ...Array<string>(12 - row.length).fill('')]]));
const resize = (name: string, rows: number) =>
  person(() => table(name).resize({ ...table(name).rect, rows: rows + 1 }));
const findings = async () => value(await gateway.check()).findings;

interface Damage {
  readonly what: string;
  readonly arrange: () => void;
  /** Each repair as `code, safe?: changes`, and each problem that is left to the person as its code. */
  readonly found: readonly string[];
}

const shown = ({ problem, repair }: Finding): string =>
  repair === null
    ? problem.code
    : `${repair.code}${repair.safe ? '' : ' ?'}: ${repair.changes
        .map(({ sheet, address, column, before, after }) => `${sheet}!${address} ${column} [${before}] → [${after}]`)
        .join(' | ')}`;

const damages: readonly Damage[] = [
  {
    what: 'a row without an id',
    arrange: () => type('Activites', 1, 0, ''),
    found: ['missingId: Activités!A3 Id [] → [new1]'],
  },
  {
    what: 'a date in words',
    arrange: () => type('Activites', 0, 1, "'2 juin 2021"),
    found: ['textDate: Activités!B2 Date [2 juin 2021] → [2021-06-02]'],
  },
  {
    what: 'a date of ISO as text',
    arrange: () => type('Activites', 0, 1, "'2021-06-05"),
    found: ['textDate: Activités!B2 Date [2021-06-05] → [2021-06-05]'],
  },
  {
    what: 'a date without its year',
    arrange: () => type('Activites', 0, 1, "'2 juin"),
    found: ['textDate ?: Activités!B2 Date [2 juin] → [2021-06-02]'],
  },
  {
    what: 'a range of days in words',
    arrange: () => type('Activites', 0, 1, "'13 au 15 septembre 2021"),
    found: [
      'textDate: Activités!B2 Date [13 au 15 septembre 2021] → [2021-09-13] | Activités!C2 Fin [] → [2021-09-15]',
    ],
  },
  {
    what: 'several dates in a cell, of a row without an id',
    arrange: () => {
      type('Activites', 0, 1, "'2 juin et 8 septembre 2021");
      type('Activites', 0, 0, '');
    },
    found: [
      'missingId: Activités!A2 Id [] → [new1]',
      'textDate: Activités!B2 Date [2 juin et 8 septembre 2021] → [2021-06-02] | Activités!A2 Id [] → [new1] | Activités! Date [] → [2021-09-08]',
    ],
  },
  {
    what: 'a month, and a day that does not exist',
    arrange: () => {
      type('Activites', 0, 1, "'juin 2021");
      type('Activites', 1, 1, "'31 juin 2021");
    },
    found: ['unreadableDate', 'unreadableDate'],
  },
  {
    what: 'numbers with spaces, wide digits and a dot at the end',
    arrange: () => {
      type('Activites', 0, 3, "' 1.1. 1");
      type('Activites', 1, 3, "'１.１.２.");
      type('Plan', 1, 0, "'1.1.2.");
    },
    found: [
      'untidyNo: Plan!A3 No [1.1.2.] → [1.1.2]',
      'untidyNo: Activités!D2 No plan [ 1.1. 1] → [1.1.1]',
      'untidyNo: Activités!D3 No plan [１.１.２.] → [1.1.2]',
    ],
  },
  {
    what: 'a number that Excel holds as a number',
    arrange: () => number('Activites', 0, 3, 1.1, 'General'),
    found: ['numberAsNo: Activités!D2 No plan [1.1] → [1.1]'],
  },
  {
    what: 'a number that lost its zero, which the plan alone has',
    arrange: () => {
      type('Plan', 0, 2, "'Autre");
      type('Plan', 0, 0, "'1.10.1");
      number('Activites', 0, 3, 1.1, '0.00');
    },
    found: ['numberAsNo ?: Activités!D2 No plan [1.1] → [1.10]'],
  },
  {
    what: 'a number of the plan that lost its zero',
    arrange: () => {
      person(() => table('Plan').rows.add(null, [['1.1', 'Faire connaître la profession', 'Autre', '', '', '', '']]));
      number('Plan', 2, 0, 1.1, 'General');
    },
    found: ['differentTitle', 'numberAsNo ?: Plan!A4 No [1.1] → [1.10]'],
  },
  {
    what: 'a number that became a day',
    arrange: () => number('Activites', 0, 3, 44_593, 'yyyy-mm-dd'),
    found: ['unknownNo', 'numberAsNo'],
  },
  {
    what: 'a row copied and typed over',
    arrange: () => addRow(['a', 44_400, '', '1.1.2', 'Entrevue à la radio']),
    found: ['duplicateId: Activités!A5 Id [a] → [new1]'],
  },
  {
    what: 'a row pasted twice as it is',
    arrange: () => {
      const values = ['a', 44_349, '', "'1.1.1", 'Visite a', 'Le reste'];
      addRow(values);
      addRow(values);
    },
    found: ['repeatedRow', 'repeatedRow'],
  },
  {
    what: 'a row of an activity whose title was corrected',
    arrange: () => addRow(['a', 44_400, '', '1.1.1', 'Visite a et b']),
    found: ['duplicateId ?: Activités!A5 Id [a] → [new1]'],
  },
  {
    what: 'an activity whose rows serve two items',
    arrange: () => addRow(['a', 44_400, '', '1.1.2', 'Visite a']),
    found: ['splitActivity ?: Activités!A5 Id [a] → [new1]'],
  },
  {
    what: 'an activity whose rows tell different things',
    arrange: () => addRow(['a', 44_400, '', '1.1.1', 'Visite a', 'Un\nDeux', 'X', '', 'Visite']),
    found: [
      'splitActivity ?: Activités!F2 Précisions [Le reste] → [Le reste\nUn\nDeux] | Activités!F5 Précisions [Un\nDeux] → [Le reste\nUn\nDeux]',
    ],
  },
  {
    what: 'blank rows at the end of a table',
    arrange: () => resize('Activites', 6),
    found: ['blankRows: Activités!A5  [A1:L7] → [A1:L4]'],
  },
  {
    what: 'a row typed under the table, which did not take it in',
    arrange: () => {
      office.workbook.configure({ tableGrowth: false });
      under('Activites', [['', "'8 juin 2021", '', "'1.1.2", 'Rencontre']]);
    },
    found: [
      'rowsBelow: Activités!A5  [A1:L4] → [A1:L5]',
      'missingId: Activités!A5 Id [] → [new1]',
      'textDate: Activités!B5 Date [8 juin 2021] → [2021-06-08]',
    ],
  },
  {
    what: 'a row typed under the table after a blank one',
    arrange: () => under('Activites', [[''], ['d', 44_355, '', "'1.1.2", 'Rencontre']]),
    found: ['rowsBelow ?: Activités!A5  [A1:L4] → [A1:L6]'],
  },
  {
    what: 'a note under the table',
    arrange: () => {
      office.workbook.configure({ tableGrowth: false });
      under('Activites', [['Source : comité']]);
    },
    found: ['rowsBelow'],
  },
  { what: 'an unknown number', arrange: () => type('Activites', 0, 3, "'9.9"), found: ['unknownNo'] },
  {
    what: 'an end before its start',
    arrange: () => number('Activites', 0, 2, 44_300, 'yyyy-mm-dd'),
    found: ['endBeforeStart ?: Activités!B2 Date [44349] → [2021-04-14] | Activités!C2 Fin [44300] → [2021-06-02]'],
  },
  { what: 'a missing title', arrange: () => type('Activites', 0, 4, ''), found: ['missingTitle'] },
  { what: 'an error of Excel', arrange: () => type('Activites', 0, 4, '=1/0'), found: ['errorValue', 'missingTitle'] },
  {
    what: 'links without what is before them, and one that runs',
    arrange: () => {
      type('Activites', 0, 9, 'www.exemple.org/piece');
      type('Activites', 1, 9, 'nom@exemple.org');
      type('Activites', 2, 9, 'javascript:alert(1)');
    },
    found: [
      'unsafeLink ?: Activités!J2 Lien [www.exemple.org/piece] → [https://www.exemple.org/piece]',
      'unsafeLink ?: Activités!J3 Lien [nom@exemple.org] → [mailto:nom@exemple.org]',
      'unsafeLink',
    ],
  },
  {
    what: 'a formula where people type',
    arrange: () => person(() => table('Activites').sheet.write(cell('Activites', 0, 7), [['=1+1']], 'formulas')),
    // Excel fills the column.
    found: [2, 3, 4].map((row) => `formulaInTable ?: Activités!H${row} Note [2] → [2]`),
  },
  {
    what: 'a number of the plan given twice',
    arrange: () => type('Plan', 1, 0, "'1.1.1"),
    found: ['duplicateNo ?: Plan!A3 No [1.1.1] → [1.1.2]', 'unknownNo'],
  },
  {
    what: 'an action without a number',
    arrange: () => type('Plan', 1, 0, ''),
    found: ['missingNo ?: Plan!A3 No [] → [1.1.2]', 'unknownNo'],
  },
  {
    what: 'a number without its place',
    arrange: () => type('Plan', 1, 0, "'1.1"),
    found: ['noWithoutPlace', 'unknownNo'],
  },
  {
    what: 'a table that was renamed',
    arrange: () => person(() => table('Activites').rename('Tableau3')),
    found: ['renamedTable: Activités!  [Tableau3] → [Activites]'],
  },
  {
    what: 'a header that was renamed',
    arrange: () => person(() => table('Activites').sheet.write(header('Activites', 4), [['Titre']], 'values')),
    found: ['renamedColumn ?: Activités!E1 Titre [Titre] → [Activité]'],
  },
  {
    what: 'rows that are hidden',
    arrange: () => person(() => table('Activites').sheet.rows.setHidden(2, 1, true)),
    found: ['hiddenTable'],
  },
  {
    what: 'a date far from the plan',
    arrange: () => number('Activites', 0, 1, 8_000, 'yyyy-mm-dd'),
    found: ['farDate'],
  },
];

describe('check and repair', () => {
  beforeEach(() =>
    workbook([
      activity('a', { details: ['Le reste'] }),
      activity('b', { planNo: '1.1.2' }),
      activity('c', { planNo: null }),
    ]),
  );

  it('finds nothing in a workbook as it was made', async () => {
    expect(await findings()).toEqual([]);
    expect(office.session.statistics.requests).toBe(3);
  });

  it.each(damages)('$what', async ({ arrange, found }) => {
    arrange();
    const before = await snapshot();
    const first = await findings();
    expect(first.map(shown)).toEqual(found);
    const wanted = first.flatMap(({ repair }) => repair ?? []);
    const receipt = value(await gateway.repair(wanted));
    expect(receipt.repairs).toBe(wanted.length);
    expect((await findings()).flatMap(({ repair }) => repair ?? [])).toEqual([]);
    value(await gateway.undoRepair(receipt));
    expect(await snapshot()).toEqual(before);
  });
});

describe('repair', () => {
  beforeEach(() => workbook([activity('a'), activity('b', { planNo: '1.1.2' }), activity('c')]));

  const twoDates = () => type('Activites', 1, 1, "'2 juin et 8 septembre 2021");
  const repairs = async () => (await findings()).flatMap(({ repair }) => repair ?? []);
  const insertRow = () =>
    person(() => table('Activites').rows.add(0, [['z', 44_400, '', "'1.1.1", 'Avant', '', '', '', '', '', '', '']]));

  it.each<[string, string, () => void]>([
    ['somebody has given the row its id', 'changedSince', () => type('Activites', 1, 0, 'leur')],
    ['somebody has put a row before', 'changedSince', insertRow],
    ['somebody has changed another cell of the row', 'changedSince', () => type('Activites', 1, 4, 'Autre')],
    [
      'somebody has written under the table',
      'belowTableNotEmpty',
      () => {
        office.workbook.configure({ tableGrowth: false });
        under('Activites', [['Source']]);
      },
    ],
    [
      'the table is filtered',
      'filteredTable',
      () => person(() => table('Activites').setFilter({ column: 4, values: ['Visite a'] })),
    ],
    ['the sheet is protected', 'protectedSheet', () => person(() => table('Activites').sheet.protect())],
    ['the workbook is read-only', 'readOnly', () => office.workbook.configure({ readOnly: true })],
    ['the table is gone', 'missingTable', () => person(() => table('Activites').convertToRange())],
  ])('writes nothing where %s', async (_, code, arrange) => {
    twoDates();
    type('Activites', 1, 0, '');
    const found = await repairs();
    arrange();
    const before = await snapshot();
    expect(await gateway.repair(found)).toMatchObject({ ok: false, error: { code } });
    expect(await snapshot()).toEqual(before);
  });

  it.each<[string, () => void]>([
    ['one of the cells', () => type('Activites', 1, 1, "'ma date")],
    ['the rows', insertRow],
  ])('is not taken back over what somebody has done to %s since', async (_, arrange) => {
    twoDates();
    const receipt = value(await gateway.repair(await repairs()));
    arrange();
    const before = await snapshot();
    expect(await gateway.undoRepair(receipt)).toMatchObject({ ok: false, error: { code: 'changedSince' } });
    expect(await snapshot()).toEqual(before);
  });

  it.each(['error', 'halfway', 'lostResponse'] as const)(
    'leaves the workbook as it was after a fault (%s) in the write',
    async (kind) => {
      twoDates();
      const found = await repairs();
      const before = await snapshot();
      office.session.injectFault({ at: 3, kind, code: 'Timeout' });
      expect(await gateway.repair(found)).toMatchObject({ ok: false, error: { code: 'interrupted' } });
      expect(await snapshot()).toEqual(before);
      value(await gateway.repair(found));
      expect(await repairs()).toEqual([]);
    },
  );

  it.each([1, 2, 3])('keeps the row that somebody adds between two requests (%d)', async (after) => {
    twoDates();
    const found = await repairs();
    actBetween(office.session, after, insertRow);
    const result = await gateway.repair(found);
    // Excel moves what is held along with the rows: the repair is made where it belongs, or not at all.
    const titles = value(await gateway.readPlan()).activities.map(({ title }) => title);
    expect(titles).toEqual(['Avant', 'Visite a', 'Visite b', 'Visite c']);
    if (!result.ok) expect(result.error.code).toMatch(/changedSince|notVerified/);
    else expect(await repairs()).toEqual([]);
  });
});

it('says which table or column is missing, and looks no further', async () => {
  await workbook([activity('a')]);
  person(() => table('Activites').sheet.write(header('Activites', 1), [['Jour venu']], 'values'));
  expect((await findings()).map(shown)).toEqual(['missingColumn']);
  person(() => table('Plan').convertToRange());
  expect((await findings()).map(shown)).toEqual(['missingTable']);
});

it('says that a table has a total under it, and gives it its name back all the same', async () => {
  await workbook([activity('a')]);
  person(() => {
    table('Plan').change({ showTotals: true });
    table('Plan').rename('Tableau1');
  });
  const before = await snapshot();
  const found = await findings();
  expect(found.map(shown)).toEqual(['renamedTable: Plan!  [Tableau1] → [Plan]', 'totalsRow']);
  const receipt = value(await gateway.repair(found.flatMap(({ repair }) => repair ?? [])));
  expect((await findings()).map(shown)).toEqual(['totalsRow']);
  value(await gateway.undoRepair(receipt));
  expect(await snapshot()).toEqual(before);
});

it('says that a table is filtered', async () => {
  await workbook([activity('a'), activity('b')]);
  person(() => table('Activites').setFilter({ column: 4, values: ['Visite a'] }));
  expect((await findings()).map(shown)).toEqual(['filteredTable']);
});
