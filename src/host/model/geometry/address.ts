import { endColumn, endRow, isWholeColumns, isWholeRows, MAX_COLUMNS, MAX_ROWS, type Rect } from './rect';

/** A reference with its sheet, when it names one. */
export interface Reference {
  readonly sheet?: string;
  readonly rect: Rect;
}

/** `0` → `A`, `27` → `AB`. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** `AB` → `27`, in either case; null when it names no column of a sheet. */
export function columnIndex(name: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return null;
  let index = 0;
  // The last five bits of a letter are its place in the alphabet, in either case.
  for (let at = 0; at < name.length; at++) index = index * 26 + (name.charCodeAt(at) & 0x1f);
  return index <= MAX_COLUMNS ? index - 1 : null;
}

const sheetPrefix = /^(?:'((?:[^']|'')+)'|([^'!:]+))!(.*)$/s;
const cells = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;
const wholeColumns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const wholeRows = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/**
 * Reads a reference in A1 style: `B2`, `$A$1:C3`, `A:C`, `1:3`, each with or without a sheet (`Plan!A1`, `'Mon plan'!A1`).
 * Corners may come in any order. Null when it is none or lies outside a sheet.
 */
export function parseReference(text: string): Reference | null {
  const trimmed = text.trim();
  const prefixed = trimmed.includes('!') ? sheetPrefix.exec(trimmed) : null;
  const rect = parseRect(prefixed?.[3] ?? trimmed);
  if (!rect) return null;
  const sheet = prefixed?.[1]?.replaceAll("''", "'") ?? prefixed?.[2];
  return sheet === undefined ? { rect } : { sheet, rect };
}

/** Reads a reference without a sheet; null when it is none. */
export function parseRect(text: string): Rect | null {
  return plainCell(text) ?? anyRect(text);
}

/** One cell without marks, `AB12`: most of a long list are. Undefined for anything else, whatever it is. */
function plainCell(text: string): Rect | undefined {
  let at = 0;
  let column = 0;
  let code = text.charCodeAt(0);
  // The last five bits of a letter are its place in the alphabet.
  for (; code >= 0x41 && code <= 0x5a; code = text.charCodeAt(at)) {
    column = column * 26 + (code & 0x1f);
    at += 1;
  }
  const letters = at;
  let row = 0;
  for (; code >= 0x30 && code <= 0x39; code = text.charCodeAt(at)) {
    row = row * 10 + code - 0x30;
    at += 1;
  }
  const isOne = at === text.length && letters > 0 && letters < 4 && at > letters && at - letters < 8;
  return isOne && row > 0 && row <= MAX_ROWS && column <= MAX_COLUMNS
    ? { row: row - 1, column: column - 1, rows: 1, columns: 1 }
    : undefined;
}

function anyRect(text: string): Rect | null {
  const cell = cells.exec(text);
  if (cell) {
    const [, column1 = '', row1 = '', column2 = column1, row2 = row1] = cell;
    return between(rowIndex(row1), columnIndex(column1), rowIndex(row2), columnIndex(column2));
  }
  const columns = wholeColumns.exec(text);
  if (columns) return between(0, columnIndex(columns[1] ?? ''), MAX_ROWS - 1, columnIndex(columns[2] ?? ''));
  const rows = wholeRows.exec(text);
  if (rows) return between(rowIndex(rows[1] ?? ''), 0, rowIndex(rows[2] ?? ''), MAX_COLUMNS - 1);
  return null;
}

function rowIndex(digits: string): number | null {
  const row = Number(digits);
  return row >= 1 && row <= MAX_ROWS ? row - 1 : null;
}

function between(
  row1: number | null,
  column1: number | null,
  row2: number | null,
  column2: number | null,
): Rect | null {
  if (row1 === null || column1 === null || row2 === null || column2 === null) return null;
  return {
    row: Math.min(row1, row2),
    column: Math.min(column1, column2),
    rows: Math.abs(row2 - row1) + 1,
    columns: Math.abs(column2 - column1) + 1,
  };
}

/** `A1`, `A1:B2`, `A:B`, `1:2`; with `$` when `absolute`. */
export function printRect(rect: Rect, absolute = false): string {
  const mark = absolute ? '$' : '';
  const column = (index: number): string => mark + columnName(index);
  const row = (index: number): string => `${mark}${index + 1}`;
  const lastRow = endRow(rect) - 1;
  const lastColumn = endColumn(rect) - 1;
  if (isWholeColumns(rect) && !isWholeRows(rect)) return `${column(rect.column)}:${column(lastColumn)}`;
  if (isWholeRows(rect)) return `${row(rect.row)}:${row(lastRow)}`;
  const first = column(rect.column) + row(rect.row);
  return rect.rows === 1 && rect.columns === 1 ? first : `${first}:${column(lastColumn)}${row(lastRow)}`;
}

/** The reference with its sheet, quoted when Excel would quote it: `'Mon plan'!A1:B2`. */
export function printReference(sheet: string, rect: Rect, absolute = false): string {
  return `${quoteSheetName(sheet)}!${printRect(rect, absolute)}`;
}

/** A sheet's name as formulas write it. */
export function quoteSheetName(name: string): string {
  return needsQuotes(name) ? `'${name.replaceAll("'", "''")}'` : name;
}

function needsQuotes(name: string): boolean {
  if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name)) return true;
  return parseRect(name) !== null || /^(?:r\d*c?\d*|c\d*)$/i.test(name);
}
