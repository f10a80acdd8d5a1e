import { HostError } from '../errors';
import { Var, type Journal } from './history/journal';

/** A document of XML that a program keeps in the workbook. */
export interface CustomXmlPart {
  readonly id: string;
  /** Well formed, without its declaration. */
  readonly xml: string;
}

/** The documents that programs keep in a workbook, in their order. */
export class CustomXmlParts {
  readonly #all: Var<readonly CustomXmlPart[]>;

  /** `edit` runs a change of the workbook. */
  constructor(
    journal: Journal,
    private readonly edit: (change: () => void) => void,
  ) {
    this.#all = new Var<readonly CustomXmlPart[]>(journal, []);
  }

  get all(): readonly CustomXmlPart[] {
    return this.#all.value;
  }

  /** Throws `ItemNotFound` when there is none. */
  get(id: string): CustomXmlPart {
    const found = this.all.find((part) => part.id === id);
    if (!found) throw new HostError('ItemNotFound', 'There is no such custom XML part.');
    return found;
  }

  /** Takes in a document that is well formed. */
  add(xml: string): CustomXmlPart {
    const taken = new Set(this.all.map(({ id }) => id));
    let number = taken.size + 1;
    const idOf = (): string => `{${number.toString(16).toUpperCase().padStart(8, '0')}-0000-4000-A000-000000000000}`;
    while (taken.has(idOf())) number += 1;
    const part = { id: idOf(), xml };
    this.load([...this.all, part]);
    return part;
  }

  /** Throws `ItemNotFound` when there is none. */
  change(id: string, xml: string): void {
    const before = this.get(id);
    this.load(this.all.map((part) => (part === before ? { id, xml } : part)));
  }

  /** Throws `ItemNotFound` when there is none. */
  remove(id: string): void {
    const before = this.get(id);
    this.load(this.all.filter((part) => part !== before));
  }

  /** For files: all of them. */
  load(parts: readonly CustomXmlPart[]): void {
    this.edit(() => this.#all.set(parts));
  }
}
