import { sizes, type CellStyle, type ReportRow, type ReportSheet, type Rule } from '../report';
import { manyAreas } from './manyAreas';
import { setUpPage } from './page';
import { fontFamily, palette } from './palette';
import type { Block } from './values';

export interface Look {
  readonly name?: string;
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
 * Queues how some rows differ from the usual: looks by column and style, heights and lines by kind of row, each
 * once for all of its places, so that the request grows with the number of styles and not with that of rows.
 * `start` is the first row's place.
 */
export function drawRows(sheet: Excel.Worksheet, rows: readonly ReportRow[], start: number, usual: Usual): void {
  drawLinks(sheet, rows, start);
  usual.styles.forEach((from, column) => {
    for (const [style, blocks] of runsOfStyles(rows, start, column, from)) {
      const look = isFrame(style) ? { ...plain, ...looks[style] } : difference(style, from);
      for (const { format } of manyAreas(sheet, blocks)) applyLook(format, look);
    }
  });
  for (const { height, cells, blocks } of kindsOfRows(rows, start, usual.height)) {
    for (const first of manyAreas(sheet, blocks)) {
      if (height !== usual.height) first.format.rowHeight = height;
      cells.forEach(({ rule }, column) => {
        if (rule === undefined) return;
        const areas = column === 0 ? first : first.getOffsetRangeAreas(0, column);
        const line = areas.format.borders.getItem('EdgeTop');
        line.style = 'Continuous';
        line.color = ruleColors[rule];
      });
    }
  }
}

/** Where a column's cells are not of its usual style; a blank cell of the body goes with the one above it. */
function runsOfStyles(
  rows: readonly ReportRow[],
  start: number,
  column: number,
  usual: CellStyle,
): Map<CellStyle, Block[]> {
  const runs = new Map<CellStyle, Block[]>();
  let above: CellStyle | null = null;
  rows.forEach(({ cells }, index) => {
    const { style } = cells[column] ?? { style: 'blank' as const };
    if (style === 'blank' && above !== null && !isFrame(above)) return;
    if (style !== 'blank' && style !== usual) {
      const blocks = runs.get(style) ?? [];
      runs.set(style, blocks);
      const last = blocks.at(-1);
      if (last && above === style) blocks[blocks.length - 1] = { ...last, rows: start + index - last.row + 1 };
      else blocks.push({ row: start + index, column, rows: 1, columns: 1 });
    }
    above = style;
  });
  return runs;
}

interface RowKind extends Pick<ReportRow, 'height' | 'cells'> {
  readonly blocks: Block[];
}

/** Rows of one height and under the same lines, as blocks of the first column: rows under lines each on its own. */
function kindsOfRows(rows: readonly ReportRow[], start: number, usualHeight: number): RowKind[] {
  const kinds = new Map<string, RowKind>();
  let above = '';
  rows.forEach(({ height, cells }, index) => {
    const rules = cells.map(({ rule }) => rule ?? '').join(' ');
    const key = `${height} ${rules}`;
    const isPlain = rules.trim() === '';
    if (!isPlain || height !== usualHeight) {
      const kind = kinds.get(key) ?? { height, cells, blocks: [] };
      kinds.set(key, kind);
      const last = kind.blocks.at(-1);
      if (last && key === above && isPlain) kind.blocks[kind.blocks.length - 1] = { ...last, rows: last.rows + 1 };
      else kind.blocks.push({ row: start + index, column: 0, rows: 1, columns: 1 });
    }
    above = key;
  });
  return [...kinds.values()];
}

/** What a cell's font and wrapping are before any style. */
const plain = { bold: false, italic: false, color: palette.ink, wrap: true } as const;

/** What makes one look of another, among those of a body's cells. */
function difference(style: CellStyle, from: CellStyle): Look {
  const [next, before] = [
    { ...plain, ...looks[style] },
    { ...plain, ...looks[from] },
  ];
  // Excel gives a link a font and a colour of its own.
  if (style === 'link') return { name: fontFamily, size: sizes.body, bold: false, color: next.color, vertical: 'Top' };
  return {
    ...(next.bold !== before.bold && { bold: next.bold }),
    ...(next.italic !== before.italic && { italic: next.italic }),
    ...(next.color !== before.color && { color: next.color }),
  };
}

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
  if (look.name !== undefined) font.name = look.name;
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

/** So many rows without a link take as many bytes as one more action does. */
const wideGap = 150;

/** Links by stretches of rows, each one action; Excel underlines them, the rest of their look is a style's. */
function drawLinks(sheet: Excel.Worksheet, rows: readonly ReportRow[], start: number): void {
  const width = rows[0]?.cells.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const linkAt = (row: number) => rows[row]?.cells[column]?.link;
    const stretches: { readonly first: number; last: number }[] = [];
    rows.forEach((_, row) => {
      if (linkAt(row) === undefined) return;
      const open = stretches.at(-1);
      if (open && row - open.last <= wideGap) open.last = row;
      else stretches.push({ first: row, last: row });
    });
    for (const { first, last } of stretches) {
      const count = last - first + 1;
      sheet.getRangeByIndexes(start + first, column, count, 1).setCellProperties(
        Array.from({ length: count }, (_, index): Excel.SettableCellProperties[] => {
          const link = linkAt(first + index);
          return [link === undefined ? {} : { hyperlink: { address: link } }];
        }),
      );
    }
  }
}
