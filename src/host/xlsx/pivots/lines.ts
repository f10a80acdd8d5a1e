import type { PivotLine } from '../../model/pivot';
import { xml, type XmlElement } from '../xml/xml';

/** `<x v="2"/>`; 0 is the default. */
function member(position: number): XmlElement {
  return xml('x', { v: position === 0 ? undefined : position });
}

function sharedWith(previous: readonly number[], path: readonly number[]): number {
  let shared = 0;
  // The last member is always written, however much the line has in common with the one before.
  while (shared < path.length - 1 && previous[shared] === path[shared]) shared++;
  return shared;
}

/**
 * Lines of an axis as the file lists them: each says how many of its leading members are those of the line before.
 * `severalData`: the data field is the innermost member of a column.
 */
export function lineElements(lines: readonly PivotLine[], severalData: boolean): XmlElement[] {
  let previous: readonly number[] = [];
  return lines.map(({ kind, items, data }) => {
    const i = data === 0 ? undefined : data;
    if (kind === 'grand') {
      previous = [];
      return xml('i', { t: 'grand', i }, [member(0)]);
    }
    if (kind === 'subtotal') {
      previous = items;
      return xml('i', { t: 'default', r: items.length - 1 || undefined, i }, [member(items.at(-1) ?? 0)]);
    }
    const path = severalData ? [...items, data] : items;
    const shared = sharedWith(previous, path);
    previous = path;
    return xml('i', { r: shared || undefined, i }, path.slice(shared).map(member));
  });
}

/** Lines of rows where each item has its own line below the outer one's (compact, outline). */
export function headedLineElements(lines: readonly PivotLine[]): XmlElement[] {
  return lines.map(({ kind, items }) => {
    if (kind === 'grand') return xml('i', { t: 'grand' }, [member(0)]);
    return xml('i', { r: Math.max(items.length - 1, 0) || undefined }, items.slice(-1).map(member));
  });
}
