#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const bundle = fileURLToPath(new URL('../dist/cli/suivi.cjs', import.meta.url));
if (!existsSync(bundle)) {
  process.stderr.write('suivi : lancez d’abord « npm run build » (run “npm run build” first).\n');
  process.exit(2);
}
// By itself V8 lets garbage grow to as much as what is in use: a workbook of 100,000 activities would take twice its memory.
setFlagsFromString('--heap-growing-percent=15');
createRequire(import.meta.url)(bundle);
