import { activeSheet, codeOf, onSheet } from '../../../../test/support/excel';
import { openBridge, type BridgeHarness } from '../../../../test/support/office';

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge(undefined, { now: () => 44_349.5 });
});
afterEach(() => office.dispose());

const delivered = () => new Promise((resolve) => setTimeout(resolve, 5));

/** What Excel says of a comment, loaded whole. */
async function read(at: string): Promise<unknown> {
  return Excel.run(async (context) => {
    const comment = context.workbook.comments.getItemByCell(at).load();
    const replies = comment.replies.load();
    const location = comment.getLocation().load('address');
    await context.sync();
    const { id, ...rest } = comment.toJSON();
    return {
      ...rest,
      replies: replies.items.map(({ content, resolved, authorName }) => ({ content, resolved, authorName })),
      address: location.address,
    };
  });
}

test('a comment is added, answered, resolved, changed, and says who and when', async () => {
  await onSheet(async (sheet, context) => {
    const comment = context.workbook.comments.add('Feuil1!B2', 'À revoir');
    comment.replies.add('Fait');
    await context.sync();
    comment.resolved = true;
    sheet.getRange('1:1').insert('Down');
    await context.sync();
  });
  expect(await read('Feuil1!B3')).toEqual({
    authorEmail: '',
    authorName: 'session-1',
    content: 'À revoir',
    contentType: 'Plain',
    creationDate: new Date('2021-06-02T12:00:00Z'),
    mentions: [],
    resolved: true,
    richContent: 'À revoir',
    replies: [{ content: 'Fait', resolved: true, authorName: 'session-1' }],
    address: 'Feuil1!B3',
  });
  await onSheet((_sheet, context) => {
    const comment = context.workbook.comments.getItemAt(0);
    comment.content = 'Revu';
    comment.replies.getItemAt(0).content = 'Refait';
  });
  expect(await read('B3')).toMatchObject({ content: 'Revu', replies: [{ content: 'Refait' }] });
  office.workbook.history.undo();
  expect(await read('B3')).toMatchObject({ content: 'À revoir' });
});

test('people are mentioned by tags in the text', async () => {
  const mentions = [
    { email: 'luc@exemple.org', id: 1, name: '@Luc' },
    { email: 'eve@exemple.org', id: 0, name: '@Ève' },
  ];
  const richContent = '<at id="0">@Ève</at> et <at id="1">@Luc</at>, d’accord ?';
  await onSheet((sheet) => sheet.comments.add('A1', { mentions, richContent }, 'Mention'));
  expect(await read('A1')).toMatchObject({
    content: '@Ève et @Luc, d’accord ?',
    contentType: 'Mention',
    richContent,
    mentions: [mentions[1], mentions[0]],
  });
  await onSheet((sheet) => {
    sheet.comments.getItemByCell('A1').updateMentions({ mentions, richContent: 'Merci <at id="1">@Luc</at>' });
  });
  expect(await read('A1')).toMatchObject({ content: 'Merci @Luc', mentions: [{ email: 'luc@exemple.org', id: 0 }] });
});

test('they are found by cell, id, place and reply, in the workbook or on a sheet', async () => {
  const found = await Excel.run(async (context) => {
    const { comments } = context.workbook;
    const sheet = activeSheet(context);
    const other = context.workbook.worksheets.add('Autre');
    const first = comments.add(sheet.getRange('A1'), 'un').load('id');
    const second = other.comments.add('C3', 'deux').load('id');
    const reply = second.replies.add('oui').load('id');
    await context.sync();
    const counts = [comments, sheet.comments, other.comments].map((each) => each.getCount());
    const again = comments.getItem(first.id).load('content');
    const byReply = comments.getItemByReplyId(reply.id).load('content');
    const parent = second.replies.getItem(reply.id).getParentComment().load('content');
    const place = second.replies.getItemAt(0).getLocation().load('address');
    const none = comments.getItemOrNullObject('{0}');
    const all = comments.load('items/content');
    await context.sync();
    return [
      counts.map(({ value }) => value),
      [again.content, byReply.content, parent.content, place.address, none.isNullObject],
      all.items.map(({ content }) => content),
    ];
  });
  expect(found).toEqual([
    [2, 1, 1],
    ['un', 'deux', 'deux', 'Autre!C3', true],
    ['un', 'deux'],
  ]);
});

test.each<[string, (sheet: Excel.Worksheet) => unknown, string]>([
  ['on several cells', (sheet) => sheet.comments.add('A1:B1', 'x'), 'InvalidArgument'],
  ['on a cell of another sheet', (sheet) => sheet.comments.add('Absente!A1', 'x'), 'ItemNotFound'],
  ['without a text', (sheet) => sheet.comments.add('A1', ''), 'InvalidArgument'],
  [
    'that mentions nobody it names',
    (sheet) => sheet.comments.add('A1', { mentions: [], richContent: '<at id="0">x</at>' }, 'Mention'),
    'InvalidArgument',
  ],
  ['asked of a cell that has none', (sheet) => sheet.comments.getItemByCell('A1').load('id'), 'ItemNotFound'],
  ['asked for by an id that is not there', (sheet) => sheet.comments.getItem('{0}').load('id'), 'ItemNotFound'],
  ['asked for by a place that is not there', (sheet) => sheet.comments.getItemAt(3).load('id'), 'ItemNotFound'],
  [
    'asked for by a reply that is not there',
    (sheet) => sheet.comments.getItemByReplyId('{0}').load('id'),
    'ItemNotFound',
  ],
  [
    'whose reply is not there',
    (sheet) => sheet.comments.add('A1', 'x').replies.getItemAt(0).load('id'),
    'ItemNotFound',
  ],
])('a comment %s', async (_description, job, code) => {
  expect(await codeOf(job)).toBe(code);
});

test('one that was deleted is gone', async () => {
  await onSheet((sheet) => sheet.comments.add('A1', 'x').replies.add('y'));
  expect(await codeOf((sheet) => sheet.comments.getItemByCell('A1').replies.getItemAt(0).delete())).toBe('done');
  expect(await codeOf((sheet) => sheet.comments.getItemByCell('A1').delete())).toBe('done');
  expect(await codeOf((sheet) => sheet.comments.getItemByCell('A1').delete())).toBe('ItemNotFound');
});

test('an Excel of before comments said their kind says so', async () => {
  office.workbook.configure({ excelApi: '1.11' });
  expect(await codeOf((sheet) => sheet.comments.add('A1', 'x').load('contentType'))).toBe('ApiNotFound');
});

test('events tell what was added, changed and deleted, by whom and where', async () => {
  const heard: unknown[] = [];
  const other = office.join({ name: 'Luc' });
  await onSheet((sheet, context) => {
    const hear = (
      event: Excel.CommentAddedEventArgs | Excel.CommentChangedEventArgs | Excel.CommentDeletedEventArgs,
    ) => {
      const change = event.type === 'CommentChanged' ? event.changeType : undefined;
      heard.push([event.type, event.source, change, event.commentDetails.length]);
      return Promise.resolve();
    };
    context.workbook.comments.onAdded.add(hear);
    context.workbook.comments.onDeleted.add(hear);
    sheet.load('id');
    sheet.comments.onChanged.add(hear);
  });
  await onSheet((sheet) => sheet.comments.add('A1', 'x'));
  await delivered();
  await other.Excel.run(async (context) => {
    const comment = activeSheet(context).comments.getItemByCell('A1');
    comment.resolved = true;
    comment.replies.add('y');
    await context.sync();
    comment.delete();
    await context.sync();
  });
  await delivered();
  expect(heard).toEqual([
    ['CommentAdded', 'Local', undefined, 1],
    ['CommentChanged', 'Remote', 'CommentResolved', 1],
    ['CommentChanged', 'Remote', 'ReplyAdded', 1],
    ['CommentDeleted', 'Remote', undefined, 1],
  ]);
});
