import { intersects } from '../geometry/rect';
import type { ModelEvent } from '../history/events';
import type { Table } from './table';

/** The events with those that follow from them: a write of cells that touches a table is a change of the table as well. */
export function withTableChanges(
  events: readonly ModelEvent[],
  tablesOf: (sheet: string) => readonly Table[],
): readonly ModelEvent[] {
  const seen = new Set<number>();
  const derived: ModelEvent[] = [];
  for (const event of events) {
    if (event.kind !== 'cells') continue;
    for (const table of tablesOf(event.sheet)) {
      if (seen.has(table.id) || !intersects(table.rect, event.rect)) continue;
      seen.add(table.id);
      derived.push({ kind: 'table', what: 'changed', sheet: event.sheet, table: table.id, origin: event.origin });
    }
  }
  return derived.length > 0 ? [...events, ...derived] : events;
}
