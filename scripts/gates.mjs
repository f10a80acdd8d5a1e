/** The gates of `npm run check`: each is a name and a command that must end well. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkLicences } from './licences.mjs';
import { root, run, step } from './setup.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name);

/** Bytes, gzip -9, of the scripts of the pane: at its first load, and all together. */
const budgets = { first: 165_000, all: 350_000 };

const gates = [
  { name: 'types', check: () => run(bin('tsc'), ['--noEmit']) },
  { name: 'lint', check: () => run(bin('eslint'), ['.', '--max-warnings=0']) },
  { name: 'format', check: () => run(bin('prettier'), ['--check', '--log-level=warn', '.']) },
  { name: 'licences', check: checkLicences },
  { name: 'bundle budget', check: withinBudgets },
];

/** Runs every gate, whatever the others gave. */
export async function runGates() {
  const passed = [];
  const failed = [];
  for (const gate of gates) {
    step(`Check: ${gate.name}`);
    (gate.check() ? passed : failed).push(gate.name);
  }
  return { passed, failed };
}

/** The scripts that the page itself names are its first load; the rest comes lazily. */
function withinBudgets() {
  const folder = join(root, 'dist', 'addin');
  if (!existsSync(join(folder, 'taskpane.html'))) {
    process.stdout.write('dist/addin/taskpane.html is missing: the build did not run.\n');
    return false;
  }
  const page = readFileSync(join(folder, 'taskpane.html'), 'utf8');
  // The minifier leaves the quotes out; an address with a scheme is Microsoft's office.js.
  const first = [...page.matchAll(/<script[^>]+src="?([^"\s>:]+)(?=["\s>])/g)].map((match) => match[1]);
  const scripts = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js'));
  const weigh = (names) =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
  const weights = { first: weigh(first), all: weigh(scripts) };
  process.stdout.write(
    `first load ${weights.first} of ${budgets.first} bytes, all ${weights.all} of ${budgets.all} (gzip -9)\n`,
  );
  return first.length > 0 && weights.first <= budgets.first && weights.all <= budgets.all;
}
