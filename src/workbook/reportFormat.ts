import { sizes, type CellStyle, type ReportRow, type ReportSheet, type Rule } from '../report';
import { manyAreas, setNumberFormat } from './manyAreas';
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

/** What most of a report's body is: it goes to whole columns in one piece, the rest is said as differences. */
export type Usual = readonly CellStyle[];

/** The usual style of each column. */
export function usualOf({ columns, rows, header }: ReportSheet): Usual {
  return columns.map((_, column) => mostCommon(usualStyles(rows, header.lastRow + 1, column)) ?? 'blank');
}

/** Queues what the cells of each column have in common: before the rows themselves. */
export function drawUsual(sheet: Excel.Worksheet, { columns, rows }: ReportSheet, usual: Usual): void {
  columns.forEach((_, column) => {
    const range = sheet.getRangeByIndexes(0, column, rows.length, 1);
    setNumberFormat(range, '@');
    applyLook(range.format, { ...base, ...looks[usual[column] ?? 'blank'] });
  });
}

/**
 * Queues how some rows differ from the usual: looks by column and style, each once for all of its places, so that the
 * request grows with the number of styles and not with that of rows. `start` is the first row's place.
 */
export function drawRows(sheet: Excel.Worksheet, rows: readonly ReportRow[], start: number, usual: Usual): void {
  drawLinks(sheet, rows, start);
  usual.forEach((from, column) => {
    for (const [style, blocks] of runsOfStyles(rows, start, column, from)) {
      const look = isFrame(style) ? { ...plain, ...looks[style] } : difference(style, from);
      for (const { format } of manyAreas(sheet, blocks)) applyLook(format, look);
    }
  });
}

/** Queues what a sheet has beside its cells: widths, heights and lines, what is frozen, how it is printed. */
export function drawFrame(sheet: Excel.Worksheet, { columns, rows, header, print }: ReportSheet): void {
  const whole = sheet.getRangeByIndexes(0, 0, rows.length, columns.length);
  columns.forEach(({ width }, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  });
  drawKinds(sheet, rows);
  sheet.showGridlines = false;
  sheet.freezePanes.freezeRows(header.lastRow + 1);
  sheet.horizontalPageBreaks.removePageBreaks();
  rows.forEach((row, index) => {
    if (row.breakBefore) sheet.horizontalPageBreaks.add(`A${index + 1}`);
  });
  setUpPage(sheet, print);
  sheet.pageLayout.setPrintTitleRows(`$${header.firstRow + 1}:$${header.lastRow + 1}`);
  sheet.pageLayout.setPrintArea(whole);
}

/**
 * The commonest height for all rows at once; then each kind of row once for all of its places, which are named once
 * for its height and its lines.
 */
function drawKinds(sheet: Excel.Worksheet, rows: readonly ReportRow[]): void {
  const usual = mostCommon(rows.map(({ height }) => height)) ?? 15;
  sheet.getRangeByIndexes(0, 0, rows.length, 1).format.rowHeight = usual;
  for (const { height, lines, blocks } of kindsOfRows(rows, usual)) {
    for (const areas of manyAreas(sheet, blocks)) {
      if (height !== usual) areas.format.rowHeight = height;
      for (const { rule, column, columns } of lines) {
        const under = areas.getEntireRow().getIntersection(sheet.getRangeByIndexes(0, column, rows.length, columns));
        const line = under.format.borders.getItem('EdgeTop');
        line.style = 'Continuous';
        line.color = ruleColors[rule];
      }
    }
  }
}

interface Line {
  readonly rule: Rule;
  readonly column: number;
  readonly columns: number;
}

interface RowKind extends Pick<ReportRow, 'height'> {
  readonly lines: readonly Line[];
  readonly blocks: Block[];
}

/** Rows of one height and under the same lines, as blocks of the first column: rows under lines each on its own. */
function kindsOfRows(rows: readonly ReportRow[], usualHeight: number): readonly RowKind[] {
  const kinds = new Map<string, RowKind>();
  rows.forEach(({ height, cells }, row) => {
    const rules = cells.map(({ rule }) => rule ?? '').join(' ');
    const isPlain = rules.trim() === '';
    if (isPlain && height === usualHeight) return;
    const key = `${height} ${rules}`;
    let kind = kinds.get(key);
    if (!kind) kinds.set(key, (kind = { height, lines: linesOf(cells), blocks: [] }));
    const last = kind.blocks.at(-1);
    if (last && isPlain && last.row + last.rows === row) {
      kind.blocks[kind.blocks.length - 1] = { ...last, rows: last.rows + 1 };
    } else kind.blocks.push({ row, column: 0, rows: 1, columns: 1 });
  });
  return [...kinds.values()];
}

/** The lines above a row's cells; neighbours are one piece. */
function linesOf(cells: ReportRow['cells']): Line[] {
  const lines: Line[] = [];
  cells.forEach(({ rule }, column) => {
    const last = lines.at(-1);
    if (rule === undefined) return;
    if (last?.rule === rule && last.column + last.columns === column) {
      lines[lines.length - 1] = { ...last, columns: last.columns + 1 };
    } else lines.push({ rule, column, columns: 1 });
  });
  return lines;
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
const base: Look = { name: fontFamily, size: sizes.body, color: palette.ink, wrap: true, vertical: 'Top' };

export function applyBase({ format }: Excel.Range): void {
  applyLook(format, base);
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

/** What the cells of a column are, from a row on: those of its body only. */
function usualStyles(rows: readonly ReportRow[], first: number, column: number): CellStyle[] {
  const styles: CellStyle[] = [];
  for (let row = first; row < rows.length; row += 1) {
    const style = rows[row]?.cells[column]?.style ?? 'blank';
    if (style !== 'blank' && style !== 'link' && !isFrame(style)) styles.push(style);
  }
  return styles;
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
