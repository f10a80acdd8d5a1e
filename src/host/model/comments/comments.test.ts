import { copyCells } from '../cells/copy';
import { removeDuplicates } from '../cells/duplicates';
import { moveCells } from '../cells/move';
import { sortCells } from '../cells/sort';
import { copySheet } from '../copy-sheet';
import { rectOf, MAX_COLUMNS, MAX_ROWS, type Rect } from '../geometry/rect';
import { deleteCells, insertCells } from '../shifting/insert';
import type { Sheet } from '../sheet';
import { codeOf, person, sheetOf } from '../testing';
import type { ModelEvent } from '../history/events';
import { addComment, addReply, editComment, editReply, removeComment, removeReply, resolveComment } from './edit';
import { emailOf, type CommentBody } from './types';

const marie = { name: 'Marie', userId: 'S::marie@exemple.org::1', providerId: 'AD' };
const body = (text: string): CommentBody => ({ author: marie, created: '2026-02-03T10:00:00.00', text, mentions: [] });

/** A note at B2 and a comment, with a reply, at B3. */
function commented(): Sheet {
  const sheet = sheetOf([
    ['Nom', 'Rang'],
    ['a', 3],
    ['b', 1],
    ['b', 1],
    ['c', 2],
  ]);
  sheet.workbook.transact(person, () => {
    sheet.update({ notes: [{ id: 'n1', row: 1, column: 1, author: 'Luc', text: 'note' }] });
    const { id } = addComment(sheet, { row: 2, column: 1 }, body('avis'));
    addReply(sheet, id, body('vu'));
  });
  return sheet;
}

/** Where they are: the note, then the comment; null where it is gone. */
const places = (sheet: Sheet): unknown => [...places1(sheet.notes), ...places1(sheet.comments)];
const places1 = (items: readonly { readonly row: number; readonly column: number }[]): unknown[] =>
  items.length === 0 ? [null] : items.map(({ row, column }) => [row, column]);

const rows = (row: number, count: number): Rect => rectOf(row, 0, count, MAX_COLUMNS);
const columns = (column: number, count: number): Rect => rectOf(0, column, MAX_ROWS, count);
const body5 = rectOf(1, 0, 4, 2);

test.each<[string, (sheet: Sheet) => void, unknown]>([
  [
    'rows put in above',
    (sheet) => insertCells(sheet, rows(0, 2), 'row'),
    [
      [3, 1],
      [4, 1],
    ],
  ],
  [
    'rows put in between',
    (sheet) => insertCells(sheet, rows(2, 1), 'row'),
    [
      [1, 1],
      [3, 1],
    ],
  ],
  ['a row taken out', (sheet) => deleteCells(sheet, rows(1, 1), 'row'), [null, [1, 1]]],
  [
    'columns put in',
    (sheet) => insertCells(sheet, columns(0, 1), 'column'),
    [
      [1, 2],
      [2, 2],
    ],
  ],
  [
    'cells put in, of other columns',
    (sheet) => insertCells(sheet, rectOf(0, 3, 2, 1), 'row'),
    [
      [1, 1],
      [2, 1],
    ],
  ],
  [
    'cells taken out, which pull those at their right',
    (sheet) => deleteCells(sheet, rectOf(2, 0, 1, 1), 'column'),
    [
      [1, 1],
      [2, 0],
    ],
  ],
  [
    'a sort',
    (sheet) => sortCells(sheet, body5, [{ index: 1, ascending: true }]),
    [
      [4, 1],
      [1, 1],
    ],
  ],
  [
    'a sort of columns',
    (sheet) => sortCells(sheet, rectOf(0, 0, 5, 2), [{ index: 0, ascending: false }], { columns: true }),
    [
      [1, 0],
      [2, 0],
    ],
  ],
  [
    'doubles taken out',
    (sheet) => void removeDuplicates(sheet, rectOf(0, 1, 5, 1), [0], true),
    [
      [1, 1],
      [2, 1],
    ],
  ],
  [
    'cut and paste',
    (sheet) => moveCells(sheet, rectOf(1, 1), { row: 8, column: 4 }),
    [
      [8, 4],
      [2, 1],
    ],
  ],
  ['cut and paste over one of them', (sheet) => moveCells(sheet, rectOf(1, 1), { row: 2, column: 1 }), [[2, 1], null]],
  [
    'copy and paste',
    (sheet) => copyCells({ sheet, rect: rectOf(1, 1, 2, 1) }, { sheet, rect: rectOf(6, 0, 2, 1) }),
    [
      [1, 1],
      [6, 0],
      [2, 1],
      [7, 0],
    ],
  ],
  [
    'one cell pasted over many',
    (sheet) => copyCells({ sheet, rect: rectOf(1, 1) }, { sheet, rect: rectOf(1, 1, 2, 1) }),
    [[1, 1], [2, 1], null],
  ],
  [
    'copy of values only',
    (sheet) => copyCells({ sheet, rect: rectOf(1, 1) }, { sheet, rect: rectOf(2, 1) }, 'Values'),
    [
      [1, 1],
      [2, 1],
    ],
  ],
  [
    'contents cleared',
    (sheet) => sheet.clear(rectOf(1, 1), 'Contents'),
    [
      [1, 1],
      [2, 1],
    ],
  ],
  ['all cleared', (sheet) => sheet.clear(rectOf(1, 0, 1, 2), 'All'), [null, [2, 1]]],
] as const)('notes and comments stay on their cells: %s', (_description, change, expected) => {
  const sheet = commented();
  sheet.workbook.transact(person, () => change(sheet));
  expect(places(sheet)).toEqual(expected);
  sheet.workbook.history.undo();
  expect(places(sheet)).toEqual([
    [1, 1],
    [2, 1],
  ]);
  sheet.workbook.history.redo();
  expect(places(sheet)).toEqual(expected);
});

test('a copy of a sheet has copies of them, with ids of their own', () => {
  const sheet = commented();
  const copy = sheet.workbook.transact(person, () => copySheet(sheet, 1));
  expect(copy.notes).toEqual(sheet.notes);
  const [before, after] = [sheet.comments[0]!, copy.comments[0]!];
  expect({ ...after, id: before.id, replies: [{ ...after.replies[0], id: before.replies[0]!.id }] }).toEqual(before);
  expect(new Set([before.id, after.id, before.replies[0]!.id, after.replies[0]!.id]).size).toBe(4);
});

test('what people do to a conversation is told as Excel tells it, and can be undone', () => {
  const sheet = commented();
  const told: ModelEvent[] = [];
  sheet.workbook.subscribe((events) => told.push(...events.filter(({ kind }) => kind === 'comment')));
  const [{ id, replies }] = sheet.comments as [(typeof sheet.comments)[0]];
  const reply = replies[0]!.id;
  const say = (change: () => unknown): unknown => sheet.workbook.transact(person, change);
  say(() => editComment(sheet, id, { text: 'autre', mentions: [] }));
  say(() => resolveComment(sheet, id, true));
  say(() => resolveComment(sheet, id, true));
  say(() => resolveComment(sheet, id, false));
  say(() => editReply(sheet, id, reply, { text: 'revu', mentions: [] }));
  expect(sheet.comments[0]).toMatchObject({ text: 'autre', author: marie, replies: [{ text: 'revu' }] });
  say(() => removeReply(sheet, id, reply));
  say(() => removeComment(sheet, id));
  expect(told.map((event) => event.kind === 'comment' && [event.what, event.change, event.details])).toEqual([
    ['changed', 'CommentEdited', [{ commentId: id, replyIds: [reply] }]],
    ['changed', 'CommentResolved', [{ commentId: id, replyIds: [reply] }]],
    ['changed', 'CommentReopened', [{ commentId: id, replyIds: [reply] }]],
    ['changed', 'ReplyEdited', [{ commentId: id, replyIds: [reply] }]],
    ['changed', 'ReplyDeleted', [{ commentId: id, replyIds: [] }]],
    ['deleted', undefined, [{ commentId: id, replyIds: [] }]],
  ]);
  while (sheet.workbook.history.undo());
  expect([sheet.notes, sheet.comments]).toEqual([[], []]);
});

test('comments that go with their rows are told as deleted', () => {
  const sheet = commented();
  const told: ModelEvent[] = [];
  sheet.workbook.subscribe((events) => told.push(...events));
  sheet.workbook.transact(person, () => deleteCells(sheet, rows(2, 1), 'row'));
  expect(told.filter(({ kind }) => kind === 'comment')).toMatchObject([{ what: 'deleted' }]);
});

test.each<[string, (sheet: Sheet) => unknown, string]>([
  ['without a text', (sheet) => addComment(sheet, { row: 9, column: 0 }, body(' ')), 'InvalidArgument'],
  ['on a cell with a note', (sheet) => addComment(sheet, { row: 1, column: 1 }, body('x')), 'InvalidOperation'],
  ['on a cell with a comment', (sheet) => addComment(sheet, { row: 2, column: 1 }, body('x')), 'InvalidOperation'],
  ['outside the sheet', (sheet) => addComment(sheet, { row: -1, column: 0 }, body('x')), 'InvalidArgument'],
  ['that is not there', (sheet) => removeComment(sheet, '{0}'), 'ItemNotFound'],
  ['whose reply is not there', (sheet) => removeReply(sheet, sheet.comments[0]!.id, '{0}'), 'ItemNotFound'],
  [
    'on a protected sheet',
    (sheet) => {
      sheet.protect();
      addComment(sheet, { row: 9, column: 0 }, body('x'));
    },
    'AccessDenied',
  ],
  [
    'on a sheet whose protection lets objects be edited',
    (sheet) => {
      sheet.protect({ allowEditObjects: true });
      addComment(sheet, { row: 9, column: 0 }, body('x'));
    },
    'done',
  ],
])('a comment %s', (_description, change, code) => {
  const sheet = commented();
  expect(codeOf(() => sheet.workbook.transact(person, () => change(sheet)))).toBe(code);
});

test('a mail address is read off the id that a provider gave', () => {
  expect(emailOf(marie)).toBe('marie@exemple.org');
  expect(emailOf({ name: 'Luc', userId: 'Luc', providerId: 'None' })).toBe('');
});
