import { sizes, type CellStyle, type ReportRow, type ReportSheet, type Rule } from '../report';
import { areasByKey } from './areas';
import { cellText } from './escape';
import { formatAreas } from './manyAreas';
import { setUpPage } from './page';
import { fontFamily, palette } from './palette';
import type { Block } from './values';

export interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly fill?: string;
  /** False where a text runs over the blank cells beside it. */
  readonly wrap?: boolean;
  readonly vertical?: 'Top' | 'Center' | 'Bottom';
}

const looks: Readonly<Record<CellStyle, Look>> = {
  blank: {},
  organisation: { size: sizes.heading, color: palette.quiet, wrap: false },
  title: { size: sizes.title, bold: true, color: palette.accent, wrap: false },
  subtitle: { color: palette.quiet, wrap: false },
  figures: { bold: true, color: palette.ink, wrap: false },
  columnHeader: { bold: true, color: palette.paper, fill: palette.accent, vertical: 'Center' },
  bandLabel: { bold: true, color: palette.accent, fill: palette.band, wrap: false, vertical: 'Bottom' },
  band: { size: sizes.heading, bold: true, color: palette.accent, fill: palette.band, wrap: false },
  strategy: { bold: true },
  action: {},
  note: { color: palette.quiet },
  dates: {},
  activity: { bold: true },
  details: { color: palette.quiet },
  link: { color: palette.accent },
  none: { italic: true, color: palette.missing },
};

const ruleColors: Readonly<Record<Rule, string>> = { strong: palette.accent, light: palette.rule };

/** What most of a report's body is: it goes to whole columns and rows in one piece, the rest is said as differences. */
export interface Usual {
  readonly styles: readonly CellStyle[];
  readonly height: number;
}

/** Queues what all cells have in common, the columns' widths and the print set-up: before the rows themselves. */
export function drawSheet(sheet: Excel.Worksheet, report: ReportSheet): Usual {
  const { columns, rows, header, print } = report;
  const whole = sheet.getRangeByIndexes(0, 0, rows.length, columns.length);
  const first = header.lastRow + 1;
  const usual: Usual = {
    styles: columns.map((_, column) => mostCommon(usualCandidates(rows.slice(first), column)) ?? 'blank'),
    height: mostCommon(rows.map(({ height }) => height)) ?? 15,
  };
  applyBase(whole);
  whole.format.rowHeight = usual.height;
  columns.forEach(({ width }, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
    if (rows.length > first) {
      applyLook(
        sheet.getRangeByIndexes(first, column, rows.length - first, 1).format,
        looks[usual.styles[column] ?? 'blank'],
      );
    }
  });
  sheet.showGridlines = false;
  sheet.freezePanes.freezeRows(first);
  rows.forEach((row, index) => {
    if (row.breakBefore) sheet.horizontalPageBreaks.add(`A${index + 1}`);
  });
  setUpPage(sheet, print);
  sheet.pageLayout.setPrintTitleRows(`$${header.firstRow + 1}:$${header.lastRow + 1}`);
  sheet.pageLayout.setPrintArea(whole);
  return usual;
}

/**
 * Queues how some rows differ from the usual: looks, lines and heights, each for all of its places at once, so
 * that the request grows with the number of styles and not with that of rows. `start` is the first row's place.
 */
export function drawRows(
  sheet: Excel.Worksheet,
  rows: readonly ReportRow[],
  start: number,
  { styles, height }: Usual,
  headerRow: number,
): void {
  const columns = styles.length;
  const draw = (areas: ReadonlyMap<string, readonly Block[]>, style: (key: string) => Look | undefined) => {
    for (const [key, blocks] of areas) {
      const look = style(key);
      if (look) formatAreas(sheet, blocks.map(moved(start)), (format) => applyLook(format, look));
    }
  };
  const differences = new Map<string, Look>();
  // Title block, heads and bands fill whole cells, blank ones too: what stands beside them must not take their look.
  const isOwn = (row: number, style: CellStyle) => start + row <= headerRow || isFrame(style);
  draw(
    areasByKey(rows.length, columns, (row, column) => {
      const style = rows[row]?.cells[column]?.style ?? 'blank';
      return isOwn(row, style) ? style : 'blank';
    }),
    (key) => (key === 'blank' ? undefined : { ...plain, ...looks[key as CellStyle] }),
  );
  draw(
    areasByKey(rows.length, columns, (row, column) => {
      const style = rows[row]?.cells[column]?.style ?? 'blank';
      if (isOwn(row, style)) return 'own';
      if (style === 'blank') return null;
      const usual = styles[column] ?? 'blank';
      if (style === usual) return 'usual';
      const key = `${style} after ${usual}`;
      if (!differences.has(key)) differences.set(key, difference(looks[style], looks[usual]));
      return key;
    }),
    (key) => differences.get(key),
  );
  for (const [rule, blocks] of ruleBlocks(rows)) {
    formatAreas(sheet, blocks.map(moved(start)), ({ borders }) => {
      const line = borders.getItem('EdgeTop');
      line.style = 'Continuous';
      line.color = ruleColors[rule];
    });
  }
  const heights = areasByKey(rows.length, 1, (row) => String(rows[row]?.height ?? height));
  for (const [points, blocks] of heights) {
    if (Number(points) === height) continue;
    formatAreas(sheet, blocks.map(moved(start)), (format) => {
      format.rowHeight = Number(points);
    });
  }
  drawLinks(sheet, rows, start);
}

/** What a cell's font and wrapping are before any style. */
const plain = { bold: false, italic: false, color: palette.ink, wrap: true } as const;

/** What makes one look of another, among those of a body's cells. */
function difference(look: Look, from: Look): Look {
  const [next, before] = [
    { ...plain, ...look },
    { ...plain, ...from },
  ];
  return {
    ...(next.bold !== before.bold && { bold: next.bold }),
    ...(next.italic !== before.italic && { italic: next.italic }),
    ...(next.color !== before.color && { color: next.color }),
  };
}

const moved =
  (rows: number) =>
  (block: Block): Block => ({ ...block, row: block.row + rows });

/** What all cells of our sheets start from. */
export function applyBase({ format }: Excel.Range): void {
  format.font.name = fontFamily;
  format.font.size = sizes.body;
  format.font.color = palette.ink;
  format.wrapText = true;
  format.verticalAlignment = 'Top';
}

export function applyLook(format: Excel.RangeFormat, look: Look): void {
  const { font } = format;
  if (look.size !== undefined) font.size = look.size;
  if (look.bold !== undefined) font.bold = look.bold;
  if (look.italic !== undefined) font.italic = look.italic;
  if (look.color !== undefined) font.color = look.color;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
}

function usualCandidates(rows: readonly ReportRow[], column: number): CellStyle[] {
  return rows
    .map(({ cells }) => cells[column]?.style ?? 'blank')
    .filter((style) => style !== 'blank' && style !== 'link' && !isFrame(style));
}

function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[T, number] | null>((most, next) => (most && most[1] >= next[1] ? most : next), null)?.[0];
}

function isFrame(style: CellStyle): boolean {
  const { fill, wrap } = looks[style];
  return fill !== undefined || wrap === false;
}

/** Where a line runs over cells: a block for each stretch of a row, as a block's top edge is its first row's. */
function ruleBlocks(rows: readonly ReportRow[]): Map<Rule, Block[]> {
  const found = new Map<Rule, Block[]>();
  rows.forEach(({ cells }, row) => {
    for (let column = 0; column < cells.length;) {
      const rule = cells[column]?.rule;
      let end = column + 1;
      while (end < cells.length && cells[end]?.rule === rule) end += 1;
      if (rule !== undefined) {
        const blocks = found.get(rule) ?? [];
        found.set(rule, blocks);
        blocks.push({ row, column, rows: 1, columns: end - column });
      }
      column = end;
    }
  });
  return found;
}

/** Links in one request a column, whatever their number; Excel underlines them, the rest of their look is a style's. */
function drawLinks(sheet: Excel.Worksheet, rows: readonly ReportRow[], start: number): void {
  const width = rows[0]?.cells.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const linked = rows.flatMap(({ cells }, row) => (cells[column]?.link === undefined ? [] : [row]));
    const [first, last] = [linked[0], linked.at(-1)];
    if (first === undefined || last === undefined) continue;
    const range = sheet.getRangeByIndexes(start + first, column, last - first + 1, 1);
    range.setCellProperties(
      rows.slice(first, last + 1).map(({ cells }): Excel.SettableCellProperties[] => {
        const { link, text = '' } = cells[column] ?? {};
        return [link === undefined ? {} : { hyperlink: { address: link, textToDisplay: cellText(text) } }];
      }),
    );
    const blocks = linked.map((row): Block => ({ row: start + row, column, rows: 1, columns: 1 }));
    // Excel gives a link its own font and colour.
    formatAreas(sheet, blocks, (format) => {
      format.font.name = fontFamily;
      format.font.size = sizes.body;
      format.font.color = palette.accent;
      format.verticalAlignment = 'Top';
    });
  }
}
