import type { dates as fr } from '../fr/dates';
import type { Shape } from '../shape';

export const dates = {
  problems: {
    impossibleDay: (p) =>
      `“${p.text}” is not in the calendar. No date was taken from it. Correct the day, the month or the year.`,
    endBeforeStart: (p) =>
      `In “${p.text}” the end comes before the start. No date was taken from it. Correct one of the two.`,
    misspeltMonth: (p) => `The month of “${p.text}” is not recognised. No date was taken from it. Write it in full.`,
    unclearYear: (p) =>
      `The year of “${p.text}” is not clear. No date was taken from it. Write one year, with four digits.`,
    unclearNumbers: (p) =>
      `“${p.text}” can be read in several ways. No date was taken from it. Write the month in letters: October\u00a04, 2025.`,
    missingDay: (p) => `The day of “${p.text}” is missing or cannot be read. No date was taken from it. Enter the day.`,
    relativeDate: (p) =>
      `“${p.text}” depends on the day it is read. No date was taken from it. Enter the day, the month and the year.`,
    undecided: (p) => `“${p.text}” leaves a choice of dates. None was taken from it. Enter the one that is decided.`,
    notADay: (p) => `“${p.text}” is not a given day. No date was taken from it. Enter a day, or a range of days.`,
  },
  doubts: {
    inferredYear: 'Inferred year: it is not written.',
    yearBefore: 'Inferred year: the months go backwards, so it is the year before.',
    wrongWeekday: 'The weekday written is not that of this date.',
    dayMonthOrder: 'The day and the month may be the other way round.',
    farYear: 'This year is far from those of the plan.',
    calendarQuarter: 'Quarter of the calendar year: yours may begin in another month.',
    notMonday: 'This week does not begin on a Monday.',
    calledOff: 'The text says that this date is cancelled or postponed.',
  },
  nothingRead: 'No date was recognised.',
  unread: (p) => `“${p.text}” was not read as a date.`,
} satisfies Shape<typeof fr>;
