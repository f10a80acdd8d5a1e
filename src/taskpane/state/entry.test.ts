import { parseIso } from '../../plan';
import { emptyDraft, type Draft } from './draft';
import { readEntry } from './entry';

const occurrence = { start: parseIso('2021-06-02')! };
const read = { occurrences: [occurrence], problems: [] };
const full: Draft = {
  planNo: '1.1.3',
  dates: '2 juin 2021',
  title: ' - Rencontre  statutaire ',
  details: 'Une ligne\n',
  participants: 'Josée Roy, DG; Luc Ba',
  kind: ' Rencontre ',
  link: 'www.exemple.org',
};

it('reads the activity that the form holds', () => {
  expect(readEntry(full, read)).toEqual({
    ok: true,
    entry: {
      planNo: '1.1.3',
      occurrences: [occurrence],
      title: '- Rencontre statutaire',
      details: ['Une ligne'],
      participants: ['Josée Roy, DG', 'Luc Ba'],
      kind: 'Rencontre',
      link: 'https://www.exemple.org',
    },
  });
});

it('keeps the no-break spaces of a title', () => {
  const title = 'Allocution\u00a0:  12\u202f000 livres';
  expect(readEntry({ ...full, title }, read)).toMatchObject({
    entry: { title: 'Allocution\u00a0: 12\u202f000 livres' },
  });
});

it.each([
  {
    what: 'an empty form',
    draft: emptyDraft,
    dates: { occurrences: [], problems: [] },
    issues: { planNo: 'missing', dates: 'missing', title: 'missing' },
  },
  { what: 'a blank title', draft: { ...full, title: ' \t' }, dates: read, issues: { title: 'missing' } },
  { what: 'a link that runs', draft: { ...full, link: 'javascript:x' }, dates: read, issues: { link: 'unsafe' } },
  {
    what: 'a date read and another not',
    draft: full,
    dates: { occurrences: [occurrence], problems: ['31 juin'] },
    issues: { dates: 'unread' },
  },
])('refuses $what', ({ draft, dates, issues }) => {
  expect(readEntry(draft, dates)).toEqual({ ok: false, issues });
});
