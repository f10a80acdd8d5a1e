import { Workbook, type PivotAxisField, type PivotDefinition, type CellInput } from '../../model';
import { MAIN, RELATIONSHIPS } from '../xml/namespaces';
import type { Package } from '../package/package';
import { emptyPackage, partContext, WORKBOOK_PART } from './test-context';
import { readPivots, writePivots } from './pivots';
import { xml, xmlString } from '../xml/xml';

const origin = { session: 'test', by: 'addin' } as const;

const axis = (name: string, patch: Partial<PivotAxisField> = {}): PivotAxisField => ({
  field: name,
  name,
  subtotals: false,
  showAllItems: false,
  hiddenItems: [],
  sort: 'Ascending',
  ...patch,
});

/** The data sheet, a table, and an empty sheet for the pivot. */
function sourceBook(rows: CellInput[][] = source): Workbook {
  const book = new Workbook({ locale: 'en-US', now: () => 45000 });
  const rect = { row: 0, column: 0, rows: rows.length, columns: rows[0]!.length };
  book.load(() => {
    const data = book.addSheet('Data');
    rows.forEach((row, at) => row.forEach((value, column) => data.putCell(at, column, { value, style: 0 })));
    data.addTable(rect, true, 'T');
    book.addSheet('Pivot');
  });
  book.transact(origin, () =>
    book.sheets[0]!.styles.setNumberFormats({ row: 1, column: 2, rows: rows.length - 1, columns: 1 }, 'yyyy-mm-dd'),
  );
  return book;
}

const source: CellInput[][] = [
  ['Strategy', 'Action', 'Date', 'Count'],
  ['1.1 a', '1.1.2 x', 44348, 1],
  ['1.1 a', '1.1.10 y', 44349, 2],
  ['1.2 b', null, 44348, 0],
];

function addPivot(book: Workbook, patch: Partial<PivotDefinition>): void {
  book.transact(origin, () => {
    const pivot = book.sheets[1]!.addPivot('Coverage', { kind: 'table', table: 'T' }, { row: 2, column: 0 });
    pivot.change({ layout: 'Tabular', autoFormat: false, ...patch });
  });
}

const coverage: Partial<PivotDefinition> = {
  rows: [axis('Strategy', { subtotals: true }), axis('Action', { hiddenItems: ['1.1.2 x'] })],
  columns: [axis('Date')],
  data: [{ field: 'Count', name: 'Sum of Count', summarizeBy: 'Sum', numberFormat: '0' }],
  repeatLabels: true,
  refreshOnOpen: true,
  emptyCellText: '0',
  altTextTitle: 'Coverage',
  altTextDescription: 'Activities by action & month',
};

const pivotParts = (pkg: Package): string[] => pkg.names().filter((name) => name.includes('pivot'));
const text = (pkg: Package, part: string): string => xmlString(pkg.xml(part));

describe('writePivots', () => {
  const book = sourceBook();
  addPivot(book, coverage);
  const pkg = emptyPackage(book);
  writePivots(partContext(book, pkg));

  test('the cache holds every field, its items in order of appearance, and the records', () => {
    expect(text(pkg, 'xl/pivotCache/pivotCacheDefinition1.xml')).toBe(
      `<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}" r:id="rId1" refreshOnLoad="1" refreshedDate="45000"` +
        ' createdVersion="8" refreshedVersion="8" minRefreshableVersion="3" recordCount="3">' +
        '<cacheSource type="worksheet"><worksheetSource name="T"/></cacheSource><cacheFields count="4">' +
        '<cacheField name="Strategy" numFmtId="0"><sharedItems count="2"><s v="1.1 a"/><s v="1.2 b"/></sharedItems></cacheField>' +
        '<cacheField name="Action" numFmtId="0"><sharedItems containsBlank="1" count="3"><s v="1.1.2 x"/><s v="1.1.10 y"/><m/></sharedItems></cacheField>' +
        '<cacheField name="Date" numFmtId="3"><sharedItems containsSemiMixedTypes="0" containsNonDate="0" containsDate="1" containsString="0"' +
        ' minDate="2021-06-01T00:00:00" maxDate="2021-06-02T00:00:00" count="2"><d v="2021-06-01T00:00:00"/><d v="2021-06-02T00:00:00"/></sharedItems></cacheField>' +
        '<cacheField name="Count" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="0" maxValue="2"/></cacheField>' +
        '</cacheFields></pivotCacheDefinition>',
    );
    expect(pkg.text('xl/pivotCache/pivotCacheRecords1.xml')).toContain(
      'count="3"><r><x v="0"/><x v="0"/><x v="0"/><n v="1"/></r><r><x v="0"/><x v="1"/><x v="1"/><n v="2"/></r><r><x v="1"/><x v="2"/><x v="0"/><n v="0"/></r></pivotCacheRecords>',
    );
  });

  test('the table says where it stands, its items sorted, its lines, its labels repeated, its alternative text', () => {
    const written = text(pkg, 'xl/pivotTables/pivotTable1.xml');
    const repeat =
      '<extLst><ext uri="{2946ED86-A175-432a-8AC1-64E0C546D7DE}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:pivotField fillDownLabels="1"/></ext></extLst>';
    expect(written.slice(written.indexOf('<location'))).toBe(
      '<location ref="A3:E9" firstHeaderRow="1" firstDataRow="2" firstDataCol="2"/><pivotFields count="4">' +
        `<pivotField axis="axisRow" compact="0" outline="0" showAll="0" sortType="ascending"><items count="3"><item x="0"/><item x="1"/><item t="default"/></items>${repeat}</pivotField>` +
        `<pivotField axis="axisRow" compact="0" outline="0" showAll="0" sortType="ascending" defaultSubtotal="0"><items count="3"><item x="1"/><item h="1" x="0"/><item x="2"/></items>${repeat}</pivotField>` +
        `<pivotField axis="axisCol" numFmtId="3" compact="0" outline="0" showAll="0" sortType="ascending" defaultSubtotal="0"><items count="2"><item x="0"/><item x="1"/></items>${repeat}</pivotField>` +
        '<pivotField dataField="1" compact="0" outline="0" showAll="0"/></pivotFields>' +
        '<rowFields count="2"><field x="0"/><field x="1"/></rowFields>' +
        '<rowItems count="5"><i><x/><x/></i><i t="default"><x/></i><i><x v="1"/><x v="2"/></i><i t="default"><x v="1"/></i><i t="grand"><x/></i></rowItems>' +
        '<colFields count="1"><field x="2"/></colFields>' +
        '<colItems count="3"><i><x/></i><i><x v="1"/></i><i t="grand"><x/></i></colItems>' +
        '<dataFields count="1"><dataField name="Sum of Count" fld="3" baseField="0" baseItem="0" numFmtId="1"/></dataFields>' +
        '<pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1" showRowStripes="0" showColStripes="0" showLastColumn="1"/>' +
        '<extLst><ext uri="{962EF5D1-5CA2-4c93-8EF4-DBF5C05439D2}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">' +
        '<x14:pivotTableDefinition fillDownLabelsDefault="1" altText="Coverage" altTextSummary="Activities by action &amp; month" hideValuesRow="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"/>' +
        '</ext></extLst></pivotTableDefinition>',
    );
  });

  test('the parts hang together', () => {
    const cache = pkg.relationships(WORKBOOK_PART).find(({ kind }) => kind === 'pivotCacheDefinition');
    expect(text(pkg, WORKBOOK_PART)).toContain(
      `<pivotCaches><pivotCache cacheId="1" r:id="${cache!.id}"/></pivotCaches>`,
    );
    expect(pkg.related('xl/worksheets/sheet2.xml', 'pivotTable')).toBe('xl/pivotTables/pivotTable1.xml');
    expect(pkg.related('xl/pivotTables/pivotTable1.xml', 'pivotCacheDefinition')).toBe(cache!.target);
    expect(pkg.related(cache!.target, 'pivotCacheRecords')).toBe('xl/pivotCache/pivotCacheRecords1.xml');
  });
});

const shapes: { name: string; pivot: Partial<PivotDefinition> }[] = [
  { name: 'tabular', pivot: coverage },
  {
    name: 'compact with filters and several data fields',
    pivot: {
      layout: 'Compact',
      rows: [axis('Strategy', { subtotals: true, name: 'Strat' }), axis('Action', { sort: 'Descending' })],
      filters: [axis('Date', { hiddenItems: ['2021-06-02'] })],
      data: [
        { field: 'Count', name: 'Sum', summarizeBy: 'Sum', numberFormat: 'General' },
        { field: 'Count', name: 'Highest', summarizeBy: 'Max', numberFormat: '0.00' },
      ],
      fillEmptyCells: false,
      autoFormat: true,
      preserveFormatting: false,
      showColumnGrandTotals: false,
    },
  },
  {
    name: 'outline in an order given by hand, items with no data',
    pivot: {
      layout: 'Outline',
      rows: [
        axis('Strategy', { sort: 'Manual', order: ['1.2 b', '1.1 a'] }),
        axis('Action', { sort: 'Manual', showAllItems: true }),
      ],
      columns: [axis('Date')],
      data: [{ field: 'Count', name: 'n', summarizeBy: 'CountNumbers', numberFormat: 'General' }],
      showRowGrandTotals: false,
      style: '',
    },
  },
  { name: 'without fields', pivot: {} },
];

describe.each(shapes)('a pivot of ours: $name', ({ pivot }) => {
  const book = sourceBook();
  addPivot(book, pivot);
  const pkg = emptyPackage(book);
  writePivots(partContext(book, pkg));
  const again = sourceBook();
  again.load(() => readPivots(partContext(again, pkg)));

  test('is read back as it was', () => {
    const [before] = book.pivots;
    const [after] = again.pivots;
    expect(after!.definition).toEqual(before!.definition);
    expect(after!.anchor).toEqual(before!.anchor);
    expect(after!.result.cells).toEqual(before!.result.cells);
    expect(after!.records.rows).toEqual(before!.records.rows);
  });

  test('stays byte for byte when nothing changed', () => {
    const fork = pkg.fork();
    writePivots(partContext(again, fork));
    expect(fork.names()).toEqual(pkg.names());
    for (const name of pkg.names()) expect(fork.text(name)).toBe(pkg.text(name));
  });

  test('is written anew when its definition or its data changed, and leaves nothing when it goes', () => {
    const fork = pkg.fork();
    again.transact(origin, () => again.pivots[0]!.change({ altTextTitle: 'Other' }));
    writePivots(partContext(again, fork));
    expect(pivotParts(fork)).toHaveLength(pivotParts(pkg).length);
    const table = fork.related('xl/worksheets/sheet2.xml', 'pivotTable')!;
    expect(fork.text(table)).toContain('altText="Other"');
    const without = pkg.fork();
    again.transact(origin, () => again.pivots[0]!.remove());
    writePivots(partContext(again, without));
    expect(without.names()).toEqual(
      emptyPackage(book)
        .names()
        .concat(without.names().filter((name) => name.endsWith('.rels'))),
    );
    expect(text(without, WORKBOOK_PART)).not.toContain('pivotCache');
  });
});

test.each([
  [
    'grouped dates',
    'xl/pivotCache/pivotCacheDefinition1.xml',
    (pkg: Package, part: string) => pkg.edit(part).child('cacheFields')!.elements()[2]!.append(xml('fieldGroup')),
  ],
  [
    'collapsed items',
    'xl/pivotTables/pivotTable1.xml',
    (pkg: Package, part: string) =>
      pkg.edit(part).child('pivotFields')!.elements()[0]!.child('items')!.elements()[0]!.set('sd', 0),
  ],
  [
    'values on rows',
    'xl/pivotTables/pivotTable1.xml',
    (pkg: Package, part: string) =>
      pkg
        .edit(part)
        .child('rowFields')!
        .append(xml('field', { x: -2 })),
  ],
  [
    'values shown as a share',
    'xl/pivotTables/pivotTable1.xml',
    (pkg: Package, part: string) =>
      pkg.edit(part).child('dataFields')!.elements()[0]!.set('showDataAs', 'percentOfTotal'),
  ],
  [
    'another place than ours',
    'xl/pivotTables/pivotTable1.xml',
    (pkg: Package, part: string) => pkg.edit(part).child('location')!.set('ref', 'A3:E10'),
  ],
  [
    'an outside source',
    'xl/pivotCache/pivotCacheDefinition1.xml',
    (pkg: Package, part: string) => pkg.edit(part).child('cacheSource')!.set('type', 'external'),
  ],
])('a pivot with %s is not read, and its parts stay', (_, part, spoil) => {
  const book = sourceBook();
  addPivot(book, coverage);
  const pkg = emptyPackage(book);
  writePivots(partContext(book, pkg));
  spoil(pkg, part);
  const again = sourceBook();
  again.load(() => readPivots(partContext(again, pkg)));
  expect(again.pivots).toEqual([]);
  const fork = pkg.fork();
  writePivots(partContext(again, fork));
  for (const name of pkg.names()) expect(fork.text(name)).toBe(pkg.text(name));
});
