import { codeOf, onSheet } from '../../../test/support/excel';
import { openBridge, type BridgeHarness } from '../../../test/support/office';
import { openXlsx, saveXlsx } from '../xlsx';
import { changedParts, contents, file, parts, archive, relationships, worksheet } from '../xlsx/test-files';

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

/** Opens again what was saved, on proxies of its own. */
function reopen(bytes = saveXlsx(office.workbook)): Uint8Array {
  office.dispose();
  office = openBridge(openXlsx(bytes));
  return bytes;
}

const custom = () =>
  Excel.run(async (context) => {
    const { custom: all } = context.workbook.properties;
    all.load('items/key,items/value,items/type');
    const count = all.getCount();
    await context.sync();
    return [count.value, ...all.items.map(({ key, value, type }) => [key, value as unknown, type])];
  });

const noted = () =>
  Excel.run(async (context) => {
    const all = context.workbook.worksheets.getActiveWorksheet().customProperties.load('items/key,items/value');
    const count = all.getCount();
    await context.sync();
    return [count.value, ...all.items.map(({ key, value }) => [key, value])];
  });

test('properties of a workbook: each kind, set again whatever the case, cut off, taken away, kept by the file', async () => {
  await onSheet((_sheet, { workbook }) => {
    const { custom: all } = workbook.properties;
    all.add('Dossier', 'A-12 <&> é');
    all.add('Pages', 12);
    all.add('Taux', 0.5);
    all.add('Grand', 3_000_000_000);
    all.add('Public', true);
    all.add('dossier', 'A-13');
    all.add('x'.repeat(300), 'y'.repeat(300));
  });
  const expected = [
    6,
    ['Dossier', 'A-13', 'String'],
    ['Pages', 12, 'Number'],
    ['Taux', 0.5, 'Float'],
    ['Grand', 3_000_000_000, 'Float'],
    ['Public', true, 'Boolean'],
    ['x'.repeat(255), 'y'.repeat(255), 'String'],
  ];
  expect(await custom()).toEqual(expected);
  const saved = reopen();
  expect(await custom()).toEqual(expected);
  await onSheet((_sheet, { workbook }) => {
    const { custom: all } = workbook.properties;
    all.getItem('PAGES').value = 13;
    all.getItem('Taux').delete();
    all.getItem('x'.repeat(255)).delete();
    all.add('Neuf', 1);
  });
  expect(changedParts(saved, saveXlsx(office.workbook))).toEqual(['docProps/custom.xml']);
  office.workbook.history.undo();
  expect(changedParts(saved, saveXlsx(office.workbook))).toEqual([]);
  office.workbook.history.redo();
  reopen();
  expect(await custom()).toMatchObject([5, {}, ['Pages', 13, 'Number'], {}, {}, ['Neuf', 1, 'Number']]);
  await onSheet((_sheet, { workbook }) => workbook.properties.custom.deleteAll());
  expect(await custom()).toEqual([0]);
});

test('a property that a file has in a kind of its own is kept', async () => {
  const NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
  const VALUES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
  const bytes = archive({
    ...parts(worksheet('<sheetData/>')),
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml'], ['custom-properties', 'docProps/custom.xml']),
    'docProps/custom.xml':
      `<Properties xmlns="${NAMESPACE}" xmlns:vt="${VALUES}"><property fmtid="{1}" pid="2" name="Liste"><vt:vector size="0" baseType="lpstr"/></property>` +
      '<property fmtid="{1}" pid="7" name="Le"><vt:filetime>2026-01-02T00:00:00Z</vt:filetime></property></Properties>',
  });
  reopen(bytes);
  expect(await custom()).toEqual([1, ['Le', '2026-01-02T00:00:00Z', 'Date']]);
  await onSheet((_sheet, { workbook }) => workbook.properties.custom.add('Autre', 'x'));
  const saved = new TextDecoder().decode(contents(saveXlsx(office.workbook)).get('docProps/custom.xml'));
  expect(saved).toContain('<vt:vector size="0" baseType="lpstr"/>');
  expect(saved).toContain('pid="8" name="Autre"');
});

test('what programs note of a sheet goes with its copies and into the file', async () => {
  await onSheet((sheet) => {
    sheet.customProperties.add('état', 'é\u{1F600}\n<&>');
    sheet.customProperties.add('autre', '');
    sheet.customProperties.add('ÉTAT', 'clos');
    sheet.copy('End').activate();
  });
  expect(await noted()).toEqual([2, ['état', 'clos'], ['autre', '']]);
  const saved = reopen();
  expect(await noted()).toEqual([2, ['état', 'clos'], ['autre', '']]);
  expect([...contents(saved).keys()].filter((name) => name.endsWith('.bin'))).toHaveLength(4);
  await onSheet((sheet) => {
    sheet.customProperties.getItem('autre').delete();
    sheet.customProperties.getItemOrNullObject('état').value = 'ouvert';
  });
  reopen();
  expect(await noted()).toEqual([1, ['état', 'ouvert']]);
  await onSheet((sheet) => sheet.customProperties.getItem('état').delete());
  expect([...contents(saveXlsx(office.workbook)).keys()].filter((name) => name.endsWith('.bin'))).toHaveLength(2);
});

test.each<[string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown, string]>([
  ['a sheet’s, without a key', (sheet) => sheet.customProperties.add('', 'x'), 'InvalidArgument'],
  ['a sheet’s, of too long a key', (sheet) => sheet.customProperties.add('x'.repeat(256), 'x'), 'InvalidArgument'],
  ['a sheet’s, that is not there', (sheet) => sheet.customProperties.getItem('x').load('value'), 'ItemNotFound'],
  ['a workbook’s, without a key', (_s, { workbook }) => workbook.properties.custom.add('', 'x'), 'InvalidArgument'],
  [
    'a workbook’s, that is an object',
    (_s, { workbook }) => workbook.properties.custom.add('x', [1]),
    'InvalidArgument',
  ],
  [
    'a workbook’s, that is not there',
    (_s, { workbook }) => workbook.properties.custom.getItem('x').load('value'),
    'ItemNotFound',
  ],
])('a property is refused: %s', async (_description, job, code) => {
  expect(await codeOf(job)).toBe(code);
});

test('who wrote a file, when and how often', async () => {
  const core =
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/"><cp:lastModifiedBy>Ève</cp:lastModifiedBy><cp:revision>4</cp:revision><dcterms:created>2026-01-02T03:04:05Z</dcterms:created></cp:coreProperties>';
  reopen(
    file(worksheet('<sheetData/>'), {
      '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml'], ['core-properties', 'docProps/core.xml']),
      'docProps/core.xml': core,
    }),
  );
  const read = () =>
    Excel.run(async (context) => {
      const properties = context.workbook.properties.load('lastAuthor,creationDate,revisionNumber');
      await context.sync();
      return [properties.lastAuthor, properties.creationDate, properties.revisionNumber];
    });
  const created = new Date('2026-01-02T03:04:05Z');
  expect(await read()).toEqual(['Ève', created, 4]);
  await onSheet((_sheet, { workbook }) => (workbook.properties.revisionNumber = 5));
  reopen();
  expect(await read()).toEqual(['Ève', created, 5]);
});
