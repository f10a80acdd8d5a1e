#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const bundle = fileURLToPath(new URL('../dist/cli/suivi.cjs', import.meta.url));
if (!existsSync(bundle)) {
  process.stderr.write('suivi : lancez d’abord « npm run build » (run “npm run build” first).\n');
  process.exit(2);
}
createRequire(import.meta.url)(bundle);
