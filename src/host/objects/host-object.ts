import type { Origin, Rect, Sheet, StylePatch, Workbook } from '../model';
import type { Json } from '../wire/protocol';

/** What a handler may know of the session that asks. */
export interface CallContext {
  readonly workbook: Workbook;
  readonly origin: Origin;
  subscribe(eventType: number, target: string): void;
  unsubscribe(eventType: number, target: string): void;
  /** Gives up references that the client kept. */
  release(referenceIds: readonly string[]): void;
  /** The range that an event spoke of, by the id that it carried. */
  eventRange(referenceId: string): HostObject | null;
  eventsEnabled: boolean;
}

/** `Id` or `_Id`: what the client puts into a path to find the object again. */
export interface Identity {
  readonly Id?: string;
  readonly _Id?: string;
}

export type CallResult = HostObject | Json | undefined;

/** A change of nothing but the styles of ranges of one sheet. */
export interface Restyling {
  readonly sheet: Sheet;
  readonly rects: readonly Rect[];
  readonly patch: StylePatch;
}

/** What a call is given: plain data, or an object by its path. */
export type Argument = Json | HostObject | ArgumentList | undefined;

/** Arguments of a call that takes any number of them, some of which are objects. */
export class ArgumentList {
  constructor(readonly items: readonly Argument[]) {}
}

/** One Excel object in the host, whatever its class. */
export abstract class HostObject {
  abstract readonly className: string;
  abstract readonly isCollection: boolean;
  abstract readonly isKept: boolean;
  abstract readonly isAlive: boolean;
  /** As a formula that gives it, with `=`; undefined for what no formula can name. */
  abstract readonly formula: string | undefined;
  abstract identity(): Identity;
  /** Wire name of a scalar, or of a navigation property, from the name as typed; undefined where there is none. */
  abstract scalarName(typed: string): string | undefined;
  abstract navigationName(typed: string): string | undefined;
  abstract readonly scalarNames: readonly string[];
  abstract readsSettled(method: string): boolean;
  /** The set that a member needs, where above the lowest. */
  abstract requiredSet(member: string): string | undefined;
  abstract get(member: string, context: CallContext): Json;
  abstract set(member: string, value: Json, context: CallContext): void;
  /** What `set` would change, where that is styles only; `waiting` is what is to be set before it and is not yet. */
  abstract restyling(member: string, value: Json, waiting: Restyling | undefined): Restyling | undefined;
  abstract navigate(member: string, context: CallContext): HostObject | null;
  abstract call(member: string, args: readonly Argument[], context: CallContext): CallResult;
  abstract item(args: readonly Argument[], context: CallContext): HostObject | null;
  abstract items(context: CallContext): readonly HostObject[];
}

/** True for an object of the host, false for plain data. */
export function isHostObject(value: unknown): value is HostObject {
  return value instanceof HostObject;
}
