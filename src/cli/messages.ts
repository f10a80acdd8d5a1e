import { writeOccurrences, type DateDoubt, type DateProblem, type ReadOccurrence } from '../dates';
import { describeProblem, type Language } from '../i18n';
import { dates as enDates } from '../i18n/en/dates';
import { files as en } from '../i18n/en/files';
import { dates as frDates } from '../i18n/fr/dates';
import { files as fr } from '../i18n/fr/files';
import type { XlsxErrorCode } from '../host';
import type { Place, Problem } from '../plan';
import { words } from './words';

const fileWords: Readonly<Record<Language, Readonly<Record<XlsxErrorCode, string>>>> = { fr, en };

/** Why a file did not open. */
export const fileProblem = (code: XlsxErrorCode, language: Language): string => fileWords[language][code];

const dateWords = { fr: frDates, en: enDates };

/** A piece of the dates given that could not be made into one. */
export const dateProblem = ({ code, text }: DateProblem, language: Language): string =>
  dateWords[language].problems[code]({ text });

/** Text among the dates that says nothing about time. */
export const unreadText = (text: string, language: Language): string => dateWords[language].unread({ text });

/** Why a date that was read is to be confirmed. */
export const doubtText = (doubt: DateDoubt, language: Language): string => dateWords[language].doubts[doubt];

/** What to look at in a date that was read, each with the date. */
export function dateDoubts(occurrence: ReadOccurrence, language: Language): readonly string[] {
  const place = writeOccurrences([occurrence], { language });
  return occurrence.doubts.map((doubt) => words(language).at({ place, message: doubtText(doubt, language) }));
}

/** A problem on one line, its place first: `Plan!A4 : …`. */
export function problemLine(problem: Problem, language: Language): string {
  return placedMessage(problem.place, describeProblem(language, problem), language);
}

/** A message with its place before it. */
export function placedMessage(place: Place, message: string, language: Language): string {
  return words(language).at({ place: placeText(place, language), message });
}

function placeText(place: Place, language: Language): string {
  switch (place.kind) {
    case 'cell':
      return `${place.sheet}!${place.address}`;
    case 'sheet':
      return place.sheet;
    case 'line':
      return words(language).line({ line: place.line });
    case 'field':
      return place.field;
    case 'workbook':
      return words(language).workbook;
  }
}
