import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { openXlsx, type Workbook } from '../../src/host';
import type { TrackedPlan } from '../../src/plan';
import { describeWithLibreoffice } from '../support/libreoffice';
import { eventually } from '../support/eventually';
import { describeInBrowser, startWorkbench, type WorkbenchBrowser } from './support/browser';
import { fillActivity, lastRow, openScreen, paneOf, picker, pressOnRibbon } from './support/pane';

const root = path.resolve(__dirname, '../..');
const example = path.join(root, 'examples/exemple.xlsx');

let workbench: WorkbenchBrowser;
let folder: string;
let page: Page;
let pane: FrameLocator;

/** The workbook as the person saved it at the end of the job. */
let saved: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'main-job-'));
  saved = path.join(folder, 'enregistre.xlsx');
  workbench = await startWorkbench();
  page = await workbench.open({ width: 1440, height: 900 });
  pane = paneOf(page);
});
afterAll(async () => {
  await workbench.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (file: string): Workbook => openXlsx(new Uint8Array(readFileSync(file)));
const rowsOf = (file: string): number => open(file).tableByName('Activites')!.bodyRect.rows;
const read = (file: string): TrackedPlan =>
  JSON.parse(
    execFileSync(process.execPath, ['bin/suivi.js', 'read', file, '--json'], { cwd: root, encoding: 'utf8' }),
  ) as TrackedPlan;

/** Waits until a cell, brought into view by the name box, shows this. */
async function shows(address: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Zone Nom' }).fill(address);
  await page.keyboard.press('Enter');
  await eventually(async () => expect(await page.locator(`#cell-${address}`).innerText()).toBe(text));
}

/** Waits until the Activités sheet goes to a row and no further, as a person sees it in the grid. */
const goesTo = (row: number) => eventually(async () => expect(await lastRow(page, 'Activités')).toBe(row));

async function save(): Promise<void> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await (await download).saveAs(saved);
}

describeInBrowser('the main job, in the workbench', () => {
  it('opens on the example plan', async () => {
    await picker(page).waitFor();
    await page.getByRole('gridcell', { name: '1.1.1', exact: true }).waitFor();
    await eventually(async () => expect(await page.title()).toContain('exemple.xlsx'));
  });

  it('appends two dates in words, verified, and shows them in the grid', async () => {
    const before = await lastRow(page, 'Activités');
    expect(before).toBe(rowsOf(example) + 1);
    await fillActivity(page, '1.1.3', '2 juin et 8 septembre 2021', '- Rencontre');
    await page.keyboard.press('Control+Enter');
    await pane.getByText('Enregistré et vérifié').waitFor();
    await goesTo(before + 2);
    await shows(`B${before + 2}`, '2021-09-08');
    await shows(`E${before + 2}`, '- Rencontre');
  });

  it('takes the addition back, and adds it again', async () => {
    const after = await lastRow(page, 'Activités');
    await pane.getByRole('button', { name: 'Annuler' }).click();
    await pane.getByText('Enregistré et vérifié').waitFor({ state: 'detached' });
    await goesTo(after - 2);
    await fillActivity(page, '1.1.3', '2 juin et 8 septembre 2021', '- Rencontre');
    await page.keyboard.press('Control+Enter');
    await pane.getByText('Enregistré et vérifié').waitFor();
    await goesTo(after);
  });

  it('adds once when the button is clicked twice', async () => {
    await fillActivity(page, '1.2.1', '15 juin 2026', 'Un seul ajout');
    await pane.getByRole('button', { name: 'Ajouter l’activité' }).dblclick();
    await pane.getByText('Enregistré et vérifié').waitFor();
    await goesTo(rowsOf(example) + 1 + 3);
  });

  it('builds the report and the coverage from the pane', async () => {
    await openScreen(page, 'Rapport');
    await pane.getByRole('button', { name: 'Rapport et couverture' }).click();
    await page.getByRole('tab', { name: 'Couverture' }).waitFor();
    await pane.getByText('La couverture est prête.').waitFor();
    expect(await page.getByRole('tab', { name: 'Rapport' }).count()).toBe(1);
  });

  it('builds them again in place from the ribbon, the pane not asked', async () => {
    for (const name of ['Rapport', 'Couverture']) {
      await pressOnRibbon(page, name);
      await page.getByRole('tab', { name, exact: true, selected: true }).waitFor();
    }
    expect(await page.getByRole('tablist', { name: 'Feuilles' }).getByRole('tab').allInnerTexts()).toEqual([
      'Plan',
      'Activités',
      'Paramètres',
      'Rapport',
      'Couverture',
      'Données',
    ]);
  });

  it('saves a workbook that the command line reads back', async () => {
    await save();
    const { activities, problems } = read(saved);
    const known = read(example).activities.length;
    expect(problems).toEqual([]);
    expect(activities.slice(known).map(({ planNo, title, occurrences }) => ({ planNo, title, occurrences }))).toEqual([
      { planNo: '1.1.3', title: '- Rencontre', occurrences: [{ start: '2021-06-02' }, { start: '2021-09-08' }] },
      { planNo: '1.2.1', title: 'Un seul ajout', occurrences: [{ start: '2026-06-15' }] },
    ]);
  });
});

interface Seen {
  readonly tables: Readonly<Record<string, number>>;
  readonly lastRow: readonly { readonly text: string; readonly kind: 'VALUE' | 'TEXT' | 'FORMULA' | 'EMPTY' }[];
  readonly pivots: readonly { readonly name: string; readonly rows: readonly (readonly (string | number)[])[] }[];
}

// There is a saved workbook only where there was a browser to save it.
describeInBrowser('read by another program', () => {
  describeWithLibreoffice('the saved workbook, in LibreOffice', (office) => {
    const see = async (): Promise<Seen> =>
      JSON.parse(await office.uno(path.join(__dirname, 'support/product.py'), [saved])) as Seen;

    it('has the table three rows longer, a title that begins with a dash as text, and a live pivot of our totals', async () => {
      const { tables, lastRow: last, pivots } = await see();
      expect(tables.Activites).toBe(rowsOf(example) + 3);
      expect(last.map(({ kind }) => kind)).not.toContain('FORMULA');

      const workbook = open(saved);
      const area = workbook.tableByName('Activites')!.bodyRect;
      const titles = [...workbook.sheetByName('Activités')!.cells.within(area)].filter(({ column }) => column === 4);
      expect(titles.filter(({ cell }) => cell.value === '- Rencontre' && cell.formula === undefined)).toHaveLength(2);

      const { plan, activities } = read(saved);
      const [pivot] = pivots;
      const grandTotal = pivot!.rows.at(-1)!.at(-1);
      expect({ name: pivot!.name, grandTotal }).toEqual({ name: 'CouverturePivot', grandTotal: activities.length });
      const silent = plan.objectives
        .flatMap(({ strategies }) => strategies.flatMap(({ actions }) => actions))
        .filter(({ no }) => !activities.some(({ planNo }) => planNo === no));
      expect(silent.length).toBeGreaterThan(0);
      for (const { no } of silent) {
        const row = pivot!.rows.find((cells) => cells.some((cell) => String(cell).startsWith(`${no} `)));
        expect({ no, total: row?.at(-1) }).toEqual({ no, total: 0 });
      }
    });

    it('prints the report one page wide, its header on every page, no text cut and no ###', async () => {
      const pdf = await office.convert(saved, 'pdf');
      const text = (...options: string[]): string =>
        execFileSync('pdftotext', [...options, pdf, '-'], { encoding: 'utf8' });
      const pages = text('-raw').split('\f');
      const dense = (value: string): string => value.replace(/\s/g, '');
      expect(pages.filter((each) => each.includes('###'))).toEqual([]);

      const report = open(saved).sheetByName('Rapport')!;
      const header = [...report.cells.within({ ...report.cells.extent()!, row: 0, rows: 12 })].find(
        ({ cell }) => cell.value === 'ACTIVITÉS',
      )!.row;
      const columns = [...report.cells.within({ row: header, column: 0, rows: 1, columns: 10 })].map(
        ({ row, column }) => report.text(row, column),
      );
      const ours = pages.filter((each) => columns.every((title) => dense(each).includes(dense(title))));
      const printed = dense(ours.join(''));
      const lost = [...report.cells.within(report.cells.extent()!)]
        .map(({ row, column }) => report.text(row, column))
        .filter((each) => !printed.includes(dense(each)));
      expect({ pages: ours.length > 1, lost }).toEqual({ pages: true, lost: [] });
    });
  });
});
