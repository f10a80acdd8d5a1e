import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describeInBrowser, startWorkbench, type WorkbenchBrowser } from './support/browser';
import { paneOf, picker } from './support/pane';

const root = path.resolve(__dirname, '../..');
const folder = path.join(root, 'dist/site');
const base = 'https://suivi.example.org/outil';
const read = (name: string) => readFileSync(path.join(folder, name));
const digest = (name: string, encoding: 'hex' | 'base64') => createHash('sha256').update(read(name)).digest(encoding);

describe('the add-in for a static host', () => {
  let files: readonly string[];
  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build.mjs', '--base', `${base}/`], { cwd: root, stdio: 'pipe' });
    files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  });

  it('has every file that the manifest names, and nothing that reveals the sources', () => {
    const manifest = read('manifest.xml').toString();
    const named = [...manifest.matchAll(/"(https:[^"]*)"/g)].map(([, address = '']) => address);
    expect(named.filter((address) => !address.startsWith(`${base}/`))).toEqual([]);
    expect(named.map((address) => address.slice(base.length + 1)).filter((name) => !files.includes(name))).toEqual([]);
    expect(manifest).not.toContain('localhost');
    expect(files.filter((name) => name.endsWith('.map'))).toEqual([]);
    const scripts = files.filter((name) => name.endsWith('.js'));
    expect(scripts.filter((name) => read(name).includes('sourceMappingURL'))).toEqual([]);
    expect(scripts.filter((name) => !/^\w+\.[\da-f]{10}\.js$/.test(name))).toEqual([]);
  });

  it('lists the digests of all its files', () => {
    const listed = read('SHA256SUMS').toString().trimEnd().split('\n');
    const expected = files.filter((name) => name !== 'SHA256SUMS').map((name) => `${digest(name, 'hex')}  ${name}`);
    expect([...listed].sort()).toEqual(expected.sort());
  });

  it.each(['taskpane.html', 'commands.html'])('%s names the digests of what it loads', (page) => {
    const html = read(page).toString();
    const loaded = [...html.matchAll(/<(?:script|link)[^>]*? (?:src|href)=([^\s>]+)[^>]*>/g)]
      .map(([tag, name = '']) => ({ name, integrity: /integrity="([^"]+)"/.exec(tag)?.[1] }))
      .filter(({ name }) => !name.startsWith('https://appsforoffice.microsoft.com/'));
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded).toEqual(loaded.map(({ name }) => ({ name, integrity: `sha256-${digest(name, 'base64')}` })));
  });

  it('holds in its scripts the digest of each that comes later', () => {
    const scripts = files.filter((name) => name.endsWith('.js'));
    const entries = scripts.filter((name) => /^(?:taskpane|commands|shared)\./.test(name));
    const text = entries.map((name) => read(name).toString()).join('');
    const later = scripts.filter((name) => !entries.includes(name));
    expect(later.length).toBeGreaterThan(5);
    expect(later.filter((name) => !text.includes(digest(name, 'base64')))).toEqual([]);
  });
});

describeInBrowser('a script altered on its way', () => {
  let workbench: WorkbenchBrowser;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.close());

  it('does not run; the pane says that the screen could not be loaded, and comes back with it', async () => {
    let altered = 0;
    // Before the page is there: what comes later is fetched a moment after the first screen.
    const before = (opened: Page) =>
      opened.route(/\/addin\/\d+\.[\da-f]{10}\.js$/, async (route) => {
        const response = await route.fetch();
        altered += 1;
        await route.fulfill({ response, body: `${await response.text()}\nwindow.altered = true;` });
      });
    const page = await workbench.open({ before });
    const pane = paneOf(page);
    await picker(page).waitFor();
    await pane.getByRole('tab', { name: 'Rapport' }).click();
    await pane.getByText('Cette partie de Suivi n’a pas pu être chargée').waitFor();
    expect(altered).toBeGreaterThan(0);
    const ran = await page
      .frames()
      .reduce(
        async (before, frame) => (await before) || (await frame.evaluate(() => 'altered' in window)),
        Promise.resolve(false),
      );
    expect(ran).toBe(false);
    await page.unrouteAll({ behavior: 'wait' });
    await pane.getByRole('button', { name: 'Réessayer' }).click();
    await pane.getByRole('button', { name: 'Rapport et couverture' }).waitFor();
    await page.close();
  });
});
