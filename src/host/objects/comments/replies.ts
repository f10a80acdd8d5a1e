import { rectOf, type CommentReply } from '../../model';
import { addReply, editReply, removeReply } from '../../model/comments/edit';
import { asText, itemNotFound, type Arguments } from '../arguments';
import { rangeClass } from '../classes';
import { declare, define, type ClassDefinition } from '../define';
import type { HostObject } from '../host-object';
import { contentOf } from './content';
import { BODY_SINCE, bodyMembers, comment, newBody, reply, type CommentRef, type ReplyRef } from './ref';

/** What a comment answers stands in its own file, which leads here. */
export const commentClass: ClassDefinition<CommentRef> = declare<CommentRef>('Comment');

function refOf(ref: CommentRef, found: CommentReply | undefined): HostObject | null {
  return found ? replyClass.of({ ...ref, reply: found.id }) : null;
}

function find(ref: CommentRef, args: Arguments): HostObject | null {
  const key = args.key(0);
  return refOf(
    ref,
    comment(ref).replies.find(({ id }) => id === key),
  );
}

export const replyCollectionClass: ClassDefinition<CommentRef> = define<CommentRef>('CommentReplyCollection', {
  since: { GetItemOrNullObject: '1.14' },
  items: (ref) => comment(ref).replies.map(({ id }) => replyClass.of({ ...ref, reply: id })),
  item: find,
  call: {
    Add: (ref, args, context) => {
      const { id } = addReply(ref.sheet, ref.id, newBody(args, context));
      return replyClass.of({ ...ref, reply: id });
    },
    GetCount: (ref) => comment(ref).replies.length,
    GetItemAt: (ref, args) => {
      const found = refOf(ref, comment(ref).replies[args.integer(0)]);
      if (!found) throw itemNotFound();
      return found;
    },
    GetItemOrNullObject: find,
  },
});

const replyClass: ClassDefinition<ReplyRef> = define<ReplyRef>('CommentReply', {
  identity: ({ reply: id }) => ({ Id: id }),
  since: BODY_SINCE,
  get: { Id: ({ reply: id }) => id, ...bodyMembers(reply), Resolved: (ref) => comment(ref).resolved },
  set: {
    Content: (ref, value) => editReply(ref.sheet, ref.id, ref.reply, { text: asText(value), mentions: [] }),
  },
  call: {
    Delete: (ref) => removeReply(ref.sheet, ref.id, ref.reply),
    GetLocation: (ref) => {
      const { row, column } = comment(ref);
      return rangeClass.of({ sheet: ref.sheet, rect: rectOf(row, column) });
    },
    GetParentComment: ({ sheet, id }) => commentClass.of({ sheet, id }),
    UpdateMentions: (ref, args) => editReply(ref.sheet, ref.id, ref.reply, contentOf(args.json(0))),
  },
});
