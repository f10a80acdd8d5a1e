import { HostError } from '../errors';
import { MAX_CELL_TEXT, type Cell, type CellInput, type CellValue, type RichRun } from './cells/cell';
import { CellStyles } from './cells/cell-styles';
import { CellStore } from './cells/cells';
import { clearRange, type Clearing } from './cells/clear';
import { changeView, editRange, tellLayout } from './cells/edit';
import { checkInSheet, checkWritable } from './cells/guard';
import { displayText, editedText } from './cells/text';
import { checkEntry } from './cells/validate';
import { apiContext, contentOf, typeInto, writeBlock } from './cells/write';
import type { Comment, Note } from './comments/types';
import type { SheetProperty } from './sheet-properties';
import { Drawings } from './drawings/drawings';
import { toLocalFormula } from './formulas/locale';
import { nextId } from './geometry/ids';
import { contains, intersects, rectOf, type Point, type Rect } from './geometry/rect';
import type { CellsShift } from './history/events';
import { Var } from './history/journal';
import { Columns } from './looks/columns';
import { Merges } from './looks/merges';
import { Page } from './looks/page';
import { Rows } from './looks/rows';
import type { PivotSource } from './pivot/definition';
import { newPivotState } from './pivot-tables/create';
import { checkFreePivotName } from './pivot-tables/names';
import { Pivot, type PivotState } from './pivot-tables/pivot-table';
import { checkNoPassword, checkOpen, UNPROTECTED, type SheetProtection } from './protection';
import { ConditionalFormats } from './rules/conditional-formats';
import { Hyperlinks } from './rules/hyperlinks';
import { Validations } from './rules/validations';
import { newSheetState, type AutoFilter, type SheetState, type SheetView, type SheetVisibility } from './sheet-state';
import type { HeldRange } from './shifting/held-ranges';
import { createTable } from './tables/create';
import type { Table } from './tables/table';
import type { Workbook } from './workbook';

/**
 * A sheet: cells, their layout, and what stands on them. Rows and columns are 0-based, lengths in points. Every change
 * is refused on a protected sheet unless its protection allows it (`AccessDenied`).
 */
export class Sheet {
  /** The cells as they are stored. What people and add-ins write goes through the sheet, with all that follows from it. */
  readonly cells: CellStore;
  readonly columns: Columns;
  readonly rows: Rows;
  readonly styles = new CellStyles(this);
  readonly merges = new Merges(this);
  readonly hyperlinks = new Hyperlinks(this);
  readonly validations = new Validations(this);
  readonly conditionalFormats = new ConditionalFormats(this);
  readonly drawings = new Drawings(this);
  readonly page = new Page(this);
  /** Ranges that clients hold: they follow their cells when rows are put in or taken out. */
  readonly heldRanges = new Set<HeldRange>();
  readonly #state: Var<SheetState>;
  #selection = rectOf(0, 0);

  constructor(
    readonly workbook: Workbook,
    readonly id: string,
    name: string,
  ) {
    this.cells = new CellStore(workbook.journal);
    this.columns = new Columns(this);
    this.rows = new Rows(this);
    this.#state = new Var(workbook.journal, newSheetState(name));
  }

  get name(): string {
    return this.state.name;
  }

  get position(): number {
    return this.workbook.sheets.indexOf(this);
  }

  get visibility(): SheetVisibility {
    return this.state.visibility;
  }

  /** Throws `InvalidOperation` when no sheet would stay visible. */
  setVisibility(visibility: SheetVisibility): void {
    this.workbook.edit(() => {
      if (visibility === this.visibility) return;
      this.workbook.checkStructure();
      if (visibility !== 'Visible') {
        this.workbook.checkOtherVisible(this);
        this.workbook.leave(this);
      }
      this.update({ visibility });
      this.workbook.tell((origin) => ({ kind: 'sheet', what: 'shown', sheet: this.id, origin }));
    });
  }

  get view(): SheetView {
    return this.state;
  }

  /** Throws `AccessDenied` for the colour of the tab where the structure of the workbook is protected. */
  changeView(patch: Partial<SheetView>): void {
    if (patch.tabColor !== undefined) this.workbook.checkStructure();
    changeView(this, patch);
  }

  /** Grows with every change of a cell, a row or a column: what was computed from them holds while it stays. */
  get version(): number {
    return this.cells.version + this.columns.version + this.rows.version;
  }

  // What cells hold

  /** As Excel shows it in a column that is wide enough. */
  text(row: number, column: number): string {
    const cell = this.cells.get(row, column);
    if (!cell) return '';
    const { styles, options, date1904 } = this.workbook;
    return displayText(cell.value, styles.get(cell.style).numberFormat, options.locale, date1904);
  }

  /** What the formula bar shows a person: the formula or the value, in their language, with its apostrophe. */
  editText(row: number, column: number): string {
    const cell = this.cells.get(row, column);
    if (!cell) return '';
    const { styles, options, date1904 } = this.workbook;
    if (cell.formula !== undefined) return `=${toLocalFormula(cell.formula, options.locale)}`;
    const style = styles.get(cell.style);
    return (style.quotePrefix ? "'" : '') + editedText(cell.value, style.numberFormat, options.locale, date1904);
  }

  /**
   * Writes a block as the API does: texts are read as Excel reads entries (in English), null leaves a cell, '' clears
   * it, tables grow. Throws `InvalidArgument` for a wrong shape, a bad formula or too long a text, `AccessDenied` for
   * locked cells, `InvalidOperation` within a pivot.
   */
  write(rect: Rect, input: readonly (readonly CellInput[])[], as: 'values' | 'formulas'): void {
    this.workbook.edit(() => writeBlock(this, rect, input, apiContext(this), `Range.${as}`));
  }

  /**
   * Writes one cell as a person types it, in their language. Throws as `write`, and `InvalidOperation` for what the
   * cell's validation rule refuses.
   */
  type(row: number, column: number, text: string): void {
    this.workbook.edit(() => {
      typeInto(this, row, column, text);
      checkEntry(this, row, column);
    });
  }

  /** As `type`, for text that comes from the clipboard: Excel does not hold that against validation rules. */
  paste(row: number, column: number, text: string): void {
    this.workbook.edit(() => typeInto(this, row, column, text));
  }

  /** Makes the cell a text in several fonts. */
  setRich(row: number, column: number, rich: readonly RichRun[]): void {
    this.workbook.edit(() => {
      const rect = rectOf(row, column);
      checkWritable(this, rect);
      const value = rich.map(({ text }) => text).join('');
      if (value.length > MAX_CELL_TEXT) {
        throw new HostError('InvalidArgument', 'A cell holds at most 32,767 characters.');
      }
      const before = contentOf(this, rect);
      this.placeCell(row, column, { value, style: this.styles.at(row, column), rich });
      this.contentChanged(rect, before);
    });
  }

  clear(rect: Rect, what: Clearing): void {
    this.workbook.edit(() => {
      checkInSheet(rect);
      clearRange(this, rect, what);
    });
  }

  /** Puts a cell as it is: no reading of entries, no growth of tables, no event. For files, formulas and pivots. */
  putCell(row: number, column: number, cell: Cell): void {
    if (this.workbook.isLoading || this.workbook.journal.isRecording) this.placeCell(row, column, cell);
    else this.workbook.edit(() => this.placeCell(row, column, cell));
  }

  // What stands on the cells

  get tables(): readonly Table[] {
    return this.state.tables;
  }

  /**
   * Makes a table. Without headers a row of them is put in. `InvalidOperation` for an overlap with a table, pivot or
   * merged area, `InvalidArgument` for a bad or taken name.
   */
  addTable(rect: Rect, hasHeaders: boolean, name?: string, id?: number): Table {
    return editRange(this, rect, undefined, () => createTable(this, rect, hasHeaders, name, id));
  }

  tableAt(row: number, column: number): Table | undefined {
    return this.tables.find((table) => contains(table.rect, row, column));
  }

  get pivots(): readonly Pivot[] {
    return this.state.pivots;
  }

  /**
   * Makes a PivotTable without fields at a cell. Throws `AccessDenied` where pivots are refused, `ItemNotFound` for a
   * missing source, `InvalidArgument` for one unfit or a taken name, `InvalidOperation` for an overlap.
   */
  addPivot(name: string, source: PivotSource, at: Point, id?: string): Pivot {
    return editRange(this, rectOf(at.row, at.column), undefined, () => {
      checkFreePivotName(this.workbook, name);
      return this.#putPivot(newPivotState(this.workbook, name, source, at), id);
    });
  }

  /** For files: a pivot whose cells are written already. */
  loadPivot(state: Omit<PivotState, 'result' | 'stale'>, id?: string): Pivot {
    return this.workbook.edit(() => this.#putPivot({ ...state, result: null, stale: false }, id));
  }

  get notes(): readonly Note[] {
    return this.state.notes;
  }

  /** What programs noted of the sheet. */
  get customProperties(): readonly SheetProperty[] {
    return this.state.customProperties;
  }

  /** Conversations about cells. */
  get comments(): readonly Comment[] {
    return this.state.comments;
  }

  get autoFilter(): AutoFilter | null {
    return this.state.autoFilter;
  }

  // Protection and selection

  get protection(): SheetProtection {
    return this.state.protection;
  }

  /** Throws `InvalidOperation` when it is protected already. */
  protect(options: Record<string, boolean> = {}): void {
    this.workbook.edit(() => {
      checkOpen(this.protection, `The sheet “${this.name}”`);
      this.update({ protection: { protected: true, options: { ...options } } });
      tellLayout(this);
    });
  }

  /** Throws `AccessDenied` when a password protects it. */
  unprotect(): void {
    this.workbook.edit(() => {
      checkNoPassword(this.protection, `the sheet “${this.name}”`);
      this.update({ protection: UNPROTECTED });
      tellLayout(this);
    });
  }

  /** The cells that the person has selected; not a part of undo. */
  get selection(): Rect {
    return this.#selection;
  }

  /** Selects cells and brings the sheet to the front. */
  select(rect: Rect): void {
    checkInSheet(rect);
    this.workbook.view(() => {
      this.#selection = rect;
      if (this.workbook.isLoading) return;
      this.workbook.activate(this);
      this.workbook.tell((origin) => ({ kind: 'selection', sheet: this.id, rect, origin }));
    });
  }

  // For the model's own classes and files

  /** All of the sheet but its cells, rows and columns. */
  get state(): SheetState {
    return this.#state.value;
  }

  /** Changes properties within the transaction under way, as they are: nothing is checked or told. */
  update(patch: Partial<SheetState>): void {
    this.#state.set({ ...this.#state.value, ...patch });
  }

  /** Puts a cell within the transaction under way; one that says nothing of its own is not kept. */
  placeCell(row: number, column: number, cell: Cell): void {
    const isNothing = cell.value === null && cell.formula === undefined && !cell.rich;
    const kept = isNothing && cell.style === this.styles.inherited(row, column) ? undefined : cell;
    this.cells.set(row, column, kept);
  }

  /** Follows up a change of contents: headers of tables, formulas, the event. */
  contentChanged(rect: Rect, before: CellValue | undefined, change?: CellsShift | 'sort'): void {
    for (const table of this.tables) {
      if (table.showHeaders && intersects(table.headerRect, rect)) table.takeHeaders();
    }
    this.workbook.invalidateFormulas();
    const after = contentOf(this, rect);
    const values = before === undefined || after === undefined ? {} : { before, after };
    const how = change === 'sort' ? { isSort: true } : change ? { shift: change } : {};
    this.workbook.tell((origin) => ({ kind: 'cells', sheet: this.id, rect, origin, ...values, ...how }));
  }

  #putPivot(state: PivotState, id?: string): Pivot {
    const pivot = new Pivot(this, id ?? nextId(this.workbook.pivots), state);
    this.update({ pivots: [...this.pivots, pivot] });
    return pivot;
  }
}
