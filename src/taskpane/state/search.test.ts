import { actionOf, objectiveOf, planOf, recurringOf, strategyOf } from '../../../test/support/plans';
import type { Plan } from '../../plan';
import { searchIndex, searchItems } from './search';

const plan: Plan = planOf([
  objectiveOf('1', 'Rayonner', [
    strategyOf('1.1', 'Représenter les membres', [
      action('1.1.1', 'Rencontrer les élus', ['Préparer un mémoire']),
      action('1.1.2', 'Suivre le plan d’action en santé'),
      action('1.1.10', 'Écrire aux médias'),
    ]),
  ]),
  objectiveOf('2', 'Durer', [strategyOf('2.1', 'Financer', [action('2.1.1', 'Budget')])]),
  recurringOf('Activités récurrentes', [strategyOf('R.1', 'Gouvernance')]),
]);

const index = searchIndex(plan);

it.each([
  { query: '', expected: ['1', '1.1', '1.1.1', '1.1.2', '1.1.10', '2', '2.1', '2.1.1', 'R', 'R.1'] },
  { query: '1.1.1', expected: ['1.1.1', '1.1.10'] },
  { query: '1.1', expected: ['1.1', '1.1.1', '1.1.2', '1.1.10'] },
  { query: ' 2.1. ', expected: ['2.1.1'] },
  { query: 'r.1', expected: ['R.1'] },
  { query: 'ELUS', expected: ['1.1.1'] },
  { query: 'ecrire medias', expected: ['1.1.10'] },
  { query: 'médias écrire', expected: ['1.1.10'] },
  { query: 'memoire', expected: ['1.1.1'] },
  { query: "d'action", expected: ['1.1.2'] },
  { query: 'représenter', expected: ['1.1', '1.1.1', '1.1.2', '1.1.10'] },
  { query: '1.1 santé', expected: ['1.1.2'] },
  { query: 'rayonner', expected: ['1'] },
  { query: 'rien de tel', expected: [] },
])('finds $expected for « $query »', ({ query, expected }) => {
  expect(searchItems(index, query).map(({ no }) => no)).toEqual(expected);
});

it('gives what was used last first, after the number itself', () => {
  const nos = (query: string) => searchItems(index, query, ['2.1.1', '1.1.10', '9.9']).map(({ no }) => no);
  expect(nos('').slice(0, 4)).toEqual(['2.1.1', '1.1.10', '1', '1.1']);
  expect(nos('1.1.1')).toEqual(['1.1.1', '1.1.10']);
  expect(nos('sante')).toEqual(['1.1.2']);
});

function action(no: string, text: string, subItems: readonly string[] = []) {
  return actionOf(no, text, { subItems });
}
