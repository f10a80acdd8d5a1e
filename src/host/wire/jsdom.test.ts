/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { eventually } from '../../../test/support/eventually';
import { openOffice, type OfficeHarness } from '../../../test/support/office-jsdom';

let harness: OfficeHarness;
beforeEach(async () => {
  harness = await openOffice();
});
afterEach(() => harness.dispose());

test('the whole office.js finds its host', () => {
  const { context } = Office;
  expect({
    host: context.host,
    platform: context.platform,
    display: context.displayLanguage,
    content: context.contentLanguage,
    sets: ['1.13', '1.18', '1.19'].map((version) => context.requirements.isSetSupported('ExcelApi', version)),
  }).toEqual({
    host: 'Excel',
    platform: 'OfficeOnline',
    display: 'fr-CA',
    content: 'fr-CA',
    sets: [true, true, false],
  });
});

test('Excel.run works on the workbook given last', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['bonjour']];
    await context.sync();
  });
  expect(harness.workbook.activeSheet.text(0, 0)).toBe('bonjour');
});

test('a ribbon function runs and says when it is done', async () => {
  const sources: unknown[] = [];
  Office.actions.associate('construire', (event: Office.AddinCommands.Event) => {
    sources.push(event.source.id);
    event.completed();
  });
  const before = harness.office.completedCommands;
  expect(harness.office.invokeCommand('construire', 'bouton')).toBe(true);
  await eventually(() => expect([sources, harness.office.completedCommands - before]).toEqual([['bouton'], 1]));
});

test('settings of the document are saved in the workbook and read again', async () => {
  const { settings } = Office.context.document;
  const call = (method: (done: (result: Office.AsyncResult<unknown>) => void) => void) =>
    new Promise<string>((resolve) => method((result) => resolve(result.status.toString())));
  settings.set('langue', 'fr');
  expect(await call((done) => settings.saveAsync(done))).toBe('succeeded');
  expect(harness.workbook.settings.all.get('langue')).toBe('fr');

  harness.workbook.settings.set('langue', 'en');
  await call((done) => settings.refreshAsync(done));
  expect(settings.get('langue')).toBe('en');
});

test('events reach the page', async () => {
  const heard: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add((event) =>
      Promise.resolve(void heard.push(`${event.source} ${event.address}`)),
    );
    await context.sync();
  });
  const origin = { session: 'autre', by: 'person' } as const;
  harness.workbook.transact(origin, () => harness.workbook.activeSheet.type(1, 1, 'x'));
  await eventually(() => expect(heard).toEqual(['Remote B2']));
});
