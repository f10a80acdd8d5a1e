import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { openXlsx, type Workbook } from '../../src/host';
import { startWorkbench, type WorkbenchBrowser } from './support/browser';

jest.setTimeout(120_000);

const root = path.resolve(__dirname, '../..');
const examples = path.join(root, 'examples/import');
const cases = path.resolve(root, '../shared/cases');

let workbench: WorkbenchBrowser;
let page: Page;
let pane: FrameLocator;

beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

beforeEach(async () => {
  page = await workbench.open();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  pane = page.locator('iframe').first().contentFrame();
  await page.getByRole('button', { name: 'Nouveau' }).click();
  await pane.getByRole('button', { name: 'À partir de mon document' }).click();
  await pane.getByRole('heading', { name: 'Importer un document' }).waitFor();
});
afterEach(() => page.close());

/** Puts a document on the clipboard as programs do, unsanitised, and pastes it with the keyboard: a trusted event. */
async function paste(html: string, text: string): Promise<void> {
  await page.evaluate(
    ([asHtml, asText]) => {
      const onCopy = (event: ClipboardEvent) => {
        event.clipboardData?.setData('text/html', asHtml);
        event.clipboardData?.setData('text/plain', asText);
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      window.addEventListener('copy', onCopy, { capture: true, once: true });
    },
    [html, text] as const,
  );
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+c');
  await pane.getByRole('textbox', { name: 'Texte du document' }).focus();
  await page.keyboard.press('Control+v');
}

const read = (file: string) => readFileSync(file, 'utf8');
const preview = () => pane.getByRole('heading', { name: 'Aperçu' });
const importButton = () => pane.getByRole('button', { name: /^Importer \d/ });

async function save(): Promise<Workbook> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  return openXlsx(new Uint8Array(readFileSync(await (await download).path())));
}

function column(workbook: Workbook, table: string, header: string): string[] {
  const found = workbook.tableByName(table)!;
  const at = found.columns.findIndex(({ name }) => name === header);
  const { row, column: first, rows } = found.bodyRect;
  return Array.from({ length: rows }, (_, index) => found.sheet.text(row + index, first + at));
}

describe('a Word document pasted into a blank workbook', () => {
  it('is previewed, settled, imported, verified and taken back', async () => {
    await paste(read(path.join(examples, 'rapport.word.html')), 'Le rapport');
    await preview().waitFor();
    expect(await page.getByRole('tab', { name: 'Activités' }).count()).toBe(0);
  });
});

describe('the report kept beside the repository', () => {
  const file = path.join(cases, 'seed-000.word.html');
  const ifPresent = existsSync(file) ? it : it.skip;

  ifPresent('gives 33 activities in the workbook', async () => {
    await paste(read(file), '');
    await preview().waitFor();
    await importButton().click();
    await pane.getByText('Importé et vérifié').waitFor();
    const workbook = await save();
    expect(new Set(column(workbook, 'Activites', 'Id')).size).toBe(33);
    expect(column(workbook, 'Plan', 'Action').filter((text) => text !== '')).toHaveLength(6);
  });
});
