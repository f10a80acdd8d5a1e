import type { FrameLocator, Page } from 'playwright-core';
import type { Workbook } from '../../src/host';
import { eventually } from '../support/eventually';
import { textsOf } from '../support/tracking';
import { describeInBrowser, pageForEachTest } from './support/browser';
import { focused, goTo, openScreen, paneOf, save, tabTo, on } from './support/pane';

let page: Page;
let pane: FrameLocator;

pageForEachTest({ height: 900, before: on(2026, 6, 30) }, async (opened) => {
  page = opened;
  pane = paneOf(page);
  await openScreen(page, 'Rapport');
});

const period = (name: RegExp) => pane.getByRole('radio', { name });
const choose = (label: string, option: string) =>
  pane.getByRole('combobox', { name: label, exact: true }).selectOption(option);
const button = (name: string) => pane.getByRole('button', { name, exact: true });

/** The report, built by its button, as it would be saved. */
async function report(sheet = 'Rapport'): Promise<string> {
  await button('Rapport seul').click();
  await pane.getByText('Le rapport est prêt.').waitFor();
  return textOf(await save(page), sheet);
}
const cellsOf = (workbook: Workbook, sheet: string) => textsOf(workbook.sheetByName(sheet)!);
const textOf = (workbook: Workbook, sheet = 'Rapport') => cellsOf(workbook, sheet).join(' ').replace(/\s+/g, ' ');

describeInBrowser('the report', () => {
  it('is of the period that is chosen, and of no other', async () => {
    await period(/^Tout$/).check();
    expect(await report()).toContain('Lancement des travaux');
    await period(/^L’année 2026$/).check();
    const year = await report();
    expect([year.includes('Lancement des travaux'), year.includes('Parution du guide du client')]).toEqual([
      false,
      true,
    ]);

    await period(/^Du… au…$/).check();
    await pane.getByLabel('Du', { exact: true }).fill('2025-03-31');
    await pane.getByLabel('Au', { exact: true }).fill('2025-03-01');
    await pane.getByText('La fin vient avant le début.').waitFor();
    await button('Rapport seul').and(pane.locator('[aria-disabled=true]')).waitFor();
    await pane.getByLabel('Du', { exact: true }).fill('2025-03-01');
    await pane.getByLabel('Au', { exact: true }).fill('2025-03-31');
    const march = await report();
    expect([march.includes('Présentation du projet'), march.includes('Parution du guide')]).toEqual([true, false]); // prettier-ignore

    await period(/^Depuis le comité du/).check();
    await pane.getByText('Disposition du rapport').click();
    await eventually(async () => expect(await pane.getByRole('combobox', { name: 'Ordre' }).inputValue()).toBe('news'));
    expect(await report()).not.toContain('Présentation du projet');
  });

  it('is in the language, the order and the columns that are chosen, of the silent actions alone where that is asked', async () => {
    await choose('Langue du rapport', 'Anglais');
    await pane.getByText('Disposition du rapport').click();
    await choose('Colonnes', 'Trois\u00a0: comme dans Word');
    await choose('Ordre', 'Selon le plan, par date');
    expect(await report('Report')).toContain('ACTIVITIES');
    const columns = new Set(cellsOf(await save(page), 'Report').map((cell) => cell.split(' ')[1]));
    await choose('Colonnes', 'Quatre\u00a0: dates à part');
    await choose('Langue du rapport', 'Français');
    await pane.getByRole('checkbox', { name: 'Seulement les actions sans activité' }).check();
    // Built again in place, in the sheet that there is.
    const silent = await report('Report');
    // Three, and that of the coverage.
    expect(columns.size).toBe(4);
    expect(silent).toContain('Établir une entente');
    expect(silent).not.toContain('Parution du guide du client');
  });

  it('and the coverage are built by the keyboard alone, and gone to', async () => {
    await tabTo(page, button('Rapport et couverture'));
    await page.keyboard.press('Enter');
    await pane.getByText('La couverture est prête.').waitFor();
    await pane.getByText('Le rapport est prêt.').waitFor();
    await focused(button('Rapport et couverture'));
    const go = pane.getByRole('button', { name: 'Voir la feuille Rapport' });
    await go.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Rapport', exact: true, selected: true }).first().waitFor();
    await pane.getByRole('button', { name: 'Voir la feuille Couverture' }).click();
    await page.getByRole('tab', { name: 'Couverture', exact: true, selected: true }).waitFor();
  });

  it('the PivotTable of the coverage shows what is chosen on a slicer, and all of it again', async () => {
    await button('Couverture seule').click();
    await pane.getByText('La couverture est prête.').waitFor();
    const pivotOf = (workbook: Workbook) => workbook.sheetByName('Couverture')!.pivots[0]!;
    const all = pivotOf(await save(page)).rect;
    await goTo(page, 'Couverture', `B${all.row + 4}`);
    const slicer = page.getByRole('group', { name: 'Segment Objectif' });
    const pressed = () => slicer.getByRole('button', { pressed: true }).count();
    const chosen = (count: number) => eventually(async () => expect(await pressed()).toBe(count));
    const rows = async () => pivotOf(await save(page)).rect.rows;
    await slicer.waitFor();
    const buttons = await pressed();
    await slicer.getByRole('button', { name: /^2 / }).focus();
    await page.keyboard.press('Enter');
    await chosen(1);
    const one = await rows();
    await slicer.getByRole('button', { name: /^3 / }).click({ modifiers: ['Control'] });
    await chosen(2);
    expect(await rows()).toBeGreaterThan(one);
    await slicer.getByRole('button', { name: 'Effacer le filtre' }).click();
    await chosen(buttons);
    expect(await rows()).toBe(all.rows);
  });
});
