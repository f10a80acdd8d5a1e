import { formatNumber, plural } from '../format';
import type { problems as fr } from '../fr/problems';
import type { Shape } from '../shape';

const counted = (count: number, one: string, other: string): string =>
  `${formatNumber('en', count)} ${plural('en', count, { one, other })}`;

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
  renamedTable: (p) =>
    `The table “${p.table}” is now called “${p.name}”. It was recognised by its headers and read in full. Give it its name back: formulas and the PivotTable rely on it.`,
  renamedColumn: (p) =>
    `The column “${p.expected}” is called “${p.header}” here. It was recognised and read. You can keep this name or take that of the model again.`,
  untidyNo: (p) =>
    `Number “${p.text}” was read as ${p.no}, but Excel takes them for two different numbers when it sorts, filters or counts. Enter ${p.no}.`,
  numberAsNo: (p) =>
    `Number “${p.text}” is a number and not a text: Excel does not tell 1.1 from 1.10. It was read as it is shown. Enter it as text, after looking whether a zero is missing.`,
  duplicateId: (p) =>
    `The activity “${p.title}” has the identifier of another one (${p.id}), probably copied with its row. Its dates are counted with those of the other. Give it an identifier of its own.`,
  repeatedRow: (p) =>
    `This row of the activity “${p.title}” is identical to the one that begins in ${p.first}: same id, same date, same texts. Both are kept and counted. Delete one of them if it was pasted twice, or tell them apart by their date or their note.`,
  blankRows: (p) =>
    `The table “${p.table}” ends with ${counted(p.count, 'blank row', 'blank rows')}. Nothing is lost, but new rows go below them. Make the table shorter.`,
  rowsBelow: (p) =>
    `Under the table “${p.table}”, ${counted(p.count, 'row is', 'rows are')} not part of it. They are neither read nor counted, and the table cannot grow. Extend the table to them, or move them.`,
  totalsRow: (p) =>
    `The table “${p.table}” has a total row, under which nothing can be added. Everything was read. Remove that row (Table Design tab).`,
  formulaInTable: (p) =>
    `This cell holds a formula (${p.formula}). Its value was read, but it can change by itself, and Excel sometimes copies the formula to the whole column. Keep the value instead of the formula.`,
  filteredTable: (p) =>
    `The table “${p.table}” is filtered. Everything was read, but nothing can be added or repaired in it. Clear the filter (Data tab).`,
  hiddenTable: (p) =>
    `Rows of the table “${p.table}”, or its sheet, are hidden. Everything was read and counted. Show them if they should not be.`,
  farDate: (p) => `The date ${p.date} is far from the period of the plan. It was read and counted. Check the year.`,
} satisfies Shape<typeof fr>;
