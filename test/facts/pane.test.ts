/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { openOffice, type OfficeHarness } from '../support/office-jsdom';

/** What the page of an add-in has, and has not, once office.js is in it. */

let harness: OfficeHarness;
beforeAll(async () => {
  harness = await openOffice();
});
afterAll(() => harness.dispose());

test('officeTheme is undefined on the web: the page follows prefers-color-scheme', () => {
  expect(Office.context.officeTheme).toBeUndefined();
});

test('office.js takes history.pushState and replaceState away', () => {
  expect(['pushState', 'replaceState'].filter((name) => typeof Reflect.get(history, name) === 'function')).toEqual([]);
});

test.each(['alert', 'confirm', 'prompt'] as const)('office.js makes %s throw', (name) => {
  expect(() => window[name]('?')).toThrow();
});

test('displayLanguage is the interface’s, contentLanguage the workbook’s', () => {
  expect([Office.context.displayLanguage, Office.context.contentLanguage]).toEqual(['fr-CA', 'fr-CA']);
});

test('settings.saveAsync clears the undo stack: what can be undone afterwards is the pane’s own affair', async () => {
  const { workbook } = harness;
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['fait']];
    await context.sync();
  });
  expect(workbook.history.canUndo).toBe(true);
  Office.context.document.settings.set('suivi.test', 1);
  await new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
  expect([workbook.history.canUndo, workbook.history.canRedo, workbook.settings.all.get('suivi.test')]).toEqual([
    false,
    false,
    1,
  ]);
});
