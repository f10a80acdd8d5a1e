import type { FrameLocator, Page } from 'playwright-core';
import { eventually } from '../support/eventually';
import { generate } from '../support/generator';
import { stateOf } from '../support/state';
import { reading } from '../support/tracking';
import { describeInBrowser, startWorkbench, type WorkbenchBrowser } from './support/browser';
import {
  answersAfter,
  field,
  fillActivity,
  focused,
  openScreen,
  openWorkbook,
  paneFrame,
  paneOf,
  paste,
  picker,
  pressWhen,
  save,
  showing,
} from './support/pane';
import { trackingWorkbook } from './support/tracking';

let workbench: WorkbenchBrowser;
let page: Page;
let pane: FrameLocator;

beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());
afterEach(() => page.close());

async function open(switches = ''): Promise<void> {
  page = await workbench.open({ height: 900, switches });
  pane = paneOf(page);
}
const button = (name: string | RegExp) => pane.getByRole('button', { name, exact: true });

const kept = {
  'Rapport seul': 'S’il y avait déjà un rapport, il est entier, tel qu’il était.',
  'Couverture seule': 'S’il y avait déjà une couverture, elle est entière, telle qu’elle était.',
} as const;
type Build = keyof typeof kept;
const builds: readonly Build[] = ['Rapport seul', 'Couverture seule'];

describeInBrowser('what is stopped in the middle', () => {
  /** Milliseconds: the page itself stops what is slow, at the moment that is meant. */
  const slow = 2000;

  /** Activities of which so much is said that the report takes three requests. */
  async function openLarge(): Promise<void> {
    const { plan, activities } = generate({ actions: 50, activities: 2500 });
    const detailed = activities.map((activity) => ({ ...activity, details: ['précision '.repeat(360)] }));
    await open();
    await openWorkbook(page, 'grand.xlsx', await trackingWorkbook({ plan, activities: detailed }));
    await picker(page).waitFor();
  }

  /** Builds what is small, then begins what is all, and stops it when a text shows: all is as it was before. */
  async function stopAt(build: Build, reached: RegExp): Promise<void> {
    await answersAfter(page, 0);
    await pane.getByRole('radio', { name: /^L’année/ }).check();
    await button(build).click();
    await pane.getByText(/est prête?\.$/).waitFor();
    const before = stateOf(await save(page));
    await pane.getByRole('radio', { name: 'Tout' }).check();
    await answersAfter(page, slow);
    const stopped = pressWhen(page, reached, 'Interrompre');
    await button(build).click();
    expect(await stopped).toEqual({ hadFocus: true, says: 'Interruption…' });
    await pane.getByText('Construction interrompue').waitFor();
    await pane.getByText(kept[build]).waitFor();
    await focused(button(build));
    expect(stateOf(await save(page))).toEqual(before);
  }

  it.each(builds)('%s, where nothing is drawn yet, leaves the one before whole, and says so', async (build) => {
    await open();
    await openScreen(page, 'Rapport');
    await stopAt(build, /Construction d/);
  });

  it('a large report, half drawn, leaves the one before whole', async () => {
    await openLarge();
    await openScreen(page, 'Rapport');
    await stopAt('Rapport seul', /\d sur [\d\s]+lignes/);
  });

  it('a build that has not begun to write builds nothing', async () => {
    await open();
    await openScreen(page, 'Rapport');
    const before = stateOf(await save(page));
    await answersAfter(page, slow);
    const stopped = pressWhen(page, /Lecture du classeur/, 'Interrompre');
    await button('Rapport et couverture').click();
    expect(await stopped).toEqual({ hadFocus: true, says: 'Interruption…' });
    await pane.getByText(/Rien n’a été construit/).waitFor();
    expect(stateOf(await save(page))).toEqual(before);
  });

  it('an import is taken back whole, and can be begun again', async () => {
    await open();
    await openScreen(page, 'Importer');
    const rows = Array.from(
      { length: 6000 },
      (_, at) =>
        `<tr><td></td><td></td><td>${1 + (at % 28)} juin 2021<br><b>Activité ${at + 1}</b><br>${'précisions '.repeat(40)}</td></tr>`,
    );
    const head = '<tr><td>Stratégies 2020-2023</td><td>Actions 2020-2021</td><td>ACTIVITÉS</td></tr>';
    const first = '<tr><td>Parler</td><td>&gt; Écrire</td><td>2 juin 2021<br><b>Ouverture</b></td></tr>';
    const document = `<p>OBJECTIF STRATÉGIQUE 9 | Grand</p><table>${head}${first}${rows.join('')}</table>`;
    await paste(page, pane.getByRole('textbox', { name: 'Texte du document' }), document, '');
    await pane.getByRole('heading', { name: 'Aperçu' }).waitFor();
    const before = reading(await save(page));

    await answersAfter(page, slow);
    const stopped = pressWhen(page, /lignes sur/, 'Annuler');
    await button(/^Importer 6.001 activités/).click();
    expect(await stopped).toMatchObject({ says: 'Annulation…' });
    await button(/^Importer 6.001 activités/).waitFor();
    expect(reading(await save(page))).toEqual(before);
  });
});

/** Has a page keep what there is to read in its pane, picture by picture, once the product's own script has run. */
const watchForBlanks = (toWatch: Page) =>
  toWatch.addInitScript(() => {
    if (!location.pathname.includes('/addin/taskpane')) return;
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      const text = document.querySelector('#root')?.textContent ?? '';
      if (text !== seen.at(-1)) seen.push(text);
      requestAnimationFrame(look);
    };
    document.addEventListener('DOMContentLoaded', () => requestAnimationFrame(look));
  });

describeInBrowser('a slow connection', () => {
  it('shows what is awaited from the first picture on, and never a blank pane', async () => {
    page = await workbench.open({ switches: 'delay=500', before: watchForBlanks });
    pane = paneOf(page);
    await picker(page).waitFor();
    const seen = await paneFrame(page).evaluate(() => Reflect.get(window, 'seen') as readonly string[]);
    // Nothing can be said before the scripts have run.
    const [first, ...later] = seen.filter((text, at) => at > 0 || text !== '');
    expect(first).toBe('SuiviLecture du classeur…');
    expect(later).not.toContain('');
  });

  it('leaves the person who adds an activity free to go on typing, and adds it once', async () => {
    await open();
    await fillActivity(page, '1.2.1', '2 juin 2026', 'Lente');
    await answersAfter(page, 10_000);
    await field(page, /^Titre/).press('Control+Enter');
    await button('Enregistrement…').waitFor();
    await page.keyboard.press('Control+Enter');
    await answersAfter(page, 0);
    await pane.getByText('Enregistré et vérifié').waitFor();
    await field(page, /^Titre/).fill('La suivante');
    await showing(field(page, /^Titre/), 'La suivante');
    const titles = (await save(page)).sheetByName('Activités')!;
    const texts = [...titles.cells.within(titles.cells.extent()!)].map(({ row, column }) => titles.text(row, column));
    expect(texts.filter((text) => text === 'Lente')).toHaveLength(1);
  });
});

describeInBrowser('another Excel', () => {
  it('that is older than Suivi needs is told what to do, in its own language', async () => {
    await open('excelApi=1.12');
    await pane.getByRole('heading', { name: 'Cette version d’Excel est trop ancienne' }).waitFor();
    await pane.getByText('Détails').click();
    await pane.getByText(/^Excel 16/).waitFor();
    const reloaded = page.waitForEvent('framenavigated');
    await button('Recharger le volet').click();
    await reloaded;
    await pane.getByRole('heading', { name: 'Cette version d’Excel est trop ancienne' }).waitFor();
    expect(await page.getByText(/non enregistrées/).count()).toBe(0);
  });

  it('that is as old as Suivi allows adds and builds', async () => {
    await open('excelApi=1.13');
    await fillActivity(page, '1.2.1', '2 juin 2026', 'Ancienne');
    await page.keyboard.press('Control+Enter');
    await pane.getByText('Enregistré et vérifié').waitFor();
    await openScreen(page, 'Rapport');
    await button('Rapport et couverture').click();
    await pane.getByText('La couverture est prête.').waitFor();
  });

  it('is chosen on the page, by the keyboard alone, and stays so at the next opening', async () => {
    await open();
    await picker(page).waitFor();
    const toggle = page.getByRole('checkbox', { name: 'Lecture seule' });
    await page.getByRole('button', { name: 'Couverture' }).first().focus();
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Tab');
    await focused(toggle);
    await page.keyboard.press('Space');
    await pane.getByText(/est en lecture seule/).waitFor();
    expect(new URL(page.url()).search).toContain('limits=readOnly');
    await page.reload();
    await pane.getByText(/est en lecture seule/).waitFor();
    await eventually(async () => expect(await toggle.isChecked()).toBe(true));
    await toggle.uncheck();
    await pane.getByText(/est en lecture seule/).waitFor({ state: 'detached' });
    await picker(page).waitFor();
  });

  it('that refuses PivotTables gives the coverage without, and says so', async () => {
    await open('limits=pivotsRefused');
    await openScreen(page, 'Rapport');
    await button('Couverture seule').click();
    await pane.getByText('Excel a refusé le tableau croisé').waitFor();
  });

  it('whose tables do not grow has what is added in the table all the same', async () => {
    await open('limits=tablesFixed');
    await fillActivity(page, '1.2.1', '2 juin 2026', 'Dans le tableau');
    await page.keyboard.press('Control+Enter');
    await pane.getByText('Enregistré et vérifié').waitFor();
    const table = (await save(page)).tableByName('Activites')!;
    const { row, column, rows } = table.bodyRect;
    expect(table.sheet.text(row + rows - 1, column + 4)).toBe('Dans le tableau');
  });

  it('whose structure is protected builds in the sheets that there are, and asks to be opened for others', async () => {
    await open('limits=structureProtected');
    await openScreen(page, 'Rapport');
    await button('Rapport seul').click();
    await pane.getByText('Le rapport n’a pas été construit').waitFor();
    await page.getByRole('checkbox', { name: 'Structure protégée' }).uncheck();
    await button('Rapport seul').click();
    await pane.getByText('Le rapport est prêt.').waitFor();
    await page.getByRole('checkbox', { name: 'Structure protégée' }).check();
    await button('Rapport seul').click();
    await pane.getByText('Le rapport est prêt.').waitFor();
  });
});
