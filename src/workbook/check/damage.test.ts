import { generate, randomFrom } from '../../../test/support/generator';
import { openBridge, type BridgeHarness } from '../../../test/support/office';
import { snapshot, textsOf, type SheetSnapshot } from '../../../test/support/snapshot';
import { parseIso, type Day } from '../../plan';
import { writeDay } from '../../dates';
import { createGateway } from '../createGateway';
import type { Gateway } from '../gateway';
import type { Result } from '../model';
import { fromSerial } from '../contract/serial';

/** A generated workbook is damaged at random as hands damage one; what repairs promise must then hold. */

const rounds = 25;

let office: BridgeHarness;
let gateway: Gateway;
afterEach(() => office.dispose());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

type Random = () => number;
const upTo = (random: Random, count: number) => Math.floor(random() * count);

const table = (name: string) => office.workbook.tableByName(name)!;
/** A number or a text; null for anything else. */
const read = (name: string, row: number, column: number) => {
  const { sheet, bodyRect } = table(name);
  const held = sheet.cells.get(bodyRect.row + row, bodyRect.column + column)?.value;
  return typeof held === 'number' || typeof held === 'string' ? held : null;
};
const write = (name: string, row: number, column: number, cell: string | number) => {
  const { sheet, bodyRect } = table(name);
  sheet.write({ row: bodyRect.row + row, column: bodyRect.column + column, rows: 1, columns: 1 }, [[cell]], 'values');
};
const rowsOf = (name: string) => table(name).bodyRect.rows;

const columns = { id: 0, date: 1, planNo: 3, title: 4 };

const damages: readonly ((random: Random) => void)[] = [
  (random) => write('Activites', upTo(random, rowsOf('Activites')), columns.id, ''),
  (random) => {
    const row = upTo(random, rowsOf('Activites'));
    const day = dayAt(row);
    if (day) write('Activites', row, columns.date, `'${writeDay(day, { language: 'fr' })}`);
  },
  (random) => {
    const row = upTo(random, rowsOf('Activites'));
    const day = dayAt(row);
    if (day) write('Activites', row, columns.date, `'${writeDay(day, { language: 'fr' })} et 3 mars 2020`);
  },
  (random) => {
    const row = upTo(random, rowsOf('Activites'));
    write('Activites', row, columns.planNo, `' ${read('Activites', row, columns.planNo) ?? ''}.`);
  },
  (random) => {
    const row = upTo(random, rowsOf('Plan'));
    write('Plan', row, 0, `'${read('Plan', row, 0) ?? ''} `);
  },
  (random) => {
    const row = upTo(random, rowsOf('Activites'));
    const copy = Array.from({ length: 12 }, (_, column) => asTyped(read('Activites', row, column)));
    table('Activites').rows.add(null, [
      copy.map((cell, column) => (column === columns.title ? 'Conférence de presse' : cell)),
    ]);
  },
  (random) =>
    table('Activites').resize({ ...table('Activites').rect, rows: rowsOf('Activites') + 2 + upTo(random, 3) }),
  () => {
    const { sheet, bodyRect } = table('Activites');
    const place = { row: bodyRect.row + bodyRect.rows, column: 0, rows: 1, columns: 5 };
    sheet.write(place, [['', "'8 juin 2021", '', "'1.1.1", 'Rencontre tapée dessous']], 'values');
  },
  (random) => write('Activites', upTo(random, rowsOf('Activites')), columns.planNo, "'99.9"),
  (random) => write('Activites', upTo(random, rowsOf('Activites')), columns.title, '=1/0'),
  () => table('Activites').rename('Tableau7'),
];

function dayAt(row: number): Day | null {
  const cell = read('Activites', row, columns.date);
  return typeof cell === 'number' ? fromSerial(cell) : null;
}

const asTyped = (cell: string | number | null) => (typeof cell === 'string' ? `'${cell}` : (cell ?? ''));

/** Texts that a repair replaces on purpose: a date by the day that it is, a number by its one spelling, a table's own name. */
function isConverted(text: string): boolean {
  return /\d{4}(?: et 3 mars 2020)?$|^[\d. ]+$/.test(text) && parseIso(text) === null;
}

async function damaged(seed: number): Promise<Random> {
  const random = randomFrom(seed);
  office = openBridge();
  office.workbook.configure({ tableGrowth: false });
  let ids = 0;
  gateway = createGateway({ today: () => parseIso('2026-06-01')!, newId: () => `nouveau${(ids += 1)}` });
  value(await gateway.createTrackingWorkbook({ ...generate({ actions: 24, activities: 40, seed }), language: 'fr' }));
  const count = 1 + upTo(random, 12);
  office.workbook.transact({ session: 'person', by: 'person' }, () => {
    for (let index = 0; index < count; index += 1) {
      const damage = damages[upTo(random, damages.length)]!;
      // A table that was renamed is known by its new name from then on.
      if (office.workbook.tableByName('Activites')) damage(random);
    }
  });
  return random;
}

it.each(Array.from({ length: rounds }, (_, index) => index + 1))('holds for damage %i', async (seed) => {
  await damaged(seed);
  const before = await snapshot();
  const { findings } = value(await gateway.check());
  const safe = findings.flatMap(({ repair }) => (repair?.safe ? [repair] : []));

  const receipt = value(await gateway.repair(safe));

  const after = await snapshot();
  // What is left is for a person: nothing that could have been repaired.
  const left = value(await gateway.check()).findings;
  expect(left.filter(({ repair }) => repair?.safe).map(({ repair }) => repair?.changes)).toEqual([]);
  expect(lost(before, after)).toEqual([]);
  value(await gateway.undoRepair(receipt));
  expect(await snapshot()).toEqual(before);
});

/** The texts of before that are not in after, conversions aside. */
function lost(before: readonly SheetSnapshot[], after: readonly SheetSnapshot[]): string[] {
  const kept = new Map<string, number>();
  for (const text of textsOf(after)) kept.set(text, (kept.get(text) ?? 0) + 1);
  return textsOf(before).filter((text) => {
    const count = kept.get(text) ?? 0;
    kept.set(text, count - 1);
    // A copied id goes from the copy, and stays with the activity.
    const isId = /^g\w{7}$/.test(text) && kept.has(text);
    return count <= 0 && !isId && !isConverted(text);
  });
}
