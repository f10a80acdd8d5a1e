import { HostError } from '../errors';
import { createCalc, type Calc } from './calc';
import { Journal, Var } from './history/journal';
import { checkName, checkSheetName, freeName, sameName, type DefinedName } from './formulas/names';
import { CustomProperties } from './custom-properties';
import { DEFAULT_OPTIONS, hostWords, type HostWords, type HostOptions } from './options';
import type { Pivot } from './pivot-tables/pivot-table';
import type { Slicer } from './pivot-tables/slicer';
import { intersects } from './geometry/rect';
import { followSheet } from './formulas/rename-references';
import { Sheet } from './sheet';
import { StyleTable } from './looks/styles';
import type { Table } from './tables/table';
import { Transactions } from './history/transactions';
import type { DocumentProperties } from './properties';
import type { ModelEvent, Origin } from './history/events';
import { checkNoPassword, checkOpen, OPEN_STRUCTURE, type StructureProtection } from './protection';

const NO_PROPERTIES: DocumentProperties = {
  title: '',
  subject: '',
  author: '',
  company: '',
  keywords: '',
  comments: '',
  category: '',
  manager: '',
  lastAuthor: '',
  created: '',
  revision: '',
};

/**
 * A workbook of the embedded Excel. Every change happens in a transaction; one that is made outside `transact` opens
 * its own. Refusals are `HostError`s with Excel's codes.
 */
export class Workbook {
  fileName = '';
  /** What xlsx/ keeps of the file it came from; opaque here. */
  retained: object | null = null;
  /** Serial numbers count from 1904, as old Excel for the Mac wrote them. */
  date1904 = false;
  readonly styles = new StyleTable();

  /** Where stores of this workbook note their changes. For the model's own classes. */
  readonly journal = new Journal();
  readonly #transactions = new Transactions(this.journal, {
    settle: () => this.#settle(),
    derive: (events) => this.#derive(events),
    keepsUndo: () => this.#options.keepsUndo,
  });
  readonly #sheets = new Var<readonly Sheet[]>(this.journal, []);
  readonly #names = new Var<readonly DefinedName[]>(this.journal, []);
  readonly #settings = new Var<ReadonlyMap<string, unknown>>(this.journal, new Map());
  readonly #properties = new Var<DocumentProperties>(this.journal, NO_PROPERTIES);
  readonly customProperties = new CustomProperties(this.journal, (change) => this.edit(change));
  readonly #protection = new Var<StructureProtection>(this.journal, OPEN_STRUCTURE);
  #options: HostOptions;
  #active: Sheet | null = null;
  #calc: Calc | null = null;
  #mustCalculate = false;
  #lastSheetNumber = 0;
  #lastTableId = 0;

  /** Without any sheet, to be filled within `load`; `Workbook.blank` has one, as a new workbook of Excel. */
  constructor(options: Partial<HostOptions> = {}) {
    this.#options = { ...DEFAULT_OPTIONS, ...options };
  }

  /** A new workbook as Excel makes it: one empty sheet. */
  static blank(options: Partial<HostOptions> = {}): Workbook {
    const workbook = new Workbook(options);
    workbook.load(() => workbook.addSheet());
    return workbook;
  }

  get options(): HostOptions {
    return this.#options;
  }

  configure(patch: Partial<HostOptions>): void {
    this.#options = { ...this.#options, ...patch };
  }

  /** The words Excel puts into workbooks, in the language of the interface. */
  get words(): HostWords {
    return hostWords(this.#options.locale);
  }

  get sheets(): readonly Sheet[] {
    return this.#sheets.value;
  }

  /** The sheet in front. Throws `GeneralException` in a workbook without sheets. */
  get activeSheet(): Sheet {
    const active = this.#active;
    if (active?.visibility === 'Visible' && this.sheets.includes(active)) return active;
    const first = this.sheets.find((sheet) => sheet.visibility === 'Visible') ?? this.sheets[0];
    if (!first) throw new HostError('GeneralException', 'The workbook has no sheet.');
    return first;
  }

  sheetById(id: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === id);
  }

  /** Whatever the case of its name. */
  sheetByName(name: string): Sheet | undefined {
    return this.sheets.find((sheet) => sameName(sheet.name, name));
  }

  /** Adds a sheet, at the end by default, named as Excel does unless `name` is given. Does not activate it. */
  addSheet(name?: string, position?: number, id?: string): Sheet {
    return this.edit(() => {
      this.checkStructure();
      if (name !== undefined) this.#checkFreeSheetName(name);
      const given = name ?? freeName(this.words.sheet, (candidate) => this.sheetByName(candidate) !== undefined);
      const sheet = new Sheet(this, id ?? this.#nextSheetId(), given);
      const sheets = [...this.sheets];
      sheets.splice(position ?? sheets.length, 0, sheet);
      this.#sheets.set(sheets);
      this.#active ??= sheet;
      this.tell((origin) => ({ kind: 'sheet', what: 'added', sheet: sheet.id, origin }));
      return sheet;
    });
  }

  /** Throws `InvalidOperation` for the last visible sheet and for a very hidden one. */
  removeSheet(sheet: Sheet): void {
    this.edit(() => {
      this.checkStructure();
      if (sheet.visibility === 'VeryHidden') {
        throw new HostError('InvalidOperation', 'A very hidden sheet cannot be deleted.');
      }
      this.checkOtherVisible(sheet);
      this.leave(sheet);
      this.#sheets.set(this.sheets.filter((other) => other !== sheet));
      this.#names.set(this.names.filter((name) => name.scope !== sheet.id));
      this.invalidateFormulas();
      this.tell((origin) => ({ kind: 'sheet', what: 'removed', sheet: sheet.id, origin }));
    });
  }

  renameSheet(sheet: Sheet, name: string): void {
    this.edit(() => {
      if (sheet.name === name) return;
      this.checkStructure();
      this.#checkFreeSheetName(name, sheet);
      const from = sheet.name;
      sheet.update({ name });
      if (!this.isLoading) followSheet(this, from, name);
      this.invalidateFormulas();
      this.tell((origin) => ({ kind: 'sheet', what: 'renamed', sheet: sheet.id, origin }));
    });
  }

  moveSheet(sheet: Sheet, position: number): void {
    this.edit(() => {
      if (!Number.isInteger(position) || position < 0 || position >= this.sheets.length) {
        throw new HostError('InvalidArgument', `There is no position ${position} among the sheets.`);
      }
      if (position === sheet.position) return;
      this.checkStructure();
      const sheets = this.sheets.filter((other) => other !== sheet);
      sheets.splice(position, 0, sheet);
      this.#sheets.set(sheets);
      this.tell((origin) => ({ kind: 'sheet', what: 'moved', sheet: sheet.id, origin }));
    });
  }

  /** Brings a sheet to the front; a hidden one cannot be (`InvalidOperation`). */
  activate(sheet: Sheet): void {
    if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation', 'A hidden sheet cannot be activated.');
    const previous = this.sheets.length > 0 ? this.activeSheet : null;
    if (previous === sheet && this.#active === sheet) return;
    this.view(() => {
      this.#active = sheet;
      if (previous === sheet) return;
      this.tell((origin) => ({ kind: 'activated', sheet: sheet.id, previous: previous?.id ?? null, origin }));
    });
  }

  get tables(): readonly Table[] {
    return this.sheets.flatMap((sheet) => sheet.tables);
  }

  tableByName(name: string): Table | undefined {
    return this.tables.find((table) => sameName(table.name, name));
  }

  tableById(id: number): Table | undefined {
    return this.tables.find((table) => table.id === id);
  }

  get pivots(): readonly Pivot[] {
    return this.sheets.flatMap((sheet) => sheet.pivots);
  }

  get slicers(): readonly Slicer[] {
    return this.sheets.flatMap((sheet) => sheet.drawings.slicers);
  }

  get names(): readonly DefinedName[] {
    return this.#names.value;
  }

  nameOf(name: string, scope?: string): DefinedName | undefined {
    return this.names.find((other) => sameName(other.name, name) && other.scope === scope);
  }

  /** Adds a name or replaces the one of the same name and scope. `InvalidArgument` for a name Excel would refuse. */
  defineName(name: DefinedName): void {
    this.edit(() => {
      // A file may hold names that Excel made itself (`_xlnm.Print_Titles`) or took in an older version.
      if (!this.isLoading && !this.nameOf(name.name, name.scope)) this.checkFreeName(name.name, name.scope);
      const others = this.names.filter((other) => !sameName(other.name, name.name) || other.scope !== name.scope);
      this.#names.set([...others, name]);
      this.invalidateFormulas();
    });
  }

  /** For files: all names at once, whatever Excel would say of them; of equal ones the last. */
  loadNames(names: readonly DefinedName[]): void {
    const byName = new Map(names.map((name) => [`${name.scope ?? ''} ${name.name.toLowerCase()}`, name]));
    this.edit(() => {
      this.#names.set([...byName.values()]);
      this.invalidateFormulas();
    });
  }

  /** Throws `ItemNotFound` when there is none. */
  removeName(name: string, scope?: string): void {
    this.edit(() => {
      const found = this.nameOf(name, scope);
      if (!found) throw new HostError('ItemNotFound', `There is no name “${name}”.`);
      this.#names.set(this.names.filter((other) => other !== found));
      this.invalidateFormulas();
    });
  }

  get settings(): ReadonlyMap<string, unknown> {
    return this.#settings.value;
  }

  setSetting(key: string, value: unknown): void {
    this.edit(() => this.#settings.set(new Map([...this.settings, [key, value]])));
  }

  removeSetting(key: string): void {
    this.edit(() => this.#settings.set(new Map([...this.settings].filter(([other]) => other !== key))));
  }

  get properties(): DocumentProperties {
    return this.#properties.value;
  }

  setProperties(patch: Partial<DocumentProperties>): void {
    this.edit(() => this.#properties.set({ ...this.properties, ...patch }));
  }

  get protection(): StructureProtection {
    return this.#protection.value;
  }

  /** Protects the structure: what sheets there are, their names, order and visibility. Throws `InvalidOperation` when it is protected already. */
  protect(): void {
    this.edit(() => {
      checkOpen(this.protection, 'The structure of the workbook');
      this.#protection.set({ protected: true });
    });
  }

  /** Throws `AccessDenied` when a password protects it. */
  unprotect(): void {
    this.edit(() => {
      checkNoPassword(this.protection, 'the structure of the workbook');
      this.#protection.set(OPEN_STRUCTURE);
    });
  }

  /** For files: protection with what a password left of itself. */
  loadProtection(protection: StructureProtection): void {
    this.edit(() => this.#protection.set(protection));
  }

  /** Throws `AccessDenied` when the structure is protected. */
  checkStructure(): void {
    if (this.isLoading || !this.protection.protected) return;
    throw new HostError('AccessDenied', 'The structure of the workbook is protected.');
  }

  /**
   * Runs a change as one undo step, told to listeners when it ends; within another it joins it. A throw undoes all that
   * `change` did and passes on. At the end pivots are laid out and formulas recalculated.
   */
  transact<T>(origin: Origin, change: () => T): T {
    return this.#transactions.run(origin, change);
  }

  /** As `transact`, for the model's own classes: joins the transaction under way. `AccessDenied` when read only. */
  edit<T>(change: () => T): T {
    if (this.#options.readOnly && !this.isLoading) {
      throw new HostError('AccessDenied', 'The workbook is open for reading only.');
    }
    return this.#transactions.run(null, change);
  }

  /** As `edit`, for what may be done in a workbook that is read only: selecting, activating. */
  view(change: () => void): void {
    this.#transactions.run(null, change);
  }

  /** Notes an event of the transaction under way. */
  tell(event: (origin: Origin) => ModelEvent): void {
    this.#transactions.tell(event);
  }

  get canUndo(): boolean {
    return this.#transactions.canUndo;
  }

  get canRedo(): boolean {
    return this.#transactions.canRedo;
  }

  /** Takes the last step back; false when there is none. `AccessDenied` when read only. */
  undo(): boolean {
    this.#checkChangeable();
    return this.#transactions.undo();
  }

  redo(): boolean {
    this.#checkChangeable();
    return this.#transactions.redo();
  }

  /** Nothing that was done so far can be undone from now on, as after Excel has saved the settings of an add-in. */
  forgetUndo(): void {
    this.#transactions.forgetSteps();
  }

  get isLoading(): boolean {
    return this.#transactions.isLoading;
  }

  /** Fills the workbook from a file: no undo, no events, no checks of protection, no recalculation. */
  load<T>(fill: () => T): T {
    return this.#transactions.load(fill);
  }

  subscribe(listener: (events: readonly ModelEvent[]) => void): () => void {
    return this.#transactions.subscribe(listener);
  }

  /** Computes all formulas now. */
  recalculate(): void {
    this.#transactions.run(null, () => {
      this.#mustCalculate = true;
    });
  }

  /** Says that results of formulas may no longer hold. */
  invalidateFormulas(): void {
    this.#mustCalculate = true;
  }

  nextTableId(wanted?: number): number {
    const id = wanted ?? this.#lastTableId + 1;
    this.#lastTableId = Math.max(this.#lastTableId, id);
    return id;
  }

  /** Throws `InvalidArgument` unless the name may be given to a range. */
  checkFreeName(name: string, scope?: string): void {
    checkName(name);
    if (this.tableByName(name) !== undefined && scope === undefined) {
      throw new HostError('InvalidArgument', `The name “${name}” is taken by a table.`);
    }
  }

  /** Throws `InvalidArgument` unless the name may be given to a table. */
  checkFreeTableName(name: string): void {
    this.checkFreeName(name);
    if (this.nameOf(name)) throw new HostError('InvalidArgument', `The name “${name}” is taken by a range.`);
  }

  /** Throws `InvalidArgument` unless no other pivot of the workbook has the name. */
  checkFreePivotName(name: string, but?: Pivot): void {
    const isTaken = this.pivots.some((pivot) => pivot !== but && sameName(pivot.definition.name, name));
    if (name.trim() !== '' && !isTaken) return;
    throw new HostError('InvalidArgument', `“${name}” cannot be the name of a PivotTable here.`);
  }

  checkFreeSlicerName(name: string, but?: Slicer): void {
    const isTaken = this.slicers.some((slicer) => slicer !== but && sameName(slicer.definition.name, name));
    if (name.trim() !== '' && !isTaken) return;
    throw new HostError('InvalidArgument', `“${name}” cannot be the name of a slicer here.`);
  }

  /** Throws `InvalidOperation` when no other sheet would stay visible. */
  checkOtherVisible(sheet: Sheet): void {
    if (this.isLoading) return;
    if (!this.sheets.some((other) => other !== sheet && other.visibility === 'Visible')) {
      throw new HostError('InvalidOperation', 'A workbook must contain at least one visible sheet.');
    }
  }

  /** For the model's own classes: a sheet is about to go out of sight; if it is in front, the next comes there. */
  leave(sheet: Sheet): void {
    if (this.isLoading || this.activeSheet !== sheet) return;
    const { position } = sheet;
    const candidates = [...this.sheets.slice(position + 1), ...this.sheets.slice(0, position).toReversed()];
    const next = candidates.find(({ visibility }) => visibility === 'Visible');
    if (!next) return;
    this.#active = next;
    this.tell((origin) => ({ kind: 'activated', sheet: next.id, previous: sheet.id, origin }));
  }

  #checkChangeable(): void {
    if (this.#options.readOnly) throw new HostError('AccessDenied', 'The workbook is open for reading only.');
  }

  #checkFreeSheetName(name: string, but?: Sheet): void {
    if (!this.isLoading) checkSheetName(name);
    const other = this.sheetByName(name);
    if (other && other !== but) throw new HostError('ItemAlreadyExists', `There is a sheet “${name}” already.`);
  }

  #nextSheetId(): string {
    let id: string;
    do {
      this.#lastSheetNumber++;
      id = `{${this.#lastSheetNumber.toString(16).toUpperCase().padStart(8, '0')}-0000-0000-0000-000000000000}`;
    } while (this.sheetById(id));
    return id;
  }

  #settle(): void {
    for (const pivot of this.pivots) if (pivot.isStale) pivot.layOutNow();
    if (!this.#mustCalculate) return;
    this.#mustCalculate = false;
    this.#calculate();
  }

  #calculate(): void {
    if (!this.sheets.some((sheet) => sheet.cells.formulaCount > 0)) return;
    this.#calc ??= createCalc();
    const versions = new Map(this.sheets.map((sheet) => [sheet, sheet.version]));
    this.#calc.recalculate(this);
    this.#mustCalculate = false;
    for (const [sheet, version] of versions) {
      if (sheet.version !== version) this.tell((origin) => ({ kind: 'calculated', sheet: sheet.id, origin }));
    }
  }

  /** A write of cells that touches a table is a change of the table as well. */
  #derive(events: readonly ModelEvent[]): readonly ModelEvent[] {
    const seen = new Set<number>();
    const derived: ModelEvent[] = [];
    for (const event of events) {
      if (event.kind !== 'cells') continue;
      for (const table of this.sheetById(event.sheet)?.tables ?? []) {
        if (seen.has(table.id) || !intersects(table.rect, event.rect)) continue;
        seen.add(table.id);
        derived.push({ kind: 'table', what: 'changed', sheet: event.sheet, table: table.id, origin: event.origin });
      }
    }
    return derived.length > 0 ? [...events, ...derived] : events;
  }
}
