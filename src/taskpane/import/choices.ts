import type { DraftActivity } from '../../import';
import type { Language } from '../../i18n';
import { type Day, day, type Occurrence, toParts } from '../../plan';
import { readDatesField } from '../state/dates';

/** What the person has decided about the activities of a document, by their ids. The draft itself never changes. */
export interface Choices {
  /** The year of every date that was written without one; null leaves those that were inferred. */
  readonly year: number | null;
  /** The item for a whole block of activities, by the block's key. */
  readonly blocks: Readonly<Record<string, string | null>>;
  /** The item for one activity, which goes before its block's. */
  readonly items: Readonly<Record<string, string | null>>;
  /** All the dates of an activity, as typed in place of what was read. */
  readonly dates: Readonly<Record<string, string>>;
  /** Activities not to be imported. */
  readonly left: Readonly<Record<string, boolean>>;
}

export const noChoices: Choices = { year: null, blocks: {}, items: {}, dates: {}, left: {} };

export interface Settling {
  readonly language: Language;
  readonly today: Day;
}

/** The plan number that an activity will have. */
export function chosenNo(activity: DraftActivity, { items, blocks }: Choices): string | null {
  const own = items[activity.id];
  if (own !== undefined) return own;
  const key = blockKey(activity);
  return (key === null ? undefined : blocks[key]) ?? activity.planNo;
}

/**
 * The block that an activity is decided on with: those of one strategy that had no action beside them,
 * after the same one. Null where a row or a place of its own says what it serves.
 */
export function blockKey({ planNo, suggestedNo, candidates }: DraftActivity): string | null {
  if (planNo === null) return '';
  return suggestedNo === undefined || candidates.length > 0 ? null : `${planNo} ${suggestedNo}`;
}

/** The dates that an activity will have. */
export function chosenDates(
  activity: DraftActivity,
  { dates, year }: Choices,
  { language, today }: Settling,
): readonly Occurrence[] {
  const typed = dates[activity.id];
  if (typed !== undefined) return readDatesField(typed, language, today).occurrences;
  return year === null ? activity.occurrences : activity.occurrences.map((each) => inYear(each, year));
}

/** False where the dates of an activity are still to be corrected. */
export function areDatesRead(activity: DraftActivity, { dates }: Choices, { language, today }: Settling): boolean {
  const typed = dates[activity.id];
  if (typed === undefined) return activity.unreadDates.length === 0;
  const { occurrences, problems } = readDatesField(typed, language, today);
  return problems.length === 0 && occurrences.length > 0;
}

/** The activity as the person has settled it. Its corrected dates are no longer to be read. */
export function settle(activity: DraftActivity, choices: Choices, settling: Settling): DraftActivity {
  return {
    ...activity,
    planNo: chosenNo(activity, choices),
    occurrences: chosenDates(activity, choices, settling),
    unreadDates: areDatesRead(activity, choices, settling) ? [] : activity.unreadDates,
  };
}

/** A date whose year was inferred, in another year; 29 February stays where there is none. */
function inYear(occurrence: Occurrence, year: number): Occurrence {
  if (!occurrence.inferred) return occurrence;
  const from = toParts(occurrence.start);
  const start = day(year, from.month, from.day);
  if (start === null) return occurrence;
  if (occurrence.end === undefined) return { ...occurrence, start };
  const to = toParts(occurrence.end);
  const end = day(year + to.year - from.year, to.month, to.day);
  return end === null ? occurrence : { ...occurrence, start, end };
}
