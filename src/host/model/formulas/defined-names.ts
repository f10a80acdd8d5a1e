import { HostError } from '../../errors';
import { Var } from '../history/journal';
import type { Workbook } from '../workbook';
import { checkName, sameName, type DefinedName } from './names';

/** The names that a workbook and its sheets give to formulas and ranges. */
export class DefinedNames {
  readonly #workbook: Workbook;
  readonly #all: Var<readonly DefinedName[]>;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
    this.#all = new Var<readonly DefinedName[]>(workbook.journal, []);
  }

  get all(): readonly DefinedName[] {
    return this.#all.value;
  }

  /** The name of the workbook, or of the sheet of that id. */
  of(name: string, scope?: string): DefinedName | undefined {
    return this.all.find((other) => sameName(other.name, name) && other.scope === scope);
  }

  /** Adds a name or replaces the one of the same name and scope. `InvalidArgument` for a name Excel would refuse. */
  define(name: DefinedName): void {
    this.#workbook.edit(() => {
      // A file may hold names that Excel made itself (`_xlnm.Print_Titles`) or took in an older version.
      if (!this.#workbook.isLoading && !this.of(name.name, name.scope)) this.checkFree(name.name, name.scope);
      const others = this.all.filter((other) => !sameName(other.name, name.name) || other.scope !== name.scope);
      this.#set([...others, name]);
    });
  }

  /** Throws `ItemNotFound` when there is none. */
  remove(name: string, scope?: string): void {
    this.#workbook.edit(() => {
      const found = this.of(name, scope);
      if (!found) throw new HostError('ItemNotFound', `There is no name “${name}”.`);
      this.#set(this.all.filter((other) => other !== found));
    });
  }

  /** For files: all names at once, whatever Excel would say of them; of equal ones the last. */
  load(names: readonly DefinedName[]): void {
    const byName = new Map(names.map((name) => [`${name.scope ?? ''} ${name.name.toLowerCase()}`, name]));
    this.#workbook.edit(() => this.#set([...byName.values()]));
  }

  /** For the model's own classes: a sheet goes, and its names with it. */
  removeOf(sheet: string): void {
    this.#set(this.all.filter(({ scope }) => scope !== sheet));
  }

  /** Throws `InvalidArgument` unless the name may be given to a range. */
  checkFree(name: string, scope?: string): void {
    checkName(name);
    if (scope === undefined && this.#workbook.tableByName(name) !== undefined) {
      throw new HostError('InvalidArgument', `The name “${name}” is taken by a table.`);
    }
  }

  /** Throws `InvalidArgument` unless the name may be given to a table. */
  checkFreeForTable(name: string): void {
    this.checkFree(name);
    if (this.of(name)) throw new HostError('InvalidArgument', `The name “${name}” is taken by a range.`);
  }

  #set(names: readonly DefinedName[]): void {
    this.#all.set(names);
    this.#workbook.invalidateFormulas();
  }
}
