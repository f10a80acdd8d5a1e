import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { Workbook } from '../../src/host';
import { eventually } from '../support/eventually';
import { describeInBrowser, pageForEachTest } from './support/browser';
import {
  column,
  focused,
  foreign,
  openScreen,
  openWorkbook,
  paneOf,
  paste,
  picker,
  save,
  showing,
  tabTo,
  on,
} from './support/pane';

let page: Page;
let pane: FrameLocator;

pageForEachTest({ height: 900, before: on(2026, 6, 30) }, (opened) => {
  page = opened;
  pane = paneOf(page);
});

const button = (name: string | RegExp) => pane.getByRole('button', { name });
const text = (name: string) => pane.getByRole('textbox', { name, exact: true });
const values = async () => column(await save(page), 'Parametres', 'Valeur');
const sheets = () => page.getByRole('tablist', { name: 'Feuilles' }).getByRole('tab').allInnerTexts();
/** Waits until these sheets are in the workbook. */
const shows = (names: readonly string[]) =>
  eventually(async () => expect(await sheets()).toEqual(expect.arrayContaining([...names])));

describeInBrowser('Paramètres', () => {
  it('are changed and saved by the keyboard alone, a date of the committee too, and taken back', async () => {
    await openScreen(page, 'Paramètres');
    const former = await values();
    await pane.getByText('Rien n’est changé pour l’instant.').waitFor();
    await tabTo(page, text('Organisation'));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Ordre des relieuses');
    const other = pane.getByLabel('Autre séance');
    await tabTo(page, other);
    await other.fill('2026-06-18');
    await page.keyboard.press('Enter');
    await pane.getByText('18 juin 2026').waitFor();
    await pane.locator('li', { hasText: '18 juin 2026' }).getByText('La plus récente').waitFor();
    await tabTo(page, button('Enregistrer'));
    await page.keyboard.press('Enter');
    await pane.getByText('Paramètres enregistrés et vérifiés').waitFor();
    const saved = await values();
    expect([saved.includes('Ordre des relieuses'), saved.some((value) => value.includes('2026-06-18'))]).toEqual([true, true]); // prettier-ignore

    await button('Annuler').click();
    await pane.getByText('Les paramètres sont revenus comme avant.').waitFor();
    expect((await values()).filter((value) => value !== '')).toEqual(former.filter((value) => value !== ''));
  });

  it('take a date of the committee out, and forget what was not saved', async () => {
    await openScreen(page, 'Paramètres');
    const dates = pane.getByRole('button', { name: /^Retirer le / });
    await dates.first().waitFor();
    const before = await dates.count();
    await dates.first().click();
    await focused(pane.getByLabel('Autre séance'));
    await eventually(async () => expect(await dates.count()).toBe(before - 1));
    await button('Rétablir').click();
    await eventually(async () => expect(await dates.count()).toBe(before));
  });

  it('have the language of the pane, for this person, at once and the next time', async () => {
    await openScreen(page, 'Paramètres');
    await pane.getByRole('combobox', { name: 'Langue du volet' }).selectOption('English');
    await pane.getByRole('tab', { name: 'Settings', selected: true }).waitFor();
    await page.getByRole('button', { name: 'Fermer le volet' }).click();
    await page.getByRole('button', { name: 'Ouvrir Suivi' }).click();
    await pane.getByRole('tab', { name: 'Settings' }).click();
    await pane.getByRole('combobox', { name: 'Language of the pane' }).selectOption({ index: 0 });
    await pane.getByRole('tab', { name: 'Paramètres', selected: true }).waitFor();
  });

  it('lead to the diagnostic, which tries this Excel, leaves nothing behind and gives a report', async () => {
    await openScreen(page, 'Paramètres');
    const before = await sheets();
    await button('Ouvrir le diagnostic').click();
    await focused(pane.getByRole('heading', { name: 'Diagnostic' }));
    await button('Lancer les essais').click();
    await pane.getByText(/Cet Excel fait tout ce dont Suivi a besoin|a échoué|ont échoué/).waitFor();
    await eventually(async () => expect(await sheets()).toEqual(before));
    await pane.getByText('Rapport à copier').click();
    await showing(pane.getByRole('textbox', { name: 'Rapport à copier' }), /^[^]{200}/);
    await button('Revenir').click();
    await focused(button('Ouvrir le diagnostic'));
  });
});

describeInBrowser('the first run', () => {
  it.each(['L’exemple', 'Un classeur de suivi vide'])('on a blank workbook starts from: %s', async (choice) => {
    await openWorkbook(page, 'neuf.xlsx', Workbook.blank());
    await pane.getByText('Ce classeur est vide').waitFor();
    await tabTo(page, button(choice));
    await page.keyboard.press('Enter');
    await pane.getByRole('tab', { name: 'Ajouter' }).waitFor();
    await shows(['Plan', 'Activités', 'Paramètres']);
    if (choice === 'L’exemple') {
      await picker(page).click();
      await pane.getByRole('option').first().waitFor();
    } else await pane.getByText('Le plan est vide').waitFor();
  });

  it('on a blank workbook starts from a document', async () => {
    await openWorkbook(page, 'neuf.xlsx', Workbook.blank());
    await button('Mon document').click();
    const document = readFileSync(path.resolve(__dirname, '../../examples/import/rapport.word.html'), 'utf8');
    await paste(page, pane.getByRole('textbox', { name: 'Texte du document' }), document, '');
    await button(/^Importer \d/).click();
    await pane.getByText('Importé et vérifié').waitFor();
    await button('Ouvrir le plan').click();
    await pane.getByRole('tab', { name: 'Ajouter' }).waitFor();
  });

  it('on somebody’s own workbook touches nothing until it is asked, then adds its sheets beside', async () => {
    await openWorkbook(page, 'budget.xlsx', foreign());
    await pane.getByText('Ce classeur n’est pas un classeur de suivi').waitFor();
    expect(await page.getByText('non enregistrées').count()).toBe(0);
    const own = await sheets();
    await button('Des feuilles de suivi vides').click();
    await pane.getByRole('tab', { name: 'Ajouter' }).waitFor();
    await shows([...own, 'Plan', 'Activités', 'Paramètres']);
    const saved = await save(page);
    expect(saved.sheetByName(own[0] ?? '')!.text(0, 0)).toBe('Budget');
  });
});
