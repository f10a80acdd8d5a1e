import { rectOf, type Sheet } from '../../model';
import { addComment, editComment, removeComment, resolveComment } from '../../model/comments/edit';
import { CommentEvent, WORKBOOK_TARGET } from '../../wire/event-types';
import { Arguments, asFlag, asText, invalidArgument, itemNotFound } from '../arguments';
import { rangeClass } from '../classes';
import { define, events, type ClassDefinition } from '../define';
import type { HostObject } from '../host-object';
import { rangeAt, type RangeRef } from '../range/ref';
import { contentOf } from './content';
import { BODY_SINCE, bodyMembers, comment, newBody, type CommentRef, type CommentsRef } from './ref';
import { commentClass, replyCollectionClass } from './replies';

function sheetsOf({ workbook, sheet }: CommentsRef): readonly Sheet[] {
  return sheet ? [sheet] : workbook.sheets;
}

function list(ref: CommentsRef): readonly CommentRef[] {
  return sheetsOf(ref).flatMap((sheet) => sheet.comments.map(({ id }) => ({ sheet, id })));
}

function find(ref: CommentsRef, args: Arguments): HostObject | null {
  const key = args.key(0);
  const found = list(ref).find(({ id }) => id === key);
  return found ? commentClass.of(found) : null;
}

function orNotFound(found: CommentRef | undefined): HostObject {
  if (!found) throw itemNotFound();
  return commentClass.of(found);
}

/** The one cell that an argument means. Throws `InvalidArgument` for several and for one of another sheet. */
function cellOf({ workbook, sheet }: CommentsRef, args: Arguments): RangeRef {
  const range = args.object(0, rangeClass) ?? rangeAt(sheet ?? workbook.activeSheet, args.text(0));
  const { rows, columns } = range.rect;
  if (rows !== 1 || columns !== 1 || (sheet && range.sheet !== sheet)) throw invalidArgument();
  return range;
}

export const commentCollectionClass: ClassDefinition<CommentsRef> = define<CommentsRef>('CommentCollection', {
  since: {
    GetItemOrNullObject: '1.14',
    _RegisterAddedEvent: '1.12',
    _RegisterChangedEvent: '1.12',
    _RegisterDeletedEvent: '1.12',
    _UnregisterAddedEvent: '1.12',
    _UnregisterChangedEvent: '1.12',
    _UnregisterDeletedEvent: '1.12',
  },
  items: (ref) => list(ref).map((each) => commentClass.of(each)),
  item: find,
  call: {
    Add: (ref, args, context) => {
      const { sheet, rect } = cellOf(ref, args);
      const { id } = addComment(sheet, rect, newBody(new Arguments(args.values.slice(1)), context));
      return commentClass.of({ sheet, id });
    },
    GetCount: (ref) => list(ref).length,
    GetItemAt: (ref, args) => orNotFound(list(ref)[args.integer(0)]),
    GetItemByCell: (ref, args) => {
      const { sheet, rect } = cellOf(ref, args);
      const found = sheet.comments.find(({ row, column }) => row === rect.row && column === rect.column);
      return orNotFound(found && { sheet, id: found.id });
    },
    GetItemByReplyId: (ref, args) => {
      const key = args.key(0);
      return orNotFound(list(ref).find((each) => comment(each).replies.some(({ id }) => id === key)));
    },
    GetItemOrNullObject: find,
    ...events<CommentsRef>(({ sheet }) => sheet?.id ?? WORKBOOK_TARGET, {
      AddedEvent: CommentEvent.added,
      ChangedEvent: CommentEvent.changed,
      DeletedEvent: CommentEvent.deleted,
    }),
  },
});

commentClass.answers({
  identity: ({ id }) => ({ Id: id }),
  since: BODY_SINCE,
  get: { Id: ({ id }) => id, ...bodyMembers(comment), Resolved: (ref) => comment(ref).resolved },
  set: {
    Content: ({ sheet, id }, value) => editComment(sheet, id, { text: asText(value), mentions: [] }),
    Resolved: ({ sheet, id }, value) => resolveComment(sheet, id, asFlag(value)),
  },
  navigate: { Replies: (ref) => replyCollectionClass.of(ref) },
  call: {
    Delete: ({ sheet, id }) => removeComment(sheet, id),
    GetLocation: (ref) => {
      const { row, column } = comment(ref);
      return rangeClass.of({ sheet: ref.sheet, rect: rectOf(row, column) });
    },
    UpdateMentions: ({ sheet, id }, args) => editComment(sheet, id, contentOf(args.json(0))),
  },
});
