import { attemptBox } from './attempt';

function memory() {
  const texts = new Map<string, string>();
  return {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  };
}

it('goes on with an attempt whose outcome was never known, and begins another once it is', () => {
  const store = memory();
  const first = attemptBox(store, 'plan.xlsx').begin();
  expect(first.again).toBe(false);
  expect(attemptBox(store, 'plan.xlsx').begin()).toEqual({ id: first.id, again: true });
  expect(attemptBox(store, 'other.xlsx').begin().again).toBe(false);
  attemptBox(store, 'plan.xlsx').end();
  const second = attemptBox(store, 'plan.xlsx').begin();
  expect([second.again, second.id === first.id]).toEqual([false, false]);
});

it('begins anew each time where nothing can be kept', () => {
  const box = attemptBox(null, 'plan.xlsx');
  expect([box.begin().again, box.begin().again]).toEqual([false, false]);
});
