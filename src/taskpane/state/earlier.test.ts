import { parseIso, type Activity } from '../../plan';
import { completions, kindsOf, peopleOf, recentActivities, recentItems } from './earlier';

const activity = (planNo: string | null, participants: readonly string[] = [], kind = ''): Activity => ({
  id: `${planNo ?? ''}${participants.join('')}`,
  planNo,
  occurrences: [{ start: parseIso('2021-06-02')! }],
  title: '',
  details: [],
  participants,
  kind,
  link: '',
});

const activities = [
  activity('1.1.1', ['Rose Roy', 'Élise Arbour'], 'Visite'),
  activity('1.1.2', ['Élise Arbour'], 'Lettre'),
  activity(null),
  activity('1.1.1', [], 'Visite'),
];

it('gives items, activities, kinds and people of earlier ones', () => {
  expect(recentItems(activities)).toEqual(['1.1.1', '1.1.2']);
  expect(recentActivities(activities, 2)).toEqual([activities[3], activities[2]]);
  expect(kindsOf(activities)).toEqual(['Visite', 'Lettre']);
  expect(peopleOf(activities)).toEqual(['Élise Arbour', 'Rose Roy']);
});

it.each([
  ['', ['Élise Arbour', 'Rose Roy']],
  ['elise', ['Élise Arbour']],
  ['Élise Arbour; ', ['Élise Arbour; Rose Roy']],
  ['Élise Arbour;ro', ['Élise Arbour; Rose Roy']],
  ['Personne', []],
])('completes « %s »', (text, expected) => {
  expect(completions(text, peopleOf(activities))).toEqual(expected);
});
