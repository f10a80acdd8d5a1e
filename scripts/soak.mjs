/**
 * `npm run soak [-- --seed N] [--operations N]`: random operations of three people on one workbook, with failures,
 * compared after each with a simple model of the truth (test/faults/soak.ts). The same seed does the same again.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages, fail, requireNode, root } from './setup.mjs';

requireNode();
const { seed, operations } = options();
ensurePackages();
process.stdout.write(
  `seed ${seed}, ${operations} operations: --seed ${seed} --operations ${operations} does them again\n`,
);
const jest = join(root, 'node_modules/jest/bin/jest.js');
const { status } = spawnSync(process.execPath, [jest, 'test/faults/soak.test.ts', '--selectProjects', 'unit'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, SUIVI_SOAK: `${seed} ${operations}` },
});
process.exit(status ?? 1);

/** What was asked for; 10,000 operations and a seed of the moment otherwise. */
function options() {
  try {
    const { values } = parseArgs({ options: { seed: { type: 'string' }, operations: { type: 'string' } } });
    const asked = {
      seed: Number(values.seed ?? Date.now() % 1_000_000),
      operations: Number(values.operations ?? 10_000),
    };
    if (Number.isInteger(asked.seed) && Number.isInteger(asked.operations) && asked.operations > 0) return asked;
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
  return fail('Use: npm run soak -- --seed N --operations N');
}
