import type { Chart } from './chart';
import type { Pivot } from './pivot-table';
import type { Table } from './table';
import type {
  Cell,
  CellAt,
  CellInput,
  ChartDefinition,
  ColumnSpan,
  ConditionalFormat,
  ConditionalRule,
  Hyperlink,
  PageLayout,
  PivotSource,
  Point,
  Rect,
  RichRun,
  RowProperties,
  SheetProtection,
  SheetVisibility,
  StyleId,
  StylePatch,
  TableFilter,
  Validation,
} from './types';
import type { Workbook } from './workbook';

export class Sheet {
  constructor(
    readonly workbook: Workbook,
    readonly id: string,
  ) {}
  get name(): string {
    throw new Error('skeleton');
  }
  get position(): number {
    throw new Error('skeleton');
  }
  /** Grows with every change of a cell, a row, a column or a format: saving re-emits only sheets whose version moved. */
  get version(): number {
    throw new Error('skeleton');
  }
  get visibility(): SheetVisibility {
    throw new Error('skeleton');
  }
  setVisibility(_v: SheetVisibility): void {
    throw new Error('skeleton');
  }
  get tabColor(): string {
    throw new Error('skeleton');
  }
  setTabColor(_c: string): void {
    throw new Error('skeleton');
  }
  get showGridlines(): boolean {
    throw new Error('skeleton');
  }
  setShowGridlines(_b: boolean): void {
    throw new Error('skeleton');
  }
  get showHeadings(): boolean {
    throw new Error('skeleton');
  }
  setShowHeadings(_b: boolean): void {
    throw new Error('skeleton');
  }
  cell(_row: number, _column: number): Cell | undefined {
    throw new Error('skeleton');
  }
  cellsIn(_rect: Rect): Iterable<CellAt> {
    throw new Error('skeleton');
  }
  usedRect(_valuesOnly?: boolean): Rect | null {
    throw new Error('skeleton');
  }
  text(_row: number, _column: number): string {
    throw new Error('skeleton');
  }
  styleAt(_row: number, _column: number): StyleId {
    throw new Error('skeleton');
  }
  putCell(_row: number, _column: number, _cell: Cell): void {
    throw new Error('skeleton');
  }
  write(_rect: Rect, _input: readonly (readonly CellInput[])[], _as: 'values' | 'formulas'): void {
    throw new Error('skeleton');
  }
  type(_row: number, _column: number, _text: string): void {
    throw new Error('skeleton');
  }
  setNumberFormats(_rect: Rect, _formats: string | readonly (readonly string[])[]): void {
    throw new Error('skeleton');
  }
  changeStyle(_rect: Rect, _patch: StylePatch): void {
    throw new Error('skeleton');
  }
  setRich(_row: number, _column: number, _runs: readonly RichRun[]): void {
    throw new Error('skeleton');
  }
  clear(_rect: Rect, _what: 'All' | 'Contents' | 'Formats' | 'Hyperlinks'): void {
    throw new Error('skeleton');
  }
  columnWidth(_column: number): number {
    throw new Error('skeleton');
  }
  setColumnWidth(_first: number, _count: number, _points: number): void {
    throw new Error('skeleton');
  }
  columnHidden(_column: number): boolean {
    throw new Error('skeleton');
  }
  setColumnHidden(_first: number, _count: number, _hidden: boolean): void {
    throw new Error('skeleton');
  }
  columnStyle(_column: number): StyleId {
    throw new Error('skeleton');
  }
  rowHeight(_row: number): number {
    throw new Error('skeleton');
  }
  setRowHeight(_first: number, _count: number, _points: number | null): void {
    throw new Error('skeleton');
  }
  rowHidden(_row: number): boolean {
    throw new Error('skeleton');
  }
  setRowHidden(_first: number, _count: number, _hidden: boolean): void {
    throw new Error('skeleton');
  }
  get defaultRowHeight(): number {
    throw new Error('skeleton');
  }
  set defaultRowHeight(_points: number) {
    throw new Error('skeleton');
  }
  get defaultColumnWidth(): number {
    throw new Error('skeleton');
  }
  set defaultColumnWidth(_points: number) {
    throw new Error('skeleton');
  }
  columnSpans(): Iterable<ColumnSpan> {
    throw new Error('skeleton');
  }
  rowProperties(): Iterable<RowProperties> {
    throw new Error('skeleton');
  }
  autofitRows(_rect: Rect): void {
    throw new Error('skeleton');
  }
  autofitColumns(_rect: Rect): void {
    throw new Error('skeleton');
  }
  get merges(): readonly Rect[] {
    throw new Error('skeleton');
  }
  mergeAt(_row: number, _column: number): Rect | undefined {
    throw new Error('skeleton');
  }
  merge(_rect: Rect, _across?: boolean): void {
    throw new Error('skeleton');
  }
  unmerge(_rect: Rect): void {
    throw new Error('skeleton');
  }
  get tables(): readonly Table[] {
    throw new Error('skeleton');
  }
  addTable(_rect: Rect, _hasHeaders: boolean, _name?: string, _id?: number): Table {
    throw new Error('skeleton');
  }
  tableAt(_row: number, _column: number): Table | undefined {
    throw new Error('skeleton');
  }
  get hyperlinks(): readonly Hyperlink[] {
    throw new Error('skeleton');
  }
  setHyperlink(_rect: Rect, _link: Omit<Hyperlink, 'rect'> | null): void {
    throw new Error('skeleton');
  }
  get validations(): readonly Validation[] {
    throw new Error('skeleton');
  }
  setValidation(_rect: Rect, _v: Omit<Validation, 'rects'> | null): void {
    throw new Error('skeleton');
  }
  get conditionalFormats(): readonly ConditionalFormat[] {
    throw new Error('skeleton');
  }
  addConditionalFormat(_rect: Rect, _rule: ConditionalRule): ConditionalFormat {
    throw new Error('skeleton');
  }
  changeConditionalFormat(_id: string, _patch: Partial<Omit<ConditionalFormat, 'id'>>): void {
    throw new Error('skeleton');
  }
  removeConditionalFormats(_rect?: Rect): void {
    throw new Error('skeleton');
  }
  removeConditionalFormat(_id: string): void {
    throw new Error('skeleton');
  }
  get freeze(): { readonly rows: number; readonly columns: number } | null {
    throw new Error('skeleton');
  }
  setFreeze(_f: { readonly rows: number; readonly columns: number } | null): void {
    throw new Error('skeleton');
  }
  get pageLayout(): PageLayout {
    throw new Error('skeleton');
  }
  setPageLayout(_p: Partial<PageLayout>): void {
    throw new Error('skeleton');
  }
  get protection(): SheetProtection {
    throw new Error('skeleton');
  }
  protect(_options?: Record<string, boolean>): void {
    throw new Error('skeleton');
  }
  unprotect(): void {
    throw new Error('skeleton');
  }
  get autoFilter(): { readonly rect: Rect; readonly filters: readonly TableFilter[] } | null {
    throw new Error('skeleton');
  }
  setAutoFilter(_f: { readonly rect: Rect; readonly filters: readonly TableFilter[] } | null): void {
    throw new Error('skeleton');
  }
  get pivots(): readonly Pivot[] {
    throw new Error('skeleton');
  }
  addPivot(_name: string, _source: PivotSource, _at: Point, _id?: string): Pivot {
    throw new Error('skeleton');
  }
  get charts(): readonly Chart[] {
    throw new Error('skeleton');
  }
  addChart(_d: ChartDefinition, _id?: string): Chart {
    throw new Error('skeleton');
  }
  get selection(): Rect {
    throw new Error('skeleton');
  }
  select(_rect: Rect): void {
    throw new Error('skeleton');
  }
}
