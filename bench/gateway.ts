import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectBridge } from '../src/host/node';
import { createHost, openXlsx, type Session, type Sheet, type Workbook } from '../src/host';
import { day, type TrackedPlan } from '../src/plan';
import { buildReport, type ReportSheet } from '../src/report';
import { createGateway, type Gateway, type Result } from '../src/workbook';
import { contentsOf, writeDirectly, type Contents } from './direct';
import { measure, median, secondsOf, type Cost } from './measure';
import { writeCellByCell, writeWithExcelJs } from './peers';
import { Table } from './table';

/**
 * What each operation costs over the whole wire at several sizes, and its time as a ratio of the engine's writing (or
 * reading) the same by itself, in the same process. Each line of the table is a process of its own, so that its memory
 * is its own. Beside the report: the same report written cell by cell through Office.js (at 100 activities: of 1,000,
 * one request does not hold it), and by exceljs to a file.
 */

const operations = ['read', 'append', 'report', 'again', 'cells', 'exceljs', 'coverage'] as const;

type Operation = (typeof operations)[number];

const names: Readonly<Record<Operation, string>> = {
  read: 'read',
  append: 'append',
  report: 'report',
  again: 'report, built again',
  cells: 'report, cell by cell',
  exceljs: 'report, exceljs to a file',
  coverage: 'coverage',
};

const today = day(2026, 6, 1)!;
const period = { from: null, to: null };

const mostCellByCell = 100;

/** One line of the table. */
interface Line {
  readonly cost: Partial<Cost> & Pick<Cost, 'seconds'>;
  /** Seconds of the engine alone. */
  readonly engine: number | null;
  readonly megabytes: number;
}

interface Prepared {
  readonly workbook: Workbook;
  readonly session: Session;
  readonly gateway: Gateway;
}

function open(bytes: Uint8Array): Prepared {
  const workbook = openXlsx(bytes);
  const session = createHost(workbook).openSession({ name: 'bench' });
  connectBridge(session).use();
  return { workbook, session, gateway: createGateway({ today: () => today }) };
}

/** `one OPERATION SIZE FILE`: measures one operation on the workbook in the file and prints its line as JSON. */
export async function measureOne([operation, size, path]: readonly string[]): Promise<void> {
  const bytes = readFileSync(path ?? '');
  const rounds = Number(size) > 20_000 ? 1 : 5;
  const measured = await measureOperation(operation as Operation, rounds, bytes);
  const { maxRSS } = process.resourceUsage();
  const line: Line = { ...measured, megabytes: maxRSS / 1024 };
  process.stdout.write(JSON.stringify(line));
}

async function measureOperation(
  operation: Operation,
  rounds: number,
  bytes: Uint8Array,
): Promise<Omit<Line, 'megabytes'>> {
  switch (operation) {
    case 'read':
      return measureRead(rounds, open(bytes));
    case 'append':
      return measureAppend(rounds, open(bytes));
    case 'report':
      return measureBuild(rounds, bytes, ['Rapport'], async ({ gateway }) => {
        const report = reportOf(unwrap(await gateway.readPlan()));
        return () => gateway.writeReport(report).then(unwrap);
      });
    case 'again':
      return measureBuild(rounds, bytes, [], async ({ gateway }) => {
        const report = reportOf(unwrap(await gateway.readPlan()));
        unwrap(await gateway.writeReport(report));
        return () => gateway.writeReport(report).then(unwrap);
      });
    case 'coverage':
      return measureBuild(rounds, bytes, ['Données', 'Couverture'], async ({ gateway }) => {
        const tracked = unwrap(await gateway.readPlan());
        return () => gateway.writeCoverage({ ...tracked, period, today, language: 'fr' }).then(unwrap);
      });
    case 'cells':
      return measureBuild(1, bytes, [], async ({ gateway }) => {
        const report = reportOf(unwrap(await gateway.readPlan()));
        return () => writeCellByCell(report);
      });
    case 'exceljs': {
      const report = reportOf(unwrap(await open(bytes).gateway.readPlan()));
      return { cost: { seconds: await secondsOf(() => writeWithExcelJs(report)) }, engine: null };
    }
  }
}

async function measureRead(rounds: number, prepared: Prepared): Promise<Omit<Line, 'megabytes'>> {
  const cost = await measure(
    rounds,
    () => Promise.resolve(prepared),
    ({ gateway }) => gateway.readPlan().then(unwrap),
  );
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await secondsOf(() => prepared.workbook.sheets.map((sheet) => contentsOf(sheet))));
  }
  return { cost, engine: median(times) };
}

async function measureAppend(rounds: number, prepared: Prepared): Promise<Omit<Line, 'megabytes'>> {
  const tracked = unwrap(await prepared.gateway.readPlan());
  const cost = await measure(
    rounds,
    () => Promise.resolve(prepared),
    ({ gateway }) => appendOne(gateway, tracked).then(unwrap),
  );
  return { cost, engine: null };
}

/**
 * A build in a workbook just opened, then the same sheets written by the engine alone in another: round by round in
 * turn, so that another program on the machine slows both.
 */
async function measureBuild(
  rounds: number,
  bytes: Uint8Array,
  sheets: readonly string[],
  ready: (prepared: Prepared) => Promise<() => Promise<unknown>>,
): Promise<Omit<Line, 'megabytes'>> {
  const times: number[] = [];
  let cost: Cost | null = null;
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const prepared = open(bytes);
    const build = await ready(prepared);
    cost = await measure(1, () => Promise.resolve(prepared), build);
    seconds.push(cost.seconds);
    if (sheets.length === 0) continue;
    const contents = builtOn(prepared.workbook, sheets);
    const other = openXlsx(bytes);
    times.push(await secondsOf(() => writeDirectly(other, contents)));
  }
  return { cost: { ...cost, seconds: median(seconds) }, engine: times.length === 0 ? null : median(times) };
}

function builtOn(workbook: Workbook, sheets: readonly string[]): Contents[] {
  return sheets
    .map((name) => workbook.sheetByName(name))
    .filter((sheet): sheet is Sheet => sheet !== undefined)
    .map((sheet) => contentsOf(sheet))
    .filter((each): each is Contents => each !== null);
}

function reportOf(tracked: TrackedPlan): ReportSheet {
  return buildReport(tracked, { period, today, language: 'fr', order: 'plan', onlyUncovered: false, paper: 'letter' });
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

const megabytes = (bytes: number | undefined): string => (bytes === undefined ? '' : (bytes / 1e6).toFixed(2));
const thousands = (count: number | undefined): string => (count === undefined ? '' : count.toLocaleString('en'));

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail ?? ''}`);
  return result.value;
}

/** Runs this program again with other words, and gives what it prints. */
function runSelf(...words: readonly string[]): string {
  const [program = ''] = process.argv.slice(1);
  const { status, stdout } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${words.join(' ')}: ended with ${String(status)}`);
  return stdout;
}

/** Measures the gateway at each size, and prints the table. */
export function main(sizes: readonly number[]): void {
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
    'MB of memory',
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'suivi-bench-'));
  try {
    for (const size of sizes) {
      const file = join(folder, `${size}.xlsx`);
      runSelf('workbook', String(size), file);
      for (const operation of operations) {
        if (operation === 'cells' && size > mostCellByCell) continue;
        const { cost, engine, megabytes: memory } = JSON.parse(runSelf('one', operation, String(size), file)) as Line;
        table.add(
          thousands(size),
          names[operation],
          thousands(cost.syncs),
          thousands(cost.actions),
          megabytes(cost.bytesIn),
          megabytes(cost.bytesOut),
          megabytes(cost.largest),
          cost.seconds.toFixed(3),
          engine === null ? '' : (cost.seconds / engine).toFixed(2),
          memory.toFixed(0),
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  process.stdout.write(`${table.toString()}\n`);
}
