import { soak, type SoakOptions } from './soak/soak';

/** `SEED OPERATIONS`, as `npm run soak` asks for; otherwise a short run of a few seeds. */
const [seed, operations] = (process.env.SUIVI_SOAK ?? '').split(' ').map(Number);
const asked: SoakOptions | null = seed === undefined || operations === undefined ? null : { seed, operations };

const runs = asked ? [asked] : [1, 2, 3].map((each) => ({ seed: each, operations: 150 }));

test.each(runs)(
  'the workbook says the truth after each of $operations random operations (seed $seed)',
  async (options) => {
    const started = performance.now();
    const seconds = () => Math.round((performance.now() - started) / 1000);
    const say = (text: string) => process.stdout.write(`${text}\n`);
    const progress: SoakOptions['progress'] = {
      each: 500,
      tell: (turn, { faults, requests, rows }) =>
        say(`${turn} operations, ${seconds()} s, ${requests} requests, ${faults} failures, ${rows} rows`),
    };
    const outcome = await soak({ ...options, ...(asked && { progress }) });
    expect(Object.values(outcome.operations).reduce((sum, count) => sum + count, 0)).toBe(options.operations);
    if (asked) say(JSON.stringify({ ...options, seconds: seconds(), ...outcome }, null, 2));
  },
  // Milliseconds: far more than it takes, so that a loaded machine does not end it.
  600_000 + 600 * Math.max(...runs.map(({ operations }) => operations)),
);
