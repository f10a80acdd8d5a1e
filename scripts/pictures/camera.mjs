/** The workbench in a browser, on a fixed day, and the pictures taken of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { startServer } from '../serve.mjs';
import { root } from '../setup.mjs';
import { exampleOf, today } from './example.mjs';
import { packed } from './palette-png.mjs';

const locales = { fr: 'fr-CA', en: 'en-CA' };

/** A window in which no screen of the pane fits: what it holds is then taller than what it shows. */
const shortest = 420;

/** Serves the build and starts the browser at `executablePath`. */
export async function startCamera(executablePath) {
  const server = await startServer({ port: 0 });
  const browsers = {};
  for (const [language, locale] of Object.entries(locales)) {
    // What the browser writes itself, as in a field for a date, is in the language that it was started in.
    const env = { ...process.env, LANGUAGE: locale.replace('-', '_') };
    const args = ['--no-sandbox', '--disable-gpu', `--lang=${locale}`];
    browsers[language] = await chromium.launch({ executablePath, args, env });
  }
  const developer = await browsers.fr.newPage();
  return {
    /** The workbench on the example of a language: the page, its pane, and the words of the two for `getByRole`. */
    async open({ language, width, height, scale = 1 }) {
      const page = await browsers[language].newPage({
        viewport: { width, height },
        deviceScaleFactor: scale,
        locale: locales[language],
        timezoneId: 'America/Montreal',
      });
      await page.clock.setFixedTime(new Date(`${today}T10:00:00-04:00`));
      await page.goto(`${server.url}/?lang=${language}`);
      await page.getByRole('grid').waitFor();
      await page.locator('input[type=file]').first().setInputFiles(exampleOf(language));
      await page.getByRole('heading', { name: basename(exampleOf(language)) }).waitFor();
      return { page, pane: page.frameLocator('aside iframe') };
    },

    /** The whole window as `docs/<name>.png`. */
    async window(name, page, mostBytes) {
      await settle(page);
      await keep(name, await page.screenshot(), mostBytes);
    },

    /** The sheet that is shown, without Excel's window around it, as `docs/<name>.png`. */
    async sheet(name, page, mostBytes) {
      await settle(page);
      await keep(name, await page.locator('main').screenshot(), mostBytes);
    },

    /** The pane alone as `docs/<name>.png`: as tall as what it shows, at least and at most so many pixels. */
    async pane(name, page, { least = 0, most, mostBytes }) {
      const { width } = page.viewportSize();
      await page.locator('aside').evaluate(frameIt);
      const frame = page.locator('aside iframe');
      await page.setViewportSize({ width, height: shortest });
      const { height: shown } = await frame.boundingBox();
      const wanted = await frame.contentFrame().locator('html').evaluate(contentHeight);
      const height = Math.min(most, Math.max(least, wanted));
      await page.setViewportSize({ width, height: Math.ceil(shortest - shown + height) });
      await settle(page);
      await keep(name, await page.locator('aside').screenshot(), mostBytes);
    },

    keep,

    async close() {
      for (const browser of Object.values(browsers)) await browser.close();
      await server.close();
    },
  };

  async function keep(name, png, mostBytes) {
    const picture = await packed(developer, png);
    const file = join(root, 'docs', `${name}.png`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, picture);
    process.stdout.write(`docs/${name}.png: ${picture.length} bytes\n`);
    if (picture.length > mostBytes) throw new Error(`docs/${name}.png is over ${mostBytes} bytes.`);
  }
}

/** Lets the last transitions end, so that two runs give the same picture. */
async function settle(page) {
  await page.waitForTimeout(600);
}

/** Runs in the pane. */
function contentHeight(html) {
  return html.scrollHeight;
}

/** Runs in the page: on white paper a white pane ends nowhere. */
function frameIt(pane) {
  pane.style.border = '1px solid #c8c6c4';
}
