import { parseRect, printRect } from '../model';
import type { Rect } from '../model';
import { XlsxError } from './errors';

/** Characters of a list of ranges: some hundred thousand of them. */
const MOST_TEXT = 1 << 20;

/** The rectangles of an `sqref`; those that name no cells are left out. Errors: XlsxError tooLarge. */
export function readRects(sqref = ''): Rect[] {
  if (sqref.length > MOST_TEXT) throw new XlsxError('tooLarge', 'a list of too many ranges');
  return sqref
    .split(/\s+/)
    .map((reference) => parseRect(reference))
    .filter((rect) => rect !== null);
}

export function printRects(rects: readonly Rect[]): string {
  return rects.map((rect) => printRect(rect)).join(' ');
}
