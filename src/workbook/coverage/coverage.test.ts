import { openBridge, type BridgeHarness } from '../../../test/support/office';
import { generate } from '../../../test/support/generator';
import { coverage as countCoverage, parseIso } from '../../plan';
import { createGateway } from '../createGateway';
import type { Gateway } from '../gateway';
import type { CoverageRequest, Result } from '../model';

const today = parseIso('2026-06-01')!;
const contents = generate({ actions: 12, activities: 60 });

let office: BridgeHarness;
let gateway: Gateway;
beforeEach(async () => {
  // The first of June 2026.
  office = openBridge(undefined, { now: () => 46_174 });
  gateway = createGateway({ today: () => today });
  value(await gateway.createTrackingWorkbook({ ...contents, language: 'fr' }));
});
afterEach(() => office.dispose());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const cover = async (patch: Partial<CoverageRequest> = {}) =>
  value(
    await gateway.writeCoverage({
      ...contents,
      period: { from: null, to: null },
      today,
      language: 'fr',
      ...patch,
    }),
  );
const coverage = () => office.workbook.sheetByName('Couverture')!;
const pivot = () => office.workbook.pivots[0]!;

const change = (what: () => void) => office.workbook.transact({ session: 'person', by: 'person' }, what);

/** Rows of the sheet, as far as anything of ours goes. */
const lines = (columns: readonly number[]) =>
  Array.from({ length: 120 }, (_, row) => columns.map((column) => coverage().text(row, column)));
const lineOf = (start: string, column = 0) => lines([column]).findIndex(([text]) => text?.startsWith(start));

describe('the charts', () => {
  const chartNamed = (name: string) =>
    coverage().drawings.charts.find(({ definition }) => definition.name === name)!.definition;
  const range = (column: string, first: number, last: number) =>
    `Couverture!$${column}$${first + 1}:$${column}$${last + 1}`;

  it('have every strategy, covered and not, from zero, its figures above', async () => {
    await cover();
    const [first, last] = [lineOf('1.1'), lineOf('1.2')];
    expect(chartNamed('CouvertureGraphique')).toMatchObject({
      type: 'ColumnStacked',
      title: 'Actions avec et sans activité, par stratégie',
      valueAxisMinimum: 0,
      valueAxisMajorUnit: 2,
      series: [
        { name: 'Avec activité', categories: range('A', first, last), values: range('E', first, last) },
        { name: 'Sans activité', categories: range('A', first, last), values: range('F', first, last) },
      ],
    });
    expect(lines([4, 5]).slice(first, last + 1)).toEqual([
      ['8', '0'],
      ['3', '1'],
    ]);
    expect(coverage().text(lineOf('Actions qui'), 0)).toBe('Actions qui ont eu au moins une activité\u00a0: 11 sur 12');
  });

  it.each([
    ['month', { from: '2025-01-01', to: '2025-12-31' }, 'Activités par mois', 12],
    ['quarter', { from: '2023-01-01', to: '2025-12-31' }, 'Activités par trimestre', 12],
    ['year', { from: null, to: null }, 'Activités par année', 10],
  ] as const)('have the activities by %s, silent ones too', async (_span, { from, to }, title, points) => {
    await cover({ period: { from: from && parseIso(from), to: to && parseIso(to) } });
    const head = lineOf(title, 7);
    const end = lines([7]).findIndex(([text], row) => row > head + 1 && text === '');
    expect(end - head - 2).toBe(points);
    expect(chartNamed('CouvertureTemps')).toMatchObject({
      title,
      valueAxisMinimum: 0,
      series: [{ name: 'Activités', categories: range('H', head + 2, end - 1), values: range('I', head + 2, end - 1) }],
    });
    const counted = lines([8]).slice(head + 2, end);
    expect(counted.reduce((sum, [count]) => sum + Number(count), 0)).toBe(pivot().result.cells.at(-1)!.value);
  });

  it('cover no cell that holds something', async () => {
    await cover({ lastCommittee: parseIso('2025-01-01') });
    const sheet = coverage();
    const rowAt = (points: number) => {
      let row = 0;
      for (let rest = points; rest >= sheet.rows.height(row); row++) rest -= sheet.rows.height(row);
      return row;
    };
    const drawn = [...sheet.drawings.charts, ...sheet.drawings.slicers].map(({ definition }) => definition);
    expect(drawn).toHaveLength(5);
    for (const { top, height } of drawn) {
      const covered = { row: rowAt(top), column: 0, rows: rowAt(top + height - 1) - rowAt(top) + 1, columns: 40 };
      expect([...sheet.cells.within(covered)].filter(({ cell }) => cell.value !== null)).toEqual([]);
    }
  });
});

describe('the live list', () => {
  const listed = () => {
    const head = lineOf('Objectif, stratégie, action', 1);
    const rows = lines([0, 4, 5, 6, 7]).slice(head + 1);
    return rows.slice(
      0,
      rows.findIndex(([no]) => no === ''),
    );
  };

  it.each([
    ['all dates', null, null],
    ['a year', '2025-01-01', '2025-12-31'],
    ['since a day', '2025-06-01', null],
    ['until a day', null, '2020-06-01'],
  ])('counts what we count: %s', async (_description, start, end) => {
    const period = { from: start === null ? null : parseIso(start), to: end === null ? null : parseIso(end) };
    await cover({ period });
    expect(listed()).toEqual(
      countCoverage(contents.plan, contents.activities, period, today).map(
        ({ no, activities, occurrences, first, last }) => [
          no,
          String(activities),
          String(occurrences),
          first ?? '',
          last ?? '',
        ],
      ),
    );
  });

  it('counts a number typed with commas, and no row without a date', async () => {
    await cover();
    const before = listed()[2]!;
    const table = office.workbook.tableByName('Activites')!;
    const below = { row: table.bodyRect.row + table.bodyRect.rows, column: table.bodyRect.column, rows: 2, columns: 4 };
    office.workbook.transact({ session: 'person', by: 'person' }, () =>
      table.sheet.write(
        below,
        [
          ["'main-1", 46_174, null, "'1,1,1"],
          ["'main-2", null, null, "'1.1.1"],
        ],
        'values',
      ),
    );
    const [no, activities, dates] = before;
    expect(listed()[2]!.slice(0, 3)).toEqual([no, String(Number(activities) + 1), String(Number(dates) + 1)]);
  });
});

describe('what has had nothing in the period', () => {
  it('is listed by due date, with who answers for it and what is late', async () => {
    await cover({ period: { from: parseIso('2026-01-01'), to: null } });
    const rows = Array.from({ length: 80 }, (_, row) => [0, 4, 7, 8].map((column) => coverage().text(row, column)));
    const head = rows.findIndex(([title]) => title?.startsWith('Sans activité dans la période')) + 1;
    const listed = rows.slice(
      head + 1,
      rows.findIndex(([no], row) => row > head && no === ''),
    );
    const actions = contents.plan.objectives.flatMap(({ strategies }) => strategies.flatMap((each) => each.actions));
    const due = (no: string | undefined) => actions.find((action) => action.no === no)!;
    expect(rows[head]).toEqual(['No', 'Responsable', 'Échéance', 'État']);
    expect(listed.length).toBeGreaterThan(1);
    expect(listed).toEqual(
      listed.map(([no = '']) => [no, due(no).owner, due(no).due, due(no).due! < today ? 'Échéance passée' : '']),
    );
    expect(listed.map(([, , date]) => date)).toEqual(listed.map(([, , date]) => date).sort());
  });

  it('says which have had something since, and which are late by now, without the add-in', async () => {
    await cover({ period: { from: parseIso('2026-01-01'), to: null } });
    const head = lineOf('Sans activité dans la période');
    const states = () => lines([0, 8]).slice(head + 2, lineOf('Suivi  ·') - 1);
    const [[no = ''] = [], ...others] = states();
    const { sheet, bodyRect } = office.workbook.tableByName('Activites')!;
    const below = { row: bodyRect.row + bodyRect.rows, column: bodyRect.column, rows: 1, columns: 4 };
    // All of them are due by then.
    office.workbook.configure({ now: () => 60_000 });
    change(() => sheet.write(below, [["'main-1", 46_174, null, `'${no}`]], 'values'));
    expect(states()).toEqual([
      [no, '● Activité ajoutée depuis'],
      ...others.map(([other]) => [other, 'Échéance passée']),
    ]);
  });
});

describe('what has changed since the committee met', () => {
  it('is said in words and figures, the newly covered first', async () => {
    await cover({ lastCommittee: parseIso('2025-09-01') });
    const head = lineOf('Depuis le comité du 1er');
    const end = lines([0]).findIndex(([no], row) => row > head + 2 && no === '');
    const listed = lines([0, 7, 8, 9]).slice(head + 3, end);
    expect(lines([0])[head + 1]).toEqual([
      '0 action nouvellement couverte\u00a0; 7 autres actions avec du nouveau\u00a0; 4 actions silencieuses depuis\u00a0; 1 action toujours sans activité.',
    ]);
    expect(listed.map(([, , , state]) => state)).toEqual([
      ...Array<string>(7).fill('● Du nouveau'),
      ...Array<string>(4).fill('◐ Silencieuse depuis'),
      '○ Toujours sans activité',
    ]);
    expect(listed.every(([, count, last]) => (count === '0' ? last! < '2025-09-01' : last! >= '2025-09-01'))).toBe(
      true,
    );
  });

  it('is left out where no date is known', async () => {
    await cover();
    expect(lineOf('Depuis le comité')).toBe(-1);
  });
});

test('is printed on the paper that is asked for, and stays on that of a sheet that is there', async () => {
  const papers = () =>
    ['Couverture', 'Données'].map((name) => office.workbook.sheetByName(name)?.page.layout.paperSize);
  await cover({ paper: 'a4' });
  expect(papers()).toEqual(['A4', 'A4']);
  coverage().page.change({ paperSize: 'Legal' });
  await cover({ paper: 'a4' });
  expect(papers()).toEqual(['Legal', 'A4']);
});

describe('the PivotTable', () => {
  it.each([
    ['months', 'auto', '2024-01-01', '2025-06-30', 'Mois'],
    ['quarters where months are more than 18', 'auto', '2023-07-01', '2026-06-30', 'Trimestre'],
    ['years where quarters are more than 12', 'auto', '2016-01-01', '2026-06-30', 'Année'],
    ['months where they are asked for', 'months', '2016-01-01', '2026-06-30', 'Mois'],
    ['quarters where they are asked for', 'quarters', '2024-01-01', '2025-06-30', 'Trimestre'],
  ] as const)('has %s across', async (_description, across, from, to, field) => {
    await cover({ across, period: { from: parseIso(from), to: parseIso(to) } });
    expect(pivot().definition.columns.map((column) => column.field)).toEqual([field]);
  });

  it.each([
    ['activities', 60, 'Nombre d’activités', 'Activités par action et par année'],
    ['occurrences', 74, 'Nombre de dates', 'Dates par action et par année'],
  ] as const)('sums %s', async (measure, total, name, title) => {
    await cover({ measure });
    const { result, definition } = pivot();
    expect([result.cells.at(-1)!.value, definition.data.map((data) => data.name)]).toEqual([total, [name]]);
    expect(lineOf(title)).toBeGreaterThan(0);
  });

  it('has a record for each item in each month, so that any program shows its 0', async () => {
    await cover({ period: { from: parseIso('2025-01-01'), to: parseIso('2025-12-31') } });
    const { records } = pivot();
    const [no, month] = ['No', 'Mois'].map((field) => records.fields.indexOf(field));
    const found = new Set(records.rows.map((row) => JSON.stringify([row[no!], row[month!]])));
    expect(found.size).toBe(12 * 12);
  });

  const labels = (field: string) =>
    pivot()
      .result.fields.find((each) => each.field === field)!
      .items.map(String);
  const slicerOf = (field: string) => coverage().drawings.slicers.find(({ definition }) => definition.field === field)!;

  it('keeps what the person had hidden in rows and columns when it is built again, in as many syncs', async () => {
    await cover();
    const label = labels('Action').find((text) => text.startsWith('1.1.2'))!;
    const year = labels('Année')[3]!;
    change(() => {
      const { rows, columns } = pivot().definition;
      pivot().change({
        rows: rows.map((row) => (row.field === 'Action' ? { ...row, hiddenItems: [label] } : row)),
        columns: columns.map((column) => ({ ...column, hiddenItems: [year] })),
      });
    });
    const total = pivot().result.cells.at(-1)!.value;
    office.session.resetStatistics();
    await cover();
    expect(office.session.statistics.requests).toBe(4);
    const { rows, columns } = pivot().definition;
    expect([...rows, ...columns].map(({ hiddenItems }) => hiddenItems)).toEqual([[], [], [label], [year]]);
    expect(pivot().result.cells.at(-1)!.value).toBe(total);
  });

  it('has slicers of objective, owner and coverage, which keep what is selected', async () => {
    await cover();
    expect(
      coverage().drawings.slicers.map(({ definition }) => [definition.name, definition.caption, definition.field]),
    ).toEqual([
      ['CouvertureObjectif', 'Objectif', 'Objectif'],
      ['CouvertureResponsable', 'Responsable', 'Responsable'],
      ['CouvertureAvecSans', 'Couverture', 'Couverture'],
    ]);
    change(() => slicerOf('Couverture').select(['Sans activité']));
    const [owner] = labels('Responsable');
    await cover();
    expect(slicerOf('Couverture').items).toEqual([
      { label: 'Avec activité', selected: false },
      { label: 'Sans activité', selected: true },
    ]);
    expect(pivot().result.cells.at(-1)!.value).toBe(0);
    change(() => {
      slicerOf('Couverture').select([]);
      slicerOf('Responsable').select([owner!]);
    });
    const total = pivot().result.cells.at(-1)!.value;
    await cover({ language: 'fr' });
    expect([coverage().drawings.slicers.length, pivot().result.cells.at(-1)!.value]).toEqual([3, total]);
  });

  it('has filters above it where slicers are refused, says so, and keeps what is selected either way', async () => {
    await cover();
    change(() => slicerOf('Couverture').select(['Avec activité']));
    office.workbook.configure({ slicersRefused: true });
    expect(await cover()).toMatchObject({ pivot: true, slicers: false });
    expect(coverage().drawings.slicers).toEqual([]);
    expect(lineOf('Cet Excel a refusé les segments')).toBeGreaterThan(0);
    expect(pivot().definition.filters.map(({ field, hiddenItems }) => [field, hiddenItems])).toEqual([
      ['Responsable', []],
      ['Couverture', ['Sans activité']],
    ]);
    expect(pivot().result.cells.at(-1)!.value).toBe(60);
    office.workbook.configure({ slicersRefused: false });
    expect(await cover()).toMatchObject({ pivot: true, slicers: true });
    expect(slicerOf('Couverture').items.map(({ selected }) => selected)).toEqual([true, false]);
  });

  it('takes the place of the plain table, and leaves it, as Excel lets it', async () => {
    office.workbook.configure({ pivotsRefused: true });
    expect(await cover()).toMatchObject({ pivot: false, slicers: false });
    const plain = lineOf('Cet Excel a refusé le tableau croisé');
    expect(plain).toBeGreaterThan(0);
    office.workbook.configure({ pivotsRefused: false });
    coverage().update({ pageLayout: { ...coverage().page.layout, orientation: 'Portrait' } });
    expect(await cover()).toMatchObject({ pivot: true, slicers: true });
    expect(lineOf('Dans Excel, les segments', 0)).toBe(-1);
    expect(lineOf('Les dates couvrent plus de 12 trimestres')).toBe(plain);
    expect(pivot().result.cells.at(-1)!.value).toBe(60);
    // How the sheet prints is the person’s.
    expect(coverage().page.layout.orientation).toBe('Portrait');
  });

  it('keeps how the person has arranged it, but for the months or quarters that are asked for', async () => {
    await cover();
    change(() => {
      const { rows, columns, sliced } = pivot().definition;
      const owner = sliced.find(({ field }) => field === 'Responsable')!;
      pivot().change({
        rows: [owner, rows[2]!],
        columns,
        sliced: sliced.filter((field) => field !== owner),
        layout: 'Compact',
        showRowGrandTotals: false,
      });
    });
    await cover({ across: 'months' });
    expect(pivot().definition).toMatchObject({
      rows: [{ field: 'Responsable' }, { field: 'Action' }],
      columns: [{ field: 'Mois' }],
      layout: 'Compact',
      showRowGrandTotals: false,
      showColumnGrandTotals: true,
    });
  });
});

describe('the source table', () => {
  it('is sent once, its formulas with one row', async () => {
    office.session.resetStatistics();
    await cover();
    const source = office.workbook.tableByName('Couverture')!;
    const { sheet, bodyRect } = source;
    const values = Array.from({ length: bodyRect.rows }, (_, row) =>
      Array.from({ length: bodyRect.columns }, (__, column) => sheet.text(bodyRect.row + row, column)),
    );
    expect(values.filter(([no]) => no === '1.1.2').length).toBeGreaterThan(0);
    const column = bodyRect.columns + 1;
    const formula = (row: number) => sheet.cells.get(row, column)?.formula?.replace(/(\$[A-Z]+)\d+/g, '$1#');
    expect(formula(150)).toBe(formula(1));
    expect(sheet.page.layout).toMatchObject({ zoom: { horizontalFitToPages: 1 }, titleRows: { first: 0, last: 0 } });
  });
});
