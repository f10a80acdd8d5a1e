import { soak } from './soak';

/** `SEED OPERATIONS`, as `npm run soak` asks for; otherwise a short run of a few seeds. */
const [seed, operations] = (process.env.SUIVI_SOAK ?? '').split(' ').map(Number);

const runs =
  seed !== undefined && operations !== undefined
    ? [{ seed, operations }]
    : [1, 2, 3].map((each) => ({ seed: each, operations: 150 }));

test.each(runs)(
  'the workbook says the truth after each of $operations random operations (seed $seed)',
  async (options) => {
    const started = performance.now();
    const outcome = await soak(options);
    expect(Object.values(outcome.operations).reduce((sum, count) => sum + count, 0)).toBe(options.operations);
    if (seed !== undefined && operations !== undefined) {
      const seconds = Math.round((performance.now() - started) / 1000);
      process.stdout.write(`${JSON.stringify({ ...options, seconds, ...outcome }, null, 2)}\n`);
    }
  },
  3_600_000,
);
