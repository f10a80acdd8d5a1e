import { codeOf, onSheet, rangeData } from '../support/excel';
import { openBridge, type BridgeHarness } from '../support/office';

/** Heights, merged cells, printing. */

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

const sheet = () => office.workbook.activeSheet;
const long = 'un texte assez long pour plusieurs lignes '.repeat(4);

test('autofitRows ignores merged cells: a row of wrapped text in a merge stays as low as a line', async () => {
  await onSheet((active) => {
    for (const address of ['A1', 'A2:B2']) {
      const range = active.getRange(address);
      range.format.wrapText = true;
      range.getCell(0, 0).values = [[long]];
    }
    active.getRange('A2:B2').merge();
    active.getRange('A1:A2').format.autofitRows();
  });
  expect(sheet().rows.height(0)).toBeGreaterThan(30);
  expect(sheet().rows.height(1)).toBe(sheet().rows.defaultHeight);
});

test('a row is at most 409 points high', async () => {
  expect(await codeOf((active) => (active.getRange('A1').format.rowHeight = 410))).toBe('InvalidArgument');
  await onSheet((active) => {
    active.getRange('A1').format.wrapText = true;
    active.getRange('A1').values = [[long.repeat(20)]];
    active.getRange('A1').format.autofitRows();
  });
  expect(sheet().rows.height(0)).toBe(409);
});

test('a header or a footer is at most 255 characters', async () => {
  const setHeader = (text: string) =>
    codeOf((active) => (active.pageLayout.headersFooters.defaultForAllPages.leftHeader = text));
  expect(await setHeader('a'.repeat(256))).toBe('InvalidArgument');
  expect(await setHeader('a'.repeat(255))).toBe('done');
});

test('zoom is set as an object: one page wide, as many down as there are', async () => {
  await onSheet(({ pageLayout }) => {
    pageLayout.orientation = 'Landscape';
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.setPrintArea('A1:C10');
    pageLayout.setPrintTitleRows('$1:$1');
  });
  expect(sheet().page.layout).toMatchObject({
    orientation: 'Landscape',
    zoom: { horizontalFitToPages: 1 },
    printArea: [{ row: 0, column: 0, rows: 10, columns: 3 }],
    titleRows: { first: 0, last: 0 },
  });
});

test('getMergedAreasOrNullObject fails over 512 areas', async () => {
  const merge = (areas: number) => onSheet((active) => active.getRange(`A1:B${areas}`).merge(true));
  const ask = () => codeOf((active) => active.getRange('A1:B600').getMergedAreasOrNullObject().load('address'));
  await merge(512);
  expect(await ask()).toBe('done');
  await merge(513);
  expect(await ask()).toBe('InvalidOperation');
});

test('a table cannot hold merged cells', async () => {
  await onSheet((active) => active.getRange('A1:B1').merge());
  expect(await codeOf((active) => active.tables.add('A1:B3', true))).toBe('InvalidOperation');
});

test('only the top left content of a merge stays', async () => {
  await onSheet((active) => {
    active.getRange('A1:B1').values = [['un', 'deux']];
    active.getRange('A1:B1').merge();
  });
  expect(await rangeData('A1:B1', 'values')).toEqual({ values: [['un', '']] });
});

test('a number format that Excel refuses is an invalid argument', async () => {
  expect(await codeOf((active) => (active.getRange('A1').numberFormat = [['[rouge']]))).toBe('InvalidArgument');
});

test('insertWorksheetsFromBase64 is not on every Excel: what the host lacks it refuses by name', async () => {
  const insert = (_active: Excel.Worksheet, { workbook }: Excel.RequestContext) =>
    workbook.insertWorksheetsFromBase64('');
  expect(await codeOf(insert)).toMatch(/NotImplemented/);
});

test.each([
  ['InsideHorizontal', 'A1:C1', 'InvalidOperation'],
  ['InsideHorizontal', 'A1:C2', 'done'],
  ['InsideVertical', 'A1:A3', 'InvalidOperation'],
] as const)('a range has no line %s where there is nothing inside: %s, %s', async (side, address, code) => {
  const draw = (active: Excel.Worksheet) =>
    (active.getRange(address).format.borders.getItem(side).style = 'Continuous');
  expect(await codeOf(draw)).toBe(code);
});

test('panes of a hidden sheet are neither frozen nor unfrozen', async () => {
  const hidden = (job: (sheet: Excel.Worksheet) => void) =>
    codeOf((_active, context) => {
      const added = context.workbook.worksheets.add();
      added.visibility = 'Hidden';
      job(added);
    });
  expect(await hidden((added) => added.freezePanes.freezeRows(1))).toBe('GeneralException');
  expect(await hidden((added) => added.freezePanes.unfreeze())).toBe('GeneralException');
  expect(await hidden((added) => (added.showGridlines = false))).toBe('done');
});
