import { openXlsx, saveXlsx } from '../../src/host';
import { archiveOfParts, partsOf } from '../support/archives';
import { openBridge } from '../support/office';
import { stateOf } from '../support/state';
import { gatewayOf, newActivity, trackedActivities, trackedPlan, value } from '../support/tracking';
import { arranged, commands, readers, type Command } from './harness';

/** A workbook that counts its days from 1904: every serial number in it is that of a day four years later. */

/** What shows or selects tells nothing of days. */
const dayless = ['status', 'selection', 'goToItem'];
const readingDays: readonly Command[] = [
  ...readers.filter(({ name }) => !dayless.includes(name)),
  {
    name: 'readChanges',
    arrange: async (gateway) => {
      value(await gateway.readPlan());
      return () => gateway.readChanges();
    },
    whenDone: [],
  },
];

test.each([...commands, ...readingDays])('$name refuses it, and changes nothing', async (command) => {
  const stage = await arranged(command);
  stage.workbook.date1904 = true;
  const before = stateOf(stage.workbook);
  expect(await stage.call(stage.tried, false)).toEqual({ ok: false, error: { code: 'date1904', params: {} } });
  expect(stateOf(stage.workbook)).toEqual(before);
  stage.dispose();
});

test('a file says so, and is read once Excel counts from 1900', async () => {
  const office = openBridge();
  const made = { plan: trackedPlan, activities: trackedActivities, language: 'fr' } as const;
  value(await gatewayOf(office).createTrackingWorkbook(made));
  const parts = partsOf(saveXlsx(office.workbook));
  const book = (parts['xl/workbook.xml'] ?? '').replace(/<workbookPr\b/, '<workbookPr date1904="1"');
  const opened = openBridge(openXlsx(archiveOfParts({ ...parts, 'xl/workbook.xml': book })));
  const gateway = gatewayOf(opened);
  expect(await gateway.readPlan()).toMatchObject({ ok: false, error: { code: 'date1904' } });
  expect(await gateway.append(newActivity('Nouvelle'))).toMatchObject({ ok: false, error: { code: 'date1904' } });
  opened.workbook.date1904 = false;
  expect(value(await gateway.readPlan()).activities).toEqual(trackedActivities);
  opened.dispose();
  office.dispose();
});
