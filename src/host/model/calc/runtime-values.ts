import type { CellError, CellValue } from '../cells/cell';

/**
 * Values as they pass to and from the library's user functions. Its types for them are not exported; these are the
 * members that it documents: a kind by number, and what the kind carries.
 */
const Kind = { blank: 0, number: 1, text: 2, boolean: 3, error: 4, array: 5 } as const;

export type RuntimeValue =
  | { readonly kind: typeof Kind.blank }
  | { readonly kind: typeof Kind.number; readonly value: number }
  | { readonly kind: typeof Kind.text; readonly value: string }
  | { readonly kind: typeof Kind.boolean; readonly value: boolean }
  | { readonly kind: typeof Kind.error; readonly code: CellError['error'] }
  | RuntimeArray;

export interface RuntimeArray {
  readonly kind: typeof Kind.array;
  readonly rows: readonly (readonly RuntimeValue[])[];
  readonly height: number;
  readonly width: number;
}

function hasKind(value: unknown): value is { readonly kind: unknown } {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/** Reads an argument; anything that is no value of a cell or array (a lambda) is `#VALUE!`. */
export function asRuntimeValue(argument: unknown): RuntimeValue {
  if (hasKind(argument)) {
    switch (argument.kind) {
      case Kind.blank:
      case Kind.number:
      case Kind.text:
      case Kind.boolean:
      case Kind.error:
      case Kind.array:
        // The library's own invariant: the kind says what else the value carries.
        return argument as RuntimeValue;
    }
  }
  return { kind: Kind.error, code: '#VALUE!' };
}

export function toRuntime(value: CellValue): RuntimeValue {
  switch (typeof value) {
    case 'number':
      return { kind: Kind.number, value };
    case 'string':
      return { kind: Kind.text, value };
    case 'boolean':
      return { kind: Kind.boolean, value };
    default:
      return value === null ? { kind: Kind.blank } : { kind: Kind.error, code: value.error };
  }
}

/** The value of a cell; of an array its first. */
export function fromRuntime(value: RuntimeValue): CellValue {
  switch (value.kind) {
    case Kind.blank:
      return null;
    case Kind.error:
      return { error: value.code };
    case Kind.array:
      return fromRuntime(value.rows[0]?.[0] ?? { kind: Kind.blank });
    default:
      return value.value;
  }
}

export function isArray(value: RuntimeValue): value is RuntimeArray {
  return value.kind === Kind.array;
}

export function arrayOf(rows: readonly (readonly RuntimeValue[])[]): RuntimeArray {
  return { kind: Kind.array, rows, height: rows.length, width: rows[0]?.length ?? 0 };
}
