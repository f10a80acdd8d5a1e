import { generate } from '../../../test/support/generator';
import { insertRows, insertSheetRows, sortTable, typeBelow, typeOver } from '../../../test/support/hands';
import { openBridge, type BridgeHarness } from '../../../test/support/office';
import { asPerson, iso, value } from '../../../test/support/tracking';
import { coverage, type DayRange } from '../../plan';
import { createGateway } from '../createGateway';
import type { Gateway } from '../gateway';

/** The live list counts by itself: what it says is held against what the table then holds, counted by the plan room. */

type Table = NonNullable<ReturnType<BridgeHarness['workbook']['tableByName']>>;
type Line = readonly (string | number | null)[];

const today = iso('2026-06-01');
const contents = generate({ actions: 12, activities: 60 });
const open: DayRange = { from: null, to: null };
const year: DayRange = { from: iso('2025-01-01'), to: iso('2025-12-31') };

let office: BridgeHarness;
let gateway: Gateway;
beforeEach(async () => {
  // The first of June 2026.
  office = openBridge(undefined, { now: () => 46_174 });
  gateway = createGateway({ today: () => today });
  value(await gateway.createTrackingWorkbook({ ...contents, language: 'fr' }));
});
afterEach(() => office.dispose());

const build = async (period: DayRange) =>
  value(await gateway.writeCoverage({ ...contents, period, today, language: 'fr' }));

const person = (change: (table: Table) => void): void =>
  asPerson(office.workbook, () => change(office.workbook.tableByName('Activites')!));

function listed(): string[][] {
  const sheet = office.workbook.sheetByName('Couverture')!;
  const rows = Array.from({ length: 120 }, (_, row) => [0, 4, 5, 6, 7].map((column) => sheet.text(row, column)));
  const first = rows.findIndex((_, row) => sheet.text(row, 1) === 'Objectif, stratégie, action') + 1;
  return rows.slice(
    first,
    rows.findIndex(([no], row) => row > first && no === ''),
  );
}

async function counted(period: DayRange): Promise<string[][]> {
  const { plan, activities } = value(await gateway.readPlan());
  return coverage(plan, activities, period, today).map(({ no, activities: count, occurrences, first, last }) => [
    no,
    String(count),
    String(occurrences),
    first ?? '',
    last ?? '',
  ]);
}

/** What the sheet says of rows that it does not count. */
function warning(): string {
  const sheet = office.workbook.sheetByName('Couverture')!;
  const texts = Array.from({ length: 12 }, (_, row) => sheet.text(row, 0));
  return texts.find((text) => /ligne.*reconstruisez/.test(text)) ?? '';
}

/** A day of the year that is counted. */
const day = 45_800;
const line = (id: string, no: string | number | null, date: string | number | null = day): Line => [
  id,
  date,
  null,
  no,
  'Rencontre',
];

const deeds: Readonly<Record<string, (table: Table) => void>> = {
  'puts a row between two others': (at) => insertRows(at, 20, [line('main-1', "'1.1.2")]),
  'puts blank rows in, and fills one of them': (at) => {
    insertRows(at, 20, [[], []]);
    typeOver(at, 21, line('main-1', "'1"));
  },
  'puts a row above all others': (at) => insertRows(at, 0, [line('main-1', "'1.1.2")]),
  'puts a whole row of the sheet in': (at) => {
    insertSheetRows(at.sheet, 30, 1);
    typeOver(at, 29, line('main-1', "'1.1"));
  },
  'puts a title above the table': (at) => insertSheetRows(at.sheet, 0, 2),
  'takes rows out': (at) => {
    at.rows.delete(25, 3);
    at.rows.delete(0, 1);
  },
  'sorts by date, the last first': (at) => sortTable(at, 1, false),
  'types below': (at) => typeBelow(at, { Id: 'main-1', Date: day, 'No plan': "'1.1.1" }),
  'types two dates of an activity': (at) =>
    insertRows(at, 5, [line('main-1', "'1.1.1"), line('main-1', "'1.1.1", day - 9)]),
  'makes another activity of a row': (at) => typeOver(at, 33, line('main-1', "'1,1,1", day - 1)),
  'types ids that Excel takes for conditions': (at) => insertRows(at, 5, [line('>5', "'1.1.1"), line('a~b', "'1.1.1")]),
  'types rows that count nowhere': (at) =>
    insertRows(at, 8, [line('w', null), line('v', "'1.1.1", null), line('u', "'1.1.1", "'juin")]),
};

describe.each([
  ['all dates', open],
  ['a year', year],
  ['since a day', { ...open, from: year.from }],
])('a list of %s is right at once when somebody', (_description, period) => {
  test.each(Object.entries(deeds))('%s', async (_deed, change) => {
    await build(period);
    person(change);
    expect(listed()).toEqual(await counted(period));
    expect(warning()).toBe('');
  });
});

describe('rows for which there was no room', () => {
  const filling = (rows: number) => Array.from({ length: rows }, (_, n) => line(`n${n}`, "'1.1.1"));
  const room = 200;

  test.each([
    [1, '1\u00a0ligne du tableau des activités n’est pas encore comptée\u00a0: reconstruisez la couverture.'],
    [3, '3\u00a0lignes du tableau des activités ne sont pas encore comptées\u00a0: reconstruisez la couverture.'],
  ])('are said, %d of them, until it is built again', async (beyond, text) => {
    await build(year);
    // Neither a row without a number or a date, nor one of another year, would count.
    const others = [line('w', null), line('v', "'1.1.1", null), line('u', "'1.1.1", day - 400)];
    person((at) => insertRows(at, null, [...filling(room + beyond), ...others]));
    expect(warning()).toBe(text);
    await build(year);
    expect(warning()).toBe('');
    expect(listed()).toEqual(await counted(year));
  });

  test('are said where they go on into the period, and their number is one for Excel', async () => {
    await build({ ...open, from: year.from });
    person((at) => {
      insertRows(at, null, filling(room));
      const { sheet, bodyRect } = at;
      const below = { row: bodyRect.row + bodyRect.rows, column: 3, rows: 2, columns: 1 };
      sheet.styles.setNumberFormats(below, 'General');
      insertRows(at, null, [['long', day - 900, day, 1.1], line('early', 1.1, day - 900)]);
    });
    expect(warning()).toMatch(/^1\u00a0ligne /);
  });
});

test('lists that go on over pages say their heads on each, and count past them', async () => {
  const big = generate({ actions: 300, activities: 100 });
  const tracked = openBridge(undefined, { now: () => 46_174 });
  try {
    value(await gateway.createTrackingWorkbook({ ...big, language: 'fr' }));
    const request = { ...big, period: { from: iso('2026-01-01'), to: null }, today, lastCommittee: iso('2025-01-01') };
    value(await gateway.writeCoverage({ ...request, language: 'fr' }));
    const sheet = tracked.workbook.sheetByName('Couverture')!;
    const texts = (column: number) => Array.from({ length: 1_100 }, (_, row) => sheet.text(row, column));
    const heads = texts(0).flatMap((text, row) => (text === 'No' ? [row] : []));
    const breaks = sheet.page.layout.rowBreaks;
    expect(heads.length).toBeGreaterThan(15);
    expect(breaks.filter((row) => heads.includes(row)).length).toBeGreaterThan(12);
    expect(breaks.filter((row) => !heads.includes(row) && /^[1-9]\./.test(sheet.text(row, 0)))).toEqual([]);
    const first = heads.find((row) => sheet.text(row, 1) === 'Objectif, stratégie, action')!;
    const listed = texts(0).flatMap((no, row) => (row > first && /^[1-9R]/.test(no) ? [[no, sheet.text(row, 4)]] : []));
    expect(listed).toEqual(
      coverage(big.plan, big.activities, request.period, today).map(({ no, activities }) => [no, String(activities)]),
    );
    // The last of those without activity gets one, at the other end of its page’s heads.
    const uncovered = texts(0).findIndex((text) => text.startsWith('Sans activité dans la période'));
    const last = first - 3;
    expect(last).toBeGreaterThan(uncovered + 200);
    asPerson(tracked.workbook, () =>
      insertRows(tracked.workbook.tableByName('Activites')!, 3, [line('new', `'${sheet.text(last, 0)}`, 46_150)]),
    );
    const states = Array.from({ length: last - uncovered }, (_, row) => sheet.text(uncovered + 1 + row, 8));
    expect(states.flatMap((state, row) => (state.startsWith('●') ? [uncovered + 1 + row] : []))).toEqual([last]);
  } finally {
    tracked.dispose();
  }
});
