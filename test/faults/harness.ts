import { recurringOf, strategyOf } from '../support/plans';
import type { Fault } from '../../src/host';
import { buildReport } from '../../src/report';
import type { CoverageWritten, Gateway, ImportRequest, Result, WorkbookErrorCode } from '../../src/workbook';
import { reorderColumns } from '../support/hands';
import { openBridge, type BridgeHarness } from '../support/office';
import {
  activity,
  asPerson,
  gatewayOf,
  iso,
  newActivity,
  reading,
  today,
  trackedActivities,
  trackedPlan,
  value,
  type Reading,
} from '../support/tracking';

/** One call of a command; `again` after an attempt whose outcome is not known. */
export type Call = (gateway: Gateway, again: boolean) => Promise<Result<unknown>>;

export interface Command {
  readonly name: string;
  /** Prepares the workbook, and gives the call that is tried. */
  readonly arrange: (gateway: Gateway, office: BridgeHarness) => Promise<Call> | Call;
  /** What a second call may answer where the first was done. */
  readonly whenDone: readonly WorkbookErrorCode[];
  /** Two sheets are written one after the other: where nothing can be put right any more, one may be new and one old. */
  readonly inParts?: true;
  /** True for an answer that says that it did without what Excel refused. */
  readonly fellBack?: (answer: unknown) => boolean;
}

const [visit, session] = trackedActivities as readonly [ReturnType<typeof activity>, ReturnType<typeof activity>];

const later = {
  ...visit,
  title: 'Autre visite',
  occurrences: [{ start: iso('2021-10-01') }, visit.occurrences[0]!, visit.occurrences[1]!],
};

const importRequest: ImportRequest = {
  into: 'tracking',
  language: 'fr',
  plan: {
    ...trackedPlan,
    objectives: [...trackedPlan.objectives, recurringOf('Récurrentes', [strategyOf('R.1', '= Gouvernance')])],
  },
  addedItems: ['R', 'R.1'],
  activities: [activity('i1', '- Une', ['2021-06-02', '2021-06-03']), { ...activity('i2', 'Deux'), planNo: 'R.1' }],
  enteredBy: 'Élise',
  enteredOn: today,
};

const everything = ['1', '1.1', '1.1.1', '1.1.2', 'R', 'R.1'];

const coverage = {
  plan: trackedPlan,
  activities: trackedActivities,
  period: { from: iso('2021-01-01'), to: iso('2021-12-31') },
  today,
  language: 'fr',
} as const;

const report = () =>
  buildReport(
    {
      plan: trackedPlan,
      activities: trackedActivities,
      settings: { language: 'fr', lastCommittee: null, committeeDates: [] },
      problems: [],
    },
    { period: coverage.period, today, language: 'fr', order: 'plan', onlyUncovered: false, paper: 'letter' },
  );

/** Every command that changes the workbook. */
export const commands: readonly Command[] = [
  {
    name: 'createTrackingWorkbook',
    arrange: (_gateway, office) => {
      blank(office);
      return (gateway) =>
        gateway.createTrackingWorkbook({ plan: trackedPlan, activities: trackedActivities, language: 'fr' });
    },
    whenDone: ['notBlank'],
  },
  {
    name: 'append',
    arrange: () => (gateway, again) =>
      gateway.append(newActivity('- Nouvelle', ['2021-06-02', '2021-06-03']), { id: 'new', again }),
    whenDone: [],
  },
  {
    name: 'append to a table that does not grow by itself',
    arrange: (_gateway, office) => {
      office.workbook.configure({ tableGrowth: false });
      return (gateway, again) => gateway.append(newActivity('- Nouvelle'), { id: 'new', again });
    },
    whenDone: [],
  },
  {
    name: 'append to an empty table',
    arrange: async (gateway) => {
      for (const each of trackedActivities) value(await gateway.deleteActivity(each));
      return (tried, again) => tried.append(newActivity('- Nouvelle'), { id: 'new', again });
    },
    whenDone: [],
  },
  {
    name: 'append to a table whose ids come last',
    arrange: (_gateway, office) => {
      turnColumns(office);
      return (gateway, again) =>
        gateway.append(newActivity('- Nouvelle', ['2021-06-02', '2021-06-03']), { id: 'new', again });
    },
    whenDone: [],
  },
  {
    name: 'undo',
    arrange: async (gateway) => {
      const receipt = value(await gateway.append(newActivity('Nouvelle', ['2021-06-02', '2021-06-03'])));
      return (tried) => tried.undo(receipt);
    },
    whenDone: ['notFound'],
  },
  {
    name: 'updateActivity',
    arrange: () => (gateway) => gateway.updateActivity(visit, later),
    whenDone: ['activityChanged'],
  },
  {
    name: 'updateActivity with a date less',
    arrange: () => (gateway) =>
      gateway.updateActivity(visit, { ...visit, title: 'Autre', occurrences: [visit.occurrences[1]!] }),
    whenDone: ['activityChanged'],
  },
  {
    name: 'deleteActivity',
    arrange: () => (gateway) => gateway.deleteActivity(visit),
    whenDone: ['notFound'],
  },
  {
    name: 'undoEdit of an update',
    arrange: async (gateway) => {
      const receipt = value(await gateway.updateActivity(visit, later));
      return (tried) => tried.undoEdit(receipt);
    },
    whenDone: ['changedSince'],
  },
  {
    name: 'undoEdit of a deletion',
    arrange: async (gateway) => {
      const receipt = value(await gateway.deleteActivity(session));
      return (tried) => tried.undoEdit(receipt);
    },
    whenDone: ['changedSince'],
  },
  {
    name: 'undoEdit of a deletion from a table whose ids come last',
    arrange: async (gateway, office) => {
      turnColumns(office);
      const receipt = value(await gateway.deleteActivity(visit));
      return (tried) => tried.undoEdit(receipt);
    },
    whenDone: ['changedSince'],
  },
  {
    name: 'writeSettings',
    arrange: () => (gateway) => gateway.writeSettings({ organisation: '- Autre', title: 'Titre' }),
    whenDone: [],
  },
  {
    name: 'undoSettings',
    arrange: async (gateway) => {
      const receipt = value(await gateway.writeSettings({ organisation: '- Autre', title: 'Titre' }));
      return (tried) => tried.undoSettings(receipt);
    },
    whenDone: ['changedSince'],
  },
  {
    name: 'importPlan below the tables',
    arrange: () => (gateway) => gateway.importPlan(importRequest),
    whenDone: ['numberTaken'],
  },
  {
    name: 'importPlan of activities only',
    arrange: () => (gateway) =>
      gateway.importPlan({ ...importRequest, plan: trackedPlan, addedItems: [], activities: [activity('i1', 'Une')] }),
    whenDone: ['alreadyAdded'],
  },
  {
    name: 'importPlan below tables that do not grow by themselves',
    arrange: (_gateway, office) => {
      office.workbook.configure({ tableGrowth: false });
      return (gateway) => gateway.importPlan(importRequest);
    },
    whenDone: ['numberTaken'],
  },
  {
    name: 'importPlan into a blank workbook',
    arrange: (_gateway, office) => {
      blank(office);
      return (gateway) => gateway.importPlan({ ...importRequest, into: 'blank', addedItems: everything });
    },
    whenDone: ['notBlank'],
  },
  {
    name: 'undoImport',
    arrange: async (gateway) => {
      const receipt = value(await gateway.importPlan(importRequest));
      return (tried) => tried.undoImport(receipt);
    },
    whenDone: ['notFound'],
  },
  {
    name: 'undoImport of a new workbook',
    arrange: async (gateway, office) => {
      blank(office);
      const receipt = value(await gateway.importPlan({ ...importRequest, into: 'blank', addedItems: everything }));
      return (tried) => tried.undoImport(receipt);
    },
    whenDone: ['missingTable'],
  },
  {
    name: 'upgrade',
    arrange: (_gateway, office) => {
      asFirstVersion(office);
      return (gateway) => gateway.upgrade();
    },
    whenDone: [],
  },
  {
    name: 'undoUpgrade',
    arrange: async (gateway, office) => {
      asFirstVersion(office);
      const receipt = value(await gateway.upgrade());
      return (tried) => tried.undoUpgrade(receipt);
    },
    whenDone: ['changedSince'],
  },
  { name: 'writeReport', arrange: () => (gateway) => gateway.writeReport(report()), whenDone: [] },
  {
    name: 'writeCoverage',
    arrange: () => (gateway) => gateway.writeCoverage(coverage),
    whenDone: [],
    inParts: true,
    fellBack: (answer) => !isComplete(answer as CoverageWritten),
  },
  {
    name: 'repair',
    arrange: async (gateway, office) => {
      damage(office);
      const { findings } = value(await gateway.check());
      const repairs = findings.flatMap(({ repair }) => repair ?? []);
      return (tried) => tried.repair(repairs);
    },
    whenDone: ['changedSince'],
  },
  {
    name: 'removeRepeated',
    arrange: async (gateway, office) => {
      const [first, last] = repeat(office);
      const { findings } = value(await gateway.check());
      const [row] = findings.flatMap(({ choices }) => choices?.remove ?? []);
      if (!row) throw new Error(`Rows ${first} and ${last} are not told as repeated.`);
      return (tried) => tried.removeRepeated(row);
    },
    whenDone: ['changedSince'],
  },
  {
    name: 'undoRepair',
    arrange: async (gateway, office) => {
      damage(office);
      const { findings } = value(await gateway.check());
      const receipt = value(await gateway.repair(findings.flatMap(({ repair }) => repair ?? [])));
      return (tried) => tried.undoRepair(receipt);
    },
    whenDone: ['changedSince'],
  },
];

/** Commands that only read: a fault is told, and nothing has changed. */
export const readers: readonly Command[] = [
  { name: 'status', arrange: () => (gateway) => gateway.status(), whenDone: [] },
  { name: 'readPlan', arrange: () => (gateway) => gateway.readPlan(), whenDone: [] },
  { name: 'check', arrange: () => (gateway) => gateway.check(), whenDone: [] },
  { name: 'selection', arrange: () => (gateway) => gateway.selection(), whenDone: [] },
  { name: 'readActiveSheet', arrange: () => (gateway) => gateway.readActiveSheet(), whenDone: [] },
  { name: 'goToItem', arrange: () => (gateway) => gateway.goToItem('1.1.1'), whenDone: [] },
];

const isComplete = ({ pivot, slicers }: CoverageWritten) => pivot && slicers;

/** The workbook becomes a blank one again. */
function blank({ workbook }: BridgeHarness): void {
  asPerson(workbook, () => {
    workbook.addSheet('Feuil1');
    for (const { name } of [...workbook.sheets])
      if (name !== 'Feuil1') workbook.removeSheet(workbook.sheetByName(name)!);
  });
}

/** The columns the other way round: what is written first is not what a row is known by. */
function turnColumns({ workbook }: BridgeHarness): void {
  asPerson(workbook, () => reorderColumns(workbook.tableByName('Activites')!, (cells) => cells.toReversed()));
}

/** What people without the add-in make of a table. */
function damage({ workbook }: BridgeHarness): void {
  const { sheet, bodyRect } = workbook.tableByName('Activites')!;
  asPerson(workbook, () => {
    sheet.type(bodyRect.row + bodyRect.rows, 4, 'Sans identifiant');
    sheet.type(bodyRect.row + 1, 3, ' 1.1.1 ');
  });
}

/** Somebody types the second activity's row once more; gives where the two stand. */
function repeat({ workbook }: BridgeHarness): readonly [number, number] {
  const { sheet, bodyRect, columns } = workbook.tableByName('Activites')!;
  const [first, last] = [bodyRect.row + 2, bodyRect.row + bodyRect.rows];
  asPerson(workbook, () => {
    columns.forEach((_, index) => {
      const text = sheet.text(first, bodyRect.column + index);
      if (text !== '') sheet.type(last, bodyRect.column + index, /^\d{4}-/.test(text) ? text : `'${text}`);
    });
  });
  return [first, last];
}

/** The settings as the first version made them: no format, and the committee's meetings in one cell. */
function asFirstVersion({ workbook }: BridgeHarness): void {
  const table = workbook.tableByName('Parametres')!;
  const { sheet, bodyRect } = table;
  const last = bodyRect.row + bodyRect.rows - 1;
  asPerson(workbook, () => {
    table.rows.delete(bodyRect.rows - 1, 1);
    sheet.type(last, 0, 'Dernier comité');
    sheet.type(last, 1, "'20 mai et 30 septembre 2021");
  });
}

/** A tracking workbook in which people have a column of their own, and the call to be tried on a session of its own. */
export async function arranged(command: Command) {
  const office = openBridge();
  const maker = gatewayOf(office);
  value(await maker.createTrackingWorkbook({ plan: trackedPlan, activities: trackedActivities, language: 'fr' }));
  const { sheet, rect } = office.workbook.tableByName('Activites')!;
  asPerson(office.workbook, () => {
    sheet.type(rect.row, rect.columns, 'Budget');
    sheet.type(rect.row + 1, rect.columns, '100');
    sheet.type(rect.row + 2, rect.columns, '200');
  });
  const call = await command.arrange(maker, office);
  const connection = office.join({ name: 'tried' });
  return {
    workbook: office.workbook,
    maker,
    call,
    tried: gatewayOf(connection),
    session: connection.session,
    /** Another page on the same workbook. */
    reloaded: () => gatewayOf(office.join({ name: 'reloaded' })),
    reading: (): Reading => reading(office.workbook),
    inject: (...faults: readonly Fault[]) => faults.forEach((fault) => connection.session.injectFault(fault)),
    dispose: () => office.dispose(),
  };
}

/** What the command does without a fault: in how many requests, from what to what. */
export async function undisturbed(command: Command) {
  const stage = await arranged(command);
  try {
    const before = stage.reading();
    stage.session.resetStatistics();
    value(await stage.call(stage.tried, false));
    return { before, after: stage.reading(), requests: stage.session.statistics.requests };
  } finally {
    stage.dispose();
  }
}
