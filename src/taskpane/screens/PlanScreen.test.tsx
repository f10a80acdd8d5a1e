/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { done, paneInJsdom, today } from '../../../test/support/pane';
import '@testing-library/jest-dom';
import { act, screen, waitFor } from '@testing-library/react';
import { parseIso } from '../../plan';

const pane = paneInJsdom();

const picker = () => screen.getByRole('combobox', { name: 'Action du plan' });

describe('Plan', () => {
  const items = () =>
    screen.getAllByRole('treeitem').map((item) => item.querySelector('.suivi-option-no')?.textContent);

  async function showPlan() {
    const user = await pane.show();
    await user.click(screen.getByRole('tab', { name: 'Plan' }));
    await screen.findAllByRole('treeitem');
    return user;
  }

  it('says in words what each item has had, and filters', async () => {
    await pane.open();
    const occurrences = [{ start: parseIso('2021-06-02')! }];
    const blank = { details: [], participants: [], kind: '', link: '', enteredBy: '', enteredOn: today };
    done(await pane.gateway.append({ planNo: '1.1.2', occurrences, title: 'Rencontre', ...blank }));
    const user = await showPlan();
    expect(items()).toEqual(['1', '1.1', '1.1.1', '1.1.2']);
    expect(screen.getByRole('treeitem', { name: /^1\.1 Rencontrer/ })).toHaveAccessibleName(
      /^1\.1 Rencontrer les employeurs 1 sur 2.actions avec activité · dernière le 2.juin.2021, il y a 173.jours 1.activité$/,
    );
    await user.selectOptions(screen.getByRole('combobox', { name: 'Montrer' }), 'Sans activité');
    expect(items()).toEqual(['1', '1.1', '1.1.1']);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Montrer' }), 'Silencieux');
    expect(items()).toEqual(['1', '1.1', '1.1.1', '1.1.2']);
    await user.clear(screen.getByRole('spinbutton', { name: 'Jours sans activité' }));
    await user.type(screen.getByRole('spinbutton', { name: 'Jours sans activité' }), '200');
    expect(items()).toEqual(['1', '1.1', '1.1.1']);
    await user.click(screen.getByRole('button', { name: 'Effacer les filtres' }));
    await user.type(screen.getByRole('searchbox', { name: 'Chercher dans le plan' }), 'ecoles');
    expect(items()).toEqual(['1', '1.1', '1.1.2']);
  });

  it('is a tree for the keyboard, leads to the row, and adds to the item', async () => {
    await pane.open();
    const user = await showPlan();
    act(() => screen.getByRole('tree').focus());
    await user.keyboard('{ArrowDown}{ArrowLeft}');
    expect(items()).toEqual(['1', '1.1']);
    await user.keyboard('{ArrowRight}{End}{Enter}');
    await waitFor(() => expect(pane.harness.workbook.activeSheet.selection).toMatchObject({ row: 2, column: 0 }));
    expect(pane.harness.workbook.activeSheet.name).toBe('Plan');
    await user.keyboard('{ArrowUp}');
    await user.click(screen.getByRole('button', { name: 'Ajouter une activité' }));
    expect(screen.getByRole('tab', { name: 'Ajouter' })).toHaveAttribute('aria-selected', 'true');
    expect(picker()).toHaveValue('1.1.1 Visiter les ateliers');
  });
});
