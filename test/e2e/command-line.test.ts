import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TrackedPlan } from '../../src/plan';
import { describeWithLibreoffice } from '../support/libreoffice';

jest.setTimeout(600_000);

const root = path.resolve(__dirname, '../..');
const seed = path.resolve(root, '../shared/cases/seed-000.contract.xlsx');

let folder: string;
const at = (name: string): string => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'command-line-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the built command as a process, as a person or a script would. */
function suivi(args: readonly string[], input?: Buffer) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'bin/suivi.js'), ...args], {
    cwd: folder,
    env: { ...process.env, LANG: 'fr_CA.UTF-8', LC_ALL: '' },
    ...(input && { input }),
  });
  return { status, stdout, stderr: stderr.toString('utf8') };
}

const read = (file: string): TrackedPlan =>
  JSON.parse(suivi(['read', file, '--json']).stdout.toString()) as TrackedPlan;

/** The workbooks to go through the whole job: the shipped example and, where it is, what a board really had. */
const workbooks = [
  { name: 'the example', source: path.join(root, 'examples/exemple.xlsx'), activities: 87, occurrences: 139 },
  ...(existsSync(seed) ? [{ name: 'the board’s own', source: seed, activities: 33, occurrences: 46 }] : []),
];

describe('the built command', () => {
  it('says how it is used, and ends with 2 on wrong use', () => {
    expect(suivi(['--help'])).toMatchObject({ status: 0, stderr: '' });
    expect(suivi(['lire'])).toMatchObject({ status: 2, stderr: expect.stringContaining('lire') as string });
  });

  it('makes an empty workbook on standard output', () => {
    const made = suivi(['new', '-o', '-']);
    expect(made.status).toBe(0);
    expect(suivi(['read', '-', '--json'], made.stdout)).toMatchObject({ status: 0, stderr: '' });
  });
});

describeWithLibreoffice('the whole job by command, read by LibreOffice', (office) => {
  it.each(workbooks)('$name', async ({ source, activities, occurrences }) => {
    copyFileSync(source, at('classeur.xlsx'));
    // No command writes over what another left.
    rmSync(at('rapport.xlsx'), { force: true });
    const known = read('classeur.xlsx').activities;
    expect({ activities: known.length, dates: known.flatMap((each) => each.occurrences).length }).toEqual({
      activities,
      dates: occurrences,
    });

    const item = ['--item', '1.1.3', '--dates', '2 juin et 8 septembre 2021', '--title', '- Rencontre'];
    expect(suivi(['add', 'classeur.xlsx', ...item, '--in-place'])).toMatchObject({ status: 0 });
    expect(suivi(['report', 'classeur.xlsx', '-o', 'rapport.xlsx'])).toMatchObject({ status: 0 });
    expect(suivi(['coverage', 'rapport.xlsx', '--in-place'])).toMatchObject({ status: 0 });

    const seen = JSON.parse(await office.uno(path.join(__dirname, 'support/product.py'), [at('rapport.xlsx')])) as {
      tables: Record<string, number>;
      lastRow: { text: string; kind: string }[];
      pivots: { name: string; rows: (string | number)[][] }[];
    };
    expect(seen.tables.Activites).toBe(occurrences + 2);
    expect(seen.lastRow.filter(({ text }) => text === '- Rencontre')).toEqual([{ text: '- Rencontre', kind: 'TEXT' }]);
    expect(seen.pivots.map(({ name, rows }) => ({ name, total: rows.at(-1)?.at(-1) }))).toEqual([
      { name: 'CouverturePivot', total: activities + 1 },
    ]);
  });
});

describe('a refusal', () => {
  it('leaves the file byte for byte', () => {
    copyFileSync(path.join(root, 'examples/exemple.xlsx'), at('b.xlsx'));
    const before = readFileSync(at('b.xlsx'));
    const refused = suivi(['add', 'b.xlsx', '--item', '7.7.7', '--dates', '2 juin 2021', '--title', 'X', '--in-place']);
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('7.7.7') as string });
    expect(readFileSync(at('b.xlsx')).equals(before)).toBe(true);
  });
});
