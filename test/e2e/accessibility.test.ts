import type { FrameLocator, Page } from 'playwright-core';
import { describeInBrowser, startWorkbench, type WorkbenchBrowser } from './support/browser';
import { field, focused, paneOf, picker, tabTo } from './support/pane';

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
    const pane = paneOf(page);
    await pane.getByRole('tab').first().waitFor();
    return { page, pane };
  }

  it('appends without a mouse, one key from each field to the next that is wanted', async () => {
    const { page, pane } = await opened();
    const { complaints, strangers } = watched(page);
    await picker(page).focus();
    await page.keyboard.type('notaires');
    await pane.getByRole('option', { name: /^1\.3\.1/ }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, field(page, /^Dates/), 1);
    await page.keyboard.type('2 juin et 8 septembre 2021');
    await tabTo(page, field(page, /^Titre/), 1);
    await page.keyboard.type('- Rencontre');
    await page.keyboard.press('Control+Enter');
    await pane.getByText('Enregistré et vérifié').waitFor();
    // The next one begins where the first thing to type is.
    await focused(field(page, /^Dates/));
    expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
    await page.close();
  });

  it('opens, adds and builds without a word in the console and a call to anybody else', async () => {
    let heard: ReturnType<typeof watched> | undefined;
    const before = (page: Page) => Promise.resolve((heard = watched(page)));
    const page = await workbench.open({ lang: 'en', height: 900, before });
    const pane = paneOf(page);
    await pane.getByRole('tab', { name: 'Report' }).click();
    await pane.getByRole('button', { name: 'Report and coverage' }).click();
    await pane.getByText('The coverage is ready.').waitFor();
    expect(heard).toEqual({ complaints: [], strangers: [] });
    await page.close();
  });
});
