import { actionOf, activityOf, objectiveOf, planOf, strategyOf } from '../../test/support/plans';
import { coverageChange } from './coverageChange';
import { parseIso } from './day';
import type { Activity, Plan } from './model';

const on = (text: string) => parseIso(text)!;
const action = (no: string) => actionOf(no, no);
const plan: Plan = planOf([
  objectiveOf('1', 'Rayonner', [
    strategyOf('1.1', 'A', ['1.1.1', '1.1.2', '1.1.3', '1.1.4'].map(action)),
    strategyOf('1.2', 'B'),
  ]),
]);

function activity(planNo: string, ...days: string[]): Activity {
  return activityOf({
    id: `${planNo}${days.join()}`,
    planNo,
    occurrences: days.map((start) => ({ start: on(start) })),
    title: 'T',
  });
}

test.each([
  [
    'each kind, in its order; the day itself is since',
    [
      activity('1.1.1', '2021-05-01'),
      activity('1.1.2', '2021-05-01', '2021-06-10'),
      activity('1.1.2', '2021-07-01'),
      activity('1.1.4', '2021-06-10'),
    ],
    [
      ['1.1.4', 'newlyCovered', 1, '2021-06-10'],
      ['1.1.2', 'stillActive', 2, '2021-07-01'],
      ['1.1.1', 'silent', 0, '2021-05-01'],
      ['1.1.3', 'neverCovered', 0, null],
      ['1.2', 'neverCovered', 0, null],
    ],
  ],
  [
    'what was filed on a strategy is of that strategy and of none of its actions',
    [activity('1.1', '2021-07-01'), activity('1.2', '2021-07-01')],
    [
      ['1.2', 'newlyCovered', 1, '2021-07-01'],
      ...['1.1.1', '1.1.2', '1.1.3', '1.1.4'].map((no) => [no, 'neverCovered', 0, null]),
    ],
  ],
])('%s', (_description, activities, expected) => {
  const changes = coverageChange(plan, activities, on('2021-06-10'), on('2021-10-01'));
  expect(changes.map(({ item, kind, activities: count, last }) => [item.no, kind, count, last])).toEqual(expected);
});
