import type { Activity } from '../../../src/plan';
import { buildReport } from '../../../src/report';
import type {
  EditReceipt,
  Gateway,
  ImportReceipt,
  Receipt,
  RepairReceipt,
  Result,
  SettingsReceipt,
} from '../../../src/workbook';
import { iso, newActivity, today, trackedPlan } from '../../support/tracking';
import { repaired, rowsOf, withActivities, withoutActivities, type Truth } from './truth';
import { Recent, type World } from './world';

/** One call of the gateway, or two that belong together. */
export interface Operation {
  readonly name: string;
  /** `again` after an attempt whose outcome nobody knows. */
  readonly call: (gateway: Gateway, again: boolean) => Promise<Result<unknown>>;
  /** The truth if it is done. */
  readonly after: Truth;
  /** The truth if it is done to what is there by then, where that is another: what was typed meanwhile may count. */
  readonly afterAgain?: (left: Truth) => Truth;
  /** Hears its answer, the truth from then on, and what it was until then. */
  readonly done?: (answer: unknown, truth: Truth, before: Truth) => void;
}

const mostActivities = 60;
const period = { from: iso('2021-01-01'), to: iso('2021-12-31') };

/** Draws what is done next with the add-in, and remembers what can be taken back. */
export class Commands {
  private readonly additions = new Recent<Receipt>();
  private readonly edits = new Recent<{ receipt: EditReceipt; from: Activity; to: Activity | null }>();
  private readonly imports = new Recent<{ receipt: ImportReceipt; activities: readonly Activity[] }>();
  private readonly settings = new Recent<{ receipt: SettingsReceipt; from: string; to: string }>();
  private readonly repairs = new Recent<{ receipt: RepairReceipt; from: Truth; to: Truth }>();

  constructor(private readonly world: World) {}

  next(): Operation {
    return this.world.pick(this.possible())();
  }

  /** As often as it is there. */
  private possible(): readonly (() => Operation)[] {
    const { size } = this.world.truth.activities;
    const isFull = size > mostActivities;
    const of = (count: number, operation: () => Operation) => Array.from({ length: count }, () => operation);
    return [
      ...of(isFull ? 0 : 6, () => this.addition()),
      ...of(isFull ? 0 : 2, () => this.importing()),
      ...of(this.additions.isEmpty ? 0 : 2, () => this.takingBack()),
      ...of(size === 0 ? 0 : 4, () => this.update()),
      ...of(size === 0 ? 0 : isFull ? 8 : 2, () => this.deletion()),
      ...of(this.edits.isEmpty ? 0 : 2, () => this.undoingEdit()),
      ...of(this.imports.isEmpty ? 0 : 2, () => this.undoingImport()),
      ...of(2, () => this.changingSettings()),
      ...of(this.settings.isEmpty ? 0 : 1, () => this.undoingSettings()),
      ...of(2, () => this.repair()),
      ...of(this.repairs.isEmpty ? 0 : 1, () => this.undoingRepair()),
      ...(this.world.chance(0.1) ? [() => this.report(), () => this.coverage()] : []),
    ];
  }

  addition(): Operation {
    const one = this.world.newActivity();
    const { id, ...rest } = one;
    return {
      name: 'append',
      call: (gateway, again) => gateway.append({ ...newActivity(''), ...rest }, { id, again }),
      after: withActivities(this.world.truth, one),
      done: (receipt) => this.additions.add(receipt as Receipt),
    };
  }

  private takingBack(): Operation {
    const { truth } = this.world;
    const receipt = this.additions.take(this.world);
    const rows = rowsOf(truth, receipt.id);
    // An activity that was edited since goes if it has no more rows than were added.
    const goes = rows > 0 && rows <= receipt.rows;
    return {
      name: 'undo',
      call: (gateway) => gateway.undo(receipt),
      after: goes ? withoutActivities(truth, [receipt.id]) : truth,
    };
  }

  private update(): Operation {
    const from = this.anActivity();
    const to = this.world.newActivity(from.id);
    return {
      name: 'updateActivity',
      call: async (gateway) => gateway.updateActivity(await shown(gateway, from), to),
      after: withActivities(this.world.truth, to),
      done: (receipt) => this.edits.add({ receipt: receipt as EditReceipt, from, to }),
    };
  }

  private deletion(): Operation {
    const from = this.anActivity();
    return {
      name: 'deleteActivity',
      call: async (gateway) => gateway.deleteActivity(await shown(gateway, from)),
      after: withoutActivities(this.world.truth, [from.id]),
      done: (receipt) => this.edits.add({ receipt: receipt as EditReceipt, from, to: null }),
    };
  }

  private anActivity(): Activity {
    return this.world.pick([...this.world.truth.activities.values()]);
  }

  private undoingEdit(): Operation {
    const { truth } = this.world;
    const { receipt, from, to } = this.edits.take(this.world);
    const isAsLeft = truth.activities.get(from.id) === (to ?? undefined);
    return {
      name: 'undoEdit',
      call: (gateway) => gateway.undoEdit(receipt),
      after: isAsLeft ? withActivities(truth, from) : truth,
    };
  }

  private importing(): Operation {
    const activities = [this.world.newActivity(), this.world.newActivity()];
    return {
      name: 'importPlan',
      call: (gateway) =>
        gateway.importPlan({
          into: 'tracking',
          language: 'fr',
          plan: trackedPlan,
          addedItems: [],
          activities,
          enteredBy: 'Élise',
          enteredOn: today,
        }),
      after: withActivities(this.world.truth, ...activities),
      done: (receipt) => this.imports.add({ receipt: receipt as ImportReceipt, activities }),
    };
  }

  private undoingImport(): Operation {
    const { truth } = this.world;
    const { receipt, activities } = this.imports.take(this.world);
    const isAsLeft = activities.every(({ id, occurrences }) => rowsOf(truth, id) === occurrences.length);
    const ids = activities.map(({ id }) => id);
    return {
      name: 'undoImport',
      call: (gateway) => gateway.undoImport(receipt),
      after: isAsLeft ? withoutActivities(truth, ids) : truth,
    };
  }

  private changingSettings(): Operation {
    const { truth } = this.world;
    const title = this.world.newText('Titre');
    return {
      name: 'writeSettings',
      call: (gateway) => gateway.writeSettings({ title }),
      after: { ...truth, title },
      done: (answer) => {
        const receipt = answer as SettingsReceipt;
        // A second try finds it written, and has nothing to take back.
        if (receipt.cells.length > 0) this.settings.add({ receipt, from: truth.title, to: title });
      },
    };
  }

  private undoingSettings(): Operation {
    const { truth } = this.world;
    const { receipt, from, to } = this.settings.take(this.world);
    return {
      name: 'undoSettings',
      call: (gateway) => gateway.undoSettings(receipt),
      after: truth.title === to ? { ...truth, title: from } : truth,
    };
  }

  /** All that can be repaired without a person’s judgement; then nothing of it is left. */
  private repair(): Operation {
    return {
      name: 'repair',
      call: async (gateway) => {
        const found = await gateway.check();
        if (!found.ok) return found;
        return gateway.repair(found.value.findings.flatMap(({ repair }) => (repair?.safe ? repair : [])));
      },
      after: repaired(this.world.truth),
      afterAgain: repaired,
      done: (answer, to, from) => {
        const receipt = answer as RepairReceipt;
        // A second try finds all repaired, and has nothing to take back.
        if (receipt.repairs > 0) this.repairs.add({ receipt, from, to });
      },
    };
  }

  private undoingRepair(): Operation {
    const { receipt, from, to } = this.repairs.take(this.world);
    const after = unrepaired(this.world.truth, from, to);
    if (after === null) return this.repair();
    return { name: 'undoRepair', call: (gateway) => gateway.undoRepair(receipt), after };
  }

  private report(): Operation {
    return {
      name: 'writeReport',
      call: async (gateway) => {
        const read = await gateway.readPlan();
        if (!read.ok) return read;
        const options = {
          period,
          today,
          language: 'fr',
          order: 'plan',
          onlyUncovered: false,
          paper: 'letter',
        } as const;
        return gateway.writeReport(buildReport(read.value, options));
      },
      after: this.world.truth,
    };
  }

  private coverage(): Operation {
    return {
      name: 'writeCoverage',
      call: async (gateway) => {
        const read = await gateway.readPlan();
        if (!read.ok) return read;
        const { plan, activities } = read.value;
        return gateway.writeCoverage({ plan, activities, period, today, language: 'fr' });
      },
      after: this.world.truth,
    };
  }
}

/** An activity with its dates in the order in which the person's pane shows them: rows may have been sorted. */
async function shown(gateway: Gateway, one: Activity): Promise<Activity> {
  const read = await gateway.readChanges();
  const found = read.ok ? read.value.activities.find(({ id }) => id === one.id) : undefined;
  const days = ({ occurrences }: Activity) =>
    occurrences
      .map(({ start }) => start)
      .sort()
      .join();
  return found && days(found) === days(one) ? { ...one, occurrences: found.occurrences } : one;
}

/** The truth without what a repair made of it; null where something of that has changed since. */
function unrepaired(truth: Truth, from: Truth, to: Truth): Truth | null {
  // Not what somebody has added meanwhile.
  const known = new Set([...from.activities.values(), ...from.typed].map(({ title }) => title));
  const given = [...to.activities.values()].filter(
    (one) => known.has(one.title) && from.activities.get(one.id) !== one,
  );
  if (given.some((one) => truth.activities.get(one.id) !== one)) return null;
  const titles = new Set(given.map(({ title }) => title));
  const back = [...from.activities.values()].filter(({ title }) => titles.has(title));
  const rest = withoutActivities(
    truth,
    given.map(({ id }) => id),
  );
  return {
    ...withActivities(rest, ...back),
    typed: [...truth.typed, ...from.typed.filter(({ title }) => titles.has(title))],
  };
}
