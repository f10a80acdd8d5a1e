import { columnName } from '../../model';
import type { Cell, CellAt, RowProperties, Sheet } from '../../model';
import { extraOf } from './cell-extras';
import type { CellExtra, SheetExtras } from './cell-extras';
import { withPrefixes } from './future-functions';
import type { StringWriter } from './shared-strings';
import type { TextSink } from '../xml/xml';
import type { StyleWriter } from '../styles/writer';
import { escapeText } from '../xml/xml-text';
import { encodeXstring, xstringElement } from '../xml/xstring';

/** What writing cells needs of the rest of the file. */
export interface CellTargets {
  /** Made when the first string is written. */
  readonly strings: () => StringWriter;
  readonly styles: StyleWriter;
}

const NO_EXTRAS: SheetExtras = { cells: new Map(), rows: new Map() };

/** Appends the inside of `sheetData` for the cells and rows of a sheet, a piece of text per row. */
export function writeCells(sheet: Sheet, targets: CellTargets, out: TextSink, extras = NO_EXTRAS): void {
  const writer = new CellsWriter(targets, extras);
  const looks = new Map([...sheet.rowProperties()].map((properties) => [properties.row, properties]));
  const bare = [...new Set([...looks.keys(), ...extras.rows.keys()])].sort((a, b) => a - b);
  let nextBare = 0;
  let row = -1;
  let cells = '';
  const flush = (): void => {
    if (row >= 0) out.push(writer.row(row, looks.get(row), cells));
  };
  const bareBefore = (limit: number): void => {
    for (; nextBare < bare.length && bare[nextBare]! < limit; nextBare++) {
      const number = bare[nextBare]!;
      if (number !== row) out.push(writer.row(number, looks.get(number), ''));
    }
  };
  for (const at of allCells(sheet)) {
    if (at.row !== row) {
      flush();
      bareBefore(at.row);
      row = at.row;
      cells = '';
    }
    cells += writer.cell(at.row, at.column, at.cell);
  }
  flush();
  bareBefore(Infinity);
}

function allCells(sheet: Sheet): Iterable<CellAt> {
  const used = sheet.usedRect();
  return used ? sheet.cellsIn(used) : [];
}

class CellsWriter {
  /** Names of columns, made once. */
  private readonly columns: string[] = [];
  private readonly formats: string[] = [];

  constructor(
    private readonly targets: CellTargets,
    private readonly extras: SheetExtras,
  ) {}

  row(row: number, look: RowProperties | undefined, cells: string): string {
    let head = `<row r="${row + 1}"`;
    if (look?.style) head += `${this.format(look.style)} customFormat="1"`;
    if (look?.height !== undefined) head += ` ht="${look.height}"`;
    if (look?.hidden) head += ' hidden="1"';
    if (look?.custom) head += ' customHeight="1"';
    head += this.extras.rows.get(row) ?? '';
    return cells === '' ? head + '/>' : `${head}>${cells}</row>`;
  }

  cell(row: number, column: number, cell: Cell): string {
    const name = (this.columns[column] ??= columnName(column));
    const extra = this.extras.cells.size > 0 ? extraOf(this.extras, row, column, cell) : undefined;
    const head = `<c r="${name}${row + 1}"${this.format(cell.style)}`;
    const { type, value } = this.value(cell, extra);
    const formula = formulaElement(cell, extra);
    const inside = formula + value + (extra?.tail ?? '');
    return inside === ''
      ? `${head}${extra?.attributes ?? ''}/>`
      : `${head}${type}${extra?.attributes ?? ''}>${inside}</c>`;
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

  private value(cell: Cell, extra: CellExtra | undefined): { readonly type: string; readonly value: string } {
    const { value } = cell;
    switch (typeof value) {
      case 'number':
        return Number.isFinite(value)
          ? { type: '', value: `<v>${value}</v>` }
          : { type: ' t="e"', value: '<v>#NUM!</v>' };
      case 'boolean':
        return { type: ' t="b"', value: value ? '<v>1</v>' : '<v>0</v>' };
      case 'string':
        if (cell.formula !== undefined) return { type: ' t="str"', value: xstringElement('v', value) };
        return {
          type: ' t="s"',
          value: `<v>${extra?.sharedString ?? this.targets.strings().index(value, cell.rich)}</v>`,
        };
      default:
        return value === null ? { type: '', value: '' } : { type: ' t="e"', value: `<v>${value.error}</v>` };
    }
  }
}

function formulaElement(cell: Cell, extra: CellExtra | undefined): string {
  const attributes = extra?.formulaAttributes ?? '';
  if (cell.formula === undefined) return attributes === '' ? '' : `<f${attributes}/>`;
  return `<f${attributes}>${escapeText(encodeXstring(withPrefixes(cell.formula)))}</f>`;
}
