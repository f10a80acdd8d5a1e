import type { Fault } from '../../src/host';
import { addDays, type Activity } from '../../src/plan';
import { buildReport } from '../../src/report';
import type { EditReceipt, Gateway, ImportReceipt, Receipt, Result } from '../../src/workbook';
import { actBetween } from '../coauthoring/turns';
import { randomFrom } from '../support/generator';
import { openBridge, type BridgeHarness } from '../support/office';
import {
  activity,
  asPerson,
  gatewayOf,
  iso,
  newActivity,
  today,
  trackedActivities,
  trackedPlan,
  value,
} from '../support/tracking';

/** How long, and with which random numbers. */
export interface SoakOptions {
  readonly seed: number;
  readonly operations: number;
}

export interface SoakOutcome {
  readonly operations: Readonly<Record<string, number>>;
  readonly answers: Readonly<Record<string, number>>;
  readonly faults: number;
  readonly requests: number;
}

/** What the workbook should say: the truth, kept in the simplest way there is. */
interface Truth {
  readonly activities: ReadonlyMap<string, Activity>;
  /** Titles of rows that people typed without an id. */
  readonly typed: readonly string[];
  readonly title: string;
}

/** One operation: what is called, and the truth if it is done. */
interface Operation {
  readonly name: string;
  readonly call: (gateway: Gateway, again: boolean) => Promise<Result<unknown>>;
  readonly after: Truth;
  readonly done?: (answer: unknown) => void;
}

const people = 3;
const mostActivities = 60;
const faultShare = 0.3;

/**
 * Random operations by three people, with failures, with what people do by hand, and with another's addition in
 * the middle: after each the tables must say what the truth says. Throws at the first that does not, with its turn.
 */
export async function soak({ seed, operations }: SoakOptions): Promise<SoakOutcome> {
  const office = openBridge();
  try {
    return await new Soak(office, seed).run(operations);
  } finally {
    office.dispose();
  }
}

class Soak {
  private readonly random: () => number;
  private readonly sessions: ReturnType<BridgeHarness['join']>[] = [];
  private readonly counts: Record<string, number> = {};
  private readonly answers: Record<string, number> = {};
  private truth: Truth = {
    activities: new Map(trackedActivities.map((each) => [each.id, each])),
    typed: [],
    title: trackedPlan.title,
  };
  private additions: Receipt[] = [];
  private edits: { readonly receipt: EditReceipt; readonly from: Activity; readonly to: Activity | null }[] = [];
  private imports: { readonly receipt: ImportReceipt; readonly activities: readonly Activity[] }[] = [];
  /** Another's addition in the middle of a command. */
  private meanwhile: Promise<void> = Promise.resolve();
  private faults = 0;
  private requests = 0;
  private made = 0;

  constructor(
    private readonly office: BridgeHarness,
    seed: number,
  ) {
    this.random = randomFrom(seed);
  }

  async run(operations: number): Promise<SoakOutcome> {
    const contents = { plan: trackedPlan, activities: trackedActivities, language: 'fr' } as const;
    value(await gatewayOf(this.office).createTrackingWorkbook(contents));
    for (let person = 0; person < people; person += 1) this.join(person);
    for (let turn = 1; turn <= operations; turn += 1) {
      const name = this.pick(['byHand', ...Array.from({ length: 9 }, () => 'command')]);
      // Nobody leaves a filter on for long.
      if (this.random() < 0.3) asPerson(this.office.workbook, () => this.table().clearFilters());
      try {
        if (name === 'byHand') this.actByHand();
        else await this.command();
        this.expectTruth(this.truth);
      } catch (error) {
        if (error instanceof Error) error.message = `turn ${turn}: ${error.message}`;
        throw error;
      }
    }
    value(await gatewayOf(this.office).readPlan());
    const { counts, answers, faults, requests } = this;
    return { operations: counts, answers, faults, requests };
  }

  private join(person: number): void {
    this.sessions[person] = this.office.join({ name: `person ${person} ${(this.made += 1)}` });
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!;
  }

  private count(table: Record<string, number>, key: string): void {
    table[key] = (table[key] ?? 0) + 1;
  }

  /** One command by one person, perhaps with a fault and perhaps with another's addition in the middle. */
  private async command(): Promise<void> {
    const operation = this.operation();
    this.count(this.counts, operation.name);
    const person = Math.floor(this.random() * people);
    const fault = this.random() < faultShare ? this.fault() : null;
    const other = fault === null && this.random() < 0.2 ? this.addition() : null;
    const session = this.sessions[person]!;
    const before = this.truth;
    if (fault) this.injectFault(person, fault);
    if (other) this.addBetween(person, other);
    const ended = new Promise<'reloaded'>((resolve) => session.session.onEnd(() => resolve('reloaded')));
    const answer = await Promise.race([operation.call(gatewayOf(session), false), ended]);
    // What office.js sends when a run is over; another's addition may come before it.
    await new Promise((resolve) => setTimeout(resolve, 0));
    await this.meanwhile;
    this.requests += session.session.statistics.requests;
    // A person's session goes on without what was not needed of its faults.
    session.disconnect();
    this.join(person);
    if (answer === 'reloaded' || (!answer.ok && answer.error.code === 'notVerified')) {
      this.count(this.answers, answer === 'reloaded' ? answer : 'notVerified');
      await this.settle(operation, person, before);
    } else {
      this.count(this.answers, answer.ok ? 'ok' : answer.error.code);
      if (answer.ok) this.take(operation, answer.value, before);
    }
  }

  /** The truth after an operation, another's addition meanwhile included. */
  private take({ after, done }: Operation, answer: unknown, before: Truth): void {
    const meanwhile = [...this.truth.activities].filter(([id]) => !before.activities.has(id));
    this.truth = { ...after, activities: new Map([...after.activities, ...meanwhile]) };
    done?.(answer);
  }

  /** Nobody knows whether it is done: the workbook is as before or as after, and a second try settles it. */
  private async settle(operation: Operation, person: number, before: Truth): Promise<void> {
    const isDone = this.says(operation.after);
    if (!isDone && !this.says(before)) this.expectTruth(operation.after);
    const again = await operation.call(gatewayOf(this.sessions[person]!), true);
    if (again.ok) this.take(operation, again.value, before);
    // Refused since it was done already, or since a filter stands in the way: the truth is what was found.
    else if (isDone) this.truth = operation.after;
  }

  private operation(): Operation {
    const { activities } = this.truth;
    const isFull = activities.size > mostActivities;
    const kinds = [
      ...(isFull ? [] : ['append', 'append', 'append', 'importPlan']),
      ...(this.additions.length > 0 ? ['undo'] : []),
      ...(activities.size > 0 ? ['updateActivity', 'updateActivity', 'deleteActivity'] : []),
      ...(isFull ? ['deleteActivity', 'deleteActivity', 'deleteActivity'] : []),
      ...(this.edits.length > 0 ? ['undoEdit'] : []),
      ...(this.imports.length > 0 ? ['undoImport'] : []),
      'writeSettings',
      ...(this.random() < 0.1 ? ['writeReport', 'writeCoverage'] : []),
    ] as const;
    switch (this.pick(kinds)) {
      case 'undo':
        return this.takingBack();
      case 'updateActivity':
        return this.update();
      case 'deleteActivity':
        return this.deletion();
      case 'undoEdit':
        return this.undoingEdit();
      case 'importPlan':
        return this.importing();
      case 'undoImport':
        return this.undoingImport();
      case 'writeSettings':
        return this.settings();
      case 'writeReport':
        return this.report();
      case 'writeCoverage':
        return this.coverage();
      default:
        return this.addition();
    }
  }

  private newOne(): Activity {
    const start = this.pick(['- ', '=', '+', '@', "'", '']);
    const dates = Array.from({ length: 1 + Math.floor(this.random() * 3) }, () => this.day());
    return activity(`s${(this.made += 1)}`, `${start}Activité ${this.made}`, [...new Set(dates)]);
  }

  private day(): string {
    return addDays(iso('2021-01-01'), Math.floor(this.random() * 365))!;
  }

  private with(...changed: readonly Activity[]): Truth {
    return {
      ...this.truth,
      activities: new Map([...this.truth.activities, ...changed.map((each) => [each.id, each] as const)]),
    };
  }

  private without(ids: readonly string[]): Truth {
    const activities = new Map([...this.truth.activities].filter(([id]) => !ids.includes(id)));
    return { ...this.truth, activities };
  }

  private addition(): Operation {
    const one = this.newOne();
    const { id, ...rest } = one;
    return {
      name: 'append',
      call: (gateway, again) => gateway.append({ ...newActivity(''), ...rest }, { id, again }),
      after: this.with(one),
      done: (receipt) => this.additions.push(receipt as Receipt),
    };
  }

  private takingBack(): Operation {
    const receipt = this.pick(this.additions);
    this.additions = this.additions.filter((each) => each !== receipt);
    const there = this.truth.activities.get(receipt.id);
    // An activity that was edited since goes if it has no more rows than were added.
    const goes = there !== undefined && there.occurrences.length <= receipt.rows;
    return {
      name: 'undo',
      call: (gateway) => gateway.undo(receipt),
      after: goes ? this.without([receipt.id]) : this.truth,
    };
  }

  private update(): Operation {
    const from = this.pick([...this.truth.activities.values()]);
    const { id } = from;
    const to = { ...this.newOne(), id };
    return {
      name: 'updateActivity',
      call: (gateway) => gateway.updateActivity(from, to),
      after: this.with(to),
      done: (receipt) => this.edits.push({ receipt: receipt as EditReceipt, from, to }),
    };
  }

  private deletion(): Operation {
    const from = this.pick([...this.truth.activities.values()]);
    return {
      name: 'deleteActivity',
      call: (gateway) => gateway.deleteActivity(from),
      after: this.without([from.id]),
      done: (receipt) => this.edits.push({ receipt: receipt as EditReceipt, from, to: null }),
    };
  }

  private undoingEdit(): Operation {
    const edit = this.pick(this.edits);
    this.edits = this.edits.filter((each) => each !== edit);
    const isAsLeft = this.truth.activities.get(edit.from.id) === (edit.to ?? undefined);
    return {
      name: 'undoEdit',
      call: (gateway) => gateway.undoEdit(edit.receipt),
      after: isAsLeft ? this.with(edit.from) : this.truth,
    };
  }

  private importing(): Operation {
    const activities = [this.newOne(), this.newOne()];
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
      after: this.with(...activities),
      done: (receipt) => this.imports.push({ receipt: receipt as ImportReceipt, activities }),
    };
  }

  private undoingImport(): Operation {
    const one = this.pick(this.imports);
    this.imports = this.imports.filter((each) => each !== one);
    const isAsLeft = one.activities.every(
      ({ id, occurrences }) => this.truth.activities.get(id)?.occurrences.length === occurrences.length,
    );
    return {
      name: 'undoImport',
      call: (gateway) => gateway.undoImport(one.receipt),
      after: isAsLeft ? this.without(one.activities.map(({ id }) => id)) : this.truth,
    };
  }

  private settings(): Operation {
    const title = `${this.pick(['=', '- ', ''])}Titre ${(this.made += 1)}`;
    return {
      name: 'writeSettings',
      call: (gateway) => gateway.writeSettings({ title }),
      after: { ...this.truth, title },
    };
  }

  private report(): Operation {
    const sheet = buildReport(
      { plan: trackedPlan, activities: [...this.truth.activities.values()], settings: noSettings, problems: [] },
      { period, today, language: 'fr', order: 'plan', onlyUncovered: false, paper: 'letter' },
    );
    return { name: 'writeReport', call: (gateway) => gateway.writeReport(sheet), after: this.truth };
  }

  private coverage(): Operation {
    const request = {
      plan: trackedPlan,
      activities: [...this.truth.activities.values()],
      period,
      today,
      language: 'fr',
    } as const;
    return { name: 'writeCoverage', call: (gateway) => gateway.writeCoverage(request), after: this.truth };
  }

  private fault(): Fault {
    const kind = this.pick(['error', 'timeout', 'halfway', 'lostResponse', 'lostResponse', 'reload'] as const);
    return {
      at: 1 + Math.floor(this.random() * 4),
      kind,
      share: this.random(),
      ...(kind === 'lostResponse' && { code: 'Timeout' }),
    };
  }

  /** One fault, and now and then the network stays away for a while. */
  private injectFault(person: number, fault: Fault): void {
    const { session } = this.sessions[person]!;
    this.faults += 1;
    session.injectFault(fault);
    const isOutage = fault.kind === 'timeout' || fault.kind === 'lostResponse';
    if (!isOutage || this.random() < 0.7) return;
    for (let next = 1; next < 12; next += 1) session.injectFault({ ...fault, at: fault.at + next, kind: 'timeout' });
  }

  /** Another person adds an activity between two requests of this one's command. */
  private addBetween(person: number, other: Operation): void {
    const session = this.sessions[person]!;
    const gateway = gatewayOf(this.sessions[(person + 1) % people]!);
    actBetween(session.session, 1 + Math.floor(this.random() * 2), () => {
      const isFiltered = this.table().filters.length > 0;
      this.meanwhile = other.call(gateway, false).then((result) => {
        if (isFiltered) return;
        value(result);
        this.truth = { ...this.truth, activities: new Map([...this.truth.activities, ...other.after.activities]) };
      });
      return this.meanwhile;
    });
  }

  private table() {
    return this.office.workbook.tables.find(({ columns }) => columns.some(({ name }) => name === 'Id'))!;
  }

  /** What people do without the add-in. */
  private actByHand(): void {
    const table = this.table();
    const { sheet, bodyRect } = table;
    const { workbook } = this.office;
    const at = (header: string) => bodyRect.column + table.columns.findIndex(({ name }) => name === header);
    const act = this.pick(['type', 'type', 'filter', 'rename', 'growth', 'hide'] as const);
    this.count(this.counts, `by hand: ${act}`);
    asPerson(workbook, () => {
      if (act === 'filter') table.setFilter({ column: at('Activité') - bodyRect.column, values: ['-'] });
      if (act === 'rename') workbook.renameSheet(sheet, `Activités ${(this.made += 1)}`);
      if (act === 'hide') sheet.setColumnHidden(at('Note'), 1, this.random() < 0.5);
    });
    if (act === 'growth') workbook.configure({ tableGrowth: !workbook.options.tableGrowth });
    if (act === 'type' && table.filters.length === 0 && workbook.options.tableGrowth) {
      const title = `À la main ${(this.made += 1)}`;
      asPerson(workbook, () => sheet.type(bodyRect.row + bodyRect.rows, at('Activité'), title));
      this.truth = { ...this.truth, typed: [...this.truth.typed, title] };
    }
  }

  /** The rows of the table and the setting, as the truth has them and as the cells do. */
  private meant({ activities, typed, title }: Truth): readonly string[] {
    const rows = [...activities.values()].flatMap((one) =>
      one.occurrences.map(({ start }) => JSON.stringify([one.id, start, one.planNo, one.title])),
    );
    return [...rows, ...typed.map((each) => JSON.stringify(['', '', '', each])), `title ${title}`].sort();
  }

  private found(): readonly string[] {
    const { sheet, bodyRect, columns } = this.table();
    const at = ['Id', 'Date', 'No plan', 'Activité'].map((header) => columns.findIndex(({ name }) => name === header));
    const rows = Array.from({ length: bodyRect.rows }, (_, row) =>
      at.map((column) => sheet.text(bodyRect.row + row, bodyRect.column + column)),
    ).filter((cells) => cells.some((cell) => cell !== ''));
    const settings = this.office.workbook.tableByName('Parametres')!;
    const lines = Array.from({ length: settings.bodyRect.rows }, (_, row) => settings.bodyRect.row + row);
    const title = lines.find((row) => settings.sheet.text(row, settings.bodyRect.column) === 'Titre') ?? 0;
    const said = settings.sheet.text(title, settings.bodyRect.column + 1);
    const below = sheet.hasContentIn({ ...bodyRect, row: bodyRect.row + bodyRect.rows, rows: 50 })
      ? ['something below the table']
      : [];
    return [...rows.map((cells) => JSON.stringify(cells)), `title ${said}`, ...below].sort();
  }

  private says(truth: Truth): boolean {
    return JSON.stringify(this.meant(truth)) === JSON.stringify(this.found());
  }

  private expectTruth(truth: Truth): void {
    if (this.says(truth)) return;
    const [meant, found] = [this.meant(truth), this.found()];
    const missing = meant.filter((row) => !found.includes(row));
    const others = found.filter((row, index) => !meant.includes(row) || found.indexOf(row) !== index);
    throw new Error(`the workbook lacks ${JSON.stringify(missing)} and has ${JSON.stringify(others)}`);
  }
}

const period = { from: iso('2021-01-01'), to: iso('2021-12-31') };
const noSettings = { language: 'fr', lastCommittee: null, committeeDates: [] };
