import { endColumn, endRow } from '../geometry/rect';
import type { ChangedCells } from './changed';
import { placeOf, type PlannedRun } from './plan';
import type { Program } from './program';
import type { Span } from './target';

/** What is other than it was at the last calculation, cells apart. */
export interface Since {
  readonly isOtherDay: boolean;
  /** Of the plan at that time, where it was another one. */
  readonly meanings: ReadonlyMap<string, string> | undefined;
}

/** Whether all of a run is computed anew, whatever cells changed. */
export function isStale(run: PlannedRun, { asks, meaning }: Program, since: Since | undefined): boolean {
  if (!since || asks === 'time' || (asks === 'day' && since.isOtherDay)) return true;
  return since.meanings !== undefined && since.meanings.get(placeOf(run)) !== meaning;
}

/** The rows of a run that read cells which changed, or whose own cells did, in order and none twice. */
export function spansOf(run: PlannedRun, program: Program, whole: Span, changed: ChangedCells): Span[] {
  const { sheet, column } = run;
  const spans: Span[] = [];
  const take = ({ first, end }: Span): void => {
    const [from, to] = [Math.max(first, whole.first), Math.min(end, whole.end)];
    if (from < to) spans.push({ first: from, end: to });
  };
  for (const rect of changed.on(sheet)) {
    if (rect.column <= column && column < endColumn(rect)) take({ first: rect.row, end: endRow(rect) });
  }
  for (const target of program.reads) {
    changed.each((area) => {
      const seen = target.seenFrom(area, column);
      if (seen) take(seen);
    });
  }
  return merged(spans);
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.first - b.first)) {
    const last = result.at(-1);
    if (last && span.first <= last.end)
      result[result.length - 1] = { first: last.first, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
