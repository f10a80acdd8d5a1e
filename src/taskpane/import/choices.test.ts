import type { DraftActivity } from '../../import';
import { parseIso, type Occurrence } from '../../plan';
import { areDatesRead, blockKey, chosenDates, chosenNo, noChoices, settle, type Choices } from './choices';
import { doubtsOf, inferredYear } from './doubts';

const day = (iso: string) => parseIso(iso)!;
const settling = { language: 'fr', today: day('2024-03-01') } as const;

const draft = (patch: Partial<DraftActivity> = {}): DraftActivity => ({
  id: 'a',
  planNo: '1.1',
  suggestedNo: '1.1.6',
  occurrences: [],
  title: 'Rencontre',
  details: [],
  participants: [],
  kind: '',
  link: '',
  source: 'Rencontre',
  place: { kind: 'line', line: 1 },
  candidates: [],
  unreadDates: [],
  ...patch,
});
const choosing = (patch: Partial<Choices>): Choices => ({ ...noChoices, ...patch });

describe('the item that an activity serves', () => {
  it.each<[string, Partial<DraftActivity>, Partial<Choices>, string | null]>([
    ['is its strategy where nobody has chosen', {}, {}, '1.1'],
    ['is what was chosen for its block', {}, { blocks: { '1.1 1.1.6': '1.1.6' } }, '1.1.6'],
    ['is its strategy where the block is left on it', {}, { blocks: { '1.1 1.1.6': null } }, '1.1'],
    [
      'is its own choice before that of its block',
      {},
      { blocks: { '1.1 1.1.6': '1.1.6' }, items: { a: '1.1.2' } },
      '1.1.2',
    ],
    ['is not touched by a block that it is not in', { planNo: '1.2' }, { blocks: { '1.1 1.1.6': '1.1.6' } }, '1.2'],
    ['may be none', { planNo: null }, {}, null],
    ['is what was chosen for all that have none', { planNo: null }, { blocks: { '': '2' } }, '2'],
  ])('%s', (_description, patch, choices, expected) => {
    expect(chosenNo(draft(patch), choosing(choices))).toBe(expected);
  });

  it('is asked alone where several actions stand beside it', () => {
    expect(blockKey(draft({ candidates: ['1.1.4', '1.1.5'] }))).toBeNull();
  });
});

describe('the dates of an activity', () => {
  const inferred: Occurrence = { start: day('2024-06-10'), end: day('2024-06-11'), inferred: true };
  const stated: Occurrence = { start: day('2023-06-10') };

  it('get the year chosen for all, where they have none of their own', () => {
    expect(chosenDates(draft({ occurrences: [inferred, stated] }), choosing({ year: 2021 }), settling)).toEqual([
      { start: '2021-06-10', end: '2021-06-11', inferred: true },
      stated,
    ]);
  });

  it('stay where the year has no such day', () => {
    const leap: Occurrence = { start: day('2024-02-29'), inferred: true };
    expect(chosenDates(draft({ occurrences: [leap] }), choosing({ year: 2023 }), settling)).toEqual([leap]);
  });

  it('are those typed in place of what was read', () => {
    const unread = draft({ unreadDates: [{ code: 'misspeltMonth', text: '12 févrir 2024' }] });
    expect(areDatesRead(unread, noChoices, settling)).toBe(false);
    expect(settle(unread, noChoices, settling).unreadDates).toHaveLength(1);
    const half = choosing({ dates: { a: '12 févr' } });
    expect(areDatesRead(unread, half, settling)).toBe(true);
    const typed = choosing({ dates: { a: '12 février 2024' } });
    expect(settle(unread, typed, settling)).toMatchObject({ occurrences: [{ start: '2024-02-12' }], unreadDates: [] });
  });

  it('have the year that most of them were given', () => {
    const of = (...years: number[]) =>
      draft({ occurrences: years.map((year) => ({ start: day(`${year}-01-01`), inferred: true })) });
    expect(inferredYear([of(2020), of(2021, 2021)])).toBe(2021);
    expect(inferredYear([draft()])).toBeNull();
  });
});

it('groups what can be settled together', () => {
  const block = [draft({ id: 'a' }), draft({ id: 'b' })];
  const alone = draft({ id: 'c', planNo: '1.1.5', candidates: ['1.1.4', '1.1.5'] });
  const lost = draft({ id: 'd', planNo: null });
  const { suggestedNo: _none, ...onRow } = draft({ id: 'e', planNo: '1.1.1' });
  expect(
    doubtsOf(
      [...block, alone, lost, onRow],
      [
        { kind: 'rowAction', activities: ['e', 'gone'] },
        { kind: 'severalActions', activity: 'c', candidates: ['1.1.4', '1.1.5'] },
      ],
    ),
  ).toEqual({
    inferred: [],
    unread: [],
    blocks: [
      { key: '1.1 1.1.6', planNo: '1.1', suggestedNo: '1.1.6', activities: block },
      { key: '', planNo: null, suggestedNo: '1.1.6', activities: [lost] },
    ],
    fromRow: [alone, onRow],
  });
});
