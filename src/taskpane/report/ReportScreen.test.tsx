/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { paneInJsdom } from '../../../test/support/pane';
import '@testing-library/jest-dom';
import { act, screen, waitFor } from '@testing-library/react';

const pane = paneInJsdom();

describe('Rapport', () => {
  it('builds both sheets and leads to them', async () => {
    await pane.open();
    const user = await pane.show();
    await user.click(screen.getByRole('tab', { name: 'Rapport' }));
    await user.click(await screen.findByRole('button', { name: 'Rapport et couverture' }));
    expect(await screen.findByText('Le rapport est prêt.')).toBeInTheDocument();
    expect(await screen.findByText('La couverture est prête.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Voir la feuille Rapport' }));
    await waitFor(() => expect(pane.harness.workbook.activeSheet.name).toBe('Rapport'));
  });

  it('says that a part of how the sheet looks was refused', async () => {
    await pane.open();
    pane.harness.workbook.configure({ failsAt: ['PageLayout.paperSize'] });
    const user = await pane.showScreen('Rapport');
    await user.click(await screen.findByRole('button', { name: 'Rapport seul' }));
    expect(await screen.findByText('Le rapport est prêt.')).toBeInTheDocument();
    expect(screen.getByText(/^Cet Excel a refusé une partie de la présentation/)).toBeInTheDocument();
  });

  it('refuses a period that ends before it begins', async () => {
    await pane.open();
    const user = await pane.show();
    await user.click(screen.getByRole('tab', { name: 'Rapport' }));
    await user.click(await screen.findByRole('radio', { name: 'Du… au…' }));
    await user.type(screen.getByLabelText('Du'), '2021-09-08');
    await user.type(screen.getByLabelText('Au'), '2021-06-02');
    expect(screen.getByText('La fin vient avant le début.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Rapport seul' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('is stopped when asked, and says that what was there is whole', async () => {
    await pane.open();
    const user = await pane.showScreen('Rapport');
    const build = await screen.findByRole('button', { name: 'Rapport et couverture' });
    // While a cell is being edited the build waits: time enough to stop it.
    act(() => pane.harness.host.setCellEditing(true));
    await user.click(build);
    expect(screen.getByText('Lecture du classeur…')).toBeInTheDocument();
    expect(screen.getByRole('progressbar', { name: 'Avancement' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Interrompre' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Interrompre' }));
    expect(screen.getByRole('button', { name: 'Interruption…' })).toHaveAttribute('aria-disabled', 'true');
    act(() => pane.harness.host.setCellEditing(false));
    expect(await screen.findByText('Construction interrompue')).toBeInTheDocument();
    expect(screen.getByText(/Rien n’a été construit/)).toBeInTheDocument();
    expect(pane.harness.workbook.sheetByName('Rapport')).toBeUndefined();
    expect(build).not.toHaveAttribute('aria-disabled');
    expect(build).toHaveFocus();
  });

  it('counts dates by quarter where that is chosen, and says that a report refused is whole', async () => {
    await pane.open();
    await pane.append();
    const user = await pane.showScreen('Rapport');
    await user.click(await screen.findByText('Disposition de la couverture'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Compter' }), 'Les dates d’activité');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Par' }), 'Trimestres');
    await user.click(screen.getByRole('button', { name: 'Rapport et couverture' }));
    expect(await screen.findByText('La couverture est prête.')).toBeInTheDocument();
    const { columns, data } = pane.harness.workbook.sheetByName('Couverture')!.pivots[0]!.definition;
    expect([columns.map(({ field }) => field), data.map(({ field }) => field)]).toEqual([
      ['Trimestre'],
      ['Occurrences'],
    ]);

    act(() => pane.harness.workbook.sheetByName('Rapport')!.protect());
    await user.click(screen.getByRole('button', { name: 'Rapport seul' }));
    expect(await screen.findByText('Le rapport n’a pas été construit')).toBeInTheDocument();
    expect(screen.getByText('S’il y avait déjà un rapport, il est entier, tel qu’il était.')).toBeInTheDocument();
  });
});
