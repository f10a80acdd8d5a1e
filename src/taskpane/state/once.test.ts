import { once } from './once';

it('runs one job at a time, and another once it has ended', async () => {
  const alone = once();
  const ran: string[] = [];
  let finish: () => void = () => undefined;
  const first = alone(
    () =>
      new Promise((resolve) => {
        ran.push('first');
        finish = resolve;
      }),
  );
  expect(await alone(() => Promise.resolve(void ran.push('second')))).toBe(false);
  finish();
  expect(await first).toBe(true);
  expect(await alone(() => Promise.resolve(void ran.push('third')))).toBe(true);
  expect(ran).toEqual(['first', 'third']);
});

it('may run again after a job that failed', async () => {
  const alone = once();
  await expect(alone(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await alone(() => Promise.resolve())).toBe(true);
});
