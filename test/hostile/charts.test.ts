import { openXlsx, saveXlsx, Workbook, type ChartDefinition, type ChartSeries } from '../../src/host';
import { partsOf } from '../support/archives';
import { asCell, hostileTexts, isHeld } from '../support/hostile';

/** A chart carries people's texts as its title, the names of its series and their categories, which files keep drawn. */

const texts = hostileTexts(10_000, { seed: 20_211_016 })
  .map(({ text }) => asCell(text))
  .filter((text) => isHeld(text) && text !== '' && text.length < 2_000);

const plain: Omit<ChartDefinition, 'title' | 'series'> = {
  name: 'Graphique',
  type: 'ColumnClustered',
  legend: null,
  left: 0,
  top: 0,
  width: 300,
  height: 200,
  altText: '',
  categoryAxisReversed: false,
};

const range = (letter: string, rows: number) => `Feuil1!$${letter}$1:$${letter}$${rows}`;

/** A workbook whose column A has all the texts, with a chart of each title over the first rows, its series named alike. */
function withCharts(titles: readonly string[], rows: number): Workbook {
  const workbook = new Workbook();
  workbook.load(() => {
    const sheet = workbook.addSheet('Feuil1');
    texts.forEach((value, row) => {
      sheet.putCell(row, 0, { value, style: 0 });
      sheet.putCell(row, 1, { value: row, style: 0 });
    });
  });
  const series = (name: string): ChartSeries => ({ name, categories: range('A', rows), values: range('B', rows) });
  workbook.transact({ session: 'person', by: 'person' }, () => {
    for (const title of titles) workbook.sheets[0]!.drawings.addChart({ ...plain, title, series: [series(title)] });
  });
  return workbook;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' };

/** The texts of the elements of this name, as another reader of the file finds them. */
function textsOf(part: string, name: string): string[] {
  return [...part.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    text
      .replace(/&(#?\w+);/g, (_, entity: string) => entities[entity] ?? entity)
      .replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  );
}

it('categories are kept in the file as the cells say them', () => {
  const part = partsOf(saveXlsx(withCharts(['Titre'], texts.length)))['xl/charts/chart1.xml'] ?? '';
  const [categories = ''] = /<c:cat>[^]*<\/c:cat>/.exec(part) ?? [];
  expect(textsOf(categories, 'c:v')).toEqual(texts);
});

it('titles and names of series come back from the file, none as a formula', () => {
  const some = texts.filter((_, index) => index % 100 === 0);
  const { drawings } = openXlsx(saveXlsx(withCharts(some, 2))).sheets[0]!;
  const found = drawings.charts.map(({ definition: { title, series } }) => ({ title, series }));
  expect(found).toEqual(
    some.map((text) => ({
      // DrawingML has no way to write what XML cannot carry.
      title: text.replace(/\p{Cc}|\p{Cs}/gu, (char) => (/[\t\n]/.test(char) ? char : '\ufffd')),
      series: [{ name: text, categories: range('A', 2), values: range('B', 2) }],
    })),
  );
});
