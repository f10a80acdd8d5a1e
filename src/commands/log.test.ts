import { commandLog, type CommandFailure } from './log';

const failure: CommandFailure = { asked: 'report', step: 'reading', error: { code: 'cellEdit', params: {} } };

it('hands the last failure of a workbook’s buttons to its pane', () => {
  const store = memory();
  const log = commandLog(store, 'plan.xlsx');
  log.record(failure);
  expect(commandLog(store, 'plan.xlsx').read()).toEqual(failure);
  expect(commandLog(store, 'other.xlsx').read()).toBeNull();
  log.record(null);
  expect(commandLog(store, 'plan.xlsx').read()).toBeNull();
});

it('reads nothing of another version’s, and keeps nothing without a store', () => {
  const store = memory();
  store.setItem('suivi.command.plan.xlsx', JSON.stringify({ version: 0, failure }));
  expect(commandLog(store, 'plan.xlsx').read()).toBeNull();
  commandLog(null, 'plan.xlsx').record(failure);
  expect(commandLog(null, 'plan.xlsx').read()).toBeNull();
});

function memory() {
  const texts = new Map<string, string>();
  return {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  };
}
