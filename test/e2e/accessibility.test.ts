import type axeCore from 'axe-core';
import { source as axeSource } from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';
import { describeInBrowser, startWorkbench, type WorkbenchBrowser } from './support/browser';

jest.setTimeout(120_000);

/** The width of the narrowest pane that people have, and the one that Excel opens. */
const widths = [320, 350] as const;

describeInBrowser('the pane for everybody', () => {
  let workbench: WorkbenchBrowser;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.close());

  /** What the browser complained of, and what was asked of anybody but the local server. */
  function watched(page: Page): { readonly complaints: string[]; readonly strangers: string[] } {
    const complaints: string[] = [];
    const strangers: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(workbench.server.url) && !/^(?:data|blob):/.test(url)) strangers.push(url);
    });
    return { complaints, strangers };
  }

  async function opened(lang: 'fr' | 'en' = 'fr'): Promise<{ readonly page: Page; readonly pane: FrameLocator }> {
    const page = await workbench.open({ lang, width: 1280, height: 900 });
    const pane = page.frameLocator('aside iframe');
    await pane.getByRole('tab').first().waitFor();
    return { page, pane };
  }

  it.each(['light', 'dark'] as const)(
    'has nothing that axe finds on any screen, %s, at 320 pixels too',
    async (scheme) => {
      const { page, pane } = await opened();
      await page.emulateMedia({ colorScheme: scheme });
      const tabs = pane.getByRole('tablist').first().getByRole('tab');
      const found: string[] = [];
      for (const width of widths) {
        await page.locator('aside iframe').evaluate((frame, pixels) => (frame.style.width = `${pixels}px`), width);
        for (let at = 0; at < (await tabs.count()); at += 1) {
          await tabs.nth(at).click();
          const screen = await tabs.nth(at).innerText();
          await pane.getByRole('tabpanel').first().waitFor();
          const seen = [...(await violations(page)), ...(await overflow(page))];
          found.push(...seen.map((each) => `${width} ${screen}: ${each}`));
        }
      }
      expect(found).toEqual([]);
      await page.close();
    },
  );

  it('appends in ten seconds without a mouse', async () => {
    const { page, pane } = await opened();
    const { complaints, strangers } = watched(page);
    const began = Date.now();
    await pane.getByRole('combobox', { name: /Action du plan/ }).focus();
    await page.keyboard.type('notaires');
    await pane.getByRole('option', { name: /^1\.3\.1/ }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, pane, /^Dates/);
    await page.keyboard.type('2 juin et 8 septembre 2021');
    await tabTo(page, pane, /^Titre/);
    await page.keyboard.type('- Rencontre');
    await page.keyboard.press('Control+Enter');
    await pane.getByText('Enregistré et vérifié').waitFor();
    expect(Date.now() - began).toBeLessThan(10_000);
    // The next one begins where the first thing to type is.
    expect(await isFocused(pane, /^Dates/)).toBe(true);
    expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
    await page.close();
  });

  it('opens, adds and builds without a word in the console and a call to anybody else', async () => {
    const page = await workbench.browser.newPage({ viewport: { width: 1280, height: 900 } });
    const { complaints, strangers } = watched(page);
    await page.goto(`${workbench.server.url}/?lang=en`);
    const pane = page.frameLocator('aside iframe');
    await pane.getByRole('tab', { name: 'Report' }).click();
    await pane.getByRole('button', { name: 'Report and coverage' }).click();
    await pane.getByText('The coverage is ready.').waitFor();
    expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
    await page.close();
  });
});

async function violations(page: Page): Promise<readonly string[]> {
  const frame = page.frames().find((each) => each.url().includes('/addin/taskpane'));
  if (!frame) throw new Error('The pane is not in the page.');
  await frame.evaluate(axeSource);
  return frame.evaluate(async () => {
    // Put there by the line above.
    const { axe } = window as typeof window & { axe: typeof axeCore };
    const { violations: found } = await axe.run(document);
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

/** A pane that must be scrolled sideways hides what it is for. */
async function overflow(page: Page): Promise<readonly string[]> {
  const frame = page.frames().find((each) => each.url().includes('/addin/taskpane'));
  const wider = await frame?.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return wider === undefined || wider <= 0 ? [] : [`${wider} pixels too wide`];
}

const isFocused = (pane: FrameLocator, name: RegExp): Promise<boolean> =>
  pane.getByRole('textbox', { name }).evaluate((element) => element === document.activeElement);

/** Tab after Tab, as a person would, to a field that must be near. */
async function tabTo(page: Page, pane: FrameLocator, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 6; presses += 1) {
    if (await isFocused(pane, name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not within six presses of Tab.`);
}
