/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { done, paneInJsdom } from '../../../test/support/pane';
import '@testing-library/jest-dom';
import { act, cleanup, screen } from '@testing-library/react';

const pane = paneInJsdom();

describe('Paramètres', () => {
  it('writes what was changed, and puts it back', async () => {
    await pane.open();
    const user = await pane.show();
    await user.click(screen.getByRole('tab', { name: 'Paramètres' }));
    const title = await screen.findByRole('textbox', { name: 'Titre du rapport' });
    expect(title).toHaveValue('Plan');
    expect(screen.getByRole('button', { name: 'Enregistrer' })).toHaveAttribute('aria-disabled', 'true');
    await user.clear(title);
    await user.type(title, 'Bilan');
    await user.type(screen.getByLabelText(/^Dernier comité/), '2021-09-30');
    await user.keyboard('{Enter}');
    await screen.findByText('Paramètres enregistrés et vérifiés');
    expect(done(await pane.gateway.readPlan())).toMatchObject({
      plan: { title: 'Bilan' },
      settings: { lastCommittee: '2021-09-30' },
    });
    await user.click(screen.getByRole('button', { name: 'Annuler' }));
    await screen.findByText('Les paramètres sont revenus comme avant.');
    expect(title).toHaveValue('Plan');
  });

  it('keeps what is typed where Excel refuses, and says that somebody has changed them', async () => {
    await pane.open();
    const user = await pane.show();
    await user.click(screen.getByRole('tab', { name: 'Paramètres' }));
    const title = await screen.findByRole('textbox', { name: 'Titre du rapport' });
    await user.type(title, ' 2');
    act(() => pane.harness.workbook.sheetByName('Paramètres')!.type(1, 1, 'La leur'));
    expect(await screen.findByText(/Quelqu’un a changé les paramètres/)).toBeInTheDocument();
    act(() => pane.harness.workbook.sheetByName('Paramètres')!.protect());
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await screen.findByText('Les paramètres n’ont pas été enregistrés');
    expect(title).toHaveValue('Plan 2');
    await user.click(screen.getByRole('button', { name: 'Rétablir' }));
    expect(screen.getByRole('textbox', { name: 'Organisation' })).toHaveValue('La leur');
  });
});

it('speaks the language chosen in the pane, and keeps to it', async () => {
  await pane.open();
  const user = await pane.show();
  await user.click(screen.getByRole('tab', { name: 'Paramètres' }));
  await user.selectOptions(await screen.findByRole('combobox', { name: /^Langue du volet/ }), 'English');
  expect(screen.getByRole('tab', { name: 'Settings' })).toBeInTheDocument();
  expect(document.documentElement).toHaveAttribute('lang', 'en');
  cleanup();
  pane.render();
  expect(await screen.findByRole('tab', { name: 'Add' })).toBeInTheDocument();
});
