import type { Fault } from '../../src/host';
import type { Gateway, Result, WorkbookErrorCode } from '../../src/workbook';
import { reorderRows } from '../support/hands';
import { openBridge, type BridgeHarness } from '../support/office';
import {
  activity,
  asPerson,
  gatewayOf,
  newActivity,
  reading,
  today,
  trackedActivities,
  trackedPlan,
  value,
} from '../support/tracking';
import { actBetween } from './turns';

/** A person sorts the activities between two requests of a command that goes to rows that are there, and it fails as well. */

let office: BridgeHarness;
afterEach(() => office.dispose());

const repairs = async (gateway: Gateway) => value(await gateway.check()).findings.flatMap(({ repair }) => repair ?? []);

const visit = trackedActivities[0]!;
const moved = { ...visit, title: 'Visite remise', occurrences: visit.occurrences.slice(0, 1) };

const commands: Readonly<
  Record<string, (gateway: Gateway) => Promise<(gateway: Gateway) => Promise<Result<unknown>>>>
> = {
  repair: async (maker) => {
    const found = await repairs(maker);
    return (gateway) => gateway.repair(found);
  },
  undoRepair: async (maker) => {
    const receipt = value(await maker.repair(await repairs(maker)));
    return (gateway) => gateway.undoRepair(receipt);
  },
  updateActivity: () => Promise.resolve((gateway) => gateway.updateActivity(visit, moved)),
  deleteActivity: () => Promise.resolve((gateway) => gateway.deleteActivity(visit)),
  undoUpdate: async (maker) => {
    const receipt = value(await maker.updateActivity(visit, moved));
    return (gateway) => gateway.undoEdit(receipt);
  },
  undo: async (maker) => {
    const receipt = value(await maker.append(newActivity('Reprise', ['2021-01-02', '2021-06-03'])));
    return (gateway) => gateway.undo(receipt);
  },
  undoImport: async (maker) => {
    const receipt = value(
      await maker.importPlan({
        into: 'tracking',
        language: 'fr',
        plan: trackedPlan,
        addedItems: [],
        activities: [activity('i1', 'Importée', ['2021-01-02', '2021-06-03']), activity('i2', 'Autre')],
        enteredBy: 'Élise',
        enteredOn: today,
      }),
    );
    return (gateway) => gateway.undoImport(receipt);
  },
  undoDeletion: async (maker) => {
    const receipt = value(await maker.deleteActivity(visit));
    return (gateway) => gateway.undoEdit(receipt);
  },
};

interface Stage {
  /** Excel’s search sees nothing in a hidden column. */
  readonly isIdHidden?: boolean;
}

async function staged(name: string, { isIdHidden = false }: Stage = {}) {
  office = openBridge();
  const maker = gatewayOf(office);
  value(await maker.createTrackingWorkbook({ plan: trackedPlan, activities: trackedActivities, language: 'fr' }));
  const { sheet, bodyRect } = office.workbook.tableByName('Activites')!;
  asPerson(office.workbook, () => sheet.type(bodyRect.row + bodyRect.rows - 1, 1, "'4 mai 2021"));
  const call = await commands[name]!(maker);
  asPerson(office.workbook, () => sheet.columns.setHidden(bodyRect.column, 1, isIdHidden));
  const connection = office.join();
  return { call, tried: gatewayOf(connection), session: connection.session };
}

function sort(): void {
  asPerson(office.workbook, () => reorderRows(office.workbook.tableByName('Activites')!, (rows) => rows.toReversed()));
}

/** What the command does undisturbed: from what to what, in how many requests. */
async function undisturbed(name: string) {
  const { call, tried, session } = await staged(name);
  const before = reading(office.workbook);
  session.resetStatistics();
  value(await call(tried));
  const { requests } = session.statistics;
  const done = reading(office.workbook);
  expect(done).not.toEqual(before);
  office.dispose();
  return { before, done, requests };
}

describe.each([
  ['a search sees the rows', {}],
  ['no search sees them', { isIdHidden: true }],
] as const)('where %s', (_, stage) => {
  test.each(Object.keys(commands))('%s is done to the rows that were meant, or refused', async (name) => {
    const { before, done, requests } = await undisturbed(name);
    for (let after = 0; after < requests; after += 1) {
      const { call, tried, session } = await staged(name, stage);
      actBetween(session, after, sort);
      const { ok } = await call(tried);
      expect({ after, ok, found: reading(office.workbook) }).toEqual({ after, ok, found: ok ? done : before });
      office.dispose();
    }
  });
});

/** What can go wrong at a request. */
const faults: readonly Omit<Fault, 'at'>[] = [
  { kind: 'error' },
  { kind: 'timeout' },
  { kind: 'lostResponse', code: 'Timeout' },
  { kind: 'halfway', share: 0.6 },
];

/** A state in which a command leaves the workbook. */
type Left = 'before' | 'done' | 'neither';

interface Outcome {
  /** The sort comes after the answer to so many requests, and this one fails. */
  readonly after: number;
  readonly at: number;
  readonly code: WorkbookErrorCode | 'ok';
  readonly left: Left;
}

/** What becomes of a command with a sort in each place and a failure at each of the requests that `faultsAt` gives. */
async function disturbed(
  name: string,
  stage: Stage,
  fault: Omit<Fault, 'at'>,
  faultsAt: (after: number, requests: number) => readonly number[],
): Promise<readonly Outcome[]> {
  const { before, done, requests } = await undisturbed(name);
  const stateOf = (found: string): Left =>
    found === JSON.stringify(before) ? 'before' : found === JSON.stringify(done) ? 'done' : 'neither';
  const outcomes: Outcome[] = [];
  for (let after = 0; after < requests; after += 1) {
    for (const at of faultsAt(after, requests)) {
      const { call, tried, session } = await staged(name, stage);
      actBetween(session, after, sort);
      session.injectFault({ ...fault, at });
      const result = await call(tried);
      const code = result.ok ? 'ok' : result.error.code;
      outcomes.push({ after, at, code, left: stateOf(JSON.stringify(reading(office.workbook))) });
      office.dispose();
    }
  }
  return outcomes;
}

/** What the answer says is what is there. */
function isTrue({ code, left }: Outcome): boolean {
  if (code === 'notVerified') return left !== 'neither';
  return left === (code === 'ok' ? 'done' : 'before');
}

/** Those that look again after a failure fail as well. */
const everyRequest = (_after: number, requests: number) => Array.from({ length: requests + 4 }, (_, at) => at + 1);

test.each(Object.keys(commands).flatMap((name) => faults.map((fault) => [name, fault.kind, fault] as const)))(
  '%s writes into no other row where any request fails as well (%s), and says what it did',
  async (name, _kind, fault) => {
    const outcomes = await disturbed(name, {}, fault, everyRequest);
    expect(outcomes.filter((each) => !isTrue(each))).toEqual([]);
  },
);

test.each(Object.keys(commands))(
  '%s says that nothing is sure where no search sees the rows and the answer is lost',
  async (name) => {
    const next = (after: number) => [after + 1];
    const outcomes = await disturbed(name, { isIdHidden: true }, { kind: 'lostResponse', code: 'Timeout' }, next);
    // What a row held that was written into in that moment nobody knows.
    expect(outcomes.filter((each) => each.code !== 'notVerified' && !isTrue(each))).toEqual([]);
  },
);
