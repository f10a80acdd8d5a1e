import { openBridge, type BridgeHarness } from '../../test/support/office';
import { generate } from '../../test/support/generator';
import { parseIso } from '../plan';
import { createGateway } from './createGateway';
import type { CoverageRequest, Gateway, Result } from './gateway';

const today = parseIso('2026-06-01')!;
const contents = generate({ actions: 12, activities: 60 });

let office: BridgeHarness;
let gateway: Gateway;
beforeEach(async () => {
  office = openBridge();
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

describe('the chart', () => {
  it('has every strategy, covered and not, from zero', async () => {
    await cover();
    const [chart] = coverage().charts;
    const rows = Array.from({ length: 40 }, (_, row) => coverage().text(row, 0));
    const [first, last] = [rows.indexOf('1.1') + 1, rows.indexOf('1.2') + 1];
    const range = (column: string) => `Couverture!$${column}$${first}:$${column}$${last}`;
    expect(chart!.definition).toMatchObject({
      type: 'ColumnStacked',
      valueAxisMinimum: 0,
      series: [
        { name: 'Avec activité', categories: range('A'), values: range('E') },
        { name: 'Sans activité', categories: range('A'), values: range('F') },
      ],
    });
    expect([coverage().text(first - 1, 4), coverage().text(first - 1, 5)]).toEqual(['8', '0']);
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
    expect(rows[head]).toEqual(['No', 'Responsable', 'Échéance', '']);
    expect(listed.length).toBeGreaterThan(1);
    expect(listed).toEqual(
      listed.map(([no = '']) => [no, due(no).owner, due(no).due, due(no).due! < today ? 'Échéance passée' : '']),
    );
    expect(listed.map(([, , date]) => date)).toEqual(listed.map(([, , date]) => date).sort());
  });
});

describe('the PivotTable', () => {
  it.each([
    ['months', '2024-01-01', '2025-06-30', 'Mois'],
    ['quarters where there are more than 18', '2016-01-01', '2026-06-30', 'Trimestre'],
  ])('has %s across', async (_description, from, to, field) => {
    await cover({ period: { from: parseIso(from), to: parseIso(to) } });
    expect(pivot().definition.columns.map((column) => column.field)).toEqual([field]);
  });

  it('keeps what the person had hidden when it is built again, in as many syncs', async () => {
    await cover();
    const action = pivot().definition.rows[2]!;
    const label = pivot()
      .result.fields.find(({ field }) => field === 'Action')!
      .items.map(String)
      .find((text) => text.startsWith('1.1.2'))!;
    office.workbook.transact({ session: 'person', by: 'person' }, () => {
      const rows = pivot().definition.rows.map((row) => (row === action ? { ...row, hiddenItems: [label] } : row));
      pivot().change({ rows });
    });
    office.session.resetStatistics();
    await cover();
    expect(office.session.statistics.requests).toBe(4);
    expect(pivot().definition.rows.map(({ hiddenItems }) => hiddenItems)).toEqual([[], [], [label]]);
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
    const formula = (row: number) => sheet.cell(row, column)?.formula?.replace(/\$D\d+/g, '$D#');
    expect(formula(150)).toBe(formula(1));
    expect(sheet.pageLayout).toMatchObject({ zoom: { horizontalFitToPages: 1 }, titleRows: { first: 0, last: 0 } });
  });
});
