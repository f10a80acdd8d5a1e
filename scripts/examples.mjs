/** `npm run examples`: writes the example workbooks again from their plans, through the add-in's own gateway. */
import { join } from 'node:path';
import { ensureBuild, ensurePackages, fail, requireNode, root, run } from './setup.mjs';

requireNode();
ensurePackages();
ensureBuild(['examples']);
if (!run(process.execPath, [join(root, 'dist/examples/examples.cjs')]))
  fail('The examples were not written: see above.');
