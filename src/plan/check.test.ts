import { objectiveOf, planOf, strategyOf } from '../../test/support/plans';
import { parseIso } from './day';
import { copiedIds, plausibleDays, unionOfLines, type CopiedId } from './checkActivities';
import { FreeNumbers, readNumericNo, readOwnNumericNo, tidyNo, type NoReading } from './checkNumbers';
import type { Plan } from './model';

const plan: Plan = planOf(
  [
    objectiveOf('1', 'Faire connaître', [strategyOf('1.1', 'Rencontrer'), strategyOf('1.2', 'Écrire')]),
    objectiveOf('2', 'Protéger', [strategyOf('2.1', 'Écrire')]),
  ],
  { strategyPeriod: '2020-2023', actionPeriod: '2021' },
);

test.each([
  ['1.1.1', null],
  [' 1.1. 1', '1.1.1'],
  ['1,2', '1.2'],
  ['１.２．', '1.2'],
  ['No 3', '3'],
  ['r2', 'R.2'],
  ['à voir', null],
  ['', null],
])('%j is tidied to %j', (text, no) => expect(tidyNo(text)).toBe(no));

describe('numbers that a sheet holds as numbers', () => {
  test.each<[number, string, readonly string[], NoReading | null]>([
    [2, '2', [], { no: '2', sure: true }],
    [1.1, '1.1', ['1.1'], { no: '1.1', sure: true }],
    [1.1, '1,1', ['1.1'], { no: '1.1', sure: true }],
    [1.1, '1.1', ['1.1', '1.10'], { no: '1.1', sure: false }],
    [1.1, '1.1', ['1.10'], { no: '1.10', sure: false }],
    [1.1, '1.10', ['1.10'], { no: '1.10', sure: true }],
    [1.1, '1.10', ['1.1', '1.10'], { no: '1.10', sure: false }],
    [44_593, '2022-02-01', [], null],
    [1.15, '1.2', [], null],
    [-1, '-1', [], null],
  ])('%d shown as %s, the plan having %j', (value, shown, known, reading) =>
    expect(readNumericNo(value, shown, (no) => known.includes(no))).toEqual(reading),
  );

  test.each<[number, string, readonly string[], NoReading | null]>([
    [1.1, '1.1', [], { no: '1.1', sure: true }],
    [1.1, '1.1', ['1.1'], { no: '1.10', sure: false }],
    [1.1, '1.1', ['1.1', '1.10'], { no: '1.1', sure: true }],
    [1.1, '1.10', ['1.1'], { no: '1.10', sure: true }],
    [1.1, '1.10', [], { no: '1.10', sure: false }],
    [44_593, '2022-02-01', [], null],
  ])('%d shown as %s in the plan itself, others having %j', (value, shown, taken, reading) =>
    expect(readOwnNumericNo(value, shown, (no) => taken.includes(no))).toEqual(reading),
  );
});

test('free numbers are given once each, under the one item that the titles name', () => {
  const numbers = new FreeNumbers(plan, ['1.1.4', '1.2', '2.1.1']);
  const row = (objective: string, strategy: string, action: string) => numbers.forRow({ objective, strategy, action });
  expect([
    row('1 | Faire connaître', 'Rencontrer', 'A'),
    row('', 'Rencontrer', 'B'),
    row('', 'Écrire', 'C'),
    row('Protéger', 'Écrire', 'D'),
    row('Protéger', 'Nouvelle', ''),
    row('Autre', 'Rencontrer', 'E'),
    row('Autre', '', ''),
    numbers.beside('1.1.4'),
    numbers.beside('1'),
  ]).toEqual(['1.1.5', '1.1.6', null, '2.1.2', '2.1', null, null, '1.1.7', null]);
});

test.each<[string, readonly (readonly [string, string])[], readonly CopiedId[]]>([
  ['one title', [['a', 'Visite'], ['a', ' visité ']], []],
  ['rows without an id', [['', 'Visite'], ['', 'Autre']], []],
  ['a row without a title', [['a', ''], ['a', 'Visite'], ['a', '']], []],
  ['another title', [['a', 'Visite'], ['b', 'X'], ['a', 'Entrevue'], ['a', 'Visite'], ['a', '']],
    [{ id: 'a', title: 'Entrevue', rows: [2], sure: true }]],
  ['titles alike', [['a', 'Visite de l’école'], ['a', 'Visite de l’école Jean-Talon']],
    [{ id: 'a', title: 'Visite de l’école Jean-Talon', rows: [1], sure: false }]],
])('copied ids: %s', (_, rows, copies) =>
  expect(copiedIds(rows.map(([id, title]) => ({ id, title })))).toEqual(copies),
); // prettier-ignore

test('plausible days reach two years beyond the periods of the plan', () => {
  expect(plausibleDays(plan)).toEqual({ from: parseIso('2018-01-01'), to: parseIso('2025-12-31') });
  expect(plausibleDays({ ...plan, strategyPeriod: '', actionPeriod: 'à venir' })).toBeNull();
});

test('texts are joined line by line, each line once', () => {
  expect(unionOfLines(['Un\nDeux', '', 'Deux\r\n Un \nTrois'])).toBe('Un\nDeux\nTrois');
});
