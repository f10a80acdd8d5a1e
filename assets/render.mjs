/**
 * Renders the icons from their drawings: `node assets/render.mjs` (needs a Chromium; its path may be given in CHROMIUM).
 *
 * Each mark has two drawings: one for 16 pixels, on whole pixels, and one for every larger size.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';

const marks = [
  { name: 'suivi', sizes: [16, 32, 64, 80, 128] },
  { name: 'report', sizes: [16, 32, 64, 80] },
  { name: 'coverage', sizes: [16, 32, 64, 80] },
];
const here = import.meta.dirname;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  const page = await browser.newPage();
  for (const { name, sizes } of marks) {
    for (const size of sizes) {
      const drawing = await readFile(path.join(here, size === 16 ? `${name}-16.svg` : `${name}.svg`), 'utf8');
      const sized = drawing.replace('<svg ', `<svg width="${String(size)}" height="${String(size)}" `);
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block}</style>${sized}`);
      await writeFile(path.join(here, `${name}-${String(size)}.png`), await page.screenshot({ omitBackground: true }));
    }
  }
} finally {
  await browser.close();
}
