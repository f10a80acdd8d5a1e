import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { eventually } from '../support/eventually';
import { describeInBrowser, pageForEachTest } from './support/browser';
import {
  activeCell,
  column,
  example,
  field,
  fillActivity,
  focused,
  goTo,
  lastRow,
  openWorkbook,
  paneFrame,
  paneOf,
  paste,
  pick,
  picker,
  save,
  showing,
  tabTo,
} from './support/pane';

let page: Page;
let pane: FrameLocator;

const workbench = pageForEachTest({ height: 900 }, async (opened) => {
  page = opened;
  pane = paneOf(page);
  await picker(page).waitFor();
});

const options = () => pane.getByRole('option');
const verified = () => pane.getByText('Enregistré et vérifié', { exact: true }).waitFor();
/** Waits until the dates are read as these. */
const readAs = (expected: unknown) =>
  eventually(async () => {
    const texts = await pane.getByRole('status', { name: 'Dates lues' }).locator('span').allInnerTexts();
    expect(texts.map((text) => text.replaceAll('\u00a0', ' '))).toEqual(expected);
  });
const people = () => pane.getByRole('combobox', { name: /^Avec/ });
const addButton = () => pane.getByRole('button', { name: 'Ajouter l’activité' });
/** Waits until the form holds this. */
const holds = async (expected: { readonly item?: string | RegExp; readonly dates: string; readonly title: string }) => {
  const { item, dates, title } = expected;
  if (item !== undefined) await showing(picker(page), item);
  await showing(field(page, /^Dates/), dates);
  await showing(field(page, /^Titre/), title);
};

describeInBrowser('the item of the plan', () => {
  it.each([
    ['words without accents or case', 'GUIDE archivistes', /^1\.3\.1(?!\d)/],
    ['a number', '2.2.', /^2\.2(?!\d)/],
    ['words of the strategy above', 'mentorat sante', /^2\.3(?!\d)/],
    ['nothing that it holds', 'notaires zibeline', null],
    ['words of a sub-item', 'sous-titree', /^2\.2\.1(?!\d)/],
  ] as const)('is searched for by %s', async (_what, query, first) => {
    await picker(page).fill(query);
    if (first === null) await pane.getByText('Rien dans le plan ne correspond.').waitFor();
    else await options().filter({ hasText: first }).first().waitFor();
    await eventually(async () => {
      const shown = await options().allInnerTexts();
      expect(shown.slice(0, 1)).toEqual(first === null ? [] : [expect.stringMatching(first)]);
    });
  });

  it('is offered with what was used last before all, and what each has had beside it', async () => {
    await picker(page).click();
    await eventually(async () => {
      const shown = (await options().allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
      expect(shown[0]).toMatch(/^R\.1 .*Récent/);
      expect(shown.filter((text) => text.includes('Récent')).length).toBeGreaterThan(1);
      expect(shown.find((text) => text.startsWith('2.2.3'))).toMatch(/\b0$/);
    });
  });

  it('follows the row selected in the plan, in the report and in the coverage', async () => {
    await goTo(page, 'Plan', 'D4');
    await pane.getByText(/Documenter les retombées économiques/).waitFor();
    await showing(picker(page), /^1\.1\.3/);

    await pane.getByRole('tab', { name: 'Rapport' }).click();
    await pane.getByRole('button', { name: 'Rapport et couverture' }).click();
    await pane.getByText('La couverture est prête.').waitFor();
    await pane.getByRole('tab', { name: 'Ajouter' }).click();
    const saved = await save(page);
    for (const [sheet, label] of [
      ['Rapport', /^1\.3\.1(?!\d)/],
      ['Couverture', /^2\.1\.2\b/],
    ] as const) {
      const found = saved.sheetByName(sheet)!;
      const cell = [...found.cells.within(found.cells.extent()!)].find((each) =>
        label.test(found.text(each.row, each.column)),
      );
      await goTo(page, sheet, `${String.fromCharCode(65 + cell!.column)}${cell!.row + 1}`);
      await showing(picker(page), label);
    }
  });
});

describeInBrowser('the dates', () => {
  it('are read as they are typed, in chips, with the year that was supplied marked', async () => {
    await field(page, /^Dates/).fill('2 juin et 8 septembre');
    await pane
      .getByText(/année déduite/)
      .first()
      .waitFor();
    await readAs([
      expect.stringMatching(/^2 juin \d{4} · année déduite$/),
      expect.stringMatching(/^8 septembre \d{4}( · année déduite)?$/),
    ]);
    await field(page, /^Dates/).fill('13 et 14 septembre 2021');
    await pane.getByText('année déduite').first().waitFor({ state: 'detached' });
    await readAs([expect.stringMatching(/^13.*14 septembre 2021$/)]);
  });

  it('that cannot be are said so under the field, with their text', async () => {
    await field(page, /^Dates/).fill('31 juin 2021');
    await pane.getByText(/31 juin 2021.*n’existe pas au calendrier/).waitFor();
    expect(await field(page, /^Dates/).getAttribute('aria-invalid')).toBe('true');
  });

  it('come from a calendar too, after those that are there', async () => {
    await field(page, /^Dates/).fill('2 juin 2021');
    expect(await pane.getByRole('button', { name: 'Choisir une date dans un calendrier' }).isEnabled()).toBe(true);
    await pane.locator('.suivi-calendar input[type=date]').fill('2021-09-08');
    await showing(field(page, /^Dates/), /^2.juin.2021; 8.septembre.2021$/);
  });

  it('lead to the title with one Tab, and their calendar opens by its keys', async () => {
    await field(page, /^Dates/).focus();
    await page.keyboard.type('2 juin 2021');
    const opened = pane.locator('.suivi-calendar input[type=date]').evaluate(
      (calendar: HTMLInputElement) =>
        new Promise<boolean>((resolve) => {
          calendar.showPicker = () => resolve(true);
        }),
    );
    // The evaluation above is in the page before the keys are.
    await pane.locator('body').evaluate(() => undefined);
    await page.keyboard.press('Alt+ArrowDown');
    expect(await opened).toBe(true);
    await page.keyboard.press('Tab');
    await focused(field(page, /^Titre/));
    await page.keyboard.type('Une rencontre');
    await holds({ dates: '2 juin 2021', title: 'Une rencontre' });
  });

  it('take a note each', async () => {
    await fillActivity(page, '1.2.3', '2 juin 2021 et 8 septembre 2021', 'Entrevues');
    await pane.getByText('Notes par date').click();
    await pane.getByRole('textbox', { name: 'Note du 8 septembre 2021' }).fill('rencontre 2/2');
    await addButton().click();
    await verified();
    expect(column(await save(page), 'Activites', 'Note').slice(-2)).toEqual(['', 'rencontre 2/2']);
  });
});

describeInBrowser('an activity', () => {
  it('is completed with the people of earlier ones', async () => {
    await people().fill('Rose Roy; tranche');
    await eventually(async () => {
      const offered = await paneFrame(page).evaluate(() =>
        [...document.querySelectorAll('datalist option')].map((option) => option.getAttribute('value') ?? ''),
      );
      expect(offered).toContain('Rose Roy; Me Achille Tranchemontagne');
    });
  });

  it('takes a link to the web or to a mail, and no other', async () => {
    await fillActivity(page, '1.2.3', '2 juin 2021', 'Entrevue');
    await pane.getByText('Type, lien et auteur').click();
    const link = field(page, /^Lien/);
    await link.fill('javascript:alert(1)');
    await addButton().click();
    await pane.getByText(/Inscrivez une adresse qui commence par/).waitFor();
    await focused(link);
    await showing(field(page, /^Titre/), 'Entrevue');
    await link.fill('https://exemple.org/preuve');
    await field(page, /^Saisie par/).fill('La DG');
    await addButton().click();
    await verified();
    const saved = await save(page);
    expect([column(saved, 'Activites', 'Lien').at(-1), column(saved, 'Activites', 'Saisie par').at(-1)]).toEqual([
      'https://exemple.org/preuve',
      'La DG',
    ]);
  });

  it('is read from a block that is pasted', async () => {
    await pick(page, '1.2.3', /^1\.2\.3/);
    const block = '2 juin 2021 et 8 septembre 2021\nRencontre des médias\nDeux salles de rédaction\n(Avec Rose Roy)';
    await paste(page, field(page, /^Titre/), '', block);
    await pane.getByText('Bloc collé').waitFor();
    await holds({ dates: '2 juin 2021 et 8 septembre 2021', title: 'Rencontre des médias' });
    await showing(field(page, /^Précisions/), 'Deux salles de rédaction');
    await showing(people(), 'Rose Roy');
    // One line is for the field that it is pasted in.
    await paste(page, people(), '', '; Noé Côté');
    await showing(people(), 'Rose Roy; Noé Côté');
  });

  it('is added by the keyboard alone, gone to, and taken back where the person is', async () => {
    const before = await lastRow(page, 'Activités');
    await picker(page).focus();
    await page.keyboard.type('porte-parole');
    await options().first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await tabTo(page, field(page, /^Dates/));
    await page.keyboard.type('2 juin 2021');
    await tabTo(page, field(page, /^Titre/));
    await page.keyboard.type('Entrevue');
    await page.keyboard.press('Control+Enter');
    await verified();
    await pane.getByText(/«.Entrevue.».: Activités, A\d+/).waitFor();
    await focused(field(page, /^Dates/));

    await page.getByRole('tab', { name: 'Plan', exact: true }).first().click();
    const go = pane.getByRole('button', { name: 'Voir dans la feuille' });
    await field(page, /^Dates/).focus();
    await tabTo(page, go);
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Activités', selected: true }).waitFor();
    await eventually(async () => expect(await activeCell(page)).toBe(`A${before + 1}`));

    await tabTo(page, pane.getByRole('button', { name: 'Annuler', exact: true }));
    await page.keyboard.press('Enter');
    await pane.getByText(/L’ajout de «.Entrevue.» a été annulé/).waitFor();
    await eventually(async () => expect(await lastRow(page, 'Activités')).toBe(before));
    const takeUp = pane.getByRole('button', { name: 'Reprendre la saisie' });
    await tabTo(page, takeUp);
    await page.keyboard.press('Enter');
    await holds({ dates: '2 juin 2021', title: 'Entrevue' });
    // What was pressed is gone, and the keyboard is not at the top of the pane.
    await focused(addButton());
  });

  it('is added once by two quick clicks, with no complaint about the emptied form', async () => {
    const before = await lastRow(page, 'Activités');
    await fillActivity(page, '1.2.1', '15 juin 2026', 'Un seul ajout');
    await addButton().dblclick();
    await verified();
    await eventually(async () => expect(await lastRow(page, 'Activités')).toBe(before + 1));
    expect(await pane.getByText('Donnez un titre à l’activité.').count()).toBe(0);
  });
});

describeInBrowser('the draft', () => {
  const typed = { dates: '2 juin 2021', title: 'Pas encore ajoutée' };
  const restored = () => pane.getByText('Brouillon repris là où vous l’aviez laissé.').waitFor();

  it('survives the closing of the pane, and another workbook in between', async () => {
    await fillActivity(page, '1.2.3', typed.dates, typed.title);
    await page.getByRole('button', { name: 'Fermer le volet' }).click();
    await page.locator('aside iframe').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Ouvrir Suivi' }).click();
    await restored();
    await holds(typed);

    await openWorkbook(page, 'autre.xlsx', example());
    await picker(page).waitFor();
    await holds({ item: '', dates: '', title: '' });
    await openWorkbook(page, 'exemple.xlsx', example());
    await restored();
    await holds({ item: /^1\.2\.3/, ...typed });
  });

  it('survives a crash of the page', async () => {
    const context: BrowserContext = await workbench().browser.newContext();
    const crashing = await workbench().open({ context });
    await fillActivity(crashing, '1.2.3', typed.dates, typed.title);
    const crashed = crashing.waitForEvent('crash');
    // There is nobody left to say that the page is there.
    void crashing.goto('chrome://crash').catch(() => undefined);
    await crashed;
    const after = await workbench().open({ context });
    await paneOf(after).getByText('Brouillon repris là où vous l’aviez laissé.').waitFor();
    await showing(field(after, /^Titre/), typed.title);
    await context.close();
  });
});

describeInBrowser('an activity that exists', () => {
  it('is changed from the row selected in the sheet, without a mouse, and changed back', async () => {
    await goTo(page, 'Activités', 'E6');
    const edit = pane.getByRole('button', { name: 'Modifier cette activité' });
    await edit.waitFor();
    await picker(page).focus();
    await page.keyboard.press('Shift+Tab');
    await focused(edit);
    await page.keyboard.press('Enter');
    await focused(pane.getByRole('heading', { name: 'Modifier l’activité' }));
    await pane.getByText('Rien n’est changé pour l’instant.').waitFor();
    const title = pane.getByRole('textbox', { name: /^Titre/ });
    await tabTo(page, title);
    await page.keyboard.press('End');
    await page.keyboard.type(' (corrigé)');
    await page.keyboard.press('Control+Enter');
    await pane.getByText('Modification enregistrée et vérifiée').waitFor();
    const former = column(example(), 'Activites', 'Activité');
    expect(column(await save(page), 'Activites', 'Activité')).toEqual(former.with(4, `${former[4] ?? ''} (corrigé)`));
    await pane.getByRole('button', { name: 'Annuler', exact: true }).click();
    await pane.getByText(/est revenue comme avant/).waitFor();
    expect(column(await save(page), 'Activites', 'Activité')).toEqual(former);
    await pane.getByRole('button', { name: 'Revenir' }).click();
    await focused(pane.getByRole('button', { name: 'Modifier cette activité' }));
  });

  it('is deleted from the recent ones, every date of it, and put back', async () => {
    const known = column(example(), 'Activites', 'Id');
    await pane.getByText('Activités récentes').click();
    await pane.getByRole('button', { name: /Tournée des régions – Abitibi/ }).click();
    await pane.getByRole('button', { name: 'Supprimer' }).click();
    await pane.getByText(/a été supprimée du classeur/).waitFor();
    expect(column(await save(page), 'Activites', 'Id')).toHaveLength(known.length - 1);
    await pane.getByRole('button', { name: 'Annuler', exact: true }).click();
    await pane.getByText(/est revenue comme avant/).waitFor();
    expect(new Set(column(await save(page), 'Activites', 'Id'))).toEqual(new Set(known));
  });
});
