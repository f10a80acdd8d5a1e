import { codeOf, onSheet } from '../../../test/support/excel';
import { openBridge, type BridgeHarness } from '../../../test/support/office';
import { openXlsx, saveXlsx } from '../xlsx';
import { archive, changedParts, contents } from '../xlsx/test-files';

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

const relectures = '<Relectures xmlns="urn:relectures"><qui>Ève &amp; Luc</qui></Relectures>';
const autres = '<?xml version="1.0"?><a:autre xmlns:a="urn:autres"/>';

const read = () =>
  Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts.load('items/id,items/namespaceUri');
    const count = parts.getCount();
    await context.sync();
    const texts = parts.items.map((part) => part.getXml());
    await context.sync();
    return [count.value, ...parts.items.map(({ namespaceUri }, at) => [namespaceUri, texts[at]?.value])];
  });

test('documents are kept, found by namespace, changed, saved and taken away', async () => {
  await onSheet((_sheet, { workbook }) => {
    workbook.customXmlParts.add(relectures);
    workbook.customXmlParts.add(autres);
  });
  const expected = [2, ['urn:relectures', relectures], ['urn:autres', '<a:autre xmlns:a="urn:autres"/>']];
  expect(await read()).toEqual(expected);
  const saved = saveXlsx(office.workbook);
  office.dispose();
  office = openBridge(openXlsx(saved));
  expect(await read()).toEqual(expected);
  const found = await Excel.run(async (context) => {
    const { customXmlParts } = context.workbook;
    const scope = customXmlParts.getByNamespace('urn:relectures');
    const one = scope.getOnlyItem().load('id');
    const count = scope.getCount();
    const none = customXmlParts.getByNamespace('urn:rien').getOnlyItemOrNullObject();
    await context.sync();
    const same = [customXmlParts.getItem(one.id), scope.getItem(one.id), scope.getItemOrNullObject(one.id)];
    same.forEach((part) => part.load('namespaceUri'));
    same[0]?.setXml('<Relectures xmlns="urn:relectures"/>');
    customXmlParts.getByNamespace('urn:autres').getOnlyItem().delete();
    await context.sync();
    return [count.value, none.isNullObject, ...same.map(({ namespaceUri }) => namespaceUri)];
  });
  expect(found).toEqual([1, true, 'urn:relectures', 'urn:relectures', 'urn:relectures']);
  const last = saveXlsx(office.workbook);
  expect(changedParts(saved, last)).toEqual(
    expect.arrayContaining(['customXml/item1.xml', 'customXml/item2.xml', 'customXml/itemProps2.xml']),
  );
  expect([...contents(last).keys()].filter((name) => name.startsWith('customXml')).sort()).toEqual([
    'customXml/_rels/item1.xml.rels',
    'customXml/item1.xml',
    'customXml/itemProps1.xml',
  ]);
  while (office.workbook.history.undo());
  expect(changedParts(saved, saveXlsx(office.workbook))).toEqual([]);
});

test('a part that is no text stays as it came, and the file opens', async () => {
  await onSheet((_sheet, { workbook }) => void workbook.customXmlParts.add(relectures));
  const parts = new Map(contents(saveXlsx(office.workbook)));
  parts.set('customXml/item1.xml', Uint8Array.of(60, 0xff, 0xfe));
  const damaged = archive(Object.fromEntries(parts));
  office.dispose();
  office = openBridge(openXlsx(damaged));
  expect(await read()).toEqual([0]);
  await onSheet((_sheet, { workbook }) => void workbook.customXmlParts.add(autres));
  expect(changedParts(damaged, saveXlsx(office.workbook))).not.toContain('customXml/item1.xml');
});

test.each<[string, (context: Excel.RequestContext) => unknown, string]>([
  ['that is no XML', ({ workbook }) => workbook.customXmlParts.add('<a>'), 'InvalidArgument'],
  ['that is not there', ({ workbook }) => workbook.customXmlParts.getItem('{0}').load('id'), 'ItemNotFound'],
  [
    'of a namespace that no other has',
    ({ workbook }) => workbook.customXmlParts.getByNamespace('u').getOnlyItem().load('id'),
    'ItemNotFound',
  ],
  [
    'of a namespace that others have',
    ({ workbook }) => {
      workbook.customXmlParts.add('<a xmlns="u"/>');
      workbook.customXmlParts.add('<b xmlns="u"/>');
      workbook.customXmlParts.getByNamespace('u').getOnlyItem().load('id');
    },
    'InvalidArgument',
  ],
  [
    'in the place of one, that is no XML',
    ({ workbook }) => workbook.customXmlParts.add('<a/>').setXml('b'),
    'InvalidArgument',
  ],
])('a document is refused: %s', async (_description, job, code) => {
  expect(await codeOf((_sheet, context) => job(context))).toBe(code);
});
