/** The licences of what the product is made with: which are taken, which packages are built in, what must be said of those. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import webpack from 'webpack';

const repository = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Licences that ask for their notice and for nothing else: what they cover may be built in. */
const permissive = new Set(['MIT', 'MIT-0', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD']);

/** Also for tools, which are run as they are and go into nothing that is published. */
const forTools = new Set([
  ...permissive,
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'MIT/X11',
  'MPL-2.0',
  'LGPL-3.0-or-later',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Tools whose licence is not a name, each with the reason why it is there. */
const tools = {
  '@microsoft/office-js': 'Microsoft’s own terms: installed by whoever runs the tests, never copied into a build.',
  buffers: 'States none; comes with exceljs, which only the tests use, as another reader of files.',
};

/** `(MIT OR GPL-3.0-or-later)` by its choices, `(MIT AND Zlib)` by all of its parts. */
function isTaken(licence, taken) {
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => taken.has(part.trim())));
}

/**
 * What is wrong with the licences of a lockfile, a line for each package: `packages` as package-lock.json has them.
 * A package that the product needs must be permissive; a tool may be a little less so.
 */
export function refusedLicences(packages) {
  return Object.entries(packages).flatMap(([place, { license = '', dev = false, link = false }]) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (place === '' || link) return [];
    if (dev && name in tools) return [];
    return isTaken(license, dev ? forTools : permissive) ? [] : [`${name}: ${license || 'no licence'}`];
  });
}

/** The gate of `npm run check`: true where every licence of the lockfile is one that is taken. */
export function checkLicences() {
  const { packages } = JSON.parse(readFileSync(path.join(repository, 'package-lock.json'), 'utf8'));
  const refused = refusedLicences(packages);
  const count = Object.keys(packages).length - 1;
  process.stdout.write(
    refused.length > 0 ? `${refused.join('\n')}\n` : `${count} packages, each under a licence that is taken\n`,
  );
  return refused.length === 0;
}

/** Puts a file beside a build that says which packages are in it, with the texts that their licences want kept. */
export class LicenceNotices {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('LicenceNotices', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'LicenceNotices', stage }, () => {
        const folders = new Set([...compilation.modules].flatMap(filesOf).map(packageFolder).filter(Boolean));
        const notices = [...folders].map(noticeOf).sort((a, b) => a.title.localeCompare(b.title, 'en'));
        for (const { title, licence } of notices) {
          if (!isTaken(licence, permissive)) {
            compilation.errors.push(new webpack.WebpackError(`${title} may not be built in: ${licence}`));
          }
        }
        const text = notices.map(({ title, licence, terms }) => `${title} (${licence})\n\n${terms}\n`);
        compilation.emitAsset('licences.txt', new webpack.sources.RawSource(text.join(`\n${'-'.repeat(80)}\n\n`)));
      });
    });
  }
}

/** The files of a module, which may be several that were made one. */
function filesOf(module) {
  return (module.modules ?? [module]).map((each) => each.nameForCondition?.() ?? '');
}

/** The folder of the package that a file is in; null for our own. */
function packageFolder(file) {
  const found = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file);
  return found?.[1] ?? null;
}

function noticeOf(folder) {
  const { name, version, license = 'no licence' } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file));
  const terms = files.map((file) => readFileSync(path.join(folder, file), 'utf8').trim()).join('\n\n');
  return { title: `${name} ${version}`, licence: license, terms: terms || 'The package holds no text of its licence.' };
}

if (process.argv[1] && existsSync(process.argv[1]) && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = checkLicences() ? 0 : 1;
}
