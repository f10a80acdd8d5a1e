import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openXlsx, saveXlsx, type Workbook } from '../host';
import { day, readPlanDocument, type TrackedPlan } from '../plan';
import { signed } from '../../test/support/signed';
import { terminal } from '../../test/support/terminal';
import exampleJson from '../../examples/plan-fr.json';
import { runCli } from './run';
import { newWorkbook } from './session';

const today = day(2026, 6, 1)!;
const seed = resolve(__dirname, '../../../shared/cases/seed-000.contract.xlsx');

const read = readPlanDocument(exampleJson);
if (!read.ok) throw new Error(read.faults.join('\n'));
const example = read.document;

let folder: string;
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suivi-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command line and gives everything it did to the outside. */
async function suivi(...argv: string[]) {
  const screen = terminal();
  const exit = await runCli(argv, screen, today);
  return { exit, out: screen.out(), err: screen.err() };
}

async function writeExample(name: string): Promise<string> {
  const session = newWorkbook({ language: 'fr', today });
  const { plan, activities } = example;
  const created = await session.gateway.createTrackingWorkbook({ plan, activities, language: 'fr' });
  expect(created).toEqual({ ok: true, value: undefined });
  writeFileSync(at(name), session.toXlsx());
  return at(name);
}

const open = (path: string): Workbook => openXlsx(new Uint8Array(readFileSync(path)));

async function readJson(path: string): Promise<TrackedPlan> {
  return JSON.parse((await suivi('read', path, '--json')).out) as TrackedPlan;
}

describe('suivi', () => {
  it('makes an empty workbook that reads as an empty plan', async () => {
    expect(await suivi('new', '-o', at('neuf.xlsx'))).toMatchObject({ exit: 0, out: '' });
    const { plan, activities, problems } = await readJson(at('neuf.xlsx'));
    expect({ objectives: plan.objectives, activities, problems }).toEqual({
      objectives: [],
      activities: [],
      problems: [],
    });
    expect(open(at('neuf.xlsx')).sheets.map((sheet) => sheet.name)).toEqual(['Plan', 'Activités', 'Paramètres']);
  });

  it.each(['exemple.xlsx', 'example.xlsx'])('reads the shipped %s without a problem', async (name) => {
    const shipped = resolve(__dirname, '../../examples', name);
    expect(await suivi('read', shipped)).toMatchObject({ exit: 0, err: '' });
    const source = JSON.parse(
      readFileSync(resolve(__dirname, `../../examples/plan-${name === 'exemple.xlsx' ? 'fr' : 'en'}.json`), 'utf8'),
    ) as TrackedPlan;
    const { plan, activities } = await readJson(shipped);
    expect({ plan, activities }).toEqual({ plan: source.plan, activities: source.activities });
  });

  it('reads back the plan and the activities that were written', async () => {
    const file = await writeExample('exemple.xlsx');
    const { plan, activities } = await readJson(file);
    expect({ plan, activities }).toEqual({ plan: example.plan, activities: example.activities });
  });

  it('adds an activity: one row a date, its title text even where it looks like a formula', async () => {
    const file = await writeExample('exemple.xlsx');
    const before = open(file).tableByName('Activites')!.rect.rows;
    const result = await suivi(
      'add', file, '--item', '1.1.1', '--dates', '2 juin et 8 septembre 2025', '--title', '- Rencontre',
      '--with', 'Une directrice; Un membre', '--in-place',
    ); // prettier-ignore
    expect(result).toMatchObject({ exit: 0, out: '' });
    expect(open(file).tableByName('Activites')!.rect.rows).toBe(before + 2);
    const added = (await readJson(file)).activities.at(-1)!;
    expect(added).toEqual({
      ...added,
      planNo: '1.1.1',
      title: '- Rencontre',
      participants: ['Une directrice', 'Un membre'],
      occurrences: [{ start: '2025-06-02' }, { start: '2025-09-08' }],
    });
  });

  it('builds the report and the coverage into one file', async () => {
    const file = await writeExample('exemple.xlsx');
    expect(await suivi('report', file, '-o', at('b.xlsx'))).toMatchObject({ exit: 0 });
    expect(await suivi('coverage', at('b.xlsx'), '--in-place')).toMatchObject({ exit: 0 });
    const workbook = open(at('b.xlsx'));
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual([
      'Plan', 'Activités', 'Paramètres', 'Rapport', 'Couverture', 'Données',
    ]); // prettier-ignore
    expect(workbook.pivots.map((pivot) => pivot.definition.name)).toEqual(['CouverturePivot']);
  });

  it('arranges the report as asked', async () => {
    const file = await writeExample('exemple.xlsx');
    const texts = async (...options: readonly string[]) => {
      const out = at(`${options.length}.xlsx`);
      expect(await suivi('report', file, ...options, '-o', out)).toMatchObject({ exit: 0 });
      const sheet = open(out).sheetByName('Rapport')!;
      const { rows, columns } = sheet.cells.extent()!;
      return { columns, first: Array.from({ length: rows }, (_, row) => sheet.text(row, 0)) };
    };
    const compact = await texts('--layout', 'compact', '--objective', '1', '--date-list');
    // Strategies, actions, activities, and ten cells of a bar.
    expect(compact.columns).toBe(3 + 10);
    expect(compact.first).toContain('OBJECTIF STRATÉGIQUE 1');
    expect(compact.first).not.toContain('OBJECTIF STRATÉGIQUE 2');
    expect(compact.first).toContain('Toutes les activités, par date');
    expect((await texts('--order', 'news')).first).toContain('Nouvelles activités de la période');
    expect(await suivi('report', file, '--objective', '9', '-o', at('d.xlsx'))).toMatchObject({ exit: 1 });
    expect(existsSync(at('d.xlsx'))).toBe(false);
  });

  it('works from standard input to standard output', async () => {
    const file = await writeExample('exemple.xlsx');
    const screen = terminal({ stdin: new Uint8Array(readFileSync(file)) });
    const argv = ['add', '-', '--item', '1.1.1', '--dates', '2025-06-02', '--title', 'Rencontre', '-o', '-'];
    expect(await runCli(argv, screen, today)).toBe(0);
    expect(openXlsx(screen.outBytes()).tableByName('Activites')!.rect.rows).toBe(
      open(file).tableByName('Activites')!.rect.rows + 1,
    );
  });
});

/** The file as Excel marks it where its author recommends to open it read-only. */
function readOnly(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const part = 'xl/workbook.xml';
  const text = strFromU8(parts[part]!).replace('<workbookPr', '<fileSharing readOnlyRecommended="1"/>$&');
  return zipSync({ ...parts, [part]: strToU8(text) });
}

describe('what it refuses leaves the file as it was', () => {
  const origin = { session: 'test', by: 'person' } as const;
  const add = ['--item', '1.1.1', '--dates', '2 juin 2025', '--title', 'Rencontre', '--in-place'];

  it('a read-only workbook', async () => {
    const file = await writeExample('exemple.xlsx');
    const marked = readOnly(new Uint8Array(readFileSync(file)));
    writeFileSync(file, marked);
    expect(await suivi('add', file, ...add)).toEqual({
      exit: 1,
      out: '',
      err: expect.stringMatching(/lecture seule/) as string,
    });
    expect(readFileSync(file).equals(marked)).toBe(true);
  });

  it.each<{ name: string; damage?: (workbook: Workbook) => void; args?: string[]; exit: number; said: RegExp }>([
    { name: 'a missing table', damage: (w) => w.tableByName('Plan')!.convertToRange(), exit: 1, said: /Plan/ },
    {
      name: 'a renamed header',
      damage: (w) =>
        w.sheetByName('Activités')!.write({ row: 0, column: 1, rows: 1, columns: 1 }, [['Jour venu']], 'values'),
      exit: 1,
      said: /Date/,
    },
    { name: 'a protected sheet', damage: (w) => w.sheetByName('Activités')!.protect(), exit: 1, said: /Activités/ },
    { name: 'an unknown number', args: add.with(1, '9.9.9'), exit: 1, said: /9\.9\.9/ },
    { name: 'an impossible day', args: add.with(3, '31 juin 2025'), exit: 1, said: /31 juin 2025/ },
    { name: 'text that is no date', args: add.with(3, 'bientôt'), exit: 1, said: /date/ },
    { name: 'a missing title', args: add.slice(0, 4).concat('--in-place'), exit: 2, said: /--title/ },
    { name: 'nowhere to write', args: add.slice(0, -1), exit: 2, said: /--in-place/ },
    { name: 'an unsafe link', args: add.concat('--link', 'javascript:alert(1)'), exit: 2, said: /javascript:alert/ },
  ])('$name', async ({ damage, args = add, exit, said }) => {
    const file = await writeExample('exemple.xlsx');
    if (damage) {
      const workbook = open(file);
      workbook.transact(origin, () => damage(workbook));
      writeFileSync(file, saveXlsx(workbook));
    }
    const before = readFileSync(file);
    const result = await suivi('add', file, ...args);
    expect(result).toEqual({ exit, out: '', err: expect.stringMatching(said) as string });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each([
    { name: 'text', bytes: Buffer.from('bonjour'), said: /n’est pas un classeur/ },
    { name: 'an empty file', bytes: Buffer.alloc(0), said: /n’est pas un classeur/ },
    { name: 'a truncated zip', bytes: Buffer.from('504b0304140000000800', 'hex'), said: /abîmé|n’est pas un classeur/ },
    {
      name: 'an encrypted workbook or .xls',
      bytes: Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'),
      said: /mot de passe|\.xls|abîmé/,
    },
  ])('$name', async ({ bytes, said }) => {
    writeFileSync(at('autre.xlsx'), bytes);
    expect(await suivi('read', at('autre.xlsx'))).toEqual({
      exit: 2,
      out: '',
      err: expect.stringMatching(said) as string,
    });
  });

  it.each([
    { argv: [], exit: 2 },
    { argv: ['--help'], exit: 0 },
    { argv: ['nope'], exit: 2 },
    { argv: ['read'], exit: 2 },
    { argv: ['read', 'absent.xlsx'], exit: 2 },
    { argv: ['read', 'a', 'b'], exit: 2 },
    { argv: ['report', 'a', '--from', '2025', '-o', 'b'], exit: 2 },
    { argv: ['report', 'a', '--lang', 'de', '-o', 'b'], exit: 2 },
    { argv: ['report', 'a', '--order', 'size', '-o', 'b'], exit: 2 },
    { argv: ['report', 'a', '--layout', 'five', '-o', 'b'], exit: 2 },
    { argv: ['report', 'a', '-o', 'a'], exit: 2 },
    { argv: ['new', '--lang', 'de', '-o', 'b'], exit: 2 },
    { argv: ['help'], exit: 0 },
    { argv: ['help', 'import'], exit: 0 },
    { argv: ['help', 'nope'], exit: 2 },
  ])('wrong use: $argv', async ({ argv, exit }) => {
    const result = await suivi(...argv);
    expect(result.exit).toBe(exit);
    expect(result.out + result.err).not.toBe('');
  });
});

describe('files', () => {
  it('writes over no file that is there, by whatever name', async () => {
    const file = await writeExample('exemple.xlsx');
    writeFileSync(at('autre.xlsx'), 'x');
    symlinkSync(file, at('lien.xlsx'));
    const before = readFileSync(file);
    expect([
      await suivi('new', '-o', file),
      await suivi('report', file, '-o', at('autre.xlsx')),
      await suivi('report', file, '-o', at('lien.xlsx')),
      await suivi('new', '-o', folder),
      await suivi('new', '-o', at('absent/neuf.xlsx')),
      await suivi('read', at('absent.xlsx')),
      await suivi('read', folder),
    ]).toEqual(
      [
        `« ${file} » existe déjà. Donnez un autre nom, ou supprimez-le d’abord.`,
        `« ${at('autre.xlsx')} » existe déjà. Donnez un autre nom, ou supprimez-le d’abord.`,
        'Le fichier à écrire est celui qui est lu : dites « --in-place » si c’est voulu.',
        `Impossible d’écrire « ${folder} » : c’est un dossier. Rien n’a changé.`,
        `Impossible d’écrire « ${at('absent/neuf.xlsx')} » : son dossier n’existe pas. Rien n’a changé.`,
        `Impossible de lire « ${at('absent.xlsx')} » : il n’existe pas.`,
        `Impossible de lire « ${folder} » : c’est un dossier.`,
      ].map((err) => ({
        exit: 2,
        out: '',
        err: `${err.replaceAll(/« | »| :/g, (mark) => mark.replace(' ', '\u00a0'))}\n`,
      })),
    );
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['autre.xlsx', 'exemple.xlsx', 'lien.xlsx']);
  });

  it.each(['~$exemple.xlsx', '.~lock.exemple.xlsx#'])('leaves a file alone that %s says is open', async (lock) => {
    const file = await writeExample('exemple.xlsx');
    writeFileSync(at(lock), '');
    const before = readFileSync(file);
    const result = await suivi('coverage', file, '--in-place');
    expect(result).toEqual({ exit: 2, out: '', err: expect.stringContaining(lock) as string });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(await suivi('read', file)).toMatchObject({ exit: 0 });
  });

  it('keeps the link that leads to a workbook, and who may read it', async () => {
    mkdirSync(at('dossier'));
    const file = await writeExample('dossier/exemple.xlsx');
    chmodSync(file, 0o640);
    symlinkSync(file, at('lien.xlsx'));
    const before = readFileSync(file);
    expect(await suivi('coverage', at('lien.xlsx'), '--in-place')).toMatchObject({ exit: 0 });
    expect([lstatSync(at('lien.xlsx')).isSymbolicLink(), statSync(file).mode & 0o777]).toEqual([true, 0o640]);
    expect(readFileSync(file).equals(before)).toBe(false);
    expect(readdirSync(at('dossier'))).toEqual(['exemple.xlsx']);
  });

  it('writes nothing but the workbook to standard output', async () => {
    writeFileSync(at('plan.txt'), 'Objectif 1 : Rayonner\nStratégie 1.1 : Agir\n> Rencontrer\n2 juin 2025 : Congrès\n');
    for (const options of [[], ['--json']]) {
      const screen = terminal();
      await runCli(['import', at('plan.txt'), '-o', '-', ...options], screen, today);
      expect(openXlsx(screen.outBytes()).tableByName('Activites')!.rect.rows).toBe(2);
      expect(screen.err()).toMatch(options.length > 0 ? /"plan"/ : /1 activité/);
    }
  });

  it('says that a digital signature goes with a change, and only then', async () => {
    const file = await writeExample('exemple.xlsx');
    writeFileSync(file, signed(new Uint8Array(readFileSync(file))));
    const before = readFileSync(file);
    expect(await suivi('check', file, '--repair', '--in-place')).toEqual({
      exit: 0,
      out: 'Aucun problème.\n',
      err: '',
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    const changed = await suivi('coverage', file, '--in-place');
    expect(changed).toMatchObject({ exit: 0, err: expect.stringMatching(/signature numérique.*retirée/) as string });
    expect(Object.keys(unzipSync(new Uint8Array(readFileSync(file)))).filter((name) => /sig/i.test(name))).toEqual([]);
  });
});

describe('suivi dates', () => {
  it('says in words what is to be confirmed or put right', async () => {
    const stdin = new TextEncoder().encode('2 juin\t2025\n31 juin 2025\n\nbientôt\n');
    const screen = terminal({ stdin });
    expect(await runCli(['dates'], screen, today)).toBe(1);
    expect(screen.out()).toBe('ok\t2025-06-02\tinferredYear\nerror\timpossibleDay\nnone\nnone\n');
    expect(screen.err().split('\n')).toEqual([
      '2 juin\u00a0: Année déduite\u00a0: elle n’est pas écrite.',
      expect.stringContaining('31 juin 2025'),
      expect.stringContaining('bientôt'),
      '',
    ]);
  });
});

if (existsSync(seed)) {
  describe('the plan that a board really had', () => {
    it('is read whole', async () => {
      const { plan, activities } = await readJson(seed);
      const strategies = plan.objectives.flatMap((objective) => objective.strategies);
      expect({
        activities: activities.length,
        occurrences: activities.flatMap((activity) => activity.occurrences).length,
        actions: strategies.flatMap((strategy) => strategy.actions).length,
        strategies: strategies.length,
      }).toEqual({ activities: 33, occurrences: 46, actions: 6, strategies: 3 });
    });
  });
}
