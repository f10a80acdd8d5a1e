import { generate } from '../../test/support/generator';
import { openBridge, type BridgeHarness } from '../../test/support/office';
import { parseIso } from '../plan';
import { buildReport } from '../report';
import { createGateway } from './createGateway';
import type { Gateway } from './gateway';
import type { Result } from './model';

/** What building costs on the wire when there is much to build: counts only, a clock would not be a test. */

const today = parseIso('2026-06-01')!;
const period = { from: null, to: null };

// Much is built here, and other tests run beside.
jest.setTimeout(300_000);

let office: BridgeHarness;
let gateway: Gateway;
beforeEach(() => {
  office = openBridge();
  gateway = createGateway({ today: () => today });
});
afterEach(() => office.dispose());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const bytes = (data: unknown) => new TextEncoder().encode(JSON.stringify(data)).length;

async function reportCost(activities: number) {
  const tracked = {
    ...generate({ actions: 500, activities }),
    settings: { language: 'fr-CA', lastCommittee: null, committeeDates: [] },
    problems: [],
  };
  const report = buildReport(tracked, {
    period,
    today,
    language: 'fr',
    order: 'plan',
    onlyUncovered: false,
    paper: 'letter',
  });
  office.session.resetStatistics();
  value(await gateway.writeReport(report));
  const values = report.rows.map(({ cells }) => cells.map(({ text }) => text));
  return { ...office.session.statistics, rows: report.rows.length, values: bytes(values) };
}

it('writes a report of 10,000 activities in requests that its texts fill', async () => {
  const cost = await reportCost(10_000);
  expect(cost.requests).toBeLessThanOrEqual(2 + Math.ceil(cost.values / 4_000_000));
  expect(cost.bytesIn / cost.values).toBeLessThan(1.25);
});

it('gives a report its looks by style, not by row', async () => {
  const [small, large] = [await reportCost(1_000), await reportCost(10_000)];
  // What grows is what Office.js does with long grids and addresses: pieces of 1,500 cells, lists of 8,000 characters.
  const perRow = (large.actions - small.actions) / (large.rows - small.rows);
  expect(perRow).toBeLessThan(1 / 25);
});

const noCommittee = { language: 'fr-CA', lastCommittee: null, committeeDates: [] };

async function coverageCost(activities: number) {
  const data = generate({ actions: 500, activities });
  value(await gateway.createTrackingWorkbook({ ...data, language: 'fr' }));
  office.session.resetStatistics();
  const tracked = { ...data, settings: noCommittee, problems: [] };
  const { sourceRows } = value(await gateway.writeCoverage({ ...tracked, period, today, language: 'fr' }));
  return { ...office.session.statistics, rows: sourceRows };
}

it('gives a coverage its looks by style, in four syncs whatever its size', async () => {
  const small = await coverageCost(1_000);
  office.dispose();
  office = openBridge();
  const large = await coverageCost(10_000);
  expect([small.requests, large.requests]).toEqual([4, 4]);
  const rows = large.rows - small.rows;
  // Pieces of 1,500 cells of the source's grid, each some five actions: nothing for a row.
  expect((large.actions - small.actions) / rows).toBeLessThan(1 / 20);
  expect((large.bytesIn - small.bytesIn) / rows).toBeLessThan(400);
});

describe('where Excel takes little at a time', () => {
  /** Excel on the web takes 5 MB; ours stay well below. */
  const limit = 4_000_000;

  it('reads, reports and covers 20,000 activities in messages under 4 MB, refused by none', async () => {
    const data = generate({ actions: 100, activities: 20_000 });
    value(await gateway.createTrackingWorkbook({ ...data, language: 'fr' }));
    office.workbook.configure({ payloadLimit: limit });
    office.session.resetStatistics();
    const tracked = value(await gateway.readPlan());
    expect(tracked.activities).toHaveLength(20_000);
    const report = buildReport(tracked, {
      period,
      today,
      language: 'fr',
      order: 'plan',
      onlyUncovered: false,
      paper: 'letter',
    });
    value(await gateway.writeReport(report));
    value(await gateway.writeCoverage({ ...tracked, period, today, language: 'fr' }));
    const { largest, bytesIn, bytesOut } = office.session.statistics;
    expect(largest).toBeLessThan(limit);
    // Several requests were needed, and several answers.
    expect(Math.min(bytesIn, bytesOut)).toBeGreaterThan(limit);
  });
});

describe('reading', () => {
  it('asks again in smaller answers where long texts make one too large', async () => {
    const { plan, activities } = generate({ actions: 10, activities: 300 });
    const long = activities.map((activity) => ({ ...activity, details: ['x'.repeat(30_000)] }));
    value(await gateway.createTrackingWorkbook({ plan, activities: long, language: 'fr' }));
    const read = value(await gateway.readPlan());
    expect(read.activities).toEqual(long);
  });
});

it('checks and repairs 10,000 activities in requests that do not grow with what is wrong', async () => {
  const data = generate({ actions: 500, activities: 10_000 });
  value(await gateway.createTrackingWorkbook({ ...data, language: 'fr' }));
  const { sheet, bodyRect } = office.workbook.tableByName('Activites')!;
  const blank = Array.from({ length: bodyRect.rows }, (_, row) => [row % 2 === 0 ? '' : `b${row}`]);
  office.workbook.transact({ session: 'person', by: 'person' }, () =>
    sheet.write({ ...bodyRect, columns: 1 }, blank, 'values'),
  );
  const requests = async <T>(call: () => Promise<Result<T>>) => {
    office.session.resetStatistics();
    const done = value(await call());
    return { done, requests: office.session.statistics.requests };
  };
  const cells = bodyRect.rows * bodyRect.columns;

  const checked = await requests(() => gateway.check());
  const repairs = checked.done.findings.flatMap(({ repair }) => repair ?? []);
  expect(repairs).toHaveLength(Math.ceil(bodyRect.rows / 2));
  expect(checked.requests).toBeLessThanOrEqual(2 + Math.ceil((2 * cells) / 150_000));

  const repaired = await requests(() => gateway.repair(repairs));
  expect(repaired.requests).toBeLessThanOrEqual(4 + 2 * Math.ceil(cells / 50_000));
  expect(value(await gateway.check()).findings).toEqual([]);

  const undone = await requests(() => gateway.undoRepair(repaired.done));
  expect(undone.requests).toBeLessThanOrEqual(repaired.requests);
  expect(value(await gateway.check()).findings).toHaveLength(repairs.length);
});
