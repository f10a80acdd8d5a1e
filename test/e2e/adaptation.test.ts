import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { Workbook } from '../../src/host';
import { describeInBrowser, pageForEachTest } from './support/browser';
import { unreadable } from './support/layout';
import {
  answersAfter,
  changed,
  field,
  fillActivity,
  foreign,
  goTo,
  openScreen,
  openWorkbook,
  paneFrame,
  paneOf,
  picker,
  violations,
  write,
} from './support/pane';

let page: Page;
let pane: FrameLocator;

const workbench = pageForEachTest({ height: 900 }, async (opened) => {
  page = opened;
  pane = paneOf(page);
  await pane.getByRole('tab').first().waitFor();
});

/** The width of the narrowest pane that people have, and the one that Excel opens. */
const widths = [320, 350] as const;
const themes = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

/** A folder to look at the pictures in, where one is named. */
const pictures = process.env.SUIVI_PICTURES;
let taken = 0;

/** What is wrong with what the pane shows now, whoever looks at it. */
async function faults(): Promise<readonly string[]> {
  const found: string[] = [];
  const frame = paneFrame(page);
  // What is half under the foot of the screen is too small to be hit only until it is scrolled to.
  await frame.evaluate(() => document.scrollingElement?.scrollTo(0, Number.MAX_SAFE_INTEGER));
  for (const width of widths) {
    await page.locator('aside iframe').evaluate((frame, pixels) => (frame.style.width = `${pixels}px`), width);
    // What is drawn by its measure is drawn after it.
    await frame.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    for (const texts of ['asTheyAre', 'longer', 'doubled'] as const) {
      found.push(...(await unreadable(page, texts)).map((fault) => `${width}, ${texts}: ${fault}`));
    }
  }
  for (const theme of themes) {
    await page.emulateMedia({ ...theme, reducedMotion: 'reduce' });
    found.push(...(await violations(page)).map((fault) => `${theme.colorScheme}, ${theme.forcedColors}: ${fault}`));
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true });
      const name = `${String((taken += 1)).padStart(3, '0')}-${theme.forcedColors === 'active' ? 'contrast' : theme.colorScheme}.png`;
      await page.locator('aside').screenshot({ path: path.join(pictures, name) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  return found;
}

/** Opens all that is folded away; what one holds may be folded in its turn. */
const unfold = async () => {
  const folded = pane.locator('details:not([open]) > summary:visible');
  while ((await folded.count()) > 0) await folded.first().click();
};
const press = (name: string | RegExp) => pane.getByRole('button', { name }).first().click();

/** Each thing that the pane can show, and how a person comes to see it. */
const views: readonly (readonly [name: string, come: () => Promise<unknown>])[] = [
  ['Ajouter', unfold],
  ['the list of the plan', () => picker(page).click()],
  [
    'an activity filled in wrong',
    async () => {
      await field(page, /^Dates/).fill('2 juin, 13 septembre et 31 juin 2021');
      await press('Ajouter l’activité');
      await pane.getByText(/n’existe pas au calendrier/).waitFor();
    },
  ],
  [
    'an activity added',
    async () => {
      await fillActivity(page, '1.2.1', '2 juin et 8 septembre', 'Rencontre');
      await unfold();
      await page.keyboard.press('Control+Enter');
      await pane.getByText('Enregistré et vérifié').waitFor();
    },
  ],
  [
    'an activity being changed',
    async () => {
      await goTo(page, 'Activités', 'E7');
      await press('Modifier cette activité');
      await pane.getByText('Rien n’est changé pour l’instant.').waitFor();
      await unfold();
    },
  ],
  [
    'Plan',
    async () => {
      await openScreen(page, 'Plan');
      await pane.getByRole('combobox', { name: 'Montrer' }).selectOption('Silencieux');
    },
  ],
  [
    'Rapport',
    async () => {
      await openScreen(page, 'Rapport');
      await pane.getByRole('radio', { name: 'Du… au…' }).check();
      await unfold();
      await press('Rapport et couverture');
      await pane.getByText('La couverture est prête.').waitFor();
    },
  ],
  ['Importer', () => openScreen(page, 'Importer')],
  [
    'the preview of a document',
    async () => {
      await openScreen(page, 'Importer');
      const file = path.resolve(__dirname, '../../examples/import/rapport.docx');
      await pane.locator('input[type="file"]').setInputFiles(file);
      await pane.getByRole('heading', { name: 'Aperçu' }).waitFor();
      await unfold();
    },
  ],
  [
    'Vérifier',
    async () => {
      const spoilt = changed((each) => {
        write(each, 'Plan', 2, 0, '1.1.1');
        write(each, 'Activités', 1, 1, "'2 juin 2021");
      });
      await openWorkbook(page, 'abime.xlsx', spoilt);
      await openScreen(page, 'Vérifier');
      await press(/^Réparer tout ce qui est sûr/);
      await unfold();
    },
  ],
  ['Paramètres', () => openScreen(page, 'Paramètres')],
  [
    'Diagnostic',
    async () => {
      await openScreen(page, 'Paramètres');
      await press('Ouvrir le diagnostic');
      await press('Lancer les essais');
      await pane.getByText('Rapport à copier').waitFor();
      await unfold();
    },
  ],
  [
    'a blank workbook',
    async () => {
      await openWorkbook(page, 'neuf.xlsx', Workbook.blank());
      await pane.getByText('Ce classeur est vide').waitFor();
    },
  ],
  [
    'somebody’s own workbook',
    async () => {
      await openWorkbook(page, 'budget.xlsx', foreign());
      await pane.getByText('Ce classeur n’est pas un classeur de suivi').waitFor();
    },
  ],
  [
    'a protected sheet',
    async () => {
      const guarded = changed((each) => each.sheetByName('Activités')!.protect());
      await openWorkbook(page, 'protege.xlsx', guarded);
      await pane.getByText(/est protégée/).waitFor();
    },
  ],
  [
    'an Excel that has not answered yet',
    async () => {
      await page.goto(`${workbench().server.url}/?lang=fr&delay=60000`);
      await pane.getByText('Lecture du classeur…').waitFor();
    },
  ],
  [
    'an Excel that is too old',
    async () => {
      await page.goto(`${workbench().server.url}/?lang=fr&excelApi=1.12`);
      await pane.getByText('Détails').click();
    },
  ],
  [
    'a build under way',
    async () => {
      await openScreen(page, 'Rapport');
      await answersAfter(page, 10_000);
      await press('Rapport et couverture');
      await press('Interrompre');
      await pane.getByRole('button', { name: 'Interruption…' }).waitFor();
    },
  ],
  [
    'an import under way',
    async () => {
      await openScreen(page, 'Importer');
      const file = path.resolve(__dirname, '../../examples/import/rapport.docx');
      await pane.locator('input[type="file"]').setInputFiles(file);
      await pane.getByRole('heading', { name: 'Aperçu' }).waitFor();
      await answersAfter(page, 10_000);
      await press(/^Importer \d/);
      await pane.getByText('Inscription dans le classeur…').waitFor();
    },
  ],
  [
    'a plan imported that lacks a name',
    async () => {
      await openWorkbook(page, 'neuf.xlsx', Workbook.blank());
      await press('Mon document');
      const file = path.resolve(__dirname, '../../examples/import/rapport.tsv');
      await pane.locator('input[type="file"]').setInputFiles(file);
      await press(/^Importer \d/);
      await pane.getByText('À compléter').waitFor();
    },
  ],
  [
    'a cell being typed in, offline',
    async () => {
      await page.context().setOffline(true);
      await fillActivity(page, '1.2.1', '2 juin 2026', 'Plus tard');
      await goTo(page, 'Plan', 'H3');
      await page.getByRole('grid').focus();
      await page.keyboard.type('à moitié');
      await press('Ajouter l’activité');
      await pane.getByText('Excel attend la fin d’une saisie').waitFor();
      await pane.getByText('Hors connexion').waitFor();
    },
  ],
];

describeInBrowser('on every screen and in every state', () => {
  it.each(views)('nothing is cut, and nothing is found by axe: %s', async (_name, come) => {
    await come();
    expect(await faults()).toEqual([]);
  });
});
