/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { paneInJsdom, smallPlan } from '../../test/support/pane';
import '@testing-library/jest-dom';
import { act, screen, waitFor, within } from '@testing-library/react';
import { commandLog } from '../commands/log';

const pane = paneInJsdom();

describe('states of the workbook', () => {
  it('sets up a blank workbook', async () => {
    await pane.open(null);
    const user = await pane.show();
    await user.click(screen.getByRole('button', { name: 'Un classeur de suivi vide' }));
    expect(await screen.findByText('Le plan est vide')).toBeInTheDocument();
  });

  it('leaves somebody’s own workbook alone', async () => {
    await pane.open(null);
    pane.harness.workbook.activeSheet.write({ row: 0, column: 0, rows: 1, columns: 1 }, [['Budget']], 'values');
    await pane.show();
    expect(screen.getByText('Ce classeur n’est pas un classeur de suivi')).toBeInTheDocument();
  });

  it('says that a workbook is read-only before anybody types', async () => {
    await pane.open(smallPlan, { readOnly: true });
    await pane.show();
    expect(screen.getByText(/Ce classeur est en lecture seule/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Ajouter l’activité' })).toBeDisabled();
  });

  it('says which sheet is protected', async () => {
    await pane.open();
    pane.harness.workbook.sheetByName('Activités')!.protect();
    await pane.show();
    expect(screen.getByText(/La feuille « Activités » est protégée/)).toBeInTheDocument();
  });

  it('lists the problems of the workbook, with their places', async () => {
    await pane.open();
    pane.harness.workbook.sheetByName('Plan')!.type(2, 0, '1.1.1');
    const user = await pane.show();
    const bar = screen.getByRole('button', { name: /^1\sproblème dans le classeur$/ });
    await user.click(bar);
    const item = within(screen.getByRole('listitem'));
    expect(item.getByText(/Le numéro 1\.1\.1 est inscrit plus d’une fois/)).toBeInTheDocument();
    await user.click(item.getByRole('button', { name: /^Aller à Plan/ }));
    await waitFor(() => expect(pane.harness.workbook.activeSheet.name).toBe('Plan'));
  });

  it('says what a button of the ribbon could not do, until it is put away', async () => {
    await pane.open();
    commandLog(localStorage, 'plan.xlsx').record({
      asked: 'report',
      step: 'report',
      error: { code: 'sheetNotOurs', params: { sheet: 'Rapport' } },
    });
    const user = await pane.show();
    expect(screen.getByText('Le rapport n’a pas été construit')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Fermer' }));
    expect(screen.queryByText('Le rapport n’a pas été construit')).not.toBeInTheDocument();
    expect(commandLog(localStorage, 'plan.xlsx').read()).toBeNull();
  });
});

it('moves between the tabs with the arrows', async () => {
  await pane.open();
  const user = await pane.show();
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
