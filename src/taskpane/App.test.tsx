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
  Element.prototype.scrollTo = () => undefined;
  // Nor does it lay anything out: the tree draws what fits in its height.
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 60 });
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 600 });
  Object.defineProperty(document, 'execCommand', { configurable: true, value: () => false });
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
    await user.click(screen.getByRole('button', { name: 'Revenir' }));
    expect(screen.getByRole('button', { name: 'Modifier cette activité' })).toHaveFocus();
    expect(field(/^Titre/)).toHaveValue('Un brouillon');
  });

  it('deletes one of the recent activities, and brings it back', async () => {
    await withOne();
    const user = await show();
    await user.click(screen.getByText('Activités récentes'));
    await user.click(await screen.findByRole('button', { name: /^Rencontre statutaire/ }));
    await user.click(await screen.findByRole('button', { name: 'Supprimer' }));
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
    await user.click(await screen.findByRole('button', { name: /^Rencontre statutaire/ }));
    await user.type(await screen.findByRole('textbox', { name: /^Précisions/ }), 'x');
    cleanup();
    await show();
    expect(await screen.findByRole('textbox', { name: /^Précisions/ })).toHaveValue('x');
    act(() => harness.workbook.sheetByName('Activités')!.type(1, 4, 'Le leur'));
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
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

describe('Plan', () => {
  const items = () =>
    screen.getAllByRole('treeitem').map((item) => item.querySelector('.suivi-option-no')?.textContent);

  async function showPlan() {
    const user = await show();
    await user.click(screen.getByRole('tab', { name: 'Plan' }));
    await screen.findAllByRole('treeitem');
    return user;
  }

  it('says in words what each item has had, and filters', async () => {
    await open();
    const occurrences = [{ start: parseIso('2021-06-02')! }];
    const blank = { details: [], participants: [], kind: '', link: '', enteredBy: '', enteredOn: today };
    done(await gateway.append({ planNo: '1.1.2', occurrences, title: 'Rencontre', ...blank }));
    const user = await showPlan();
    expect(items()).toEqual(['1', '1.1', '1.1.1', '1.1.2']);
    expect(screen.getByRole('treeitem', { name: /^1\.1 Rencontrer/ })).toHaveAccessibleName(
      /^1\.1 Rencontrer les employeurs 1 sur 2.actions avec activité · dernière le 2.juin.2021, il y a 173.jours 1.activité$/,
    );
    await user.selectOptions(screen.getByRole('combobox', { name: 'Montrer' }), 'Sans activité');
    expect(items()).toEqual(['1', '1.1', '1.1.1']);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Montrer' }), 'Silencieux');
    expect(items()).toEqual(['1', '1.1', '1.1.1', '1.1.2']);
    await user.clear(screen.getByRole('spinbutton', { name: 'Jours sans activité' }));
    await user.type(screen.getByRole('spinbutton', { name: 'Jours sans activité' }), '200');
    expect(items()).toEqual(['1', '1.1', '1.1.1']);
    await user.click(screen.getByRole('button', { name: 'Effacer les filtres' }));
    await user.type(screen.getByRole('searchbox', { name: 'Chercher dans le plan' }), 'ecoles');
    expect(items()).toEqual(['1', '1.1', '1.1.2']);
  });

  it('is a tree for the keyboard, leads to the row, and adds to the item', async () => {
    await open();
    const user = await showPlan();
    act(() => screen.getByRole('tree').focus());
    await user.keyboard('{ArrowDown}{ArrowLeft}');
    expect(items()).toEqual(['1', '1.1']);
    await user.keyboard('{ArrowRight}{End}{Enter}');
    await waitFor(() => expect(harness.workbook.activeSheet.selection).toMatchObject({ row: 2, column: 0 }));
    expect(harness.workbook.activeSheet.name).toBe('Plan');
    await user.keyboard('{ArrowUp}');
    await user.click(screen.getByRole('button', { name: 'Ajouter une activité' }));
    expect(screen.getByRole('tab', { name: 'Ajouter' })).toHaveAttribute('aria-selected', 'true');
    expect(picker()).toHaveValue('1.1.1 Visiter les ateliers');
  });
});

describe('Paramètres', () => {
  it('writes what was changed, and puts it back', async () => {
    await open();
    const user = await show();
    await user.click(screen.getByRole('tab', { name: 'Paramètres' }));
    const title = await screen.findByRole('textbox', { name: 'Titre du rapport' });
    expect(title).toHaveValue('Plan');
    expect(screen.getByRole('button', { name: 'Enregistrer' })).toHaveAttribute('aria-disabled', 'true');
    await user.clear(title);
    await user.type(title, 'Bilan');
    await user.type(screen.getByLabelText(/^Dernier comité/), '2021-09-30');
    await user.keyboard('{Enter}');
    await screen.findByText('Paramètres enregistrés et vérifiés');
    expect(done(await gateway.readPlan())).toMatchObject({
      plan: { title: 'Bilan' },
      settings: { lastCommittee: '2021-09-30' },
    });
    await user.click(screen.getByRole('button', { name: 'Annuler' }));
    await screen.findByText('Les paramètres sont revenus comme avant.');
    expect(title).toHaveValue('Plan');
  });

  it('keeps what is typed where Excel refuses, and says that somebody has changed them', async () => {
    await open();
    const user = await show();
    await user.click(screen.getByRole('tab', { name: 'Paramètres' }));
    const title = await screen.findByRole('textbox', { name: 'Titre du rapport' });
    await user.type(title, ' 2');
    act(() => harness.workbook.sheetByName('Paramètres')!.type(1, 1, 'La leur'));
    expect(await screen.findByText(/Quelqu’un a changé les paramètres/)).toBeInTheDocument();
    act(() => harness.workbook.sheetByName('Paramètres')!.protect());
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await screen.findByText('Les paramètres n’ont pas été enregistrés');
    expect(title).toHaveValue('Plan 2');
    await user.click(screen.getByRole('button', { name: 'Rétablir' }));
    expect(screen.getByRole('textbox', { name: 'Organisation' })).toHaveValue('La leur');
  });
});

it('speaks the language chosen in the pane, and keeps to it', async () => {
  await open();
  const user = await show();
  await user.click(screen.getByRole('tab', { name: 'Paramètres' }));
  await user.selectOptions(await screen.findByRole('combobox', { name: /^Langue du volet/ }), 'English');
  expect(screen.getByRole('tab', { name: 'Settings' })).toBeInTheDocument();
  expect(document.documentElement).toHaveAttribute('lang', 'en');
  cleanup();
  render(
    <App
      environment={{ gateway, language: 'fr', documentKey: 'plan.xlsx', store: localStorage, today: () => today }}
    />,
  );
  expect(await screen.findByRole('tab', { name: 'Add' })).toBeInTheDocument();
});

describe('Vérifier', () => {
  it('says that all is well, then what is not, with its place and as a list', async () => {
    await open();
    const user = await show();
    await user.click(screen.getByRole('tab', { name: 'Vérifier' }));
    expect(await screen.findByText('Aucun problème dans le classeur.')).toBeInTheDocument();
    act(() => harness.workbook.sheetByName('Plan')!.type(2, 0, '1.1.1'));
    await user.click(screen.getByRole('button', { name: 'Vérifier de nouveau' }));
    expect(await screen.findByRole('heading', { name: /^1.erreur.: à corriger$/ })).toBeInTheDocument();
    expect(screen.getByText(/Le numéro 1\.1\.1 est inscrit plus d’une fois/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Aller à Plan, A3' }));
    await waitFor(() => expect(harness.workbook.activeSheet.selection).toMatchObject({ row: 2, column: 0 }));
    await user.click(screen.getByText('Liste à copier'));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Liste à copier' }).value).toMatch(
      /^Erreur\tPlan, A3\tLe numéro/,
    );
    await user.click(screen.getByRole('button', { name: 'Copier la liste' }));
    expect(await screen.findByText(/appuyez sur Ctrl\+C/)).toBeInTheDocument();
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
  expect(screen.getByRole('tab', { name: 'Plan' })).toHaveFocus();
  expect(screen.getByRole('tab', { name: 'Plan' })).toHaveAttribute('aria-selected', 'true');
  expect(screen.getByRole('tabpanel', { name: 'Plan' })).toBeVisible();
  await user.keyboard('{End}');
  expect(screen.getByRole('tab', { name: 'Paramètres' })).toHaveFocus();
  await user.keyboard('{Home}');
  expect(screen.getByRole('tab', { name: 'Ajouter' })).toHaveFocus();
});

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail ?? ''}`);
  return result.value;
}
