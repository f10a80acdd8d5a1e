/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { anActivity, paneInJsdom } from '../../../test/support/pane';
import '@testing-library/jest-dom';
import { act, screen, waitFor, within } from '@testing-library/react';
import { parseIso } from '../../plan';

const pane = paneInJsdom();

describe('Vérifier', () => {
  it('says that all is well, then what is not, with its place and as a list', async () => {
    await pane.open();
    const user = await pane.show();
    await user.click(screen.getByRole('tab', { name: 'Vérifier' }));
    expect(await screen.findByText('Aucun problème dans le classeur.')).toBeInTheDocument();
    act(() => pane.harness.workbook.sheetByName('Plan')!.type(2, 0, '1.1.1'));
    await user.click(screen.getByRole('button', { name: 'Vérifier de nouveau' }));
    expect(await screen.findByRole('heading', { name: /^1.erreur.: à corriger$/ })).toBeInTheDocument();
    expect(screen.getByText(/Le numéro 1\.1\.1 est inscrit plus d’une fois/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Aller à Plan, A3' }));
    await waitFor(() => expect(pane.harness.workbook.activeSheet.selection).toMatchObject({ row: 2, column: 0 }));
    await user.click(screen.getByText('Liste à copier'));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Liste à copier' }).value).toMatch(
      /^Erreur\tPlan, A3\tLe numéro/,
    );
    await user.click(screen.getByRole('button', { name: 'Copier la liste' }));
    expect(await screen.findByText(/appuyez sur Ctrl\+C/)).toBeInTheDocument();
  });

  const date = () => pane.harness.workbook.sheetByName('Activités')!.text(1, 1);

  /** A date typed as text, and a row without an id. */
  async function withTwoToRepair() {
    await pane.open();
    await pane.append(anActivity({ title: 'Première' }));
    await pane.append(anActivity({ title: 'Seconde', occurrences: [{ start: parseIso('2021-06-03')! }] }));
    const { workbook } = pane.harness;
    workbook.transact({ session: 'person', by: 'person' }, () => {
      const sheet = workbook.sheetByName('Activités')!;
      sheet.write({ row: 1, column: 1, rows: 1, columns: 1 }, [["'2 juin 2021"]], 'values');
      sheet.write({ row: 3, column: 0, rows: 1, columns: 1 }, [['']], 'values');
    });
  }

  it('shows what a repair would change, changes it when agreed, and takes it back', async () => {
    await withTwoToRepair();
    const user = await pane.showScreen('Vérifier');
    const opener = await screen.findByRole('button', { name: 'Réparer… Activités, B2' });
    await user.click(opener);
    const changes = screen.getByRole('list', { name: 'Ce qui changera' });
    expect(changes).toHaveTextContent(/Activités, B2 · Date.*2 juin 2021.*devient.*2021-06-02/);
    await user.click(screen.getByRole('button', { name: 'Laisser ainsi' }));
    expect(opener).toHaveFocus();
    expect(date()).toBe('2 juin 2021');

    await user.click(opener);
    await user.click(screen.getByRole('button', { name: 'Réparer' }));
    expect(await screen.findByText(/^1.réparation faite et vérifiée$/)).toBeInTheDocument();
    expect(date()).toBe('2021-06-02');
    expect(screen.getByRole('button', { name: 'Annuler la réparation' })).toHaveFocus();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Réparer… Activités, B2' })).toBeNull());

    await user.click(screen.getByRole('button', { name: 'Annuler la réparation' }));
    expect(await screen.findByText(/La réparation est annulée/)).toBeInTheDocument();
    expect(date()).toBe('2 juin 2021');
  });

  it('repairs all that is safe once its number is seen', async () => {
    await withTwoToRepair();
    const user = await pane.showScreen('Vérifier');
    await user.click(await screen.findByRole('button', { name: 'Réparer tout ce qui est sûr (2)…' }));
    expect(screen.getByText(/^2.réparations, 2.cellules changées\./)).toBeInTheDocument();
    expect(within(screen.getByRole('list', { name: 'Ce qui changera' })).getAllByRole('listitem')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Réparer' }));
    expect(await screen.findByText(/^2.réparations faites et vérifiées$/)).toBeInTheDocument();
    expect(await screen.findByText('Aucun problème dans le classeur.')).toBeInTheDocument();
  });

  /** Two rows that say all the same. */
  async function withTwoAlike() {
    await pane.open();
    await pane.append(anActivity({ title: 'Séance' }));
    await pane.append(anActivity({ title: 'Autre' }));
    const { workbook } = pane.harness;
    workbook.transact({ session: 'person', by: 'person' }, () => {
      const { sheet, bodyRect, columns } = workbook.tableByName('Activites')!;
      columns.forEach((_, column) => {
        const text = sheet.text(1, column);
        if (text !== '') sheet.type(bodyRect.row + bodyRect.rows, column, /^\d{4}-/.test(text) ? text : `'${text}`);
      });
    });
  }
  const rows = () => pane.harness.workbook.tableByName('Activites')!.bodyRect.rows;
  const note = () => pane.harness.workbook.sheetByName('Activités')!.text(5, 7);

  it('keeps both of two rows that say the same, told apart by their note', async () => {
    await withTwoAlike();
    const user = await pane.showScreen('Vérifier');
    await user.click(await screen.findByRole('button', { name: 'Garder les deux… Activités, A6' }));
    expect(screen.getByRole('list', { name: 'Ce qui changera' })).toHaveTextContent(/H6 · Note.*\(vide\).*2e fois/);
    await user.click(screen.getByRole('button', { name: 'Garder les deux' }));
    expect(await screen.findByText('Aucun problème dans le classeur.')).toBeInTheDocument();
    expect([rows(), note()]).toEqual([5, '2e fois']);
    await user.click(screen.getByRole('button', { name: 'Annuler la réparation' }));
    expect(await screen.findByRole('button', { name: 'Garder les deux… Activités, A6' })).toBeInTheDocument();
    expect([rows(), note()]).toEqual([5, '']);
  });

  it('takes one of them away, and brings it back', async () => {
    await withTwoAlike();
    const user = await pane.showScreen('Vérifier');
    await user.click(await screen.findByRole('button', { name: 'Retirer celle-ci… Activités, A6' }));
    await user.click(screen.getByRole('button', { name: 'Retirer' }));
    expect(await screen.findByText('Aucun problème dans le classeur.')).toBeInTheDocument();
    expect(rows()).toBe(4);
    await user.click(screen.getByRole('button', { name: 'Annuler la réparation' }));
    expect(await screen.findByText(/La réparation est annulée/)).toBeInTheDocument();
    expect(rows()).toBe(5);
  });

  it('says why a repair was refused, and checks again', async () => {
    await withTwoToRepair();
    const user = await pane.showScreen('Vérifier');
    await user.click(await screen.findByRole('button', { name: 'Réparer… Activités, B2' }));
    act(() => pane.harness.workbook.sheetByName('Activités')!.protect());
    await user.click(screen.getByRole('button', { name: 'Réparer' }));
    expect(await screen.findByText('Rien n’a été réparé')).toBeInTheDocument();
    expect(await screen.findByText(/La feuille « Activités » est protégée\. Rien/)).toBeInTheDocument();
    expect(date()).toBe('2 juin 2021');
  });

  it('offers no repair in a workbook that cannot be written', async () => {
    await withTwoToRepair();
    pane.harness.workbook.configure({ readOnly: true });
    await pane.showScreen('Vérifier');
    expect(await screen.findByRole('heading', { name: /^2.avertissements/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Réparer/ })).toBeNull();
  });
});
