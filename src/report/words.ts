import type { Day, DayRange, Occurrence } from '../plan';
import { formatNumber, plural, type Language } from '../i18n';
import { report as en } from '../i18n/en/report';
import { report as fr } from '../i18n/fr/report';
import { writeDay, writeOccurrences, writePeriod } from '../dates';

const catalogues = { fr, en };

/** The report's words in one language, with its dates and counts. */
export interface ReportWords extends Omit<typeof fr, 'covered' | 'actionsCovered'> {
  readonly language: Language;
  day(day: Day): string;
  number(value: number): string;
  count(count: number, forms: { readonly one: string; readonly other: string }): string;
  actionsCovered(covered: number, all: number): string;
  covered(covered: number, all: number): string;
  list(names: readonly string[]): string;
}

export function reportWords(language: Language): ReportWords {
  const words = catalogues[language];
  const number = (value: number) => formatNumber(language, value);
  return {
    ...words,
    language,
    number,
    day: (day) => writeDay(day, { language }),
    count: (count, forms) => `${number(count)}\u00a0${plural(language, count, forms)}`,
    actionsCovered: (covered, all) =>
      plural(language, covered, words.actionsCovered)({ covered: number(covered), all: number(all) }),
    covered: (covered, all) => {
      const figures = { covered: number(covered), all: number(all) };
      // In words it would be longer than the bar.
      return all < 1_000 ? words.covered(figures) : `${figures.covered}/${figures.all}`;
    },
    list: (names) => names.join('\u00a0; '),
  };
}

/** Dates in words: a list of days as one text, else (ranges, notes) each on its line. */
export function occurrenceLines(occurrences: readonly Occurrence[], { language }: ReportWords): string[] {
  const isList = occurrences.every(({ end, note }) => end === undefined && note === undefined);
  const parts = isList ? [occurrences] : occurrences.map((occurrence) => [occurrence]);
  return parts.map((part) => writeOccurrences(part, { language }));
}

/** « Du 1er avril au 30 juin 2021 », « Toutes les dates ». */
export function periodText(period: DayRange, { language, allDates }: ReportWords): string {
  const text = writePeriod(period, { language });
  return text === '' ? allDates : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
