import { followRows, type TextRows } from './follow';

const strip = ['', '', '', ''];
const before: TextRows = [
  ['Rapport', '', '', ''],
  strip,
  ['1.1 Rencontrer', '1.1.1 Visiter', '2 juin', 'Table ronde'],
  ['', 'les ateliers', '', 'Avec démonstration'],
  strip,
  ['', '1.1.2 Écrire', '', 'Aucune activité'],
  strip,
  ['', '1.1.3 Relire', '', 'Aucune activité'],
  strip,
  ['', '1.1.4 Classer', '5 mai', 'Rencontre'],
  strip,
];

it('rows go where their block is, at their place in it', () => {
  const after: TextRows = [
    ['Rapport', '', '', ''],
    strip,
    ['1.1 Rencontrer', '1.1.1 Visiter', '1er mai', 'Nouvelle'],
    strip,
    ['1.1 Rencontrer (suite)', '', '2 juin', 'Table ronde'],
    ['', 'les ateliers', '', 'Avec démonstration'],
    strip,
    ['', '1.1.2 Écrire', '3 juin', 'Lettre'],
    strip,
    ['', '1.1.3 Relire', '', 'Aucune activité'],
  ];
  expect([...followRows(before, after, [0, 2, 3, 5, 7, 9])]).toEqual([
    [0, 0],
    [2, 4],
    [3, 5],
    [5, 7],
    [7, 9],
  ]);
});

it('an activity whose details were edited is known by its date and title', () => {
  const after: TextRows = [['1.1 Rencontrer', '1.1.1 Visiter', '2 juin', 'Table ronde']];
  expect([...followRows(before, after, [2, 3])]).toEqual([
    [2, 0],
    [3, 0],
  ]);
});

it('what is there twice is not guessed at', () => {
  const twice: TextRows = [['', '', '5 mai', 'Rencontre'], strip, ['', '', '5 mai', 'Rencontre']];
  expect([...followRows(before, twice, [9])]).toEqual([]);
  expect([...followRows(twice, before, [0, 2])]).toEqual([]);
});

it('a strip belongs to no block', () => {
  expect([...followRows(before, before, [1, 4])]).toEqual([]);
});
