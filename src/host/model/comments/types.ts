import type { Point } from '../geometry/rect';
import type { RichRun } from '../cells/cell';

/** A note of a cell (what Excel called a comment before it had conversations). */
export interface Note extends Point {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly rich?: readonly RichRun[];
  /** How the file draws its box: opaque to the model, and kept by copies. */
  readonly shape?: string;
}

/** Somebody who comments, as Excel keeps people: who they are for which provider of identities. */
export interface Commenter {
  readonly name: string;
  readonly userId: string;
  readonly providerId: string;
}

/** A person named in a comment, and where in its text. */
export interface Mention {
  readonly id: string;
  readonly person: Commenter;
  readonly start: number;
  readonly length: number;
}

/** What somebody wrote, and when: ISO text, UTC. */
export interface CommentBody {
  readonly author: Commenter;
  readonly created: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
}

export interface CommentReply extends CommentBody {
  readonly id: string;
}

/** A conversation about a cell: its first comment, and what was answered. */
export interface Comment extends CommentBody, Point {
  readonly id: string;
  readonly resolved: boolean;
  readonly replies: readonly CommentReply[];
}

/** What happened to a comment, as Excel names it. */
export type CommentChange =
  'CommentEdited' | 'CommentResolved' | 'CommentReopened' | 'ReplyAdded' | 'ReplyDeleted' | 'ReplyEdited';

/** A comment that an event speaks of, and its replies. */
export interface CommentDetail {
  readonly commentId: string;
  readonly replyIds: readonly string[];
}

/** The mail address that a provider's user id holds (`S::marie@exemple.org::…`); empty where it holds none. */
export function emailOf({ userId }: Commenter): string {
  return userId.split('::').find((part) => part.includes('@')) ?? '';
}

/** What an event says of a comment. */
export function detailOf({ id, replies }: Comment): CommentDetail {
  return { commentId: id, replyIds: replies.map((reply) => reply.id) };
}
