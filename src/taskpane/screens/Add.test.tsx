/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { anActivity, done, paneInJsdom, type User } from '../../../test/support/pane';
import '@testing-library/jest-dom';
import { fireEvent, act, cleanup, screen, waitFor } from '@testing-library/react';
import { parseIso } from '../../plan';

const pane = paneInJsdom();

const picker = () => screen.getByRole('combobox', { name: 'Action du plan' });
const field = (name: RegExp) => screen.getByRole('textbox', { name });

async function fill(user: User) {
  await user.type(picker(), 'ecoles');
  await user.keyboard('{Enter}');
  await user.type(field(/^Dates/), '2 juin et 8 septembre 2021');
  await user.type(field(/^Titre/), 'Rencontre statutaire');
}

describe('Ajouter', () => {
  it('finds the action, reads the dates, adds with Ctrl+Enter, says where, and takes back', async () => {
    await pane.open();
    const user = await pane.show();
    await fill(user);
    expect(picker()).toHaveValue('1.1.2 Écrire aux écoles');
    const reading = screen.getByRole('status', { name: 'Dates lues' });
    expect([...reading.children].map((chip) => chip.textContent.replaceAll('\u00a0', ' '))).toEqual([
      '2 juin 2021',
      '8 septembre 2021',
    ]);

    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Enregistré et vérifié');
    expect(await pane.activities()).toMatchObject([
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
    expect(await pane.activities()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Reprendre la saisie' }));
    expect(field(/^Titre/)).toHaveValue('Rencontre statutaire');
  });

  it('goes from the dates to the title with one Tab, and opens the calendar from the dates by its keys', async () => {
    const showPicker = jest.fn();
    HTMLInputElement.prototype.showPicker = showPicker;
    await pane.open();
    const user = await pane.show();
    await user.type(field(/^Dates/), '2 juin 2021');
    expect(field(/^Dates/)).toHaveAccessibleDescription(/Alt\+↓ ouvre un calendrier/);
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}{F4}{ArrowDown}');
    expect(showPicker).toHaveBeenCalledTimes(2);
    await user.tab();
    expect(field(/^Titre/)).toHaveFocus();
    const notes = (await screen.findByText('Notes par date')).closest('summary');
    await user.tab();
    await user.tab();
    await user.tab();
    expect(notes).toHaveFocus();
  });

  it('shows the calendar’s own field where the page may not open the calendar, as in a frame of Excel on the web', async () => {
    HTMLInputElement.prototype.showPicker = () => {
      throw new DOMException('showPicker() was called from a frame of another origin.', 'SecurityError');
    };
    await pane.open();
    const user = await pane.show();
    await user.click(screen.getByRole('button', { name: 'Choisir une date dans un calendrier' }));
    const calendar = screen.getByLabelText('Choisir une date dans un calendrier', { selector: 'input' });
    expect(calendar).toHaveFocus();
    fireEvent.change(calendar, { target: { value: '2021-09-08' } });
    expect(field(/^Dates/)).toHaveValue('8 septembre 2021');
  });

  it('adds once for a double click', async () => {
    await pane.open();
    const user = await pane.show();
    await fill(user);
    await user.dblClick(screen.getByRole('button', { name: 'Ajouter l’activité' }));
    await screen.findByText('Enregistré et vérifié');
    expect(await pane.activities()).toHaveLength(1);
    expect(screen.queryByText('Donnez un titre à l’activité.')).not.toBeInTheDocument();
  });

  it('says what is missing at its field, and goes to the first', async () => {
    await pane.open();
    const user = await pane.show();
    await user.type(field(/^Dates/), '31 juin 2021');
    await user.click(screen.getByRole('button', { name: 'Ajouter l’activité' }));
    expect(picker()).toHaveFocus();
    expect(picker()).toBeInvalid();
    expect(field(/^Titre/)).toBeInvalid();
    expect(await screen.findByText(/n’existe pas au calendrier/)).toBeInTheDocument();
    expect(await pane.activities()).toEqual([]);
  });

  it('keeps what was typed when Excel refuses, and says why', async () => {
    await pane.open();
    const user = await pane.show();
    await fill(user);
    act(() => pane.harness.workbook.sheetByName('Activités')!.protect());
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('L’activité n’a pas été ajoutée');
    expect(screen.getByText(/La feuille « Activités » est protégée\./)).toBeInTheDocument();
    expect(field(/^Titre/)).toHaveValue('Rencontre statutaire');
  });

  it('gives the draft back after the pane was closed', async () => {
    await pane.open();
    const user = await pane.show();
    await fill(user);
    cleanup();
    await pane.show();
    expect(screen.getByText('Brouillon repris là où vous l’aviez laissé.')).toBeInTheDocument();
    expect(field(/^Titre/)).toHaveValue('Rencontre statutaire');
    expect(picker()).toHaveValue('1.1.2 Écrire aux écoles');
  });

  it('takes the action of the row that is selected in the Plan sheet', async () => {
    await pane.open();
    await pane.show();
    await act(async () => done(await pane.gateway.goTo({ sheet: 'Plan', address: 'D3' })));
    await waitFor(() => expect(picker()).toHaveValue('1.1.2 Écrire aux écoles'));
  });

  it('follows what others change in the workbook', async () => {
    await pane.open();
    const user = await pane.show();
    await act(async () => {
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Plan').getRange('D2').values = [['Visiter toutes les imprimeries']];
        await context.sync();
      });
    });
    await user.type(picker(), 'imprimeries');
    expect(await screen.findByRole('option', { name: /Visiter toutes les imprimeries/ })).toBeInTheDocument();
  });

  it('does not add twice what a crash left without an answer', async () => {
    await pane.open();
    const user = await pane.show();
    await fill(user);
    const occurrences = [{ start: parseIso('2021-06-02')! }, { start: parseIso('2021-09-08')! }];
    done(await pane.gateway.append(anActivity({ occurrences, participants: [] }), { id: 'unknown', again: false }));
    localStorage.setItem('suivi.attempt.plan.xlsx', 'unknown');
    cleanup();
    const again = await pane.show();
    await again.click(screen.getByRole('button', { name: 'Ajouter l’activité' }));
    expect(await screen.findByText('Enregistré et vérifié')).toBeInTheDocument();
    expect(await pane.activities()).toHaveLength(1);
    expect(localStorage.getItem('suivi.attempt.plan.xlsx')).toBeNull();
  });

  it('shows what a co-author changes without losing what is being typed', async () => {
    await pane.open();
    const user = await pane.show();
    await user.type(field(/^Titre/), 'Renc');
    const other = pane.harness.host.openSession();
    const { workbook } = pane.harness;
    act(() => {
      workbook.transact({ session: 'other', by: 'addin' }, () => {
        const sheet = workbook.sheetByName('Plan')!;
        sheet.write({ row: 1, column: 3, rows: 1, columns: 1 }, [['Visiter les imprimeries']], 'values');
      });
    });
    await pane.quiet();
    await user.keyboard('ontre');
    expect(field(/^Titre/)).toHaveValue('Rencontre');
    await user.type(picker(), 'imprimeries');
    expect(await screen.findByRole('option', { name: /Visiter les imprimeries/ })).toBeInTheDocument();
    other.close();
  });

  it('does not hear its own writes', async () => {
    await pane.open();
    const heard: unknown[] = [];
    done(await pane.gateway.onChange((change) => heard.push(change.what)));
    const user = await pane.show();
    await fill(user);
    await pane.quiet();
    heard.length = 0;
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Enregistré et vérifié');
    await pane.quiet();
    expect(heard.filter((what) => what === 'data')).toEqual([]);
  });
});
