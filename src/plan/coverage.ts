import type { Day } from './day';

/** Days counted, both included; null leaves that side open. */
export interface DayRange {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** What one plan item has had in a period; everything below it is included. */
export interface Coverage {
  readonly no: string;
  readonly level: 'objective' | 'strategy' | 'action';
  readonly activities: number;
  readonly occurrences: number;
  readonly first: Day | null;
  readonly last: Day | null;
  /** Whole days from `last` to the `today` that was given; null when there is none. */
  readonly daysSinceLast: number | null;
  readonly covered: boolean;
}
