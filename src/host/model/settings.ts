import { Var } from './history/journal';
import type { Workbook } from './workbook';

/** What add-ins keep in a workbook, by their own keys. */
export class Settings {
  readonly #workbook: Workbook;
  readonly #all: Var<ReadonlyMap<string, unknown>>;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
    this.#all = new Var<ReadonlyMap<string, unknown>>(workbook.journal, new Map());
  }

  get all(): ReadonlyMap<string, unknown> {
    return this.#all.value;
  }

  set(key: string, value: unknown): void {
    this.#workbook.edit(() => this.#all.set(new Map([...this.all, [key, value]])));
  }

  remove(key: string): void {
    this.#workbook.edit(() => this.#all.set(new Map([...this.all].filter(([other]) => other !== key))));
  }
}
