import { describeDateProblem, formatOccurrence, readDates } from '../../dates';
import type { Language } from '../../i18n';
import type { Day } from '../../plan';
import type { DatesRead } from './entry';

/** One date as it was read, in words. */
export interface DateChip {
  readonly text: string;
  /** The year was not typed but taken from today's. */
  readonly inferred: boolean;
}

/** What the Dates field was read as, ready to be shown. */
export interface DatesReading extends DatesRead {
  readonly chips: readonly DateChip[];
}

/** Reads the field; years that are not typed are worked out from `today`. */
export function readDatesField(text: string, language: Language, today: Day): DatesReading {
  if (text.trim() === '') return { occurrences: [], problems: [], chips: [] };
  const { occurrences, problems } = readDates(text, { language, referenceDay: today });
  const read = occurrences.map(({ occurrence }) => occurrence);
  return {
    occurrences: read,
    problems: problems
      .filter(({ severity }) => severity === 'error')
      .map((problem) => describeDateProblem(language, problem)),
    chips: read.map((occurrence) => ({
      text: formatOccurrence(language, occurrence),
      inferred: occurrence.inferred === true,
    })),
  };
}

/** The field's text with one more day, as a click in the calendar adds it. */
export function withDay(text: string, day: Day, language: Language): string {
  const added = formatOccurrence(language, { start: day });
  const before = text.trim().replace(/[,;]$/, '');
  return before === '' ? added : `${before}; ${added}`;
}
