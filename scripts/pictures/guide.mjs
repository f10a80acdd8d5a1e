/** The pictures of the guide: each screen of the pane in the midst of its work, in both languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.mjs';
import { printedReport } from './printed.mjs';

/** Bytes: a guide has many pictures. */
const mostBytes = 120_000;

/** The pane is drawn in twice the pixels that it has on most screens: it stays sharp on paper. */
const window = { width: 1180, height: 900, scale: 2 };

/** Pixels: enough to see what a screen is about; a guide is short. */
const tallest = 620;
const heights = { plan: { least: 490, most: 490 }, import: { most: 480 }, settings: { most: 470 } };

const guides = {
  fr: {
    pictures: {
      begin: 'commencer',
      add: 'ajouter',
      plan: 'plan',
      report: 'rapport',
      import: 'importer',
      check: 'verifier',
      settings: 'parametres',
      printed: 'rapport-imprime',
      coverage: 'couverture',
    },
    screens: { plan: 'Plan', report: 'Rapport', check: 'Vérifier', settings: 'Paramètres' },
    begin: { new: 'Nouveau', document: 'Mon document' },
    add: {
      search: ['Action du plan', 'notaires', '1.3.1'],
      fields: [
        ['Titre', 'Rencontre avec la Chambre des notaires'],
        ['Précisions', 'Relecture de la deuxième version du guide'],
        ['Dates', '2 juin et 8 septembre'],
      ],
    },
    plan: { show: 'Montrer', which: 'Sans activité' },
    report: { period: 'Depuis le comité' },
    import: { document: 'rapport.md', field: 'Texte du document', read: 'Lire ce texte', preview: 'Aperçu' },
    check: {
      sheet: 'Activités',
      nameBox: 'Zone Nom',
      typed: [
        ['B8', '1er avril 2025'],
        ['D12', '1.1.9'],
        ['D15', '1.1.2.'],
      ],
      repair: 'Réparer…',
    },
    coverage: {
      sheet: 'Couverture',
      build: 'Couverture seule',
      built: 'La couverture est prête.',
      close: 'Fermer le volet',
    },
  },
  en: {
    pictures: {
      begin: 'begin',
      add: 'add',
      plan: 'plan',
      report: 'report',
      import: 'import',
      check: 'check',
      settings: 'settings',
      printed: 'report-printed',
      coverage: 'coverage',
    },
    screens: { plan: 'Plan', report: 'Report', check: 'Check', settings: 'Settings' },
    begin: { new: 'New', document: 'My document' },
    add: {
      search: ['Action of the plan', 'guides', '1.2.1'],
      fields: [
        ['Title', 'First aid for volunteer guides'],
        ['Details', 'With the crews of the two northern stations'],
        ['Dates', 'June 2 and September 8'],
      ],
    },
    plan: { show: 'Show', which: 'Without activity' },
    report: { period: 'Since the committee' },
    import: { document: 'report.en.md', field: 'Text of the document', read: 'Read this text', preview: 'Preview' },
    check: {
      sheet: 'Activities',
      nameBox: 'Name box',
      typed: [
        ['B9', 'June 3rd, 2025'],
        ['D10', '1.9'],
        ['D16', '1.1.1.'],
      ],
      repair: 'Repair…',
    },
    coverage: {
      sheet: 'Coverage',
      build: 'Coverage only',
      built: 'The coverage is ready.',
      close: 'Close the pane',
    },
  },
};

export async function takeGuidePictures(camera) {
  for (const [language, guide] of Object.entries(guides)) {
    for (const [screen, prepare] of Object.entries(prepared)) {
      const { page, pane } = await camera.open({ language, ...window });
      await prepare({ page, pane }, guide);
      await camera.pane(`guide/${language}/${guide.pictures[screen]}`, page, {
        most: tallest,
        ...heights[screen],
        mostBytes,
      });
      await page.close();
    }
    await takePrinted(camera, language, guide);
    await takeCoverage(camera, language, guide);
  }
}

/** What the board has on paper. */
async function takePrinted(camera, language, { pictures }) {
  const name = `guide/${language}/${pictures.printed}`;
  const printed = printedReport(language);
  if (printed) await camera.keep(name, printed, mostBytes);
  else process.stdout.write(`docs/${name}.png: LibreOffice or pdftoppm is not installed, left as it is\n`);
}

/** The coverage is a sheet: the pane gives it its place. */
async function takeCoverage(camera, language, { screens, coverage, pictures }) {
  const { page, pane } = await camera.open({ language, width: 1380, height: 960 });
  await show(pane, screens.report);
  await pane.getByRole('button', { name: coverage.build }).click();
  await pane.getByText(coverage.built).waitFor();
  await page.getByRole('button', { name: coverage.close }).click();
  await page.getByRole('tab', { name: coverage.sheet }).click();
  await camera.sheet(`guide/${language}/${pictures.coverage}`, page, mostBytes);
  await page.close();
}

const show = (pane, name) => pane.getByRole('tab', { name, exact: true }).click();

/** What is done before each picture is taken. */
const prepared = {
  async begin({ page, pane }, { begin }) {
    await page.getByRole('button', { name: begin.new, exact: true }).click();
    await pane.getByRole('button', { name: begin.document }).waitFor();
  },

  async add({ pane }, { add }) {
    const [field, words, no] = add.search;
    await pane.getByRole('combobox', { name: field }).fill(words);
    await pane.getByRole('option', { name: no }).first().click();
    for (const [name, text] of add.fields) await pane.getByRole('textbox', { name: new RegExp(`^${name}`) }).fill(text);
  },

  async plan({ pane }, { screens, plan }) {
    await show(pane, screens.plan);
    await pane.getByRole('combobox', { name: plan.show }).selectOption(plan.which);
  },

  async report({ pane }, { screens, report }) {
    await show(pane, screens.report);
    await pane.getByRole('radio', { name: report.period }).check();
  },

  async import({ page, pane }, { begin, import: words }) {
    await page.getByRole('button', { name: begin.new, exact: true }).click();
    await pane.getByRole('button', { name: begin.document }).click();
    const text = readFileSync(join(root, 'examples/import', words.document), 'utf8');
    await pane.getByRole('textbox', { name: words.field }).fill(text);
    await pane.getByRole('button', { name: words.read }).click();
    await pane.getByRole('heading', { name: words.preview }).waitFor();
  },

  async check({ page, pane }, { screens, check }) {
    await page.getByRole('tab', { name: check.sheet }).click();
    for (const [cell, text] of check.typed) {
      await page.getByRole('textbox', { name: check.nameBox }).fill(cell);
      await page.keyboard.press('Enter');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await show(pane, screens.check);
    await pane.getByRole('button', { name: check.repair }).first().click();
  },

  async settings({ pane }, { screens }) {
    await show(pane, screens.settings);
  },
};
