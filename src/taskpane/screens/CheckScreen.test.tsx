/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { paneInJsdom } from '../../../test/support/pane';
import '@testing-library/jest-dom';
import { act, screen, waitFor } from '@testing-library/react';

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
});
