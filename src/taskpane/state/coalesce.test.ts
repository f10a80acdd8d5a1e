import { coalesce } from './coalesce';

it('makes one more run of all the calls made during a run', async () => {
  const finishes: (() => void)[] = [];
  const job = jest.fn(() => new Promise<void>((resolve) => finishes.push(resolve)));
  const refresh = coalesce(job);

  const first = refresh();
  const second = refresh();
  const third = refresh();
  expect(job).toHaveBeenCalledTimes(1);

  finishes.shift()?.();
  await Promise.resolve();
  expect(job).toHaveBeenCalledTimes(2);
  finishes.shift()?.();
  await Promise.all([first, second, third]);
  expect(job).toHaveBeenCalledTimes(2);

  void refresh();
  expect(job).toHaveBeenCalledTimes(3);
});
