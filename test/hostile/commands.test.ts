import ExcelJS from 'exceljs';
import { strToU8 } from 'fflate';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commands } from '../../src/cli/commands';
import { runCli } from '../../src/cli/run';
import { parseIso } from '../../src/plan';
import { archiveOf, archiveOfParts, withZip64End } from '../support/archives';
import { oleFile, SHEET, trackingSpecimen, type Specimen } from '../support/hostile-files';
import { terminal } from '../support/terminal';

/** Every command on files made to break it: a message in the person's language, an exit code, nothing written. */

const today = parseIso('2021-10-15')!;
const languages = ['fr_CA.UTF-8', 'en_CA.UTF-8'] as const;

let specimen: Specimen;
let folder: string;
beforeAll(async () => (specimen = await trackingSpecimen()), 60_000);
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'suivi-hostile-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** How each command is given the file; FILE stands for it, PLAN for a good document, NEW for a file that is not there. */
const calls: readonly (readonly string[])[] = [
  ['read', 'FILE'],
  ['read', 'FILE', '--json'],
  ['check', 'FILE'],
  ['check', 'FILE', '--json'],
  ['check', 'FILE', '--repair', '--in-place'],
  ['check', 'FILE', '--repair', '-o', 'NEW'],
  ['add', 'FILE', '--item', '1.1', '--dates', '2 juin 2021', '--title', 'x', '--in-place'],
  ['report', 'FILE', '--in-place'],
  ['report', 'FILE', '-o', 'NEW'],
  ['coverage', 'FILE', '--in-place'],
  ['import', 'FILE'],
  ['import', 'FILE', '-o', 'NEW'],
  ['import', 'PLAN', '--into', 'FILE', '--in-place'],
  ['import', 'FILE', '--into', 'FILE', '--in-place'],
];

it('are all tried, but for the one that reads no file', () => {
  expect(new Set([...calls.map(([name]) => name), 'dates', 'new'])).toEqual(new Set(commands.map(({ name }) => name)));
});

interface Outcome {
  readonly command: string;
  readonly exit: number;
  readonly said: boolean;
}

/** Runs every command on a file, and looks that nothing was written. */
async function outcomes(bytes: Uint8Array, lang: string): Promise<readonly Outcome[]> {
  const files = { FILE: path.join(folder, 'mauvais.xlsx'), PLAN: path.join(folder, 'plan.txt'), NEW: path.join(folder, 'neuf.xlsx') };
  const found: Outcome[] = [];
  for (const call of calls) {
    rmSync(files.NEW, { force: true });
    writeFileSync(files.FILE, bytes);
    writeFileSync(files.PLAN, 'Stratégies\tActivités\nRayonner\t4 octobre 2021 Congrès\n');
    const screen = terminal({ lang });
    const argv = call.map((word) => (Object.hasOwn(files, word) ? files[word as keyof typeof files] : word));
    const exit = await runCli(argv, screen, today);
    found.push({ command: call.join(' '), exit, said: screen.err() !== '' });
    if (exit === 2) expect([call, readdirSync(folder).sort()]).toEqual([call, ['mauvais.xlsx', 'plan.txt']]);
    if (exit !== 0) expect([call, Buffer.from(bytes).equals(readFileSync(files.FILE))]).toEqual([call, true]);
  }
  return found;
} // prettier-ignore

const unreadable: readonly (readonly [what: string, make: () => Uint8Array])[] = [
  ['nothing', () => new Uint8Array(0)],
  ['text', () => strToU8('\0\u0001\u0002'.repeat(500))],
  ['a workbook that is cut', () => specimen.bytes.slice(0, 2_000)],
  ['a workbook without its end', () => specimen.bytes.slice(0, -40)],
  ['a bomb', () => archiveOf([...specimen.without(SHEET), { name: SHEET, content: new Uint8Array(7e7) }])],
  ['a password', () => oleFile('EncryptedPackage')],
  ['a file of Excel 97', () => oleFile('Workbook')],
  ['an archive in an archive', () => archiveOf([{ name: 'suivi.xlsx', content: specimen.bytes }])],
  ['OpenDocument', () => archiveOfParts({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' })],
  ['a presentation', () => archiveOfParts({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' })],
  ['a climbing name', () => specimen.and({ name: '../../../x', content: strToU8('x') })],
  ['a directory that lies', () => withZip64End(specimen.bytes, { offset: 1n << 40n })],
]; // prettier-ignore

describe.each(unreadable)('%s', (what, make) => {
  it.each(languages)('every command says so and writes nothing (%s)', async (lang) => {
    const found = await outcomes(make(), lang);
    const strict = found.filter(({ command }) => !/^import FILE(?: -o NEW)?$/.test(command));
    expect(strict).toEqual(strict.map(({ command }) => ({ command, exit: 2, said: true })));
    // A document with a name that leads elsewhere is read all the same: of its names none is followed.
    if (what !== 'a climbing name') expect(found.filter(({ exit }) => exit === 0)).toEqual([]);
  }, 300_000); // prettier-ignore
});

/** Workbooks that open, in which something of ours is not what it should be. */
const strange: readonly (readonly [what: string, make: () => Uint8Array | Promise<Uint8Array>])[] = [
  ['tables of our names with other headers', () => stranger(['Date', 'Client', 'Montant'], {})],
  ['headers that are formulas', () => stranger(['=1+1', '=2', '=cmd|x!A0'], {})],
  ['one column', () => stranger(['No'], {})],
  ['all in hidden sheets', () => stranger(['Nom', 'Valeur'], { state: 'veryHidden' })],
  ['all in one sheet', () => stranger(['No', 'Objectif', 'Stratégie'], { oneSheet: true })],
  ['columns of another type', () => stranger(['No', 'Objectif', 'Stratégie', 'Action', 'Id', 'Date', 'Activité'], { value: new Date(0) })],
  ['values that are errors', () => stranger(['No', 'Objectif', 'Stratégie', 'Action', 'Id', 'Date', 'Activité'], { value: { error: '#REF!' } })],
  ['sheets of our names without tables', () => untabled()],
  ['headers of ours a hundred times', () => stranger(Array.from({ length: 100 }, (__, at) => `Date${at}`), {})],
]; // prettier-ignore

interface Strangeness {
  readonly state?: 'veryHidden';
  readonly oneSheet?: boolean;
  readonly value?: Date | { readonly error: '#REF!' };
}

/** A workbook of another program whose tables are called as ours are. */
async function stranger(headers: readonly string[], { state, oneSheet, value }: Strangeness): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Accueil');
  ['Plan', 'Activites', 'Parametres'].forEach((name, at) => {
    const columns = headers.map((header) => ({ name: header }));
    const rows = [headers.map((_, column) => value ?? `=${column}`), headers.map((_, column) => value ?? column)];
    const sheet = (oneSheet ? workbook.getWorksheet('Tout') : undefined) ?? workbook.addWorksheet(oneSheet ? 'Tout' : `Feuille ${name}`, { ...(state && { state }) });
    sheet.addTable({ name, ref: oneSheet ? `A${at * 10 + 1}` : 'A1', headerRow: true, columns, rows });
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
} // prettier-ignore

async function untabled(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const name of ['Plan', 'Activités', 'Paramètres', 'Rapport', 'Couverture', 'Données']) {
    workbook.addWorksheet(name).addRows([['No', 'Objectif'], ['=1', '+1'], [1, 2]]); // prettier-ignore
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

it.each(strange)('%s: every command ends with a message, and changes nothing that it did not do', async (_, make) => {
  const found = await outcomes(await make(), languages[0]);
  expect(found.filter(({ exit }) => ![0, 1, 2].includes(exit))).toEqual([]);
  expect(found.filter(({ exit, said }) => exit !== 0 && !said)).toEqual([]);
  // None of these can be read as a plan: a command that would build on one stops.
  expect(found.filter(({ command, exit }) => exit === 0 && /^(?:report|coverage|add)/.test(command))).toEqual([]);
}, 300_000); // prettier-ignore

it.each(unreadable)('dates: %s on standard input is read line by line', async (_, make) => {
  const screen = terminal({ stdin: new Uint8Array(make()) });
  expect([0, 1]).toContain(await runCli(['dates', '--json'], screen, today));
});
