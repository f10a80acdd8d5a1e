import type { FrameLocator, Page } from 'playwright-core';
import { describeInBrowser, pageForEachTest } from './support/browser';
import { asCoauthor } from './support/coauthor';
import {
  changed,
  column,
  field,
  fillActivity,
  focused,
  goTo,
  openWorkbook,
  paneOf,
  picker,
  pressOnRibbon,
  save,
  showing,
  typeAt,
} from './support/pane';

let page: Page;
let pane: FrameLocator;

pageForEachTest({ height: 900 }, async (opened) => {
  page = opened;
  pane = paneOf(page);
  await picker(page).waitFor();
});

const options = () => pane.getByRole('option');

/** The number of requests that the add-in has made, once it makes no more: for ten looks of the status bar. */
async function requestsMade(): Promise<number> {
  return page.locator('.status-requests').evaluate(async (element) => {
    let seen = '';
    while (seen !== element.textContent) {
      seen = element.textContent;
      await new Promise((resolve) => setTimeout(resolve, 5000));
    }
    return Number(/\d+/.exec(seen)?.[0]);
  });
}

describeInBrowser('what changes in the workbook shows in the pane', () => {
  /** A row under the plan, by somebody else. */
  const addAction = async (context: Excel.RequestContext) => {
    const table = context.workbook.tables.getItem('Plan');
    table.rows.add(undefined, [['3.3.4', '3 Moderniser', '3.3 Réduire', 'Planter une haie', 'Autrui', '', '']]);
    await context.sync();
  };

  it.each([
    ['the person', () => typeAt(page, 'Plan', 'D2', 'Planter une haie')],
    ['somebody else', () => asCoauthor(page, addAction)],
  ] as const)('when %s changes it, without a word less of what is being typed', async (_who, change) => {
    await field(page, /^Dates/).fill('2 juin 2021');
    await field(page, /^Titre/).fill('Pendant ce temps');
    await change();
    await field(page, /^Titre/).focus();
    await page.keyboard.press('End');
    await page.keyboard.type(', encore');
    await showing(field(page, /^Titre/), 'Pendant ce temps, encore');
    await focused(field(page, /^Titre/));
    await showing(field(page, /^Dates/), '2 juin 2021');
    await picker(page).fill('haie');
    await options().filter({ hasText: 'Planter une haie' }).waitFor();
  });

  it('when a list is open in it: what is new is in the list by itself', async () => {
    await picker(page).fill('haie');
    await pane.getByText('Rien dans le plan ne correspond.').waitFor();
    // The button that stands for somebody else is in the page: a click there would close the list.
    await pane.getByRole('tab', { name: 'Plan' }).click();
    await pane.getByRole('searchbox').fill('haie');
    await pane.getByText('Rien dans le plan ne correspond à ces filtres.').waitFor();
    await asCoauthor(page, addAction);
    await pane.getByRole('treeitem', { name: /Planter une haie/ }).waitFor();
  });

  it('but its own writes do not come back to it', async () => {
    await fillActivity(page, '1.2.1', '2 juin 2026', 'Un écho');
    const before = await requestsMade();
    await page.keyboard.press('Control+Enter');
    await pane.getByText('Enregistré et vérifié').waitFor();
    const once = (await requestsMade()) - before;
    await fillActivity(page, '1.2.1', '3 juin 2026', 'Un écho');
    const between = await requestsMade();
    await page.keyboard.press('Control+Enter');
    await pane.getByText('Enregistré et vérifié').waitFor();
    expect({ once, again: (await requestsMade()) - between }).toEqual({ once, again: once });
  });
});

describeInBrowser('a cell that is being typed in', () => {
  it('is waited for, said so, and the addition goes on by itself', async () => {
    await fillActivity(page, '1.2.1', '2 juin 2026', 'Après la saisie');
    await goTo(page, 'Plan', 'H3');
    await page.getByRole('grid').focus();
    await page.keyboard.type('à moitié');
    await pane.getByRole('button', { name: 'Ajouter l’activité' }).click();
    await pane.getByText('Excel attend la fin d’une saisie').waitFor();
    await page.locator('.cell-editor, textarea').first().focus();
    await page.keyboard.press('Escape');
    await pane.getByText('Enregistré et vérifié').waitFor();
    await pane.getByText('Excel attend la fin d’une saisie').waitFor({ state: 'detached' });
    expect(column(await save(page), 'Activites', 'Activité').at(-1)).toBe('Après la saisie');
  });
});

describeInBrowser('the ribbon, the pane closed', () => {
  beforeEach(async () => {
    await page.getByRole('button', { name: 'Fermer le volet' }).click();
    await page.locator('aside iframe').waitFor({ state: 'detached' });
  });

  it.each(['Rapport', 'Couverture'])('builds, and shows what it built: %s', async (name) => {
    await pressOnRibbon(page, name);
    await page.getByRole('tab', { name, exact: true, selected: true }).waitFor();
  });

  it('leaves word of what it could not do, until the person has read it', async () => {
    await pressOnRibbon(page, 'Rapport');
    await page.getByRole('tab', { name: 'Rapport', exact: true, selected: true }).waitFor();
    const protectedReport = changed((workbook) => workbook.sheetByName('Rapport')!.protect(), await save(page));
    await openWorkbook(page, 'exemple.xlsx', protectedReport);
    await page.getByRole('button', { name: 'Fermer le volet' }).click();
    await pressOnRibbon(page, 'Rapport');
    await page.getByRole('button', { name: 'Ouvrir Suivi' }).click();
    await pane.getByText('Le rapport n’a pas été construit').waitFor();
    await pane.getByRole('button', { name: 'Fermer' }).click();
    await pane.getByText('Le rapport n’a pas été construit').waitFor({ state: 'detached' });
  });
});
