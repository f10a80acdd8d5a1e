/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { done, paneInJsdom } from '../../../test/support/pane';
import '@testing-library/jest-dom';
import { act, cleanup, screen, within } from '@testing-library/react';

const pane = paneInJsdom();

describe('Paramètres', () => {
  it('keeps the committee’s dates one by one', async () => {
    await pane.open();
    const user = await pane.showScreen('Paramètres');
    const add = async (day: string) => {
      await user.type(await screen.findByLabelText('Autre séance'), day);
      await user.keyboard('{Enter}');
    };
    await add('2021-09-30');
    await add('2021-05-20');
    await add('2022-01-15');
    const dates = () =>
      within(screen.getByRole('group', { name: 'Séances du comité' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent.replaceAll('\u00a0', ' ').replace('Retirer', ''));
    expect(dates()).toEqual(['15 janvier 2022À venir', '30 septembre 2021La plus récente', '20 mai 2021']);
    await user.click(screen.getByRole('button', { name: /^Retirer le 20.mai/ }));
    expect(screen.getByLabelText('Autre séance')).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await screen.findByText('Paramètres enregistrés et vérifiés');
    expect(done(await pane.gateway.readPlan()).settings).toMatchObject({
      lastCommittee: '2021-09-30',
      committeeDates: ['2021-09-30', '2022-01-15'],
    });
  });

  it('opens the diagnostic, and comes back to where it was', async () => {
    await pane.open();
    const user = await pane.showScreen('Paramètres');
    await user.type(await screen.findByRole('textbox', { name: 'Titre du rapport' }), ' 2');
    await user.click(screen.getByRole('button', { name: 'Ouvrir le diagnostic' }));
    expect(await screen.findByRole('heading', { name: /Diagnostic/ })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Revenir' }));
    expect(screen.getByRole('button', { name: 'Ouvrir le diagnostic' })).toHaveFocus();
    expect(screen.getByRole('textbox', { name: 'Titre du rapport' })).toHaveValue('Plan 2');
  });

  it('writes what was changed, and puts it back', async () => {
    await pane.open();
    const user = await pane.show();
    await user.click(screen.getByRole('tab', { name: 'Paramètres' }));
    const title = await screen.findByRole('textbox', { name: 'Titre du rapport' });
    expect(title).toHaveValue('Plan');
    expect(screen.getByRole('button', { name: 'Enregistrer' })).toHaveAttribute('aria-disabled', 'true');
    await user.clear(title);
    await user.type(title, 'Bilan');
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await screen.findByText('Paramètres enregistrés et vérifiés');
    expect(done(await pane.gateway.readPlan())).toMatchObject({
      plan: { title: 'Bilan' },
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
