import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { eventually } from '../support/eventually';
import { describeInBrowser, startWorkbench, type WorkbenchBrowser } from './support/browser';
import { column, focused, paneOf, paste as pasteInto, save, showing, tabTo, violations } from './support/pane';

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
  pane = paneOf(page);
  await page.getByRole('button', { name: 'Nouveau' }).click();
  await pane.getByRole('button', { name: 'Mon document' }).click();
  await pane.getByRole('heading', { name: 'Importer un document' }).waitFor();
});
afterEach(() => page.close());

const paste = (html: string, text: string) =>
  pasteInto(page, pane.getByRole('textbox', { name: 'Texte du document' }), html, text);

const read = (file: string) => readFileSync(file, 'utf8');
const preview = () => pane.getByRole('heading', { name: 'Aperçu' });
const importButton = () => pane.getByRole('button', { name: /^Importer \d/ });

describeInBrowser('a Word document pasted into a blank workbook', () => {
  it('is previewed, settled, imported, verified and taken back', async () => {
    await paste(read(path.join(examples, 'rapport.word.html')), 'Le rapport');
    await preview().waitFor();
    // Nothing is written before « Importer ».
    expect(await page.getByRole('tab', { name: 'Activités' }).count()).toBe(0);

    const dates = pane.getByRole('textbox', { name: 'Dates' });
    await showing(dates, '12 févrir 2024');
    await dates.fill('12 février 2024');
    await pane.getByRole('textbox', { name: /^(?:Son|Leur) année$/ }).fill('2023');
    await pane.getByRole('radio', { name: /^Mettre sous 1\.1\.2 / }).check();
    await importButton().click();
    await pane.getByText('Importé et vérifié').waitFor();

    const workbook = await save(page);
    expect(column(workbook, 'Plan', 'No')).toEqual(['1.1.1', '1.1.2', '1.2.1', 'R.1']);
    const dated = column(workbook, 'Activites', 'Date').map(
      (date, at) =>
        `${date} ${column(workbook, 'Activites', 'No plan')[at]} ${column(workbook, 'Activites', 'Activité')[at]}`,
    );
    expect(dated).toEqual([
      '2023-10-04 1.1.1 Salon du livre de Rivière-Haute',
      '2023-10-11 1.1.1 Salon du livre de Rivière-Haute',
      '2023-11-28 1.1.2 Rencontre : Semaine des lettres',
      '2024-02-01 1.1.2 Comité de navigation douce',
      '2024-02-12 1.1.2 Atelier de reliure flottante',
      '2024-03-06 1.2.1 Formation en secourisme',
      '2024-03-13 1.2.1 Suite de la formation en secourisme',
      '2023-10-05 R.1 Conseil d’administration',
      '2024-05-15 R.1 Conseil d’administration',
      '2023-06-20 R.1 Assemblée générale annuelle',
    ]);

    await pane.getByRole('button', { name: 'Annuler l’importation' }).click();
    await pane.getByText(/L’importation a été annulée/).waitFor();
    expect(await page.getByRole('tab', { name: 'Activités' }).count()).toBe(0);
    await pane.getByRole('button', { name: 'Revenir à l’aperçu' }).click();
    await showing(dates, '12 février 2024');
  });

  it.each(['rapport.docx', 'rapport.xlsx', 'rapport.md', 'rapport.tsv', 'rapport.google.html'])(
    'reads the same from a file: %s',
    async (name) => {
      await pane.locator('input[type="file"]').setInputFiles(path.join(examples, name));
      await preview().waitFor();
      expect(await pane.getByText(/^À ajouter/).innerText()).toMatch(
        /^À ajouter.: 8.activités, 2.objectifs, 3.stratégies, 3.actions/,
      );
    },
  );
});

describeInBrowser('the screen', () => {
  it.each(['light', 'dark'] as const)('has no fault that axe finds, at each step: %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page)).toEqual([]);
    await paste('', 'La présidente remercie les membres et leur souhaite un bel été.');
    await pane.getByText('Ce document n’est pas un plan').waitFor();
    expect(await violations(page)).toEqual([]);
    await paste(read(path.join(examples, 'rapport.word.html')), '');
    await preview().waitFor();
    await pane
      .getByRole('button', { name: /^Modifier/ })
      .first()
      .click();
    expect(await violations(page)).toEqual([]);
    await importButton().click();
    await pane.getByText('Importé et vérifié').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('is done by keyboard alone', async () => {
    await paste(read(path.join(examples, 'rapport.word.html')), '');
    await preview().waitFor();
    await focused(preview());
    await tabTo(page, importButton(), 200);
    await page.keyboard.press('Enter');
    await pane.getByText('Importé et vérifié').waitFor();
    await focused(pane.getByRole('heading', { name: 'Importer un document' }));
  });
});

describeInBrowser('2,000 activities', () => {
  it('stay fluid: few rows in the page, each reached by the keyboard, all written in one', async () => {
    const rows = Array.from(
      { length: 2000 },
      (_, at) => `<tr><td></td><td></td><td>${1 + (at % 28)} juin 2021<br><b>Activité ${at + 1}</b></td></tr>`,
    );
    const head = '<tr><td>Stratégies 2020-2023</td><td>Actions 2020-2021</td><td>ACTIVITÉS</td></tr>';
    const first = '<tr><td>Parler</td><td>&gt; Écrire</td><td>2 juin 2021<br><b>Ouverture</b></td></tr>';
    await paste(`<p>OBJECTIF STRATÉGIQUE 1 | Grand</p><table>${head}${first}${rows.join('')}</table>`, '');
    await preview().waitFor();
    const list = pane.getByRole('list', { name: 'Activités à importer' });
    const boxes = list.getByRole('checkbox');
    await boxes.first().focus();
    expect(await boxes.count()).toBeLessThan(40);
    await page.keyboard.press('End');
    const last = list.getByRole('checkbox', { name: /Activité 2000/ });
    await focused(last);
    expect(await boxes.count()).toBeLessThan(40);
    await page.keyboard.press('Space');
    await eventually(async () => expect(await last.isChecked()).toBe(false));
    await pane.getByRole('button', { name: /^Importer 2.000 activités/ }).click();
    await pane.getByText('Importé et vérifié').waitFor();
    expect(column(await save(page), 'Activites', 'Id')).toHaveLength(2000);
  });
});

const report = path.join(cases, 'seed-000.word.html');
if (existsSync(report))
  describeInBrowser('the report kept beside the repository', () => {
    it('gives 33 activities in the workbook', async () => {
      await paste(read(report), '');
      await preview().waitFor();
      await importButton().click();
      await pane.getByText('Importé et vérifié').waitFor();
      const workbook = await save(page);
      expect(new Set(column(workbook, 'Activites', 'Id')).size).toBe(33);
      expect(column(workbook, 'Plan', 'Action').filter((text) => text !== '')).toHaveLength(6);
    });
  });
