import type {
  Workbook,
  Cell,
  ChartDefinition,
  ConditionalRule,
  FrozenPanes,
  Hyperlink,
  Origin,
  PageLayout,
  PivotDefinition,
  Point,
  Rect,
  Sheet,
  Style,
} from '../src/host';
import { rectOf } from '../src/host';

const origin: Origin = { session: 'bench', by: 'addin' };

type Input = string | number | boolean | null;

/** All ranges of one look. */
interface Alike<T> {
  readonly rects: readonly Rect[];
  readonly look: T;
}

/** A sheet with all that was built on it, ready to be written again by the engine itself. */
export interface Contents {
  readonly name: string;
  readonly rect: Rect;
  readonly input: readonly (readonly Input[])[];
  readonly styles: readonly Alike<Style>[];
  readonly widths: readonly { readonly first: number; readonly count: number; readonly width: number }[];
  readonly heights: readonly Alike<number>[];
  readonly links: readonly Hyperlink[];
  readonly freeze: FrozenPanes | null;
  readonly gridlines: boolean;
  readonly page: PageLayout;
  readonly tables: readonly { readonly rect: Rect; readonly name: string; readonly style: string | null }[];
  readonly rules: readonly { readonly rect: Rect; readonly rule: ConditionalRule }[];
  readonly pivots: readonly { readonly definition: PivotDefinition; readonly at: Point }[];
  readonly charts: readonly ChartDefinition[];
}

/** Reads a sheet whole; null for one without cells. */
export function contentsOf(sheet: Sheet): Contents | null {
  const rect = sheet.cells.extent();
  if (!rect) return null;
  const input: Input[][] = Array.from({ length: rect.rows }, () => Array<Input>(rect.columns).fill(null));
  const styles = new Runs<Style>();
  const isPivot = ({ row, column }: Point): boolean =>
    sheet.pivots.some(({ rect: of }) => row >= of.row && column >= of.column && row < of.row + of.rows);
  for (const { row, column, cell } of sheet.cells.within(rect)) {
    // The pivot writes its own cells.
    if (!isPivot({ row, column })) input[row - rect.row]![column - rect.column] = inputOf(cell);
    if (cell.style !== 0) styles.add(row, column, sheet.workbook.styles.get(cell.style));
  }
  return { rect, input, styles: styles.alike(), ...frameOf(sheet) };
}

function frameOf(sheet: Sheet): Omit<Contents, 'rect' | 'input' | 'styles'> {
  const heights = new Runs<number>();
  for (const { row, height } of sheet.rows.all()) {
    if (height !== undefined) heights.add(row, 0, height);
  }
  return {
    name: sheet.name,
    widths: [...sheet.columns.spans].flatMap(({ first, last, width }) =>
      width === undefined ? [] : [{ first, count: last - first + 1, width }],
    ),
    heights: heights.alike(),
    links: sheet.hyperlinks.all,
    freeze: sheet.view.freeze,
    gridlines: sheet.view.showGridlines,
    page: sheet.page.layout,
    tables: sheet.tables.map(({ rect, name, style }) => ({ rect, name, style })),
    rules: sheet.conditionalFormats.all.flatMap(({ rects, rule }) => rects.map((rect) => ({ rect, rule }))),
    pivots: sheet.pivots.map(({ definition, anchor }) => ({ definition, at: anchor })),
    charts: sheet.drawings.charts.map(({ definition }) => definition),
  };
}

/** Cells that look alike, one under the other, as one run. */
class Runs<T> {
  readonly #runs: { rect: Rect; look: T }[] = [];
  readonly #last = new Map<number, { rect: Rect; look: T }>();

  add(row: number, column: number, look: T): void {
    const above = this.#last.get(column);
    if (above?.look === look && above.rect.row + above.rect.rows === row) {
      above.rect = { ...above.rect, rows: above.rect.rows + 1 };
      return;
    }
    const run = { rect: rectOf(row, column), look };
    this.#last.set(column, run);
    this.#runs.push(run);
  }

  alike(): readonly Alike<T>[] {
    const rects = new Map<T, Rect[]>();
    for (const { rect, look } of this.#runs) {
      const of = rects.get(look);
      if (of) of.push(rect);
      else rects.set(look, [rect]);
    }
    return [...rects].map(([look, of]) => ({ look, rects: of }));
  }
}

/**
 * Writes the contents with the engine alone, as one transaction on a workbook that has the tracking tables: heights, each
 * look once for all its ranges, values as blocks, then tables, rules, pivots, charts, widths and the page. No wire and no proxies.
 */
export function writeDirectly(workbook: Workbook, contents: readonly Contents[]): void {
  workbook.transact(origin, () => {
    const sheets = contents.map((each) => ({ each, sheet: workbook.addSheet(each.name) }));
    for (const { each, sheet } of sheets) writeCells(sheet, each);
    for (const { each, sheet } of sheets) writeFrame(sheet, each);
  });
}

function writeCells(sheet: Sheet, { rect, input, styles, heights, links, tables }: Contents): void {
  // First, as the product sets them: a row that has a height when texts come into it is not measured.
  for (const { rects, look } of heights) sheet.rows.setHeights(rects, look);
  for (const { rects, look } of styles) sheet.styles.changeAll(rects, look);
  sheet.write(rect, input, 'formulas');
  sheet.hyperlinks.setAll(links);
  for (const { rect: at, name, style } of tables) sheet.addTable(at, true, name).setStyle(style);
}

function writeFrame(sheet: Sheet, contents: Contents): void {
  for (const { first, count, width } of contents.widths) sheet.columns.setWidth(first, count, width);
  sheet.changeView({ freeze: contents.freeze });
  sheet.changeView({ showGridlines: contents.gridlines });
  sheet.page.change(contents.page);
  for (const { rect, rule } of contents.rules) sheet.conditionalFormats.add(rect, rule);
  for (const { definition, at } of contents.pivots) {
    const { name, source, ...rest } = definition;
    const pivot = sheet.addPivot(name, source, at);
    pivot.change(rest);
    pivot.refresh();
  }
  for (const chart of contents.charts) sheet.drawings.addChart(chart);
}

/** Text goes in behind an apostrophe, as the product writes it. */
function inputOf({ value, formula }: Cell): Input {
  if (formula !== undefined) return `=${formula}`;
  if (typeof value === 'string') return `'${value}`;
  return value !== null && typeof value === 'object' ? value.error : value;
}
