/** `npm run host:coverage [-- --refused]`: what the embedded Excel answers of what office.js can ask of it. */
import { join } from 'node:path';
import { ensureBuild, ensurePackages, requireNode, root, run } from './setup.mjs';

requireNode();
ensurePackages();
ensureBuild(['host-coverage']);
const words = process.argv.slice(2);
process.exit(run(process.execPath, [join(root, 'dist/host-coverage/host-coverage.cjs'), ...words]) ? 0 : 1);
