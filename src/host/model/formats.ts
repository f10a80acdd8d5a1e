import { HostError } from '../errors';
import { endColumn, endRow, isWholeColumns, isWholeRows } from './rect';
import type { Sheet } from './sheet';
import { isNumberFormat } from './text';
import type { Cell, Rect, StyleId, StylePatch } from './types';

/** An intersection of a styled row and styled columns gets cells of its own up to this many columns. */
const MAX_CROSSED = 1_024;

/** Cells that hold nothing but a style are shared: a million formatted blank rows cost their slots only. */
const blanks = new Map<StyleId, Cell>();

export function blankCell(style: StyleId): Cell {
  let cell = blanks.get(style);
  if (!cell) blanks.set(style, (cell = Object.freeze({ value: null, style })));
  return cell;
}

/** Changes styles of a range: whole columns and rows by their own style, all else cell by cell, one look-up a cell. */
export function restyle(sheet: Sheet, rect: Rect, patch: StylePatch): void {
  const { styles } = sheet.workbook;
  const changed = new Map<StyleId, StyleId>();
  const change = (id: StyleId): StyleId => {
    let next = changed.get(id);
    if (next === undefined) changed.set(id, (next = styles.change(id, patch)));
    return next;
  };
  if (isWholeColumns(rect)) restyleColumns(sheet, rect, change);
  else if (isWholeRows(rect)) restyleRows(sheet, rect, change);
  else restyleCells(sheet, rect, change);
}

/** Sets all styles of a range to the default. */
export function unstyle(sheet: Sheet, rect: Rect): void {
  const plain = (): StyleId => 0;
  if (isWholeColumns(rect)) restyleColumns(sheet, rect, plain);
  else if (isWholeRows(rect)) restyleRows(sheet, rect, plain);
  else restyleExisting(sheet, rect, plain);
}

function restyleCells(sheet: Sheet, rect: Rect, change: (id: StyleId) => StyleId): void {
  const { cells } = sheet.store;
  for (let row = rect.row; row < endRow(rect); row++) {
    for (let column = rect.column; column < endColumn(rect); column++) {
      const cell = cells.get(row, column);
      const former = cell?.style ?? sheet.inheritedStyle(row, column);
      const style = change(former);
      if (style !== former) cells.set(row, column, cell ? { ...cell, style } : blankCell(style));
    }
  }
}

function restyleExisting(sheet: Sheet, rect: Rect, change: (id: StyleId) => StyleId): void {
  for (const { row, column, cell } of sheet.store.cells.within(rect)) {
    const style = change(cell.style);
    if (style !== cell.style) sheet.placeCell(row, column, { ...cell, style });
  }
}

function restyleColumns(sheet: Sheet, rect: Rect, change: (id: StyleId) => StyleId): void {
  const { cells, columns, rows } = sheet.store;
  columns.change(rect.column, rect.columns, (look) => ({ ...look, style: change(look.style) }));
  restyleExisting(sheet, rect, change);
  if (rect.columns > MAX_CROSSED) {
    for (const { row } of rows.all()) rows.change(row, (look) => ({ ...look, style: change(look.style) }));
    return;
  }
  for (const { row, style } of rows.all()) {
    if (style === 0) continue;
    for (let column = rect.column; column < endColumn(rect); column++) {
      if (!cells.get(row, column)) sheet.placeCell(row, column, blankCell(change(style)));
    }
  }
}

function restyleRows(sheet: Sheet, rect: Rect, change: (id: StyleId) => StyleId): void {
  const { cells, columns, rows } = sheet.store;
  const crossed = columns.styledWithin(0, rect.columns);
  for (let row = rect.row; row < endRow(rect); row++) {
    const hadStyle = rows.at(row).style !== 0;
    for (const span of hadStyle ? [] : crossed) {
      const last = Math.min(span.last, span.first + MAX_CROSSED - 1);
      for (let column = span.first; column <= last; column++) {
        if (!cells.get(row, column)) cells.set(row, column, blankCell(span.style));
      }
    }
    rows.change(row, (look) => ({ ...look, style: change(look.style) }));
  }
  restyleExisting(sheet, rect, change);
}

/** Number formats by range or cell by cell. `InvalidArgument` for one that Excel would refuse or a wrong shape. */
export function setFormats(sheet: Sheet, rect: Rect, formats: string | readonly (readonly string[])[]): void {
  if (typeof formats === 'string') {
    restyle(sheet, rect, { numberFormat: checkedFormat(formats) });
    return;
  }
  if (formats.length !== rect.rows || formats.some((row) => row.length !== rect.columns)) {
    throw new HostError('InvalidArgument', 'The formats do not have the shape of the range.');
  }
  const only = formats[0]?.[0] ?? 'General';
  if (formats.every((row) => row.every((format) => format === only))) {
    restyle(sheet, rect, { numberFormat: checkedFormat(only) });
    return;
  }
  const patches = new Map<string, StylePatch>();
  formats.forEach((line, i) =>
    line.forEach((format, j) => {
      let patch = patches.get(format);
      if (!patch) patches.set(format, (patch = { numberFormat: checkedFormat(format) }));
      const [row, column] = [rect.row + i, rect.column + j];
      const style = sheet.workbook.styles.change(sheet.styleAt(row, column), patch);
      const cell = sheet.cell(row, column);
      sheet.placeCell(row, column, cell ? { ...cell, style } : blankCell(style));
    }),
  );
}

function checkedFormat(format: string): string {
  if (format === '') return 'General';
  if (isNumberFormat(format)) return format;
  throw new HostError('InvalidArgument', `“${format}” is not a number format.`);
}
