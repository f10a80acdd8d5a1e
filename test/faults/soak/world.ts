import { addDays, type Activity, type Day } from '../../../src/plan';
import { randomFrom } from '../../support/generator';
import type { BridgeHarness } from '../../support/office';
import { activity, iso, trackedActivities, trackedPlan } from '../../support/tracking';
import type { Truth } from './truth';

/** The workbook of a soak, what it should say, and the dice. */
export class World {
  truth: Truth = {
    activities: new Map(trackedActivities.map((each) => [each.id, each])),
    typed: [],
    unnamed: [],
    title: trackedPlan.title,
  };
  private readonly random: () => number;
  private made = 0;

  constructor(
    readonly office: BridgeHarness,
    seed: number,
  ) {
    this.random = randomFrom(seed);
  }

  get workbook() {
    return this.office.workbook;
  }

  /** A number of 0 to `count - 1`. */
  upTo(count: number): number {
    return Math.floor(this.random() * count);
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.upTo(list.length)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  }

  /** True so often of 1. */
  chance(share: number): boolean {
    return this.random() < share;
  }

  /** No other one’s, and now and then of a kind that Excel would take for a formula. */
  newText(word: string): string {
    return `${this.pick(['- ', '=', '+', '@', "'", '', '', ''])}${word} ${this.newNumber()}`;
  }

  newNumber(): number {
    return (this.made += 1);
  }

  newActivity(id = `s${this.newNumber()}`): Activity {
    const days = Array.from({ length: 1 + this.upTo(3) }, () => this.day());
    return activity(id, this.newText('Activité'), [...new Set(days)]);
  }

  day(): Day {
    return addDays(iso('2021-01-01'), this.upTo(365)) ?? iso('2021-01-01');
  }
}

/** The last of what was done, from which one thing is taken back now and then. */
export class Recent<T> {
  private readonly kept: T[] = [];

  get isEmpty(): boolean {
    return this.kept.length === 0;
  }

  add(one: T): void {
    this.kept.push(one);
    if (this.kept.length > 20) this.kept.shift();
  }

  take(world: World): T {
    const one = world.pick(this.kept);
    this.kept.splice(this.kept.indexOf(one), 1);
    return one;
  }
}
