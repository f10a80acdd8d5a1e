import { Inflate, zipSync } from 'fflate';
import { processorSeconds } from '../support/processor';
import { fc } from '../support/properties';
import { type DocumentSource, draftImport, outlineWords, readDocument, type SourceDocument } from '../../src/import';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (content: string | Uint8Array): DocumentSource => ({
  kind: 'file',
  bytes: typeof content === 'string' ? bytesOf(content) : content,
});
const paste = (html: string, text = ''): DocumentSource => ({ kind: 'paste', html, text });
const options = { words: outlineWords('fr'), referenceYear: 2026 };

/** A compound file of Office 97 whose directory has a stream of that name. */
function compound(name: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(bytes.buffer);
  view.setUint16(30, 9, true);
  name.split('').forEach((letter, at) => view.setUint16(512 + 128 + at * 2, letter.charCodeAt(0), true));
  return bytes;
}

/** A .docx whose text unpacks to 120 MB; where it lies, its directory says 1,000 bytes. */
function bomb(lies: boolean): Uint8Array {
  const bytes = zipSync({ 'word/document.xml': [new Uint8Array(120_000_000).fill(97), { level: 9 }] });
  const view = new DataView(bytes.buffer);
  for (let at = 0; lies && at + 28 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
  }
  return bytes;
}

describe('what cannot be read is refused, at once and by name', () => {
  const cases: readonly (readonly [string, () => DocumentSource, string])[] = [
    ['an empty file', () => file(''), 'empty'],
    ['white space alone', () => file(' \n\u00a0\t\u200b '), 'empty'],
    ['a picture on the clipboard', () => paste('<html><body><img src="file:///c:/a.png"></body></html>'), 'imageOnly'],
    ['a picture file', () => file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])), 'imageOnly'],
    ['a paste of 50 MB', () => paste('', 'x '.repeat(25_000_000)), 'tooLarge'],
    ['10,000 tables in one another', () => paste('<table><tr><td>'.repeat(10_000) + 'x'), 'tooDeep'],
    ['a zip bomb', () => file(bomb(false)), 'unpacksTooLarge'],
    ['a zip bomb that lies', () => file(bomb(true)), 'unpacksTooLarge'],
    ['a password', () => file(compound('EncryptedPackage')), 'encrypted'],
    ['a .doc', () => file(compound('WordDocument')), 'legacyWord'],
    ['a .xls', () => file(compound('Workbook')), 'legacyExcel'],
    ['a PDF', () => file('%PDF-1.7 …'), 'pdf'],
    ['an .rtf', () => file('{\\rtf1 Plan}'), 'rtf'],
    ['an .odt', () => file(zipSync({ 'content.xml': bytesOf('<a/>') })), 'openDocument'],
    ['another archive', () => file(zipSync({ 'a.txt': bytesOf('Plan') })), 'unknownFormat'],
    ['a cut archive', () => file(zipSync({ 'word/document.xml': bytesOf('<w:document/>') }).slice(0, 60)), 'damaged'],
    [
      'a document type in a part',
      () => file(zipSync({ 'word/document.xml': bytesOf('<!DOCTYPE a><w:p/>') })),
      'damaged',
    ],
  ];
  test.each(cases)('%s', (_, make, refusal) => {
    const source = make();
    const seconds = processorSeconds(() => expect(readDocument(source)).toEqual({ ok: false, refusal }));
    expect(seconds).toBeLessThan(10);
  });

  test('the unpacking of a lying bomb stops early', () => {
    const push = jest.spyOn(Inflate.prototype, 'push');
    readDocument(file(bomb(true)));
    expect(push.mock.calls.length).toBeLessThan(8);
    push.mockRestore();
  });
});

describe('what is only odd is read', () => {
  const titles = (source: DocumentSource) => {
    const document = readDocument(source);
    return document.ok ? draftImport(document.value, options).activities.map(({ title }) => title) : document.refusal;
  };
  const list = '- 4 octobre 2021 : Réunion\n- 5 octobre 2021 : Congrès';

  test.each([
    ['NUL, controls and marks of direction', paste('', list.replace('oct', '\u202eo\u0000c\u200bt\u0007'))],
    ['UTF-16 without a mark', file(new Uint8Array(new Uint16Array(list.split('').map((c) => c.charCodeAt(0))).buffer))],
    ['UTF-8 with a mark', file(`\ufeff${list}`)],
    ['two encodings in one file', file(new Uint8Array([...bytesOf(list), 10, 0x45, 0x74, 0xe9]))],
  ])('%s', (_, source) => {
    expect(titles(source)).toEqual(['Réunion', 'Congrès']);
  });

  test('nothing of a page runs or stays as a page', () => {
    const html =
      '<table><tr><td>Stratégies<td>Activités<tr><td>Rayonner<td>4 octobre 2021 <b onclick="x()">Réunion</b>' +
      '<script>alert(1)</script><style>b{}</style><img src=x onerror=alert(1)></table>';
    expect(titles(paste(html))).toEqual(['Réunion']);
  });
});

describe('long and hostile texts stay linear', () => {
  test.each([
    ['digits and commas', '1,'.repeat(100_000)],
    ['quotes that never end', '"a\t'.repeat(50_000)],
    ['marks of emphasis', '*a _b **c '.repeat(20_000)],
    ['tags that never end', '<p '.repeat(50_000)],
    ['parentheses that never end', `- 4 octobre 2021 ${'(avec '.repeat(30_000)}`],
    ['brackets', '['.repeat(100_000)],
    ['dates', `- ${'4 octobre 2021 '.repeat(10_000)}`],
    ['headers', 'Stratégies\tActions\tActivités\n'.repeat(5_000)],
    ['actions', Array.from({ length: 5_000 }, (_, at) => `> Action ${at}`).join('\n')],
    ['commas before a date', `- a${','.repeat(50_000)} (4 octobre 2021)`],
  ])('%s', (_, text) => {
    const seconds = processorSeconds(() => {
      const document = readDocument(paste('', text));
      if (document.ok) draftImport(document.value, options);
    });
    expect(seconds).toBeLessThan(20);
  });
});

/** Words of the document that are neither in the draft nor in a problem; headers and labels only name things. */
function lost(document: SourceDocument): string[] {
  const draft = draftImport(document, options);
  if (!draft.isPlan) return [];
  const { plan, activities, problems } = draft;
  // Not the text that an activity was read from: what is only there is not imported.
  const kept = fold(JSON.stringify([plan, activities.map(({ source: _, ...activity }) => activity), problems]));
  const lines = document.blocks.flatMap((block) =>
    block.kind === 'line' ? [block.line] : block.rows.flatMap((row) => row.flatMap((cell) => cell.lines)),
  );
  const words = lines.flatMap(({ text }) => text.match(/mot\p{L}+/gu) ?? []);
  return words.filter((word) => !kept.includes(fold(word)));
}

const fold = (text: string): string => text.toLowerCase();

describe('fuzzing', () => {
  const word = fc.stringMatching(/^mot[a-z]{3,6}$/);
  const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const date = fc.constantFrom(
    '4 octobre 2021', '4 et 5 mai 2022', '10 juin', '12 septemre 2021', 'automne 2022', '31 juin 2021', 'June 3, 2021',
  ); // prettier-ignore
  const piece = fc.oneof(
    phrase,
    fc.tuple(date, phrase).map(([when, what]) => `${when} : ${what}`),
    fc.tuple(date, phrase, phrase).map(([when, what, more]) => `${when}\n**${what}**\n${more}`),
    phrase.map((text) => `> ${text}`),
    phrase.map((text) => `- ${text}`),
    phrase.map((text) => `Objectif 1 : ${text}`),
    phrase.map((text) => `Stratégie 1.1 – ${text}`),
    phrase.map((text) => `## ${text}`),
    fc.tuple(fc.constantFrom('1.', '1.1', '1.1.1.', 'II.', 'B)', '2)'), phrase).map((parts) => parts.join(' ')),
    phrase.map((text) => `[1] ${text}`),
    fc.tuple(phrase, date).map(([what, when]) => `- ${what} (${when})`),
  );
  const textDocument = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join('\n\n'));
  const cell = fc.oneof(
    fc.constant(''),
    piece.map((text) => `"${text}"`),
  );
  const row = fc.array(cell, { minLength: 3, maxLength: 3 }).map((cells) => cells.join('\t'));
  const header = fc.constantFrom(
    'Stratégies\tActions\tActivités\n',
    'Action\tResponsable\tActivité\n',
    'Début\tFin\tActivité\n',
    'Échéance\tAction\tStatut\n',
    '',
  );
  const table = fc
    .tuple(header, fc.array(row, { minLength: 1, maxLength: 8 }))
    .map(([top, rows]) => top + rows.join('\n'));

  test.each([
    ['text', textDocument],
    ['tables', table],
  ])('every word of %s is in the draft or in a problem', (_, documents) => {
    fc.assert(
      fc.property(documents, (text) => {
        const document = readDocument(paste('', text));
        if (document.ok) expect(lost(document.value)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('anything at all is read or refused, never thrown', () => {
    const tag = fc.constantFrom(
      '<table>',
      '<tr>',
      '<td rowspan=3>',
      '</td>',
      '</table>',
      '<b>',
      '</b>',
      '<p>',
      '<li>',
      '<br>',
      '&nbsp;',
      '<![if x]>',
    );
    const html = fc.array(fc.oneof(tag, date, phrase, fc.string()), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(html, fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 300 }), (page, text, bytes) => {
        for (const source of [paste(page, text), paste('', text), file(bytes)]) {
          const document = readDocument(source);
          if (document.ok) draftImport(document.value, options);
        }
      }),
      { numRuns: 300 },
    );
  });
});
