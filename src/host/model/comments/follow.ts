import { contains, rectOf, type Point, type Rect } from '../geometry/rect';
import { shiftedRect, type Shift } from '../shifting/shift-rect';
import type { Sheet } from '../sheet';
import { newCommentIds, newNoteIds } from './ids';
import { detailOf, type Comment, type Note } from './types';

/** Notes and comments stay on the cell that they speak of, wherever it goes. All of this is within a transaction. */

/** After cells were put in or taken out: those of cells that went go with them. */
export function shiftComments(sheet: Sheet, shift: Shift): void {
  moveAll(sheet, ({ row, column }) => shiftedRect(rectOf(row, column), shift));
}

/** After rows of a range (or columns) have changed places, by where each of them went; those that went nowhere go. */
export function sortComments(
  sheet: Sheet,
  rect: Rect,
  moves: ReadonlyMap<number, number | null>,
  columns: boolean,
): void {
  moveAll(sheet, (point) => {
    if (!contains(rect, point.row, point.column)) return point;
    const place = moves.get(columns ? point.column : point.row);
    if (place === undefined) return point;
    if (place === null) return null;
    return columns ? { ...point, column: place } : { ...point, row: place };
  });
}

/** After cells were cut and pasted: what stood on the target's cells goes. */
export function moveComments(sheet: Sheet, from: Rect, to: Rect): void {
  const [rows, columns] = [to.row - from.row, to.column - from.column];
  moveAll(sheet, (point) => {
    if (contains(from, point.row, point.column)) return { row: point.row + rows, column: point.column + columns };
    return contains(to, point.row, point.column) ? null : point;
  });
}

/** Takes away those of the cells of a range. */
export function clearComments(sheet: Sheet, rect: Rect): void {
  moveAll(sheet, (point) => (contains(rect, point.row, point.column) ? null : point));
}

/** What stands on the cells of a sheet. */
export interface OnCells {
  readonly notes: readonly Note[];
  readonly comments: readonly Comment[];
}

/**
 * Puts copies into a range in place of what it had: of each of `source` at all the cells that `places` gives. Copies
 * of comments are comments of their own, with what was said and when.
 */
export function pasteComments(
  sheet: Sheet,
  rect: Rect,
  source: OnCells,
  places: (point: Point) => readonly Point[],
): void {
  // What is copied may itself be a part of what is replaced.
  const { notes, comments } = source;
  clearComments(sheet, rect);
  addCopies(sheet, { notes, comments }, places);
}

/** Gives a copy of a sheet what stands on the cells of the other. */
export function copyComments(from: Sheet, to: Sheet): void {
  addCopies(to, from, (point) => [point]);
}

function addCopies(sheet: Sheet, source: OnCells, places: (point: Point) => readonly Point[]): void {
  const { notes, comments } = source;
  if (notes.length + comments.length === 0) return;
  const copiesOf = <T extends Point>(items: readonly T[]): readonly T[] =>
    items.flatMap((item) => places(item).map(({ row, column }) => ({ ...item, row, column })));
  const noteId = newNoteIds(sheet);
  const commentId = newCommentIds(sheet.workbook);
  const added = copiesOf(comments).map((comment) => ({
    ...comment,
    id: commentId(),
    replies: comment.replies.map((reply) => ({ ...reply, id: commentId() })),
  }));
  sheet.update({
    notes: [...sheet.notes, ...copiesOf(notes).map((note) => ({ ...note, id: noteId() }))],
    comments: [...sheet.comments, ...added],
  });
  if (added.length === 0) return;
  const details = added.map(detailOf);
  sheet.workbook.tell((origin) => ({ kind: 'comment', what: 'added', sheet: sheet.id, details, origin }));
}

/** Puts everything where `place` says that its cell is now; null where there is no such cell any more. */
function moveAll(sheet: Sheet, place: (point: Point) => Point | null): void {
  if (sheet.notes.length + sheet.comments.length === 0) return;
  const moved = <T extends Point>(items: readonly T[]): readonly T[] => {
    const next = items.flatMap((item): readonly T[] => {
      const at = place(item);
      if (at === null) return [];
      return at.row === item.row && at.column === item.column ? [item] : [{ ...item, row: at.row, column: at.column }];
    });
    return next.length === items.length && next.every((item, index) => item === items[index]) ? items : next;
  };
  const notes = moved(sheet.notes);
  const comments = moved(sheet.comments);
  if (notes === sheet.notes && comments === sheet.comments) return;
  const left = new Set(comments.map(({ id }) => id));
  const details = sheet.comments.filter(({ id }) => !left.has(id)).map(detailOf);
  sheet.update({ notes, comments });
  if (details.length === 0) return;
  sheet.workbook.tell((origin) => ({ kind: 'comment', what: 'deleted', sheet: sheet.id, details, origin }));
}
