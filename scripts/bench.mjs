/** `npm run bench`: what is measured, and the words it takes, are in bench/main.ts. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild, ensurePackages, requireNode, root } from './setup.mjs';

requireNode();
ensurePackages();
const [first, second] = process.argv.slice(2);
if (first === 'pane') {
  const { benchPane } = await import('./bench-pane.mjs');
  await benchPane(second === undefined ? undefined : Number(second));
  process.exit();
}
ensureBuild(['bench']);
const { status } = spawnSync(process.execPath, [join(root, 'dist/bench/bench.cjs'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
