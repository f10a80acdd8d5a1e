/**
 * @jest-environment jsdom
 */
import { objectiveOf } from '../../../test/support/plans';
import { anEnvironment } from '../../../test/support/pane';
import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { ReportArrangement as Arrangement } from '../../commands/build';
import { EnvironmentContext } from '../environment';
import { ReportArrangement } from './ReportArrangement';

const objectives = [objectiveOf('1', 'Faire connaître la profession')] as const;

let chosen: Arrangement = {};

function Form({ usualOrder }: { readonly usualOrder: 'plan' | 'news' }) {
  const [value, setValue] = useState<Arrangement>({});
  const change = (next: Arrangement) => {
    chosen = next;
    setValue(next);
  };
  return (
    <EnvironmentContext value={anEnvironment()}>
      <ReportArrangement objectives={objectives} value={value} usualOrder={usualOrder} onChange={change} />
    </EnvironmentContext>
  );
}

it('shows what holds, and tells only what was chosen', async () => {
  const user = userEvent.setup();
  render(<Form usualOrder="news" />);
  await user.click(screen.getByText('Disposition du rapport'));
  expect(screen.getByRole('combobox', { name: 'Ordre' })).toHaveDisplayValue('Les nouveautés, puis les silences');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Objectif' }), '1 Faire connaître la profession');
  await user.click(screen.getByRole('checkbox', { name: 'Ajouter la liste de toutes les activités par date' }));
  expect(chosen).toEqual({ objective: '1', dateList: true });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Objectif' }), 'Tous les objectifs');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Ordre' }), 'Selon le plan, par date');
  expect(chosen).toEqual({ dateList: true, order: 'date' });
});
