import { HostError } from '../errors';
import { CellStore, hasContent } from './cells/cells';
import { Chart, type ChartDefinition } from './drawings/chart';
import { clearRange, type Clearing } from './cells/clear';
import { Columns, type ColumnSpan } from './looks/columns';
import type { Comment, Note } from './comments/types';
import {
  addConditionalFormat,
  changeConditionalFormats,
  replaceConditionalFormat,
  type ConditionalFormat,
  type ConditionalRule,
} from './rules/conditional-formats';
import { changeView, editRange, tellFormat, tellLayout } from './cells/edit';
import { restyle, setFormats } from './cells/formats';
import { toLocalFormula } from './formulas/locale';
import { checkInSheet, checkUnprotected, checkWritable } from './cells/guard';
import type { HeldRange } from './shifting/held-ranges';
import { nextId } from './geometry/ids';
import { Var } from './history/journal';
import * as layout from './looks/layout';
import { mergeRange, unmergeRange } from './looks/merge';
import { MergeIndex } from './looks/merges';
import { MAX_HEADER_TEXT, type PageLayout } from './looks/page';
import { newPivotState } from './pivot-tables/create';
import { Pivot, type PivotState } from './pivot-tables/pivot-table';
import { bounding, contains, intersects, rectOf, type Point, type Rect } from './geometry/rect';
import { Rows, type RowLook, type RowProperties } from './looks/rows';
import { setHyperlink, setHyperlinks, type Hyperlink } from './rules/hyperlinks';
import { setValidation, type Validation } from './rules/validations';
import { withoutRange } from './rules/on-ranges';
import { MAX_CELL_TEXT, type Cell, type CellAt, type CellInput, type CellValue, type RichRun } from './cells/cell';
import type { CellsShift } from './history/events';
import type { KeptDrawing } from './drawings/drawing';
import type { PivotSource } from './pivot/definition';
import type { SheetProtection } from './protection';
import type { StyleId, StylePatch } from './looks/style';
import {
  newSheetState,
  UNPROTECTED,
  type AutoFilter,
  type FrozenPanes,
  type SheetState,
  type SheetVisibility,
} from './sheet-state';
import { checkSlicer, Slicer, sliceOf, type SlicerDefinition } from './pivot-tables/slicer';
import type { Table } from './tables/table';
import { createTable } from './tables/create';
import { displayText, editedText } from './cells/text';
import { checkEntry } from './cells/validate';
import type { Workbook } from './workbook';
import { apiContext, contentOf, typeInto, writeBlock } from './cells/write';

/**
 * A sheet: cells, their layout, and what stands on them. Rows and columns are 0-based, lengths in points. Every change
 * is refused on a protected sheet unless its protection allows it (`AccessDenied`).
 */
export class Sheet {
  /** For the model's own classes: the cells, rows and columns as they are stored. */
  readonly store: { readonly cells: CellStore; readonly columns: Columns; readonly rows: Rows };
  /** Ranges that clients hold: they follow their cells when rows are put in or taken out. */
  readonly heldRanges = new Set<HeldRange>();
  readonly #state: Var<SheetState>;
  #mergeIndex = new MergeIndex([]);
  #selection = rectOf(0, 0);

  constructor(
    readonly workbook: Workbook,
    readonly id: string,
    name: string,
  ) {
    const { journal } = workbook;
    this.store = { cells: new CellStore(journal), columns: new Columns(journal), rows: new Rows(journal) };
    this.#state = new Var(journal, newSheetState(name));
  }

  // Identity and looks of the sheet

  get name(): string {
    return this.#state.value.name;
  }

  get position(): number {
    return this.workbook.sheets.indexOf(this);
  }

  get visibility(): SheetVisibility {
    return this.#state.value.visibility;
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

  get tabColor(): string {
    return this.#state.value.tabColor;
  }

  /** `#RRGGBB`, or empty for none. */
  setTabColor(tabColor: string): void {
    this.workbook.checkStructure();
    changeView(this, { tabColor });
  }

  get showGridlines(): boolean {
    return this.#state.value.showGridlines;
  }

  setShowGridlines(showGridlines: boolean): void {
    changeView(this, { showGridlines });
  }

  get showHeadings(): boolean {
    return this.#state.value.showHeadings;
  }

  setShowHeadings(showHeadings: boolean): void {
    changeView(this, { showHeadings });
  }

  // Cells, read

  cell(row: number, column: number): Cell | undefined {
    return this.store.cells.get(row, column);
  }

  /** Existing cells of a range, row by row. */
  cellsIn(rect: Rect): Iterable<CellAt> {
    return this.store.cells.within(rect);
  }

  /** Every row that holds cells, in order, each with its cells by column. */
  cellRows(): Iterable<{ readonly row: number; readonly cells: readonly (Cell | undefined)[] }> {
    return this.store.cells.rows();
  }

  /** All formulas, column by column and row by row. */
  *formulaCells(): Generator<CellAt> {
    const { cells } = this.store;
    for (const [column, rows] of cells.formulaColumns()) {
      for (const row of rows) {
        const cell = cells.get(row, column);
        if (cell) yield { row, column, cell };
      }
    }
  }

  get formulaCount(): number {
    return this.store.cells.formulaCount;
  }

  /** Grows when a formula comes, goes or changes; not when only its value does. */
  get formulaVersion(): number {
    return this.store.cells.formulaVersion;
  }

  /** Grows with every change of a cell, a row or a column: what was computed from them holds while it stays. */
  get version(): number {
    const { cells, columns, rows } = this.store;
    return cells.version + columns.version + rows.version;
  }

  /** The extent of all cells, or of those with content; null when there is none. */
  usedRect(valuesOnly = false): Rect | null {
    return this.store.cells.extent(valuesOnly);
  }

  hasContentIn(rect: Rect): boolean {
    for (const { cell } of this.cellsIn(rect)) if (hasContent(cell)) return true;
    return false;
  }

  /** As Excel shows it in a column that is wide enough. */
  text(row: number, column: number): string {
    const cell = this.cell(row, column);
    if (!cell) return '';
    const { styles, options, date1904 } = this.workbook;
    return displayText(cell.value, styles.get(cell.style).numberFormat, options.locale, date1904);
  }

  /** What the formula bar shows a person: the formula or the value, in their language, with its apostrophe. */
  editText(row: number, column: number): string {
    const cell = this.cell(row, column);
    if (!cell) return '';
    const { styles, options, date1904 } = this.workbook;
    if (cell.formula !== undefined) return `=${toLocalFormula(cell.formula, options.locale)}`;
    const style = styles.get(cell.style);
    return (style.quotePrefix ? "'" : '') + editedText(cell.value, style.numberFormat, options.locale, date1904);
  }

  styleAt(row: number, column: number): StyleId {
    return this.cell(row, column)?.style ?? this.inheritedStyle(row, column);
  }

  numberFormat(row: number, column: number): string {
    return this.workbook.styles.get(this.styleAt(row, column)).numberFormat;
  }

  /** The style of a cell that does not exist: of its row, else of its column. */
  inheritedStyle(row: number, column: number): StyleId {
    const ofRow = this.store.rows.at(row).style;
    return ofRow === 0 ? this.store.columns.styleAt(column) : ofRow;
  }

  // Cells, written

  /** Puts a cell as it is: no reading of entries, no growth of tables, no event. For files, formulas and pivots. */
  putCell(row: number, column: number, cell: Cell): void {
    if (this.workbook.isLoading || this.workbook.journal.isRecording) this.placeCell(row, column, cell);
    else this.workbook.edit(() => this.placeCell(row, column, cell));
  }

  /** As `putCell` for a row of a file, of which the last cell exists; the array becomes the sheet's. */
  loadCells(row: number, cells: (Cell | undefined)[]): void {
    this.workbook.edit(() => this.store.cells.loadRow(row, cells));
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

  /** `InvalidArgument` for a format that Excel refuses or a wrong shape. */
  setNumberFormats(rect: Rect, formats: string | readonly (readonly string[])[]): void {
    editRange(this, rect, 'allowFormatCells', () => {
      setFormats(this, rect, formats);
      tellFormat(this, rect);
    });
  }

  changeStyle(rect: Rect, patch: StylePatch): void {
    this.changeStyles([rect], patch);
  }

  /** As `changeStyle` for many ranges, told as one change of all that they span. */
  changeStyles(rects: readonly Rect[], patch: StylePatch): void {
    const [first] = rects;
    if (!first) return;
    const around = rects.reduce((all, rect) => bounding(all, rect), first);
    editRange(this, around, 'allowFormatCells', () => {
      for (const rect of rects) restyle(this, rect, patch);
      tellFormat(this, around);
    });
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
      this.placeCell(row, column, { value, style: this.styleAt(row, column), rich });
      this.contentChanged(rect, before);
    });
  }

  clear(rect: Rect, what: Clearing): void {
    this.workbook.edit(() => {
      checkInSheet(rect);
      clearRange(this, rect, what);
    });
  }

  // Columns and rows

  get defaultRowHeight(): number {
    return this.#state.value.defaultRowHeight;
  }

  set defaultRowHeight(points: number) {
    layout.setDefaultRowHeight(this, points);
  }

  get defaultColumnWidth(): number {
    return this.#state.value.defaultColumnWidth;
  }

  set defaultColumnWidth(points: number) {
    layout.setDefaultColumnWidth(this, points);
  }

  /** Points; 0 for a hidden column, as Excel says. */
  columnWidth(column: number): number {
    const { hidden, width } = this.store.columns.at(column);
    return hidden ? 0 : (width ?? this.defaultColumnWidth);
  }

  /** `InvalidArgument` below 0 or above 255 characters; 0 hides. */
  setColumnWidth(first: number, count: number, points: number): void {
    layout.setColumnWidth(this, first, count, points);
  }

  columnHidden(column: number): boolean {
    return this.store.columns.at(column).hidden;
  }

  setColumnHidden(first: number, count: number, hidden: boolean): void {
    layout.setColumnHidden(this, first, count, hidden);
  }

  columnStyle(column: number): StyleId {
    return this.store.columns.styleAt(column);
  }

  /** Columns that are not as the default, in order. */
  columnSpans(): Iterable<ColumnSpan> {
    return this.store.columns.spans;
  }

  /** For files: width, visibility and style of columns, at once. */
  loadColumns({ first, last, ...look }: ColumnSpan): void {
    this.workbook.edit(() => this.store.columns.change(first, last - first + 1, () => look));
  }

  /** Points; 0 for a hidden row, as Excel says. */
  rowHeight(row: number): number {
    const { hidden, height } = this.store.rows.at(row);
    return hidden ? 0 : (height ?? this.defaultRowHeight);
  }

  /** null gives back the default; `InvalidArgument` below 0 or above 409; 0 hides. */
  setRowHeight(first: number, count: number, points: number | null): void {
    layout.setRowHeight(this, first, count, points);
  }

  /** As `setRowHeight` for many runs of rows at once. */
  setRowHeights(runs: readonly Rect[], points: number): void {
    layout.setRowHeights(this, runs, points);
  }

  rowHidden(row: number): boolean {
    return this.store.rows.at(row).hidden;
  }

  setRowHidden(first: number, count: number, hidden: boolean): void {
    layout.setRowHidden(this, first, count, hidden);
  }

  /** Rows that are not as the default, in order. */
  rowProperties(): Iterable<RowProperties> {
    return this.store.rows.all();
  }

  /** For files: height, visibility and style of a row, at once; rows that look the same may share one look. */
  loadRow(row: number, look: RowLook): void {
    this.workbook.edit(() => this.store.rows.change(row, () => look));
  }

  /** Heights that show the rows whole: merged cells are ignored, 409 points at most. */
  autofitRows(rect: Rect): void {
    layout.autofitRows(this, rect);
  }

  autofitColumns(rect: Rect): void {
    layout.autofitColumns(this, rect);
  }

  // Merged areas

  get merges(): readonly Rect[] {
    return this.#state.value.merges;
  }

  mergeAt(row: number, column: number): Rect | undefined {
    if (this.merges.length === 0) return undefined;
    if (this.#mergeIndex.areas !== this.merges) this.#mergeIndex = new MergeIndex(this.merges);
    return this.#mergeIndex.at(row, column);
  }

  /**
   * Merges a range, or each of its rows; only the top left content stays. `InvalidOperation` when it cuts a merged area
   * or touches a table or a pivot. Merged areas inside it are replaced.
   */
  merge(rect: Rect, across = false): void {
    mergeRange(this, rect, across);
  }

  /** Takes apart every merged area that the range touches. */
  unmerge(rect: Rect): void {
    unmergeRange(this, rect);
  }

  // What stands on the cells

  get tables(): readonly Table[] {
    return this.#state.value.tables;
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
    return this.#state.value.pivots;
  }

  /**
   * Makes a PivotTable without fields at a cell. Throws `AccessDenied` where pivots are refused, `ItemNotFound` for a
   * missing source, `InvalidArgument` for one unfit or a taken name, `InvalidOperation` for an overlap.
   */
  addPivot(name: string, source: PivotSource, at: Point, id?: string): Pivot {
    return editRange(this, rectOf(at.row, at.column), undefined, () => {
      this.workbook.checkFreePivotName(name);
      return this.#putPivot(newPivotState(this.workbook, name, source, at), id);
    });
  }

  /** For files: a pivot whose cells are written already. */
  loadPivot(state: Omit<PivotState, 'result' | 'stale'>, id?: string): Pivot {
    return this.workbook.edit(() => this.#putPivot({ ...state, result: null, stale: false }, id));
  }

  /** What the file draws over the cells that is neither chart nor slicer here. */
  get keptDrawings(): readonly KeptDrawing[] {
    return this.#state.value.keptDrawings;
  }

  get notes(): readonly Note[] {
    return this.#state.value.notes;
  }

  /** Conversations about cells. */
  get comments(): readonly Comment[] {
    return this.#state.value.comments;
  }

  get charts(): readonly Chart[] {
    return this.#state.value.charts;
  }

  addChart(definition: ChartDefinition, id?: string): Chart {
    return this.workbook.edit(() => {
      checkUnprotected(this, 'allowEditObjects');
      const chart = new Chart(this, id ?? nextId(this.charts), definition);
      this.update({ charts: [...this.charts, chart] });
      this.workbook.tell((origin) => ({ kind: 'chart', sheet: this.id, chart: chart.id, origin }));
      return chart;
    });
  }

  get slicers(): readonly Slicer[] {
    return this.#state.value.slicers;
  }

  /** Throws as Excels that make no slicers do, and for a name that is taken or a field that the source does not have. */
  addSlicer(pivot: Pivot, definition: SlicerDefinition, id?: string): Slicer {
    return this.workbook.edit(() => {
      checkUnprotected(this, 'allowEditObjects');
      checkSlicer(pivot, definition);
      sliceOf(pivot, definition.field);
      const slicer = new Slicer(this, id ?? nextId(this.slicers), pivot, definition);
      this.update({ slicers: [...this.slicers, slicer] });
      this.workbook.tell((origin) => ({ kind: 'slicer', sheet: this.id, slicer: slicer.id, origin }));
      return slicer;
    });
  }

  get hyperlinks(): readonly Hyperlink[] {
    return this.#state.value.hyperlinks;
  }

  /** Sets or removes (null) the link of a range; its cells take on the look of a link. */
  setHyperlink(rect: Rect, link: Omit<Hyperlink, 'rect'> | null): void {
    setHyperlink(this, rect, link);
  }

  /** As `setHyperlink` for many ranges, which do not overlap, at once. */
  setHyperlinks(links: readonly Hyperlink[]): void {
    setHyperlinks(this, links);
  }

  get validations(): readonly Validation[] {
    return this.#state.value.validations;
  }

  setValidation(rect: Rect, validation: Omit<Validation, 'rects'> | null): void {
    setValidation(this, rect, validation);
  }

  get conditionalFormats(): readonly ConditionalFormat[] {
    return this.#state.value.conditionalFormats;
  }

  /** Adds a rule before all others (priority 1), as Excel does; in a file's order while loading. */
  addConditionalFormat(rect: Rect, rule: ConditionalRule): ConditionalFormat {
    return addConditionalFormat(this, rect, rule);
  }

  /** Throws `ItemNotFound` when there is no such format. */
  changeConditionalFormat(id: string, patch: Partial<Omit<ConditionalFormat, 'id'>>): void {
    replaceConditionalFormat(this, id, (format) => ({ ...format, ...patch }));
  }

  removeConditionalFormats(rect?: Rect): void {
    changeConditionalFormats(this, (formats) => (rect ? withoutRange(formats, rect) : []));
  }

  /** Throws `ItemNotFound` when there is no such format. */
  removeConditionalFormat(id: string): void {
    replaceConditionalFormat(this, id, () => null);
  }

  // View, page, protection

  get freeze(): FrozenPanes | null {
    return this.#state.value.freeze;
  }

  setFreeze(freeze: FrozenPanes | null): void {
    changeView(this, { freeze });
  }

  get pageLayout(): PageLayout {
    return this.#state.value.pageLayout;
  }

  /** `InvalidArgument` for a header or footer over 255 characters. */
  setPageLayout(patch: Partial<PageLayout>): void {
    for (const { left, center, right } of [patch.header, patch.footer].filter((part) => part !== undefined)) {
      if (left.length + center.length + right.length > MAX_HEADER_TEXT) {
        throw new HostError('InvalidArgument', 'A header or footer holds at most 255 characters.');
      }
    }
    changeView(this, { pageLayout: { ...this.pageLayout, ...patch } });
  }

  get protection(): SheetProtection {
    return this.#state.value.protection;
  }

  /** Throws `InvalidOperation` when it is protected already. */
  protect(options: Record<string, boolean> = {}): void {
    this.workbook.edit(() => {
      if (this.protection.protected) {
        throw new HostError('InvalidOperation', `The sheet “${this.name}” is protected already.`);
      }
      this.update({ protection: { protected: true, options: { ...options } } });
      tellLayout(this);
    });
  }

  /** Throws `AccessDenied` when a password protects it. */
  unprotect(): void {
    this.workbook.edit(() => {
      if (this.protection.secret && Object.keys(this.protection.secret).length > 0) {
        throw new HostError('AccessDenied', `A password protects the sheet “${this.name}”.`);
      }
      this.update({ protection: UNPROTECTED });
      tellLayout(this);
    });
  }

  /** For files: protection with what a password left of itself. */
  loadProtection(protection: SheetProtection): void {
    this.workbook.edit(() => this.update({ protection }));
  }

  get autoFilter(): AutoFilter | null {
    return this.#state.value.autoFilter;
  }

  setAutoFilter(autoFilter: AutoFilter | null): void {
    checkUnprotected(this, 'allowAutoFilter');
    changeView(this, { autoFilter });
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

  // For the model's own classes

  /** Changes properties within the transaction under way. */
  update(patch: Partial<SheetState>): void {
    this.#state.set({ ...this.#state.value, ...patch });
  }

  /** Puts a cell within the transaction under way; one that says nothing of its own is not kept. */
  placeCell(row: number, column: number, cell: Cell): void {
    const isNothing = cell.value === null && cell.formula === undefined && !cell.rich;
    const kept = isNothing && cell.style === this.inheritedStyle(row, column) ? undefined : cell;
    this.store.cells.set(row, column, kept);
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
