import ExcelJS from 'exceljs';
import { strToU8 } from 'fflate';
import { openXlsx, saveXlsx, XlsxError, type Workbook } from '../../src/host';
import { readDateValues } from '../../src/dates';
import { draftImport, outlineWords, readDocument } from '../../src/import';
import { archiveOf, archiveOfParts, type ArchiveFile } from '../support/archives';
import { randomFrom } from '../support/generator';
import { specimenOf, trackingSpecimen, type Specimen } from '../support/hostile-files';
import { hostileTexts } from '../support/hostile';

/**
 * Files, documents, dates and requests changed at random, from a seed. What reads them may refuse, by a code of its own;
 * what it accepts can be saved and opened again. `FUZZ_ROUNDS` asks for more than the bounded number, `FUZZ_SEED` for others.
 */
const rounds = Number(process.env.FUZZ_ROUNDS ?? 150);
const seed = Number(process.env.FUZZ_SEED ?? 20_260);
const time = 60_000 + rounds * 1_000;

type Random = () => number;
const below = (random: Random, count: number): number => Math.floor(random() * count);
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!;

const junk = ['<', '>', '"', '&', "'", '-1', '0', '99999999999', '/', '\0', 'A1:XFD1048576', 'A0', '1e9', 'NaN', '', '=1', '#REF!', '&#x0;', '&x;', '\ud800', 'rId1', 'true', '../x']; // prettier-ignore

/** Changes of a text, each of which leaves most of it as it is. */
const textChanges: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => text.slice(0, below(random, text.length)),
  (text, random) => text.slice(below(random, text.length)),
  (text, random) => text.replace(/"[^"]*"/g, (value) => (random() < 0.02 ? `"${pick(random, junk)}"` : value)),
  (text, random) => text.replace(/>[^<]+</g, (inside) => (random() < 0.05 ? `>${pick(random, junk)}<` : inside)),
  (text, random) => text.replace(/<(\w+)[^<>]*\/>/g, (element) => (random() < 0.05 ? '' : element)),
  (text, random) => text.replace(/<(\w+)[^<>]*\/>/g, (element) => (random() < 0.05 ? element.repeat(3) : element)),
  (text, random) => text.replace(/ [a-zA-Z:]+="[^"]*"/g, (attribute) => (random() < 0.03 ? '' : attribute)),
  (text, random) => text.replace(/\d+/g, (number) => (random() < 0.02 ? String(below(random, 2 ** 31)) : number)),
  (text, random) => text.replace(/<\/?\w+/g, (tag) => (random() < 0.01 ? '<x' : tag)),
  (text, random) => {
    const [from, to] = [below(random, text.length), below(random, text.length)];
    return text.slice(0, from) + text.slice(to, to + 200) + text.slice(from);
  },
];

/** Changes of an archive: parts taken away, exchanged, emptied, or changed themselves. */
const archiveChanges: readonly ((files: readonly ArchiveFile[], random: Random) => ArchiveFile[])[] = [
  (files, random) => files.filter(() => random() > 0.08),
  (files, random) => files.filter(({ name }) => !name.endsWith('.rels') || random() > 0.3),
  (files, random) => {
    const [one, other] = [pick(random, files), pick(random, files)];
    return files.map((file) => (file === one ? { ...one, content: other.content } : file === other ? { ...other, content: one.content } : file));
  },
  (files, random) => files.map((file) => (random() < 0.05 ? { ...file, content: new Uint8Array(0) } : file)),
  (files, random) => files.map((file) => (random() < 0.05 ? { ...file, name: pick(random, files).name.replace(/\d/, '9') } : file)),
  (files, random) => files.map((file) => (random() < 0.15 ? { ...file, content: strToU8(pick(random, textChanges)(new TextDecoder().decode(file.content), random)) } : file)),
]; // prettier-ignore

function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = bytes.slice();
  for (let bit = below(random, 12); bit >= 0; bit--) changed[below(random, changed.length)]! ^= 1 << below(random, 8);
  return changed;
}

function mutated({ bytes, files }: Specimen, random: Random): Uint8Array {
  const kind = random();
  if (kind < 0.15) return flipped(bytes, random);
  if (kind < 0.2) return bytes.slice(0, below(random, bytes.length));
  if (kind < 0.5) return archiveOf(pick(random, archiveChanges)(files, random));
  const one = pick(random, files);
  const change = pick(random, textChanges);
  return archiveOf(files.map((file) => (file === one ? { ...file, content: strToU8(change(new TextDecoder().decode(file.content), random)) } : file)));
} // prettier-ignore

/** A workbook of another program: formulas, merges, rules, a picture, rich text, comments, links, a table. */
async function foreign(): Promise<Specimen> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Données', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addTable({ name: 'Ventes', ref: 'A1', headerRow: true, totalsRow: true, columns: [{ name: 'Nom', filterButton: true }, { name: 'Somme', totalsRowFunction: 'sum' }], rows: [['a', 1], ['b', 2]] });
  sheet.getCell('D1').value = { richText: [{ font: { bold: true }, text: 'gras' }, { text: ' non' }] };
  sheet.getCell('D2').value = { formula: 'SUM(B2:B3)', result: 3 };
  sheet.getCell('D3').value = { text: 'lien', hyperlink: 'http://x.test' };
  sheet.getCell('D4').value = new Date(0);
  sheet.getCell('D4').note = 'Une note';
  sheet.mergeCells('F1:H3');
  sheet.addConditionalFormatting({ ref: 'A1:B9', rules: [{ type: 'expression', priority: 1, formulae: ['B1>1'], style: { font: { bold: true } } }] });
  sheet.getCell('E1').dataValidation = { type: 'list', allowBlank: true, formulae: ['"a,b"'] };
  sheet.addImage(workbook.addImage({ base64: 'iVBORw0KGgo=', extension: 'png' }), 'J1:K2');
  workbook.addWorksheet('Autre', { state: 'hidden' }).getCell('A1').value = { formula: "'Données'!D2+1", result: 4 };
  workbook.definedNames.add("'Données'!$A$1:$B$3", 'Plage');
  return specimenOf(new Uint8Array(await workbook.xlsx.writeBuffer()));
} // prettier-ignore

/** Opened, changed, saved and opened again; or refused by its code. Anything else goes on as an error. */
function outcome(bytes: Uint8Array): string {
  let workbook: Workbook;
  try {
    workbook = openXlsx(bytes);
  } catch (error) {
    if (error instanceof XlsxError) return error.code;
    throw error;
  }
  const same = openXlsx(saveXlsx(workbook));
  expect(same.sheets.map(({ name }) => name)).toEqual(workbook.sheets.map(({ name }) => name));
  const sheet = workbook.sheets.find(({ protection }) => !protection.protected);
  if (!sheet || workbook.options.readOnly) return 'opened';
  sheet.putCell(90, 90, { value: 'changé', style: 0 });
  const changed = openXlsx(saveXlsx(workbook));
  const found = changed.sheets[sheet.position]?.cells.get(90, 90)?.value;
  expect(found).toBe('changé');
  return 'opened';
}

describe('a workbook changed at random is opened, saved and opened again, or refused by a code', () => {
  it.each([
    ['ours', trackingSpecimen],
    ['another program’s', foreign],
  ])('%s', async (name, make) => {
    const specimen = await make();
    const random = randomFrom(seed + name.length);
    const seen = new Map<string, number>();
    for (let round = 0; round < rounds; round++) {
      const bytes = mutated(specimen, random);
      let code: string;
      try {
        code = outcome(bytes);
      } catch (cause) {
        throw new Error(`round ${round} of seed ${seed}`, { cause });
      }
      seen.set(code, (seen.get(code) ?? 0) + 1);
    }
    // Both happen, or the changes are too weak or too strong to show anything.
    expect([seen.get('opened')! > rounds / 10, seen.size > 2]).toEqual([true, true]);
  }, time); // prettier-ignore
});

describe('a document changed at random is read or refused', () => {
  const paragraph = (text: string) => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
  const cell = (text: string) => `<w:tc><w:tcPr><w:gridSpan w:val="1"/><w:vMerge/></w:tcPr>${paragraph(text)}</w:tc>`;
  const word = archiveOfParts({
    'word/document.xml': `<w:document><w:body><w:tbl>${`<w:tr>${cell('1.1 Stratégie')}${cell('> Action')}${cell('4 octobre 2021 Congrès (Avec Paul, DG)')}</w:tr>`.repeat(20)}</w:tbl></w:body></w:document>`,
    'word/numbering.xml': '<w:numbering><w:num w:numId="1"/></w:numbering>',
  });
  const html = `<table>${'<tr><td rowspan=2>Stratégies<td>Actions<td><b>4 octobre 2021</b> Congrès<ul><li>a<li>b</ul>'.repeat(20)}</table>`;
  const lines = 'Stratégies\tActions\tActivités\nRayonner\t> Agir\t4 octobre 2021 Congrès (Avec Paul)\n- 5 octobre : Rencontre\n'.repeat(20);

  it.each<[string, (random: Random) => Parameters<typeof readDocument>[0]]>([
    ['.docx', (random) => ({ kind: 'file', bytes: mutated(specimenOf(word), random) })],
    ['HTML', (random) => ({ kind: 'paste', html: pick(random, textChanges)(html, random), text: '' })],
    ['text', (random) => ({ kind: 'paste', html: '', text: pick(random, textChanges)(lines, random) })],
    ['bytes', (random) => ({ kind: 'file', bytes: flipped(strToU8(lines), random) })],
  ])('%s', (_, make) => {
    const random = randomFrom(seed);
    for (let round = 0; round < rounds; round++) {
      const document = readDocument(make(random));
      if (document.ok) expect(draftImport(document.value, { words: outlineWords('fr'), referenceYear: 2021 }).problems).toBeDefined();
      else expect(document.refusal).toMatch(/^\w+$/);
    }
  }, time);
}); // prettier-ignore

it('dates changed at random are read, or told as problems', () => {
  const random = randomFrom(seed);
  const written = ['2 juin et 8 septembre 2021', '13-14 sept. 2021', 'June 2nd–4th, 2021', 'du 3 au 5 mars', 'automne 2021', '1er avril', '2021-10-04, 5 et 6', 'jusqu’au 31 déc. 2021 (rencontre 4/6)'];
  const texts = hostileTexts(500, { seed, longEvery: 100_000 }).map(({ text }) => text);
  for (let round = 0; round < rounds * 20; round++) {
    const text = pick(random, written);
    const at = below(random, text.length);
    const changed = random() < 0.5 ? text.slice(0, at) + pick(random, [...junk, ...texts]) + text.slice(at) : text.slice(at) + pick(random, written) + text.slice(0, at);
    const { dates, problems } = readDateValues(changed, { language: pick(random, ['fr', 'en'] as const), referenceYear: 2021 });
    for (const { code } of problems) expect(code).toMatch(/^\w+$/);
    expect(dates.length).toBeLessThanOrEqual(changed.length);
  }
}, time); // prettier-ignore
