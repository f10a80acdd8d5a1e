/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import '@testing-library/jest-dom';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openOffice, type OfficeHarness } from '../../../test/support/office-jsdom';
import { createGateway } from '../../workbook';
import { EnvironmentContext } from '../environment';
import { createSignal } from '../state/signal';
import DiagnosticScreen from './DiagnosticScreen';

// The probes wait for what Excel does in its own time.
jest.setTimeout(300_000);
configure({ asyncUtilTimeout: 60_000 });

let harness: OfficeHarness;
const close = jest.fn();

beforeEach(async () => {
  harness = await openOffice();
  close.mockReset();
});
afterEach(() => {
  cleanup();
  harness.dispose();
});

function show(language: 'fr' | 'en'): ReturnType<typeof userEvent.setup> {
  const user = userEvent.setup();
  render(
    <EnvironmentContext
      value={{
        gateway: createGateway(),
        cellEdit: createSignal(),
        language,
        documentKey: 'plan.xlsx',
        store: null,
        today: () => {
          throw new Error('Days do not matter here.');
        },
        chosenLanguage: language,
        chooseLanguage: () => undefined,
      }}
    >
      <DiagnosticScreen onClose={close} />
    </EnvironmentContext>,
  );
  return user;
}

const finished = (title: RegExp) => screen.findByText(title);

test('run: all is well, with the kind of Excel and the report to copy', async () => {
  const user = show('fr');
  expect(screen.getByRole('heading', { name: 'Diagnostic' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Lancer les essais' }));
  await finished(/^Cet Excel fait tout/);
  expect(
    screen.getByText(/^Excel \(OfficeOnline\).*ExcelApi 1\.\d+\. Interface fr-CA/, { selector: 'p' }),
  ).toBeInTheDocument();
  await user.click(screen.getByText('Rapport à copier'));
  const report = await screen.findByLabelText<HTMLTextAreaElement>('Rapport à copier');
  expect(report.value).toMatch(/^Excel .*\n.*réussi\ttextEscapes/s);
  expect(harness.workbook.sheets.map(({ name }) => name)).toEqual(['Feuil1']);
  await user.click(screen.getByRole('button', { name: 'Revenir' }));
  expect(close).toHaveBeenCalledTimes(1);
});

test('what fails says what the product does about it, in English too', async () => {
  harness.workbook.configure({ tableGrowth: false });
  const user = show('en');
  await user.click(screen.getByRole('button', { name: 'Run the tests' }));
  await finished(/^1 test has failed/);
  expect(screen.getByText(/makes the table longer itself/)).toBeInTheDocument();
});

test('stopped, it says so, and can be run again', async () => {
  const user = show('fr');
  await user.click(screen.getByRole('button', { name: 'Lancer les essais' }));
  await user.click(screen.getByRole('button', { name: 'Arrêter' }));
  await finished(/^Essais arrêtés/);
  expect(screen.getByRole('button', { name: 'Recommencer' })).toBeEnabled();
  expect(harness.workbook.sheets.map(({ name }) => name)).toEqual(['Feuil1']);
});
