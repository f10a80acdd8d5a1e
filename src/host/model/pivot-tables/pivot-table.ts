import { HostError } from '../../errors';
import { checkInSheet, checkUnprotected } from '../cells/guard';
import { Var } from '../history/journal';
import { sameName } from '../formulas/names';
import { layOut, pivotWords, type PivotCell, type PivotRecords, type PivotResult, type PivotRole } from '../pivot';
import { checkLabels } from './labels';
import { readSource } from './source';
import { contains, intersects, rectOf, type Point, type Rect } from '../geometry/rect';
import { shiftedRect, type Shift } from '../shifting/shift-rect';
import type { Sheet } from '../sheet';
import { checkFreePivotName } from './names';
import type { CellValue } from '../cells/cell';
import type { PivotDefinition } from '../pivot/definition';
import type { StyleId } from '../looks/style';

/** Cells on which Excel draws a drop-down. */
const buttons: ReadonlySet<PivotRole> = new Set(['filterField', 'rowField', 'columnField', 'valuesField']);

/** What Excel reserves for a PivotTable without any field. */
const PLACEHOLDER = { rows: 18, columns: 3 };

export interface PivotState {
  readonly definition: PivotDefinition;
  /** Top left cell, filters included. */
  readonly anchor: Point;
  /** The source as it was at the last refresh. */
  readonly records: PivotRecords;
  /** Null until it is laid out. */
  readonly result: PivotResult | null;
  /** Whether `result` is of an older definition or older records. */
  readonly stale: boolean;
}

/**
 * A PivotTable. It shows its source as it was when it was made or last refreshed; changes of its fields are laid out
 * when the transaction ends, or earlier when its result is asked for. Made by `Sheet.addPivot`.
 */
export class Pivot {
  readonly #state: Var<PivotState>;

  constructor(
    readonly sheet: Sheet,
    readonly id: string,
    state: PivotState,
  ) {
    this.#state = new Var(sheet.workbook.journal, state);
  }

  get definition(): PivotDefinition {
    return this.#state.value.definition;
  }

  /** Headers of the source, as they were at the last refresh. */
  get fields(): readonly string[] {
    return this.records.fields;
  }

  get records(): PivotRecords {
    return this.#state.value.records;
  }

  get anchor(): Point {
    return this.#state.value.anchor;
  }

  /** For the model's own classes: whether it must be laid out before the transaction ends. */
  get isStale(): boolean {
    return this.#state.value.stale;
  }

  get result(): PivotResult {
    if (this.isStale) this.sheet.workbook.edit(() => this.layOutNow());
    const { result } = this.#state.value;
    if (result) return result;
    const computed = this.#computed();
    this.#set({ result: computed });
    return computed;
  }

  /** Where its result stands, filters included. */
  get rect(): Rect {
    return this.#place(this.result);
  }

  /** Changes fields or options. Throws `InvalidArgument` for a field that the source does not have. */
  change(patch: Partial<PivotDefinition>): void {
    this.#edit(() => {
      const definition = { ...this.definition, ...patch };
      this.#checkFields(definition);
      if (patch.name !== undefined) checkFreePivotName(this.sheet.workbook, patch.name, this);
      this.#knowExtent();
      this.#set({ definition, stale: true });
    });
  }

  /**
   * What Excel does as it opens a workbook where `refreshOnOpen` is set: reads the source again, outside of undo and
   * without an event. What cannot be refreshed (a source or room is missing, the sheet is protected) stays as it was,
   * and so does what shows its source already.
   */
  refreshOnOpening(): void {
    const former = this.#state.value;
    if (!this.definition.refreshOnOpen || this.sheet.protection.protected) return;
    try {
      this.sheet.workbook.load(() => {
        if (sameRecords(readSource(this.sheet.workbook, this.definition.source), this.records)) return;
        this.refresh();
        this.layOutNow();
      });
    } catch (failure) {
      if (!(failure instanceof HostError)) throw failure;
      this.#state.set(former);
    }
  }

  /** Reads the source again. Throws when the source is gone or unfit; fields that it no longer has are dropped. */
  refresh(): void {
    this.#edit(() => {
      const records = readSource(this.sheet.workbook, this.definition.source);
      const kept = <T extends { readonly field: string }>(fields: readonly T[]): readonly T[] =>
        fields.filter(({ field }) => records.fields.includes(field));
      const { rows, columns, filters, sliced, data } = this.definition;
      this.#knowExtent();
      this.#set({
        stale: true,
        records,
        definition: {
          ...this.definition,
          rows: kept(rows),
          columns: kept(columns),
          filters: kept(filters),
          sliced: kept(sliced),
          data: kept(data),
        },
      });
    });
  }

  /** Removes it with its cells and its slicers. */
  remove(): void {
    this.#edit(() => {
      this.#knowExtent();
      const former = this.#state.value.result;
      for (const sheet of this.sheet.workbook.sheets) {
        const slicers = sheet.drawings.slicers.filter(({ pivot }) => pivot !== this);
        if (slicers.length < sheet.drawings.slicers.length) sheet.update({ slicers });
      }
      this.sheet.update({ pivots: this.sheet.pivots.filter((pivot) => pivot !== this) });
      if (former) this.#clear(this.#place(former));
      this.#tell();
    });
  }

  /** For the model's own classes: its source table was renamed. */
  followTable(from: string, to: string): void {
    const { source } = this.definition;
    if (source.kind !== 'table' || !sameName(source.table, from)) return;
    this.#set({ definition: { ...this.definition, source: { kind: 'table', table: to } } });
  }

  /** For the model's own classes: a sheet was renamed. */
  followSheet(from: string, to: string): void {
    const { source } = this.definition;
    if (source.kind !== 'range' || !sameName(source.sheet, from)) return;
    this.#set({ definition: { ...this.definition, source: { ...source, sheet: to } } });
  }

  /** For the model's own classes: cells of a sheet were shifted. */
  followShift(sheet: string, shift: Shift): void {
    const { source } = this.definition;
    if (source.kind !== 'range' || !sameName(source.sheet, sheet)) return;
    const rect = shiftedRect(source.rect, shift) ?? source.rect;
    if (rect !== source.rect) this.#set({ definition: { ...this.definition, source: { ...source, rect } } });
  }

  /** For the model's own classes: computes the result and writes its cells in place of the former ones. */
  layOutNow(): void {
    this.#set({ stale: false });
    const former = this.#state.value.result;
    const formerRect = former && this.#place(former);
    const result = this.#computed();
    checkLabels(this, result);
    const rect = this.#place(result);
    this.#checkFree(rect, formerRect);
    const styles = formerRect ? this.#clear(formerRect) : new Map<string, StyleId>();
    for (const cell of result.cells) this.#write(cell, styles);
    this.#set({ result });
    if (this.definition.autoFormat) this.sheet.columns.fit(rect);
    this.sheet.contentChanged(rect, undefined);
    this.#tell();
  }

  #computed(): PivotResult {
    return layOut(this.definition, this.records, pivotWords(this.sheet.workbook.options.locale));
  }

  #place(result: PivotResult): Rect {
    const { definition, anchor } = this.#state.value;
    const { rows, columns, filters, data } = definition;
    const isEmpty = rows.length + columns.length + filters.length + data.length === 0;
    const size = isEmpty ? PLACEHOLDER : result;
    return rectOf(anchor.row, anchor.column, Math.max(size.rows, 1), Math.max(size.columns, 1));
  }

  #checkFields(definition: PivotDefinition): void {
    const { rows, columns, filters, sliced, data } = definition;
    for (const { field } of [...rows, ...columns, ...filters, ...sliced, ...data]) {
      if (this.fields.includes(field)) continue;
      throw new HostError('InvalidArgument', `The source of “${definition.name}” has no field “${field}”.`);
    }
  }

  #checkFree(rect: Rect, former: Rect | null): void {
    checkInSheet(rect);
    const { sheet } = this;
    if (sheet.pivots.some((other) => other !== this && intersects(other.rect, rect))) {
      throw new HostError('InvalidOperation', 'A PivotTable cannot overlap another PivotTable.');
    }
    if (sheet.tables.some((table) => intersects(table.rect, rect))) {
      throw new HostError('InvalidOperation', 'A PivotTable cannot overlap a table.');
    }
    if (sheet.merges.areas.some((merged) => intersects(merged, rect))) {
      throw new HostError('InvalidOperation', 'A PivotTable cannot stand on merged cells.');
    }
    for (const { row, column, cell } of sheet.cells.within(rect)) {
      const isOwn = former !== null && contains(former, row, column);
      if (isOwn || (cell.value === null && cell.formula === undefined)) continue;
      throw new HostError('InvalidOperation', 'There is content in the cells that the PivotTable needs.');
    }
  }

  /** Empties the cells of the former result and gives back their styles, for `preserveFormatting`. */
  #clear(rect: Rect): Map<string, StyleId> {
    const styles = new Map<string, StyleId>();
    const keeps = this.definition.preserveFormatting;
    for (const { row, column, cell } of [...this.sheet.cells.within(rect)]) {
      if (keeps) styles.set(`${row},${column}`, cell.style);
      this.sheet.cells.set(row, column, undefined);
    }
    return styles;
  }

  #write(cell: PivotCell, former: ReadonlyMap<string, StyleId>): void {
    const { sheet, anchor } = this;
    const row = anchor.row + cell.row;
    const column = anchor.column + cell.column;
    const base = former.get(`${row},${column}`) ?? sheet.styles.at(row, column);
    const style = sheet.workbook.styles.change(base, {
      numberFormat: cell.numberFormat ?? 'General',
      pivotButton: buttons.has(cell.role),
      ...(cell.role === 'rowLabel' ? { horizontal: 'Left', indent: cell.indent } : {}),
    });
    sheet.placeCell(row, column, { value: cell.value, style });
  }

  /** A pivot that came with a file is laid out in its cells already: where, is asked before anything changes. */
  #knowExtent(): void {
    if (!this.isStale && !this.#state.value.result) this.#set({ result: this.#computed() });
  }

  #edit(change: () => void): void {
    this.sheet.workbook.edit(() => {
      checkUnprotected(this.sheet, 'allowPivotTables');
      change();
    });
  }

  #set(patch: Partial<PivotState>): void {
    this.#state.set({ ...this.#state.value, ...patch });
  }

  #tell(): void {
    this.sheet.workbook.tell((origin) => ({ kind: 'pivot', sheet: this.sheet.id, pivot: this.id, origin }));
  }
}

function sameRecords(a: PivotRecords, b: PivotRecords): boolean {
  return (
    a.rows.length === b.rows.length &&
    a.fields.length === b.fields.length &&
    a.fields.every((field, at) => field === b.fields[at]) &&
    a.rows.every((row, at) => row.every((value, field) => sameValue(value, b.rows[at]?.[field] ?? null)))
  );
}

function sameValue(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'object' && typeof b === 'object') return a?.error === b?.error;
  return a === b;
}
