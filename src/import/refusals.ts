/**
 * Why a document was not read at all. Nothing of it was kept, and nothing was unpacked whole: the
 * words for each code are in the catalogue `importing`.
 */
export type RefusalCode =
  | 'empty'
  | 'imageOnly'
  | 'tooLarge'
  | 'tooDeep'
  | 'encrypted'
  | 'legacyWord'
  | 'legacyExcel'
  | 'pdf'
  | 'rtf'
  | 'openDocument'
  | 'damaged'
  | 'unpacksTooLarge'
  | 'unknownFormat';

/** A value, or why there is none. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: RefusalCode };

export function refused(refusal: RefusalCode): { readonly ok: false; readonly refusal: RefusalCode } {
  return { ok: false, refusal };
}

/** Bounds that keep every refusal quick, far above what people write: a thousand pages pasted from Word are 20 MB. */
export const limits = {
  /** Characters of a paste or bytes of a file. */
  input: 32_000_000,
  /** Bytes of one part of a .docx or .xlsx once unpacked. */
  part: 96_000_000,
  /** Unpacked bytes for each packed one; a text of one repeated letter packs 1,000 to 1. */
  ratio: 120,
  /** Parts smaller than this may be packed as tightly as they like. */
  smallPart: 4_000_000,
  /** Lines and cells: some 100,000 activities, each on a row of its own. */
  pieces: 2_000_000,
  /** Tables within tables. */
  tables: 50,
  /** Formatting elements within one another. */
  elements: 256,
} as const;
