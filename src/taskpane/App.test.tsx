/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { done, paneInJsdom, smallPlan } from '../../test/support/pane';
import '@testing-library/jest-dom';
import { act, screen, waitFor, within } from '@testing-library/react';
import { commandLog } from '../commands/log';

const pane = paneInJsdom();

describe('states of the workbook', () => {
  it('sets up a blank workbook', async () => {
    await pane.open(null);
    const user = await pane.show();
    await user.click(await screen.findByRole('button', { name: 'Un classeur de suivi vide' }));
    expect(await screen.findByText('Le plan est vide')).toBeInTheDocument();
  });

  it('makes a tracking workbook of a blank one from the example', async () => {
    await pane.open(null);
    const user = await pane.show();
    await user.click(await screen.findByRole('button', { name: 'L’exemple' }));
    expect(await screen.findByRole('tab', { name: 'Ajouter' })).toBeInTheDocument();
    const { plan, activities, problems } = done(await pane.gateway.readPlan());
    expect([plan.objectives.length, activities.length > 50, problems]).toEqual([4, true, []]);
  });

  it('reads somebody’s document into a blank workbook', async () => {
    await pane.open(null);
    const user = await pane.show();
    await user.click(await screen.findByRole('button', { name: 'Mon document' }));
    expect(await screen.findByRole('heading', { name: 'Importer un document' })).toBeInTheDocument();
  });

  const ownWorkbook = async () => {
    await pane.open(null);
    pane.harness.workbook.activeSheet.write({ row: 0, column: 0, rows: 1, columns: 1 }, [['Budget']], 'values');
    return pane.show();
  };

  it('leaves somebody’s own workbook alone, and offers to read a document into it', async () => {
    const user = await ownWorkbook();
    expect(await screen.findByText('Ce classeur n’est pas un classeur de suivi')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Mon document' }));
    expect(await screen.findByRole('heading', { name: 'Importer un document' })).toBeInTheDocument();
    expect(pane.harness.workbook.sheets).toHaveLength(1);
  });

  it('puts its sheets beside somebody’s own where that is asked', async () => {
    const user = await ownWorkbook();
    const [own] = pane.harness.workbook.sheets;
    await user.click(await screen.findByRole('button', { name: 'Des feuilles de suivi vides' }));
    expect(await screen.findByText('Le plan est vide')).toBeInTheDocument();
    expect(pane.harness.workbook.sheets.map(({ name }) => name)).toEqual([
      own!.name,
      'Plan',
      'Activités',
      'Paramètres',
    ]);
    expect(own!.text(0, 0)).toBe('Budget');
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

describe('what goes on around the pane', () => {
  it('says that it reads the workbook', async () => {
    await pane.open();
    pane.render();
    expect(screen.getByText('Lecture du classeur…')).toBeInTheDocument();
    expect(await screen.findByRole('tab', { name: 'Ajouter' })).toBeInTheDocument();
  });

  it('says that it waits for the person to leave a cell, then goes on', async () => {
    await pane.open();
    const user = await pane.show();
    await user.type(screen.getByRole('combobox', { name: 'Action du plan' }), 'ecoles{Enter}');
    await user.type(screen.getByRole('textbox', { name: /^Dates/ }), '2 juin 2021');
    await user.type(screen.getByRole('textbox', { name: /^Titre/ }), 'Rencontre');
    act(() => pane.harness.host.setCellEditing(true));
    await user.click(screen.getByRole('button', { name: 'Ajouter l’activité' }));
    expect(await screen.findByText('Excel attend la fin d’une saisie')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /^Titre/ })).toHaveValue('Rencontre');
    act(() => pane.harness.host.setCellEditing(false));
    expect(await screen.findByText('Enregistré et vérifié')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText('Excel attend la fin d’une saisie')).toBeNull());
    expect(await pane.activities()).toHaveLength(1);
  });

  it('says that nothing needs the network while there is none', async () => {
    await pane.open();
    await pane.show();
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    expect(screen.getByText('Hors connexion')).toBeInTheDocument();
    online.mockRestore();
    act(() => void window.dispatchEvent(new Event('online')));
    expect(screen.queryByText('Hors connexion')).toBeNull();
  });

  it('keeps what is on the screen where the workbook cannot be read again, and says so', async () => {
    await pane.open();
    const user = await pane.show();
    await user.type(screen.getByRole('textbox', { name: /^Titre/ }), 'Rencontre');
    await pane.quiet();
    pane.harness.session.injectFault({ kind: 'error', code: 'GeneralException', at: 1 });
    act(() => pane.harness.workbook.sheetByName('Plan')!.type(1, 3, 'Visiter les imprimeries'));
    expect(await screen.findByText(/Le classeur n’a pas pu être relu/)).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /^Titre/ })).toHaveValue('Rencontre');
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    await waitFor(() => expect(screen.queryByText(/Le classeur n’a pas pu être relu/)).toBeNull());
    await user.type(screen.getByRole('combobox', { name: 'Action du plan' }), 'imprimeries');
    expect(await screen.findByRole('option', { name: /imprimeries/ })).toBeInTheDocument();
  });

  it('says what could not be read at first, and tries again', async () => {
    await pane.open();
    pane.harness.session.injectFault({ kind: 'error', code: 'GeneralException', at: 1 });
    const user = await pane.show();
    expect(screen.getByText('Le classeur n’a pas pu être lu')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(await screen.findByRole('tab', { name: 'Ajouter' })).toBeInTheDocument();
  });
});
