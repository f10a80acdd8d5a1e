import type { CellStyle, ReportRow, ReportSheet, Rule, Ruling } from '../../report';
import { manyAreas, setNumberFormat } from '../sheets/manyAreas';
import { keepPage, setUpPage } from '../sheets/page';
import { palette } from '../sheets/palette';
import { drawBars } from './bars';
import { applyLook, base, difference, isFrame, looks, plain } from './looks';
import { drawRich } from './richText';
import { stretches } from '../sheets/stretches';
import type { Block } from '../contract/values';

export { applyBase, applyLook, type Look } from './looks';

const ruleColors: Readonly<Record<Rule, string>> = { strong: palette.accent, light: palette.rule };

/** What most of a report's body is: it goes to whole columns in one piece, the rest is said as differences. */
export type Usual = readonly CellStyle[];

/** The usual style of each column of text. */
export function usualOf({ rows, header }: ReportSheet): Usual {
  const counts = (rows[0]?.cells ?? []).map(() => new Map<CellStyle, number>());
  for (let row = header.lastRow + 1; row < rows.length; row += 1) {
    rows[row]?.cells.forEach(({ style }, column) => {
      if (style !== 'blank' && style !== 'link' && !isFrame(style)) count(counts[column], style);
    });
  }
  return counts.map((of) => largest(of) ?? 'blank');
}

/** How many columns of the sheet a column of text has: the texts of the last run over all cells of the bars. */
function spanOf(bar: ReportSheet['bar'], column: number): number {
  return column === bar?.column ? bar.cells : 1;
}

/** Queues what the cells of each column have in common: before the rows themselves. `start` is the first row's place. */
export function drawUsual(sheet: Excel.Worksheet, { rows, bar }: ReportSheet, start: number, usual: Usual): void {
  usual.forEach((style, column) => {
    const range = sheet.getRangeByIndexes(start, column, rows.length, spanOf(bar, column));
    setNumberFormat(range, '@');
    applyLook(range.format, { ...base, ...looks[style] });
  });
}

/**
 * Queues how some rows differ from the usual: looks by column and style, each once for all of its places, so that the
 * request grows with the number of styles and not with that of rows. `start` is the first row's place.
 */
export function drawRows(
  sheet: Excel.Worksheet,
  rows: readonly ReportRow[],
  start: number,
  { usual, bar }: { readonly usual: Usual; readonly bar: ReportSheet['bar'] },
): void {
  drawLinks(sheet, rows, start);
  usual.forEach((from, column) => {
    const place = { column, columns: spanOf(bar, column) };
    for (const [style, blocks] of runsOfStyles(rows, start, place, from)) {
      const look = isFrame(style) ? { ...plain, ...looks[style] } : difference(style, from);
      for (const { format } of manyAreas(sheet, blocks)) applyLook(format, look);
    }
  });
  if (bar) drawBars(sheet, rows, start, bar);
  drawRich(sheet, rows, start);
}

/**
 * Queues what a sheet has beside its cells: widths, heights and lines, what is frozen, how it is printed. The page
 * of a sheet that was built before is the person's: only what it says and what is on it are set.
 */
export function drawFrame(sheet: Excel.Worksheet, report: ReportSheet, isNew: boolean): void {
  const { columns, rows, bar, header, print } = report;
  columns.forEach(({ width }, column) => {
    if (bar !== null && column > bar.column) return;
    sheet.getRangeByIndexes(0, column, 1, spanOf(bar, column)).format.columnWidth = width;
  });
  drawKinds(sheet, report);
  sheet.showGridlines = false;
  sheet.freezePanes.freezeRows(header.lastRow + 1);
  sheet.horizontalPageBreaks.removePageBreaks();
  rows.forEach((row, index) => {
    if (row.breakBefore) sheet.horizontalPageBreaks.add(`A${index + 1}`);
  });
  if (isNew) setUpPage(sheet, print);
  else keepPage(sheet, print);
  sheet.pageLayout.setPrintTitleRows(`$${header.firstRow + 1}:$${header.lastRow + 1}`);
  sheet.pageLayout.setPrintArea(sheet.getRangeByIndexes(0, 0, rows.length, columns.length));
}

/**
 * The commonest height, of the rows that need not be named for a line, for all rows at once; then each kind of row once
 * for all of its places, which are named once for its height and its line.
 */
function drawKinds(sheet: Excel.Worksheet, { rows, columns }: ReportSheet): void {
  const heights = new Map<number, number>();
  for (const { height, rule } of rows) if (rule === undefined) count(heights, height);
  const usual = largest(heights) ?? 15;
  sheet.getRangeByIndexes(0, 0, rows.length, 1).format.rowHeight = usual;
  for (const { height, rule, blocks } of kindsOfRows(rows, usual)) {
    for (const areas of manyAreas(sheet, blocks)) {
      if (height !== usual) areas.format.rowHeight = height;
      if (rule === undefined) continue;
      const ruled = sheet.getRangeByIndexes(0, rule.from, rows.length, columns.length - rule.from);
      const line = areas.getEntireRow().getIntersection(ruled).format.borders.getItem('EdgeTop');
      line.style = 'Continuous';
      line.color = ruleColors[rule.look];
    }
  }
}

interface RowKind extends Pick<ReportRow, 'height'> {
  readonly rule: Ruling | undefined;
  readonly blocks: Block[];
}

/** Rows of one height and under the same line, as blocks of the first column: rows under a line each on its own. */
function kindsOfRows(rows: readonly ReportRow[], usualHeight: number): readonly RowKind[] {
  const kinds = new Map<string, RowKind>();
  rows.forEach(({ height, rule }, row) => {
    if (rule === undefined && height === usualHeight) return;
    const key = rule ? `${height} ${rule.look} ${rule.from}` : String(height);
    let kind = kinds.get(key);
    if (!kind) kinds.set(key, (kind = { height, rule, blocks: [] }));
    const last = kind.blocks.at(-1);
    if (last && rule === undefined && last.row + last.rows === row) {
      kind.blocks[kind.blocks.length - 1] = { ...last, rows: last.rows + 1 };
    } else kind.blocks.push({ row, column: 0, rows: 1, columns: 1 });
  });
  return [...kinds.values()];
}

/** Where a column's cells are not of its usual style; a blank cell of the body goes with the one above it. */
function runsOfStyles(
  rows: readonly ReportRow[],
  start: number,
  place: Pick<Block, 'column' | 'columns'>,
  usual: CellStyle,
): Map<CellStyle, Block[]> {
  const runs = new Map<CellStyle, Block[]>();
  let above: CellStyle | null = null;
  rows.forEach(({ cells }, index) => {
    const { style } = cells[place.column] ?? { style: 'blank' as const };
    if (style === 'blank' && above !== null && !isFrame(above)) return;
    if (style !== 'blank' && style !== usual) {
      const blocks = runs.get(style) ?? [];
      runs.set(style, blocks);
      const last = blocks.at(-1);
      if (last && above === style) blocks[blocks.length - 1] = { ...last, rows: start + index - last.row + 1 };
      else blocks.push({ ...place, row: start + index, rows: 1 });
    }
    above = style;
  });
  return runs;
}

function count<T>(counts: Map<T, number> | undefined, value: T): void {
  counts?.set(value, (counts.get(value) ?? 0) + 1);
}

/** What was counted most. */
function largest<T>(counts: ReadonlyMap<T, number>): T | undefined {
  let most: readonly [T, number] | undefined;
  for (const next of counts) if (!most || next[1] > most[1]) most = next;
  return most?.[0];
}

/** Links by stretches of rows, each one action; Excel underlines them, the rest of their look is a style's. */
function drawLinks(sheet: Excel.Worksheet, rows: readonly ReportRow[], start: number): void {
  const width = rows[0]?.cells.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const linkAt = (row: number) => rows[row]?.cells[column]?.link;
    for (const { first, last } of stretches(rows.length, (row) => linkAt(row) !== undefined)) {
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
