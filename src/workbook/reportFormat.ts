import { sizes, type CellStyle, type ReportCell, type ReportRow, type ReportSheet, type Rule } from '../report';
import { areasByKey } from './areas';
import { cellText } from './escape';
import { setUpPage } from './page';
import { fontFamily, palette } from './palette';

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

const rules: Readonly<Record<Rule, string>> = { strong: palette.accent, light: palette.rule };

/** Gives the written cells their looks, the columns their widths and the sheet its print set-up: all queued. */
export function drawReport(sheet: Excel.Worksheet, report: ReportSheet): void {
  const { columns, rows, header, print } = report;
  const whole = sheet.getRangeByIndexes(0, 0, rows.length, columns.length);
  applyBase(whole);
  columns.forEach(({ width }, index) => {
    sheet.getRangeByIndexes(0, index, 1, 1).format.columnWidth = width;
  });
  const first = header.lastRow + 1;
  const usual = columns.map((_, column) => usualStyle(rows, first, column));
  usual.forEach((style, column) => {
    if (rows.length > first) applyLook(sheet.getRangeByIndexes(first, column, rows.length - first, 1), looks[style]);
  });
  drawFrame(sheet, report);
  drawLinks(sheet, rows);
  if (rows.length > first)
    drawBody(sheet.getRangeByIndexes(first, 0, rows.length - first, columns.length), rows.slice(first), usual);
  whole.setRowProperties(rows.map(({ height }) => ({ format: { rowHeight: height } })));
  sheet.showGridlines = false;
  sheet.freezePanes.freezeRows(first);
  rows.forEach((row, index) => {
    if (row.breakBefore) sheet.horizontalPageBreaks.add(`A${index + 1}`);
  });
  setUpPage(sheet, print);
  sheet.pageLayout.setPrintTitleRows(`$${header.firstRow + 1}:$${header.lastRow + 1}`);
  sheet.pageLayout.setPrintArea(whole);
}

/** What all cells of our sheets start from. */
export function applyBase({ format }: Excel.Range): void {
  format.font.name = fontFamily;
  format.font.size = sizes.body;
  format.font.color = palette.ink;
  format.wrapText = true;
  format.verticalAlignment = 'Top';
}

export function applyLook({ format }: Excel.Range, look: Look): void {
  const { font } = format;
  if (look.size !== undefined) font.size = look.size;
  if (look.bold !== undefined) font.bold = look.bold;
  if (look.italic !== undefined) font.italic = look.italic;
  if (look.color !== undefined) font.color = look.color;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
}

/** The style of most cells of a column: it goes to the whole column in one piece. */
function usualStyle(rows: readonly ReportRow[], first: number, column: number): CellStyle {
  const counts = new Map<CellStyle, number>();
  for (const { cells } of rows.slice(first)) {
    const style = cells[column]?.style ?? 'blank';
    if (style !== 'blank' && !isFrame(style)) counts.set(style, (counts.get(style) ?? 0) + 1);
  }
  return [...counts].reduce<[CellStyle, number]>((most, next) => (next[1] > most[1] ? next : most), ['blank', 0])[0];
}

/** Title block, heads and bands: few places, whose fill and wrapping differ from the body's. */
function drawFrame(sheet: Excel.Worksheet, { columns, rows, header }: ReportSheet): void {
  const areas = areasByKey(rows.length, columns.length, (row, column) => {
    const style = rows[row]?.cells[column]?.style ?? 'blank';
    return row <= header.lastRow || isFrame(style) ? style : 'blank';
  });
  for (const [style, blocks] of areas) {
    if (style === 'blank') continue;
    for (const { row, column, rows: height, columns: width } of blocks) {
      applyLook(sheet.getRangeByIndexes(row, column, height, width), looks[style]);
    }
  }
}

function isFrame(style: CellStyle): boolean {
  const { fill, wrap } = looks[style];
  return fill !== undefined || wrap === false;
}

function drawLinks(sheet: Excel.Worksheet, rows: readonly ReportRow[]): void {
  rows.forEach(({ cells }, row) => {
    cells.forEach(({ link, text }, column) => {
      if (link === undefined) return;
      const cell = sheet.getRangeByIndexes(row, column, 1, 1);
      cell.hyperlink = { address: link, textToDisplay: cellText(text) };
      // Excel gives a link its own looks and font.
      applyBase(cell);
      applyLook(cell, looks.link);
    });
  });
}

/**
 * What differs from cell to cell: in one request of properties, however many cells there are. A range
 * with a request each would make ten times the bytes.
 */
function drawBody(body: Excel.Range, rows: readonly ReportRow[], usual: readonly CellStyle[]): void {
  body.setCellProperties(
    rows.map(({ cells }) => cells.map((cell, column) => propertiesOf(cell, usual[column] ?? 'blank'))),
  );
}

function propertiesOf({ style, rule }: ReportCell, usual: CellStyle): Excel.SettableCellProperties {
  const font = style === 'blank' || isFrame(style) ? null : fontDifference(looks[style], looks[usual]);
  if (font === null && rule === undefined) return {};
  return {
    format: {
      ...(font && { font }),
      ...(rule && { borders: { top: { style: 'Continuous', color: rules[rule] } } }),
    },
  };
}

function fontDifference(look: Look, from: Look): Excel.CellPropertiesFont | null {
  const { bold = false, italic = false, color = palette.ink } = look;
  const font = {
    ...(bold !== (from.bold ?? false) && { bold }),
    ...(italic !== (from.italic ?? false) && { italic }),
    ...(color !== (from.color ?? palette.ink) && { color }),
  };
  return Object.keys(font).length === 0 ? null : font;
}
