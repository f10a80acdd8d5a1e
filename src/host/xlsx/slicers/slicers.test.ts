import { unzipSync, strFromU8 } from 'fflate';
import { Workbook, type CellInput, type PivotAxisField, type SlicerDefinition } from '../../model';
import { openXlsx, saveXlsx } from '..';

const origin = { session: 'test', by: 'addin' } as const;

const axis = (field: string): PivotAxisField => ({
  field,
  name: field,
  subtotals: false,
  showAllItems: false,
  hiddenItems: [],
  sort: 'Ascending',
});

const source: CellInput[][] = [
  ['Objectif', 'Action', 'Responsable', 'Activités'],
  ['A un', '1.1 a', 'Zoé & Cie', 1],
  ['A un', '1.2 b', 'Ana', 2],
  ['B deux', '2.1 c', 'Zoé & Cie', 0],
];

const slicer = (name: string, field: string, patch: Partial<SlicerDefinition> = {}): SlicerDefinition => ({
  name,
  caption: `Filtre « ${field} »`,
  field,
  sortBy: 'Ascending',
  style: 'SlicerStyleLight2',
  left: 300,
  top: 30,
  width: 150,
  height: 120,
  ...patch,
});

function book(): Workbook {
  const made = Workbook.blank({ locale: 'fr-CA', now: () => 45_000 });
  made.transact(origin, () => {
    const data = made.sheets[0]!;
    const rect = { row: 0, column: 0, rows: source.length, columns: 4 };
    data.write(rect, source, 'values');
    data.addTable(rect, true, 'T');
    const sheet = made.addSheet('Couverture');
    const pivot = sheet.addPivot('P', { kind: 'table', table: 'T' }, { row: 12, column: 0 });
    const sum = { field: 'Activités', name: 'Somme', summarizeBy: 'Sum', numberFormat: '0' } as const;
    pivot.change({ layout: 'Tabular', rows: [axis('Objectif'), axis('Action')], data: [sum] });
    sheet.drawings.addSlicer(pivot, slicer('S1', 'Objectif'));
    sheet.drawings.addSlicer(pivot, slicer('S2', 'Responsable', { left: 460, sortBy: 'Descending' })).select(['Ana']);
  });
  return made;
}

const partsOf = (file: Uint8Array) =>
  new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
const saved = (of: Workbook) => partsOf(saveXlsx(of));
const again = (of: Workbook) => openXlsx(saveXlsx(of), { locale: 'fr-CA' });
const shown = (of: Workbook) =>
  of.slicers.map(({ definition, items, pivot }) => ({
    ...definition,
    pivot: pivot.definition.name,
    items: items.map(({ label, selected }) => `${selected ? '+' : '-'}${label}`),
  }));

describe('slicers in a file', () => {
  test('come back as they were, with what is selected', () => {
    const made = book();
    const opened = again(made);
    expect(shown(opened)).toEqual(shown(made));
    expect(shown(opened)[1]).toEqual({
      ...slicer('S2', 'Responsable', { left: 460, sortBy: 'Descending' }),
      pivot: 'P',
      items: ['+Ana', '-Zoé & Cie'],
    });
    expect(opened.pivots[0]!.result.cells.at(-1)!.value).toBe(2);
  });

  test('are written as Excel writes them: parts, links, extensions, names, numbers that agree', () => {
    const parts = saved(book());
    const workbook = parts.get('xl/workbook.xml')!;
    const cache = parts.get('xl/slicerCaches/slicerCache2.xml')!;
    const pivotCache = parts.get('xl/pivotCache/pivotCacheDefinition1.xml')!;
    expect([...parts.keys()].filter((name) => /slicer/i.test(name)).sort()).toEqual([
      'xl/slicerCaches/slicerCache1.xml',
      'xl/slicerCaches/slicerCache2.xml',
      'xl/slicers/slicer1.xml',
    ]);
    expect(workbook).toMatch(/<definedName name="Segment_Responsable">#N\/A<\/definedName>/);
    expect(workbook).toMatch(
      /<ext uri="\{BBE1A952-AA13-448e-AADC-164F8A28A991\}"[^>]*><x14:slicerCaches>(<x14:slicerCache r:id="rId\d+"\/>){2}/,
    );
    expect(parts.get('xl/worksheets/sheet2.xml')).toMatch(
      /<ext uri="\{A8765BA9-456A-4dab-B4F3-ACF838C121DE\}"[^>]*><x14:slicerList><x14:slicer r:id="rId\d+"\/>/,
    );
    expect(cache).toMatch(/name="Segment_Responsable" sourceName="Responsable"/);
    const sheetId = /<sheet [^>]*name="Couverture"[^>]*sheetId="(\d+)"/.exec(workbook)![1];
    expect(cache).toContain(`<pivotTable tabId="${sheetId}" name="P"/>`);
    const told = /<x14:pivotCacheDefinition pivotCacheId="(\d+)"\/>/.exec(pivotCache)![1];
    expect(cache).toContain(`<tabular pivotCacheId="${told}" sortOrder="descending">`);
    // « Zoé & Cie » comes first among the shared items of the pivot's cache, « Ana » second and alone selected.
    expect(cache).toContain('<items count="2"><i x="1" s="1"/><i x="0"/></items>');
    expect(parts.get('xl/drawings/drawing1.xml')).toMatch(
      /<mc:Choice Requires="a14"><xdr:graphicFrame.*<sle:slicer [^>]*name="S1"\/>/,
    );
    expect(parts.get('[Content_Types].xml')).toMatch(
      /slicerCache1\.xml" ContentType="application\/vnd\.ms-excel\.slicerCache\+xml"/,
    );
  });

  test('stay byte for byte where nothing of theirs changed', () => {
    const file = saveXlsx(book());
    const opened = openXlsx(file, { locale: 'fr-CA' });
    opened.transact(origin, () =>
      opened.sheets[0]!.write({ row: 0, column: 6, rows: 1, columns: 1 }, [['à côté']], 'values'),
    );
    const [before, after] = [partsOf(file), saved(opened)];
    const named = (parts: ReadonlyMap<string, string>) =>
      [...parts].filter(([name]) => /slicer|drawing|pivot/i.test(name));
    expect(named(after)).toEqual(named(before));
  });

  test.each<[string, (opened: Workbook) => void, unknown]>([
    [
      'selected otherwise',
      (opened) => opened.slicers[1]!.select(['Zoé & Cie']),
      [
        ['+A un', '+B deux'],
        ['-Ana', '+Zoé & Cie'],
      ],
    ],
    ['taken away', (opened) => opened.slicers[1]!.remove(), [['+A un', '+B deux']]],
    ['taken away with their PivotTable', (opened) => opened.pivots[0]!.remove(), []],
    ['taken away with their sheet', (opened) => opened.removeSheet(opened.sheets[1]!), []],
  ])('%s: what is no longer is in no part', (_description, change, expected) => {
    const opened = again(book());
    opened.transact(origin, () => change(opened));
    const reopened = again(opened);
    expect(
      reopened.slicers.map(({ items }) => items.map(({ label, selected }) => `${selected ? '+' : '-'}${label}`)),
    ).toEqual(expected);
    const parts = saved(reopened);
    const count = reopened.slicers.length;
    expect([...parts.keys()].filter((name) => /slicerCache\d/.test(name))).toHaveLength(count);
    expect(parts.get('xl/workbook.xml')!.match(/#N\/A/g) ?? []).toHaveLength(count);
    if (count === 0) expect([...parts.values()].join()).not.toMatch(/slicer/i);
  });
});
