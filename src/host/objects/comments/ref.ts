import { emailOf, type Comment, type CommentBody, type CommentReply, type Sheet, type Workbook } from '../../model';
import { commentOf, replyOf } from '../../model/comments/edit';
import type { Json } from '../../wire/protocol';
import type { Arguments } from '../arguments';
import type { CallContext } from '../host-object';
import { contentOf, mentionsOf, richContentOf } from './content';

/** The comments of a workbook, or of one of its sheets. */
export interface CommentsRef {
  readonly workbook: Workbook;
  readonly sheet?: Sheet;
}

export interface CommentRef {
  readonly sheet: Sheet;
  readonly id: string;
}

export interface ReplyRef extends CommentRef {
  readonly reply: string;
}

/** The comment as it is now. Throws `ItemNotFound` once it is gone. */
export function comment({ sheet, id }: CommentRef): Comment {
  return commentOf(sheet, id);
}

export function reply(ref: ReplyRef): CommentReply {
  return replyOf(comment(ref), ref.reply);
}

const MILLISECONDS_A_DAY = 86_400_000;
/** Serial number of 1970-01-01. */
const UNIX_EPOCH = 25_569;

/** A comment or reply of the person of this session, said now. */
export function newBody(args: Arguments, { workbook, origin }: CallContext): CommentBody {
  const { session: name } = origin;
  const now = new Date(Math.round((workbook.options.now() - UNIX_EPOCH) * MILLISECONDS_A_DAY));
  const author = { name, userId: name, providerId: 'None' };
  return { ...contentOf(args.json(0)), author, created: now.toISOString().replace(/\dZ$/, '') };
}

/** What a comment and a reply have in common, by wire name. */
export function bodyMembers<T>(body: (ref: T) => CommentBody): Readonly<Record<string, (ref: T) => Json>> {
  return {
    Content: (ref) => body(ref).text,
    ContentType: (ref) => (body(ref).mentions.length > 0 ? 'Mention' : 'Plain'),
    AuthorName: (ref) => body(ref).author.name,
    AuthorEmail: (ref) => emailOf(body(ref).author),
    CreationDate: (ref) => {
      const { created } = body(ref);
      return /(?:Z|[+-]\d\d:\d\d)$/.test(created) ? created : `${created}Z`;
    },
    RichContent: (ref) => richContentOf(body(ref)),
    Mentions: (ref) => mentionsOf(body(ref)),
  };
}

/** The sets of members of both that are above the lowest. */
export const BODY_SINCE = { ContentType: '1.12' } as const;
