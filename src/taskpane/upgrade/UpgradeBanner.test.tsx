/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { done, paneInJsdom } from '../../../test/support/pane';
import '@testing-library/jest-dom';
import { screen, waitFor } from '@testing-library/react';

const pane = paneInJsdom();

/** The row of the settings that says the format of the workbook, counted below the header. */
const formatRow = 5;
const settings = () => pane.harness.workbook.tableByName('Parametres')!;
const person = (change: () => void) => pane.harness.workbook.transact({ session: 'person', by: 'person' }, change);

it('offers to bring an older workbook up to date, does it when agreed, and takes it back', async () => {
  await pane.open();
  person(() => settings().rows.delete(formatRow, 1));
  const user = await pane.show();
  expect(await screen.findByText('Ce classeur vient d’une version antérieure de Suivi')).toBeInTheDocument();
  expect(screen.getByText(/Séance du comité/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Ajouter l’activité' })).toBeEnabled();
  await user.click(screen.getByRole('button', { name: 'Mettre à jour' }));
  expect(await screen.findByText('Classeur mis à jour et vérifié')).toBeInTheDocument();
  expect(done(await pane.gateway.status()).format).toBe('current');
  await user.click(screen.getByRole('button', { name: 'Annuler' }));
  expect(await screen.findByText(/La mise à jour est annulée/)).toBeInTheDocument();
  expect(done(await pane.gateway.status()).format).toBe('older');
});

it('leaves an older workbook as it is until it is asked', async () => {
  await pane.open();
  person(() => settings().rows.delete(formatRow, 1));
  const user = await pane.show();
  await user.click(await screen.findByRole('button', { name: 'Plus tard' }));
  await waitFor(() => expect(screen.queryByText(/version antérieure/)).toBeNull());
  expect(done(await pane.gateway.status()).format).toBe('older');
});

it('reads a newer workbook, and says why it does not write in it', async () => {
  await pane.open();
  await pane.append();
  person(() => {
    const { sheet, bodyRect } = settings();
    sheet.write({ row: bodyRect.row + formatRow, column: 1, rows: 1, columns: 1 }, [['9']], 'values');
  });
  const user = await pane.show();
  expect(await screen.findByText('Ce classeur vient d’une version plus récente de Suivi')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Ajouter l’activité' })).toBeDisabled();
  await user.click(screen.getByRole('tab', { name: 'Plan' }));
  expect(await screen.findByRole('treeitem', { name: /1\.1\.2 Écrire aux écoles/ })).toBeInTheDocument();
  await user.click(screen.getByRole('tab', { name: 'Rapport' }));
  expect(await screen.findByRole('button', { name: 'Rapport seul' })).toHaveAttribute('aria-disabled', 'true');
});
