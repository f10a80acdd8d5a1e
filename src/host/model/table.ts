import type { Sheet } from './sheet';
import type { CellInput, Rect, TableFilter } from './types';

export interface TableColumn {
  readonly id: number;
  readonly name: string;
}

export interface TableOptions {
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly showBandedRows: boolean;
  readonly showBandedColumns: boolean;
  readonly highlightFirstColumn: boolean;
  readonly highlightLastColumn: boolean;
  readonly showFilterButton: boolean;
}

export class Table implements TableOptions {
  constructor(
    readonly sheet: Sheet,
    readonly id: number,
  ) {}
  get name(): string {
    throw new Error('skeleton');
  }
  rename(_name: string): void {
    throw new Error('skeleton');
  }
  /** With header and totals. */
  get rect(): Rect {
    throw new Error('skeleton');
  }
  get headerRect(): Rect {
    throw new Error('skeleton');
  }
  get bodyRect(): Rect {
    throw new Error('skeleton');
  }
  get totalsRect(): Rect | null {
    throw new Error('skeleton');
  }
  resize(_rect: Rect): void {
    throw new Error('skeleton');
  }
  get columns(): readonly TableColumn[] {
    throw new Error('skeleton');
  }
  get style(): string | null {
    throw new Error('skeleton');
  }
  setStyle(_style: string | null): void {
    throw new Error('skeleton');
  }
  get showHeaders(): boolean {
    throw new Error('skeleton');
  }
  get showTotals(): boolean {
    throw new Error('skeleton');
  }
  get showBandedRows(): boolean {
    throw new Error('skeleton');
  }
  get showBandedColumns(): boolean {
    throw new Error('skeleton');
  }
  get highlightFirstColumn(): boolean {
    throw new Error('skeleton');
  }
  get highlightLastColumn(): boolean {
    throw new Error('skeleton');
  }
  get showFilterButton(): boolean {
    throw new Error('skeleton');
  }
  change(_patch: Partial<TableOptions>): void {
    throw new Error('skeleton');
  }
  get filters(): readonly TableFilter[] {
    throw new Error('skeleton');
  }
  setFilter(_filter: TableFilter): void {
    throw new Error('skeleton');
  }
  clearFilters(): void {
    throw new Error('skeleton');
  }
  addRows(_at: number | null, _values: readonly (readonly CellInput[])[]): void {
    throw new Error('skeleton');
  }
  deleteRows(_at: number, _count: number): void {
    throw new Error('skeleton');
  }
  convertToRange(): void {
    throw new Error('skeleton');
  }
  remove(): void {
    throw new Error('skeleton');
  }
}
