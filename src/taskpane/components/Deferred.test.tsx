/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anEnvironment } from '../../../test/support/pane';
import { EnvironmentContext } from '../environment';
import { deferred } from './Deferred';

/** As webpack says that a script did not come. */
const lost = Object.assign(new Error('Loading chunk 1 failed.'), { name: 'ChunkLoadError' });

const part = { default: ({ name }: { readonly name: string }) => <p>Ici {name}</p> };

it('says that a part could not be fetched, and fetches it when asked again', async () => {
  let isOnline = false;
  const Part = deferred(() => (isOnline ? Promise.resolve(part) : Promise.reject(lost)));
  const user = userEvent.setup();
  render(
    <EnvironmentContext value={anEnvironment()}>
      <Part name="Rapport" />
    </EnvironmentContext>,
  );
  expect(await screen.findByText('Cette partie de Suivi n’a pas pu être chargée')).toBeInTheDocument();
  isOnline = true;
  await user.click(screen.getByRole('button', { name: 'Réessayer' }));
  expect(await screen.findByText('Ici Rapport')).toBeInTheDocument();
});

it('says nothing of what can be done without, and shows it when the network is back', async () => {
  let isOnline = false;
  const load = jest.fn(() => (isOnline ? Promise.resolve(part) : Promise.reject(lost)));
  const Part = deferred(load, null, null);
  const { container } = render(<Part name="Notes" />);
  await act(() => Promise.resolve());
  expect(container).toBeEmptyDOMElement();
  isOnline = true;
  act(() => void dispatchEvent(new Event('online')));
  expect(await screen.findByText('Ici Notes')).toBeInTheDocument();
  expect(load).toHaveBeenCalledTimes(2);
});

it('shows at once what was fetched before', async () => {
  const Part = deferred(() => Promise.resolve(part));
  expect(await Part.prefetch()).toBe(true);
  render(<Part name="Rapport" />);
  expect(screen.getByText('Ici Rapport')).toBeInTheDocument();
});

it('says that nothing was fetched beforehand where the network is gone', async () => {
  expect(await deferred(() => Promise.reject(lost)).prefetch()).toBe(false);
});
