import { readDates, type ReadOccurrence } from '../../dates';
import { normalizeNo, parseIso, type Day, type Problem } from '../../plan';
import type { DateReading } from '../contract/cells';
import type { Identities } from './ids';
import type { Repair } from './model';
import type { CellChange, RowCopy, TableView } from './table';
import type { ActivityColumn } from '../contract/contract';
import { fromSerial, toSerial } from '../contract/serial';

type Occurrence = Pick<ReadOccurrence, 'start' | 'end' | 'note' | 'doubts'>;

/** A day typed as text becomes one of Excel's; null where the text says more than that. */
export function dayRepair<Column extends string>(
  view: TableView<Column>,
  row: number,
  column: Column,
  problem: Problem,
  dates: DateReading,
): Repair | null {
  const [first, ...others] = occurrencesIn(view.text(row, column), dates);
  if (first === undefined || others.length > 0 || first.end !== undefined || first.note !== undefined) return null;
  return view.repair(problem, first.doubts.length === 0, [{ row, column, ...dayCell(first.start) }]);
}

/**
 * The dates typed as text in a row of the activities: the first stays in the row, with its end and its note where the
 * row has none; each other one gets a row of its own, with the id of this one. Null where the cells have no room for
 * all that the text says.
 */
export function occurrencesRepair(
  view: TableView<ActivityColumn>,
  row: number,
  problem: Problem,
  dates: DateReading,
  identities: Identities,
): Repair | null {
  const occurrences = occurrencesIn(view.text(row, 'date'), dates);
  const [first, ...others] = occurrences;
  if (first === undefined) return null;
  const needs = (column: 'end' | 'note') => occurrences.some((each) => each[column] !== undefined);
  const isFree = (column: 'end' | 'note') => view.has(column) && view.text(row, column) === '';
  if ((needs('end') || others.length > 0) && !isFree('end')) return null;
  if (needs('note') && !isFree('note')) return null;

  const cells: CellChange<ActivityColumn>[] = [{ row, column: 'date', ...dayCell(first.start) }];
  if (first.end !== undefined) cells.push({ row, column: 'end', ...dayCell(first.end) });
  if (first.note !== undefined) cells.push({ row, column: 'note', value: first.note });
  const id = identities.idOf(row);
  // The rows that are added must be of the same activity.
  if (others.length > 0 && view.text(row, 'id') !== id) cells.push({ row, column: 'id', value: id });
  const copies = others.map(({ start, end, note }): RowCopy<ActivityColumn> => ({
    row,
    values: {
      id,
      planNo: normalizeNo(view.text(row, 'planNo')),
      date: toSerial(start),
      end: end === undefined ? '' : toSerial(end),
      ...(needs('note') && { note: note ?? '' }),
    },
    shown: { date: start, ...(end !== undefined && { end }), ...(note !== undefined && { note }) },
  }));
  const safe = occurrences.every(({ doubts }) => doubts.length === 0);
  return view.repair(problem, safe, cells, copies);
}

/** The two days of a row the other way round: which of them is wrong is for a person to say. */
export function swapRepair(view: TableView<ActivityColumn>, row: number, problem: Problem): Repair | null {
  const day = (column: ActivityColumn) => {
    const value = view.value(row, column);
    return typeof value === 'number' ? fromSerial(value) : null;
  };
  const [start, end] = [day('date'), day('end')];
  if (start === null || end === null) return null;
  return view.repair(problem, false, [
    { row, column: 'date', ...dayCell(end) },
    { row, column: 'end', ...dayCell(start) },
  ]);
}

const dayCell = (day: Day) => ({ value: toSerial(day), shown: day });

/** What a text says, where it says nothing but dates. */
function occurrencesIn(text: string, dates: DateReading): readonly Occurrence[] {
  const iso = parseIso(text);
  if (iso !== null) return [{ start: iso, doubts: [] }];
  const { occurrences, problems, unread } = readDates(text, dates);
  return problems.length > 0 || unread.length > 0 ? [] : occurrences;
}
