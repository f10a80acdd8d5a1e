import { columnIndex, parseReference } from '../geometry/address';
import type { DefinedName } from '../formulas/names';
import { rectOf, MAX_COLUMNS, MAX_ROWS, type Rect } from '../geometry/rect';
import type { CalcBook, CalcSheet, CalcTable } from './book';
import { childrenOf, parseFormula, type Node, type StructuredNode } from './syntax';

/** Cells of one sheet. */
export interface Area {
  readonly sheet: CalcSheet;
  readonly rect: Rect;
}

/** Where a formula stands: what `[@X]` and a name of the sheet mean depends on it. */
export interface Place {
  readonly sheet: CalcSheet;
  readonly row: number;
  readonly column: number;
}

/** What a formula reads. `everything`: only its evaluation can tell (INDIRECT, OFFSET, a range made of calls). */
export interface Reads {
  readonly areas: readonly Area[];
  readonly everything: boolean;
}

const readsAnything = new Set(['INDIRECT', 'OFFSET']);

/** Resolves the references of formulas against a workbook as it stands. */
export class References {
  readonly #workbook: CalcBook;
  /** By the name in lower case: one of the workbook, one of each sheet. */
  readonly #names = new Map<string, DefinedName[]>();
  #tablesMeaning: string | undefined;

  constructor(workbook: CalcBook) {
    this.#workbook = workbook;
    for (const entry of workbook.names.all) {
      const key = entry.name.toLowerCase();
      this.#names.set(key, [...(this.#names.get(key) ?? []), entry]);
    }
  }

  /** All that a reference to the own row of a table depends on: tables, where they stand and what is in them. */
  get tablesMeaning(): string {
    return (this.#tablesMeaning ??= JSON.stringify(
      this.#workbook.tables.map(({ name, sheet, rect, columns }) => [
        name,
        sheet.id,
        rect,
        columns.map((each) => each.name),
      ]),
    ));
  }

  /** All that a formula at `place` may read. */
  readsOf(node: Node, place: Place): Reads {
    const areas: Area[] = [];
    let everything = false;
    const namesSeen = new Set<string>();
    const walk = (part: Node): void => {
      if ('args' in part && readsAnything.has(part.name)) everything = true;
      if ('left' in part && part.op === ':') everything = true;
      if ('name' in part && !('args' in part)) {
        const inner = this.#formulaOfName(part.name, place);
        if (inner && !namesSeen.has(part.name)) {
          namesSeen.add(part.name);
          walk(inner);
        }
      }
      areas.push(...this.areasOf(part, place));
      childrenOf(part).forEach(walk);
    };
    walk(node);
    return { areas, everything };
  }

  /** The cells that a node itself names: several for a range over sheets, none when it is no reference. */
  areasOf(node: Node, place: Place): readonly Area[] {
    if ('tableName' in node) return this.#structured(node, place);
    if ('name' in node && !('args' in node)) return this.#named(node.name, place);
    const rect = rectOfNode(node);
    if (!rect || !('sheet' in node || 'col' in node || 'start' in node || 'startCol' in node || 'startRow' in node))
      return [];
    if (node.sheet === undefined) return [{ sheet: place.sheet, rect }];
    const first = this.#workbook.sheetByName(node.sheet);
    const last = node.endSheet === undefined ? first : this.#workbook.sheetByName(node.endSheet);
    if (!first || !last) return [];
    const from = Math.min(first.position, last.position);
    const to = Math.max(first.position, last.position);
    return this.#workbook.sheets.slice(from, to + 1).map((sheet) => ({ sheet, rect }));
  }

  /** The table that a bare name stands for, if nothing else has the name. */
  tableNamed(name: string, place: Place): CalcTable | undefined {
    return this.#definedName(name, place) ? undefined : this.#workbook.tableByName(name);
  }

  #definedName(name: string, place: Place): DefinedName | undefined {
    const named = this.#names.get(name.toLowerCase());
    return named?.find((entry) => entry.scope === place.sheet.id) ?? named?.find((entry) => entry.scope === undefined);
  }

  #named(name: string, place: Place): readonly Area[] {
    const defined = this.#definedName(name, place);
    if (!defined) {
      const table = this.#workbook.tableByName(name);
      return table ? [{ sheet: table.sheet, rect: table.bodyRect }] : [];
    }
    const reference = parseReference(defined.formula);
    if (!reference) return [];
    const sheet = reference.sheet === undefined ? place.sheet : this.#workbook.sheetByName(reference.sheet);
    return sheet ? [{ sheet, rect: reference.rect }] : [];
  }

  #formulaOfName(name: string, place: Place): Node | null {
    const defined = this.#definedName(name, place);
    return defined && !parseReference(defined.formula) ? parseFormula(defined.formula) : null;
  }

  #structured(node: StructuredNode, place: Place): readonly Area[] {
    const table =
      node.tableName === '' ? place.sheet.tableAt(place.row, place.column) : this.#workbook.tableByName(node.tableName);
    if (!table) return [];
    const rows = rowsOf(table, node.specials, place);
    const columns = columnsOf(table, node.columns);
    if (!rows || !columns) return [];
    return [{ sheet: table.sheet, rect: { ...rows, ...columns } }];
  }
}

/** The rectangle of an A1 reference; undefined for any other node. */
function rectOfNode(node: Node): Rect | undefined {
  if ('start' in node) {
    return corner(node.start.row, node.start.col, node.end.row, node.end.col);
  }
  if ('startCol' in node) return corner('1', node.startCol, String(MAX_ROWS), node.endCol);
  if ('startRow' in node) return rows(node.startRow, node.endRow);
  if ('col' in node) return corner(node.row, node.col, node.row, node.col);
  return undefined;
}

function rows(first: number, last: number): Rect {
  return rectOf(Math.min(first, last) - 1, 0, Math.abs(last - first) + 1, MAX_COLUMNS);
}

function corner(row1: string, column1: string, row2: string, column2: string): Rect | undefined {
  const left = columnIndex(column1);
  const right = columnIndex(column2);
  if (left === null || right === null) return undefined;
  const top = Number(row1) - 1;
  const bottom = Number(row2) - 1;
  return rectOf(Math.min(top, bottom), Math.min(left, right), Math.abs(bottom - top) + 1, Math.abs(right - left) + 1);
}

type Rows = Pick<Rect, 'row' | 'rows'>;
type Columns = Pick<Rect, 'column' | 'columns'>;

function rowsOf(table: CalcTable, specials: readonly string[], place: Place): Rows | undefined {
  const parts = specials.length === 0 ? ['#Data'] : specials;
  const bands = parts.map((special): Rows | null => {
    switch (special.toLowerCase()) {
      case '#all':
        return table.rect;
      case '#headers':
        return table.showHeaders ? table.headerRect : null;
      case '#totals':
        return table.totalsRect;
      case '#this row':
        return { row: place.row, rows: 1 };
      default:
        return table.bodyRect;
    }
  });
  const present = bands.filter((band) => band !== null);
  if (present.length === 0) return undefined;
  const row = Math.min(...present.map((band) => band.row));
  return { row, rows: Math.max(...present.map((band) => band.row + band.rows)) - row };
}

function columnsOf(table: CalcTable, names: readonly string[]): Columns | undefined {
  if (names.length === 0) return { column: table.rect.column, columns: table.rect.columns };
  const indices = names.map((name) =>
    table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase()),
  );
  if (indices.includes(-1)) return undefined;
  const first = Math.min(...indices);
  return { column: table.rect.column + first, columns: Math.max(...indices) - first + 1 };
}
