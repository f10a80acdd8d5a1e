import { type Day, daysBetween, earlier, later } from './day';
import { flatten, ItemFinder } from './items';
import type { Activity, Occurrence, Plan } from './model';
import type { Level } from './numbering';

/** Days counted, both included; null leaves that side open. */
export interface DayRange {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** What one plan item has had in a period; everything below it is included. */
export interface Coverage {
  readonly no: string;
  readonly level: Level;
  readonly activities: number;
  readonly occurrences: number;
  /** The first and last days of the period with something on them. */
  readonly first: Day | null;
  readonly last: Day | null;
  /** Whole days from `last` to the `today` that was given, negative when `last` is still to come; null when there is none. */
  readonly daysSinceLast: number | null;
  readonly covered: boolean;
}

/** The figures of a period; an activity that is counted nowhere in the plan is not in them. */
export interface CoverageTotals {
  readonly activities: number;
  readonly occurrences: number;
  readonly actions: number;
  readonly actionsCovered: number;
}

/** An activity that coverage counts nowhere, and why. */
export interface Uncounted {
  readonly activity: Activity;
  readonly reason: 'noPlanNo' | 'unknownNo' | 'noDate';
}

/** The days of an occurrence that fall in a period. */
export interface CountedDays {
  readonly first: Day;
  readonly last: Day;
}

/** Null where the occurrence is wholly outside the period; a range that overlaps it is cut to it. */
export function within(occurrence: Occurrence, period: DayRange): CountedDays | null {
  const first = later(occurrence.start, period.from) ?? occurrence.start;
  const last = earlier(occurrence.end ?? occurrence.start, period.to) ?? occurrence.start;
  return first <= last ? { first, last } : null;
}

/**
 * What each plan item has had in a period, in plan order, items with nothing included: they are the
 * point. An activity counts once for the item it serves and once for each item above; each of its
 * occurrences that overlaps the period counts once, a range as one. Linear in the occurrences.
 */
export function coverage(plan: Plan, activities: readonly Activity[], period: DayRange, today: Day): Coverage[] {
  const items = flatten(plan);
  const finder = new ItemFinder(items);
  const tallies = new Map(items.map((item) => [item, emptyTally()]));

  for (const activity of activities) {
    const item = finder.find(activity.planNo);
    if (!item) continue;
    const counted = tally(activity, period);
    if (counted.occurrences === 0) continue;
    addTo(tallies.get(item), counted);
    for (const parent of item.parents) addTo(tallies.get(parent), counted);
  }

  return [...tallies].map(([{ no, level }, sum]) => ({
    no,
    level,
    ...sum,
    daysSinceLast: sum.last === null ? null : daysBetween(sum.last, today),
    covered: sum.activities > 0,
  }));
}

/** The figures of a whole coverage; recurring headings have no actions and so weigh on activities only. */
export function coverageTotals(items: readonly Coverage[]): CoverageTotals {
  const totals = { activities: 0, occurrences: 0, actions: 0, actionsCovered: 0 };
  for (const item of items) {
    if (item.level === 'objective') {
      totals.activities += item.activities;
      totals.occurrences += item.occurrences;
    } else if (item.level === 'action') {
      totals.actions += 1;
      totals.actionsCovered += item.covered ? 1 : 0;
    }
  }
  return totals;
}

/** The activities that no item counts, whatever the period, in their order: to be shown, so that none is lost in silence. */
export function uncounted(plan: Plan, activities: readonly Activity[]): Uncounted[] {
  const finder = new ItemFinder(flatten(plan));
  return activities.flatMap((activity): Uncounted[] => {
    if (activity.planNo === null) return [{ activity, reason: 'noPlanNo' }];
    if (!finder.find(activity.planNo)) return [{ activity, reason: 'unknownNo' }];
    return activity.occurrences.length === 0 ? [{ activity, reason: 'noDate' }] : [];
  });
}

interface Tally {
  activities: number;
  occurrences: number;
  first: Day | null;
  last: Day | null;
}

function emptyTally(): Tally {
  return { activities: 0, occurrences: 0, first: null, last: null };
}

function tally(activity: Activity, period: DayRange): Tally {
  const sum: Tally = { ...emptyTally(), activities: 1 };
  for (const occurrence of activity.occurrences) {
    const days = within(occurrence, period);
    if (!days) continue;
    sum.occurrences += 1;
    sum.first = earlier(sum.first, days.first);
    sum.last = later(sum.last, days.last);
  }
  return sum;
}

function addTo(sum: Tally | undefined, counted: Tally): void {
  if (!sum) return;
  sum.activities += counted.activities;
  sum.occurrences += counted.occurrences;
  sum.first = earlier(sum.first, counted.first);
  sum.last = later(sum.last, counted.last);
}
