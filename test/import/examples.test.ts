import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { draftImport, type DraftImport, outlineWords, planMerge, readDocument } from '../../src/import';
import type { TrackedPlan } from '../../src/plan';

/**
 * The project's own documents: one report in every form that programs give it, and plans as people
 * write them, each with what it holds beside it (`NAME.expected.json`, checked by hand).
 */
const folder = path.resolve(__dirname, '../../examples/import');

function read(name: string): DraftImport {
  const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
  const document = readDocument({ kind: 'file', bytes });
  if (!document.ok) throw new Error(document.refusal);
  let count = 0;
  const newId = () => `a${(count += 1)}`;
  return draftImport(document.value, { words: outlineWords('fr'), referenceYear: 2026, newId });
}

/** What a document holds, without places, which differ from form to form. */
function contents({ plan, activities, problems, language }: DraftImport) {
  return {
    language,
    plan,
    activities: activities.map(({ source, place, ...activity }) => activity),
    problems: problems.map(({ code, params }) => ({ code, params })),
  };
}

const expectedOf = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(folder, `${name}.expected.json`), 'utf8'));

const documents = readdirSync(folder).filter((name) => !name.endsWith('.json'));
const forms = documents.filter((name) => name.startsWith('rapport.'));
const others = documents.filter((name) => !name.startsWith('rapport.'));

test.each(forms)('%s holds the same report', (name) => {
  expect(contents(read(name))).toEqual(expectedOf('rapport'));
});

test.each(others)('%s', (name) => {
  expect(contents(read(name))).toEqual(expectedOf(path.parse(name).name));
});

describe('merging', () => {
  const draft = read('rapport.docx');
  const workbook = (from: DraftImport): TrackedPlan => ({
    plan: from.plan,
    activities: from.activities.map(({ source, place, candidates, unreadDates, suggestedNo, ...activity }) => ({
      ...activity,
      details: [...unreadDates.map(({ text }) => text), ...activity.details],
    })),
    settings: { language: 'fr', lastCommittee: null, committeeDates: [] },
    problems: [],
  });
  const empty: TrackedPlan = {
    plan: { organisation: '', title: '', strategyPeriod: '', actionPeriod: '', objectives: [] },
    activities: [],
    settings: { language: '', lastCommittee: null, committeeDates: [] },
    problems: [],
  };

  test('into an empty workbook: everything, as it is', () => {
    const merge = planMerge(empty, draft);
    expect(merge.plan).toEqual(draft.plan);
    expect(merge.added).toEqual(draft.activities);
    expect([merge.changed, merge.missing, merge.unchanged]).toEqual([[], [], []]);
  });

  test.each(forms)('the same document again (%s) adds nothing', (name) => {
    const merge = planMerge(workbook(draft), read(name));
    expect(merge).toMatchObject({
      addedItems: [],
      changedItems: [],
      missingItems: [],
      added: [],
      changed: [],
      missing: [],
    });
    expect(merge.plan).toEqual(draft.plan);
  });

  test('the next version adds what is new and tells what changed or went, and the workbook’s texts stay', () => {
    const text = readFileSync(path.join(folder, 'rapport.tsv'), 'utf8');
    const edited = text
      .replace('Bureau de la préfète', 'Bureau du préfet suppléant')
      .replace(/"1er février 2024, rencontre 2\/5\r?\n[^"]*"/, '"2 mai 2024\r\nJournée du canot"')
      .replace('"> Offrir des formations', '"> Tenir un registre des équipages\n- Le publier\n> Offrir des formations');
    const document = readDocument({ kind: 'paste', html: '', text: edited });
    if (!document.ok) throw new Error(document.refusal);
    const next = draftImport(document.value, { words: outlineWords('fr'), referenceYear: 2026 });
    const merge = planMerge(workbook(draft), next);
    expect(merge.addedItems).toEqual([{ no: '1.2.2', level: 'action', text: 'Tenir un registre des équipages' }]);
    expect(merge.added.map(({ title, planNo }) => [title, planNo])).toEqual([['Journée du canot', '1.1']]);
    expect(merge.missing.map(({ title }) => title)).toEqual(['Comité de navigation douce']);
    expect(merge.changed.map(({ kept, inDocument }) => [kept.details, inDocument.details])).toEqual([
      [['Bureau de la préfète'], ['Bureau du préfet suppléant']],
    ]);
    expect([merge.changedItems, merge.missingItems]).toEqual([[], []]);
  });
});
