import { later, type Day } from './day';
import type { Problem } from './problem';

/**
 * The domain: a strategic plan and the activities that serve it.
 *
 * Everything here is plain readonly data. A `no` (`1`, `1.1`, `1.1.1`, `R.2`) is both identity and
 * label: assigned once, never renumbered.
 */

/** Years as printed (`2020-2023`); free text, never a date. */
export type Period = string;

export type ObjectiveKind = 'strategic' | 'recurring';

export interface Plan {
  readonly organisation: string;
  readonly title: string;
  readonly strategyPeriod: Period;
  readonly actionPeriod: Period;
  readonly objectives: readonly Objective[];
}

/** `recurring` is a section of recurring operational activities: its headings are its strategies, it has no actions. */
export interface Objective {
  readonly no: string;
  readonly title: string;
  readonly kind: ObjectiveKind;
  readonly strategies: readonly Strategy[];
}

export interface Strategy {
  readonly no: string;
  readonly title: string;
  readonly actions: readonly Action[];
}

export interface Action {
  readonly no: string;
  readonly text: string;
  /** The `-` lines under the action, in order, without their dash. */
  readonly subItems: readonly string[];
  readonly owner: string;
  readonly due: Day | null;
  readonly status: string;
}

export interface Activity {
  /** Opaque and collision-free without a counter. */
  readonly id: string;
  /** The plan item it serves: an action, a strategy or an objective; null when nobody said. */
  readonly planNo: string | null;
  /** Offered, never assigned silently. */
  readonly suggestedNo?: string;
  readonly occurrences: readonly Occurrence[];
  readonly title: string;
  readonly details: readonly string[];
  readonly participants: readonly string[];
  readonly kind: string;
  readonly link: string;
}

/** A calendar day, or a range of days when `end` is given (both included, `end` after `start`). */
export interface Occurrence {
  readonly start: Day;
  readonly end?: Day;
  /** A note on this date alone, as `rencontre 4/6`. */
  readonly note?: string;
  /** True when the year was taken from context and not stated. */
  readonly inferred?: boolean;
}

/** What `readPlan` gives: everything the workbook holds, and what is wrong with it. */
export interface TrackedPlan {
  readonly plan: Plan;
  readonly activities: readonly Activity[];
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** What the settings sheet says beside the plan's own titles and periods. */
export interface Settings {
  /** A language tag as it was written (`fr-CA`); empty where none was. */
  readonly language: string;
  /** The committee's latest meeting up to today; null where none was written. */
  readonly lastCommittee: Day | null;
  /** All its meetings, past and to come, the earliest first. */
  readonly committeeDates: readonly Day[];
}

/** The latest meeting that is not after a day. */
export function lastCommitteeOn(today: Day, dates: readonly Day[]): Day | null {
  return dates.reduce<Day | null>((last, date) => (date <= today ? later(last, date) : last), null);
}
