import type { ChartDefinition, KeptDrawing, Placement, Sheet } from '../../model';
import { xml, xmlText, type XmlElement } from '../xml/xml';

/** Lengths of drawings are in English metric units: 12,700 a point. */
const EMU = 12_700;

export type Place = Pick<ChartDefinition, 'left' | 'top' | 'width' | 'height'>;

interface Mark {
  readonly index: number;
  /** Points into the column or row. */
  readonly offset: number;
}

type SizeOf = (index: number) => number;

const columnSize =
  (sheet: Sheet): SizeOf =>
  (column) =>
    sheet.columns.isHidden(column) ? 0 : sheet.columns.width(column);
const rowSize =
  (sheet: Sheet): SizeOf =>
  (row) =>
    sheet.rows.isHidden(row) ? 0 : sheet.rows.height(row);

/** The column or row at so many points, and how far into it; at most `limit`. */
function markAt(points: number, sizeOf: SizeOf, limit: number): Mark {
  let rest = Math.max(0, points);
  let index = 0;
  for (let size = sizeOf(0); rest >= size && index < limit; size = sizeOf(++index)) rest -= size;
  return { index, offset: rest };
}

function pointsTo({ index, offset }: Mark, sizeOf: SizeOf): number {
  let points = offset;
  for (let at = 0; at < index; at++) points += sizeOf(at);
  return points;
}

/** Charts beyond are not ours: walking a million rows for each would be. */
const FAR = 100_000;

function corner(name: 'from' | 'to', left: number, top: number, sheet: Sheet): XmlElement {
  const column = markAt(left, columnSize(sheet), FAR);
  const row = markAt(top, rowSize(sheet), FAR);
  const number = (local: string, value: number): XmlElement => xmlText(`xdr:${local}`, String(Math.round(value)));
  return xml(`xdr:${name}`, {}, [
    number('col', column.index),
    number('colOff', column.offset * EMU),
    number('row', row.index),
    number('rowOff', row.offset * EMU),
  ]);
}

/** The corners of an anchor that moves and sizes with its cells. */
export function cornerElements(sheet: Sheet, { left, top, width, height }: Place): [XmlElement, XmlElement] {
  return [corner('from', left, top, sheet), corner('to', left + width, top + height, sheet)];
}

function readCorner(element: XmlElement | undefined, sheet: Sheet): { left: number; top: number } | null {
  const number = (local: string): number => Number(element?.child(local)?.text() ?? NaN);
  const column = { index: number('col'), offset: number('colOff') / EMU };
  const row = { index: number('row'), offset: number('rowOff') / EMU };
  if ([column.index, column.offset, row.index, row.offset].some(Number.isNaN) || row.index > FAR || column.index > FAR)
    return null;
  return { left: pointsTo(column, columnSize(sheet)), top: pointsTo(row, rowSize(sheet)) };
}

/** Where an anchor puts its object, in points to a hundredth; null for what is anchored in another way. */
export function readPlace(anchor: XmlElement, sheet: Sheet): Place | null {
  const from = readCorner(anchor.child('from'), sheet);
  const to = readCorner(anchor.child('to'), sheet);
  if (!from || !to) return null;
  const round = (points: number): number => Math.round(points * 100) / 100;
  return {
    left: round(from.left),
    top: round(from.top),
    width: round(to.left - from.left),
    height: round(to.top - from.top),
  };
}

/** Within what rounding to English metric units and hundredths may do. */
export function isSamePlace(a: Place, b: Place): boolean {
  return (['left', 'top', 'width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) < 0.05);
}

const placements: Readonly<Record<string, Placement>> = { oneCell: 'OneCell', absolute: 'Absolute' };

/** How an anchor follows its cells. */
export function placementOf(anchor: XmlElement): Placement {
  if (anchor.local === 'oneCellAnchor') return 'OneCell';
  return placements[anchor.get('editAs') ?? ''] ?? 'TwoCell';
}

/** A corner as rows and columns; of the end, the last that the object covers. */
function indexesOf(corner: XmlElement, isEnd: boolean): KeptDrawing['first'] {
  const number = (local: string): number => Number(corner.child(local)?.text() ?? 0);
  const index = (local: string): number => number(local) - (isEnd && number(`${local}Off`) === 0 ? 1 : 0);
  return { row: Math.max(0, index('row')), column: Math.max(0, index('col')) };
}

/** What the model keeps of an anchor that it does not know; null for one that is not anchored to cells. */
export function keptDrawing(anchor: XmlElement, id: string): KeptDrawing | null {
  const from = anchor.child('from');
  if (!from) return null;
  const to = anchor.child('to');
  const first = indexesOf(from, false);
  return { id, placement: placementOf(anchor), first, last: to ? indexesOf(to, true) : first };
}

/** Moves the corners of an anchor by as many rows and columns as those of what is kept of it have moved. */
export function moveCorners(anchor: XmlElement, before: KeptDrawing, now: KeptDrawing): void {
  for (const [local, old, next] of [
    ['from', before.first, now.first],
    ['to', before.last, now.last],
  ] as const) {
    const corner = anchor.child(local);
    const shift = (name: string, by: number): void => {
      const element = corner?.child(name);
      if (element && by !== 0) element.children.splice(0, element.children.length, String(Number(element.text()) + by));
    };
    shift('row', next.row - old.row);
    shift('col', next.column - old.column);
  }
}
