import { lastLabel } from './sheetLabels';

it.each([
  ['a row of the coverage', [['1', 'Objectif', '', '']], '1'],
  ['the lowest of a row of the pivot', [['1.1.2', '1 Objectif', '1.1 Stratégie', '1.1.2 Action']], '1.1.2'],
  [
    'the block above',
    [
      ['1.1 Stratégie', '1.1.1 Action'],
      ['', 'qui continue'],
      ['', ''],
    ],
    '1.1.1',
  ],
  [
    'the nearest block',
    [
      ['1.1 Stratégie', '1.1.1 Action'],
      ['', '1.1.2 Autre'],
      ['', ''],
    ],
    '1.1.2',
  ],
  [
    'a heading without actions',
    [
      ['1.1 Stratégie', '1.1.1 Action'],
      ['R.1 Gouvernance', ''],
      ['', ''],
    ],
    'R.1',
  ],
  [
    'what was filed on the whole strategy',
    [
      ['1.1 Stratégie', '1.1.1 Action'],
      ['', 'Pour l’ensemble'],
      ['', 'de la stratégie'],
      ['', ''],
    ],
    '1.1',
  ],
  [
    'what was filed on the whole objective',
    [
      ['1.1 Stratégie', '1.1.1 Action'],
      ['Pour l’ensemble de l’objectif', ''],
    ],
    null,
  ],
  [
    'the same broken over lines',
    [
      ['1.1 Stratégie', '1.1.1 Action'],
      ['Pour l’ensemble de\nl’objectif', ''],
    ],
    null,
  ],
  [
    'the action that goes on over a page, not the strategy said again above it',
    [
      ['1.1 Stratégie', '1.1.1 Action'],
      ['1.1 Stratégie\u00a0(suite)', '– un sous-point'],
    ],
    '1.1.1',
  ],
  ['nothing for counts and dates', [[3, '', '2021-06-02', '']], null],
  ['nothing for text', [['Rapport', '12 rue Principale est un texte'.slice(3)]], null],
])('is %s', (_description, rows, expected) => {
  expect(lastLabel(rows)).toBe(expected);
});
