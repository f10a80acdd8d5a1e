/**
 * `npm run screenshots`: the pictures of the README, taken from the running product. Like all that is seen of it,
 * they show the example plan; what they show has happened: an activity was added, the sheets were built.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packed } from './palette-png.mjs';
import { printedReport } from './printed.mjs';
import { ensureBrowser, ensureBuild, ensurePackages, fail, page as pageParts, requireNode, root } from './setup.mjs';

/** Bytes: the README is read over slow lines too. */
const mostBytes = 200_000;

requireNode();
ensurePackages();
ensureBuild(pageParts);
const executablePath = ensureBrowser();
if (!executablePath) fail('No Chrome, Chromium or Edge was found: install one, or name it in CHROME_PATH.');

const { chromium } = await import('playwright-core');
const { startServer } = await import('./serve.mjs');
const docs = join(root, 'docs');
mkdirSync(docs, { recursive: true });

const server = await startServer({ port: 0 });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(`${server.url}/?lang=fr`);
const pane = page.frameLocator('aside iframe');

await fillIn();
await shoot('workbench');

await page.keyboard.press('Control+Enter');
await pane.getByText('Enregistré et vérifié').waitFor();
await pane.getByRole('tab', { name: 'Rapport' }).click();
await pane.getByRole('button', { name: 'Rapport et couverture' }).click();
await pane.getByText('La couverture est prête.').waitFor();
// The next two pictures are of the sheets: the pane gives them its place.
await page.getByRole('button', { name: 'Fermer le volet' }).click();
for (const [sheet, picture, viewport] of [
  ['Rapport', 'report', { width: 1180, height: 900 }],
  ['Couverture', 'coverage', { width: 1380, height: 1050 }],
]) {
  await page.setViewportSize(viewport);
  await page.getByRole('tablist', { name: 'Feuilles' }).getByRole('tab', { name: sheet }).click();
  await shoot(picture);
}

// What the board has on paper.
for (const [layout, picture] of [
  ['columns', 'report-page-1'],
  ['compact', 'report-compact-page-1'],
]) {
  const printed = printedReport(layout);
  if (printed) await keep(picture, printed);
  else process.stdout.write(`docs/${picture}.png: LibreOffice or pdftoppm is not installed, left as it is\n`);
}

await browser.close();
await server.close();

/** The pane as it stands a moment before the activity is added. */
async function fillIn() {
  await pane.getByRole('combobox', { name: /Action du plan/ }).fill('notaires');
  await pane
    .getByRole('option', { name: /^1\.3\.1/ })
    .first()
    .click();
  await pane.getByRole('textbox', { name: /^Titre/ }).fill('Rencontre avec la Chambre des notaires');
  await pane.getByRole('textbox', { name: /^Précisions/ }).fill('Relecture de la deuxième version du guide');
  // Last, so that the dates read stand under the field that has the focus.
  await pane.getByRole('textbox', { name: /^Dates/ }).fill('2 juin et 8 septembre 2026');
}

async function shoot(name) {
  // Lets the last transitions end, so that two runs give the same picture.
  await page.waitForTimeout(600);
  await keep(name, await page.screenshot());
}

async function keep(name, png) {
  const picture = await packed(page, png);
  writeFileSync(join(docs, `${name}.png`), picture);
  process.stdout.write(`docs/${name}.png: ${picture.length} bytes\n`);
  if (picture.length > mostBytes) fail(`docs/${name}.png is over ${mostBytes} bytes.`);
}
