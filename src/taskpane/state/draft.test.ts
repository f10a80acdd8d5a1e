import { changedFields, draftBox, editBox, emptyDraft, isUntouched, nextDraft, parseDraft, type Draft } from './draft';

const draft: Draft = {
  planNo: '1.1.3',
  dates: '2 juin 2021',
  title: 'Rencontre',
  details: 'Première ligne\nDeuxième ligne',
  participants: 'Josée Roy, DG',
  kind: '',
  link: '',
};

describe('parseDraft', () => {
  it.each([
    { saved: JSON.stringify(draft), expected: draft },
    { saved: '', expected: emptyDraft },
    { saved: '{"title":', expected: emptyDraft },
    { saved: 'null', expected: emptyDraft },
    { saved: '["title"]', expected: emptyDraft },
    { saved: '{"title":"T","dates":7,"planNo":3,"older":true}', expected: { ...emptyDraft, title: 'T' } },
  ])('reads $saved', ({ saved, expected }) => {
    expect(parseDraft(saved)).toEqual(expected);
  });
});

describe('isUntouched', () => {
  it.each([
    { given: emptyDraft, expected: true },
    { given: { ...emptyDraft, planNo: '1.1' }, expected: true },
    { given: { ...emptyDraft, title: '  ' }, expected: true },
    { given: { ...emptyDraft, link: 'h' }, expected: false },
  ])('is $expected for $given', ({ given, expected }) => {
    expect(isUntouched(given)).toBe(expected);
  });
});

it('keeps the item of the plan alone for the next activity', () => {
  expect(nextDraft(draft)).toEqual({ ...emptyDraft, planNo: '1.1.3' });
});

describe('draftBox', () => {
  it('keeps a draft for each workbook, and nothing once it is empty', () => {
    const store = memory();
    const first = draftBox(store, 'first.xlsx');
    const second = draftBox(store, 'second.xlsx');
    expect(first.save(draft)).toBe(true);
    expect(second.load()).toEqual(emptyDraft);
    expect(draftBox(store, 'first.xlsx').load()).toEqual(draft);
    first.save(nextDraft(draft));
    expect(store.texts.size).toBe(0);
  });

  it('says where nothing can be kept', () => {
    expect(draftBox(null, 'x').save(draft)).toBe(false);
    expect(draftBox(null, 'x').load()).toEqual(emptyDraft);
    const full = {
      ...memory(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(draftBox(full, 'x').save(draft)).toBe(false);
  });
});

function memory() {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  };
}

it('keeps of an edit what was touched, until it is done', () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
  const box = editBox(store, 'first.xlsx');
  expect(box.load()).toBeNull();
  const changes = changedFields(emptyDraft, { ...emptyDraft, planNo: '1.1', title: 'Visite' });
  expect(changes).toEqual({ planNo: '1.1', title: 'Visite' });
  box.save({ id: 'aaa', changes });
  expect(editBox(store, 'first.xlsx').load()).toEqual({ id: 'aaa', changes });
  expect(editBox(store, 'second.xlsx').load()).toBeNull();
  box.save(null);
  expect(box.load()).toBeNull();
});
