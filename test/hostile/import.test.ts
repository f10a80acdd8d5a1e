import { draftImport, importWrite, outlineWords, planMerge, readDocument, type DocumentSource } from '../../src/import';
import { parseIso } from '../../src/plan';
import { createGateway } from '../../src/workbook';
import { archiveOfParts } from '../support/archives';
import { hostileTexts, isHeld } from '../support/hostile';
import { openBridge } from '../support/office';

const today = parseIso('2021-10-15')!;

/** Texts of a line each, as a document has them; the word before and after says where each should be found again. */
const texts = hostileTexts(10_000, { seed: 4, longEvery: 5_000 })
  .map(({ text }) => text.replace(/[\r\n\t\v\f\u0085\u2028\u2029]+/g, ' '))
  .filter((text) => isHeld(text) && text.length < 2_000);
const named = texts.map((text, index) => `Début${index} ${text} fin${index}`);

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const part = (all: readonly string[], share: number): readonly string[] =>
  all.filter((_, index) => index % 4 === share);

const sources: readonly (readonly [form: string, share: number, make: (some: readonly string[]) => DocumentSource])[] = [
  ['lines of text', 0, (some) => paste('', some.map((text) => `- 4 octobre 2021 : ${text}`).join('\n'))],
  [
    'cells parted by tabs',
    1,
    (some) => paste('', `Stratégies\tActivités\n${some.map((text) => `Rayonner\t4 octobre 2021 ${text.replaceAll('"', '')}`).join('\n')}`),
  ],
  [
    'a table of a page',
    2,
    (some) => paste(`<table><tr><td>Stratégies<td>Activités${some.map((text) => `<tr><td>Rayonner<td>4 octobre 2021 <b>${escaped(text)}</b>`).join('')}</table>`, ''),
  ],
  [
    'a document of Word',
    3,
    (some) => ({
      kind: 'file',
      bytes: archiveOfParts({
        'word/document.xml': `<w:document><w:body>${some.map((text) => `<w:p><w:r><w:t>- 4 octobre 2021 : ${escaped(text)}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
      }),
    }),
  ],
]; // prettier-ignore

function paste(html: string, text: string): DocumentSource {
  return { kind: 'paste', html, text };
}

it.each(sources)('%s: nothing is computed, and no text is lost', async (_, share, make) => {
  const some = part(named, share);
  const document = readDocument(make(some));
  if (!document.ok) throw new Error(document.refusal);
  const draft = draftImport(document.value, { words: outlineWords('fr'), referenceYear: 2021 });
  expect(draft.isPlan).toBe(true);
  const office = openBridge();
  const gateway = createGateway({ today: () => today });
  const empty = { organisation: '', title: '', strategyPeriod: '', actionPeriod: '', objectives: [] };
  const created = await gateway.createTrackingWorkbook({ plan: empty, activities: [], language: 'fr' });
  const read = await gateway.readPlan();
  if (!created.ok || !read.ok) throw new Error('no workbook');
  const write = importWrite(planMerge(read.value, draft));
  const written = await gateway.importPlan({ ...write, into: 'tracking', language: 'fr', enteredBy: '', enteredOn: today });
  expect(written).toMatchObject({ ok: true });

  const cells: string[] = draft.problems.map(({ params }) => JSON.stringify(params));
  for (const name of ['Plan', 'Activités']) {
    const sheet = office.workbook.sheetByName(name)!;
    for (const { row, column, cell } of sheet.cells.within(sheet.cells.extent()!)) {
      expect(cell.formula).toBeUndefined();
      const isDate = name === 'Activités' && (column === 1 || column === 2 || column === 11) && row > 0;
      if (!isDate) expect(['string', 'object']).toContain(typeof cell.value);
      if (typeof cell.value === 'string') cells.push(cell.value);
    }
  }
  const all = cells.join('\n');
  const lost = some.flatMap((text) => [/^\S+/.exec(text)?.[0] ?? '', /\S+$/.exec(text)?.[0] ?? '']).filter((word) => !all.includes(word));
  expect(lost).toEqual([]);
  office.dispose();
}, 300_000); // prettier-ignore

it('a picture made of several stays one; other joiners, which nobody sees, go', () => {
  const document = readDocument(
    paste(
      '',
      '- 4 octobre 2021 : Fête\u200d des 👩\u200d👩\u200d👧 et 🧑🏿\u200d🦰 \u200dici\n- 5 octobre 2021 : Congrès',
    ),
  );
  if (!document.ok) throw new Error(document.refusal);
  const { activities } = draftImport(document.value, { words: outlineWords('fr'), referenceYear: 2021 });
  expect(activities.map(({ title }) => title)).toEqual(['Fête des 👩\u200d👩\u200d👧 et 🧑🏿\u200d🦰 ici', 'Congrès']);
});
