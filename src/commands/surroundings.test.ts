import { documentKey, systemDay } from './surroundings';

it.each([
  { hour: 0, minute: 1 },
  { hour: 23, minute: 59 },
])('takes the day of the place, whatever the hour ($hour:$minute)', ({ hour, minute }) => {
  expect(systemDay(new Date(2021, 5, 2, hour, minute))).toBe('2021-06-02');
});

it('refuses a clock outside the calendar', () => {
  expect(() => systemDay(new Date(-1e14))).toThrow('outside the calendar');
});

it.each([
  { url: 'https://exemple.org/plan.xlsx', expected: 'https://exemple.org/plan.xlsx' },
  { url: '', expected: 'new' },
  { url: undefined, expected: 'new' },
])('keeps texts of $url under $expected', ({ url, expected }) => {
  expect(documentKey(url)).toBe(expected);
});
