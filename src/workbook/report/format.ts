import type { CellStyle, ReportRow, ReportSheet, Rule, Ruling } from '../../report';
import { manyAreas, setNumberFormat, writeValues } from '../sheets/manyAreas';
import { keepPage, setUpPage } from '../sheets/page';
import { isLeftOut, type Refinement } from '../refinements';
import { palette } from '../sheets/palette';
import { drawBars } from './bars';
import { gather } from './gather';
import { applyLook, base, difference, isFrame, looks, plain } from './looks';
import { drawRich } from './richText';
import { setByCell } from './setByCell';
import type { Block } from '../contract/values';

export { applyBase, applyLook, type Look } from './looks';

const ruleColors: Readonly<Record<Rule, string>> = { strong: palette.accent, light: palette.rule };

/** What most of a report's body is: it goes to whole columns in one piece, the rest is said as differences. */
export interface Usual {
  /** By column of text. */
  readonly styles: readonly CellStyle[];
  /** Of the rows that need not be named for a line: what differs, or has a line above it, is drawn with the frame. */
  readonly height: number;
}

/** So many rows say what is usual. */
const sampled = 2_000;

export function usualOf(report: ReportSheet): Usual {
  return { styles: usualStyles(report), height: usualHeight(report) };
}

function usualStyles({ rows, header }: ReportSheet): readonly CellStyle[] {
  const counts = (rows[0]?.cells ?? []).map(() => new Map<CellStyle, number>());
  const step = Math.ceil(rows.length / sampled);
  for (let row = header.lastRow + 1; row < rows.length; row += step) {
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

/**
 * Queues what the cells of each column have in common, and the commonest height: before the rows themselves, for a row
 * that has a height when texts come into it is not measured. `start` is the first row's place.
 */
export function drawUsual(sheet: Excel.Worksheet, report: ReportSheet, start: number, usual: Usual): void {
  const { rows, bar } = report;
  usual.styles.forEach((style, column) => {
    const range = sheet.getRangeByIndexes(start, column, rows.length, spanOf(bar, column));
    setNumberFormat(range, '@');
    applyLook(range.format, { ...base, ...looks[style] });
  });
  setUsualHeight(sheet, rows.length, start, usual);
}

/**
 * Queues the texts of some rows, and how they differ from the usual: looks by column and style, each once for all of
 * its places, so that the request grows with the number of styles and not with that of rows. `start` is the first
 * row's place.
 */
export function drawRows(
  sheet: Excel.Worksheet,
  rows: readonly ReportRow[],
  start: number,
  { usual, bar }: { readonly usual: Usual; readonly bar: ReportSheet['bar'] },
): void {
  const { texts, columns } = gather(
    rows,
    start,
    usual.styles.map((style, column) => ({ usual: style, columns: spanOf(bar, column) })),
  );
  writeValues(sheet, { row: start, column: 0 }, texts);
  columns.forEach(({ links }, column) => {
    // Excel underlines them, the rest of their look is a style's.
    setByCell(sheet, { start, column, rows: links }, (row) => {
      const { link } = rows[row]?.cells[column] ?? {};
      return link === undefined ? {} : { hyperlink: { address: link } };
    });
  });
  columns.forEach(({ styles }, column) => {
    for (const [style, blocks] of styles) {
      const look = isFrame(style) ? { ...plain, ...looks[style] } : difference(style, usual.styles[column] ?? 'blank');
      for (const { format } of manyAreas(sheet, blocks)) applyLook(format, look);
    }
  });
  if (bar) drawBars(sheet, rows, start, bar);
  columns.forEach(({ rich }, column) => drawRich(sheet, rows, { start, column, rich }));
}

/**
 * Queues what a sheet has beside its cells: widths, heights and lines, what is frozen, how it is printed. The page
 * of a sheet that was built before is the person's: only what it says and what is on it are set.
 */
export function drawFrame(sheet: Excel.Worksheet, report: ReportSheet, usual: Usual, isNew: boolean): void {
  const { columns, rows, bar, header, print } = report;
  columns.forEach(({ width }, column) => {
    if (bar !== null && column > bar.column) return;
    sheet.getRangeByIndexes(0, column, 1, spanOf(bar, column)).format.columnWidth = width;
  });
  drawKinds(sheet, report, usual);
  const has = (refinement: Refinement) => !isLeftOut(sheet.context, refinement);
  if (has('view')) sheet.showGridlines = false;
  if (has('frozenRows')) sheet.freezePanes.freezeRows(header.lastRow + 1);
  if (has('pageBreaks')) {
    sheet.horizontalPageBreaks.removePageBreaks();
    rows.forEach((row, index) => {
      if (row.breakBefore) sheet.horizontalPageBreaks.add(`A${index + 1}`);
    });
  }
  if (!has('page')) return;
  if (isNew) setUpPage(sheet, print);
  else keepPage(sheet, print);
  sheet.pageLayout.setPrintTitleRows(`$${header.firstRow + 1}:$${header.lastRow + 1}`);
  sheet.pageLayout.setPrintArea(sheet.getRangeByIndexes(0, 0, rows.length, columns.length));
}

/** Queues the commonest height for so many rows at once. */
export function setUsualHeight(sheet: Excel.Worksheet, count: number, start: number, { height }: Usual): void {
  sheet.getRangeByIndexes(start, 0, count, 1).format.rowHeight = height;
}

function usualHeight({ rows }: ReportSheet): number {
  const heights = new Map<number, number>();
  for (const { height, rule } of rows) if (rule === undefined) count(heights, height);
  return largest(heights) ?? 15;
}

/** Each kind of row once for all of its places, which are named once for its height and its line. */
function drawKinds(sheet: Excel.Worksheet, { rows, columns }: ReportSheet, usual: Usual): void {
  for (const { height, rule, blocks } of kindsOfRows(rows, usual.height)) {
    for (const areas of manyAreas(sheet, blocks)) {
      if (height !== usual.height) areas.format.rowHeight = height;
      if (rule === undefined || isLeftOut(sheet.context, 'lines')) continue;
      const ruled = sheet.getRangeByIndexes(0, rule.from, rows.length, columns.length - rule.from);
      const line = areas.getEntireRow().getIntersection(ruled).format.borders.getItem('EdgeTop');
      line.style = 'Continuous';
      line.color = ruleColors[rule.look];
    }
  }
}

interface RowKind extends Pick<ReportRow, 'height'> {
  readonly rule: Ruling | undefined;
  readonly blocks: (Block & { rows: number })[];
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
    if (last && rule === undefined && last.row + last.rows === row) last.rows += 1;
    else kind.blocks.push({ row, column: 0, rows: 1, columns: 1 });
  });
  return [...kinds.values()];
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
