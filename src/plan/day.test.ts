import { fc } from '../../test/support/properties';
import {
  addDays,
  compareDays,
  day,
  dayNumber,
  daysBetween,
  earlier,
  fromDayNumber,
  later,
  monthOf,
  parseIso,
  quarterOf,
  toParts,
  weekday,
  yearOf,
} from './day';

const d = (text: string) => parseIso(text)!;

describe('day', () => {
  test.each([
    [2021, 6, 2, '2021-06-02'],
    [2024, 2, 29, '2024-02-29'],
    [2000, 2, 29, '2000-02-29'],
    [1900, 1, 1, '1900-01-01'],
    [9999, 12, 31, '9999-12-31'],
    [2021, 2, 29, null],
    [1900, 2, 29, null],
    [2021, 6, 31, null],
    [2021, 13, 1, null],
    [2021, 0, 1, null],
    [2021, 6, 0, null],
    [1899, 12, 31, null],
    [10000, 1, 1, null],
    [2021.5, 1, 1, null],
    [2021, 1, 1.5, null],
    [NaN, 1, 1, null],
  ])('day(%d, %d, %d) is %s', (year, month, dayOfMonth, expected) => {
    expect(day(year, month, dayOfMonth)).toBe(expected);
  });

  test.each(['2021-6-2', '2021-06-31', '21-06-02', ' 2021-06-02', '2021-06-02T00:00', '', '2021/06/02'])(
    'parseIso refuses %j',
    (text) => {
      expect(parseIso(text)).toBeNull();
    },
  );

  test.each([
    ['1970-01-01', 0, 4],
    ['1969-12-31', -1, 3],
    ['2000-03-01', 11017, 3],
    ['2021-06-02', 18780, 3],
    ['1900-01-01', -25567, 1],
    ['9999-12-31', 2932896, 5],
  ])('%s is day %d, weekday %d', (text, number, expectedWeekday) => {
    expect(dayNumber(d(text))).toBe(number);
    expect(fromDayNumber(number)).toBe(text);
    expect(weekday(d(text))).toBe(expectedWeekday);
  });

  test('arithmetic crosses months and years, and stops at the ends of the calendar', () => {
    expect(addDays(d('2021-12-28'), 6)).toBe('2022-01-03');
    expect(addDays(d('2024-03-01'), -1)).toBe('2024-02-29');
    expect(addDays(d('9999-12-31'), 1)).toBeNull();
    expect(addDays(d('1900-01-01'), -1)).toBeNull();
    expect(addDays(d('2021-01-01'), 0.5)).toBeNull();
    expect(daysBetween(d('2021-06-28'), d('2021-07-02'))).toBe(4);
    expect(daysBetween(d('2021-07-02'), d('2021-06-28'))).toBe(-4);
  });

  test('parts, month, quarter and year', () => {
    expect(toParts(d('2021-06-02'))).toEqual({ year: 2021, month: 6, day: 2 });
    expect(monthOf(d('2021-06-02'))).toBe('2021-06');
    expect(['2021-03-31', '2021-04-01', '2021-12-31'].map((text) => quarterOf(d(text)))).toEqual([1, 2, 4]);
    expect(yearOf(monthOf(d('2021-06-02')))).toBe(2021);
  });

  test('order; a null gives way', () => {
    const days = [d('2021-06-02'), d('2020-12-31'), d('2021-06-01')];
    expect([...days].sort(compareDays)).toEqual(['2020-12-31', '2021-06-01', '2021-06-02']);
    expect(earlier(d('2021-06-02'), d('2021-06-01'))).toBe('2021-06-01');
    expect(later(d('2021-06-02'), d('2021-06-01'))).toBe('2021-06-02');
    expect(earlier(null, d('2021-06-01'))).toBe('2021-06-01');
    expect(later(d('2021-06-01'), null)).toBe('2021-06-01');
    expect(later(null, null)).toBeNull();
  });

  test('any day of the calendar goes to its number and back, and is followed by the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25567, max: 2932895 }), (number) => {
        const value = fromDayNumber(number)!;
        const parts = toParts(value);
        expect(dayNumber(value)).toBe(number);
        expect(day(parts.year, parts.month, parts.day)).toBe(value);
        const next = fromDayNumber(number + 1)!;
        expect(next > value).toBe(true);
        expect(weekday(next)).toBe((weekday(value) % 7) + 1);
      }),
    );
  });
});
