import { readDates, writeDay, writeOccurrences } from '../../dates';
import type { Language } from '../../i18n';
import { dates as en } from '../../i18n/en/dates';
import { dates as fr } from '../../i18n/fr/dates';
import { toParts, type Day, type Occurrence } from '../../plan';
import { words } from '../words';
import type { DatesRead } from './entry';

/** One date as it was read, in words. */
export interface DateChip {
  readonly text: string;
  /** Why it should be looked at, in words; the usual one, a year not typed, is said in the chip itself. */
  readonly doubts: readonly string[];
  readonly inferred: boolean;
}

const catalogues = { fr, en };

/** What the Dates field was read as, ready to be shown. */
export interface DatesReading extends DatesRead {
  readonly chips: readonly DateChip[];
}

/** Reads the field; a year that is not typed is that of `today`, or of the date beside it. */
export function readDatesField(
  text: string,
  language: Language,
  today: Day,
  /** The language of what is said about it, where it is not that of the text. */
  said: Language = language,
): DatesReading {
  const { occurrences, problems, unread } = readDates(text, { language, referenceYear: toParts(today).year });
  const pieces = unread
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return {
    occurrences: occurrences.map(({ start, end, note, inferred }) => ({
      start,
      ...(end === undefined ? {} : { end }),
      ...(note === undefined ? {} : { note }),
      ...(inferred === undefined ? {} : { inferred }),
    })),
    problems: [
      ...problems.map((problem) => catalogues[said].problems[problem.code](problem)),
      ...pieces.map((piece) => words(said).add.unread({ text: piece })),
    ],
    chips: occurrences.map((occurrence) => ({
      text: writeOccurrences([occurrence], { language: said }),
      inferred: occurrence.inferred === true,
      doubts: occurrence.doubts
        .filter((doubt) => doubt !== 'inferredYear')
        .map((doubt) => catalogues[said].doubts[doubt]),
    })),
  };
}

/** The field's text for dates that are known. */
export function withOccurrences(occurrences: readonly Occurrence[], language: Language): string {
  return writeOccurrences(occurrences, { language, plainSpaces: true });
}

/** The field's text with one more day, as a click in the calendar adds it. */
export function withDay(text: string, day: Day, language: Language): string {
  const before = text.trim().replace(/[,;]$/, '');
  const added = writeDay(day, { language, plainSpaces: true });
  return before === '' ? added : `${before}; ${added}`;
}
