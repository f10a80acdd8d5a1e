import type { DraftRow } from './flow';
import { spacer } from './flow';
import { bandRoom, blockFoot, fontOf, fullRoom, heightOf, spacerHeight, textRoom, type Grid } from './geometry';
import { wrap } from './measure';
import type { CellStyle, ReportCell, ReportRow, Ruling } from './model';

/** A row for each line that a text takes over the whole width: it runs over blank cells, which merging would not improve. */
export function fullLines(grid: Grid, text: string, style: CellStyle): ReportRow[] {
  return linesOver(text, fullRoom, style).map((line) => ({
    cells: [{ text: line, style }, ...blanks(grid, 'blank')],
    height: heightOf(style, 1),
  }));
}

/** The band of a section, the figures of its coverage at the end of its first line. */
export function bandRows(grid: Grid, label: string, title: string, coverage: string): ReportRow[] {
  const lines = [
    ...linesOver(label, bandRoom(grid), 'bandLabel').map((text): ReportCell => ({ text, style: 'bandLabel' })),
    ...linesOver(title, bandRoom(grid), 'band').map((text): ReportCell => ({ text, style: 'band' })),
  ];
  return lines.map((cell, index) => {
    const cells = [cell, ...blanks(grid, 'band')];
    if (index === 0 && grid.bar) cells[grid.bar.column] = { text: coverage, style: 'bandCoverage' };
    // As much above a title without a label as below it: it stands in the middle of its row.
    const head = index === 0 && cell.style === 'band' ? blockFoot : 0;
    const foot = index === lines.length - 1 ? blockFoot : 0;
    return { cells, height: heightOf(cell.style, 1) + head + foot, ...(index === 0 && { start: 'band' as const }) };
  });
}

export function headerRow(grid: Grid, texts: readonly string[], coverage: string): ReportRow {
  const lines = texts.map((text, column) => wrap(text, textRoom(grid, column), fontOf('columnHeader')));
  const cells = lines.map((parts): ReportCell => ({
    text: parts.map((part) => part.trimEnd()).join('\n'),
    style: 'columnHeader',
  }));
  return {
    cells: grid.bar ? [...cells, { text: coverage, style: 'coverageHeader' }] : cells,
    height: heightOf('columnHeader', Math.max(...lines.map(({ length }) => length))) + blockFoot,
  };
}

export function strip(grid: Grid): ReportRow {
  return finished(grid, spacer());
}

/** Most cells of a report are blank: one stands for all. */
const blankCell: ReportCell = { text: '', style: 'blank' };

/** The rows of a section, with room under each block. */
export function sectionRows(grid: Grid, rows: readonly DraftRow[]): ReportRow[] {
  return rows.map((row, index) => {
    const drawn = finished(grid, row);
    const next = rows[index + 1];
    const endsBlock = row.spacer !== true && (next === undefined || next.spacer === true);
    return endsBlock ? { ...drawn, height: drawn.height + blockFoot } : drawn;
  });
}

export function finished(
  { widths }: Grid,
  { cells, lines, rule, spacer: isSpacer, start, bar, again }: DraftRow,
): ReportRow {
  const drawn = ruling(rule);
  return {
    cells: widths.map((_, index) => cells[index] ?? blankCell),
    height: isSpacer ? spacerHeight : heightOf('details', lines),
    ...(drawn && { rule: drawn }),
    ...(start && { start }),
    ...(bar !== undefined && { bar }),
    ...(again.length > 0 && { again }),
  };
}

/** Of two lines over a row the strong one begins further to the left: it covers the other. */
function ruling(rule: DraftRow['rule']): Ruling | undefined {
  if (rule?.strong !== undefined) return { look: 'strong', from: rule.strong };
  return rule?.light === undefined ? undefined : { look: 'light', from: rule.light };
}

function linesOver(text: string, room: number, style: CellStyle): string[] {
  if (text.trim() === '') return [];
  return wrap(text.replace(/\s*[\r\n]+\s*/g, ' '), room, fontOf(style)).map((line) => line.trimEnd());
}

function blanks({ widths }: Grid, style: CellStyle): ReportCell[] {
  return widths.slice(1).map(() => ({ text: '', style }));
}
