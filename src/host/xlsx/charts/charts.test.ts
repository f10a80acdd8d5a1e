import { MAX_COLUMNS, MAX_ROWS, Workbook, type ChartDefinition } from '../../model';
import { insertCells } from '../../model/shifting/insert';
import { readCharts, writeCharts } from './charts';
import type { Package } from '../package/package';
import { emptyPackage, partContext, sheetPart } from '../pivots/test-context';
import { parseXml, xmlString } from '../xml/xml';

const origin = { session: 'test', by: 'addin' } as const;
const DRAWING = 'xl/drawings/drawing1.xml';
const CHART = 'xl/charts/chart1.xml';

function sourceBook(): Workbook {
  const book = new Workbook({ locale: 'en-US' });
  book.load(() => {
    const sheet = book.addSheet('Mon plan');
    const rows = [
      ['Strategy', 'Covered', 'Open'],
      ['1.1 a', 3, 1],
      ['1.2 b', null, 2],
    ];
    rows.forEach((row, at) => row.forEach((value, column) => sheet.putCell(at, column, { value, style: 0 })));
  });
  return book;
}

const definition: ChartDefinition = {
  name: 'Coverage',
  type: 'BarStacked',
  title: 'Activities & strategies',
  series: [
    {
      name: 'Covered',
      nameFormula: "'Mon plan'!$B$1",
      categories: "'Mon plan'!$A$2:$A$3",
      values: "'Mon plan'!$B$2:$B$3",
      color: '#0F6CBD',
    },
    { name: 'Open', categories: "'Mon plan'!$A$2:$A$3", values: "'Mon plan'!$C$2:$C$3" },
  ],
  legend: 'Bottom',
  left: 100,
  top: 50.5,
  width: 360,
  height: 216,
  altText: 'Two bars',
  categoryAxisReversed: true,
  gapWidth: 60,
  valueAxisMinimum: 0,
  valueAxisMajorUnit: 2,
};

function written(patch: Partial<ChartDefinition>): { book: Workbook; pkg: Package } {
  const book = sourceBook();
  book.transact(origin, () => book.sheets[0]!.drawings.addChart({ ...definition, ...patch }));
  const pkg = emptyPackage(book);
  writeCharts(partContext(book, pkg));
  return { book, pkg };
}

function readBack(pkg: Package): Workbook {
  const book = sourceBook();
  book.load(() => readCharts(partContext(book, pkg)));
  return book;
}

const text = (pkg: Package, part: string): string => xmlString(pkg.xml(part));

test('a bar chart holds its ranges with their values, colours, gap and a reversed axis', () => {
  const { pkg } = written({});
  const chart = text(pkg, CHART);
  expect(chart).toContain('<c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>');
  expect(chart).toContain(
    '<c:ser><c:idx val="0"/><c:order val="0"/>' +
      '<c:tx><c:strRef><c:f>\'Mon plan\'!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Covered</c:v></c:pt></c:strCache></c:strRef></c:tx>' +
      '<c:spPr><a:solidFill><a:srgbClr val="0F6CBD"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>' +
      '<c:cat><c:strRef><c:f>\'Mon plan\'!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>1.1 a</c:v></c:pt><c:pt idx="1"><c:v>1.2 b</c:v></c:pt></c:strCache></c:strRef></c:cat>' +
      '<c:val><c:numRef><c:f>\'Mon plan\'!$B$2:$B$3</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>3</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>',
  );
  expect(chart).toContain(
    '<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="111"/><c:axId val="112"/></c:barChart>',
  );
  expect(chart).toContain('<c:axId val="111"/><c:scaling><c:orientation val="maxMin"/></c:scaling>');
  expect(text(pkg, DRAWING)).toContain('<xdr:cNvPr id="2" name="Coverage" descr="Two bars"/>');
  expect(text(pkg, sheetPart(0))).toContain('<drawing r:id="rId1"/>');
});

describe.each<{ name: string; patch: Partial<ChartDefinition> }>([
  { name: 'bars, stacked', patch: {} },
  {
    name: 'columns without title, legend or description',
    patch: { type: 'ColumnClustered', title: null, legend: null, altText: '', categoryAxisReversed: false },
  },
  { name: 'columns, stacked', patch: { type: 'ColumnStacked', legend: 'Right' } },
  { name: 'bars side by side', patch: { type: 'BarClustered', legend: 'Top' } },
  { name: 'lines', patch: { type: 'Line', legend: 'Left', gapWidth: undefined } },
  {
    name: 'a pie',
    patch: {
      type: 'Pie',
      series: [definition.series[1]!],
      categoryAxisReversed: false,
      gapWidth: undefined,
      valueAxisMinimum: undefined,
      valueAxisMajorUnit: undefined,
    },
  },
])('$name', ({ patch }) => {
  const { book, pkg } = written(patch);

  test('is read back as it was', () => {
    const [chart] = readBack(pkg).sheets[0]!.drawings.charts;
    expect(chart!.definition).toEqual(book.sheets[0]!.drawings.charts[0]!.definition);
  });

  test('stays byte for byte when nothing changed', () => {
    const fork = pkg.fork();
    writeCharts(partContext(readBack(pkg), fork));
    for (const name of pkg.names()) expect(fork.text(name)).toBe(pkg.text(name));
    expect(fork.names()).toEqual(pkg.names());
  });
});

test('a chart that moved keeps its part; one that changed is written in its place; one that goes leaves nothing', () => {
  const { pkg } = written({});
  const book = readBack(pkg);
  const [chart] = book.sheets[0]!.drawings.charts;

  const moved = pkg.fork();
  book.transact(origin, () => chart!.change({ left: 200, altText: 'Moved' }));
  writeCharts(partContext(book, moved));
  expect(moved.text(CHART)).toBe(pkg.text(CHART));
  expect(readBack(moved).sheets[0]!.drawings.charts[0]!.definition).toEqual({
    ...definition,
    left: 200,
    altText: 'Moved',
  });

  const changed = pkg.fork();
  book.transact(origin, () => chart!.change({ title: 'Other' }));
  writeCharts(partContext(book, changed));
  expect(readBack(changed).sheets[0]!.drawings.charts.map((each) => each.definition.title)).toEqual(['Other']);

  const gone = pkg.fork();
  book.transact(origin, () => chart!.remove());
  writeCharts(partContext(book, gone));
  expect(gone.names().filter((name) => /drawing|chart/.test(name) && !name.endsWith('.rels'))).toEqual([]);
  expect(text(gone, sheetPart(0))).not.toContain('<drawing');
});

test('a drawing with a picture and a chart of another kind gets ours at its end and keeps the rest', () => {
  const { pkg } = written({});
  const stranger =
    '<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col></xdr:from><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="7" name="Logo"/></xdr:nvPicPr></xdr:pic></xdr:twoCellAnchor>';
  const drawing = pkg.edit(DRAWING);
  drawing.children.splice(0, 1, parseXml(stranger, DRAWING).root);
  const book = readBack(pkg);
  expect(book.sheets[0]!.drawings.charts).toEqual([]);
  book.transact(origin, () => book.sheets[0]!.drawings.addChart({ ...definition, name: 'Second' }));
  const fork = pkg.fork();
  writeCharts(partContext(book, fork));
  expect(text(fork, DRAWING)).toContain(stranger);
  expect(text(fork, DRAWING)).toContain('<xdr:cNvPr id="8" name="Second"');
  expect(fork.text(CHART)).toBe(pkg.text(CHART));
});

test('a picture follows the rows and columns that come and go, and stays byte for byte where none do', () => {
  const { pkg } = written({});
  const corner = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:${name}>`;
  const picture = (top: number, bottom: number, column: number) =>
    `<xdr:twoCellAnchor>${corner('from', column, top)}${corner('to', column + 2, bottom)}<xdr:pic/></xdr:twoCellAnchor>`;
  pkg.edit(DRAWING).children.splice(0, 1, parseXml(picture(2, 5, 1), DRAWING).root);
  const book = readBack(pkg);
  const [sheet] = book.sheets;
  const saved = () => {
    const fork = pkg.fork();
    writeCharts(partContext(book, fork));
    return fork;
  };
  expect(saved().text(DRAWING)).toBe(pkg.text(DRAWING));
  book.transact(origin, () => {
    insertCells(sheet!, { row: 4, column: 0, rows: 2, columns: MAX_COLUMNS }, 'row');
    insertCells(sheet!, { row: 0, column: 0, rows: MAX_ROWS, columns: 1 }, 'column');
  });
  expect(text(saved(), DRAWING)).toContain(picture(2, 7, 2));
});
