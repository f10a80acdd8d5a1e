import { columnName } from '../../model';
import type { Cell, CellValue, RowProperties, Sheet } from '../../model';
import { extraOf, NO_EXTRAS } from './cell-extras';
import type { CellExtra, SheetExtras } from './cell-extras';
import { withPrefixes } from './future-functions';
import { withoutSigns } from './intersections';
import type { StringWriter } from './shared-strings';
import type { TextPacker } from '../package/packing';
import type { StyleWriter } from '../styles/writer';
import { escapeText } from '../xml/xml-text';
import { encodeXstring, xstringElement } from '../xml/xstring';

/** What writing cells needs of the rest of the file. */
export interface CellTargets {
  /** Made when the first string is written. */
  readonly strings: () => StringWriter;
  readonly styles: StyleWriter;
}

/** Appends the inside of `sheetData` for the cells and rows of a sheet. */
export function writeCells(sheet: Sheet, targets: CellTargets, out: TextPacker, extras = NO_EXTRAS): void {
  const writer = new CellsWriter(targets, extras, out);
  // Both in order of rows, which may have no cells.
  const looks = [...sheet.rows.all()];
  const kept = [...extras.rows.keys()].sort((a, b) => a - b);
  let [atLook, atKept] = [0, 0];
  const write = (row: number, cells: readonly (Cell | undefined)[]): void => {
    const look = looks[atLook]?.row === row ? looks[atLook++] : undefined;
    if (kept[atKept] === row) atKept++;
    writer.row(row, look, cells);
  };
  const writeBareBefore = (limit: number): void => {
    for (;;) {
      const row = Math.min(looks[atLook]?.row ?? limit, kept[atKept] ?? limit);
      if (row >= limit) return;
      write(row, []);
    }
  };
  for (const { row, cells } of sheet.cells.rows()) {
    writeBareBefore(row);
    write(row, cells);
  }
  writeBareBefore(Infinity);
}

/** Whole numbers that are written digit by digit. */
const isIndex = (value: number): boolean => value >= 0 && value <= 0x7fffffff && (value | 0) === value;

class CellsWriter {
  /** The tags of cells by column, up to the row's number. */
  private readonly heads: string[] = [];
  private readonly formats: string[] = [];

  constructor(
    private readonly targets: CellTargets,
    private readonly extras: SheetExtras,
    private readonly out: TextPacker,
  ) {}

  row(row: number, look: RowProperties | undefined, cells: readonly (Cell | undefined)[]): void {
    const { out } = this;
    const extra = this.extras.rows.get(row);
    // A row that lost its cells, and had nothing else.
    const isEmpty = !cells.some((cell) => cell !== undefined);
    if (isEmpty && !look && extra === undefined) return;
    out.push('<row r="');
    out.integer(row + 1);
    out.push('"');
    if (look?.style) out.push(this.format(look.style), ' customFormat="1"');
    if (look?.height !== undefined) out.push(` ht="${look.height}"`);
    if (look?.hidden) out.push(' hidden="1"');
    if (look?.custom) out.push(' customHeight="1"');
    if (look?.outline) out.push(` outlineLevel="${look.outline}"`);
    if (look?.collapsed) out.push(' collapsed="1"');
    if (extra !== undefined) out.push(extra);
    if (isEmpty) {
      out.push('/>');
      return;
    }
    out.push('>');
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (cell) this.cell(row, column, cell);
    }
    out.push('</row>');
  }

  private cell(row: number, column: number, cell: Cell): void {
    const { out } = this;
    const extra = this.extras.cells.size > 0 ? extraOf(this.extras, row, column, cell) : undefined;
    out.push((this.heads[column] ??= `<c r="${columnName(column)}`));
    out.integer(row + 1);
    out.push('"', this.format(cell.style));
    const attributes = extra?.attributes ?? '';
    const formula = formulaElement(cell, extra);
    const tail = extra?.tail ?? '';
    if (cell.value === null && formula === '' && tail === '') {
      out.push(attributes, '/>');
      return;
    }
    out.push(typeOf(cell), attributes, '>', formula);
    if (cell.value !== null) this.value(cell, cell.value, extra);
    out.push(tail, '</c>');
  }

  private format(style: number): string {
    let text = this.formats[style];
    if (text === undefined) {
      const index = this.targets.styles.format(style);
      text = index === 0 ? '' : ` s="${index}"`;
      this.formats[style] = text;
    }
    return text;
  }

  private value(cell: Cell, value: Exclude<CellValue, null>, extra: CellExtra | undefined): void {
    const { out } = this;
    if (typeof value === 'string' && cell.formula !== undefined) {
      out.push(xstringElement('v', value));
      return;
    }
    out.push('<v>');
    if (typeof value === 'string') out.integer(extra?.sharedString ?? this.targets.strings().index(value, cell.rich));
    else if (typeof value === 'number') {
      if (isIndex(value)) out.integer(value);
      else out.push(Number.isFinite(value) ? String(value) : '#NUM!');
    } else out.push(typeof value === 'boolean' ? (value ? '1' : '0') : value.error);
    out.push('</v>');
  }
}

/** The attribute that says how the value is written; a number needs none. */
function typeOf({ value, formula }: Cell): string {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? '' : ' t="e"';
    case 'boolean':
      return ' t="b"';
    case 'string':
      return formula === undefined ? ' t="s"' : ' t="str"';
    default:
      return value === null ? '' : ' t="e"';
  }
}

function formulaElement(cell: Cell, extra: CellExtra | undefined): string {
  const attributes = extra?.formulaAttributes ?? '';
  if (cell.formula === undefined) return attributes === '' ? '' : `<f${attributes}/>`;
  return `<f${attributes}>${escapeText(encodeXstring(withPrefixes(withoutSigns(cell.formula))))}</f>`;
}
