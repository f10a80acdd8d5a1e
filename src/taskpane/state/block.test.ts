import { parseIso } from '../../plan';
import { readBlock } from './block';

const today = parseIso('2021-11-22')!;

it.each([
  [
    '2 juin et 8 septembre 2021\nRencontre statutaire\nPremier point\nDeuxième point\n(Avec Rose Roy, DG et Élise Arbour)',
    {
      dates: '2 juin et 8 septembre 2021',
      title: 'Rencontre statutaire',
      details: 'Premier point\nDeuxième point',
      participants: 'Rose Roy, DG; Élise Arbour',
    },
  ],
  [
    '2 juin 2021\r\n8 septembre 2021\r\n\r\nVisite (avec Rose Roy)',
    { dates: '2 juin 2021; 8 septembre 2021', title: 'Visite', participants: 'Rose Roy' },
  ],
  ['2 juin 2021\n8 juin 2021', { dates: '2 juin 2021; 8 juin 2021' }],
  ['Rencontre\n2 juin 2021', null],
  ['31 juin 2021\nRencontre', null],
  ['', null],
])('reads %j', (text, expected) => {
  expect(readBlock(text, 'fr', today)).toEqual(expected);
});
