import { openBridge, type BridgeHarness } from '../../test/support/office';
import { trackedActivities, trackedPlan } from '../../test/support/tracking';
import { createGateway } from './createGateway';

let office: BridgeHarness | undefined;
afterEach(() => office?.dispose());

it.each([
  ['fr-CA', 'fr', 'fr-CA', 'Letter'],
  ['fr-FR', 'fr', 'fr-FR', 'A4'],
  ['en-GB', 'en', 'en-GB', 'A4'],
  // Excel does not speak the workbook's language: its country is not known.
  ['fr-FR', 'en', 'en-CA', 'Letter'],
  ['fr', 'fr', 'fr-CA', 'Letter'],
] as const)(
  'an Excel of %s makes workbooks in %s that say %s and print on %s',
  async (locale, language, says, paper) => {
    office = openBridge(undefined, { locale });
    const gateway = createGateway();
    await gateway.createTrackingWorkbook({ plan: trackedPlan, activities: trackedActivities, language });
    const tracked = await gateway.readPlan();
    expect(tracked).toMatchObject({ ok: true, value: { settings: { language: says } } });
    expect(office.workbook.sheets.map(({ page }) => page.layout.paperSize)).toEqual([paper, paper, paper]);
  },
);
