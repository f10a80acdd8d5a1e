import type { CellLike, RowLike, WorkbookLike, WorksheetLike } from '@cj-tech-master/excelts/formula';
import { parseReference, printReference } from '../geometry/address';
import { endColumn, endRow } from '../geometry/rect';
import type { CellError, CellValue } from '../cells/cell';
import type { CalcBook, CalcSheet } from './book';
import { aggregates, callAggregate } from './aggregates';
import { cellKey } from './graph';
import type { Area } from './references';
import { INDEXED, type IndexedCalls } from './rewrite';
import { asRuntimeValue, fromRuntime, toRuntime } from './runtime-values';

/** A formula as it is given to the library, and where its value goes. */
export interface GivenFormula {
  readonly sheet: CalcSheet;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly value: CellValue;
  readonly store: (value: CellValue) => void;
}

/** The library's own numbers for what a cell holds. */
const CellType = { literal: 2, formula: 6 } as const;

/** A formula that gives a blank shows 0. */
function result(value: CellLike['result']): CellValue {
  if (value === undefined) return 0;
  if (typeof value !== 'object') return value;
  // The library's errors are Excel's; it never gives a Date, though the type of a host's cell allows one.
  return 'error' in value ? { error: value.error as CellError['error'] } : { error: '#VALUE!' };
}

function literalCell(row: number, column: number, value: CellValue): CellLike {
  return { row: row + 1, col: column + 1, type: CellType.literal, model: {}, value, result: undefined };
}

function formulaCell({ row, column, text, value, store }: GivenFormula): CellLike {
  return {
    row: row + 1,
    col: column + 1,
    type: CellType.formula,
    formula: text,
    model: { formula: text },
    value,
    get result() {
      return value !== null && typeof value === 'object' ? { error: value.error } : (value ?? undefined);
    },
    set result(computed) {
      store(result(computed));
    },
  };
}

type VisitRow = (row: RowLike, row1: number) => void;
type VisitCell = (cell: CellLike, column1: number) => void;

/** The cells of a sheet that the library is shown: the formulas, and what they read. */
class ShownSheet implements WorksheetLike {
  readonly #sheet: CalcSheet;
  readonly #cells = new Map<number, CellLike>();
  readonly dimensions: WorksheetLike['dimensions'];
  readonly mergedRegions = [];

  constructor(
    sheet: CalcSheet,
    readonly id: number,
  ) {
    this.#sheet = sheet;
    const used = sheet.cells.extent();
    this.dimensions = used && {
      top: used.row + 1,
      left: used.column + 1,
      bottom: endRow(used),
      right: endColumn(used),
    };
  }

  get name(): string {
    return this.#sheet.name;
  }

  addFormula(formula: GivenFormula): void {
    this.#cells.set(cellKey(formula.row, formula.column), formulaCell(formula));
  }

  addArea({ rect }: Area): void {
    for (const { row, column, cell } of this.#sheet.cells.within(rect)) {
      const key = cellKey(row, column);
      if (cell.value !== null && !this.#cells.has(key)) {
        this.#cells.set(key, literalCell(row, column, cell.value));
      }
    }
  }

  eachRow(callback: VisitRow): void;
  eachRow(options: object, callback: VisitRow): void;
  eachRow(first: object, second?: VisitRow): void {
    const visit = second ?? (first as VisitRow);
    for (const cell of this.#cells.values())
      visit(new ShownRow(cell, this.#sheet.rows.isHidden(cell.row - 1)), cell.row);
  }

  findCell(row: number, column: number): CellLike | undefined {
    return this.#cells.get(cellKey(row - 1, column - 1));
  }

  /** Only asked for cells to spill into, which formulas are rewritten not to do: what is written there goes nowhere. */
  getCell(row: number, column: number): CellLike {
    return this.findCell(row, column) ?? literalCell(row - 1, column - 1, null);
  }

  getTables(): ReturnType<NonNullable<WorksheetLike['getTables']>> {
    return this.#sheet.tables.map((table) => ({
      table: {
        name: table.name,
        tl: { row: table.rect.row + 1, col: table.rect.column + 1 },
        columns: table.columns,
        rows: { length: table.bodyRect.rows } as readonly unknown[],
        headerRow: table.showHeaders,
        totalsRow: table.totalsRect !== null,
      },
    }));
  }
}

/** A row with one cell: the library does not mind seeing a row more than once. */
class ShownRow implements RowLike {
  constructor(
    private readonly cell: CellLike,
    readonly hidden: boolean,
  ) {}

  eachCell(callback: VisitCell): void;
  eachCell(options: object, callback: VisitCell): void;
  eachCell(first: object, second?: VisitCell): void {
    const visit = second ?? (first as VisitCell);
    visit(this.cell, this.cell.col);
  }
}

/** Names whose sheet is left out mean the sheet of the formula in Excel's files only in theory: Excel writes it. */
function definedNames(workbook: CalcBook): WorkbookLike['definedNames'] {
  const entries = workbook.names.all.map(({ name, formula, scope }) => {
    const reference = parseReference(formula);
    const sheet = scope === undefined ? undefined : workbook.sheetById(scope);
    const range =
      reference?.sheet === undefined && reference && sheet ? printReference(sheet.name, reference.rect, true) : formula;
    return { name, ranges: [range], ...(sheet ? { localSheetId: sheet.position } : {}) };
  });
  return { getAllEntries: () => entries, getAllNames: () => entries };
}

function textOf(argument: unknown): string {
  const value = fromRuntime(asRuntimeValue(argument));
  return typeof value === 'string' ? value : '';
}

function userFunctions(workbook: CalcBook, calls: IndexedCalls): WorkbookLike['userFunctions'] {
  const clock = workbook.options.now();
  const constant = (value: number) => ({ minArity: 0, maxArity: 0, invoke: () => toRuntime(value) });
  const indexed = Object.keys(aggregates).map(
    (name): [string, { minArity: number; maxArity: number; invoke: (args: unknown[]) => unknown }] => [
      INDEXED + name,
      {
        minArity: 2,
        maxArity: 255,
        invoke: ([number, ...criteria]) => callAggregate(name, calls.ranges(textOf(number)), criteria),
      },
    ],
  );
  return new Map([['TODAY', constant(Math.floor(clock))], ['NOW', constant(clock)], ...indexed]);
}

/** What the library is shown of a workbook for one calculation. */
export function shownWorkbook(
  workbook: CalcBook,
  formulas: readonly GivenFormula[],
  areas: Iterable<Area>,
  calls: IndexedCalls,
): WorkbookLike {
  const shown = new Map(workbook.sheets.map((sheet, index) => [sheet, new ShownSheet(sheet, index + 1)]));
  for (const formula of formulas) shown.get(formula.sheet)?.addFormula(formula);
  for (const area of areas) shown.get(area.sheet)?.addArea(area);
  const worksheets = [...shown.values()];
  return {
    worksheets,
    getWorksheet: (key) => worksheets.find((sheet) => sheet.id === key || sheet.name === key),
    definedNames: definedNames(workbook),
    properties: { date1904: workbook.date1904 },
    userFunctions: userFunctions(workbook, calls),
  };
}
