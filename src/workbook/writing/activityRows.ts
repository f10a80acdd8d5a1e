import type { Activity, Day } from '../../plan';
import { checkText } from '../contract/text';
import { cellText } from '../contract/escape';
import { columnKeys, type ActivityColumn, type TableSpec } from '../contract/contract';
import { toSerial } from '../contract/serial';

/** What one cell of a new row gets; null is left as it is. */
export type NewCell = string | number | null;

export type ActivityRow = Readonly<Record<ActivityColumn, NewCell>>;

export interface Entry {
  readonly enteredBy: string;
  readonly enteredOn: Day | null;
}

/** One row for each occurrence; an activity without any still has one, so that it is not lost. Text is not yet escaped. */
export function activityRows(activity: Omit<Activity, 'suggestedNo'>, entry: Entry): ActivityRow[] {
  const { id, planNo, title, details, participants, kind, link } = activity;
  const shared = {
    id,
    planNo: planNo ?? '',
    title,
    details: details.join('\n'),
    participants: participants.join('\n'),
    kind,
    link,
    enteredBy: entry.enteredBy,
    enteredOn: entry.enteredOn === null ? '' : toSerial(entry.enteredOn),
  };
  if (activity.occurrences.length === 0) return [{ ...shared, date: '', end: '', note: '' }];
  return activity.occurrences.map(({ start, end, note }) => ({
    ...shared,
    date: toSerial(start),
    end: end === undefined ? '' : toSerial(end),
    note: note ?? '',
  }));
}

/** Refuses text that a cell cannot hold, before anything is written; `columnName` is what the person calls the column. */
export function checkTexts<Column extends string>(
  table: TableSpec<Column>,
  rows: readonly Readonly<Record<Column, NewCell>>[],
  columnName: (column: Column) => string,
): void {
  for (const row of rows) {
    for (const column of columnKeys(table)) {
      const value = row[column];
      if (typeof value === 'string') checkText(value, columnName(column));
    }
  }
}

/** The value as it is sent; an empty text stands for nothing. */
export function sent(value: NewCell): NewCell {
  return typeof value === 'string' ? cellText(value) : value;
}
