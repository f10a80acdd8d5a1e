import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Workbook, type CellInput, type PivotAxisField, type PivotDefinition } from '../../src/host/model';
import { openXlsx, saveXlsx } from '../../src/host/xlsx';
import { describeWithLibreoffice } from '../support/libreoffice';

const origin = { session: 'test', by: 'addin' } as const;

interface FoundPivot {
  readonly name: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly filters: readonly string[];
  readonly data: readonly string[];
  readonly before: readonly (readonly (string | number)[])[];
  readonly after: readonly (readonly (string | number)[])[];
}

const axis = (field: string, patch: Partial<PivotAxisField> = {}): PivotAxisField => ({
  field,
  name: field,
  subtotals: false,
  showAllItems: false,
  hiddenItems: [],
  sort: 'Ascending',
  ...patch,
});

const sum = { field: 'Activités', name: 'Somme de Activités', summarizeBy: 'Sum', numberFormat: '0' } as const;

/** Plan items by month, some with nothing; one name with characters that XML minds. */
function records(): CellInput[][] {
  const rows: CellInput[][] = [['Objectif', 'Stratégie', 'Action', 'Mois', 'Activités']];
  for (let n = 0; n < 60; n++) {
    const action = n % 12;
    const strategy = Math.floor(action / 3);
    rows.push([
      `${(strategy % 2) + 1} Objectif`,
      `1.${strategy} A & « B »`,
      `1.${strategy}.${action} <c>`,
      `2021-0${(n % 5) + 1} m`,
      n % 4,
    ]);
  }
  rows.push(['2 Objectif', '1.3 A & « B »', '1.3.99 rien', '2021-01 m', 0]);
  return rows;
}

function bookWith(pivot: Partial<PivotDefinition>): Workbook {
  const book = Workbook.blank({ locale: 'fr-CA' });
  const rows = records();
  book.transact(origin, () => {
    const data = book.sheets[0]!;
    const rect = { row: 0, column: 0, rows: rows.length, columns: 5 };
    data.write(rect, rows, 'values');
    data.addTable(rect, true, 'Couverture');
    const sheet = book.addSheet('Couverture du plan');
    const made = sheet.addPivot('CouverturePivot', { kind: 'table', table: 'Couverture' }, { row: 2, column: 1 });
    made.change(pivot);
  });
  return book;
}

const numbers = (row: readonly (string | number)[]): number[] => row.filter((value) => typeof value === 'number');

describeWithLibreoffice('PivotTables in LibreOffice', (office) => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'pivots-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const pivotsOf = async (book: Workbook): Promise<FoundPivot[]> => {
    const file = path.join(folder, 'pivot.xlsx');
    writeFileSync(file, saveXlsx(book));
    const printed = await office.uno(path.join(__dirname, 'support/pivots.py'), [file]);
    return JSON.parse(printed) as FoundPivot[];
  };

  test.each<{ name: string; pivot: Partial<PivotDefinition> }>([
    {
      name: 'the coverage: tabular, labels repeated, months across',
      pivot: {
        layout: 'Tabular',
        repeatLabels: true,
        rows: [axis('Objectif'), axis('Stratégie'), axis('Action')],
        columns: [axis('Mois')],
        data: [sum],
        emptyCellText: '0',
        refreshOnOpen: true,
      },
    },
    {
      name: 'outline with a filter',
      pivot: {
        layout: 'Outline',
        rows: [axis('Stratégie', { subtotals: true }), axis('Action')],
        filters: [axis('Mois')],
        data: [sum],
      },
    },
    {
      name: 'tabular with subtotals and a hidden item',
      pivot: {
        layout: 'Tabular',
        rows: [axis('Objectif', { subtotals: true, hiddenItems: ['1 Objectif'] }), axis('Stratégie')],
        data: [sum],
      },
    },
    {
      name: 'two data fields',
      pivot: {
        layout: 'Tabular',
        rows: [axis('Stratégie')],
        data: [sum, { ...sum, name: 'Maximum', summarizeBy: 'Max' }],
      },
    },
  ])('$name: found, refreshed, with the same values', async ({ pivot }) => {
    const book = bookWith(pivot);
    const { definition, result } = book.pivots[0]!;
    const found = await pivotsOf(book);
    expect(found).toHaveLength(1);
    const [read] = found;
    expect([read!.name, read!.rows, read!.columns, read!.filters]).toEqual([
      definition.name,
      ...[definition.rows, definition.columns, definition.filters].map((fields) => fields.map(({ field }) => field)),
    ]);
    const ours = result.cells
      .filter(({ role }) => /^(?:value|subtotal|grandTotal)$/.test(role))
      .map(({ value }) => value);
    for (const grid of [read!.before, read!.after]) {
      expect(
        grid
          .flatMap(numbers)
          .filter((value) => value !== 0)
          .sort(),
      ).toEqual(ours.filter((value) => value !== 0).sort());
    }
    expect(read!.after.at(-1)!.at(-1)).toBe(result.cells.at(-1)!.value);
  });

  test('a file that LibreOffice saved again still has it, and we read it', async () => {
    const file = path.join(folder, 'again.xlsx');
    const book = bookWith({
      layout: 'Tabular',
      rows: [axis('Objectif'), axis('Stratégie')],
      columns: [axis('Mois')],
      data: [sum],
    });
    writeFileSync(file, saveXlsx(book));
    const again = openXlsx(readFileSync(await office.convert(file, 'xlsx')));
    const values = (of: Workbook): unknown[] =>
      of.pivots[0]!.result.cells.filter(({ role }) => role === 'value').map(({ value }) => value);
    expect(again.pivots).toHaveLength(1);
    expect(values(again)).toEqual(values(book));
  });
});

interface FoundChart {
  readonly sheet: string;
  readonly type: string;
  readonly title: string;
  readonly series: readonly (readonly number[])[];
}

describeWithLibreoffice('charts in LibreOffice', (office) => {
  test.each<[string, string]>([
    ['BarStacked', 'com.sun.star.chart.BarDiagram'],
    ['ColumnClustered', 'com.sun.star.chart.BarDiagram'],
    ['Line', 'com.sun.star.chart.LineDiagram'],
    ['Pie', 'com.sun.star.chart.PieDiagram'],
  ])('%s: found with its title and values', async (type, diagram) => {
    const book = Workbook.blank({ locale: 'fr-CA' });
    book.transact(origin, () => {
      const sheet = book.sheets[0]!;
      sheet.write(
        { row: 0, column: 0, rows: 3, columns: 2 },
        [
          ['Stratégie', 'Activités'],
          ['1.1 a', 3],
          ['1.2 b', 5],
        ],
        'values',
      );
      sheet.drawings.addChart({
        name: 'Activités par stratégie',
        type,
        title: 'Activités & stratégies',
        series: [
          {
            name: 'Activités',
            categories: `${sheet.name}!$A$2:$A$3`,
            values: `${sheet.name}!$B$2:$B$3`,
            color: '#0F6CBD',
          },
        ],
        legend: 'Bottom',
        left: 200,
        top: 10,
        width: 360,
        height: 200,
        altText: 'Deux barres',
        categoryAxisReversed: false,
      });
    });
    const folder = mkdtempSync(path.join(tmpdir(), 'charts-'));
    const file = path.join(folder, 'chart.xlsx');
    writeFileSync(file, saveXlsx(book));
    const printed = await office.uno(path.join(__dirname, 'support/charts.py'), [file]);
    rmSync(folder, { recursive: true });
    expect(JSON.parse(printed) as FoundChart[]).toEqual([
      { sheet: book.sheets[0]!.name, type: diagram, title: 'Activités & stratégies', series: [[3, 5]] },
    ]);
  });
});
