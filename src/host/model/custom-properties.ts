import { HostError } from '../errors';
import type { Journal } from './history/journal';
import { Var } from './history/journal';

/** A property that somebody gave a workbook. A date is ISO text. */
export interface CustomProperty {
  readonly key: string;
  readonly type: 'String' | 'Number' | 'Float' | 'Boolean' | 'Date';
  readonly value: string | number | boolean;
}

/** Characters of a key or a text: Excel cuts off more, but for the web. */
const MOST_TEXT = 255;

const cut = <T>(value: T): T | string => (typeof value === 'string' ? value.slice(0, MOST_TEXT) : value);
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The properties that people and programs gave a workbook beside Excel's own, in their order. */
export class CustomProperties {
  readonly #all: Var<readonly CustomProperty[]>;

  /** `edit` runs a change of the workbook. */
  constructor(
    journal: Journal,
    private readonly edit: (change: () => void) => void,
  ) {
    this.#all = new Var<readonly CustomProperty[]>(journal, []);
  }

  get all(): readonly CustomProperty[] {
    return this.#all.value;
  }

  /** By its key, whatever its case. */
  get(key: string): CustomProperty | undefined {
    return this.all.find((property) => same(property.key, key));
  }

  /** Gives a value to a property, which is added where it is new. `InvalidArgument` for an empty key. */
  set(key: string, value: CustomProperty['value']): void {
    if (key === '') throw new HostError('InvalidArgument', 'A property has a name.');
    const property = { key: this.get(key)?.key ?? key.slice(0, MOST_TEXT), type: typeOf(value), value: cut(value) };
    const isNew = this.get(property.key) === undefined;
    this.change((all) =>
      isNew ? [...all, property] : all.map((other) => (same(other.key, property.key) ? property : other)),
    );
  }

  /** Does nothing where there is none. */
  remove(key: string): void {
    this.change((all) => all.filter((property) => !same(property.key, key)));
  }

  clear(): void {
    this.change(() => []);
  }

  /** For files: all of them as they are. */
  load(properties: readonly CustomProperty[]): void {
    this.change(() => properties);
  }

  private change(next: (all: readonly CustomProperty[]) => readonly CustomProperty[]): void {
    this.edit(() => this.#all.set(next(this.all)));
  }
}

function typeOf(value: CustomProperty['value']): CustomProperty['type'] {
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'Number' : 'Float';
}
