import type { DefinedName } from './names';
import type { Pivot } from './pivot-table';
import type { Sheet } from './sheet';
import type { StyleTable } from './styles';
import type { Table } from './table';
import type { DocumentProperties, HostOptions, ModelEvent, Origin } from './types';

export class Workbook {
  fileName = '';
  /** What xlsx/ keeps of the file it came from. */
  retained: object | null = null;
  /** Serial numbers count from 1904, as old Excel for the Mac wrote them. */
  date1904 = false;
  /** Without any sheet, to be filled by `load`; `Workbook.blank()` has one, as Excel's new workbook. */
  constructor(_options?: Partial<HostOptions>) {
    throw new Error('skeleton');
  }
  static blank(_options?: Partial<HostOptions>): Workbook {
    throw new Error('skeleton');
  }
  get options(): HostOptions {
    throw new Error('skeleton');
  }
  configure(_patch: Partial<HostOptions>): void {
    throw new Error('skeleton');
  }
  get styles(): StyleTable {
    throw new Error('skeleton');
  }
  get sheets(): readonly Sheet[] {
    throw new Error('skeleton');
  }
  get activeSheet(): Sheet {
    throw new Error('skeleton');
  }
  sheetById(_id: string): Sheet | undefined {
    throw new Error('skeleton');
  }
  sheetByName(_name: string): Sheet | undefined {
    throw new Error('skeleton');
  }
  addSheet(_name?: string, _position?: number, _id?: string): Sheet {
    throw new Error('skeleton');
  }
  removeSheet(_sheet: Sheet): void {
    throw new Error('skeleton');
  }
  renameSheet(_sheet: Sheet, _name: string): void {
    throw new Error('skeleton');
  }
  moveSheet(_sheet: Sheet, _position: number): void {
    throw new Error('skeleton');
  }
  activate(_sheet: Sheet): void {
    throw new Error('skeleton');
  }
  get tables(): readonly Table[] {
    throw new Error('skeleton');
  }
  tableByName(_name: string): Table | undefined {
    throw new Error('skeleton');
  }
  tableById(_id: number): Table | undefined {
    throw new Error('skeleton');
  }
  get pivots(): readonly Pivot[] {
    throw new Error('skeleton');
  }
  get names(): readonly DefinedName[] {
    throw new Error('skeleton');
  }
  defineName(_name: DefinedName): void {
    throw new Error('skeleton');
  }
  removeName(_name: string, _scope?: string): void {
    throw new Error('skeleton');
  }
  get settings(): ReadonlyMap<string, unknown> {
    throw new Error('skeleton');
  }
  setSetting(_key: string, _value: unknown): void {
    throw new Error('skeleton');
  }
  removeSetting(_key: string): void {
    throw new Error('skeleton');
  }
  get properties(): DocumentProperties {
    throw new Error('skeleton');
  }
  setProperties(_patch: Partial<DocumentProperties>): void {
    throw new Error('skeleton');
  }
  transact<T>(_origin: Origin, _change: () => T): T {
    throw new Error('skeleton');
  }
  get canUndo(): boolean {
    throw new Error('skeleton');
  }
  get canRedo(): boolean {
    throw new Error('skeleton');
  }
  undo(): boolean {
    throw new Error('skeleton');
  }
  redo(): boolean {
    throw new Error('skeleton');
  }
  load<T>(_fill: () => T): T {
    throw new Error('skeleton');
  }
  subscribe(_listener: (events: readonly ModelEvent[]) => void): () => void {
    throw new Error('skeleton');
  }
  recalculate(): void {
    throw new Error('skeleton');
  }
}
