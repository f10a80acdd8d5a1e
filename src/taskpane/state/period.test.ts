import { parseIso, type Day } from '../../plan';
import { readPeriod, type PeriodChoice } from './period';

const on = (text: string): Day => parseIso(text)!;
const context = { today: on('2021-11-22'), lastCommittee: on('2021-06-10') };
const choice = (kind: PeriodChoice['kind'], from = '', to = ''): PeriodChoice => ({ kind, from, to });

it.each([
  { given: choice('whole'), expected: { ok: true, period: { from: null, to: null } } },
  { given: choice('year'), expected: { ok: true, period: { from: '2021-01-01', to: '2021-12-31' } } },
  { given: choice('committee'), expected: { ok: true, period: { from: '2021-06-10', to: null } } },
  { given: choice('between'), expected: { ok: true, period: { from: null, to: null } } },
  { given: choice('between', '2021-06-02'), expected: { ok: true, period: { from: '2021-06-02', to: null } } },
  {
    given: choice('between', '2021-06-02', '2021-06-02'),
    expected: { ok: true, period: { from: '2021-06-02', to: '2021-06-02' } },
  },
  { given: choice('between', '2021-06-02', '2021-06-01'), expected: { ok: false, problem: 'reversed' } },
  { given: choice('between', '2021-02-30', ''), expected: { ok: false, problem: 'unreadable' } },
])('reads $given', ({ given, expected }) => {
  expect(readPeriod(given, context)).toEqual(expected);
});

it('says where no committee date was ever written', () => {
  expect(readPeriod(choice('committee'), { ...context, lastCommittee: null })).toEqual({
    ok: false,
    problem: 'noCommittee',
  });
});
