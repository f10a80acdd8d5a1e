import { generate } from '../../test/support/generator';
import { insertRows } from '../../test/support/hands';
import { openBridge, type BridgeHarness } from '../../test/support/office';
import { asPerson, newActivity, today, value } from '../../test/support/tracking';
import type { Activity, TrackedPlan } from '../plan';
import { buildReport } from '../report';
import { createGateway } from './createGateway';
import type { Gateway, Result } from './gateway';

/** What every command of the gateway takes on the wire: its docstring promises the syncs, here they are counted. */

type Cost = BridgeHarness['session']['statistics'];

// Much is built here, and other tests run beside.
jest.setTimeout(300_000);

const sizes = [1_000, 10_000] as const;

/** At 1,000 activities and at 10,000; one number where they are the same. */
type Both = number | readonly [number, number];

/** Syncs exactly; actions, and kilobytes sent and received, at most: what is taken and a tenth more. */
interface Case {
  readonly call: keyof Gateway;
  readonly what?: string;
  readonly syncs: Both;
  readonly actions: Both;
  readonly sent: Both;
  readonly received: Both;
  /** What is done before, uncounted. */
  readonly prepare?: (world: World) => unknown;
  readonly run: (world: World) => Promise<Result<unknown>> | Promise<unknown>;
}

class World {
  readonly office: BridgeHarness = openBridge();
  readonly gateway: Gateway = createGateway({ today: () => today });
  readonly data: ReturnType<typeof generate>;
  tracked!: TrackedPlan;
  /** What the last command gave, for the one that takes it back. */
  receipt: unknown;

  constructor(activities: number) {
    this.data = generate({ actions: 500, activities });
  }

  get activity(): Activity {
    return this.tracked.activities[this.tracked.activities.length / 2]!;
  }

  table(name: string) {
    return this.office.workbook.tableByName(name)!;
  }

  person(change: () => void): void {
    asPerson(this.office.workbook, change);
  }
}

type ReceiptOf<Name extends keyof Gateway> =
  Awaited<ReturnType<Gateway[Name]>> extends Result<infer Given> ? Given : never;

/** A command that takes back what the one before it did. */
const takeBack =
  <Name extends keyof Gateway>(_of: Name, call: (world: World, receipt: ReceiptOf<Name>) => Promise<Result<unknown>>) =>
  (world: World) =>
    call(world, world.receipt as ReceiptOf<Name>);

const report = ({ tracked }: World) =>
  buildReport(tracked, {
    period: { from: null, to: null },
    today,
    language: 'fr',
    order: 'plan',
    onlyUncovered: false,
    paper: 'letter',
  });

const coverage = ({ tracked }: World) =>
  ({ ...tracked, period: { from: null, to: null }, today, language: 'fr' }) as const;

/** Every hundredth activity has lost its id. */
function loseIds(world: World): void {
  const { sheet, bodyRect } = world.table('Activites');
  world.person(() => {
    for (let row = 0; row < bodyRect.rows; row += 100) {
      sheet.write({ ...bodyRect, row: bodyRect.row + row, rows: 1, columns: 1 }, [['']], 'values');
    }
  });
}

/** Somebody pastes a row once more at the end. */
function repeatRow(world: World): void {
  const table = world.table('Activites');
  const { sheet, bodyRect, columns } = table;
  const texts = columns.map((_, column) => sheet.text(bodyRect.row + 1, bodyRect.column + column));
  const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
  world.person(() => insertRows(table, null, [texts.map((text) => (isDay(text) ? text : `'${text}`))]));
}

/** The workbook as the first version made it: no format, and the committee's last meeting alone. */
function asFirstVersion(world: World): void {
  const table = world.table('Parametres');
  world.person(() => {
    table.rows.delete(6, 1);
    table.sheet.write({ row: 6, column: 0, rows: 1, columns: 2 }, [['Dernier comité', "'2021-09-30"]], 'values');
  });
}

/** In an order in which each finds what it needs, and what is taken back was done by the one before. */
const cases: readonly Case[] = [
  {
    call: 'createTrackingWorkbook',
    syncs: [2, 3],
    actions: [600, 950],
    sent: [640, 3_800],
    received: [21, 31],
    run: ({ gateway, data }) => gateway.createTrackingWorkbook({ ...data, language: 'fr' }),
  },
  { call: 'status', syncs: 1, actions: 68, sent: 8, received: 5, run: ({ gateway }) => gateway.status() },
  {
    call: 'readPlan',
    syncs: 2,
    actions: 120,
    sent: 14,
    received: [580, 3_700],
    run: async (world) => {
      const result = await world.gateway.readPlan();
      world.tracked = value(result);
      return result;
    },
  },
  {
    call: 'onChange',
    syncs: 1,
    actions: 14,
    sent: 2,
    received: 1,
    run: ({ gateway }) => gateway.onChange(() => undefined),
  },
  {
    call: 'readChanges',
    syncs: 1,
    actions: 62,
    sent: 8,
    received: 4,
    prepare: (world) => {
      const { sheet, bodyRect } = world.table('Activites');
      world.person(() => sheet.type(bodyRect.row + 500, bodyRect.column + 4, 'Autre titre'));
      return new Promise((resolve) => setTimeout(resolve, 5));
    },
    run: ({ gateway }) => gateway.readChanges(),
  },
  {
    call: 'append',
    syncs: 2,
    actions: 170,
    sent: 20,
    received: 15,
    run: ({ gateway }) =>
      gateway.append({ ...newActivity('Rencontre', ['2026-05-04', '2026-05-11']), planNo: '1.1.1' }),
  },
  {
    call: 'undo',
    syncs: 3,
    actions: 145,
    sent: 17,
    received: [27, 220],
    run: takeBack('append', ({ gateway }, receipt) => gateway.undo(receipt)),
  },
  {
    call: 'updateActivity',
    syncs: 3,
    actions: 120,
    sent: 14,
    received: [29, 220],
    run: ({ gateway, activity }) => gateway.updateActivity(activity, { ...activity, title: 'Autre titre' }),
  },
  {
    call: 'undoEdit',
    syncs: 3,
    actions: 120,
    sent: 14,
    received: [28, 220],
    run: takeBack('updateActivity', ({ gateway }, receipt) => gateway.undoEdit(receipt)),
  },
  {
    call: 'deleteActivity',
    syncs: 3,
    actions: 110,
    sent: 13,
    received: [28, 220],
    run: ({ gateway, activity }) => gateway.deleteActivity(activity),
  },
  {
    call: 'undoEdit',
    what: 'of a deletion',
    syncs: 3,
    actions: 220,
    sent: 25,
    received: [32, 220],
    run: takeBack('deleteActivity', ({ gateway }, receipt) => gateway.undoEdit(receipt)),
  },
  {
    call: 'writeSettings',
    syncs: 2,
    actions: 81,
    sent: 10,
    received: 10,
    run: ({ gateway }) => gateway.writeSettings({ organisation: 'Ordre des doreurs' }),
  },
  {
    call: 'undoSettings',
    syncs: 2,
    actions: 75,
    sent: 9,
    received: 10,
    run: takeBack('writeSettings', ({ gateway }, receipt) => gateway.undoSettings(receipt)),
  },
  {
    call: 'importPlan',
    syncs: [2, 3],
    actions: [410, 2_100],
    sent: [520, 5_000],
    received: [700, 7_000],
    run: ({ gateway, data: { plan, activities } }) =>
      gateway.importPlan({
        into: 'tracking',
        language: 'fr',
        plan,
        addedItems: [],
        activities: activities.map((each) => ({ ...each, id: `i-${each.id}` })),
        enteredBy: '',
        enteredOn: today,
      }),
  },
  {
    call: 'undoImport',
    syncs: 4,
    actions: 630,
    sent: 74,
    received: [210, 2_000],
    run: takeBack('importPlan', ({ gateway }, receipt) => gateway.undoImport(receipt)),
  },
  {
    call: 'check',
    syncs: [3, 5],
    actions: [190, 230],
    sent: [22, 27],
    received: [1_200, 7_300],
    prepare: loseIds,
    run: ({ gateway }) => gateway.check(),
  },
  {
    call: 'repair',
    syncs: 4,
    actions: [650, 4_350],
    sent: [74, 500],
    received: [43, 345],
    run: takeBack('check', ({ gateway }, { findings }) =>
      gateway.repair(findings.flatMap(({ repair }) => repair ?? [])),
    ),
  },
  {
    call: 'undoRepair',
    syncs: 4,
    actions: [650, 4_350],
    sent: [74, 500],
    received: [43, 350],
    run: takeBack('repair', ({ gateway }, receipt) => gateway.undoRepair(receipt)),
  },
  {
    call: 'removeRepeated',
    syncs: 3,
    actions: 155,
    sent: 19,
    received: [33, 220],
    prepare: async (world) => {
      repeatRow(world);
      world.receipt = value(await world.gateway.check());
    },
    run: takeBack('check', ({ gateway }, { findings }) => {
      const [row] = findings.flatMap(({ choices }) => choices?.remove ?? []);
      return gateway.removeRepeated(row!);
    }),
  },
  {
    call: 'upgrade',
    syncs: 2,
    actions: 110,
    sent: 13,
    received: 11,
    prepare: asFirstVersion,
    run: ({ gateway }) => gateway.upgrade(),
  },
  {
    call: 'undoUpgrade',
    syncs: 2,
    actions: 90,
    sent: 11,
    received: [10, 11],
    run: takeBack('upgrade', ({ gateway }, receipt) => gateway.undoUpgrade(receipt)),
  },
  {
    call: 'readActiveSheet',
    what: 'of the plan',
    syncs: 2,
    actions: 77,
    sent: 10,
    received: 630,
    prepare: (world) => world.office.workbook.activate(world.table('Plan').sheet),
    run: ({ gateway }) => gateway.readActiveSheet(),
  },
  {
    call: 'reportSetup',
    syncs: 0,
    actions: 0,
    sent: 0,
    received: 0,
    run: ({ gateway }) => gateway.reportSetup('fr-CA'),
  },
  {
    call: 'writeReport',
    syncs: [2, 3],
    actions: [930, 1_700],
    sent: [630, 3_600],
    received: [31, 55],
    run: (world) => world.gateway.writeReport(report(world)),
  },
  {
    call: 'writeReport',
    what: 'again',
    syncs: [2, 3],
    actions: [950, 1_700],
    sent: [630, 3_600],
    received: [33, 57],
    run: (world) => world.gateway.writeReport(report(world)),
  },
  {
    call: 'selection',
    what: 'in the report',
    syncs: 2,
    actions: 59,
    sent: 7,
    received: 3,
    run: ({ gateway }) => gateway.selection(),
  },
  {
    call: 'writeCoverage',
    syncs: 4,
    actions: [1_300, 1_600],
    sent: [910, 3_700],
    received: [44, 55],
    run: (world) => world.gateway.writeCoverage(coverage(world)),
  },
  {
    call: 'writeCoverage',
    what: 'again',
    syncs: 4,
    actions: [1_300, 1_600],
    sent: [920, 3_700],
    received: [130, 140],
    run: (world) => world.gateway.writeCoverage(coverage(world)),
  },
  {
    call: 'goToItem',
    syncs: 3,
    actions: 44,
    sent: 6,
    received: [8, 9],
    run: ({ gateway }) => gateway.goToItem('2.1.1'),
  },
  { call: 'selection', syncs: 1, actions: 53, sent: 7, received: 3, run: ({ gateway }) => gateway.selection() },
  {
    call: 'goTo',
    syncs: 1,
    actions: 11,
    sent: 2,
    received: 1,
    run: ({ gateway }) => gateway.goTo({ sheet: 'Activités', address: 'A900' }),
  },
  { call: 'diagnose', syncs: 54, actions: 990, sent: 4_000, received: 3_900, run: ({ gateway }) => gateway.diagnose() },
];

const title = ({ call, what }: Case): string => (what === undefined ? call : `${call}, ${what}`);

async function costOf(world: World, { prepare, run }: Case): Promise<Cost> {
  const { session } = world.office;
  await prepare?.(world);
  session.resetStatistics();
  const result = await run(world);
  const cost = session.statistics;
  world.receipt =
    typeof result === 'object' && result !== null && 'ok' in result ? value(result as Result<unknown>) : result;
  return cost;
}

const at = (both: Both, index: number): number => (typeof both === 'number' ? both : both[index]!);

/** Excel on the web takes and gives 5 MB; ours stay well below. */
const largest = 4_000_000;

it.each(sizes.map((size, index) => ({ size, index })))(
  'takes what is said, at $size activities',
  async ({ size, index }) => {
    const world = new World(size);
    const syncs: (readonly [string, number])[] = [];
    const beyond: string[] = [];
    for (const each of cases) {
      const cost = await costOf(world, each);
      syncs.push([title(each), cost.requests]);
      const most = { actions: at(each.actions, index), sent: at(each.sent, index), received: at(each.received, index) };
      const taken = { actions: cost.actions, sent: cost.bytesIn / 1000, received: cost.bytesOut / 1000 };
      for (const kind of ['actions', 'sent', 'received'] as const) {
        if (taken[kind] > most[kind]) beyond.push(`${title(each)}: ${kind} ${taken[kind]}, not ${most[kind]}`);
      }
      if (cost.largest > largest) beyond.push(`${title(each)}: a message of ${cost.largest} bytes`);
    }
    expect(syncs).toEqual(cases.map((each) => [title(each), at(each.syncs, index)]));
    expect(beyond).toEqual([]);
    world.office.dispose();
  },
);

it('says what every command of the gateway takes', () => {
  expect(new Set(cases.map(({ call }) => call))).toEqual(new Set(Object.keys(createGateway())));
});
