import { HostError } from '../../errors';
import type { BorderEdge, Border, Rect, Style, StylePatch } from '../../model';
import { printRect, quoteSheetName } from '../../model/geometry/address';
import { rectOf } from '../../model/geometry/rect';
import type { Json, JsonObject } from '../../wire/protocol';
import { asFlag, invalidArgument } from '../arguments';
import { changeBorder, edgeOf, styleOf, weightOf } from './borders';
import { isJsonObject } from '../define';
import { setHyperlinks } from './hyperlink';
import {
  fillPatches,
  fillReaders,
  fontPatches,
  fontReaders,
  formatPatches,
  formatReaders,
  setColumnWidth,
  setRowHeight,
} from './format';
import { refuseUnbounded, type RangeRef } from './ref';
import { readTextRuns, writeTextRuns } from './text-runs';

/**
 * `setCellProperties`: a grid of the range's size, each cell with a `format`, a `hyperlink` or `textRuns`. Neighbours in a row that ask for the
 * same are written together.
 */
export function writeCellProperties(range: RangeRef, value: Json): void {
  refuseUnbounded(range);
  const { sheet, rect } = range;
  const links: { readonly rect: Rect; readonly value: Json }[] = [];
  const texts: { readonly rect: Rect; readonly value: Json }[] = [];
  const formats: { readonly rect: Rect; readonly properties: JsonObject }[] = [];
  asRows(value, rect.rows).forEach((line, row) => {
    const cells = asRows(line, rect.columns);
    for (let column = 0; column < cells.length;) {
      const cell = cells[column] ?? null;
      let end = column + 1;
      while (end < cells.length && areAlike(cell, cells[end] ?? null)) end += 1;
      // Where a few cells of many rows are set, nearly all others say nothing.
      if (cell !== null && !isEmpty(asObject(cell))) {
        const run = rectOf(rect.row + row, rect.column + column, 1, end - column);
        const { hyperlink, textRuns, ...properties } = asObject(cell);
        if (hyperlink !== undefined && hyperlink !== null) links.push({ rect: run, value: hyperlink });
        if (textRuns !== undefined && textRuns !== null) texts.push({ rect: run, value: textRuns });
        if (Object.keys(properties).length > 0) formats.push({ rect: run, properties });
      }
      column = end;
    }
  });
  // The look of a link gives way to what is asked for.
  setHyperlinks(sheet, links);
  for (const { rect: run, properties } of formats) {
    applyPatch({ sheet, rect: run }, cellPatch(properties, 'Range.setCellProperties'));
  }
  // Last: a font of the whole cell would take the place of those of its runs.
  for (const { rect: run, value: runs } of texts) {
    writeTextRuns(
      { sheet, rect: run },
      runs,
      (font) => patchOf(fontPatches, font, 'Range.setCellProperties').font ?? {},
    );
  }
}

/** `setRowProperties`: one entry a row, with `rowHidden` and a `format` for the whole row of the sheet. */
export function writeRowProperties({ sheet, rect }: RangeRef, value: Json): void {
  asRows(value, rect.rows).forEach((entry, index) => {
    const { rowHidden, format, ...others } = asObject(entry);
    const row: RangeRef = { sheet, rect: { ...rect, row: rect.row + index, rows: 1 } };
    if (rowHidden !== undefined && rowHidden !== null) sheet.rows.setHidden(row.rect.row, 1, asFlag(rowHidden));
    const { rowHeight, ...formats } = asObject(format ?? {});
    if (rowHeight !== undefined && rowHeight !== null) setRowHeight(row, rowHeight);
    applyPatch(row, cellPatch({ ...others, format: formats }, 'Range.setRowProperties'));
  });
}

/** `setColumnProperties`: one entry a column, with `columnHidden` and a `format`. */
export function writeColumnProperties({ sheet, rect }: RangeRef, value: Json): void {
  asRows(value, rect.columns).forEach((entry, index) => {
    const { columnHidden, format, ...others } = asObject(entry);
    const column: RangeRef = { sheet, rect: { ...rect, column: rect.column + index, columns: 1 } };
    if (columnHidden !== undefined && columnHidden !== null) {
      sheet.columns.setHidden(column.rect.column, 1, asFlag(columnHidden));
    }
    const { columnWidth, ...formats } = asObject(format ?? {});
    if (columnWidth !== undefined && columnWidth !== null) setColumnWidth(column, columnWidth);
    applyPatch(column, cellPatch({ ...others, format: formats }, 'Range.setColumnProperties'));
  });
}

function isEmpty(properties: JsonObject): boolean {
  for (const name in properties) if (Object.hasOwn(properties, name)) return false;
  return true;
}

function areAlike(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function applyPatch({ sheet, rect }: RangeRef, patch: StylePatch): void {
  if (Object.keys(patch).length > 0) sheet.styles.change(rect, patch);
}

function asRows(value: Json, count: number): readonly Json[] {
  if (!Array.isArray(value) || value.length !== count) throw invalidArgument();
  return value as readonly Json[];
}

function asObject(value: Json): JsonObject {
  if (!isJsonObject(value)) throw invalidArgument();
  return value;
}

function cellPatch(cell: JsonObject, location: string): StylePatch {
  let patch: StylePatch = {};
  for (const [name, value] of present(cell)) {
    if (name !== 'format') throw unsupported(`${location}: ${name}`);
    for (const [property, setting] of present(asObject(value))) {
      patch = merge(patch, formatPatch(property, setting, location));
    }
  }
  return patch;
}

function formatPatch(property: string, value: Json, location: string): StylePatch {
  switch (property) {
    case 'font':
      return patchOf(fontPatches, asObject(value), location);
    case 'fill':
      return patchOf(fillPatches, asObject(value), location);
    case 'borders':
      return { borders: borderPatch(asObject(value)) };
    default:
      return patchOf(formatPatches, { [property]: value }, location);
  }
}

function patchOf(
  patches: Readonly<Record<string, (value: Json) => StylePatch>>,
  values: JsonObject,
  location: string,
): StylePatch {
  let patch: StylePatch = {};
  for (const [name, value] of present(values)) {
    const wire = name.charAt(0).toUpperCase() + name.slice(1);
    const make = Object.hasOwn(patches, wire) ? patches[wire] : undefined;
    if (!make) throw unsupported(`${location}: ${name}`);
    patch = merge(patch, make(value));
  }
  return patch;
}

function borderPatch(borders: JsonObject): Partial<Record<BorderEdge, Border | null>> {
  const patch: Partial<Record<BorderEdge, Border | null>> = {};
  for (const [name, border] of present(borders)) patch[edgeOf(name)] = changeBorder(null, asObject(border));
  return patch;
}

function merge(a: StylePatch, b: StylePatch): StylePatch {
  return {
    ...a,
    ...b,
    ...(a.font || b.font ? { font: { ...a.font, ...b.font } } : {}),
    ...(a.borders || b.borders ? { borders: { ...a.borders, ...b.borders } } : {}),
  };
}

function present(values: JsonObject): [string, Json][] {
  return Object.entries(values).filter((entry): entry is [string, Json] => entry[1] !== undefined && entry[1] !== null);
}

function unsupported(what: string): HostError {
  return new HostError('NotImplemented', `The embedded Excel host does not implement ${what}.`, what);
}

/** `getCellProperties`: what was asked for, of every cell. */
export function readCellProperties({ sheet, rect }: RangeRef, options: Json): JsonObject[][] {
  const asked = asObject(options);
  const rows: JsonObject[][] = [];
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    const cells: JsonObject[] = [];
    for (let column = rect.column; column < rect.column + rect.columns; column++) {
      const style = sheet.workbook.styles.get(sheet.styles.at(row, column));
      const address = `${quoteSheetName(sheet.name)}!${printRect(rectOf(row, column))}`;
      cells.push(cellOf(asked, style, address, () => readTextRuns({ sheet, rect: rectOf(row, column) })));
    }
    rows.push(cells);
  }
  return rows;
}

function cellOf(asked: JsonObject, style: Style, address: string, textRuns: () => JsonObject[]): JsonObject {
  const cell: Record<string, Json> = {};
  for (const [name, value] of present(asked)) {
    if (name === 'address' || name === 'addressLocal') cell[name] = address;
    else if (name === 'textRuns') cell[name] = textRuns();
    else if (name === 'format') cell[name] = formatOf(asObject(value), style);
    else throw unsupported(`Range.getCellProperties: ${name}`);
  }
  return cell;
}

function formatOf(asked: JsonObject, style: Style): JsonObject {
  const format: Record<string, Json> = {};
  for (const [name, value] of present(asked)) {
    if (name === 'font') format[name] = readersOf(fontReaders, asObject(value), style);
    else if (name === 'fill') format[name] = readersOf(fillReaders, asObject(value), style);
    else if (name === 'borders') format[name] = bordersOf(style);
    else Object.assign(format, readersOf(formatReaders, { [name]: value }, style));
  }
  return format;
}

function readersOf(
  readers: Readonly<Record<string, (style: Style) => Json>>,
  asked: JsonObject,
  style: Style,
): JsonObject {
  const read: Record<string, Json> = {};
  for (const [name] of present(asked)) {
    const wire = name.charAt(0).toUpperCase() + name.slice(1);
    const reader = Object.hasOwn(readers, wire) ? readers[wire] : undefined;
    if (!reader) throw unsupported(`Range.getCellProperties: ${name}`);
    read[name] = reader(style);
  }
  return read;
}

function bordersOf(style: Style): JsonObject {
  const edges: readonly BorderEdge[] = ['top', 'bottom', 'left', 'right', 'diagonalUp', 'diagonalDown'];
  return Object.fromEntries(
    edges.map((edge) => {
      const border = style.borders[edge];
      return [edge, { style: styleOf(border), weight: weightOf(border), color: border?.color ?? '' }];
    }),
  );
}
