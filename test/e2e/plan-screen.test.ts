import type { FrameLocator, Page } from 'playwright-core';
import { eventually } from '../support/eventually';
import { generate } from '../support/generator';
import { describeInBrowser, pageForEachTest } from './support/browser';
import { openScreen, openWorkbook, paneOf, picker, showing, tabTo, on } from './support/pane';
import { trackingWorkbook } from './support/tracking';

let page: Page;
let pane: FrameLocator;

pageForEachTest({ height: 5000, before: on(2026, 6, 30) }, async (opened) => {
  page = opened;
  pane = paneOf(page);
  await openScreen(page, 'Plan');
  await tree().waitFor();
});

const tree = () => pane.getByRole('tree', { name: 'Plan' });
const rows = () => pane.getByRole('treeitem');
const row = (no: string) => rows().filter({ hasText: new RegExp(`^${no.replaceAll('.', '\\.')}(?![.\\d])`) });
const choose = (label: string, option: string) => pane.getByRole('combobox', { name: label }).selectOption(option);
const found = (text: RegExp) => pane.getByRole('status').filter({ hasText: text }).waitFor();

/** Waits for a tree that has these actions and no other: the pane is high enough for all of them. */
const hasActions = (...expected: readonly string[]) =>
  eventually(async () => {
    const numbers = await rows().locator('.suivi-option-no').allInnerTexts();
    expect(numbers.filter((no) => no.split('.').length === 3)).toEqual(expected);
  });

describeInBrowser('the tree of the plan', () => {
  it('says what each item has had: bars, counts, the last date and how long ago', async () => {
    await found(/^43.éléments dans le plan$/);
    const said = /3.sur.3.actions avec activité · dernière le 4.juin.2026, il y a 26.jours/;
    await row('1.1').getByText(said).waitFor();
    const bar = (no: string) => row(no).locator('.suivi-bar span').getAttribute('style');
    expect(await bar('1.1')).toBe('width: 100%;');
    expect(await bar('1.3')).toMatch(/^width: 33\.3/);
    await row('1.3.2').getByText('Aucune activité').waitFor();
  });

  it('is filtered to what has nothing, to an owner, to words, and back', async () => {
    await choose('Montrer', 'Sans activité');
    await found(/sur 43/);
    await hasActions('1.3.2', '1.3.3', '2.2.3', '2.3.3', '3.1.3', '3.2.3', '3.3.2');
    await choose('Responsable', 'Affaires juridiques');
    await hasActions('1.3.2', '2.2.3');
    await pane.getByRole('searchbox', { name: 'Chercher dans le plan' }).fill('encan');
    await hasActions('1.3.2');
    await pane.getByRole('searchbox').fill('zibeline');
    await found(/^Rien dans le plan ne correspond à ces filtres\.$/);
    await pane.getByRole('button', { name: 'Effacer les filtres' }).click();
    await found(/^43.éléments dans le plan$/);
  });

  it('is filtered to what is silent for so many days, from today or from a committee', async () => {
    await choose('Montrer', 'Silencieux');
    const days = pane.getByRole('spinbutton', { name: 'Jours sans activité' });
    await days.fill('60');
    await found(/sur 43/);
    await row('2.2.1').waitFor();
    await row('1.3.1').waitFor({ state: 'detached' });
    const from = pane.getByRole('combobox', { name: 'Comptés à partir' });
    const committee = from.locator('option', { hasText: 'du comité du' });
    await from.selectOption(await committee.innerText());
    await row('2.2.1').waitFor({ state: 'detached' });
  });

  it('leads to the row and back to an addition, by the keyboard alone', async () => {
    await tree().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await row('1.1').waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowRight');
    await row('1.1').waitFor();
    for (let down = 0; down < 3; down += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Plan', exact: true, selected: true }).first().waitFor();
    await page.locator('[aria-activedescendant="cell-A3"]').waitFor();
    await tabTo(page, pane.getByRole('button', { name: 'Ajouter une activité' }));
    await page.keyboard.press('Enter');
    await pane.getByRole('tab', { name: 'Ajouter', selected: true }).waitFor();
    await showing(picker(page), /^1\.1\.2 /);
  });
});

describeInBrowser('2,000 items', () => {
  it('stay fluid: few rows in the page, the last one a key away, a filter at once', async () => {
    const large = generate({ actions: 2000, activities: 500 });
    await page.setViewportSize({ width: 1280, height: 900 });
    await openWorkbook(page, 'grand.xlsx', await trackingWorkbook(large));
    await openScreen(page, 'Plan');
    await found(/^2.\d{3}.éléments dans le plan$/);
    const fewAreDrawn = () => eventually(async () => expect(await rows().count()).toBeLessThan(60));
    await fewAreDrawn();
    await tree().focus();
    await page.keyboard.press('End');
    const last = large.plan.objectives.at(-1)!.strategies.at(-1)!.actions.at(-1)!.no;
    await row(last).waitFor();
    await fewAreDrawn();
    await pane.getByRole('searchbox').fill(last);
    await found(/ sur 2/);
    await row(last).waitFor();
  });
});
