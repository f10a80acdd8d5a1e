import { processorSeconds } from '../../test/support/processor';
import { fc } from '../../test/support/properties';
import { type DateLanguage, isoText, readDates, readDateValues, statusOf, withoutNoteAfter } from '.';

const fr = { language: 'fr', referenceYear: 2025 } as const;
const en = { language: 'en', referenceYear: 2025 } as const;

/** A reading in one line: dates, notes in parentheses, doubts after `?`, problems by code and text. */
function line(text: string, language: DateLanguage = 'fr'): string {
  const { dates, problems } = readDateValues(text, language === 'fr' ? fr : en);
  return [
    ...dates.map(({ value, note, doubts }) =>
      [isoText(value), ...(note === undefined ? [] : [`(${note})`]), ...doubts.map((doubt) => `?${doubt}`)].join(' '),
    ),
    ...problems.map(({ code, text: piece }) => `${code}: ${piece}`),
  ].join(' | ');
}

describe('days in words', () => {
  test.each([
    ['3 mars 2025', '2025-03-03'],
    ['Le 3 MARS 2025', '2025-03-03'],
    ['1er août 2025', '2025-08-01'],
    ['1 er aout 2025', '2025-08-01'],
    ['1<sup>er</sup>&nbsp;août 2025', '2025-08-01'],
    ['3\u202favr.\u00a02025', '2025-04-03'],
    ['3 févr 2025', '2025-02-03'],
    ['8 décembre 2025'.normalize('NFD'), '2025-12-08'],
    ['3 mars', '2025-03-03 ?inferredYear'],
    ['lundi 3 mars 2025', '2025-03-03'],
    ['mardi 3 mars 2025', '2025-03-03 ?wrongWeekday'],
    ['mar. 4 mars 2025', '2025-03-04'],
    ["3 mars '25", '2025-03-03'],
    ['3 mars 25', '2025-03-03'],
    ['3 mars 1975', '1975-03-03 ?farYear'],
    ['2 et 9 avril 2025', '2025-04-02 | 2025-04-09'],
    ['2, 9 et 16 avril', '2025-04-02 ?inferredYear | 2025-04-09 ?inferredYear | 2025-04-16 ?inferredYear'],
    ['2 avril et 6 mai 2025', '2025-04-02 | 2025-05-06'],
    ['2 avril 2025 et 6 mai', '2025-04-02 | 2025-05-06 ?inferredYear'],
    ['2 avril 2025-4 avril 2025', '2025-04-02/2025-04-04'],
    ['15-16-17 avril 2025', '2025-04-15/2025-04-17'],
    ['le 15 du mois d’avril 2025', '2025-04-15'],
    ['le 15 du mois de juin 2025', '2025-06-15'],
    ['2 avril 2025\n6 mai 2025', '2025-04-02 | 2025-05-06'],
    ['2 avril 6 mai 2025', '2025-04-02 ?inferredYear | 2025-05-06'],
    ['2 et 3 avril 2025', '2025-04-02/2025-04-03'],
    ['30 avril et 1er mai 2025', '2025-04-30/2025-05-01'],
    ['2 avril 2025; 3 avril 2025', '2025-04-02 | 2025-04-03'],
    ['du 28 avril au 2 mai 2025', '2025-04-28/2025-05-02'],
    ['du 29 décembre au 2 janvier 2026', '2025-12-29/2026-01-02 ?inferredYear'],
    ['du 29 décembre au 2 janvier', '2025-12-29/2026-01-02 ?inferredYear'],
    ['29 déc. – 2 janv.', '2025-12-29/2026-01-02 ?inferredYear'],
    ['2 avril; 3 avril 2024', '2024-04-02 | 2024-04-03'],
    ['2 avril ainsi que le 6 mai 2024', '2024-04-02 | 2024-05-06'],
    ['Rencontre 4, 12 juin 2025', '2025-06-12'],
    ['2025-04-02 et 03', '2025-04-02/2025-04-03'],
    ['15 décembre et 12 janvier 2026', '2025-12-15 ?yearBefore | 2026-01-12'],
    ['3 mars, 15 décembre et 12 janvier 2026', '2025-03-03 ?yearBefore | 2025-12-15 ?yearBefore | 2026-01-12'],
    [
      '3 mars, 15 décembre et 31 juin 2026',
      '2026-03-03 ?inferredYear | 2026-12-15 ?inferredYear | impossibleDay: 31 juin 2026',
    ],
    ['les jeudis 6 et 20 mars 2025', '2025-03-06 | 2025-03-20'],
    ['les jeudis 6 et 21 mars 2025', '2025-03-06 | 2025-03-21 ?wrongWeekday'],
    ['2025-03-03, 2025-03-10', '2025-03-03 | 2025-03-10'],
    ['25/03/2025', '2025-03-25'],
    ['03/04/2025', '2025-04-03 ?dayMonthOrder'],
    ['03/03/2025', '2025-03-03'],
    ['June 2, 2025', '2025-06-02'],
  ])('%j is %s', (text, expected) => {
    expect(line(text)).toBe(expected);
  });

  test.each([
    ['June 2nd, 2025', '2025-06-02'],
    ['2 June 2025', '2025-06-02'],
    ['Tue. June 3, 2025', '2025-06-03'],
    ['June 2 and September 8, 2025', '2025-06-02 | 2025-09-08'],
    ['June 2, 9 and 16, 2025', '2025-06-02 | 2025-06-09 | 2025-06-16'],
    ['June 2–4, 2025', '2025-06-02/2025-06-04'],
    ['June 28 – July 2, 2025', '2025-06-28/2025-07-02'],
    ['from May 5 through May 9, 2025', '2025-05-05/2025-05-09'],
    ['between May 5 and May 9, 2025', '2025-05-05/2025-05-09'],
    ['May 5 at 10:30', '2025-05-05 (10:30) ?inferredYear'],
    ['June 2, 10 a.m.', '2025-06-02 (10 a.m.) ?inferredYear'],
    ['June 2, 2025 and 9', '2025-06-02 | 2025-06-09'],
    ['2/6/2025-4/6/2025', '2025-02-06/2025-04-06 ?dayMonthOrder'],
    ['03/04/2025', '2025-03-04 ?dayMonthOrder'],
    ['13/04/2025', '2025-04-13'],
    ['Oct. 4', '2025-10-04 ?inferredYear'],
    ['2 juin 2025', '2025-06-02'],
  ])('%j is %s', (text, expected) => {
    expect(line(text, 'en')).toBe(expected);
  });
});

describe('notes', () => {
  test.each([
    ['29 sept. 2025, rencontre 6/6', '2025-09-29 (rencontre 6/6)'],
    ['2 juin 2025 (AM)', '2025-06-02 (AM)'],
    ['2 juin 2025, séance 1, 9 juin 2025, séance 2', '2025-06-02 (séance 1) | 2025-06-09 (séance 2)'],
    ['2 juin 2025, séance 1\n9 juin 2025', '2025-06-02 (séance 1) | 2025-06-09'],
    ['2 juin 2025 (remise du 26 mai) et 3 juin 2025', '2025-06-02 (remise du 26 mai) | 2025-06-03'],
    [`2 juin 2025, ${'longue '.repeat(10)}`, '2025-06-02'],
    ['2 juin 2025 Rencontre', '2025-06-02'],
    ['2 juin 2025 (sans fin', '2025-06-02'],
    ['2 juin 2025 9 h 30 à 11 h Rencontre', '2025-06-02 (9 h 30 à 11 h)'],
    ['2 juin 2025 PM et 9 juin 2025 AM', '2025-06-02 (PM) | 2025-06-09 (AM)'],
    ['2 juin 2025 en avant-midi', '2025-06-02 (avant-midi)'],
    ['2 juin 2025 – 3 h de formation', '2025-06-02'],
    ['2 juin 2025 12 membres', '2025-06-02'],
    ['2 juin 2025\n9 h 30', '2025-06-02'],
    ['3 juin (AM) au 5 juin (PM)', '2025-06-03/2025-06-05 (AM – PM) ?inferredYear'],
    ['3 juin (AM) au 5 juin 2024', '2024-06-03/2024-06-05 (AM)'],
    ['du 3 juin 2025 à 9 h 30 au 5 juin, 12 h', '2025-06-03/2025-06-05 (9 h 30 – 12 h) ?inferredYear'],
    ['du 3 juin, 9 h, au 5 juin 2025 à midi', '2025-06-03/2025-06-05 (9 h)'],
    ['3 juin (Québec), 4 juin 2024 (Lévis)', '2024-06-03 (Québec) | 2024-06-04 (Lévis)'],
    ['3 juin (jeudi) 2024', '2024-06-03 (jeudi)'],
    ['CA : 3 juin 2025, CE : 10 juin 2025', '2025-06-03 | 2025-06-10'],
  ])('%j is %s', (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

describe('periods and bounds', () => {
  test.each([
    ['mars 2025', '2025-03'],
    ['mars', '2025-03 ?inferredYear'],
    ['en mars', '2025-03 ?inferredYear'],
    ['mars et avril 2025', '2025-03/2025-04'],
    ['mars et juin 2025', '2025-03 | 2025-06'],
    ['de septembre à décembre 2025', '2025-09/2025-12'],
    ['novembre à février 2026', '2025-11/2026-02'],
    ['T2 2025', '2025-04/2025-06 ?calendarQuarter'],
    ['2e trimestre de 2025', '2025-04/2025-06 ?calendarQuarter'],
    ['hiver 2025', '2025-01/2025-04'],
    ["d'ici le 31 mars 2025", '../2025-03-31'],
    ['d’ici mars 2025', '../2025-03'],
    ['à partir de l’automne 2025', '2025-09/..'],
    ['à compter du 1er avril 2025', '2025-04-01/..'],
    ['fin mars - début avril 2024', '2024-03/2024-04'],
    ['T1 et T2 2025', '2025-01/2025-06 ?calendarQuarter'],
    ['entre mai et août', '2025-05/2025-08 ?inferredYear'],
    ['après le 3 mars 2025', '2025-03-03/..'],
    ['semaine du 3 mars 2025', '2025-03-03/2025-03-09'],
    ['semaine du 5 mars 2025', '2025-03-05/2025-03-11 ?notMonday'],
  ])('%j is %s', (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

describe('days of every week', () => {
  test.each([
    ['les mardis de mars 2025', '2025-03-04 | 2025-03-11 | 2025-03-18 | 2025-03-25'],
    ['chaque lundi du 3 au 17 mars 2025', '2025-03-03 | 2025-03-10 | 2025-03-17'],
    ['les lundis et jeudis du 3 au 13 mars 2025', '2025-03-03 | 2025-03-06 | 2025-03-10 | 2025-03-13'],
    ['les mardis du 3 mars 2015 au 3 mars 2025', '2015-03-03/2025-03-03 ?wrongWeekday'],
    ['les mardis du 5 au 6 mars 2025', '2025-03-05/2025-03-06 ?wrongWeekday'],
    ['le premier mardi de mars 2025', '2025-03-04'],
    ['les 1er et 3e lundis de mars et le dernier', '2025-03-03 ?inferredYear | 2025-03-17 ?inferredYear'],
    ['le dernier mardi de mars et d’avril 2025', '2025-03-25 | 2025-04-29'],
    ['lundi, du 3 au 17 mars 2025', '2025-03-03 | 2025-03-10 | 2025-03-17'],
    ['deux mardis de mars 2025', '2025-03'],
    ['les mardis de fin mars 2025', '2025-03'],
    ['tous les lundis', ''],
  ])('%j is %s', (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

describe('days in digits', () => {
  test.each([
    ['25/05 au 02/06/2025', '2025-05-25/2025-06-02'],
    ['25/05/2025, 01/06 et 08/06/2025', '2025-05-25 | 2025-06-01 | 2025-06-08'],
    ['05/04 au 02/06/2025', '2025-04-05/2025-06-02 ?dayMonthOrder'],
    ['25/05 et 05/26 et 01/02/2025', '2024-05-25/2024-05-26 ?yearBefore | 2025-02-01 ?dayMonthOrder'],
    ['20/12 au 10/01/2026', '2025-12-20/2026-01-10 ?inferredYear'],
    ['15/06/2025 au 4/7', '2025-06-15/2025-07-04 ?inferredYear'],
    ['15/06/2025 et 4/6 des membres', '2025-06-15'],
    ['25/05-02/06/2025', '2025-05-25/2025-06-02'],
    ['2025-05-25 au 06-02', '2025-05-25/2025-06-02 ?inferredYear'],
    ['2025-W01', '2024-12-30/2025-01-05'],
    ['2025-W53', 'impossibleDay: 2025-W53'],
  ])('%j is %s', (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

describe('dates that do not hold', () => {
  test.each([
    ['3 juin 2025 (annulé)', '2025-06-03 (annulé) ?calledOff'],
    ['3 et 10 juin 2025 : a été annulée', '2025-06-03 ?calledOff | 2025-06-10 ?calledOff'],
    ['3 juin (reportée) et 10 juin 2025', '2025-06-03 (reportée) ?calledOff | 2025-06-10'],
    ['reportée du 3 au 10 juin 2025', '2025-06-03 ?calledOff | 2025-06-10'],
    ['Annulé : du 3 au 5 juin 2025', '2025-06-03/2025-06-05 ?calledOff'],
    ['10 juin 2025 (reporté du 3 juin)', '2025-06-10 (reporté du 3 juin)'],
    ['Lieu : 3 juin 2025', '2025-06-03'],
    ['3 juin 2025\nAnnulé', '2025-06-03'],
  ])('%j is %s', (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

describe('what is asked and not guessed', () => {
  test.each([
    ['du 3 juin 2025 à aujourd’hui', 'relativeDate: du 3 juin 2025 à aujourd’hui'],
    ['15 mars à avril 2025', 'notADay: 15 mars à avril 2025'],
    ['mars au 15 avril 2025', 'notADay: mars au 15 avril 2025'],
    ['28, 30 et 1er juin 2025', 'undecided: 28, 30 et 1er juin 2025'],
    ['Rencontre 3 – 10 juin 2025', 'undecided: 3 – 10 juin 2025'],
    ['sem. 3 juin 2025', 'undecided: 3 juin 2025'],
    ['1- 3 juin 2025', 'undecided: 1- 3 juin 2025'],
    ['3 juin au 1er', 'endBeforeStart: 3 juin au 1er'],
    ['2 juin 2025-2026', 'unclearYear: 2 juin 2025-2026'],
    ['Ier juin 2025', 'missingDay: Ier juin 2025'],
    ['31 avril 2025', 'impossibleDay: 31 avril 2025'],
    ['29 février', 'impossibleDay: 29 février'],
    ['30 avril, 31 avril et 2 mai 2025', '2025-04-30 | 2025-05-02 | impossibleDay: 31 avril'],
    ['du 28 avril au 31 avril 2025', 'impossibleDay: 28 avril au 31 avril 2025'],
    ['du 5 au 3 mai 2025', 'endBeforeStart: 5 au 3 mai 2025'],
    ['12 novmbre 2025', 'misspeltMonth: 12 novmbre 2025'],
    ['3 jiun', 'misspeltMonth: 3 jiun'],
    ['le 5 arvil', 'misspeltMonth: 5 arvil'],
    ['Febuary 5, 2025', 'misspeltMonth: Febuary 5, 2025'],
    ['l5 mai 2025', 'missingDay: l5 mai 2025'],
    ['1O mai', 'missingDay: 1O mai'],
    ['2 juin 2O25', 'unclearYear: 2 juin 2O25'],
    ['hiver 2024-2025', 'unclearYear: hiver 2024-2025'],
    ['T4 de 2024/25', 'unclearYear: T4 de 2024/25'],
    ['juin ou juillet 2025', 'undecided: juin ou juillet 2025'],
    ['12 jui 2025', 'misspeltMonth: 12 jui 2025'],
    ['12 septembr', 'misspeltMonth: 12 septembr'],
    ['2 juin 202', 'unclearYear: 2 juin 202'],
    ['4 oct. 25 Rencontre', 'unclearYear: 4 oct. 25'],
    ['June 10 25', 'unclearYear: June 10 25'],
    ['sept-25', 'unclearYear: sept-25'],
    ['juin 25', 'unclearYear: juin 25'],
    ['03/04/25', 'unclearNumbers: 03/04/25'],
    ['03/04', 'unclearNumbers: 03/04'],
    ['25-03-04', 'unclearNumbers: 25-03-04'],
    ['? mars 2025', 'missingDay: ? mars 2025'],
    ['demain', 'relativeDate: demain'],
    ['15 juin ou 16 juin 2025', 'undecided: 15 juin ou 16 juin 2025'],
    ['4 et/ou 5 juin 2025', 'undecided: 4 et/ou 5 juin 2025'],
    ['mardi prochain', 'relativeDate: mardi prochain'],
    ['24 mars dernier', 'relativeDate: 24 mars dernier'],
  ])('%j: %s', (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

describe('what is no date', () => {
  test.each([
    ...['', ' ', '2025', '2025-2026', 'Plan 2025-2028', 'séance 4/6', '6/6', '24/7', '1.1.10', '1-2-3', 'T3', 'Q2'],
    ...['règlement no 2025-04', 'dossier 2025-03-0456', 'résolution 2025-03-03', 'CA-2025-03-03', '2025-03-031'],
    ...[
      '102,3 FM',
      '418 555-0132',
      '10 h à 12 h',
      '10 h 30',
      '5 à 7',
      '5 maires',
      '3 marsouins',
      '12 avrilées',
      '7 mais',
    ],
    ...[
      '1er prix',
      '2e et 3e volets',
      'Local 12, 3e étage',
      'mars est une planète',
      'il a été décidé',
      'le mar 12 attend',
    ],
    ...[
      'En mars 2 rencontres',
      'up to 3 may attend',
      'we march 12 times',
      'May 3 attend',
      '12 decks',
      'second quarter',
    ],
  ])('%j', (text) => {
    expect(readDateValues(text, fr).dates.filter(({ value }) => value.kind === 'days')).toEqual([]);
  });

  test.each([
    '4 oct. 12 membres',
    'June 10 and 11 members',
    '2 juin 120 personnes',
    '2 juin 13 h 30',
    '10 juin, 5 à 7',
  ])('a number after a date is no part of it: %j', (text) => {
    expect(readDateValues(text, fr).dates.map(({ value }) => isoText(value))).toHaveLength(1);
    expect(statusOf(readDateValues(text, fr))).toBe('ok');
  });
});

describe('withoutNoteAfter', () => {
  test.each([
    ['3 juin (AM) au 5 juin (PM)', 'AM'],
    ['3 juin (AM) au 5 juin', 'AM'],
    ['3 juin (AM)', undefined],
    ['3 juin', undefined],
  ])('%j keeps %j', (text, note) => {
    const [date] = readDateValues(text, fr).dates;
    expect(withoutNoteAfter(date!).note).toBe(note);
  });
});

describe('readDates', () => {
  test('gives occurrences with where they were read, problems, and what was not read', () => {
    const text = 'Réunion le 2 juin et les 8-9 sept. 2025, séance 1/3, 31 avril 2025; mai 2025 au bureau';
    const { occurrences, problems, unread } = readDates(text, fr);
    const piece = (span: { start: number; end: number }) => text.slice(span.start, span.end);
    expect(occurrences.map(({ span, ...rest }) => ({ ...rest, text: piece(span) }))).toEqual([
      { start: '2025-06-02', doubts: [], text: '2 juin' },
      { start: '2025-09-08', end: '2025-09-09', note: 'séance 1/3', doubts: [], text: '8-9 sept. 2025' },
    ]);
    expect(problems.map(({ code, text: said, span }) => [code, said, piece(span)])).toEqual([
      ['impossibleDay', '31 avril 2025', '31 avril 2025'],
      ['notADay', 'mai 2025', 'mai 2025'],
    ]);
    expect(unread.map(piece)).toEqual(['Réunion', 'bureau']);
  });

  test('marks inferred years', () => {
    expect(readDates('2 juin', fr).occurrences).toEqual([
      { start: '2025-06-02', inferred: true, doubts: ['inferredYear'], span: { start: 0, end: 6 } },
    ]);
  });

  test.each([
    ['2 juin 2025', 'ok'],
    ['2 juin', 'ok'],
    ['mardi 2 juin 2025', 'flag'],
    ['31 juin 2025', 'error'],
    ['demain', 'refused'],
    ['Réunion', 'none'],
  ])('status of %j: %s', (text, status) => {
    expect(statusOf(readDateValues(text, fr))).toBe(status);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        '1',
        '2',
        '11',
        '31',
        '32',
        '06',
        '2025',
        '25',
        '202',
        'er',
        'juin',
        'sept.',
        'May',
        'mar.',
        'lundi',
        'le',
        'les',
        'du',
        'au',
      ],
      ...[
        'et',
        ',',
        '-',
        '–',
        '/',
        '.',
        ' ',
        ' ',
        ' ',
        '\n',
        '\u00a0',
        '(',
        ')',
        '?',
        'à',
        'de',
        'mai',
        'T3',
        'semaine',
        'prochaine',
        '<sup>',
      ],
    ),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const textArb = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  test.each<DateLanguage>(['fr', 'en'])('never throws; spans are ordered pieces of it (%s)', (language) => {
    fc.assert(
      fc.property(textArb, (text) => {
        const { dates, problems, unread } = readDateValues(text, { language, referenceYear: 2025 });
        const spans = [...dates, ...problems].map(({ span }) => span).concat(unread);
        expect(spans.every(({ start, end }) => start >= 0 && start < end && end <= text.length)).toBe(true);
        expect(dates.every(({ span }, i) => i === 0 || span.start >= dates[i - 1]!.span.start)).toBe(true);
        expect(problems.map(({ text: said }) => said)).toEqual(
          problems.map(({ span }) => text.slice(span.start, span.end)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('composed and decomposed accents read the same', () => {
    const values = (text: string) => readDateValues(text, fr).dates.map(({ value }) => isoText(value));
    fc.assert(
      fc.property(textArb, (text) => expect(values(text.normalize('NFD'))).toEqual(values(text.normalize('NFC')))),
    );
  });

  test.each([
    ['digits', '1', 40_000],
    ['bare days', '1, ', 10_000],
    ['commas', ',', 40_000],
    ['bare days and words', '1 et ', 10_000],
    ['dates', '2 juin 2025, ', 40_000],
    ['dates side by side', '2 juin ', 40_000],
    ['months', 'juin et ', 40_000],
    ['brackets', '2 juin 2025 (', 40_000],
    ['tags', '<a', 40_000],
    ['near months', '1 septemre ', 10_000],
    ['weekdays', 'lundi ', 40_000],
    ['articles', 'le ', 40_000],
    ['qualifiers', 'en ', 40_000],
    ['days of every week', 'les mardis et ', 10_000],
    ['times of day', '2 juin 9 h 30 à ', 10_000],
    ['pairs of digits', '25/05, ', 20_000],
    ['ordinals', '1er et 2e ', 20_000],
    ['ranges without end', '2 juin (a) au ', 10_000],
    ['months to months', 'mars au ', 5_000],
    ['weekdays in lists', 'lundi et mardi, ', 20_000],
    ['years and months', 'juin 2025 : 3, ', 20_000],
  ])('time is in proportion to the text: %s', (_, unit, times) => {
    // Quadratic readers take minutes here; the margin is for slow machines.
    expect(processorSeconds(() => readDateValues(unit.repeat(times), fr))).toBeLessThan(20);
  });
});
