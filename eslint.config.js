import js from '@eslint/js';
import globals from 'globals';
import { importX } from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The rooms and whom each may import. Nothing but the workbench, the command line and tests knows the host. */
const rooms = {
  plan: [],
  dates: ['plan'],
  i18n: ['plan', 'dates'],
  import: ['plan', 'dates', 'i18n'],
  report: ['plan', 'dates', 'i18n'],
  workbook: ['plan', 'dates', 'i18n', 'report', 'import'],
  // A button of the pane runs what a button of the ribbon runs.
  taskpane: ['plan', 'dates', 'i18n', 'report', 'import', 'workbook', 'commands'],
  commands: ['plan', 'dates', 'i18n', 'report', 'workbook'],
  host: [],
  workbench: ['host', 'i18n'],
  cli: ['plan', 'dates', 'i18n', 'report', 'import', 'workbook', 'host'],
};

const zones = Object.entries(rooms).map(([room, allowed]) => ({
  target: `./src/${room}`,
  from: './src',
  except: [`./${room}`, ...allowed.map((other) => `./${other}`)],
  message: `src/${room} may import ${allowed.length ? allowed.join(', ') : 'no other room'}.`,
}));

/** The calculation knows small interfaces (calc/book.ts) of what it computes, not the classes that stand above it. */
zones.push({
  target: './src/host/model/calc/!(*.test).ts',
  from: './src/host/model',
  except: [
    './calc',
    './cells/cell.ts',
    './cells/cells.ts',
    './cells/coerce.ts',
    './formulas/names.ts',
    './formulas/shift.ts',
    './geometry/address.ts',
    './geometry/rect.ts',
  ],
  message: 'src/host/model/calc may import plain data of the model only; what it needs of a workbook is in book.ts.',
});

const officeGlobals = ['Excel', 'Office', 'OfficeExtension', 'OfficeRuntime'];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', '.cache/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  ...tseslint.configs.stylisticTypeChecked.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-duplicates': 'error',
      'import-x/no-cycle': 'error',
      'no-restricted-globals': ['error', ...officeGlobals],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-explicit-any': 'error',
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        { name: 'fast-check', message: 'Import fc from test/support/properties: its seed is set.' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
    },
    settings: { 'import-x/resolver': { typescript: true, node: { extensions: ['.ts', '.tsx', '.js', '.json'] } } },
  },
  {
    files: [
      'src/workbook/**',
      'src/taskpane/start.tsx',
      'src/commands/**',
      'bench/pane/**',
      'test/**',
      'src/**/*.test.{ts,tsx}',
    ],
    languageOptions: { globals: Object.fromEntries(officeGlobals.map((name) => [name, 'readonly'])) },
    rules: { 'no-restricted-globals': 'off' },
  },
  { files: ['test/support/properties.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['src/plan/**/*.ts', 'src/dates/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...officeGlobals,
        { name: 'Date', message: 'Calendar days have no time zone: use Day.' },
      ],
      'no-restricted-properties': ['error', { object: 'globalThis', property: 'Date' }],
    },
  },
  {
    files: ['src/workbook/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
    },
  },
  {
    files: ['**/*.tsx'],
    ...jsxA11y.flatConfigs.strict,
    plugins: { 'jsx-a11y': jsxA11y, 'react-hooks': reactHooks },
    rules: { ...jsxA11y.flatConfigs.strict.rules, ...reactHooks.configs.recommended.rules },
  },
  {
    files: ['src/cli/**', 'scripts/**', 'test/**', 'bin/**', '*.config.js'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  {
    // It hands functions to the page that it measures.
    files: ['scripts/bench-pane.mjs'],
    languageOptions: { globals: globals.browser },
  },
);
