import type { Point } from '../../model';

/**
 * The boxes of notes in a part of VML, Excel's older way to draw. Such a part is often no well-formed XML and holds
 * much besides (buttons, pictures of headers): it is handled as text, so that all but the boxes stays as it came.
 */

export const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** A box, as its text stands in the part, and the cell that it belongs to. */
export interface NoteShape extends Point {
  readonly raw: string;
}

const OPENING = /<(?:\w+:)?shape\b[^<>]*[^/<>]>/g;
const CLOSING = /<\/(?:\w+:)?shape>/g;
const NOTE = /\bObjectType\s*=\s*["']Note["']/;
const ROW = /(<(?:\w+:)?Row>\s*)(\d+)/;
const COLUMN = /(<(?:\w+:)?Column>\s*)(\d+)/;
const ANCHOR = /(<(?:\w+:)?Anchor>)([^<]*)/;

/** The text of a part, a character for each byte: what is changed is ASCII, and no other byte is lost. */
export function vmlText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** The bytes of such a text. */
export function vmlBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

/** Each shape of a part as it stands, boxes and others; in one pass, whatever the text. */
function* shapesOf(vml: string): Generator<string> {
  const [opening, closing] = [new RegExp(OPENING), new RegExp(CLOSING)];
  for (let found = opening.exec(vml); found; found = opening.exec(vml)) {
    closing.lastIndex = opening.lastIndex;
    if (!closing.test(vml)) return;
    yield vml.slice(found.index, closing.lastIndex);
    opening.lastIndex = closing.lastIndex;
  }
}

/** The boxes of a part, in their order. */
export function noteShapes(vml: string): readonly NoteShape[] {
  return [...shapesOf(vml)].flatMap((raw) => {
    const row = ROW.exec(raw)?.[2];
    const column = COLUMN.exec(raw)?.[2];
    if (!NOTE.test(raw) || row === undefined || column === undefined) return [];
    return [{ raw, row: Number(row), column: Number(column) }];
  });
}

/** Whether anything is drawn in a part. */
export function drawsAnything(vml: string): boolean {
  return /<(?:\w+:)?shape\b/.test(vml);
}

/** The box of another cell: its own size, as far from the cell as it was. */
export function movedShape(raw: string, from: Point, to: Point): string {
  return raw
    .replace(ROW, (_, head: string) => `${head}${to.row}`)
    .replace(COLUMN, (_, head: string) => `${head}${to.column}`)
    .replace(ANCHOR, (whole: string, head: string, places: string) => {
      const numbers = places.split(',').map(Number);
      if (numbers.length !== 8 || numbers.some((number) => !Number.isInteger(number))) return whole;
      return `${head}${movedAnchor(numbers, to.row - from.row, to.column - from.column).join(', ')}`;
    });
}

/** Left column and offset, top row and offset, then right and bottom: moved by cells, and within the sheet. */
function movedAnchor(numbers: readonly number[], rows: number, columns: number): readonly number[] {
  const [left = 0, leftOffset, top = 0, topOffset, right = 0, rightOffset, bottom = 0, bottomOffset] = numbers;
  const across = Math.max(columns, -left);
  const down = Math.max(rows, -top);
  return [
    left + across,
    leftOffset!,
    top + down,
    topOffset!,
    right + across,
    rightOffset!,
    bottom + down,
    bottomOffset!,
  ];
}

/** A box as Excel makes it for a new note: hidden until somebody points at the cell, beside it. */
export function newShape({ row, column }: Point): string {
  const top = Math.max(row - 1, 0);
  return (
    '<v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;margin-left:59.25pt;margin-top:1.5pt;' +
    'width:144px;height:79px;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">' +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${[column + 1, 15, top, 10, column + 3, 15, top + 4, 4].join(', ')}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

const EMPTY =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>' +
  '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';

/** A box that goes, comes (from null) or becomes another. */
export interface ShapeChange {
  readonly from: string | null;
  readonly to: string | null;
}

/** A part with its boxes changed; made where there is none. New boxes get ids that no other has. */
export function withShapes(vml: string | null, changes: readonly ShapeChange[]): string {
  const start = vml ?? EMPTY;
  const replaced = changes.reduce(
    (text, { from, to }) => (from === null ? text : text.replace(from, () => to ?? '')),
    start,
  );
  let last = Math.max(1024, ...[...start.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number)));
  const added = changes.flatMap(({ from, to }) => {
    if (from !== null || to === null) return [];
    last += 1;
    return [to.replace(/(\sid=["'])[^"']*/, (_, head: string) => `${head}_x0000_s${last}`)];
  });
  const end = replaced.lastIndexOf('</');
  return end < 0 ? replaced : replaced.slice(0, end) + added.join('') + replaced.slice(end);
}
