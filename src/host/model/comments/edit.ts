import { HostError } from '../../errors';
import { editRange } from '../cells/edit';
import { rectOf, type Point } from '../geometry/rect';
import type { Sheet } from '../sheet';
import { newCommentIds } from './ids';
import { detailOf, type Comment, type CommentBody, type CommentChange, type CommentReply } from './types';

/** What can be changed of what was said: the author and the moment stay those of the first time. */
export type CommentText = Pick<CommentBody, 'text' | 'mentions'>;

/**
 * Begins a conversation about a cell. `InvalidArgument` without a text; `InvalidOperation` where the cell has a note
 * or a comment already; `AccessDenied` on a sheet whose protection does not let people edit objects.
 */
export function addComment(sheet: Sheet, at: Point, body: CommentBody): Comment {
  return editing(sheet, at, () => {
    checkText(body);
    const isTaken = [...sheet.notes, ...sheet.comments].some(
      ({ row, column }) => row === at.row && column === at.column,
    );
    if (isTaken) throw new HostError('InvalidOperation', 'The cell has a note or a comment already.');
    const { row, column } = at;
    const comment = { ...body, row, column, id: newCommentIds(sheet.workbook)(), resolved: false, replies: [] };
    sheet.update({ comments: [...sheet.comments, comment] });
    sheet.workbook.tell((origin) => ({
      kind: 'comment',
      what: 'added',
      sheet: sheet.id,
      details: [detailOf(comment)],
      origin,
    }));
    return comment;
  });
}

/** Takes a conversation away whole. Errors: `ItemNotFound`, `AccessDenied`. */
export function removeComment(sheet: Sheet, id: string): void {
  const comment = commentOf(sheet, id);
  editing(sheet, comment, () => {
    sheet.update({ comments: sheet.comments.filter((other) => other !== comment) });
    sheet.workbook.tell((origin) => ({
      kind: 'comment',
      what: 'deleted',
      sheet: sheet.id,
      details: [detailOf(comment)],
      origin,
    }));
  });
}

/** Says something else in the place of what a comment said. Errors: as `addComment`, `ItemNotFound`. */
export function editComment(sheet: Sheet, id: string, text: CommentText): void {
  checkText(text);
  replace(sheet, id, 'CommentEdited', (comment) => ({ ...comment, ...text }));
}

/** Ends a conversation, or takes it up again. Errors: `ItemNotFound`, `AccessDenied`. */
export function resolveComment(sheet: Sheet, id: string, resolved: boolean): void {
  if (commentOf(sheet, id).resolved === resolved) return;
  replace(sheet, id, resolved ? 'CommentResolved' : 'CommentReopened', (comment) => ({ ...comment, resolved }));
}

/** Answers a comment. Errors: as `addComment`, `ItemNotFound`. */
export function addReply(sheet: Sheet, id: string, body: CommentBody): CommentReply {
  checkText(body);
  const reply = { ...body, id: newCommentIds(sheet.workbook)() };
  replace(sheet, id, 'ReplyAdded', (comment) => ({ ...comment, replies: [...comment.replies, reply] }));
  return reply;
}

/** Says something else in a reply. Errors: as `addComment`, `ItemNotFound`. */
export function editReply(sheet: Sheet, id: string, reply: string, text: CommentText): void {
  checkText(text);
  replyOf(commentOf(sheet, id), reply);
  replace(sheet, id, 'ReplyEdited', (comment) => ({
    ...comment,
    replies: comment.replies.map((other) => (other.id === reply ? { ...other, ...text } : other)),
  }));
}

/** Takes a reply away. Errors: `ItemNotFound`, `AccessDenied`. */
export function removeReply(sheet: Sheet, id: string, reply: string): void {
  replyOf(commentOf(sheet, id), reply);
  replace(sheet, id, 'ReplyDeleted', (comment) => ({
    ...comment,
    replies: comment.replies.filter((other) => other.id !== reply),
  }));
}

/** Throws `ItemNotFound` when the sheet has no such comment. */
export function commentOf(sheet: Sheet, id: string): Comment {
  const found = sheet.comments.find((comment) => comment.id === id);
  if (!found) throw new HostError('ItemNotFound', 'There is no such comment.');
  return found;
}

/** Throws `ItemNotFound` when the conversation has no such reply. */
export function replyOf(comment: Comment, id: string): CommentReply {
  const found = comment.replies.find((reply) => reply.id === id);
  if (!found) throw new HostError('ItemNotFound', 'There is no such reply.');
  return found;
}

function replace(sheet: Sheet, id: string, change: CommentChange, next: (comment: Comment) => Comment): void {
  const before = commentOf(sheet, id);
  editing(sheet, before, () => {
    const comment = next(before);
    sheet.update({ comments: sheet.comments.map((other) => (other === before ? comment : other)) });
    sheet.workbook.tell((origin) => ({
      kind: 'comment',
      what: 'changed',
      change,
      sheet: sheet.id,
      details: [detailOf(comment)],
      origin,
    }));
  });
}

function editing<T>(sheet: Sheet, { row, column }: Point, change: () => T): T {
  return editRange(sheet, rectOf(row, column), 'allowEditObjects', change);
}

function checkText({ text }: CommentText): void {
  if (text.trim() === '') throw new HostError('InvalidArgument', 'A comment says something.');
}
