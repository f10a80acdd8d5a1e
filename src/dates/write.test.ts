import { fc } from '../../test/support/properties';
import { addDays, type Day, type Occurrence, parseIso } from '../plan';
import { type DateLanguage, readDates } from '.';
import { writeDay, writeOccurrences, writePeriod } from './write';

const d = (text: string): Day => parseIso(text)!;

/** Occurrences from `2021-06-02`, `2021-06-28/2021-07-02`, `2021-06-21 note`. */
function occurrences(...texts: string[]): Occurrence[] {
  return texts.map((text) => {
    const [days = '', ...words] = text.split(' ');
    const [start = '', end] = days.split('/');
    const note = words.join(' ');
    return { start: d(start), ...(end === undefined ? {} : { end: d(end) }), ...(note === '' ? {} : { note }) };
  });
}

const plain = ({ start, end, note, inferred }: Occurrence): Occurrence => ({
  start,
  ...(end === undefined ? {} : { end }),
  ...(note === undefined ? {} : { note }),
  ...(inferred === undefined ? {} : { inferred }),
});

describe('writeOccurrences', () => {
  test.each([
    [['2021-06-01'], '1er juin 2021', 'June 1, 2021'],
    [['2021-06-02', '2021-09-08'], '2 juin et 8 septembre 2021', 'June 2 and September 8, 2021'],
    [['2021-11-04', '2021-11-11', '2021-11-18'], '4, 11 et 18 novembre 2021', 'November 4, 11 and 18, 2021'],
    [['2021-09-01', '2021-09-09'], '1er et 9 septembre 2021', 'September 1 and 9, 2021'],
    [
      ['2021-06-15', '2021-08-24', '2021-09-28'],
      '15 juin, 24 août et 28 septembre 2021',
      'June 15, August 24 and September 28, 2021',
    ],
    [['2021-06-15', '2021-06-29', '2021-07-13'], '15 et 29 juin, 13 juillet 2021', 'June 15 and 29, July 13, 2021'],
    [['2020-12-12', '2021-01-09'], '12 décembre 2020 et 9 janvier 2021', 'December 12, 2020 and January 9, 2021'],
    [['2021-09-28', '2021-06-15'], '28 septembre 2021 et 15 juin 2021', 'September 28, 2021 and June 15, 2021'],
    [['2021-09-13/2021-09-14'], '13 et 14 septembre 2021', 'September 13–14, 2021'],
    [['2021-09-30/2021-10-01'], '30 septembre et 1er octobre 2021', 'September 30 – October 1, 2021'],
    [['2021-10-04/2021-10-08'], 'du 4 au 8 octobre 2021', 'October 4–8, 2021'],
    [['2021-06-28/2021-07-02'], 'du 28 juin au 2 juillet 2021', 'June 28 – July 2, 2021'],
    [['2021-12-28/2022-01-03'], 'du 28 décembre 2021 au 3 janvier 2022', 'December 28, 2021 – January 3, 2022'],
    [['2021-06-21 rencontre 4/6'], '21 juin 2021 (rencontre 4/6)', 'June 21, 2021 (rencontre 4/6)'],
    [
      ['2021-06-21 rencontre 4/6', '2021-09-29 rencontre 6/6'],
      '21 juin 2021 (rencontre 4/6); 29 septembre 2021 (rencontre 6/6)',
      'June 21, 2021 (rencontre 4/6); September 29, 2021 (rencontre 6/6)',
    ],
    [['2021-09-13', '2021-09-14'], '13 septembre 2021; 14 septembre 2021', 'September 13, 2021; September 14, 2021'],
    [
      ['2021-09-13/2021-09-14', '2021-10-20'],
      '13 et 14 septembre 2021; 20 octobre 2021',
      'September 13–14, 2021; October 20, 2021',
    ],
    [[], '', ''],
  ])('%j', (texts, french, english) => {
    const given = occurrences(...texts);
    expect(writeOccurrences(given, { language: 'fr', plainSpaces: true })).toBe(french);
    expect(writeOccurrences(given, { language: 'en', plainSpaces: true })).toBe(english);
  });

  test('day, month and year are not parted at the end of a line', () => {
    const given = occurrences('2021-06-02', '2021-09-08');
    expect(writeOccurrences(given, { language: 'fr' })).toBe('2\u00a0juin et 8\u00a0septembre\u00a02021');
    expect(writeOccurrences(given, { language: 'en' })).toBe('June\u00a02 and September\u00a08, 2021');
  });

  const dayArb = fc.integer({ min: 0, max: 1200 }).map((n) => addDays(d('2019-06-01'), n)!);
  const occurrence = fc
    .record({
      start: dayArb,
      length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 })),
      note: fc.option(fc.constantFrom('rencontre 4/6', 'AM', 'par visioconférence', 'reporté du 3 mai', '24/7'), {
        freq: 3,
      }),
    })
    .map(({ start, length, note }): Occurrence => ({
      start,
      ...(length === 0 ? {} : { end: addDays(start, length)! }),
      ...(note === null ? {} : { note }),
    }));

  test.each<DateLanguage>(['fr', 'en'])('what was written is read back the same (%s)', (language) => {
    fc.assert(
      fc.property(fc.array(occurrence, { maxLength: 8 }), fc.boolean(), (given, plainSpaces) => {
        const text = writeOccurrences(given, { language, plainSpaces });
        const { occurrences: read, problems, unread } = readDates(text, { language, referenceYear: 2001 });
        expect({
          text,
          problems,
          unread,
          read: read.map(plain),
        }).toEqual({
          text,
          problems: [],
          unread: [],
          read: given,
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('single days, months, periods', () => {
  const fr = { language: 'fr', plainSpaces: true } as const;
  const en = { language: 'en', plainSpaces: true } as const;

  test('days', () => {
    expect(writeDay(d('2021-02-01'), fr)).toBe('1er février 2021');
  });

  test.each([
    ['2021-04-01', '2021-06-30', 'du 1er avril au 30 juin 2021', 'April 1 – June 30, 2021'],
    ['2021-04-01', '2021-04-01', '1er avril 2021', 'April 1, 2021'],
    ['2021-04-01', null, 'depuis le 1er avril 2021', 'since April 1, 2021'],
    [null, '2021-06-30', 'jusqu’au 30 juin 2021', 'until June 30, 2021'],
    [null, null, '', ''],
  ])('the period from %s to %s', (from, to, french, english) => {
    const period = { from: from === null ? null : d(from), to: to === null ? null : d(to) };
    expect(writePeriod(period, fr)).toBe(french);
    expect(writePeriod(period, en)).toBe(english);
  });
});
