import { HostError } from '../../errors';
import { nextId } from '../geometry/ids';
import { printRect, quoteSheetName } from '../geometry/address';
import { contains, covers, intersection, intersects, rectOf, sameRect, type Point, type Rect } from '../geometry/rect';
import { pasteComments } from '../comments/follow';
import { renamedTable } from '../formulas/rename-references';
import { MovingFormula } from '../formulas/shift';
import { transposeFormula } from '../formulas/transpose';
import { withoutLinks } from '../rules/hyperlinks';
import { withoutRange } from '../rules/on-ranges';
import type { Cell } from './cell';
import type { StyleId } from '../looks/style';
import type { Sheet } from '../sheet';
import { hasContent } from './cells';
import { blankCell } from './formats';
import { checkMergesWhole, checkUnprotected, checkWritable } from './guard';
import { copyTable } from '../tables/copy';
import { displayText } from './text';
import { writtenTo } from './write';

/** Where cells are copied from or to. */
export interface Place {
  readonly sheet: Sheet;
  readonly rect: Rect;
}

/** What of the cells: all there is to them, what they hold, how they look, or formulas that point at them. */
export type CopyKind = 'All' | 'Formulas' | 'Values' | 'Formats' | 'Link';

export interface CopyOptions {
  /** Rows become columns. */
  readonly transpose?: boolean;
  /** What is blank at the source leaves the target as it is. */
  readonly skipBlanks?: boolean;
}

/**
 * Copies cells as a paste does, over and over where the target is a multiple of the source (turned, where it is
 * transposed); the target is nothing else. `All` takes formats, links, validations, conditional formats, notes and comments along, and
 * what the target held of these goes. References in formulas move with the cells; heights and widths stay the
 * target's. Throws `AccessDenied` and `InvalidOperation` as a write does, `InvalidOperation` where a merged area would
 * be cut.
 */
export function copyCells(from: Place, to: Place, kind: CopyKind = 'All', options: CopyOptions = {}): void {
  const { sheet, rect } = to;
  sheet.workbook.edit(() => {
    if (kind === 'All' || kind === 'Formats') checkUnprotected(sheet, 'allowFormatCells');
    const copy = new Copy(from, to, options);
    if (kind === 'All') {
      checkWritable(sheet, rect);
      refusePivots(from);
      checkMergesWhole(sheet, rect);
      copy.cells(kind);
      copy.rules();
      copy.comments();
      copy.tables();
      sheet.contentChanged(rect, undefined);
    } else if (kind === 'Formats') copy.cells(kind);
    else writtenTo(sheet, rect, () => copy.cells(kind));
    if (kind === 'All' || kind === 'Formats') {
      sheet.workbook.tell((origin) => ({ kind: 'format', sheet: sheet.id, rect, origin }));
    }
  });
}

/** Excel makes another PivotTable of one that is copied whole, which this engine does not. */
function refusePivots({ sheet, rect }: Place): void {
  if (!sheet.pivots.some((pivot) => intersects(pivot.rect, rect))) return;
  throw new HostError('NotImplemented', 'The embedded Excel host does not copy PivotTables.');
}

class Copy {
  readonly #from: Place;
  readonly #to: Place;
  readonly #options: CopyOptions;
  readonly #cellAt: (at: Point) => Cell | undefined;
  readonly #headers: readonly Rect[];
  /** The formula last met in a column of the source. */
  readonly #movingIn = new Map<number, MovingFormula>();

  constructor(from: Place, to: Place, options: CopyOptions) {
    this.#from = from;
    this.#to = to;
    this.#options = options;
    this.#cellAt = reader(from, to);
    this.#headers = to.sheet.tables.filter(({ showHeaders }) => showHeaders).map(({ headerRect }) => headerRect);
  }

  /** One pass over the target. */
  cells(kind: CopyKind): void {
    const { sheet, rect } = this.#to;
    const next = this.#nextOf(kind);
    sheet.cells.update(rect, (former, row, column) => {
      const at = this.#source(row, column);
      const cell = this.#cellAt(at);
      if (this.#options.skipBlanks && !hasContent(cell)) return former;
      const merged = kind === 'All' || kind === 'Formats' ? undefined : sheet.merges.at(row, column);
      if (merged && (merged.row !== row || merged.column !== column)) return former;
      return this.#asHead(next(former, cell, at, { row, column }), row, column);
    });
  }

  /** Links, rules and merged areas, in place of those that the target had. */
  rules(): void {
    const { sheet, rect } = this.#to;
    const { hyperlinks, validations, conditionalFormats, merges } = this.#from.sheet.state;
    const links = hyperlinks.flatMap((link) => this.#targets([link.rect]).map((at) => ({ ...link, rect: at })));
    const moved = <T extends { readonly rects: readonly Rect[] }>(items: readonly T[]): readonly T[] =>
      items.map((each) => ({ ...each, rects: this.#targets(each.rects) })).filter(({ rects }) => rects.length > 0);
    const kept = withoutRange(sheet.conditionalFormats.all, rect);
    const formats = moved(conditionalFormats).reduce<typeof kept>(
      (all, each) => [...all, { ...each, id: nextId(all) }],
      kept,
    );
    const areas = this.#targets(merges.filter((merge) => covers(this.#from.rect, merge)));
    sheet.update({
      hyperlinks: [...withoutLinks(sheet.hyperlinks.all, rect), ...links],
      validations: [...withoutRange(sheet.validations.all, rect), ...moved(validations)],
      conditionalFormats: formats,
      merges: [...sheet.merges.areas.filter((merge) => !covers(rect, merge)), ...areas],
    });
  }

  /** Notes and comments, in place of those that the target had. */
  comments(): void {
    const { sheet, rect } = this.#to;
    pasteComments(sheet, rect, this.#from.sheet, ({ row, column }) =>
      this.#targets([rectOf(row, column)]).flatMap(cellsOf),
    );
  }

  /** Tables that are copied whole, and not turned, are tables of their own: formulas in them mean the copy. */
  tables(): void {
    const { sheet, rect } = this.#to;
    const { sheet: source, rect: from } = this.#from;
    const whole = this.#options.transpose ? [] : source.tables.filter((table) => covers(from, table.rect));
    if (whole.length === 0) return;
    if (from.rows !== rect.rows || from.columns !== rect.columns) {
      throw new HostError('NotImplemented', 'The embedded Excel host copies a table once at a time.');
    }
    if (sheet.tables.some((table) => intersects(table.rect, rect))) {
      throw new HostError('InvalidOperation', 'A table cannot be pasted over another one.');
    }
    for (const table of whole) {
      const [row, column] = [table.rect.row - from.row + rect.row, table.rect.column - from.column + rect.column];
      const made = copyTable(table, sheet, { ...table.rect, row, column });
      sheet.cells.update(made.rect, (cell) =>
        cell?.formula === undefined ? cell : { ...cell, formula: renamedTable(cell.formula, table.name, made.name) },
      );
    }
  }

  #nextOf(
    kind: CopyKind,
  ): (former: Cell | undefined, cell: Cell | undefined, at: Point, to: Point) => Cell | undefined {
    const { sheet } = this.#to;
    const styleOf = (former: Cell | undefined, { row, column }: Point): StyleId =>
      former?.style ?? sheet.styles.inherited(row, column);
    switch (kind) {
      case 'All':
        return (_former, cell, at, to) => {
          const style = cell?.style ?? this.#from.sheet.styles.inherited(at.row, at.column);
          if (!cell && style === sheet.styles.inherited(to.row, to.column)) return undefined;
          return cell ? this.#moved(cell, at, to) : blankCell(style);
        };
      case 'Formats':
        return (former, _cell, at, to) => {
          const style = this.#from.sheet.styles.at(at.row, at.column);
          if (styleOf(former, to) === style) return former;
          return former ? { ...former, style } : blankCell(style);
        };
      case 'Link':
        return (former, _cell, at, to) => ({ value: null, formula: this.#linkTo(at), style: styleOf(former, to) });
      default:
        return (former, cell, at, to) => {
          const style = styleOf(former, to);
          if (!cell || !hasContent(cell)) return former && blankCell(style);
          if (kind === 'Values' || cell.formula === undefined) return { value: cell.value, style };
          return { ...this.#moved(cell, at, to), style };
        };
    }
  }

  #moved(cell: Cell, at: Point, to: Point): Cell {
    if (cell.formula === undefined) return cell;
    const formula = this.#options.transpose
      ? transposeFormula(cell.formula, at, to)
      : this.#moving(cell.formula, at).shifted(to.row - at.row, to.column - at.column);
    return { ...cell, formula };
  }

  /** Taken apart once for all copies of a row, which come one below the other. */
  #moving(formula: string, { column }: Point): MovingFormula {
    const known = this.#movingIn.get(column);
    if (known?.text === formula) return known;
    const moving = new MovingFormula(formula);
    this.#movingIn.set(column, moving);
    return moving;
  }

  /** A single cell is pointed at by an absolute reference, one of several by a relative one. */
  #linkTo({ row, column }: Point): string {
    const { sheet, rect } = this.#from;
    return `${quoteSheetName(sheet.name)}!${printRect(rectOf(row, column), rect.rows * rect.columns === 1)}`;
  }

  /** The head of a table's column is text, whatever is put there. */
  #asHead(cell: Cell | undefined, row: number, column: number): Cell | undefined {
    if (!cell || typeof cell.value === 'string') return cell;
    if (!this.#headers.some((header) => contains(header, row, column))) return cell;
    return { value: displayText(cell.value, 'General', 'en-US'), style: cell.style };
  }

  /** Which cell comes to a place of the target. */
  #source(row: number, column: number): Point {
    const { rect: from } = this.#from;
    const { rect: to } = this.#to;
    const [down, across] = [row - to.row, column - to.column];
    return this.#options.transpose
      ? { row: from.row + (across % from.rows), column: from.column + (down % from.columns) }
      : { row: from.row + (down % from.rows), column: from.column + (across % from.columns) };
  }

  /** Where parts of the source come to, in every copy of it. */
  #targets(rects: readonly Rect[]): readonly Rect[] {
    const { rect: from } = this.#from;
    const { rect: to } = this.#to;
    const { transpose } = this.#options;
    const [rows, columns] = transpose ? [from.columns, from.rows] : [from.rows, from.columns];
    return rects.flatMap((rect) => {
      const part = intersection(rect, from);
      if (!part) return [];
      if (sameRect(part, from)) return [to];
      const [row, column] = [part.row - from.row, part.column - from.column];
      const found: Rect[] = [];
      for (let top = to.row; top < to.row + to.rows; top += rows) {
        for (let left = to.column; left < to.column + to.columns; left += columns) {
          found.push(
            transpose
              ? rectOf(top + column, left + row, part.columns, part.rows)
              : rectOf(top + row, left + column, part.rows, part.columns),
          );
        }
      }
      return found;
    });
  }
}

/** A copy of one cell alone may fill a range. */
function cellsOf({ row, column, rows, columns }: Rect): readonly Point[] {
  return Array.from({ length: rows * columns }, (_, at) => ({
    row: row + Math.floor(at / columns),
    column: column + (at % columns),
  }));
}

/** Reads the source as it was before anything is written, also where the target lies over it. */
function reader({ sheet, rect }: Place, to: Place): (at: Point) => Cell | undefined {
  if (sheet !== to.sheet || !intersects(rect, to.rect)) return ({ row, column }) => sheet.cells.get(row, column);
  const rows = Array.from({ length: rect.rows }, (_, row) =>
    Array.from({ length: rect.columns }, (__, column) => sheet.cells.get(rect.row + row, rect.column + column)),
  );
  return ({ row, column }) => rows[row - rect.row]?.[column - rect.column];
}
