/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { paneInJsdom } from '../../../test/support/pane';
import '@testing-library/jest-dom';
import { screen, waitFor } from '@testing-library/react';

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
});
