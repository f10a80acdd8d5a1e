import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openXlsx, saveXlsx, type Workbook } from '../host';
import { day } from '../plan';
import { terminal } from '../../test/support/terminal';
import { runCli } from './run';

const today = day(2026, 6, 1)!;
const example = resolve(__dirname, '../../examples/exemple.xlsx');

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suivi-check-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function suivi(...argv: string[]) {
  const screen = terminal();
  const exit = await runCli(argv, screen, today);
  return { exit, out: screen.out(), err: screen.err() };
}

const open = (path: string): Workbook => openXlsx(new Uint8Array(readFileSync(path)));

/** The example with the first activity's id gone, its date in words, and its number unknown to the plan. */
function damaged(name: string): string {
  const workbook = open(example);
  workbook.transact({ session: 'test', by: 'person' }, () => {
    const { sheet, bodyRect } = workbook.tableByName('Activites')!;
    const write = (column: number, text: string) =>
      sheet.write({ row: bodyRect.row, column, rows: 1, columns: 1 }, [[text]], 'values');
    write(0, '');
    write(1, "'2 juin 2025");
    write(3, "'9.9.9");
  });
  writeFileSync(at(name), saveXlsx(workbook));
  return at(name);
}

/** The example with one activity’s row pasted once more below. */
function repeated(name: string): string {
  const workbook = open(example);
  workbook.transact({ session: 'test', by: 'person' }, () => {
    const { sheet, bodyRect, columns } = workbook.tableByName('Activites')!;
    columns.forEach((_, column) => {
      const text = sheet.text(bodyRect.row, bodyRect.column + column);
      const entry = /^\d{4}-\d\d-\d\d$/.test(text) ? text : `'${text}`;
      if (text !== '') sheet.type(bodyRect.row + bodyRect.rows, bodyRect.column + column, entry);
    });
  });
  writeFileSync(at(name), saveXlsx(workbook));
  return at(name);
}

/** The notes of the rows that say what the first one says. */
function notes(file: string): readonly string[] {
  const { sheet, bodyRect, columns } = open(file).tableByName('Activites')!;
  const text = (row: number, header: string) =>
    sheet.text(bodyRect.row + row, bodyRect.column + columns.findIndex(({ name }) => name === header));
  const said = (row: number) => `${text(row, 'Id')} ${text(row, 'Date')}`;
  const rows = Array.from({ length: bodyRect.rows }, (_, row) => row);
  return rows.filter((row) => said(row) === said(0)).map((row) => text(row, 'Note'));
}

describe('suivi check', () => {
  it('finds nothing in the shipped example', async () => {
    expect(await suivi('check', example)).toEqual({ exit: 0, out: 'Aucun problème.\n', err: '' });
  });

  it('says what is wrong, where, and what would repair it', async () => {
    const { exit, out, err } = await suivi('check', damaged('a.xlsx'));
    expect({ exit, out }).toEqual({
      exit: 1,
      out: '3 problèmes, 2 réparables sans risque\n',
    });
    expect(err).toContain('Activités!A2\u00a0: L’activité');
    expect(err).toContain('  Activités!B2 (Date)\u00a0: «\u00a02 juin 2025\u00a0» → «\u00a02025-06-02\u00a0»\n');
    expect(err).toContain('Le plan n’a pas de numéro 9.9.9.');
  });

  it('repairs what is safe, and says what is left', async () => {
    const file = damaged('a.xlsx');
    const { exit, out, err } = await suivi('check', file, '--repair', '--in-place', '--json');
    expect(exit).toBe(1);
    expect(err).toContain(`2 réparations faites et vérifiées (${file})`);
    const { findings, repaired } = JSON.parse(out) as {
      findings: { problem: { code: string; message: string }; repair: unknown }[];
      repaired: object[];
    };
    expect(findings.map(({ problem, repair }) => [problem.code, problem.message.slice(0, 7), repair])).toEqual([
      ['unknownNo', 'Le plan', null],
    ]);
    expect(repaired).toMatchObject([
      { code: 'missingId', safe: true },
      { code: 'textDate', safe: true, changes: [{ address: 'B2', before: '2 juin 2025', after: '2025-06-02' }] },
    ]);
    const sheet = open(file).sheetByName('Activités')!;
    expect([sheet.text(1, 0), sheet.text(1, 1)]).toEqual([expect.stringMatching(/^a\w{16}$/), '2025-06-02']);
    expect(await suivi('check', file)).toMatchObject({ exit: 1, out: expect.stringMatching(/^1 problème/) as string });
  });

  it.each([
    ['keep', ['', '2e fois']],
    ['remove', ['']],
  ])('does nothing about identical rows unless told to: %s', async (choice, left) => {
    const file = repeated('r.xlsx');
    expect(await suivi('check', file, '--repair', '--in-place')).toMatchObject({
      exit: 1,
      out: '1 problème, 1 réparable après décision (écran Vérifier du volet)\n',
    });
    expect(notes(file)).toEqual(['', '']);
    const { exit, out } = await suivi('check', file, '--repair', '--repeated', choice, '--in-place');
    expect({ exit, out }).toEqual({ exit: 0, out: 'Aucun problème.\n' });
    expect(notes(file)).toEqual(left);
  });

  it('takes a choice for identical rows only with repairs, and one that there is', async () => {
    expect(await suivi('check', example, '--repeated', 'keep')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('va avec') as string,
    });
    expect(await suivi('check', example, '--repair', '--repeated', 'both', '--in-place')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('keep|remove') as string,
    });
  });

  it('works from standard input to standard output', async () => {
    const screen = terminal({ stdin: new Uint8Array(readFileSync(damaged('a.xlsx'))) });
    expect(await runCli(['check', '-', '--repair', '-o', '-'], screen, today)).toBe(1);
    expect(openXlsx(screen.outBytes()).sheetByName('Activités')!.text(1, 1)).toBe('2025-06-02');
    expect(screen.err()).toContain('1 problème');
  });

  it('leaves a workbook alone in which there is nothing to repair', async () => {
    const before = readFileSync(example);
    expect(await suivi('check', example, '--repair', '--in-place')).toMatchObject({ exit: 0, err: '' });
    expect(readFileSync(example).equals(before)).toBe(true);
  });

  it('says which table is missing', async () => {
    const workbook = open(example);
    workbook.transact({ session: 'test', by: 'person' }, () => workbook.tableByName('Plan')!.convertToRange());
    writeFileSync(at('b.xlsx'), saveXlsx(workbook));
    expect(await suivi('check', at('b.xlsx'))).toMatchObject({ exit: 1, err: expect.stringMatching(/Plan/) as string });
  });

  it.each([
    { argv: ['check'] },
    { argv: ['check', 'absent.xlsx'] },
    { argv: ['check', 'a.xlsx', '--repair'] },
    { argv: ['check', 'a.xlsx', '-o', 'b.xlsx'] },
    { argv: ['check', 'a.xlsx', '--in-place'] },
    { argv: ['check', 'a.xlsx', '--repair', '-o', 'b.xlsx', '--in-place'] },
    { argv: ['check', 'a.xlsx', '--repair', '-o', 'a.xlsx'] },
  ])('wrong use: $argv', async ({ argv }) => {
    const { exit, out, err } = await suivi(...argv);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).not.toBe('');
  });
});
