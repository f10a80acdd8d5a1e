/** `npm run check`: types, borders and style, format, build, weight of the bundle. */
import { ensureBuild, ensurePackages, page, requireNode } from './setup.mjs';

requireNode();
ensurePackages();
ensureBuild(page);
const { runGates } = await import('./gates.mjs');
const { passed, failed } = await runGates();
process.stdout.write(
  `\n${passed.length} passed, ${failed.length} failed${failed.length ? `: ${failed.join(', ')}` : ''}\n`,
);
process.exit(failed.length === 0 ? 0 : 1);
