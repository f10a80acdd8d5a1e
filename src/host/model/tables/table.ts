import { HostError } from '../../errors';
import { checkUnprotected, checkWritable } from '../cells/guard';
import { Var } from '../history/journal';
import { sameName } from '../formulas/names';
import { endRow, intersects, type Rect } from '../geometry/rect';
import { followColumn, followTable } from '../formulas/rename-references';
import type { Sheet } from '../sheet';
import { closeGap, openGap } from '../shifting/shift';
import { shiftOf, type Shift } from '../shifting/shift-rect';
import { columnsOf, headerNames, newColumns, type TableColumn } from './columns';
import { TableRows } from './rows';
import type { TableOptions, TableState } from './state';
import { checkTablePlace, extendDown, restoreHeaders } from './place';
import { hideByFilters } from './filter';
import { addTotals, removeTotals } from './totals';
import type { CellsShift } from '../history/events';
import type { TableFilter } from './conditions';

/** A table of a sheet. Made by `Sheet.addTable`. */
export class Table implements TableOptions {
  readonly rows = new TableRows(this);
  readonly #state: Var<TableState>;

  constructor(
    readonly sheet: Sheet,
    readonly id: number,
    state: TableState,
  ) {
    this.#state = new Var(sheet.workbook.journal, state);
  }

  get name(): string {
    return this.#state.value.name;
  }
  /** With header and totals. */
  get rect(): Rect {
    return this.#state.value.rect;
  }
  get columns(): readonly TableColumn[] {
    return this.#state.value.columns;
  }
  get style(): string | null {
    return this.#state.value.style;
  }
  get showHeaders(): boolean {
    return this.#state.value.showHeaders;
  }
  get showTotals(): boolean {
    return this.#state.value.showTotals;
  }
  get showBandedRows(): boolean {
    return this.#state.value.showBandedRows;
  }
  get showBandedColumns(): boolean {
    return this.#state.value.showBandedColumns;
  }
  get highlightFirstColumn(): boolean {
    return this.#state.value.highlightFirstColumn;
  }
  get highlightLastColumn(): boolean {
    return this.#state.value.highlightLastColumn;
  }
  get showFilterButton(): boolean {
    return this.#state.value.showFilterButton;
  }
  get filters(): readonly TableFilter[] {
    return this.#state.value.filters;
  }

  /** The header row. Throws `InvalidOperation` in a table without one. */
  get headerRect(): Rect {
    if (!this.showHeaders) throw new HostError('InvalidOperation', `The table “${this.name}” has no header row.`);
    return { ...this.rect, rows: 1 };
  }

  /** The rows of data: at least one, blank in an empty table. */
  get bodyRect(): Rect {
    const above = this.showHeaders ? 1 : 0;
    const below = this.showTotals ? 1 : 0;
    return { ...this.rect, row: this.rect.row + above, rows: this.rect.rows - above - below };
  }

  get totalsRect(): Rect | null {
    return this.showTotals ? { ...this.rect, row: endRow(this.rect) - 1, rows: 1 } : null;
  }

  /** Throws `InvalidArgument` for a name that Excel refuses or that is taken. */
  rename(name: string): void {
    this.edit(() => {
      if (!sameName(name, this.name)) this.sheet.workbook.names.checkFreeForTable(name);
      const from = this.name;
      this.#set({ name });
      followTable(this.sheet.workbook, from, name);
      this.tell('changed');
    });
  }

  setStyle(style: string | null): void {
    this.edit(() => {
      this.#set({ style });
      this.tell('changed');
    });
  }

  /**
   * Makes the table larger or smaller; the header row stays where it is (`InvalidArgument`), nothing else may be in the
   * way (`InvalidOperation`). Cells that fall out keep their content.
   */
  resize(rect: Rect): void {
    this.edit(() => {
      const least = (this.showHeaders ? 2 : 1) + (this.showTotals ? 1 : 0);
      if (rect.row !== this.rect.row || rect.rows < least || !intersects(rect, this.rect)) {
        throw new HostError('InvalidArgument', 'The header row of a table must stay where it is, with a row below it.');
      }
      checkTablePlace(this.sheet, rect, this);
      const hadTotals = this.showTotals;
      if (hadTotals) removeTotals(this);
      this.growTo(hadTotals ? { ...rect, rows: rect.rows - 1 } : rect);
      if (hadTotals) addTotals(this);
    });
  }

  /** Shows or hides parts. A totals row pushes what is below down; a header row needs a blank row above. */
  change(patch: Partial<TableOptions>): void {
    this.edit(() => {
      const { showHeaders, showTotals, ...looks } = patch;
      if (showHeaders === true && !this.showHeaders) this.#showHeaders();
      if (showHeaders === false && this.showHeaders) this.#hideHeaders();
      if (showTotals === true && !this.showTotals) addTotals(this);
      if (showTotals === false && this.showTotals) removeTotals(this);
      this.#set(looks);
      this.tell('changed');
    });
  }

  /** Filters one column, in place of its former filter; rows that do not match are hidden. */
  setFilter(filter: TableFilter): void {
    this.sheet.workbook.edit(() => {
      checkUnprotected(this.sheet, 'allowAutoFilter');
      if (filter.column < 0 || filter.column >= this.columns.length) {
        throw new HostError('InvalidArgument', `The table “${this.name}” has no column ${filter.column}.`);
      }
      const others = this.filters.filter(({ column }) => column !== filter.column);
      this.#applyFilters([...others, filter].sort((a, b) => a.column - b.column));
    });
  }

  clearFilters(): void {
    this.sheet.workbook.edit(() => {
      checkUnprotected(this.sheet, 'allowAutoFilter');
      this.#applyFilters([]);
    });
  }

  /** Puts a blank column in before column `at`, or at the end; what stands beside the table moves to the right. */
  addColumn(at: number): void {
    this.edit(() => {
      const { rect } = this;
      const gap: Rect = { ...rect, column: rect.column + at, columns: 1 };
      const isInside = at > 0 && at < rect.columns;
      openGap(this.sheet, gap, isInside ? null : this, 'column');
      if (!isInside) this.moveTo({ ...rect, columns: rect.columns + 1 }, shiftOf(gap, 'column', 1));
      this.cellsMoved(gap, 'Inserted', 'column');
    });
  }

  /** Takes a column out with its cells. `InvalidOperation` for the only one. */
  deleteColumn(at: number): void {
    this.edit(() => {
      const { rect } = this;
      if (rect.columns === 1) throw new HostError('InvalidOperation', 'A table keeps one column at least.');
      const gap: Rect = { ...rect, column: rect.column + at, columns: 1 };
      checkWritable(this.sheet, gap);
      closeGap(this.sheet, gap, null, 'column');
      this.cellsMoved(gap, 'Deleted', 'column');
    });
  }

  /** Makes it plain cells; they keep their content. */
  convertToRange(): void {
    this.edit(() => this.#drop());
  }

  /** Deletes the table with its cells. */
  remove(): void {
    this.edit(() => {
      const { rect } = this;
      checkWritable(this.sheet, rect);
      this.#drop();
      this.sheet.clear(rect, 'All');
    });
  }

  /** For files and the model's own classes: takes over properties as they are. */
  restore(state: Partial<TableState>): void {
    this.#set(state);
  }

  /** For the model's own classes: takes a new extent, with names for new columns and formats for new rows. */
  growTo(rect: Rect): void {
    const former = this.rect;
    const lastRow: Rect = { ...this.bodyRect, row: endRow(this.bodyRect) - 1, rows: 1 };
    this.#set({ rect });
    if (rect.columns !== former.columns || rect.column !== former.column) this.#renameColumns();
    if (endRow(rect) > endRow(former)) {
      extendDown(this.sheet, lastRow, { ...lastRow, row: endRow(former), rows: endRow(rect) - endRow(former) });
    }
    this.tell('resized');
  }

  /** For the model's own classes: moves, grows or shrinks with the cells around it. */
  moveTo(rect: Rect, { axis, at, by }: Shift): void {
    const { columns } = this;
    const isWider = axis === 'column' && rect.columns !== this.rect.columns;
    const place = Math.max(0, at - this.rect.column);
    this.#set({ rect });
    if (isWider) {
      const added = by > 0 ? newColumns(columns, by) : [];
      this.#set({ columns: columns.toSpliced(place, columns.length + added.length - rect.columns, ...added) });
      this.takeHeaders();
    }
    this.tell('resized');
  }

  /** For the model's own classes: header cells have changed; columns take their names, blank and double ones are mended. */
  takeHeaders(): void {
    if (!this.showHeaders) return;
    this.#renameColumns();
  }

  /** For the model's own classes: changes it, where the sheet's protection lets it. */
  edit(change: () => void): void {
    this.sheet.workbook.edit(() => {
      checkUnprotected(this.sheet);
      change();
    });
  }

  /** For the model's own classes: tells that rows or columns of the table came or went. */
  cellsMoved(rect: Rect, what: CellsShift['what'], axis: CellsShift['axis']): void {
    const unit = axis === 'row' ? 'Row' : 'Column';
    this.sheet.contentChanged(rect, undefined, { what, unit, axis, table: this.id });
  }

  /** For the model's own classes. */
  tell(what: 'removed' | 'resized' | 'changed'): void {
    this.sheet.workbook.tell((origin) => ({ kind: 'table', what, sheet: this.sheet.id, table: this.id, origin }));
  }

  #renameColumns(): void {
    const header = { ...this.rect, rows: 1 };
    const texts = Array.from({ length: header.columns }, (_, i) =>
      this.showHeaders ? this.sheet.text(header.row, header.column + i) : (this.columns[i]?.name ?? ''),
    );
    const names = headerNames(texts, this.sheet.workbook.words.column);
    const former = this.columns;
    this.#set({ columns: columnsOf(names, former) });
    if (former.length === names.length && !this.sheet.workbook.isLoading) this.#followColumns(former, names);
    if (this.showHeaders) restoreHeaders(this.sheet, header, names);
    this.sheet.workbook.invalidateFormulas();
  }

  #followColumns(former: readonly TableColumn[], names: readonly string[]): void {
    former.forEach(({ name }, i) => {
      const next = names[i] ?? name;
      if (next !== name) followColumn(this.sheet.workbook, this.name, name, next);
    });
  }

  #showHeaders(): void {
    const { rect, sheet } = this;
    const header: Rect = { ...rect, row: rect.row - 1, rows: 1 };
    checkTablePlace(sheet, header, this);
    if (sheet.cells.hasContentIn(header)) {
      throw new HostError('InvalidOperation', 'There is no blank row above the table for its header.');
    }
    this.#set({ showHeaders: true, rect: { ...rect, row: rect.row - 1, rows: rect.rows + 1 } });
    const names = this.columns.map(({ name }) => name);
    restoreHeaders(sheet, header, names);
  }

  #hideHeaders(): void {
    const { rect } = this;
    const below: Rect = { ...rect, row: rect.row + 1, rows: rect.rows - 1 };
    this.#set({ showHeaders: false, showFilterButton: false, rect: below });
    this.sheet.clear({ ...rect, rows: 1 }, 'Contents');
  }

  #applyFilters(filters: readonly TableFilter[]): void {
    this.#set({ filters });
    hideByFilters(this.sheet, this.bodyRect, filters);
    this.tell('changed');
  }

  #drop(): void {
    if (this.filters.length > 0) this.#applyFilters([]);
    this.sheet.update({ tables: this.sheet.tables.filter((table) => table !== this) });
    this.sheet.workbook.invalidateFormulas();
    this.tell('removed');
  }

  #set(patch: Partial<TableState>): void {
    this.#state.set({ ...this.#state.value, ...patch });
    if (patch.rect || patch.name !== undefined || patch.columns) this.sheet.workbook.invalidateFormulas();
  }
}
