import type { DateDoubt, DateProblemCode, DateValue } from './model';
import type { Aside } from './moments';
import type { Opener } from './vocabulary';

/** A date by the tokens that it was read from. */
export interface FoundDate {
  readonly value: DateValue;
  readonly doubts: readonly DateDoubt[];
  /** What is said of its ends within it: « 3 juin (AM) au 5 juin ». */
  readonly notes?: readonly Aside[];
  readonly first: number;
  readonly next: number;
}

interface FoundProblem {
  readonly code: DateProblemCode;
  readonly first: number;
  readonly next: number;
}

/** What was found at a token: its values and problems by token numbers, and the token after it. */
export interface Found {
  readonly dates: readonly FoundDate[];
  readonly problems: readonly FoundProblem[];
  readonly next: number;
  /** True where the first thing found is a day without a month of its own. */
  readonly startsBare?: boolean;
}

/** A problem and nothing else. */
export function problemFound(code: DateProblemCode, first: number, next: number): Found {
  return { dates: [], problems: [{ code, first, next }], next };
}

/** A date after a phrase that makes it a deadline or a beginning. */
export function openEnded(value: Exclude<DateValue, { kind: 'open' }>, opener: Opener): DateValue {
  if (opener === 'until') return { kind: 'open', from: null, to: value.end };
  if (opener === 'since' || opener === 'from') return { kind: 'open', from: value.start, to: null };
  return value;
}
