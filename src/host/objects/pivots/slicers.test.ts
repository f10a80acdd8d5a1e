import { openBridge, type BridgeHarness } from '../../../../test/support/office';

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge(undefined, { locale: 'fr-CA' });
});
afterEach(() => office.dispose());

const rows = [
  ['Objectif', 'Responsable', 'Activités'],
  ['1 A', 'Zoé', 1],
  ['1 A', 'Ana', 2],
  ['2 B', 'Zoé', 4],
];

/** A PivotTable by objective, and a slicer of its owners. */
async function made(): Promise<void> {
  await Excel.run(async (context) => {
    const data = context.workbook.worksheets.getActiveWorksheet();
    data.getRange('A1:C4').values = rows;
    data.tables.add('A1:C4', true).name = 'T';
    const sheet = context.workbook.worksheets.add('Couverture');
    const pivot = sheet.pivotTables.add('P', context.workbook.tables.getItem('T'), 'A12');
    pivot.rowHierarchies.add(pivot.hierarchies.getItem('Objectif'));
    pivot.dataHierarchies.add(pivot.hierarchies.getItem('Activités'));
    const slicer = sheet.slicers.add(pivot, 'Responsable', sheet);
    slicer.name = 'Qui';
    slicer.caption = 'Responsable';
    slicer.sortBy = 'Descending';
    slicer.style = 'SlicerStyleDark1';
    slicer.left = 10;
    slicer.top = 20;
    slicer.width = 130;
    slicer.height = 90;
    await context.sync();
  });
}

const total = () => office.workbook.pivots[0]!.result.cells.at(-1)!.value;

test('a slicer filters its PivotTable by a field that is on no axis, and says what it shows', async () => {
  await made();
  await Excel.run(async (context) => {
    const slicer = context.workbook.slicers.getItem('Qui');
    slicer.selectItems(['Ana']);
    const selected = slicer.getSelectedItems();
    slicer.load('name,caption,sortBy,style,left,top,width,height,isFilterCleared');
    slicer.slicerItems.load('items/key,items/name,items/isSelected,items/hasData');
    slicer.worksheet.load('name');
    await context.sync();
    expect(slicer.toJSON()).toMatchObject({
      name: 'Qui',
      caption: 'Responsable',
      sortBy: 'Descending',
      style: 'SlicerStyleDark1',
      left: 10,
      top: 20,
      width: 130,
      height: 90,
      isFilterCleared: false,
    });
    expect([slicer.worksheet.name, selected.value]).toEqual(['Couverture', ['Ana']]);
    expect(
      slicer.slicerItems.items.map(({ key, name, isSelected, hasData }) => [key, name, isSelected, hasData]),
    ).toEqual([
      ['Ana', 'Ana', true, true],
      ['Zoé', 'Zoé', false, true],
    ]);
  });
  expect(total()).toBe(2);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Couverture').slicers.getItemAt(0).clearFilters();
    await context.sync();
  });
  expect(total()).toBe(7);
});

test('one item after the other, and never none', async () => {
  await made();
  const set = (key: string, isSelected: boolean) =>
    Excel.run(async (context) => {
      context.workbook.slicers.getItem('Qui').slicerItems.getItem(key).isSelected = isSelected;
      await context.sync();
    });
  await set('Zoé', false);
  expect(total()).toBe(2);
  await expect(set('Ana', false)).rejects.toMatchObject({ code: 'InvalidOperation' });
});

test('a slicer of a field on an axis is that field’s own filter', async () => {
  await made();
  await Excel.run(async (context) => {
    const { pivotTables, slicers } = context.workbook;
    const slicer = slicers.add('P', 'objectif', 'Couverture');
    pivotTables
      .getItem('P')
      .hierarchies.getItem('Objectif')
      .fields.getItem('Objectif')
      .applyFilter({
        manualFilter: { selectedItems: ['2 B'] },
      });
    const selected = slicer.getSelectedItems();
    slicer.load('name');
    await context.sync();
    expect([slicer.name, selected.value]).toEqual(['Objectif', ['2 B']]);
  });
});

test('taking the slicer away takes the filter away that nothing else shows; taking the PivotTable away takes its slicers', async () => {
  await made();
  const run = (change: (context: Excel.RequestContext) => void) =>
    Excel.run(async (context) => {
      change(context);
      const count = context.workbook.slicers.getCount();
      await context.sync();
      return count.value;
    });
  await run((context) => context.workbook.slicers.getItem('Qui').selectItems(['Ana']));
  expect(await run((context) => context.workbook.slicers.getItem('Qui').delete())).toBe(0);
  expect(total()).toBe(7);
  expect(await run((context) => void context.workbook.slicers.add('P', 'Objectif', 'Couverture'))).toBe(1);
  expect(await run((context) => context.workbook.pivotTables.getItem('P').delete())).toBe(0);
});

test.each<[string, string, (context: Excel.RequestContext) => void, boolean?]>([
  [
    'where they are refused',
    'GeneralException',
    (context) => void context.workbook.slicers.add('P', 'Objectif', 'Couverture'),
    true,
  ],
  [
    'a field that is not there',
    'InvalidArgument',
    (context) => void context.workbook.slicers.add('P', 'Mois', 'Couverture'),
  ],
  [
    'a source that is not there',
    'InvalidArgument',
    (context) => void context.workbook.slicers.add('Q', 'Mois', 'Couverture'),
  ],
  ['a table', 'NotImplemented', (context) => void context.workbook.slicers.add('T', 'Objectif', 'Couverture')],
  [
    'a name that is taken',
    'InvalidArgument',
    (context) => (context.workbook.slicers.add('P', 'Objectif', 'Couverture').name = 'qui'),
  ],
  [
    'an item that is not there',
    'InvalidArgument',
    (context) => context.workbook.slicers.getItem('Qui').selectItems(['Léa']),
  ],
])('refused: %s', async (_description, code, change, refused = false) => {
  await made();
  office.workbook.configure({ slicersRefused: refused });
  await expect(
    Excel.run(async (context) => {
      change(context);
      await context.sync();
    }),
  ).rejects.toMatchObject({ code });
});
