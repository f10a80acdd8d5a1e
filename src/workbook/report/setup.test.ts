import { openBridge, type BridgeHarness } from '../../../test/support/office';
import { reportSetup } from './setup';

let office: BridgeHarness | undefined;
afterEach(() => office?.dispose());

it.each([
  { language: 'fr-CA', locale: 'fr-FR', excelApi: '1.18', setup: { paper: 'letter', richText: true } },
  { language: 'fr', locale: 'fr-FR', excelApi: '1.18', setup: { paper: 'a4', richText: true } },
  { language: '', locale: 'en-US', excelApi: '1.17', setup: { paper: 'letter', richText: false } },
])('$language in an Excel of $locale at $excelApi', ({ language, locale, excelApi, setup }) => {
  office = openBridge(undefined, { locale, excelApi });
  expect(reportSetup(language)).toEqual(setup);
});
