/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { done, paneInJsdom, today } from '../../../test/support/pane';
import '@testing-library/jest-dom';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { parseIso } from '../../plan';

const pane = paneInJsdom();

const picker = () => screen.getByRole('combobox', { name: 'Action du plan' });
const field = (name: RegExp) => screen.getByRole('textbox', { name });

describe('Ajouter, beside the form itself', () => {
  const entered = { enteredBy: '', enteredOn: today };
  async function withOne() {
    await pane.open();
    done(
      await pane.gateway.append({
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
    const user = await pane.show();
    await act(async () => done(await pane.gateway.goTo({ sheet: 'Activités', address: 'E3' })));
    await waitFor(() => expect(picker()).toHaveValue('1.1.2 Écrire aux écoles'));
    await user.type(field(/^Titre/), 'Un brouillon');
    await user.click(screen.getByRole('button', { name: 'Modifier cette activité' }));
    expect(await screen.findByRole('heading', { name: 'Modifier l’activité' })).toHaveFocus();
    expect(field(/^Dates/)).toHaveValue('2 juin et 8 septembre 2021');
    await user.clear(field(/^Titre/));
    await user.type(field(/^Titre/), 'Rencontre');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Modification enregistrée et vérifiée');
    expect((await pane.activities()).map(({ title }) => title)).toEqual(['Rencontre']);

    await user.click(screen.getByRole('button', { name: 'Annuler' }));
    await screen.findByText(/est revenue comme avant/);
    expect((await pane.activities()).map(({ title }) => title)).toEqual(['Rencontre statutaire']);
    await user.click(screen.getByRole('button', { name: 'Revenir' }));
    expect(screen.getByRole('button', { name: 'Modifier cette activité' })).toHaveFocus();
    expect(field(/^Titre/)).toHaveValue('Un brouillon');
  });

  it('deletes one of the recent activities, and brings it back', async () => {
    await withOne();
    const user = await pane.show();
    await user.click(screen.getByText('Activités récentes'));
    await user.click(await screen.findByRole('button', { name: /^Rencontre statutaire/ }));
    await user.click(await screen.findByRole('button', { name: 'Supprimer' }));
    await screen.findByText(/a été supprimée du classeur/);
    expect(await pane.activities()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Annuler' }));
    await screen.findByText(/est revenue comme avant/);
    expect(await pane.activities()).toHaveLength(1);
  });

  it('does not write over what somebody has changed meanwhile', async () => {
    await withOne();
    const user = await pane.show();
    await user.click(screen.getByText('Activités récentes'));
    await user.click(await screen.findByRole('button', { name: /^Rencontre statutaire/ }));
    await user.type(await screen.findByRole('textbox', { name: /^Précisions/ }), 'x');
    cleanup();
    await pane.show();
    expect(await screen.findByRole('textbox', { name: /^Précisions/ })).toHaveValue('x');
    act(() => pane.harness.workbook.sheetByName('Activités')!.type(1, 4, 'Le leur'));
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await screen.findByText('L’activité n’a pas été modifiée');
    expect(await screen.findByText(/a changé dans le classeur depuis que vous l’avez ouverte/)).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /^Précisions/ })).toHaveValue('x');
  });

  it('puts recent items first, completes names, and keeps a note for each date', async () => {
    await withOne();
    const user = await pane.show();
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
    await pane.open();
    const user = await pane.show();
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
    const user = await pane.show();
    await user.click(screen.getByRole('tab', { name: 'Rapport' }));
    await user.click(await screen.findByRole('button', { name: 'Rapport et couverture' }));
    await screen.findByText('La couverture est prête.');
    await user.click(screen.getByRole('tab', { name: 'Ajouter' }));
    const select = async (name: string, text: RegExp) => {
      const sheet = pane.harness.workbook.sheetByName(name)!;
      const used = sheet.cells.extent()!;
      for (let row = used.row; row < used.row + used.rows; row += 1)
        for (let column = used.column; column < used.column + used.columns; column += 1)
          if (text.test(sheet.text(row, column)))
            return act(async () => done(await pane.gateway.goTo({ sheet: name, address: `A${row + 1}` })));
      throw new Error(`No ${String(text)} in ${name}`);
    };
    await select('Rapport', /^Aucune activité/);
    await waitFor(() => expect(picker()).toHaveValue('1.1.1 Visiter les ateliers'));
    await select('Rapport', /^Rencontre statutaire/);
    await waitFor(() => expect(picker()).toHaveValue('1.1.2 Écrire aux écoles'));
    await select('Couverture', /^1\.1\.1$/);
    await waitFor(() => expect(picker()).toHaveValue('1.1.1 Visiter les ateliers'));
  });

  it('gives an id to a row that somebody typed in the sheet, then edits it', async () => {
    await withOne();
    const { workbook } = pane.harness;
    workbook.transact({ session: 'person', by: 'person' }, () => {
      const sheet = workbook.sheetByName('Activités')!;
      for (const row of [1, 2]) sheet.write({ row, column: 0, rows: 1, columns: 1 }, [['']], 'values');
    });
    const user = await pane.show();
    await pane.select('Activités', 'E3');
    await user.click(await screen.findByRole('button', { name: 'Modifier cette activité' }));
    expect(await screen.findByRole('heading', { name: 'Modifier l’activité' })).toHaveFocus();
    expect(await screen.findByRole('list', { name: 'Ce qui changera' })).toHaveTextContent(/Activités, A3 · Id/);
    await user.click(screen.getByRole('button', { name: 'Donner un identifiant et modifier' }));
    await waitFor(() => expect(field(/^Dates/)).toHaveValue('8 septembre 2021'));
    await user.type(field(/^Titre/), ' 2');
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await screen.findByText('Modification enregistrée et vérifiée');
    expect((await pane.activities()).map(({ title }) => title)).toEqual([
      'Rencontre statutaire',
      'Rencontre statutaire 2',
    ]);
  });

  it('checks the number again where the item has left the plan', async () => {
    await withOne();
    const user = await pane.show();
    await user.click(screen.getByText('Activités récentes'));
    await user.click(await screen.findByRole('button', { name: /^Rencontre statutaire/ }));
    await user.click(await screen.findByRole('combobox', { name: 'Action du plan' }));
    await user.keyboard('ateliers{Enter}');
    act(() => {
      pane.harness.workbook.sheetByName('Plan')!.type(1, 0, '1.1.9');
    });
    expect(await screen.findByText('Le numéro 1.1.1 n’est plus dans le plan.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Cet élément n’est plus dans le plan. Choisissez-en un autre.')).toBeInTheDocument();
    expect((await pane.activities()).map(({ planNo }) => planNo)).toEqual(['1.1.2']);
  });
});
