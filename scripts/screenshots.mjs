/**
 * `npm run screenshots`: the pictures of the README, taken from the running product. Like all that is seen of it,
 * they show the example plan.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensureBuild, ensurePackages, fail, page as pageParts, requireNode, root } from './setup.mjs';

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
const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
await page.goto(`${server.url}/?lang=fr`);
const pane = page.frameLocator('iframe').first();

const picker = pane.getByRole('combobox', { name: /Action du plan/ });
await picker.click();
await picker.fill('1.1.3');
await pane
  .getByRole('option', { name: /^1\.1\.3/ })
  .first()
  .click();
await pane.getByRole('textbox', { name: /^Dates/ }).fill('2 juin et 8 septembre 2026');
await pane.getByRole('textbox', { name: /^Titre/ }).fill('Rencontre du comité de suivi');
await shoot('workbench');

await pane.getByRole('tab', { name: 'Rapport' }).click();
await pane.getByRole('button', { name: 'Rapport et couverture' }).click();
await pane.getByText('La couverture est prête.').waitFor();
for (const [sheet, picture] of [
  ['Rapport', 'report'],
  ['Couverture', 'coverage'],
]) {
  await page.getByRole('tablist', { name: 'Feuilles' }).getByRole('tab', { name: sheet }).click();
  await shoot(picture);
}

await browser.close();
await server.close();

async function shoot(name) {
  // Lets the last transitions end, so that two runs give the same picture.
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(docs, `${name}.png`) });
}
