/** The shapes of Excel's rich-API requests and responses, as office.js writes and reads them. */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

export const PathType = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  referenceId: 6,
  nullObject: 7,
} as const;

export interface Request {
  /** Objects that can be kept get a reference id without asking, while an `Excel.run` is open. */
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  /** Of an `update`: scalar properties by name, as the caller typed them. */
  readonly ObjectState?: JsonObject;
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
  /** The client lets the object go at the end of this request. */
  readonly D?: boolean | number;
}

export interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  /** In the places where an argument is an object: its path id (nested as the arguments are). */
  readonly ReferencedObjectPathIds?: readonly ReferencedId[];
}

export type ReferencedId = number | null | readonly ReferencedId[];

/** Names are as the caller typed them; a slash leads into a navigation property. */
export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: Json;
}

export interface ResponseError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string | null;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

export type Response =
  | { readonly Results: readonly ActionResult[]; readonly TraceIds: readonly number[] }
  | {
      readonly Error: ResponseError;
      readonly TraceIds: readonly number[];
      readonly ProcessedResults: { readonly Results: readonly ActionResult[] };
    };

/** Request flag: wait for the person to leave the cell instead of refusing. */
export const DELAY_FOR_CELL_EDIT = 64;

/** Category, event type, target id, payload, id of the entry, is it of another session. */
export type EventEntry = readonly [
  category: number,
  type: number,
  target: string,
  message: string,
  id: number,
  isRemote: boolean,
];

export const RICH_API_EVENT = 65536;

const encoder = typeof TextEncoder === 'undefined' ? null : new TextEncoder();
const charactersAtOnce = 16_384;
/** A character takes three bytes at most, a pair of them four. */
const encoded = new Uint8Array(3 * charactersAtOnce);

/** Length of a text in UTF-8, as it travels: counted in pieces, so that no copy is made of a text of 4 MB. */
export function utf8Length(text: string): number {
  if (!encoder) return countedLength(text);
  let bytes = 0;
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + charactersAtOnce, text.length);
    if (end < text.length && isFirstOfPair(text.charCodeAt(end - 1))) end -= 1;
    bytes += encoder.encodeInto(text.slice(start, end), encoded).written;
    start = end;
  }
  return bytes;
}

function isFirstOfPair(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/** For pages that lack the encoder. */
function countedLength(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    if (code < 0x800) bytes += 1;
    else if (isFirstOfPair(code)) {
      bytes += 2;
      index += 1;
    } else bytes += 2;
  }
  return bytes;
}
