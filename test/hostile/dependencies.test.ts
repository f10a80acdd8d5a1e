import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import lock from '../../package-lock.json';
import manifest from '../../package.json';

const root = path.resolve(__dirname, '../..');

/** Packages that no file of ours names: each is found by another tool, or wanted beside another package. */
const foundByTools = [
  '@swc/core',
  '@testing-library/dom',
  '@types/jest',
  '@types/node',
  '@types/office-js',
  '@types/react',
  '@types/react-dom',
  'eslint-import-resolver-typescript',
  'webpack-cli',
];

function sourcesIn(...folders: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:[cm]?[jt]sx?)$/.test(name) && path.basename(name) !== path.basename(__filename))
      .map((name) => path.join(root, folder, name)),
  );
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

const configs = readdirSync(root).filter((name) => name.endsWith('.config.js'));
const product = sourcesIn('src');
const everything = [
  product,
  sourcesIn('test', 'scripts', 'bench', 'examples', 'bin'),
  ...configs.map((name) => readFileSync(path.join(root, name), 'utf8')),
].join('\n');

const isNamed = (name: string, sources: string) =>
  new RegExp(`['"](?:node_modules/)?${name}(?:/[^'"]*)?['"]|bin\\('${name}'\\)|@jest-environment ${name.replace('jest-environment-', '')}\\b`).test(sources); // prettier-ignore

describe('the packages', () => {
  it.each(Object.keys(manifest.dependencies))('%s is needed by the product', (name) => {
    expect(isNamed(name, product)).toBe(true);
  });

  it.each(Object.keys(manifest.devDependencies))('%s is needed by a test, a script or a tool', (name) => {
    expect(foundByTools.includes(name)).toBe(!isNamed(name, everything));
  });

  it('stand in the manifest with one version each, and in the lockfile with the digest of what is installed', () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.values(wanted).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    const locked = lock.packages as Readonly<Record<string, { readonly integrity?: string; readonly version?: string }>>;
    const strays = Object.entries(locked).filter(([place, { integrity }]) => place !== '' && !integrity?.startsWith('sha512-'));
    expect(strays.map(([place]) => place)).toEqual([]);
    for (const [name, version] of Object.entries(wanted)) {
      expect([name, locked[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
  }); // prettier-ignore
});
