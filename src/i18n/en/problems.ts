import type { problems as fr } from '../fr/problems';
import type { Shape } from '../shape';

export const problems = {
  missingTable: (p) =>
    `The table “${p.table}” was not found. Nothing was changed. Give the table its name back on the Table Design tab, or open a tracking workbook.`,
  missingColumn: (p) =>
    `The table “${p.table}” has no column “${p.column}”. The rest of the table was read. Put the header of that column back.`,
  duplicateColumn: (p) =>
    `The table “${p.table}” has more than one column “${p.column}”. The first was read. Rename the other.`,
  missingNo: (p) =>
    `This row of the plan has no number: “${p.text}”. It was not placed in the plan. Enter its number in the No column.`,
  duplicateNo: (p) => `Number ${p.no} is entered more than once. The first row was kept. Give this one another number.`,
  unknownNo: (p) =>
    `The plan has no number ${p.no}. The activity is kept but counted nowhere. Correct its number in the Plan no column.`,
  noWithoutPlace: (p) =>
    `Number ${p.no} does not fit what the row holds (1 for an objective, 1.1 for a strategy, 1.1.1 for an action). The row was not placed in the plan. Correct its number or fill the missing columns.`,
  differentTitle: (p) =>
    `Number ${p.no} has two titles: “${p.kept}” and “${p.title}”. The first was kept. Make them agree, or correct the number of this row.`,
  missingDate: (p) => `The activity “${p.title}” has no date. It is kept but counted in no period. Enter its date.`,
  textDate: (p) =>
    `The date “${p.text}” is text, not an Excel date. It was read, but Excel cannot sort it. Enter it again as a date.`,
  unreadableDate: (p) =>
    `The date “${p.text}” could not be read. The activity is kept without this date. Enter the day, the month and the year.`,
  endBeforeStart: (p) =>
    `The end (${p.end}) comes before the start (${p.start}). Only the start was kept. Correct one of the two dates.`,
  missingTitle: (p) => `Activity ${p.id} has no title. It is kept and counted. Enter its title in the Activity column.`,
  missingId: (p) =>
    `The activity “${p.title}” has no id. It is kept and counted as an activity of its own. Run the check to give it one.`,
  splitActivity: (p) =>
    `The rows of activity ${p.id} do not say the same in the column “${p.column}”. What the first says was kept. Make the rows agree, or give this one another id.`,
  errorValue: (p) => `This cell holds an Excel error (${p.value}). It was read as blank. Correct it.`,
  unsafeLink: (p) =>
    `The link “${p.link}” is neither a web nor a mail address. Its text is kept but cannot be clicked. Enter an address that begins with https:// or mailto:.`,
} satisfies Shape<typeof fr>;
