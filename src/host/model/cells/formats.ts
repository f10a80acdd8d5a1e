import { HostError } from '../../errors';
import { endColumn, endRow, isWholeColumns, isWholeRows, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';
import { isNumberFormat } from './text';
import type { Cell } from './cell';
import type { StyleId, StylePatch } from '../looks/style';

/** An intersection of a styled row and styled columns gets cells of its own up to this many columns. */
const MAX_CROSSED = 1_024;

/** Cells that hold nothing but a style are shared: a million formatted blank rows cost their slots only. */
const blanks = new Map<StyleId, Cell>();

export function blankCell(style: StyleId): Cell {
  let cell = blanks.get(style);
  if (!cell) blanks.set(style, (cell = Object.freeze({ value: null, style })));
  return cell;
}

/** The cell in another style. */
function styled(cell: Cell | undefined, style: StyleId): Cell {
  if (!cell) return blankCell(style);
  // Nearly all are plain, and objects of one shape are made much faster than copies.
  return cell.formula === undefined && !cell.rich ? { value: cell.value, style } : { ...cell, style };
}

/** A change of styles that looks up each style once, and runs of one style not at all. */
function remembered(change: (id: StyleId) => StyleId): (id: StyleId) => StyleId {
  const changed = new Map<StyleId, StyleId>();
  let last: StyleId = -1;
  let lastChanged: StyleId = -1;
  return (id) => {
    if (id === last) return lastChanged;
    let next = changed.get(id);
    if (next === undefined) changed.set(id, (next = change(id)));
    last = id;
    lastChanged = next;
    return next;
  };
}

/** Changes styles of a range: whole columns and rows by their own style, all else cell by cell, one look-up a cell. */
export function restyle(sheet: Sheet, rect: Rect, patch: StylePatch): void {
  const { styles } = sheet.workbook;
  const change = remembered((id) => styles.change(id, patch));
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

/** The style of a cell that does not exist, for walks row by row: one look-up a row, and none where no row has one. */
export function inheritance(sheet: Sheet): (row: number, column: number) => StyleId {
  const { columns, rows } = sheet;
  let last = -1;
  let ofRow: StyleId = 0;
  return (row, column) => {
    if (row !== last) {
      last = row;
      ofRow = rows.at(row).style;
    }
    return ofRow === 0 ? columns.styleAt(column) : ofRow;
  };
}

function restyleCells(sheet: Sheet, rect: Rect, change: (id: StyleId) => StyleId): void {
  const inherited = inheritance(sheet);
  sheet.cells.update(rect, (cell, row, column) => {
    const former = cell ? cell.style : inherited(row, column);
    const style = change(former);
    return style === former ? cell : styled(cell, style);
  });
}

function restyleExisting(sheet: Sheet, rect: Rect, change: (id: StyleId) => StyleId): void {
  for (const { row, column, cell } of sheet.cells.within(rect)) {
    const style = change(cell.style);
    if (style !== cell.style) sheet.placeCell(row, column, { ...cell, style });
  }
}

function restyleColumns(sheet: Sheet, rect: Rect, change: (id: StyleId) => StyleId): void {
  const { cells, columns, rows } = sheet;
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
  const { cells, columns, rows } = sheet;
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
  const changes = new Map<string, (id: StyleId) => StyleId>();
  const changeTo = (format: string): ((id: StyleId) => StyleId) => {
    let change = changes.get(format);
    if (!change) {
      const patch: StylePatch = { numberFormat: checkedFormat(format) };
      changes.set(format, (change = remembered((id) => sheet.workbook.styles.change(id, patch))));
    }
    return change;
  };
  const inherited = inheritance(sheet);
  sheet.cells.update(rect, (cell, row, column) => {
    const former = cell ? cell.style : inherited(row, column);
    const style = changeTo(formats[row - rect.row]![column - rect.column]!)(former);
    return style === former ? cell : styled(cell, style);
  });
}

function checkedFormat(format: string): string {
  if (format === '') return 'General';
  if (isNumberFormat(format)) return format;
  throw new HostError('InvalidArgument', `“${format}” is not a number format.`);
}
