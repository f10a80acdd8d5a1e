import { connectBridge } from '../src/host/node';
import { createHost, Workbook, type Session, type Sheet } from '../src/host';
import { day, type TrackedPlan } from '../src/plan';
import { buildReport } from '../src/report';
import { createGateway, type Gateway, type Result } from '../src/workbook';
import { generate } from '../test/support/generator';
import { contentsOf, writeDirectly, type Contents } from './direct';
import { measure, median, secondsOf, type Cost } from './measure';
import { writeCellByCell, writeWithExcelJs } from './peers';
import { Table } from './table';

/**
 * What each operation costs over the whole wire at several sizes,
 * and its time as a ratio of the engine's writing (or reading) the same cells by itself, in the same run. Beside
 * the report: the same report written cell by cell through Office.js (at 100 activities: of 1,000, one request
 * does not hold it), and by exceljs to a file.
 */

interface Prepared {
  readonly workbook: Workbook;
  readonly session: Session;
  readonly gateway: Gateway;
}

const today = day(2026, 6, 1)!;
const period = { from: null, to: null };

const mostCellByCell = 100;

const table = new Table([
  'activities',
  'operation',
  'syncs',
  'actions',
  'MB sent',
  'MB received',
  'largest MB',
  's',
  's / engine',
]);

async function benchSize(activities: number): Promise<void> {
  const rounds = activities > 20_000 ? 1 : 5;
  const data = generate({ actions: Math.max(10, Math.min(1000, Math.round(activities / 20))), activities });
  const fresh = async (): Promise<Prepared> => {
    const prepared = connect();
    unwrap(await prepared.gateway.createTrackingWorkbook({ ...data, language: 'fr' }));
    return prepared;
  };
  // Reading and appending leave the data as it was, but for one row: one workbook serves all their rounds.
  const shared = await fresh();
  const tracked = unwrap(await shared.gateway.readPlan());
  const report = buildReport(tracked, {
    period,
    today,
    language: 'fr',
    order: 'plan',
    onlyUncovered: false,
    paper: 'letter',
  });

  const read = await measure(
    rounds,
    () => Promise.resolve(shared),
    ({ gateway }) => gateway.readPlan().then(unwrap),
  );
  record(activities, 'read', read, await readDirectly(rounds, shared.workbook));

  const append = await measure(
    rounds,
    () => Promise.resolve(shared),
    ({ gateway }) => appendOne(gateway, tracked).then(unwrap),
  );
  record(activities, 'append', append, null);

  let last = shared;
  const keep = async (): Promise<Prepared> => (last = await fresh());
  const reported = await measure(rounds, keep, ({ gateway }) => gateway.writeReport(report).then(unwrap));
  record(activities, 'report', reported, await direct(rounds, last.workbook, ['Rapport']));

  if (activities <= mostCellByCell) {
    record(activities, 'report, cell by cell', await measure(1, keep, () => writeCellByCell(report)), null);
  }
  const library = await secondsOf(() => writeWithExcelJs(report));
  table.add(thousands(activities), 'report, exceljs to a file', '', '', '', '', '', library.toFixed(3), '');

  const covered = await measure(rounds, keep, ({ gateway }) =>
    gateway.writeCoverage({ ...tracked, period, today, language: 'fr' }).then(unwrap),
  );
  record(activities, 'coverage', covered, await direct(rounds, last.workbook, ['Données', 'Couverture']));
}

function connect(): Prepared {
  const workbook = Workbook.blank();
  const session = createHost(workbook).openSession({ name: 'bench' });
  connectBridge(session).use();
  return { workbook, session, gateway: createGateway({ today: () => today }) };
}

function appendOne(gateway: Gateway, { plan }: TrackedPlan) {
  return gateway.append({
    planNo: plan.objectives[0]?.strategies[0]?.actions[0]?.no ?? null,
    occurrences: [{ start: day(2026, 5, 4)! }, { start: day(2026, 5, 11)! }],
    title: 'Rencontre de suivi',
    details: [],
    participants: [],
    kind: '',
    link: '',
    enteredBy: '',
    enteredOn: today,
  });
}

async function readDirectly(rounds: number, workbook: Workbook): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await secondsOf(() => workbook.sheets.map((sheet) => contentsOf(sheet))));
  }
  return median(times);
}

async function direct(rounds: number, workbook: Workbook, names: readonly string[]): Promise<number> {
  const contents = names
    .map((name) => workbook.sheetByName(name))
    .filter((sheet): sheet is Sheet => sheet !== undefined)
    .map((sheet) => contentsOf(sheet))
    .filter((each): each is Contents => each !== null);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await secondsOf(() => writeDirectly(workbook, contents)));
  }
  return median(times);
}

function record(activities: number, operation: string, cost: Cost, engine: number | null): void {
  table.add(
    thousands(activities),
    operation,
    String(cost.syncs),
    thousands(cost.actions),
    megabytes(cost.bytesIn),
    megabytes(cost.bytesOut),
    megabytes(cost.largest),
    cost.seconds.toFixed(3),
    engine === null ? '' : (cost.seconds / engine).toFixed(2),
  );
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);
const thousands = (count: number): string => count.toLocaleString('en');

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail ?? ''}`);
  return result.value;
}

/** Measures the gateway at each size, and prints the table. */
export async function main(sizes: readonly number[]): Promise<void> {
  for (const size of sizes) await benchSize(size);
  process.stdout.write(`${table.toString()}\n`);
  const { maxRSS } = process.resourceUsage();
  process.stdout.write(`\nMost memory: ${(maxRSS / 1024).toFixed(0)} MB\n`);
}
