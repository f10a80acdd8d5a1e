import { shortenToWidth, sizes } from '../../report';
import { figureColumns, labelColumns, labelRoom, type ListItem } from './model';
import { headingHeight } from './pages';
import { cellText } from '../contract/escape';
import { manyAreas } from '../sheets/manyAreas';
import { palette } from '../sheets/palette';
import { isLeftOut } from '../refinements';
import { applyLook, type Look } from '../report/format';
import { headerLook } from '../sheets/tableLook';
export { headerLook };
import { repeated, type Block } from '../contract/values';

/** Columns of the sheet, but for those of a wider PivotTable. */
export const sheetColumns = labelColumns.length + figureColumns;
/** The column of the first figure. */
export const figures = labelColumns.length;

export const headingLook: Look = { size: sizes.heading, bold: true, color: palette.accent };

/** Queues a line of text in the first column, or another; it runs over the blank cells beside it. */
export function drawLine(sheet: Excel.Worksheet, row: number, text: string, look: Look, column = 0): void {
  const cell = sheet.getCell(row, column);
  cell.numberFormat = [['@']];
  cell.values = [[cellText(text)]];
  applyLook(cell.format, look);
}

/** Queues the heading of a part of the sheet, with air above what it heads. */
export function drawHeading(sheet: Excel.Worksheet, row: number, text: string, column = 0): void {
  drawLine(sheet, row, text, headingLook, column);
  const { format } = sheet.getCell(row, column);
  format.rowHeight = headingHeight;
  format.verticalAlignment = 'Center';
}

/** Dresses the heads of a list, of the items below, and wherever they are said again above one of them. */
export function drawHeads(sheet: Excel.Worksheet, row: number, heads: readonly number[]): void {
  const rows = [row, ...heads.map((item, said) => row + 1 + item + said)];
  const blocks = rows.map((each) => ({ row: each, column: 0, rows: 1, columns: sheetColumns }));
  for (const { format } of manyAreas(sheet, blocks)) applyLook(format, headerLook);
}

/** A row of cells from those that have something, by column. */
export function cellsOf(cells: Readonly<Record<number, string | number>>): (string | number)[] {
  return Array.from({ length: sheetColumns }, (_, column) => cells[column] ?? '');
}

/** Thin lines between the rows of a list: Excel has none for a single one, and some fail at it. */
export function drawRules(range: Excel.Range, rows: number): void {
  if (rows < 2 || isLeftOut(range.context, 'lines')) return;
  const lines = range.format.borders.getItem('InsideHorizontal');
  lines.style = 'Continuous';
  lines.color = palette.rule;
}

/** Colours the cells that hold a state, by its sign. */
export function colorWhere(range: Excel.Range, state: string, color: string, ground?: string): void {
  if (isLeftOut(range.context, 'colours')) return;
  const { textComparison } = range.conditionalFormats.add('ContainsText');
  textComparison.format.font.color = color;
  if (ground !== undefined) textComparison.format.fill.color = ground;
  textComparison.rule = { operator: 'Contains', text: state.slice(0, 1) };
}

const indents = { objective: 0, strategy: 1, action: 2 } as const;
/** What Excel puts before a text for each step, in points, at our size. */
const indentWidth = 9;

/** Number and label, which runs over the columns beside it and stands in steps, as the plan does. */
export function drawLabels(sheet: Excel.Worksheet, row: number, items: readonly ListItem[]): void {
  const range = sheet.getRangeByIndexes(row, 0, items.length, figures);
  range.numberFormat = repeated(
    items.length,
    labelColumns.map(() => '@'),
  );
  range.values = items.map(({ no, level, text }) => {
    const room = labelRoom - indents[level] * indentWidth;
    const label = shortenToWidth(text, room, { size: sizes.body, bold: level !== 'action' });
    return labelColumns.map((_, index) => (index === 0 ? cellText(no) : index === 1 ? cellText(label) : ''));
  });
  for (const level of ['strategy', 'action'] as const) {
    const runs = runsOf(
      items.map((item) => item.level === level),
      { row, column: 1, columns: 1 },
    );
    for (const { format } of manyAreas(sheet, runs)) indent(format, indents[level]);
  }
}

/** An indent counts from a side: text that is aligned as its kind has it gets none. */
export function indent(format: Excel.RangeFormat, steps: number): void {
  format.horizontalAlignment = 'Left';
  format.indentLevel = steps;
}

/** The rows wanted, those that follow each other as one block. */
export function runsOf(
  wanted: readonly boolean[],
  { row, column, columns }: Pick<Block, 'row' | 'column' | 'columns'>,
): Block[] {
  const blocks: Block[] = [];
  wanted.forEach((isWanted, index) => {
    if (!isWanted) return;
    const last = blocks.at(-1);
    if (last && last.row + last.rows === row + index) blocks[blocks.length - 1] = { ...last, rows: last.rows + 1 };
    else blocks.push({ row: row + index, column, rows: 1, columns });
  });
  return blocks;
}
