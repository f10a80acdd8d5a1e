/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { openOffice, type OfficeHarness } from '../../test/support/office-jsdom';
import '@testing-library/jest-dom';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { commandLog } from '../commands/log';
import { parseIso, type Plan } from '../plan';
import { createGateway, type Gateway, type Result } from '../workbook';
import { App } from './App';

const plan: Plan = {
  organisation: 'Ordre des relieurs',
  title: 'Plan',
  strategyPeriod: '2020-2023',
  actionPeriod: '2020-2021',
  objectives: [
    {
      no: '1',
      kind: 'strategic',
      title: 'Faire connaître la profession',
      strategies: [
        {
          no: '1.1',
          title: 'Rencontrer les employeurs',
          actions: [
            { no: '1.1.1', text: 'Visiter les ateliers', subItems: [], owner: '', due: null, status: '' },
            { no: '1.1.2', text: 'Écrire aux écoles', subItems: [], owner: '', due: null, status: '' },
          ],
        },
      ],
    },
  ],
};

const today = parseIso('2021-11-22')!;
let harness: OfficeHarness;
let gateway: Gateway;

beforeAll(() => {
  // jsdom has no media queries and scrolls nothing.
  window.matchMedia = (media) =>
    Object.assign(new EventTarget(), { media, matches: false, onchange: null }) as MediaQueryList;
  Element.prototype.scrollIntoView = () => undefined;
});

afterEach(() => {
  cleanup();
  harness.dispose();
  localStorage.clear();
});

async function open(options: Parameters<typeof openOffice>[1] = {}, contents: Plan | null = plan) {
  harness = await openOffice();
  gateway = createGateway({ today: () => today, quietTime: 0 });
  if (contents !== null) {
    done(await gateway.createTrackingWorkbook({ plan: contents, activities: [], language: 'fr' }));
  }
  harness.workbook.configure(options);
}

async function show() {
  const user = userEvent.setup();
  render(
    <App
      environment={{ gateway, language: 'fr', documentKey: 'plan.xlsx', store: localStorage, today: () => today }}
    />,
  );
  await waitFor(() => expect(screen.queryByText('Lecture du classeur…')).not.toBeInTheDocument());
  return user;
}

const picker = () => screen.getByRole('combobox', { name: 'Action du plan' });
const field = (name: RegExp) => screen.getByRole('textbox', { name });

async function fill(user: ReturnType<typeof userEvent.setup>) {
  await user.type(picker(), 'ecoles');
  await user.keyboard('{Enter}');
  await user.type(field(/^Dates/), '2 juin et 8 septembre 2021');
  await user.type(field(/^Titre/), 'Rencontre statutaire');
}

async function activities() {
  return done(await gateway.readPlan()).activities;
}

describe('Ajouter', () => {
  it('finds the action, reads the dates, adds with Ctrl+Enter, says where, and takes back', async () => {
    await open();
    const user = await show();
    await fill(user);
    expect(picker()).toHaveValue('1.1.2 Écrire aux écoles');
    const reading = screen.getByRole('status', { name: 'Dates lues' });
    expect([...reading.children].map((chip) => chip.textContent.replaceAll('\u00a0', ' '))).toEqual([
      '2 juin 2021',
      '8 septembre 2021',
    ]);

    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Enregistré et vérifié');
    expect(await activities()).toMatchObject([
      {
        planNo: '1.1.2',
        title: 'Rencontre statutaire',
        occurrences: [{ start: '2021-06-02' }, { start: '2021-09-08' }],
      },
    ]);
    expect(field(/^Titre/)).toHaveValue('');
    expect(picker()).toHaveValue('1.1.2 Écrire aux écoles');
    expect(field(/^Dates/)).toHaveFocus();

    await user.click(screen.getByRole('button', { name: 'Annuler' }));
    await screen.findByText(/a été annulé/);
    expect(await activities()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Reprendre la saisie' }));
    expect(field(/^Titre/)).toHaveValue('Rencontre statutaire');
  });

  it('adds once for a double click', async () => {
    await open();
    const user = await show();
    await fill(user);
    await user.dblClick(screen.getByRole('button', { name: 'Ajouter l’activité' }));
    await screen.findByText('Enregistré et vérifié');
    expect(await activities()).toHaveLength(1);
    expect(screen.queryByText('Donnez un titre à l’activité.')).not.toBeInTheDocument();
  });

  it('says what is missing at its field, and goes to the first', async () => {
    await open();
    const user = await show();
    await user.type(field(/^Dates/), '31 juin 2021');
    await user.click(screen.getByRole('button', { name: 'Ajouter l’activité' }));
    expect(picker()).toHaveFocus();
    expect(picker()).toBeInvalid();
    expect(field(/^Titre/)).toBeInvalid();
    expect(await screen.findByText(/n’existe pas au calendrier/)).toBeInTheDocument();
    expect(await activities()).toEqual([]);
  });

  it('keeps what was typed when Excel refuses, and says why', async () => {
    await open();
    const user = await show();
    await fill(user);
    act(() => harness.workbook.sheetByName('Activités')!.protect());
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('L’activité n’a pas été ajoutée');
    expect(screen.getByText(/La feuille « Activités » est protégée\./)).toBeInTheDocument();
    expect(field(/^Titre/)).toHaveValue('Rencontre statutaire');
  });

  it('gives the draft back after the pane was closed', async () => {
    await open();
    const user = await show();
    await fill(user);
    cleanup();
    await show();
    expect(screen.getByText('Brouillon repris là où vous l’aviez laissé.')).toBeInTheDocument();
    expect(field(/^Titre/)).toHaveValue('Rencontre statutaire');
    expect(picker()).toHaveValue('1.1.2 Écrire aux écoles');
  });

  it('takes the action of the row that is selected in the Plan sheet', async () => {
    await open();
    await show();
    await act(async () => done(await gateway.goTo({ sheet: 'Plan', address: 'D3' })));
    await waitFor(() => expect(picker()).toHaveValue('1.1.2 Écrire aux écoles'));
  });

  it('follows what others change in the workbook', async () => {
    await open();
    const user = await show();
    await act(async () => {
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Plan').getRange('D2').values = [['Visiter toutes les imprimeries']];
        await context.sync();
      });
    });
    await user.type(picker(), 'imprimeries');
    expect(await screen.findByRole('option', { name: /Visiter toutes les imprimeries/ })).toBeInTheDocument();
  });
});

describe('Ajouter, beside the form itself', () => {
  const entered = { enteredBy: '', enteredOn: today };
  async function withOne() {
    await open();
    done(
      await gateway.append({
        planNo: '1.1.2',
        occurrences: [{ start: parseIso('2021-06-02')! }, { start: parseIso('2021-09-08')! }],
        title: 'Rencontre statutaire',
        details: [],
        participants: ['Rose Roy', 'Élise Arbour'],
        kind: '',
        link: '',
        ...entered,
      }),
    );
  }

  it('offers to edit the activity whose row is selected; changes it, and takes that back', async () => {
    await withOne();
    const user = await show();
    await act(async () => done(await gateway.goTo({ sheet: 'Activités', address: 'E3' })));
    await waitFor(() => expect(picker()).toHaveValue('1.1.2 Écrire aux écoles'));
    await user.type(field(/^Titre/), 'Un brouillon');
    await user.click(screen.getByRole('button', { name: 'Modifier cette activité' }));
    expect(await screen.findByRole('heading', { name: 'Modifier l’activité' })).toHaveFocus();
    expect(field(/^Dates/)).toHaveValue('2 juin et 8 septembre 2021');
    await user.clear(field(/^Titre/));
    await user.type(field(/^Titre/), 'Rencontre');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Modification enregistrée et vérifiée');
    expect((await activities()).map(({ title }) => title)).toEqual(['Rencontre']);

    await user.click(screen.getByRole('button', { name: 'Annuler' }));
    await screen.findByText(/est revenue comme avant/);
    expect((await activities()).map(({ title }) => title)).toEqual(['Rencontre statutaire']);
    await user.click(screen.getByRole('button', { name: 'Revenir à l’ajout' }));
    expect(screen.getByRole('button', { name: 'Modifier cette activité' })).toHaveFocus();
    expect(field(/^Titre/)).toHaveValue('Un brouillon');
  });

  it('deletes one of the recent activities, and brings it back', async () => {
    await withOne();
    const user = await show();
    await user.click(screen.getByText('Activités récentes'));
    await user.click(await screen.findByRole('button', { name: /^Modifier «.Rencontre statutaire.»$/ }));
    await user.click(await screen.findByRole('button', { name: 'Supprimer l’activité' }));
    await screen.findByText(/a été supprimée du classeur/);
    expect(await activities()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Annuler' }));
    await screen.findByText(/est revenue comme avant/);
    expect(await activities()).toHaveLength(1);
  });

  it('does not write over what somebody has changed meanwhile', async () => {
    await withOne();
    const user = await show();
    await user.click(screen.getByText('Activités récentes'));
    await user.click(await screen.findByRole('button', { name: /^Modifier «/ }));
    await user.type(await screen.findByRole('textbox', { name: /^Précisions/ }), 'x');
    act(() => harness.workbook.sheetByName('Activités')!.type(1, 4, 'Le leur'));
    await user.click(screen.getByRole('button', { name: 'Enregistrer les modifications' }));
    await screen.findByText('L’activité n’a pas été modifiée');
    expect(screen.getByText(/a changé dans le classeur depuis que vous l’avez ouverte/)).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /^Précisions/ })).toHaveValue('x');
  });

  it('puts recent items first, completes names, and keeps a note for each date', async () => {
    await withOne();
    const user = await show();
    await user.click(picker());
    expect(within(screen.getByRole('listbox')).getAllByRole('option')[0]).toHaveTextContent(/^1\.1\.2/);
    await user.keyboard('{Escape}');
    expect([...document.querySelectorAll('option')].map(({ value }) => value)).toContain('Rose Roy');
    await user.type(field(/^Dates/), '2 juin et 8 septembre 2021');
    await user.click(screen.getByText('Notes par date'));
    await user.type(screen.getByRole('textbox', { name: /^Note du 8/ }), 'rencontre 2/2');
    expect(field(/^Dates/)).toHaveValue('2 juin 2021; 8 septembre 2021 (rencontre 2/2)');
  });

  it('puts a pasted activity in its fields', async () => {
    await open();
    const user = await show();
    await user.click(field(/^Dates/));
    await user.paste('2 juin 2021\nRencontre statutaire\nOrdre du jour\n(Avec Rose Roy et Élise Arbour)');
    await waitFor(() => expect(field(/^Titre/)).toHaveValue('Rencontre statutaire'));
    expect(field(/^Dates/)).toHaveValue('2 juin 2021');
    expect(field(/^Précisions/)).toHaveValue('Ordre du jour');
    expect(screen.getByRole('combobox', { name: 'Avec' })).toHaveValue('Rose Roy; Élise Arbour');
    await user.clear(field(/^Titre/));
    await user.click(field(/^Titre/));
    await user.paste('Rencontre\nstatutaire');
    await waitFor(() => expect(field(/^Titre/)).toHaveValue('Rencontre statutaire'));
  });

  it('takes the item of a row selected in the report and in the coverage', async () => {
    await withOne();
    const user = await show();
    await user.click(screen.getByRole('tab', { name: 'Rapport' }));
    await user.click(await screen.findByRole('button', { name: 'Rapport et couverture' }));
    await screen.findByText('La couverture est prête.');
    await user.click(screen.getByRole('tab', { name: 'Ajouter' }));
    const select = async (name: string, text: RegExp) => {
      const sheet = harness.workbook.sheetByName(name)!;
      const used = sheet.usedRect()!;
      for (let row = used.row; row < used.row + used.rows; row += 1)
        for (let column = used.column; column < used.column + used.columns; column += 1)
          if (text.test(sheet.text(row, column)))
            return act(async () => done(await gateway.goTo({ sheet: name, address: `A${row + 1}` })));
      throw new Error(`No ${String(text)} in ${name}`);
    };
    await select('Rapport', /^Aucune activité/);
    await waitFor(() => expect(picker()).toHaveValue('1.1.1 Visiter les ateliers'));
    await select('Rapport', /^Rencontre statutaire/);
    await waitFor(() => expect(picker()).toHaveValue('1.1.2 Écrire aux écoles'));
    await select('Couverture', /^1\.1\.1$/);
    await waitFor(() => expect(picker()).toHaveValue('1.1.1 Visiter les ateliers'));
  });
});

describe('Rapport', () => {
  it('builds both sheets and leads to them', async () => {
    await open();
    const user = await show();
    await user.click(screen.getByRole('tab', { name: 'Rapport' }));
    await user.click(await screen.findByRole('button', { name: 'Rapport et couverture' }));
    expect(await screen.findByText('Le rapport est prêt.')).toBeInTheDocument();
    expect(await screen.findByText('La couverture est prête.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Voir la feuille Rapport' }));
    await waitFor(() => expect(harness.workbook.activeSheet.name).toBe('Rapport'));
  });

  it('refuses a period that ends before it begins', async () => {
    await open();
    const user = await show();
    await user.click(screen.getByRole('tab', { name: 'Rapport' }));
    await user.click(await screen.findByRole('radio', { name: 'Du… au…' }));
    await user.type(screen.getByLabelText('Du'), '2021-09-08');
    await user.type(screen.getByLabelText('Au'), '2021-06-02');
    expect(screen.getByText('La fin vient avant le début.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Rapport seul' })).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('states of the workbook', () => {
  it('sets up a blank workbook', async () => {
    await open({}, null);
    const user = await show();
    await user.click(screen.getByRole('button', { name: 'Créer un classeur de suivi vide' }));
    expect(await screen.findByText('Le plan est vide')).toBeInTheDocument();
  });

  it('leaves somebody’s own workbook alone', async () => {
    await open({}, null);
    harness.workbook.activeSheet.write({ row: 0, column: 0, rows: 1, columns: 1 }, [['Budget']], 'values');
    await show();
    expect(screen.getByText('Ce classeur n’est pas un classeur de suivi')).toBeInTheDocument();
  });

  it('says that a workbook is read-only before anybody types', async () => {
    await open({ readOnly: true });
    await show();
    expect(screen.getByText(/Ce classeur est en lecture seule/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Ajouter l’activité' })).toBeDisabled();
  });

  it('says which sheet is protected', async () => {
    await open();
    harness.workbook.sheetByName('Activités')!.protect();
    await show();
    expect(screen.getByText(/La feuille « Activités » est protégée/)).toBeInTheDocument();
  });

  it('lists the problems of the workbook, with their places', async () => {
    await open();
    harness.workbook.sheetByName('Plan')!.type(2, 0, '1.1.1');
    const user = await show();
    const bar = screen.getByRole('button', { name: /^1\sproblème dans le classeur$/ });
    await user.click(bar);
    const item = within(screen.getByRole('listitem'));
    expect(item.getByText(/Le numéro 1\.1\.1 est inscrit plus d’une fois/)).toBeInTheDocument();
    await user.click(item.getByRole('button', { name: /^Aller à Plan/ }));
    await waitFor(() => expect(harness.workbook.activeSheet.name).toBe('Plan'));
  });

  it('says what a button of the ribbon could not do, until it is put away', async () => {
    await open();
    commandLog(localStorage, 'plan.xlsx').record({
      asked: 'report',
      step: 'report',
      error: { code: 'sheetNotOurs', params: { sheet: 'Rapport' } },
    });
    const user = await show();
    expect(screen.getByText('Le rapport n’a pas été construit')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Fermer' }));
    expect(screen.queryByText('Le rapport n’a pas été construit')).not.toBeInTheDocument();
    expect(commandLog(localStorage, 'plan.xlsx').read()).toBeNull();
  });
});

it('moves between the tabs with the arrows', async () => {
  await open();
  const user = await show();
  act(() => screen.getByRole('tab', { name: 'Ajouter' }).focus());
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'Rapport' })).toHaveFocus();
  expect(screen.getByRole('tab', { name: 'Rapport' })).toHaveAttribute('aria-selected', 'true');
  expect(screen.getByRole('tabpanel', { name: 'Rapport' })).toBeVisible();
  await user.keyboard('{Home}');
  expect(screen.getByRole('tab', { name: 'Ajouter' })).toHaveFocus();
});

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail ?? ''}`);
  return result.value;
}
