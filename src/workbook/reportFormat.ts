import { sizes, type CellStyle, type ReportRow, type ReportSheet, type Rule } from '../report';
import { manyAreas } from './manyAreas';
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
 * Queues how some rows differ from the usual. A report's rows are of few kinds (a title of one line, a strip under
 * a thin rule…): each kind is said once for all of its rows, so that the request grows with the number of styles
 * and not with that of rows. `start` is the first row's place.
 */
export function drawRows(
  sheet: Excel.Worksheet,
  rows: readonly ReportRow[],
  start: number,
  usual: Usual,
  headerRow: number,
): void {
  const kinds = new Map<string, { readonly differences: RowDifferences; readonly blocks: Block[] }>();
  let above = '';
  rows.forEach((row, index) => {
    const differences = differencesOf(row, usual, start + index <= headerRow);
    const key = JSON.stringify(differences);
    const kind = kinds.get(key) ?? { differences, blocks: [] };
    kinds.set(key, kind);
    const last = kind.blocks.at(-1);
    // A block's upper edge is that of its first row: rows under lines of their own stay apart.
    if (last && key === above && !differences.cells.some(({ rule }) => rule)) {
      kind.blocks[kind.blocks.length - 1] = { ...last, rows: last.rows + 1 };
    } else {
      kind.blocks.push({ row: start + index, column: 0, rows: 1, columns: 1 });
    }
    above = key;
  });
  for (const { differences, blocks } of kinds.values()) drawKind(sheet, blocks, differences);
  drawLinks(sheet, rows, start);
}

interface RowDifferences {
  readonly height?: number;
  readonly cells: readonly { readonly look?: Look; readonly rule?: Rule }[];
}

function differencesOf({ cells, height }: ReportRow, usual: Usual, isHeading: boolean): RowDifferences {
  return {
    ...(height !== usual.height && { height }),
    cells: cells.map(({ style, rule }, column) => {
      const from = looks[usual.styles[column] ?? 'blank'];
      // Title block, heads and bands say all that they are; a blank cell of the body may look like any other.
      const look = isHeading || isFrame(style) ? { ...plain, ...looks[style] } : difference(looks[style], from);
      const isSame = Object.keys(look).length === 0 || (style === 'blank' && !isHeading);
      return { ...(!isSame && { look }), ...(rule && { rule }) };
    }),
  };
}

function drawKind(sheet: Excel.Worksheet, blocks: readonly Block[], { height, cells }: RowDifferences): void {
  if (height === undefined && cells.every(({ look, rule }) => !look && !rule)) return;
  for (const first of manyAreas(sheet, blocks)) {
    if (height !== undefined) first.format.rowHeight = height;
    cells.forEach(({ look, rule }, column) => {
      if (!look && !rule) return;
      const { format } = column === 0 ? first : first.getOffsetRangeAreas(0, column);
      if (look) applyLook(format, look);
      if (!rule) return;
      const line = format.borders.getItem('EdgeTop');
      line.style = 'Continuous';
      line.color = ruleColors[rule];
    });
  }
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
        const link = cells[column]?.link;
        return [link === undefined ? {} : { hyperlink: { address: link } }];
      }),
    );
    const blocks = linked.map((row): Block => ({ row: start + row, column, rows: 1, columns: 1 }));
    for (const { format } of manyAreas(sheet, blocks)) {
      // Excel gives a link its own font and colour.
      format.font.name = fontFamily;
      format.font.size = sizes.body;
      format.font.color = palette.accent;
      format.verticalAlignment = 'Top';
    }
  }
}
