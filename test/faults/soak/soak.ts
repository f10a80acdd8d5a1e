import type { Fault } from '../../../src/host';
import type { BridgeConnection } from '../../../src/host/node';
import type { Gateway, Result } from '../../../src/workbook';
import { actBetween } from '../../coauthoring/turns';
import { openBridge, type BridgeHarness } from '../../support/office';
import { asPerson, gatewayOf, trackedActivities, trackedPlan, value } from '../../support/tracking';
import { Commands, type Operation } from './commands';
import { actByHand, actMeanwhile, showAll, type MeanwhileAct } from './hands';
import { activitiesOf, difference, named, withActivities, type Truth } from './truth';
import { World } from './world';

/** How long, and with which random numbers. */
export interface SoakOptions {
  readonly seed: number;
  readonly operations: number;
  /** Hears how far it is, every `each` operations. */
  readonly progress?: { readonly each: number; readonly tell: (turn: number, outcome: SoakOutcome) => void };
}

export interface SoakOutcome {
  readonly operations: Readonly<Record<string, number>>;
  readonly answers: Readonly<Record<string, number>>;
  readonly faults: number;
  readonly requests: number;
  /** Rows of the table of activities. */
  readonly rows: number;
}

const people = 3;
const faultShare = 0.3;
const handShare = 0.2;
const meanwhileShare = 0.25;
const meanwhileActs: readonly ('append' | MeanwhileAct)[] = ['append', 'append', 'sort', 'insert', 'delete'];

/** Somebody's pane: it follows the workbook by its changes, and lasts until it is reloaded. */
interface Pane {
  readonly connection: BridgeConnection;
  readonly gateway: Gateway;
  readonly ended: Promise<'reloaded'>;
}

/** What somebody does to the truth in the middle of another's command: the same whether that is done or not. */
type Meanwhile = (truth: Truth) => Truth;

/**
 * Random operations by three people, with failures, with what people do by hand, and with another's addition, a sort, a
 * row typed in between or deleted in the middle of a command, be it one that fails: after each the tables must say what the truth says, and a pane that follows them the same as
 * one that reads them whole. Throws at the first that does not, with its turn.
 */
export async function soak(options: SoakOptions): Promise<SoakOutcome> {
  const office = openBridge();
  try {
    return await new Soak(office, options).run();
  } finally {
    office.dispose();
  }
}

class Soak {
  private readonly world: World;
  private readonly commands: Commands;
  private readonly panes: Pane[] = [];
  private readonly operations: Record<string, number> = {};
  private readonly answers: Record<string, number> = {};
  private faults = 0;
  private requests = 0;
  /** What is going on in this turn. */
  private doing: readonly string[] = [];

  constructor(
    private readonly office: BridgeHarness,
    private readonly options: SoakOptions,
  ) {
    this.world = new World(office, options.seed);
    this.commands = new Commands(this.world);
  }

  async run(): Promise<SoakOutcome> {
    const contents = { plan: trackedPlan, activities: trackedActivities, language: 'fr' } as const;
    value(await gatewayOf(this.office).createTrackingWorkbook(contents));
    for (let person = 0; person < people; person += 1) await this.open(person);
    const { operations, progress } = this.options;
    for (let turn = 1; turn <= operations; turn += 1) {
      try {
        await this.turn();
      } catch (error) {
        if (error instanceof Error) error.message = `turn ${turn} (${this.doing.join(', ')}): ${error.message}`;
        throw error;
      }
      if (progress && turn % progress.each === 0) progress.tell(turn, this.outcome());
    }
    return this.outcome();
  }

  private outcome(): SoakOutcome {
    const { operations, answers, faults, requests, world } = this;
    return { operations, answers, faults, requests, rows: activitiesOf(world.workbook).bodyRect.rows };
  }

  private async turn(): Promise<void> {
    const { world } = this;
    // Nobody leaves a filter on for long.
    if (world.chance(0.3)) asPerson(world.workbook, () => activitiesOf(world.workbook).clearFilters());
    const act = world.chance(handShare) ? actByHand(world) : null;
    this.doing = act === null ? [] : [act];
    if (act === null) await this.command();
    else count(this.operations, `by hand: ${act}`);
    this.expectTruth(world.truth);
    await this.expectFollowed(world.upTo(people));
  }

  private async open(person: number): Promise<void> {
    const connection = this.office.join({ name: `person ${person} ${this.world.newNumber()}` });
    const ended = new Promise<'reloaded'>((resolve) => connection.session.onEnd(() => resolve('reloaded')));
    const gateway = gatewayOf(connection);
    value(await gateway.onChange(() => undefined));
    this.panes[person] = { connection, gateway, ended };
  }

  private async reload(person: number): Promise<void> {
    const { connection } = this.pane(person);
    connection.disconnect();
    this.office.host.closeSession(connection.session);
    await this.open(person);
  }

  private pane(person: number): Pane {
    return this.panes[person % people]!;
  }

  /** One command by one person, perhaps with a fault and perhaps with somebody else in the middle. */
  private async command(): Promise<void> {
    const { world } = this;
    const operation = this.commands.next();
    count(this.operations, operation.name);
    const person = world.upTo(people);
    this.note(`${operation.name} by ${person}`);
    const { connection, gateway, ended } = this.pane(person);
    const { session } = connection;
    session.resetStatistics();
    const fault = world.chance(faultShare) ? this.injectFault(person) : null;
    const meanwhile = this.meanwhile(person, fault, operation);
    const answer = await Promise.race([operation.call(gateway, false), ended]);
    session.clearFaults();
    await meanwhile.end();
    // What office.js sends when a run is over.
    await pause();
    this.requests += session.statistics.requests;
    const outcome = answer === 'reloaded' ? answer : answer.ok ? 'ok' : answer.error.code;
    count(this.answers, outcome);
    this.note(outcome);
    if (outcome === 'reloaded') await this.reload(person);
    const after = meanwhile.changes.reduce((truth, change) => change(truth), operation.after);
    const met = { ...operation, after };
    if (outcome === 'reloaded' || outcome === 'notVerified') await this.settle(met, person);
    else if (answer !== 'reloaded' && answer.ok) this.take(met, answer.value);
  }

  private note(what: string): void {
    this.doing = [...this.doing, what];
  }

  /** The truth after an operation. */
  private take(operation: Operation, answer: unknown): void {
    const { world } = this;
    const after = this.outcomeOf(operation);
    if (after === null) this.expectTruth(operation.after);
    const before = world.truth;
    world.truth = named(after ?? operation.after, world.workbook);
    operation.done?.(answer, world.truth, before);
  }

  /** The truth that the workbook says where the operation is done; null where it says another. */
  private outcomeOf({ after, afterAgain }: Operation): Truth | null {
    const may = [after, ...(afterAgain ? [afterAgain(after)] : [])];
    return may.find((each) => difference(each, this.world.workbook) === null) ?? null;
  }

  /** Nobody knows whether it is done: the workbook is as before or as after, and a second try settles it. */
  private async settle(operation: Operation, person: number): Promise<void> {
    const { world } = this;
    const found = this.outcomeOf(operation);
    if (found === null && difference(world.truth, world.workbook) !== null) this.expectTruth(operation.after);
    this.note(found ? 'it is done' : 'it is not done');
    const again = await operation.call(this.pane(person).gateway, true);
    this.note(again.ok ? 'ok' : again.error.code);
    // Refused since it was done already, or since a filter stands in the way: the truth is what was found.
    const left = found ? named(found, world.workbook) : world.truth;
    if (again.ok) this.take({ ...operation, after: operation.afterAgain?.(left) ?? operation.after }, again.value);
    else world.truth = left;
  }

  /** One failure, and now and then the network stays away for a while. */
  private injectFault(person: number): Fault {
    const { world } = this;
    const kind = world.pick(['error', 'timeout', 'halfway', 'lostResponse', 'lostResponse', 'reload'] as const);
    const fault: Fault = {
      at: 1 + world.upTo(7),
      kind,
      share: world.upTo(100) / 100,
      ...(kind === 'lostResponse' && { code: 'Timeout' }),
    };
    const { session } = this.pane(person).connection;
    this.faults += 1;
    session.injectFault(fault);
    const isOutage = (kind === 'timeout' || kind === 'lostResponse') && world.chance(0.3);
    const next = Array.from({ length: isOutage ? 12 : 0 }, (_, index) => fault.at + 1 + index);
    for (const at of next) session.injectFault({ ...fault, at, kind: 'timeout' });
    this.note(`${kind} at ${fault.at}${isOutage ? ' and on' : ''}`);
    return fault;
  }

  /**
   * What somebody else does between two requests of a person's command, be it one that fails; `end` waits for it.
   * Nobody sorts then what Excel's search does not see: nothing would be lost without a word, but nobody knows what.
   */
  private meanwhile(
    person: number,
    fault: Fault | null,
    operation: Operation,
  ): { readonly changes: readonly Meanwhile[]; end(): Promise<void> } {
    const { world } = this;
    const changes: Meanwhile[] = [];
    if (!world.chance(meanwhileShare)) return { changes, end: () => Promise.resolve() };
    const act = world.pick(meanwhileActs);
    const { session } = this.pane(person).connection;
    let work = Promise.resolve();
    const after = world.upTo(6);
    this.note(`${act} after ${after}`);
    const done = (change: Meanwhile) => {
      changes.push(change);
      world.truth = change(world.truth);
    };
    if (fault !== null) asPerson(world.workbook, () => showAll(world));
    const stop = actBetween(session, after, () => {
      if (act === 'append') work = this.addMeanwhile(person + 1, done);
      else asPerson(world.workbook, () => done(actMeanwhile(world, act, operation.after)));
      return work;
    });
    return {
      changes,
      end: async () => {
        await work;
        stop();
      },
    };
  }

  private async addMeanwhile(person: number, done: (change: Meanwhile) => void): Promise<void> {
    const operation = this.commands.addition();
    const known = new Set(this.world.truth.activities.keys());
    const result: Result<unknown> = await operation.call(this.pane(person).gateway, false);
    const added = [...operation.after.activities.values()].filter(({ id }) => !known.has(id));
    if (result.ok) done((truth) => withActivities(truth, ...added));
  }

  private expectTruth(truth: Truth): void {
    const found = difference(truth, this.world.workbook);
    if (found !== null) throw new Error(found);
  }

  /** What a pane shows that follows the changes is what one reads that is opened now. */
  private async expectFollowed(person: number): Promise<void> {
    await pause();
    const { connection, gateway } = this.pane(person);
    const followed = JSON.stringify(value(await gateway.readChanges()));
    const whole = JSON.stringify(value(await gatewayOf(connection).readPlan()));
    if (followed !== whole) throw new Error(`the pane shows ${followed} and the workbook says ${whole}`);
  }
}

function count(table: Record<string, number>, key: string): void {
  table[key] = (table[key] ?? 0) + 1;
}

/** Lets what waits for its turn have it: events, and the last requests of a run. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
