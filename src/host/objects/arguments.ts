import { HostError } from '../errors';
import type { Json } from '../wire/protocol';
import { ArgumentList, isHostObject, type Argument } from './host-object';

/** A class, as far as it knows its objects again when they come back as arguments. */
interface Recognises<T> {
  unwrap(value: unknown): T | undefined;
}

/** Excel's words for a wrong argument. */
export function invalidArgument(location?: string): HostError {
  return new HostError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.', location);
}

export function itemNotFound(location?: string): HostError {
  return new HostError('ItemNotFound', "The requested resource doesn't exist.", location);
}

/** The arguments of one call. Each reader throws `InvalidArgument` where the argument is not of its kind. */
export class Arguments {
  constructor(readonly values: readonly Argument[]) {}

  get count(): number {
    return this.values.length;
  }

  /** The argument as it came; undefined where it was left out (office.js sends null then). */
  raw(index: number): Argument {
    return this.values[index] ?? undefined;
  }

  text(index: number): string {
    return asText(this.values[index]);
  }
  optionalText(index: number): string | undefined {
    return this.raw(index) === undefined ? undefined : this.text(index);
  }
  /** A name or an id: numbers are taken as their text. */
  key(index: number): string {
    const value = this.values[index];
    if (typeof value === 'number') return String(value);
    return asText(value);
  }
  number(index: number): number {
    return asNumber(this.values[index]);
  }
  optionalNumber(index: number): number | undefined {
    return this.raw(index) === undefined ? undefined : this.number(index);
  }
  integer(index: number): number {
    return asInteger(this.values[index]);
  }
  optionalInteger(index: number): number | undefined {
    return this.raw(index) === undefined ? undefined : this.integer(index);
  }
  flag(index: number, fallback = false): boolean {
    const value = this.raw(index);
    if (value === undefined) return fallback;
    if (typeof value !== 'boolean') throw invalidArgument();
    return value;
  }
  json(index: number): Json {
    const value = this.values[index] ?? null;
    if (isHostObject(value) || value instanceof ArgumentList) throw invalidArgument();
    return value;
  }
  /** The object of a class that was passed; undefined for plain data. */
  object<T>(index: number, definition: Recognises<T>): T | undefined {
    return definition.unwrap(this.values[index]);
  }
  requiredObject<T>(index: number, definition: Recognises<T>): T {
    const found = this.object(index, definition);
    if (found === undefined) throw invalidArgument();
    return found;
  }
}

export function asText(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
}

export function asNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

export function asInteger(value: unknown): number {
  const number = asNumber(value);
  if (!Number.isInteger(number)) throw invalidArgument();
  return number;
}

export function asFlag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
}

/** One of a closed list of words, whatever its case; Excel takes `landscape` for `Landscape`. */
export function asOneOf<W extends string>(value: unknown, words: readonly W[]): W {
  const typed = asText(value).toLowerCase();
  const found = words.find((word) => word.toLowerCase() === typed);
  if (found === undefined) throw invalidArgument();
  return found;
}
