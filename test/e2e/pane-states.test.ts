import axeCore from 'axe-core';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { openXlsx, saveXlsx, Workbook, type Origin } from '../../src/host';
import { describeInBrowser, startWorkbench, type WorkbenchBrowser } from './support/browser';

jest.setTimeout(120_000);

const root = path.resolve(__dirname, '../..');
const origin: Origin = { session: 'test', by: 'person' };
const example = (): Workbook => openXlsx(new Uint8Array(readFileSync(path.join(root, 'examples/exemple.xlsx'))));

let workbench: WorkbenchBrowser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pane-states-'));
  workbench = await startWorkbench();
});
afterAll(async () => {
  await workbench.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Requests to anywhere but the local server. */
  readonly strangers: readonly string[];
}

/** The workbench on a workbook changed by `damage`, in a page of its own. */
async function openWith(
  name: string,
  workbook: Workbook,
  lang: 'fr' | 'en' = 'fr',
  mark = (bytes: Uint8Array) => bytes,
): Promise<Opened> {
  const file = path.join(folder, `${name}.xlsx`);
  writeFileSync(file, mark(saveXlsx(workbook)));
  const page = await workbench.open({ lang, width: 1280, height: 900 });
  const strangers: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(workbench.server.url) && !/^(?:data|blob):/.test(request.url())) {
      strangers.push(request.url());
    }
  });
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByText(`${name}.xlsx`).first().waitFor();
  return { page, pane: page.frameLocator('aside iframe'), strangers };
}

function damaged(damage: (workbook: Workbook) => void): Workbook {
  const workbook = example();
  workbook.transact(origin, () => damage(workbook));
  return workbook;
}

const write = (workbook: Workbook, sheet: string, row: number, column: number, value: string): void =>
  workbook.sheetByName(sheet)!.write({ row, column, rows: 1, columns: 1 }, [[value]], 'values');

function foreign(): Workbook {
  const workbook = Workbook.blank();
  workbook.transact(origin, () => write(workbook, workbook.sheets[0]!.name, 0, 0, 'Budget'));
  return workbook;
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
    workbook: () => damaged((each) => each.tableByName('Activites')!.convertToRange()),
    fr: /Activites|Activités/,
    en: /Activites|Activities/,
  },
  {
    name: 'renamed-header',
    workbook: () => damaged((each) => write(each, 'Activités', 0, 4, 'Autre chose')),
    fr: /Activité/,
    en: /Activité|Activity/,
  },
  {
    name: 'duplicate-number',
    workbook: () => damaged((each) => write(each, 'Plan', 2, 0, '1.1.1')),
    fr: /1\.1\.1 est inscrit plus d’une fois/,
    en: /1\.1\.1 is/,
  },
  {
    name: 'unknown-number',
    workbook: () => damaged((each) => write(each, 'Activités', 1, 3, '8.8.8')),
    fr: /8\.8\.8/,
    en: /8\.8\.8/,
  },
  {
    name: 'text-date',
    workbook: () => damaged((each) => write(each, 'Activités', 1, 1, '’2 juin 2021')),
    fr: /2 juin 2021/,
    en: /2 juin 2021/,
  },
  {
    name: 'protected',
    workbook: () => damaged((each) => each.sheetByName('Activités')!.protect()),
    fr: /protégée/i,
    en: /protected/i,
  },
  { name: 'read-only', workbook: example, mark: readOnly, fr: /est en lecture seule/i, en: /is read-only/i },
];

/** What is said in the pane, its problems unfolded. */
async function said(pane: FrameLocator, expected: RegExp): Promise<string> {
  const toggle = pane.getByRole('button', { name: /problèmes?|problems?/i }).first();
  await pane.getByRole('main').first().waitFor();
  await pane.getByText(/\S/).first().waitFor();
  for (let tries = 0; tries < 40; tries += 1) {
    if ((await toggle.count()) > 0 && (await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
    const text = await pane.locator('body').innerText();
    if (expected.test(text)) return text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return pane.locator('body').innerText();
}

async function violations(page: Page): Promise<readonly string[]> {
  const frame = page.frames().find((each) => each.url().includes('/addin/taskpane'))!;
  await frame.evaluate(axeCore.source);
  return frame.evaluate(async () => {
    // Put there by the line above.
    const { axe } = window as typeof window & { axe: typeof axeCore };
    const { violations: found } = await axe.run(document);
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

describeInBrowser.each(['fr', 'en'] as const)('a workbook that is not as it should be, in %s', (lang) => {
  it.each(states)('$name', async ({ name, workbook, mark, [lang]: expected }) => {
    const { page, pane, strangers } = await openWith(`${name}-${lang}`, workbook(), lang, mark);
    expect(await said(pane, expected)).toMatch(expected);
    expect(await page.getByText(/non enregistrées|Unsaved/i).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(strangers).toEqual([]);
    await page.close();
  });
});

describeInBrowser('an append that Excel would misplace', () => {
  it('is refused on a filtered table, the entry kept and the workbook as it was', async () => {
    const filtered = damaged((each) => each.tableByName('Activites')!.setFilter({ column: 3, values: ['1.1.1'] }));
    const { page, pane } = await openWith('filtered', filtered);
    await pane.getByRole('combobox', { name: /Action du plan/ }).fill('1.1.3');
    await pane
      .getByRole('option', { name: /^1\.1\.3/ })
      .first()
      .click();
    await pane.getByRole('textbox', { name: /^Dates/ }).fill('2 juin et 8 septembre 2021');
    await pane.getByRole('textbox', { name: /^Titre/ }).fill('- Rencontre');
    await page.keyboard.press('Control+Enter');
    await pane.getByText(/est filtré.*Rien n’a été modifié/).waitFor();
    expect(await pane.getByRole('textbox', { name: /^Titre/ }).inputValue()).toBe('- Rencontre');
    expect(await page.getByText(/non enregistrées/i).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});
