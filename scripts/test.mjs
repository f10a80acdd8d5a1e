/**
 * `npm test`: everything from a fresh clone to a verdict. The last line is `N passed, N failed`.
 *
 * Each gate (types, lint, format, build, budgets) counts as one test. Where a browser or LibreOffice
 * cannot be had, the tests that need it are not run and the closing lines say how many; with `CI=true`
 * that is a failure.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  ensureBrowser,
  ensureBuild,
  ensureLibreOffice,
  ensurePackages,
  page,
  requireNode,
  root,
  step,
} from './setup.mjs';

requireNode();
ensurePackages();
ensureBuild([...page, 'cli']);
const browser = ensureBrowser();
const soffice = ensureLibreOffice();
const missing = [...(browser ? [] : ['a browser']), ...(soffice ? [] : ['LibreOffice with python3-uno and pdftoppm'])];
const inCi = process.env.CI === 'true';

const { runGates } = await import('./gates.mjs');
const gates = await runGates();

const reports = join(root, '.cache', 'test');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const env = { ...process.env, ...(browser && { CHROME_PATH: browser }), ...(soffice && { SOFFICE_PATH: soffice }) };

const totals = { passed: gates.passed.length, failed: gates.failed.length, notRun: 0 };
for (const [project, ...args] of [['unit'], ['e2e', '--runInBand']]) {
  step(`Tests: ${project}`);
  const outputFile = join(reports, `${project}.json`);
  spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/jest/bin/jest.js'),
      '--selectProjects',
      project,
      ...args,
      '--json',
      `--outputFile=${outputFile}`,
    ],
    { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  addJest(outputFile);
}

if (totals.notRun > 0 || missing.length > 0) {
  process.stdout.write(`\n${totals.notRun} tests were not run: ${missing.join(' and ')} could not be had here.\n`);
  if (inCi) totals.failed += Math.max(1, totals.notRun);
}
for (const gate of gates.failed) process.stdout.write(`Failed: ${gate}\n`);
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);

/** A suite that could not even load counts as one failure. */
function addJest(file) {
  const report = readReport(file);
  if (!report) {
    totals.failed += 1;
    return;
  }
  totals.passed += report.numPassedTests;
  totals.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  totals.notRun += report.numPendingTests;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    process.stderr.write(`No test report: ${error.message}\n`);
    return null;
  }
}
