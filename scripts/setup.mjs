/**
 * What a fresh machine lacks, put in place: packages, the build, a browser, LibreOffice.
 * Node built-ins only, since it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const windows = process.platform === 'win32';

/** Runs a command in the project and gives whether it ended well. Its output goes to ours. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows, ...options });
  return result.status === 0;
}

export function step(text) {
  process.stdout.write(`\n› ${text}\n`);
}

/** Stops with a message: nothing after it could work. */
export function fail(text) {
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 11)) {
    fail(`Suivi needs Node 20.11 or later; this is ${process.versions.node}.`);
  }
}

/** `npm ci` when the installed packages are not those of the lock file. */
export function ensurePackages() {
  const mark = join(root, 'node_modules', '.suivi-lock');
  const wanted = digestOf(['package-lock.json']);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  step('Installing packages (npm ci)');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    fail('npm ci failed: see above. Nothing was changed outside node_modules.');
  }
  writeFileSync(mark, wanted);
}

/** What the page of the workbench needs: the add-in itself, the page, the script that goes before office.js. */
export const page = ['addin', 'workbench', 'boot'];

/** Builds the named parts of `dist/` (see webpack.config.js) whose sources have changed since they were built. */
export function ensureBuild(parts) {
  const mark = join(root, 'dist', '.built.json');
  const digest = digestOf([
    'assets',
    'bench',
    'examples/build.ts',
    'manifest.xml',
    'package-lock.json',
    'scripts/integrity.mjs',
    'scripts/manifest.mjs',
    'src',
    'test/support',
    'webpack.config.js',
  ]);
  const built = existsSync(mark) ? JSON.parse(readFileSync(mark, 'utf8')) : {};
  const stale = parts.filter((part) => built[part] !== digest);
  if (stale.length === 0) return;
  step(`Building ${stale.join(', ')}`);
  const names = stale.flatMap((part) => ['--config-name', part]);
  if (!run('npx', ['webpack', '--mode', 'production', '--stats', 'errors-warnings', ...names])) {
    fail('The build failed: see above.');
  }
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, JSON.stringify({ ...built, ...Object.fromEntries(stale.map((part) => [part, digest])) }));
}

/** One digest of the contents of files and folders, in a fixed order. */
function digestOf(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
    } else {
      hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  };
  for (const path of paths) visit(join(root, path));
  return hash.digest('hex');
}

const browsers = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    process.env[name]
      ? [
          join(process.env[name], 'Google/Chrome/Application/chrome.exe'),
          join(process.env[name], 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [],
  ),
];

const offices = [
  process.env.SOFFICE_PATH,
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  ...(process.env.PROGRAMFILES ? [join(process.env.PROGRAMFILES, 'LibreOffice/program/soffice.exe')] : []),
];

const firstThatExists = (paths) => paths.find((path) => path && existsSync(path)) ?? null;

/** The path of an installed Chrome, Chromium or Edge, installing Debian's Chromium where that is possible; or null. */
export function ensureBrowser() {
  return firstThatExists(browsers) ?? (installDebian(['chromium']) ? firstThatExists(browsers) : null);
}

/** The path of LibreOffice, with Python's UNO bridge and a PDF renderer, installing Debian's where possible; or null. */
export function ensureLibreOffice() {
  const complete = () => {
    const soffice = firstThatExists(offices);
    const uno = spawnSync('/usr/bin/python3', ['-c', 'import uno'], { stdio: 'ignore' }).status === 0;
    const pdf = spawnSync('pdftoppm', ['-v'], { stdio: 'ignore' }).status === 0;
    return soffice && uno && pdf ? soffice : null;
  };
  return (
    complete() ??
    (installDebian(['libreoffice-calc', 'python3-uno', 'poppler-utils', 'fonts-crosextra-carlito', 'fonts-liberation'])
      ? complete()
      : null)
  );
}

/** True where apt is there and may be used without a password. */
function installDebian(packages) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return false;
  const apt = (...args) =>
    run(isRoot ? 'apt-get' : 'sudo', [...(isRoot ? [] : ['apt-get']), '-qq', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  step(`Installing ${packages.join(', ')}`);
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
}
