/**
 * `npm run bench -- pane [ACTIVITIES]`: the pane in the workbench, in the browser of this machine.
 * From the pane's first byte to a field that takes what is typed, beside an empty Fluent page built and served
 * the same way; then milliseconds a key, from the key to the next picture, over a workbook of that many
 * activities (100,000).
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser, ensureBuild, fail, page as pageParts, root, run } from './setup.mjs';

/** Pictures are drawn as soon as they are ready: waiting for the screen's own rhythm is not the pane's doing. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-gpu-vsync', '--disable-frame-rate-limit'];

const rounds = 15;
const keys = 'Rencontre avec les membres du conseil';

export async function benchPane(activities = 100_000) {
  ensureBuild([...pageParts, 'empty', 'bench']);
  const executablePath = ensureBrowser();
  if (executablePath === null) fail('This measure needs Chromium, Chrome or Edge; set CHROME_PATH to one.');
  const { chromium } = await import('playwright-core');
  const { startServer } = await import('./serve.mjs');
  const scratch = mkdtempSync(join(tmpdir(), 'suivi-bench-'));
  const browser = await chromium.launch({ executablePath, args: flags });
  const servers = [await startServer(), await startServer({ root: besideAddin(scratch, 'empty') })];
  try {
    await interactive(browser, servers);
    await typing(browser, servers[0], scratch, activities);
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A root as the repository's, but for the add-in: another build stands in its place. */
function besideAddin(scratch, build) {
  const twin = join(scratch, build);
  mkdirSync(join(twin, 'dist'), { recursive: true });
  cpSync(join(root, 'dist', build), join(twin, 'dist/addin'), { recursive: true });
  for (const shared of ['dist/workbench', 'node_modules', 'examples'])
    symlinkSync(join(root, shared), join(twin, shared));
  return twin;
}

/** In each frame: when its first field could take what is typed, in milliseconds from the frame's first byte. */
function watchFirstField() {
  const look = () => {
    const field = document.querySelector('#root input:not([disabled])');
    if (field === null) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window.firstField = performance.now())));
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document, { subtree: true, childList: true, attributes: true });
}

async function interactive(browser, [ours, empty]) {
  const times = { ours: [], empty: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, server] of [
      ['ours', ours],
      ['empty', empty],
    ]) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.addInitScript(watchFirstField);
      await page.goto(`${server.url}/?lang=fr`);
      const frame = await paneOf(page);
      await frame.waitForFunction(() => window.firstField !== undefined);
      // The first of each fills the browser's caches.
      if (round > 0) times[name].push(await frame.evaluate(() => window.firstField));
      await page.close();
    }
  }
  const [pane, least] = [median(times.ours), median(times.empty)];
  say(
    `interactive: pane ${pane} ms, empty Fluent page ${least} ms, difference ${Math.round(pane - least)} ms (medians of ${rounds})`,
  );
}

async function typing(browser, server, scratch, activities) {
  const workbook = join(scratch, 'large.xlsx');
  if (!run(process.execPath, [join(root, 'dist/bench/bench.cjs'), 'workbook', String(activities), workbook])) {
    fail('The workbook was not made: see above.');
  }
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${server.url}/?lang=fr`);
  await page.getByRole('grid').waitFor();
  await page.locator('input[type=file]').first().setInputFiles(workbook);
  // The pane is made anew for the workbook: what was there before is gone once its name is said.
  await page.getByText('large.xlsx').first().waitFor({ timeout: 120_000 });
  await page
    .frameLocator('aside iframe')
    .getByRole('textbox', { name: /^Titre/ })
    .waitFor({ timeout: 120_000 });
  const frame = await paneOf(page);
  for (const [name, field] of [
    ['title', frame.getByRole('textbox', { name: /^Titre/ })],
    ['dates', frame.getByRole('textbox', { name: /^Dates/ })],
    ['action', frame.getByRole('combobox').first()],
  ]) {
    await field.focus();
    await frame.evaluate(timeKeys);
    await page.keyboard.type(keys, { delay: 60 });
    const times = await frame.evaluate(() => window.keyTimes);
    say(`typing in ${name}: ${median(times)} ms a key, slowest ${Math.max(...times)} ms (${times.length} keys)`);
  }
}

/** From each key to the picture that shows it. */
function timeKeys() {
  window.keyTimes = [];
  window.stopTiming?.();
  const onKey = (event) => {
    const began = event.timeStamp;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.keyTimes.push(Math.round((performance.now() - began) * 10) / 10);
      channel.port2.postMessage(null);
    });
  };
  document.addEventListener('keydown', onKey, true);
  window.stopTiming = () => document.removeEventListener('keydown', onKey, true);
}

async function paneOf(page) {
  const element = await page.waitForSelector('aside iframe');
  return element.contentFrame();
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN) * 10) / 10;
}

const say = (text) => process.stdout.write(`${text}\n`);
