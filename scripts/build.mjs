/**
 * `npm run build`: everything, for this machine, in `dist/`.
 * `npm run build -- --base https://…`: the add-in alone, for a static host at that address, in `dist/site`,
 * with the manifest of that address and a list of digests, `SHA256SUMS`.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseOf } from './manifest.mjs';
import { ensurePackages, fail, requireNode, root, run, step } from './setup.mjs';

requireNode();
ensurePackages();
const base = option('base');
if (base === undefined) webpack();
else buildSite(address(base));

/** The value after `--name`, or undefined without it. */
function option(name) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : (process.argv[at + 1] ?? '');
}

/** The address as webpack wants it, or a message and no build. */
function address(text) {
  try {
    return baseOf(text);
  } catch (error) {
    return fail(error.message);
  }
}

function buildSite(base) {
  webpack('--config-name', 'site', '--env', `base=${base}`);
  const folder = join(root, 'dist', 'site');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => name !== 'SHA256SUMS')
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  const digest = (name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  writeFileSync(join(folder, 'SHA256SUMS'), files.map((name) => `${digest(name)}  ${name}\n`).join(''));
  step(`dist/site: ${files.length} files for ${base}. Put them there as they are; Excel wants ${base}/manifest.xml.`);
}

function webpack(...args) {
  const webpackBin = join(root, 'node_modules', '.bin', 'webpack');
  if (!run(webpackBin, ['--mode', 'production', '--stats', 'errors-warnings', ...args])) {
    fail('The build failed: see above.');
  }
}
