import { insertColumn } from '../../../test/support/hands';
import { openBridge, type BridgeHarness } from '../../../test/support/office';
import {
  activity,
  asPerson,
  gatewayOf,
  reading,
  trackedActivities,
  trackedPlan,
  value,
} from '../../../test/support/tracking';
import type { Gateway } from '../gateway';
import type { Choices } from './model';

let office: BridgeHarness;
let gateway: Gateway;
afterEach(() => office.dispose());

const table = () => office.workbook.tableByName('Activites')!;

async function opened(language: 'fr' | 'en' = 'fr'): Promise<void> {
  office = openBridge();
  gateway = gatewayOf(office);
  const activities = [...trackedActivities, activity('ddd', 'Dernière')];
  value(await gateway.createTrackingWorkbook({ plan: trackedPlan, activities, language }));
}

/** Somebody pastes the row of the first meeting once more, so many times. */
function paste(times: number): void {
  asPerson(office.workbook, () => {
    const { sheet, bodyRect, columns } = table();
    const cells = columns.map((_, column) => sheet.text(bodyRect.row + 2, bodyRect.column + column));
    for (let time = 0; time < times; time += 1) {
      table().rows.add(null, [cells.map((text) => (/^\d{4}-/.test(text) ? text : `'${text}`))]);
    }
  });
}

async function choices(): Promise<readonly Choices[]> {
  return value(await gateway.check()).findings.flatMap((finding) => finding.choices ?? []);
}

const notes = () => {
  const { sheet, bodyRect, columns } = table();
  const at = bodyRect.column + columns.findIndex(({ name }) => name === 'Note');
  return Array.from({ length: bodyRect.rows }, (_, row) => sheet.text(bodyRect.row + row, at)).filter(Boolean);
};

it.each([
  ['fr', ['2e fois', '3e fois']],
  ['en', ['2nd time', '3rd time']],
] as const)(
  'both stay with a note that tells them apart, and nothing is said any more (%s)',
  async (language, wanted) => {
    await opened(language);
    paste(2);
    const before = reading(office.workbook);
    const found = await choices();
    expect(found.map(({ keep }) => keep?.safe)).toEqual([false, false]);
    const receipt = value(await gateway.repair(found.flatMap(({ keep }) => keep ?? [])));
    expect(notes()).toEqual(wanted);
    expect(value(await gateway.check()).findings).toEqual([]);
    value(await gateway.undoRepair(receipt));
    expect(reading(office.workbook)).toEqual(before);
  },
);

it('a note that is there stays', async () => {
  await opened();
  asPerson(office.workbook, () => {
    const { sheet, bodyRect, columns } = table();
    sheet.type(bodyRect.row + 2, bodyRect.column + columns.findIndex(({ name }) => name === 'Note'), 'rencontre 4/6');
  });
  paste(1);
  const [found] = await choices();
  expect(found?.keep?.changes).toMatchObject([{ before: 'rencontre 4/6', after: 'rencontre 4/6 (2e fois)' }]);
});

it('one goes, its like stays, and it comes back', async () => {
  await opened();
  const alone = reading(office.workbook);
  paste(1);
  const before = reading(office.workbook);
  const [found] = await choices();
  expect(found?.remove?.changes).toEqual([
    { sheet: 'Activités', address: 'A7:L7', column: '', before: 'bbb · 2021-06-02 · 1.1.1 · Séance', after: '' },
  ]);
  const receipt = value(await gateway.removeRepeated(found!.remove!));
  expect(reading(office.workbook)).toEqual(alone);
  expect(value(await gateway.check()).findings).toEqual([]);
  value(await gateway.undoEdit(receipt));
  expect(reading(office.workbook)).toEqual(before);
});

it('the last of them is not taken away, whatever was seen', async () => {
  await opened();
  paste(1);
  const [found] = await choices();
  asPerson(office.workbook, () => table().rows.delete(2, 1));
  const before = reading(office.workbook);
  expect(await gateway.removeRepeated(found!.remove!)).toMatchObject({ ok: false, error: { code: 'changedSince' } });
  expect(reading(office.workbook)).toEqual(before);
});

it('none goes that says more in a column of the person’s own', async () => {
  await opened();
  asPerson(office.workbook, () => insertColumn(table(), 12, 'Budget'));
  paste(1);
  expect(await choices()).toMatchObject([{ remove: { id: 'bbb' } }]);
  asPerson(office.workbook, () => {
    const { sheet, bodyRect } = table();
    sheet.type(bodyRect.row + bodyRect.rows - 1, bodyRect.column + 12, '100');
  });
  expect(await choices()).toMatchObject([{ remove: null }]);
});

it('without a column for notes, one can only be taken away', async () => {
  await opened();
  asPerson(office.workbook, () => table().deleteColumn(table().columns.findIndex(({ name }) => name === 'Note')));
  paste(1);
  expect(await choices()).toMatchObject([{ keep: null, remove: { id: 'bbb' } }]);
});
