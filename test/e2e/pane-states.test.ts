import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { FrameLocator, Page } from 'playwright-core';
import { Workbook } from '../../src/host';
import { eventually } from '../support/eventually';
import { describeInBrowser, startWorkbench, type WorkbenchBrowser } from './support/browser';
import {
  changed,
  example,
  field,
  fillActivity,
  foreign,
  openWorkbook,
  paneOf,
  showing,
  violations,
  write,
} from './support/pane';

let workbench: WorkbenchBrowser;

beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

interface Opened {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Requests to anywhere but the local server. */
  readonly strangers: readonly string[];
}

/** The workbench on a workbook, in a page of its own. */
async function openWith(
  name: string,
  workbook: Workbook,
  lang: 'fr' | 'en' = 'fr',
  mark?: (bytes: Uint8Array) => Uint8Array,
): Promise<Opened> {
  const page = await workbench.open({ lang, width: 1280, height: 900 });
  const strangers: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(workbench.server.url) && !/^(?:data|blob):/.test(request.url())) {
      strangers.push(request.url());
    }
  });
  await openWorkbook(page, `${name}.xlsx`, workbook, mark);
  return { page, pane: paneOf(page), strangers };
}

/** The file as Excel marks it where its author recommends to open it read-only. */
function readOnly(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const workbook = strFromU8(parts['xl/workbook.xml']!).replace(
    '<workbookPr',
    '<fileSharing readOnlyRecommended="1"/>$&',
  );
  return zipSync({ ...parts, 'xl/workbook.xml': strToU8(workbook) });
}

/** The row of « Version du format », from 0, in the table of settings. */
const format = 5;

const states: readonly {
  readonly name: string;
  readonly workbook: () => Workbook;
  readonly mark?: (bytes: Uint8Array) => Uint8Array;
  readonly fr: RegExp;
  readonly en: RegExp;
}[] = [
  { name: 'blank', workbook: () => Workbook.blank(), fr: /classeur est vide/i, en: /workbook is blank/i },
  { name: 'foreign', workbook: foreign, fr: /n’est pas un classeur de suivi/i, en: /not a tracking workbook/i },
  {
    name: 'missing-table',
    workbook: () => changed((each) => each.tableByName('Activites')!.convertToRange()),
    fr: /Activites|Activités/,
    en: /Activites|Activities/,
  },
  {
    name: 'renamed-header',
    workbook: () => changed((each) => write(each, 'Activités', 0, 4, 'Autre chose')),
    fr: /Activité/,
    en: /Activité|Activity/,
  },
  {
    name: 'duplicate-number',
    workbook: () => changed((each) => write(each, 'Plan', 2, 0, '1.1.1')),
    fr: /1\.1\.1 est inscrit plus d’une fois/,
    en: /1\.1\.1 is/,
  },
  {
    name: 'unknown-number',
    workbook: () => changed((each) => write(each, 'Activités', 1, 3, '8.8.8')),
    fr: /8\.8\.8/,
    en: /8\.8\.8/,
  },
  {
    name: 'text-date',
    workbook: () => changed((each) => write(each, 'Activités', 1, 1, '’2 juin 2021')),
    fr: /2 juin 2021/,
    en: /2 juin 2021/,
  },
  {
    name: 'protected',
    workbook: () => changed((each) => each.sheetByName('Activités')!.protect()),
    fr: /protégée/i,
    en: /protected/i,
  },
  {
    name: 'newer-format',
    workbook: () =>
      changed((each) => write(each, 'Paramètres', each.tableByName('Parametres')!.bodyRect.row + format, 1, '99')),
    fr: /vient d’une version plus récente de Suivi/,
    en: /comes from a newer version of Suivi/,
  },
  {
    name: 'older-format',
    workbook: () => changed((each) => each.tableByName('Parametres')!.rows.delete(format, 1)),
    fr: /vient d’une version antérieure de Suivi/,
    en: /comes from an earlier version of Suivi/,
  },
  { name: 'read-only', workbook: example, mark: readOnly, fr: /est en lecture seule/i, en: /is read-only/i },
];

/** Waits until the pane, its problems unfolded, says something. */
async function says(pane: FrameLocator, expected: RegExp): Promise<void> {
  const toggle = pane.getByRole('button', { name: /problèmes?|problems?/i }).first();
  await pane.getByRole('main').first().waitFor();
  await pane.getByText(/\S/).first().waitFor();
  await eventually(async () => {
    if ((await toggle.count()) > 0 && (await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
    expect(await pane.locator('body').innerText()).toMatch(expected);
  });
}

describeInBrowser.each(['fr', 'en'] as const)('a workbook that is not as it should be, in %s', (lang) => {
  it.each(states)('$name', async ({ name, workbook, mark, [lang]: expected }) => {
    const { page, pane, strangers } = await openWith(`${name}-${lang}`, workbook(), lang, mark);
    await says(pane, expected);
    expect(await page.getByText(/non enregistrées|Unsaved/i).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(strangers).toEqual([]);
    await page.close();
  });
});

describeInBrowser('an append that Excel would misplace', () => {
  it('is refused on a filtered table, the entry kept and the workbook as it was', async () => {
    const filtered = changed((each) => each.tableByName('Activites')!.setFilter({ column: 3, values: ['1.1.1'] }));
    const { page, pane } = await openWith('filtered', filtered);
    await fillActivity(page, '1.1.3', '2 juin et 8 septembre 2021', '- Rencontre');
    await page.keyboard.press('Control+Enter');
    await pane.getByText(/est filtré.*Rien n’a été modifié/).waitFor();
    await showing(field(page, /^Titre/), '- Rencontre');
    expect(await page.getByText(/non enregistrées/i).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});
