import { readDates, type ReadOccurrence } from '../dates';
import { parseIso, type Problem } from '../plan';
import type { DateReading } from './cells';
import type { Repair } from './checkModel';
import type { CellChange, Located } from './checkPlaces';
import { toSerial } from './serial';
import { textOf } from './values';

/** A date typed as text becomes one of Excel's; null where the text says more than the cell can hold. */
export function dateRepair(problem: Problem, found: Located, dates: DateReading): Repair | null {
  const text = textOf(found.cells[found.column]).trim();
  const [first, ...others] = occurrencesIn(text, dates);
  if (first === undefined || others.length > 0 || first.note !== undefined) return null;
  const { at } = found.table.table;
  const changes: CellChange[] = [{ column: found.column, value: toSerial(first.start), shown: first.start }];
  if (first.end !== undefined) {
    const isBlank = at.end !== undefined && textOf(found.cells[at.end]).trim() === '';
    if (found.column !== at.date || !isBlank) return null;
    changes.push({ column: at.end!, value: toSerial(first.end), shown: first.end });
  }
  return found.repair(problem, first.doubts.length === 0, changes);
}

function occurrencesIn(text: string, dates: DateReading): readonly Omit<ReadOccurrence, 'span'>[] {
  const iso = parseIso(text);
  if (iso !== null) return [{ start: iso, doubts: [] }];
  const { occurrences, problems, unread } = readDates(text, dates);
  return problems.length > 0 || unread.length > 0 ? [] : occurrences;
}
