import { existsSync } from 'node:fs';

const transform = {
  '^.+\\.[cm]?[jt]sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'commonjs' },
    },
  ],
};

/** Packages that ship ECMAScript modules only; the others load as they are, which is faster. */
const modulesOnly = ['@cj-tech-master', 'numfmt', 'parse5', 'entities'];
/** Tests named `*.cases.test.ts` compare with real documents that stay beside the repository, and only run where those are. */
const cases = existsSync(new URL('../shared/cases/', import.meta.url));

const common = {
  transform,
  testPathIgnorePatterns: ['/node_modules/', ...(cases ? [] : ['\\.cases\\.test\\.ts$'])],
  transformIgnorePatterns: [`/node_modules/(?!(${modulesOnly.join('|')}))`],
  // numfmt 4.0.1 names a file for require() that it does not ship.
  moduleNameMapper: { '^numfmt$': '<rootDir>/node_modules/numfmt/dist/index.js' },
};

/**
 * `unit`: pure rooms, the host and the gateway on the real office.js proxies, screens in jsdom.
 * `e2e`: headless Chromium over the built bundle, and LibreOffice as an independent reader.
 */
export default {
  // Against a test that hangs, not against a slow machine: how long things take is for the benchmarks.
  testTimeout: 300_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/src/**/*.test.{ts,tsx}',
        '<rootDir>/test/{build,coauthoring,facts,faults,hostile,import,samples}/**/*.test.ts',
      ],
    },
    { ...common, displayName: 'e2e', testEnvironment: 'node', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
  ],
};
