import type { Cell, Origin, Point, Rect, Sheet, Style } from '../host/model';
import { HostError } from '../host/errors';
import { endColumn, endRow, intersection } from '../host/model/geometry/rect';
import { shiftFormula } from '../host/model/formulas/shift';
import { fromTsv, toTsv } from './grid/tsv';

/** What was copied or cut, kept beside the text that went to the system's clipboard. */
export interface Clip {
  readonly sheet: Sheet;
  readonly rect: Rect;
  readonly text: string;
  readonly cut: boolean;
}

/** Above this, copying would freeze the page. */
const mostCells = 2_000_000;

/** Copies what of a rectangle is in use: a whole column is not a million lines of text. */
export function copyCells(sheet: Sheet, selected: Rect, cut: boolean): Clip {
  const used = sheet.cells.extent();
  const reach = used && { row: 0, column: 0, rows: endRow(used), columns: endColumn(used) };
  const rect = (reach && intersection(selected, reach)) ?? { ...selected, rows: 1, columns: 1 };
  if (rect.rows * rect.columns > mostCells)
    throw new HostError('RequestPayloadSizeLimitExceeded', 'Too many cells to copy.');
  const rows = Array.from({ length: rect.rows }, (_, i) =>
    Array.from({ length: rect.columns }, (__, k) => sheet.text(rect.row + i, rect.column + k)),
  );
  return { sheet, rect, text: toTsv(rows), cut };
}

/**
 * Pastes at a cell and returns what was written over. Text from elsewhere is typed, cell by cell, in the person's
 * locale; what was copied here keeps its formats and its formulas. One step of undo.
 */
export function pasteCells(sheet: Sheet, target: Rect, text: string, clip: Clip | null, origin: Origin): Rect {
  const { workbook } = sheet;
  const at: Point = { row: target.row, column: target.column };
  if (clip?.text === text.replace(/\r?\n$/, '') && workbook.sheetById(clip.sheet.id)) {
    return workbook.transact(origin, () => pasteClip(sheet, target, clip));
  }
  const rows = fromTsv(text);
  const columns = rows[0]?.length ?? 0;
  return workbook.transact(origin, () => {
    // One cell fills all that is selected, as in Excel.
    if (rows.length === 1 && columns === 1) {
      for (let row = target.row; row < endRow(target); row += 1)
        for (let column = target.column; column < endColumn(target); column += 1)
          sheet.paste(row, column, rows[0]?.[0] ?? '');
      return target;
    }
    rows.forEach((cells, i) => cells.forEach((cell, k) => sheet.paste(at.row + i, at.column + k, cell)));
    return { ...at, rows: rows.length, columns };
  });
}

function pasteClip(sheet: Sheet, target: Rect, clip: Clip): Rect {
  const { rect, cut } = clip;
  const copied = Array.from({ length: rect.rows }, (_, i) =>
    Array.from({ length: rect.columns }, (__, k) => {
      const row = rect.row + i;
      const column = rect.column + k;
      return {
        cell: clip.sheet.cells.get(row, column),
        style: clip.sheet.workbook.styles.get(clip.sheet.styles.at(row, column)),
      };
    }),
  );
  const repeat = !cut && target.rows % rect.rows === 0 && target.columns % rect.columns === 0;
  const rows = repeat ? target.rows : rect.rows;
  const columns = repeat ? target.columns : rect.columns;
  // A formula that is moved keeps its references; one that is copied takes them along.
  const shiftTo = (down: number, across: number) => (cut ? { rows: 0, columns: 0 } : { rows: down, columns: across });
  if (cut) clip.sheet.clear(rect, 'All');
  for (let i = 0; i < rows; i += 1) {
    for (let k = 0; k < columns; k += 1) {
      const one = copied[i % rect.rows]?.[k % rect.columns];
      if (!one) continue;
      const row = target.row + i;
      const column = target.column + k;
      pasteOne(
        sheet,
        row,
        column,
        one.cell,
        one.style,
        shiftTo(row - (i % rect.rows) - rect.row, column - (k % rect.columns) - rect.column),
      );
    }
  }
  return { row: target.row, column: target.column, rows, columns };
}

function pasteOne(
  sheet: Sheet,
  row: number,
  column: number,
  cell: Cell | undefined,
  style: Style,
  shift: { rows: number; columns: number },
): void {
  const at = { row, column, rows: 1, columns: 1 };
  sheet.styles.change(at, style);
  if (!cell || (cell.value === null && cell.formula === undefined)) {
    sheet.clear(at, 'Contents');
  } else if (cell.formula !== undefined) {
    sheet.write(at, [[`=${shiftFormula(cell.formula, shift.rows, shift.columns)}`]], 'formulas');
  } else if (cell.rich) {
    sheet.setRich(row, column, cell.rich);
  } else {
    const { value } = cell;
    if (typeof value === 'object') sheet.write(at, [[value?.error ?? '']], 'values');
    // The apostrophe keeps a text that looks like a formula or a date what it is.
    else sheet.write(at, [[typeof value === 'string' && style.numberFormat !== '@' ? `'${value}` : value]], 'values');
  }
}
