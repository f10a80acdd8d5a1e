import { contains, endColumn, intersects } from '../../host/model/geometry/rect';
import {
  hasContent,
  MAX_COLUMNS,
  MAX_ROWS,
  type CellValue,
  type Hyperlink,
  type Pivot,
  type Rect,
  type RichRun,
  type Sheet,
  type StyleId,
  type Table,
} from '../../host/model';
import { saidOf, type Said } from './comments';
import { Axis, pixels, type AxisRun } from './axis';
import { ConditionalFormats, type Conditioned } from './conditional';
import { FormulaResults } from './evaluate';
import { compose, cssOf, type CellCss, type Layer, type Look } from './look';
import { pivotLayer, pivotLines } from './pivot-style';
import type { Terrain } from './selection';
import { tableLayer } from './table-style';

/** Everything the grid draws of one cell. */
export interface CellView {
  readonly text: string;
  readonly value: CellValue;
  readonly runs: readonly RichRun[] | null;
  readonly formula: boolean;
  /** Its number format is `General`. */
  readonly general: boolean;
  readonly look: Look;
  readonly css: CellCss;
  readonly align: 'left' | 'right' | 'center';
  readonly link: Hyperlink | null;
  readonly filterButton: boolean;
  readonly conditioned: Conditioned | null;
  readonly said: Said | null;
}

const keyOf = (row: number, column: number): number => row * MAX_COLUMNS + column;

/**
 * One sheet as it is at one moment: where its rows and columns lie, and how its cells look. It reads the model and
 * keeps nothing that the model could contradict: after a change, make another.
 */
export class SheetView implements Terrain {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly merges: readonly Rect[];
  readonly used: Rect | null;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** What people say of a cell in notes and comments. */
  readonly said: (row: number, column: number) => Said | null;
  private readonly tables: readonly Table[];
  private readonly conditions: ConditionalFormats | null;
  private readonly looks = new Map<string, { look: Look; css: CellCss }>();
  private links: ReadonlyMap<number, Hyperlink> | null = null;
  private pivotLooks: ReadonlyMap<number, Layer> | null = null;

  constructor(readonly sheet: Sheet) {
    this.rows = rowAxis(sheet);
    this.columns = columnAxis(sheet);
    this.merges = sheet.merges.areas;
    this.used = sheet.cells.extent();
    this.frozenRows = sheet.view.freeze?.rows ?? 0;
    this.frozenColumns = sheet.view.freeze?.columns ?? 0;
    this.tables = sheet.tables;
    this.said = saidOf(sheet);
    const results = new FormulaResults(sheet);
    this.conditions =
      sheet.conditionalFormats.all.length === 0
        ? null
        : new ConditionalFormats(sheet.conditionalFormats.all, {
            value: (row, column) => sheet.cells.get(row, column)?.value ?? null,
            text: (row, column) => sheet.text(row, column),
            numbers: (rects) => rects.flatMap((rect) => numbersIn(sheet, rect)),
            evaluate: (formula, base, at) => results.at(formula, base, at),
          });
  }

  filled(row: number, column: number): boolean {
    return hasContent(this.sheet.cells.get(row, column));
  }

  mergeAt(row: number, column: number): Rect | undefined {
    return this.merges.length === 0 ? undefined : this.sheet.merges.at(row, column);
  }

  /** Merged cells of which a part lies in the rectangle. */
  mergesIn(rect: Rect): readonly Rect[] {
    return this.merges.filter((merge) => intersects(merge, rect));
  }

  /** What to draw in a cell; null for an empty one without any look. */
  cell(row: number, column: number): CellView | null {
    const { sheet } = this;
    const cell = sheet.cells.get(row, column);
    const style = cell?.style ?? sheet.styles.at(row, column);
    const table = this.tables.find((one) => contains(one.rect, row, column)) ?? null;
    const pivot = this.pivotLayers().get(keyOf(row, column));
    const said = this.said(row, column);
    if (!hasContent(cell) && style === 0 && !table && !pivot && !said && !this.conditions) return null;

    const conditioned = this.conditions?.at(row, column) ?? null;
    const under = [...(table ? [tableLayer(table, row, column)] : []), ...(pivot ? [pivot] : [])];
    const { look, css } = this.lookOf(style, under, conditioned?.layers ?? []);
    const value = cell?.value ?? null;
    return {
      text: hasContent(cell) && conditioned?.showValue !== false ? sheet.text(row, column) : '',
      value,
      runs: cell?.rich ?? null,
      formula: cell?.formula !== undefined,
      general: sheet.workbook.styles.get(style).numberFormat === 'General',
      look,
      css,
      align: alignment(look, value),
      link: this.linkAt(row, column),
      filterButton: table !== null && table.showHeaders && table.showFilterButton && row === table.rect.row,
      conditioned,
      said,
    };
  }

  linkAt(row: number, column: number): Hyperlink | null {
    this.links ??= indexLinks(this.sheet.hyperlinks.all);
    return this.links.get(keyOf(row, column)) ?? null;
  }

  /** Composing is done once for each style and set of layers, not for each cell. */
  private lookOf(style: StyleId, under: readonly Layer[], over: readonly Layer[]): { look: Look; css: CellCss } {
    const key = under.length + over.length === 0 ? String(style) : JSON.stringify([style, under, over]);
    const known = this.looks.get(key);
    if (known) return known;
    const look = compose(this.sheet.workbook.styles.get(style), under, over);
    const made = { look, css: cssOf(look) };
    this.looks.set(key, made);
    return made;
  }

  private pivotLayers(): ReadonlyMap<number, Layer> {
    this.pivotLooks ??= new Map(this.sheet.pivots.flatMap(pivotCells));
    return this.pivotLooks;
  }
}

function alignment(look: Look, value: CellValue): 'left' | 'right' | 'center' {
  switch (look.horizontal) {
    case 'Center':
    case 'CenterAcrossSelection':
    case 'Distributed':
      return 'center';
    case 'Right':
      return 'right';
    case 'Left':
    case 'Fill':
    case 'Justify':
      return 'left';
    case 'General':
      if (typeof value === 'number') return 'right';
      return typeof value === 'boolean' || (typeof value === 'object' && value !== null) ? 'center' : 'left';
  }
}

function* rowRuns(sheet: Sheet): Generator<AxisRun> {
  for (const { row, height, hidden } of sheet.rows.all()) {
    yield { first: row, last: row, size: hidden ? 0 : pixels(height ?? sheet.rows.defaultHeight) };
  }
}

function* columnRuns(sheet: Sheet): Generator<AxisRun> {
  for (const { first, last, width, hidden } of sheet.columns.spans) {
    yield { first, last, size: hidden ? 0 : pixels(width ?? sheet.columns.defaultWidth) };
  }
}

const rowAxis = (sheet: Sheet) => new Axis(MAX_ROWS, pixels(sheet.rows.defaultHeight), rowRuns(sheet));
const columnAxis = (sheet: Sheet) => new Axis(MAX_COLUMNS, pixels(sheet.columns.defaultWidth), columnRuns(sheet));

function numbersIn(sheet: Sheet, rect: Rect): number[] {
  const numbers: number[] = [];
  for (const { cell } of sheet.cells.within(rect)) if (typeof cell.value === 'number') numbers.push(cell.value);
  return numbers;
}

/** Links are on single cells but for a few; a link over a whole column would fill the index, and is cut short. */
const mostCellsOfALink = 10_000;

function indexLinks(links: readonly Hyperlink[]): ReadonlyMap<number, Hyperlink> {
  const index = new Map<number, Hyperlink>();
  for (const link of links) {
    const rows = Math.min(link.rect.rows, Math.ceil(mostCellsOfALink / link.rect.columns));
    for (let row = link.rect.row; row < link.rect.row + rows; row += 1) {
      for (let column = link.rect.column; column < endColumn(link.rect); column += 1)
        index.set(keyOf(row, column), link);
    }
  }
  return index;
}

function pivotCells({ anchor, definition, result }: Pivot): [number, Layer][] {
  const { body } = result;
  return pivotLines(result).flatMap((kind, line) => {
    const layer = pivotLayer(definition.style, kind);
    const row = anchor.row + body.row + line;
    return Array.from({ length: body.columns }, (_, k): [number, Layer] => [
      keyOf(row, anchor.column + body.column + k),
      layer,
    ]);
  });
}
