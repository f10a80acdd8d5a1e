import { day as fromParts, newId as randomId, type Day } from '../plan';
import { append } from './writing/append';
import { listen } from './reading/events';
import { Follower } from './reading/follow';
import type { Gateway } from './gateway';
import { patientRunners } from './patience';
import { goTo } from './reading/place';
import * as plainRunners from './run';
import { readSelection } from './reading/selection';
import { readStatus } from './reading/status';

export interface GatewayOptions {
  /** Gives the year of dates that somebody typed as text without one; the clock's day by default. */
  readonly today?: () => Day;
  /** Ids of new activities, made up at random by default. */
  readonly newId?: () => string;
  /** Milliseconds of quiet before a change is told. */
  readonly quietTime?: number;
  /** Told when calls wait for the person to leave a cell that is being edited, and when they go on. */
  readonly onCellEdit?: (isWaiting: boolean) => void;
}

/**
 * The gateway to the workbook that Excel has open. What builds sheets is loaded when it is first used: the
 * pane opens to append.
 */
export function createGateway(options: GatewayOptions = {}): Gateway {
  const { today = clockDay, newId = randomId, quietTime, onCellEdit } = options;
  const { run, runQuietly: runAway } = onCellEdit ? patientRunners(onCellEdit) : plainRunners;
  const follower = new Follower();
  // Our own writes raise no events: what is not noted by hand is read whole, and not kept meanwhile.
  const runQuietly: typeof runAway = async (job, errorContext) => {
    follower.lose();
    const result = await runAway(job, errorContext);
    follower.lose();
    return result;
  };
  return {
    status: () => run(readStatus),
    createTrackingWorkbook: (contents) =>
      runQuietly(async (context) => (await import('./writing/create')).createTrackingWorkbook(context, contents)),
    readPlan: () => run((context) => follower.readWhole(context, today())),
    readChanges: () => run((context) => follower.readChanges(context, today())),
    append: async (activity, attempt) => {
      const result = await runAway((context) => append(context, activity, attempt ?? { id: newId(), again: false }));
      if (result.ok) follower.noteOwn(result.value);
      else follower.lose();
      return result;
    },
    undo: (receipt) =>
      runQuietly(async (context) => (await import('./writing/undo')).undo(context, receipt), { sheet: receipt.sheet }),
    updateActivity: (before, after) =>
      runQuietly(async (context) => (await import('./writing/edit')).updateActivity(context, before, after, today())),
    deleteActivity: (before) =>
      runQuietly(async (context) => (await import('./writing/edit')).deleteActivity(context, before, today())),
    undoEdit: (receipt) =>
      runQuietly(async (context) => (await import('./writing/edit')).undoEdit(context, receipt), {
        sheet: receipt.sheet,
      }),
    writeSettings: (values) =>
      runQuietly(async (context) => (await import('./writing/settings')).writeSettings(context, values)),
    undoSettings: (receipt) =>
      runQuietly(async (context) => (await import('./writing/settingRows')).takeBackSettings(context, receipt), {
        sheet: receipt.sheet,
      }),
    importPlan: (write, options) =>
      runQuietly(async (context) => (await import('./import/plan')).importPlan(context, write, options)),
    undoImport: (receipt) =>
      runQuietly(async (context) => (await import('./import/undo')).undoImport(context, receipt)),
    check: () => run(async (context) => (await import('./check/check')).check(context, today(), newId)),
    repair: (repairs) => runQuietly(async (context) => (await import('./check/repair')).repair(context, repairs)),
    undoRepair: (receipt) =>
      runQuietly(async (context) => (await import('./check/repair')).undoRepair(context, receipt)),
    removeRepeated: (row) =>
      runQuietly(async (context) => (await import('./writing/edit')).removeRepeated(context, row)),
    upgrade: () => runQuietly(async (context) => (await import('./upgrade/upgrade')).upgrade(context, today())),
    undoUpgrade: (receipt) =>
      runQuietly(async (context) => (await import('./upgrade/upgrade')).undoUpgrade(context, receipt)),
    readActiveSheet: () => run(async (context) => (await import('./import/sheet')).readActiveSheet(context)),
    reportSetup: async (language) => (await import('./report/setup')).reportSetup(language),
    writeReport: (report, options) =>
      runQuietly(async (context) => (await import('./report/report')).writeReport(context, report, options)),
    writeCoverage: (request, options) =>
      runQuietly(async (context) => (await import('./coverage/coverage')).writeCoverage(context, request, options)),
    selection: () => run(readSelection),
    goTo: (place) => run((context) => goTo(context, place)),
    goToItem: (no) => run(async (context) => (await import('./reading/itemRow')).goToItem(context, no)),
    diagnose: async (options) => (await import('./diagnostic')).diagnose(options),
    onChange: (listener) => run((context) => listen(context, follower, listener, quietTime)),
  };
}

/**
 * Fetches what the gateway otherwise fetches when it is first used, so that all of it works where the network is
 * gone. What cannot be fetched now is asked for again then.
 */
export async function prefetchGateway(): Promise<void> {
  await Promise.allSettled([
    import('./check/check'),
    import('./coverage/coverage'),
    import('./writing/create'),
    import('./writing/edit'),
    import('./import/plan'),
    import('./import/sheet'),
    import('./import/undo'),
    import('./reading/itemRow'),
    import('./check/repair'),
    import('./report/report'),
    import('./report/setup'),
    import('./writing/settings'),
    import('./coverage/sheetLabels'),
    import('./writing/undo'),
    import('./upgrade/upgrade'),
  ]);
}

/** The day on this person's clock. */
function clockDay(): Day {
  const now = new Date();
  const day = fromParts(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === null) throw new Error('The clock of this computer is outside the years 1900 to 9999.');
  return day;
}
