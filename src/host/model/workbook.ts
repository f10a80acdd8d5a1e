import { HostError } from '../errors';
import { DefinedNames } from './formulas/defined-names';
import { Journal, Var } from './history/journal';
import { checkSheetName, freeName, sameName } from './formulas/names';
import { CustomProperties } from './custom-properties';
import { CustomXmlParts } from './custom-xml';
import { DEFAULT_OPTIONS, hostWords, type HostWords, type HostOptions } from './options';
import type { Pivot } from './pivot-tables/pivot-table';
import type { Slicer } from './pivot-tables/slicer';
import { Recalculation } from './recalculation';
import { Settings } from './settings';
import { withTableChanges } from './tables/changes';
import { followSheet } from './formulas/rename-references';
import { Sheet } from './sheet';
import { StyleTable } from './looks/styles';
import type { Table } from './tables/table';
import { Transactions } from './history/transactions';
import { NO_PROPERTIES, type DocumentProperties } from './properties';
import type { ModelEvent, Origin } from './history/events';
import { checkNoPassword, checkOpen, OPEN_STRUCTURE, type StructureProtection } from './protection';

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
    derive: (events) => withTableChanges(events, (sheet) => this.sheetById(sheet)?.tables ?? []),
    checkChangeable: () => this.#checkChangeable(),
    keepsUndo: () => this.#options.keepsUndo,
  });
  /** What was done can be undone and done again; `AccessDenied` when read only. */
  readonly history: Pick<Transactions, 'canUndo' | 'canRedo' | 'undo' | 'redo' | 'forget'> = this.#transactions;
  readonly names = new DefinedNames(this);
  readonly settings = new Settings(this);
  readonly #sheets = new Var<readonly Sheet[]>(this.journal, []);
  readonly #properties = new Var<DocumentProperties>(this.journal, NO_PROPERTIES);
  readonly customXml = new CustomXmlParts(this.journal, (change) => this.edit(change));
  readonly customProperties = new CustomProperties(this.journal, (change) => this.edit(change));
  readonly #protection = new Var<StructureProtection>(this.journal, OPEN_STRUCTURE);
  readonly #recalculation = new Recalculation(this);
  #options: HostOptions;
  #active: Sheet | null = null;
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
      this.names.removeOf(sheet.id);
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
    if (!this.isLoading) this.#checkChangeable();
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
    this.#transactions.run(null, () => this.#recalculation.invalidate());
  }

  /** Says that results of formulas may no longer hold. */
  invalidateFormulas(): void {
    this.#recalculation.invalidate();
  }

  nextTableId(wanted?: number): number {
    const id = wanted ?? this.#lastTableId + 1;
    this.#lastTableId = Math.max(this.#lastTableId, id);
    return id;
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
    this.#recalculation.runIfDue();
  }
}
