import type { Sheet, StyleId } from '../model';
import type { Package } from './package';
import type { StyleWriter } from './style-writer';
import type { FileStyles } from './styles';
import { XmlElement } from './xml';
import type { XmlNode } from './xml';

/** A sheet being filled from its part. */
export interface SheetReading {
  readonly sheet: Sheet;
  readonly pkg: Package;
  readonly part: string;
  /** Root of the part, its cells left out. */
  readonly root: XmlElement;
  readonly styles: FileStyles;
  /** Style ids of the model by cell format of the file. */
  readonly styleIds: readonly StyleId[];
}

/** A sheet's part being brought in line with the model. */
export interface SheetWriting {
  readonly sheet: Sheet;
  /** To be changed. */
  readonly pkg: Package;
  readonly part: string;
  /** Root of the part, to be changed; its cells left out. */
  readonly root: XmlElement;
  /** Styles of the file as it came, for comparing. */
  readonly fileStyles: FileStyles;
  readonly styles: StyleWriter;
}

/** One aspect of a sheet beside its cells. It is written only where its state is no longer what was read. */
export interface SheetFeature {
  /** What the part stores of the sheet, as plain data. */
  state(sheet: Sheet): unknown;
  read(reading: SheetReading): void;
  write(writing: SheetWriting): void;
}

/**
 * Brings a list of elements in line with items: an element that reads as one of them stays as it is, with all that the
 * model does not know; one that reads as none of them goes; one that reads as null is not understood and stays.
 * New elements are put at the end. Returns the elements that went.
 */
export function reconcile<T>(
  parent: XmlElement,
  read: (element: XmlElement) => T | null,
  items: readonly T[],
  make: (item: T) => XmlElement,
): XmlElement[] {
  const wanted = new Map<string, T[]>();
  for (const item of items) {
    const key = canonical(item);
    const list = wanted.get(key);
    if (list) list.push(item);
    else wanted.set(key, [item]);
  }
  const removed: XmlElement[] = [];
  const kept = new Set<T>();
  const stay = (child: XmlNode): boolean => {
    if (!(child instanceof XmlElement)) return true;
    const value = read(child);
    if (value === null) return true;
    const match = wanted.get(canonical(value))?.shift();
    if (match === undefined) removed.push(child);
    else kept.add(match);
    return match !== undefined;
  };
  const children = parent.children.filter(stay);
  parent.children.splice(0, parent.children.length, ...children);
  for (const item of items) if (!kept.has(item)) parent.append(make(item));
  return removed;
}

/** A text that is the same for values that are `same`. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
