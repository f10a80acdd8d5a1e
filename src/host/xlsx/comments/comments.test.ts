import { parseRect, type Sheet, type Workbook } from '../../model';
import { addComment, addReply, editComment, removeComment, resolveComment } from '../../model/comments/edit';
import { copySheet } from '../../model/copy-sheet';
import { person } from '../../model/testing';
import { deleteCells, insertCells } from '../../model/shifting/insert';
import { openXlsx, saveXlsx } from '..';
import { changedParts, contents, file, relationships, worksheet, type Parts } from '../test-files';
import { MAIN, PACKAGE_RELATIONSHIPS, RELATIONSHIPS } from '../xml/namespaces';

const text = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(contents(bytes).get(part));
const rect = (reference: string) => parseRect(reference)!;
const again = (workbook: Workbook): Workbook => openXlsx(saveXlsx(workbook));

const THREADED = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const OFFICE_2017 = 'http://schemas.microsoft.com/office/2017/10/relationships';

const box = (id: number, row: number, column: number, more = ''): string =>
  `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style='width:108pt;visibility:hidden'>` +
  `<v:textbox><div style='text-align:left'></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/>` +
  `<x:Anchor>\r\n    ${column + 1}, 15, ${row}, 2, ${column + 3}, 15, ${row + 4}, 16</x:Anchor>` +
  `<x:Row>${row}</x:Row><x:Column>${column}</x:Column>${more}</x:ClientData></v:shape>`;
const button =
  '<v:shape id="Bouton" type="#_x0000_t201"><x:ClientData ObjectType="Button"><x:Row>4</x:Row></x:ClientData></v:shape>';
/** As Excel writes it: line breaks without an end tag are no XML. */
const vml = (...shapes: readonly string[]): string =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"/>${shapes.join('')}<br></xml>`;

const thread = '{5A1B0C2D-0000-4000-8000-000000000001}';
const reply = '{5A1B0C2D-0000-4000-8000-000000000002}';

/** A note at B2, a conversation at B4 with the note that stands for it, and a button. */
const commented: Parts = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE_2017}/person" Target="persons/person.xml"/></Relationships>`,
  'xl/worksheets/_rels/sheet1.xml.rels': relationships(
    ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
    ['comments', '../comments1.xml'],
  ).replace(
    '</Relationships>',
    `<Relationship Id="rId3" Type="${OFFICE_2017}/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`,
  ),
  'xl/drawings/vmlDrawing1.vml': vml(box(1025, 1, 1, '<x:Visible/>'), button, box(1026, 3, 1)),
  'xl/comments1.xml':
    `<comments xmlns="${MAIN}" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"><authors><author>Luc</author><author>tc=${thread}</author></authors><commentList>` +
    '<comment ref="B2" authorId="0" shapeId="0" xr:uid="{1}"><text><r><rPr><b/><sz val="9"/><rFont val="Tahoma"/></rPr><t xml:space="preserve">Luc :\n</t></r><r><t>à revoir</t></r></text></comment>' +
    `<comment ref="B4" authorId="1" shapeId="0" xr:uid="${thread}"><text><t>[Fil] Marie : d’accord ?</t></text></comment></commentList></comments>`,
  'xl/threadedComments/threadedComment1.xml':
    `<ThreadedComments xmlns="${THREADED}"><threadedComment ref="B4" dT="2026-02-03T10:00:00.00" personId="{A}" id="${thread}"><text>@Luc d’accord ?</text><mentions><mention mentionpersonId="{B}" mentionId="{C}" startIndex="0" length="4"/></mentions><extLst><ext uri="x"/></extLst></threadedComment>` +
    `<threadedComment ref="B4" dT="2026-02-03T11:00:00.00" personId="{B}" id="${reply}" parentId="${thread}"><text>oui</text></threadedComment></ThreadedComments>`,
  'xl/persons/person.xml': `<personList xmlns="${THREADED}"><person displayName="Marie" id="{A}" userId="S::marie@exemple.org::1" providerId="AD"/><person displayName="Luc" id="{B}" userId="Luc" providerId="None"/></personList>`,
};
const sheetXml = worksheet(
  '<sheetData><row r="2"><c r="B2"><v>1</v></c></row><row r="4"><c r="B4"><v>2</v></c></row></sheetData><legacyDrawing r:id="rId1"/>',
);
const bytes = file(sheetXml, commented);

const open = (): Sheet => openXlsx(bytes).activeSheet;
const change = (sheet: Sheet, job: () => void): Uint8Array => {
  sheet.workbook.transact(person, job);
  return saveXlsx(sheet.workbook);
};

test('a file’s notes and conversations are read, each on its cell', () => {
  const sheet = open();
  const luc = { name: 'Luc', userId: 'Luc', providerId: 'None' };
  expect(sheet.notes).toEqual([
    {
      id: 'f0',
      row: 1,
      column: 1,
      author: 'Luc',
      text: 'Luc :\nà revoir',
      rich: [{ text: 'Luc :\n', font: { bold: true, size: 9, name: 'Tahoma' } }, { text: 'à revoir' }],
      shape: box(1025, 1, 1, '<x:Visible/>'),
    },
  ]);
  expect(sheet.comments).toEqual([
    {
      id: thread,
      row: 3,
      column: 1,
      author: { name: 'Marie', userId: 'S::marie@exemple.org::1', providerId: 'AD' },
      created: '2026-02-03T10:00:00.00',
      text: '@Luc d’accord ?',
      mentions: [{ id: '{C}', person: luc, start: 0, length: 4 }],
      resolved: false,
      replies: [{ id: reply, author: luc, created: '2026-02-03T11:00:00.00', text: 'oui', mentions: [] }],
    },
  ]);
});

test('what did not move stays byte for byte, whatever else is changed', () => {
  const sheet = open();
  const saved = change(sheet, () => {
    sheet.write(rect('A9'), [['autre']], 'values');
    insertCells(sheet, rect('8:9'), 'row');
  });
  expect(changedParts(bytes, saved).filter((part) => /comment|drawing|person/i.test(part))).toEqual([]);
});

test('rows put in above move them all: the cells, the boxes and the conversation, and nothing else of their parts', () => {
  const sheet = open();
  const saved = change(sheet, () => insertCells(sheet, rect('1:3'), 'row'));
  const was = (part: string): string => text(bytes, part);
  expect(text(saved, 'xl/comments1.xml').split('\n').slice(1).join('\n')).toBe(
    was('xl/comments1.xml').split('?>')[1]!.replace('ref="B2"', 'ref="B5"').replace('ref="B4" a', 'ref="B7" a'),
  );
  expect(text(saved, 'xl/drawings/vmlDrawing1.vml').split('?>').at(-1)).toBe(
    vml(
      box(1025, 4, 1, '<x:Visible/>').replace('\r\n    2, 15, 4, 2, 4, 15, 8, 16', '2, 15, 4, 2, 4, 15, 8, 16'),
      button,
      box(1026, 6, 1).replace('\r\n    2, 15, 6, 2, 4, 15, 10, 16', '2, 15, 6, 2, 4, 15, 10, 16'),
    ),
  );
  expect(text(saved, 'xl/threadedComments/threadedComment1.xml').match(/ref="B7"/g)).toHaveLength(2);
  expect(text(saved, 'xl/threadedComments/threadedComment1.xml')).toContain('<extLst><ext uri="x"/></extLst>');
  expect(changedParts(bytes, saved)).not.toContain('xl/persons/person.xml');
  const read = openXlsx(saved).activeSheet;
  expect(read.notes).toMatchObject([{ row: 4, text: 'Luc :\nà revoir' }]);
  expect(read.comments).toEqual([{ ...sheet.comments[0], row: 6 }]);
});

test('what goes with its row leaves the file: the note, then the conversation, and its parts with the last of them', () => {
  const sheet = open();
  const saved = change(sheet, () => deleteCells(sheet, rect('2:2'), 'row'));
  expect(text(saved, 'xl/comments1.xml')).not.toContain('à revoir');
  expect(text(saved, 'xl/drawings/vmlDrawing1.vml').match(/ObjectType="\w+"/g)).toEqual([
    'ObjectType="Button"',
    'ObjectType="Note"',
  ]);
  const rest = change(sheet, () => removeComment(sheet, thread));
  expect([...contents(rest).keys()].filter((part) => /comment|drawing/i.test(part))).toEqual([
    'xl/drawings/vmlDrawing1.vml',
  ]);
  expect(openXlsx(rest).activeSheet.comments).toEqual([]);
});

test('new conversations get all that Excel wants of them: people, times, and the note for older versions', () => {
  const sheet = openXlsx(file(worksheet('<sheetData/>'))).activeSheet;
  const author = { name: 'Ève & Cie', userId: 'eve', providerId: 'None' };
  const body = { author, created: '2026-03-04T09:30:00.00', text: ' <bonjour>\n_x0041_', mentions: [] };
  const saved = change(sheet, () => {
    const { id } = addComment(sheet, { row: 0, column: 0 }, body);
    addReply(sheet, id, { ...body, text: 'réponse', mentions: [{ id: '{M}', person: author, start: 0, length: 3 }] });
    resolveComment(sheet, id, true);
  });
  const read = openXlsx(saved).activeSheet;
  expect(read.comments).toEqual(sheet.comments);
  expect(read.notes).toEqual([]);
  expect(text(saved, 'xl/comments1.xml')).toContain('Réponse\u00a0:\n    réponse');
  expect(text(saved, 'xl/comments1.xml')).toMatch(/mc:Ignorable="xr".* xr:uid="\{\w{8}-/);
  expect(text(saved, '[Content_Types].xml')).toContain('vmlDrawing');
  const later = change(read, () => editComment(read, read.comments[0]!.id, { text: 'autre', mentions: [] }));
  expect(openXlsx(later).activeSheet.comments).toMatchObject([{ text: 'autre', resolved: true }]);
  expect(text(later, 'xl/comments1.xml')).toContain('    autre');
  const last = change(read, () => removeComment(read, read.comments[0]!.id));
  expect([...contents(last).keys()].filter((part) => /comment|drawing/i.test(part))).toEqual([]);
});

test('a copied sheet has notes that look alike and conversations of its own', () => {
  const sheet = open();
  const saved = change(sheet, () => void copySheet(sheet, 1));
  const copy = openXlsx(saved).sheets[1]!;
  expect(copy.notes).toMatchObject([{ row: 1, author: 'Luc', rich: sheet.notes[0]!.rich }]);
  expect(copy.notes[0]!.shape).toContain('<x:Visible/>');
  expect(copy.comments).toMatchObject([{ row: 3, text: '@Luc d’accord ?', replies: [{ text: 'oui' }] }]);
  expect(copy.comments[0]!.id).not.toBe(thread);
});

test('a note of which the conversation is missing is a note, and stays as it is', () => {
  const { 'xl/threadedComments/threadedComment1.xml': gone, ...rest } = commented;
  const orphan = file(sheetXml, rest);
  const sheet = openXlsx(orphan).activeSheet;
  expect(sheet.notes.map(({ author }) => author)).toEqual(['Luc', `tc=${thread}`]);
  const saved = change(sheet, () => insertCells(sheet, rect('1:1'), 'row'));
  expect(openXlsx(saved).activeSheet.notes.map(({ row }) => row)).toEqual([2, 4]);
  expect(gone).toBeDefined();
});

test('a part of boxes that is no XML at all is read in one pass, and keeps its bytes', () => {
  const latin = new Uint8Array(2_400_000).map((_, at) => '<v:shape x>\u00e9'.charCodeAt(at % 12));
  const sheet = openXlsx(file(sheetXml, { ...commented, 'xl/drawings/vmlDrawing1.vml': latin })).activeSheet;
  expect(sheet.notes).toHaveLength(1);
  const saved = change(sheet, () => insertCells(sheet, rect('1:1'), 'row'));
  const kept = contents(saved).get('xl/drawings/vmlDrawing1.vml')!;
  expect(Buffer.compare(kept.subarray(0, latin.length), latin)).toBe(0);
});

test('notes without boxes, boxes without notes, prefixes of other writers', () => {
  const strange: Parts = {
    ...commented,
    'xl/drawings/vmlDrawing1.vml': '<xml>pas de formes',
    'xl/comments1.xml': `<x:comments xmlns:x="${MAIN}"><x:authors><x:author>Luc</x:author></x:authors><x:commentList><x:comment ref="A1" authorId="0"><x:text><x:t>a</x:t></x:text></x:comment><x:comment ref="A1:B2" authorId="7"/></x:commentList></x:comments>`,
    'xl/threadedComments/threadedComment1.xml': `<t:ThreadedComments xmlns:t="${THREADED}"><t:threadedComment ref="C3" dT="2026-02-03T10:00:00.00" personId="{Z}" id="{1}"><t:text>x</t:text></t:threadedComment></t:ThreadedComments>`,
  };
  const sheet = openXlsx(file(sheetXml, strange)).activeSheet;
  const saved = change(sheet, () => {
    insertCells(sheet, rect('1:1'), 'row');
    addReply(sheet, '{1}', {
      author: { name: 'L', userId: 'L', providerId: 'None' },
      created: '',
      text: 'y',
      mentions: [],
    });
  });
  const read = again(openXlsx(saved)).activeSheet;
  expect(read.notes).toMatchObject([{ row: 1, column: 0, text: 'a' }]);
  expect(read.comments).toMatchObject([{ row: 3, column: 2, text: 'x', replies: [{ text: 'y' }] }]);
});
