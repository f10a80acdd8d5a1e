import { Workbook } from '../../host/model';
import { addComment, addReply } from '../../host/model/comments/edit';
import { saidOf } from './comments';
import { SheetView } from './sheet-view';

const body = (name: string, text: string) => ({
  author: { name, userId: name, providerId: 'None' },
  created: '2026-02-03T10:00:00.00',
  text,
  mentions: [],
});

test('a cell shows what is said of it, each voice after its name, and an empty one does too', () => {
  const sheet = Workbook.blank().activeSheet;
  sheet.workbook.transact({ session: 'p', by: 'person' }, () => {
    sheet.update({ notes: [{ id: 'n1', row: 0, column: 0, author: 'Luc', text: 'Luc :\nà revoir' }] });
    const { id } = addComment(sheet, { row: 2, column: 1 }, body('Ève', 'Combien ?'));
    addReply(sheet, id, body('', 'Cent'));
  });
  const said = saidOf(sheet);
  expect([said(0, 0), said(2, 1), said(1, 1)]).toEqual([
    { kind: 'note', text: 'Luc :\nà revoir' },
    { kind: 'conversation', text: 'Ève\nCombien ?\n\nCent' },
    null,
  ]);
  expect(new SheetView(sheet).cell(2, 1)).toMatchObject({ text: '', said: said(2, 1) });
});
