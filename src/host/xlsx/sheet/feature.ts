import type { Sheet, StyleId } from '../../model';
import type { Package } from '../package/package';
import type { StyleWriter } from '../styles/writer';
import type { FileStyles } from '../styles/styles';
import type { XmlElement } from '../xml/xml';

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

/** How an item that only moved is told, and its element moved along. */
export interface Moving<T> {
  /** What stays the same when the item moves. */
  readonly identity: (item: T) => unknown;
  readonly move: (element: XmlElement, item: T) => void;
}

/**
 * Brings a list of elements in line with items: an element that reads as one of them stays as it is, with all that the
 * model does not know; one that reads as none of them moves along with its item, or goes; one that reads as null is
 * not understood and stays. New elements are put at the end. Returns the elements that went.
 */
export function reconcile<T>(
  parent: XmlElement,
  read: (element: XmlElement) => T | null,
  items: readonly T[],
  make: (item: T) => XmlElement,
  moving?: Moving<T>,
): XmlElement[] {
  const wanted = new Set(items);
  const left = takeMatches(readable(parent, read), wanted, (item) => item);
  const removed = moving
    ? takeMatches(left, wanted, moving.identity, (element, item) => moving.move(element, item))
    : left;
  for (const { element } of removed) parent.remove(element);
  for (const item of wanted) parent.append(make(item));
  return removed.map(({ element }) => element);
}

interface Readable<T> {
  readonly element: XmlElement;
  readonly item: T;
}

function readable<T>(parent: XmlElement, read: (element: XmlElement) => T | null): Readable<T>[] {
  return parent.elements().flatMap((element) => {
    const item = read(element);
    return item === null ? [] : [{ element, item }];
  });
}

/** Takes out of `wanted` the items that elements match; returns the elements that match none. */
function takeMatches<T>(
  elements: readonly Readable<T>[],
  wanted: Set<T>,
  identity: (item: T) => unknown,
  found?: (element: XmlElement, item: T) => void,
): Readable<T>[] {
  const byIdentity = new Map<string, T[]>();
  for (const item of wanted) {
    const key = canonical(identity(item));
    const list = byIdentity.get(key);
    if (list) list.push(item);
    else byIdentity.set(key, [item]);
  }
  return elements.filter(({ element, item }) => {
    const match = byIdentity.get(canonical(identity(item)))?.shift();
    if (match === undefined) return true;
    wanted.delete(match);
    found?.(element, match);
    return false;
  });
}

/** A text that is the same for values that are `same`. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
