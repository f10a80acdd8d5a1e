import type { FrameLocator, Page } from 'playwright-core';
import { eventually } from '../support/eventually';
import { describeInBrowser, pageForEachTest } from './support/browser';
import {
  changed,
  column,
  focused,
  openScreen,
  openWorkbook,
  paneOf,
  save,
  showing,
  tabTo,
  write,
} from './support/pane';

let page: Page;
let pane: FrameLocator;

pageForEachTest({ height: 900 }, (opened) => {
  page = opened;
  pane = paneOf(page);
});

const button = (name: string | RegExp) => pane.getByRole('button', { name });
const dates = async () => column(await save(page), 'Activites', 'Date').slice(0, 3);

/** An error that only a person can settle, two dates typed as text, a row without an id. */
async function openSpoilt(): Promise<void> {
  const spoilt = changed((workbook) => {
    write(workbook, 'Plan', 2, 0, '1.1.1');
    write(workbook, 'Activités', 1, 1, "'2 juin 2021");
    write(workbook, 'Activités', 2, 1, "'3 juin 2021");
    write(workbook, 'Activités', 5, 0, '');
  });
  await openWorkbook(page, 'abime.xlsx', spoilt);
  await openScreen(page, 'Vérifier');
  await pane.getByRole('heading', { name: 'Problèmes du classeur' }).waitFor();
}

describeInBrowser('Vérifier', () => {
  it('says that all is well, then what is not as it comes, the gravest first, each with the way to it', async () => {
    await openScreen(page, 'Vérifier');
    await pane.getByText('Aucun problème dans le classeur.').waitFor();
    await openSpoilt();
    await eventually(async () => {
      const headings = await pane.getByRole('heading', { level: 3 }).allInnerTexts();
      expect(headings.slice(0, 2)).toEqual([
        expect.stringMatching(/^\d.erreurs.: à corriger$/),
        expect.stringMatching(/^\d+.avertissements.: à revoir$/),
      ]);
    });
    await button('Aller à Plan, A3').click();
    await page.locator('[aria-activedescendant="cell-A3"]').waitFor();
    await page.getByRole('tab', { name: 'Plan', exact: true, selected: true }).first().waitFor();
  });

  it('shows what one repair would change, changes it when agreed, and takes it back, by the keyboard alone', async () => {
    await openSpoilt();
    const opener = button('Réparer… Activités, B2');
    await tabTo(page, opener, 200);
    await page.keyboard.press('Enter');
    await pane.getByRole('list', { name: 'Ce qui changera' }).getByText('2021-06-02').waitFor();
    await tabTo(page, button('Laisser ainsi'));
    await page.keyboard.press('Enter');
    await focused(opener);
    expect((await dates())[0]).toBe('2 juin 2021');

    await page.locator('aside iframe').focus();
    await opener.focus();
    await page.keyboard.press('Enter');
    await tabTo(page, pane.getByRole('button', { name: 'Réparer', exact: true }));
    await page.keyboard.press('Enter');
    await pane.getByText(/^1.réparation faite et vérifiée$/).waitFor();
    await focused(button('Annuler la réparation'));
    expect((await dates())[0]).toBe('2021-06-02');
    await button('Annuler la réparation').press('Enter');
    await pane.getByText(/La réparation est annulée/).waitFor();
    expect((await dates())[0]).toBe('2 juin 2021');
  });

  it('repairs all that is safe once it is seen, and takes it all back', async () => {
    await openSpoilt();
    await button(/^Réparer tout ce qui est sûr \(\d\)…/).click();
    await pane.getByText(/^\d.réparations, \d.cellules changées\./).waitFor();
    await pane.getByRole('button', { name: 'Réparer', exact: true }).click();
    await pane.getByText(/^\d.réparations faites et vérifiées$/).waitFor();
    expect((await dates()).slice(0, 2)).toEqual(['2021-06-02', '2021-06-03']);
    expect(column(await save(page), 'Activites', 'Id')).not.toContain('');
    await button('Annuler la réparation').click();
    await pane.getByText(/La réparation est annulée/).waitFor();
    expect((await dates()).slice(0, 2)).toEqual(['2 juin 2021', '3 juin 2021']);
  });

  it('gives the list to copy', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openSpoilt();
    await pane.getByText('Liste à copier').click();
    const list = pane.getByRole('textbox', { name: 'Liste à copier' });
    await showing(list, /^Erreur\tPlan, A3\t.*1\.1\.1/);
    await showing(list, /\tRéparable sans risque$/m);
    await button('Copier la liste').click();
    await pane.getByText(/^Liste copiée\.$|appuyez sur Ctrl\+C/).waitFor();
  });
});
