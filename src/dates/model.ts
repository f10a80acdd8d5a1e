import type { Day, Month, Occurrence } from '../plan';

/** The languages that dates are read and written in. */
export type DateLanguage = 'fr' | 'en';

/** A piece of the source text, in UTF-16 units, the end not included. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** What a text says about time, with the precision it has and no more: a month is never made into a day. */
export type DateValue =
  /** Days from `start` to `end`, both included; the same for one day. */
  | { readonly kind: 'days'; readonly start: Day; readonly end: Day }
  | { readonly kind: 'months'; readonly start: Month; readonly end: Month }
  /** A deadline (`from` null) or a beginning (`to` null). */
  | { readonly kind: 'open'; readonly from: Day | Month | null; readonly to: Day | Month | null };

/** Why a date that was read should be looked at. */
export type DateDoubt =
  /** The year is not written: the reference year, or that of the date beside it. */
  | 'inferredYear'
  /** « 12 décembre et 9 janvier 2022 »: December of the year before. */
  | 'yearBefore'
  /** The weekday written is not the day's. */
  | 'wrongWeekday'
  /** 04/10/2021 is in April or in October. */
  | 'dayMonthOrder'
  /** More than twenty years from the reference year. */
  | 'farYear'
  /** Many organisations have quarters of their own. */
  | 'calendarQuarter'
  /** A week said to begin on another day than Monday. */
  | 'notMonday'
  /** « 3 juin (annulé) », « reportée du 3 au 10 juin »: nothing took place then. */
  | 'calledOff';

/** A date as it was read. */
export interface ReadDate {
  readonly value: DateValue;
  readonly note?: string;
  /** Where the note, or the last piece of it, stands after the date; none where all of it stands within. */
  readonly noteSpan?: TextSpan;
  readonly doubts: readonly DateDoubt[];
  readonly span: TextSpan;
}

/** `error`: impossible. `refused`: could be several dates, or is none yet: ask. */
export type DateProblemKind = 'error' | 'refused';

export const dateProblemKinds = {
  impossibleDay: 'error',
  endBeforeStart: 'error',
  misspeltMonth: 'refused',
  unclearYear: 'refused',
  unclearNumbers: 'refused',
  missingDay: 'refused',
  relativeDate: 'refused',
  undecided: 'refused',
  notADay: 'refused',
} as const satisfies Readonly<Record<string, DateProblemKind>>;

export type DateProblemCode = keyof typeof dateProblemKinds;

/** A piece of text that looks like a date and was not made into one. */
export interface DateProblem {
  readonly code: DateProblemCode;
  /** The text in question, as written. */
  readonly text: string;
  readonly span: TextSpan;
}

export interface ReadOptions {
  /** Decides 04/10/2021 (day first in French, month first in English) and « sept. 21 »; words of both are always read. */
  readonly language: DateLanguage;
  /** The year of dates written without one. */
  readonly referenceYear: number;
}

/** Everything a text says about time, in the order of the text. */
export interface Reading {
  readonly dates: readonly ReadDate[];
  readonly problems: readonly DateProblem[];
  /** The pieces of text that neither a date, a note nor a problem covers. */
  readonly unread: readonly TextSpan[];
}

/** An occurrence with where it was read and what to confirm about it. */
export interface ReadOccurrence extends Occurrence {
  readonly span: TextSpan;
  readonly doubts: readonly DateDoubt[];
}
