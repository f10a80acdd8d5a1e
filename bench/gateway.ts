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
import { costOf, inTurn, secondsOf, type Counts, type Rounds, type Times } from './measure';
import { writeCellByCell, writeWithExcelJs } from './peers';
import { Table } from './table';

/**
 * What each operation costs over the whole wire at several sizes, and its time as a ratio of the engine's writing (or
 * reading) the same by itself, in the same process. Each line of the table is a process of its own, so that its memory
 * is its own.
 *
 * `s first` is the first round of that process, in which what it runs is compiled: what a person waits for who builds
 * once. `s warm` is the median of nine rounds after four that do not count, as after some work in a pane that stays
 * open; `warm / engine` is over the median of the engine's rounds, run in turn with ours and warmed by as many. Of more
 * than 20,000 activities there is one round, which is both.
 *
 * Beside the report: the same report written cell by cell through Office.js (at 100 activities: of 1,000, one request
 * does not hold it), and by exceljs to a file.
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
interface Line extends Measured {
  readonly megabytes: number;
}

interface Measured {
  /** Of the last round; null for what does not go over the wire. */
  readonly counts: Counts | null;
  readonly times: Times;
  /** The engine alone. */
  readonly engine: Times | null;
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

/** Two rounds are cold, the next two not yet as the later ones; one of a large workbook takes as long as all of a small one. */
const roundsOf = (size: number): Rounds => (size > 20_000 ? { warmUps: 0, counted: 1 } : { warmUps: 4, counted: 9 });

/** `one OPERATION SIZE FILE`: measures one operation on the workbook in the file and prints its line as JSON. */
export async function measureOne([operation, size, path]: readonly string[]): Promise<void> {
  const bytes = readFileSync(path ?? '');
  const measured = await measureOperation(operation as Operation, roundsOf(Number(size)), bytes);
  const { maxRSS } = process.resourceUsage();
  const line: Line = { ...measured, megabytes: maxRSS / 1024 };
  process.stdout.write(JSON.stringify(line));
}

async function measureOperation(operation: Operation, rounds: Rounds, bytes: Uint8Array): Promise<Measured> {
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
      return measureBuild(rounds, bytes, [], async ({ gateway }) => {
        const report = reportOf(unwrap(await gateway.readPlan()));
        return () => writeCellByCell(report);
      });
    case 'exceljs': {
      const report = reportOf(unwrap(await open(bytes).gateway.readPlan()));
      const { file } = await inTurn(rounds, { file: () => secondsOf(() => writeWithExcelJs(report)) });
      return { counts: null, times: file, engine: null };
    }
  }
}

async function measureRead(rounds: Rounds, { workbook, session, gateway }: Prepared): Promise<Measured> {
  let counts: Counts | null = null;
  const { wire, engine } = await inTurn(rounds, {
    wire: async () => {
      const cost = await costOf(session, () => gateway.readPlan().then(unwrap));
      ({ counts } = cost);
      return cost.seconds;
    },
    engine: () => secondsOf(() => workbook.sheets.map((sheet) => contentsOf(sheet))),
  });
  return { counts, times: wire, engine };
}

async function measureAppend(rounds: Rounds, { session, gateway }: Prepared): Promise<Measured> {
  const tracked = unwrap(await gateway.readPlan());
  let counts: Counts | null = null;
  const { wire } = await inTurn(rounds, {
    wire: async () => {
      const cost = await costOf(session, () => appendOne(gateway, tracked).then(unwrap));
      ({ counts } = cost);
      return cost.seconds;
    },
  });
  return { counts, times: wire, engine: null };
}

/** A build in a workbook just opened, then the same sheets written by the engine alone in another. */
async function measureBuild(
  rounds: Rounds,
  bytes: Uint8Array,
  sheets: readonly string[],
  ready: (prepared: Prepared) => Promise<() => Promise<unknown>>,
): Promise<Measured> {
  let counts: Counts | null = null;
  let contents: readonly Contents[] = [];
  const wire = async () => {
    const prepared = open(bytes);
    const build = await ready(prepared);
    const cost = await costOf(prepared.session, build);
    ({ counts } = cost);
    contents = builtOn(prepared.workbook, sheets);
    return cost.seconds;
  };
  if (sheets.length === 0) return { times: (await inTurn(rounds, { wire })).wire, counts, engine: null };
  const engine = () => {
    const other = openXlsx(bytes);
    return secondsOf(() => writeDirectly(other, contents));
  };
  const { wire: times, engine: alone } = await inTurn(rounds, { wire, engine });
  return { counts, times, engine: alone };
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
    's first',
    's warm',
    'warm / engine',
    'MB of memory',
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'suivi-bench-'));
  try {
    for (const size of sizes) {
      const file = join(folder, `${size}.xlsx`);
      runSelf('workbook', String(size), file);
      for (const operation of operations) {
        if (operation === 'cells' && size > mostCellByCell) continue;
        const {
          counts,
          times,
          engine,
          megabytes: memory,
        } = JSON.parse(runSelf('one', operation, String(size), file)) as Line;
        table.add(
          thousands(size),
          names[operation],
          thousands(counts?.syncs),
          thousands(counts?.actions),
          megabytes(counts?.bytesIn),
          megabytes(counts?.bytesOut),
          megabytes(counts?.largest),
          times.first.toFixed(3),
          times.seconds.toFixed(3),
          engine === null ? '' : (times.seconds / engine.seconds).toFixed(2),
          memory.toFixed(0),
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  process.stdout.write(`${table.toString()}\n`);
}
