import { HostError } from '../errors';
import type { Origin, Rect, Sheet, StylePatch, Workbook } from '../model';
import type { Json, JsonObject } from '../wire/protocol';
import type { Arguments } from './arguments';

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

export type Method<T> =
  | ((self: T, args: Arguments, context: CallContext) => CallResult)
  | ((self: T, args: Arguments, context: CallContext) => void);

/** A change of nothing but the styles of ranges of one sheet. */
export interface Restyling {
  readonly sheet: Sheet;
  readonly rects: readonly Rect[];
  readonly patch: StylePatch;
}

/**
 * How one Excel class answers, member by member, under its wire names (PascalCase).
 * What is not here is answered "not implemented: Class.member".
 */
export interface ClassTable<T> {
  readonly identity?: (self: T) => Identity;
  /** Its objects can be kept by reference across requests (ranges). */
  readonly kept?: true;
  /** False once what it stands for was deleted. */
  readonly alive?: (self: T) => boolean;
  /** How a formula names it: what stands for it inside plain data (the source of a validation list). */
  readonly formula?: (self: T) => string;
  /** Methods that read what is only right after recalculation and layout: they wait for the changes before them. */
  readonly settled?: readonly string[];
  /** The ExcelApi set of members above the lowest set that the product asks for. */
  readonly since?: Readonly<Record<string, string>>;
  readonly get?: Readonly<Record<string, (self: T, context: CallContext) => Json>>;
  readonly set?: Readonly<Record<string, (self: T, value: Json, context: CallContext) => void>>;
  /** Of the properties in `set`, those that only change styles: the dispatcher does consecutive ones together. */
  readonly restyle?: Readonly<
    Record<string, (self: T, value: Json, waiting: Restyling | undefined) => Restyling | undefined>
  >;
  readonly navigate?: Readonly<Record<string, (self: T, context: CallContext) => HostObject | null>>;
  /** Methods. A handler that gives nothing answers null. */
  readonly call?: Readonly<Record<string, Method<T>>>;
  /** The indexer of a collection: null where there is no such item. */
  readonly item?: (self: T, args: Arguments, context: CallContext) => HostObject | null;
  readonly items?: (self: T, context: CallContext) => readonly HostObject[];
}

/** One Excel object in the host, whatever its class. */
export interface HostObject {
  readonly className: string;
  readonly isCollection: boolean;
  readonly isKept: boolean;
  readonly isAlive: boolean;
  /** As a formula that gives it, with `=`; undefined for what no formula can name. */
  readonly formula: string | undefined;
  identity(): Identity;
  /** Wire name of a scalar, or of a navigation property, from the name as typed; undefined where there is none. */
  scalarName(typed: string): string | undefined;
  navigationName(typed: string): string | undefined;
  readonly scalarNames: readonly string[];
  readsSettled(method: string): boolean;
  /** The set that a member needs, where above the lowest. */
  requiredSet(member: string): string | undefined;
  get(member: string, context: CallContext): Json;
  set(member: string, value: Json, context: CallContext): void;
  /** What `set` would change, where that is styles only; `waiting` is what is to be set before it and is not yet. */
  restyling(member: string, value: Json, waiting: Restyling | undefined): Restyling | undefined;
  navigate(member: string, context: CallContext): HostObject | null;
  call(member: string, args: Arguments, context: CallContext): CallResult;
  item(args: Arguments, context: CallContext): HostObject | null;
  items(context: CallContext): readonly HostObject[];
}

/** An Excel class: makes its objects, and knows them again when they come back as arguments. */
export class ClassDefinition<T> {
  readonly scalars: ReadonlyMap<string, string>;
  readonly navigations: ReadonlyMap<string, string>;
  readonly setters: ReadonlyMap<string, string>;
  readonly scalarNames: readonly string[];

  constructor(
    readonly name: string,
    readonly table: ClassTable<T>,
  ) {
    const byLowerCase = (members: object | undefined) =>
      new Map(Object.keys(members ?? {}).map((member) => [member.toLowerCase(), member]));
    this.scalars = byLowerCase(table.get);
    this.navigations = byLowerCase(table.navigate);
    this.setters = byLowerCase(table.set);
    this.scalarNames = Object.keys(table.get ?? {}).filter((member) => !member.startsWith('_'));
  }

  of(self: T): HostObject {
    return new Instance(this, self);
  }

  /** What an object of this class stands for; undefined for anything else. */
  unwrap(value: unknown): T | undefined {
    return value instanceof Instance && value.definition === this ? (value.self as T) : undefined;
  }
}

class Instance<T> implements HostObject {
  constructor(
    readonly definition: ClassDefinition<T>,
    readonly self: T,
  ) {}

  get className(): string {
    return this.definition.name;
  }
  get isCollection(): boolean {
    return this.definition.table.items !== undefined;
  }
  get isKept(): boolean {
    return this.definition.table.kept === true;
  }
  get isAlive(): boolean {
    return this.definition.table.alive?.(this.self) ?? true;
  }
  get formula(): string | undefined {
    return this.definition.table.formula?.(this.self);
  }
  get scalarNames(): readonly string[] {
    return this.definition.scalarNames;
  }
  identity(): Identity {
    return this.definition.table.identity?.(this.self) ?? {};
  }
  scalarName(typed: string): string | undefined {
    return this.definition.scalars.get(typed.toLowerCase());
  }
  navigationName(typed: string): string | undefined {
    return this.definition.navigations.get(typed.toLowerCase());
  }
  readsSettled(method: string): boolean {
    return this.definition.table.settled?.includes(method) ?? false;
  }
  requiredSet(member: string): string | undefined {
    return this.definition.table.since?.[member];
  }
  get(member: string, context: CallContext): Json {
    const getter = own(this.definition.table.get, member) ?? this.missing(member);
    return getter(this.self, context);
  }
  set(member: string, value: Json, context: CallContext): void {
    const name = this.definition.setters.get(member.toLowerCase()) ?? member;
    const setter = own(this.definition.table.set, name) ?? this.missing(`${member} (set)`);
    setter(this.self, value, context);
  }
  restyling(member: string, value: Json, waiting: Restyling | undefined): Restyling | undefined {
    return own(this.definition.table.restyle, member)?.(this.self, value, waiting);
  }
  navigate(member: string, context: CallContext): HostObject | null {
    const navigate = own(this.definition.table.navigate, member) ?? this.missing(member);
    return navigate(this.self, context);
  }
  call(member: string, args: Arguments, context: CallContext): CallResult {
    const method = own(this.definition.table.call, member) ?? this.missing(`${member}()`);
    return method(this.self, args, context) as CallResult;
  }
  item(args: Arguments, context: CallContext): HostObject | null {
    const item = this.definition.table.item ?? this.missing('getItem()');
    return item(this.self, args, context);
  }
  items(context: CallContext): readonly HostObject[] {
    const items = this.definition.table.items ?? this.missing('items');
    return items(this.self, context);
  }

  private missing(member: string): never {
    throw new HostError(
      'NotImplemented',
      `The embedded Excel host does not implement ${this.className}.${member}.`,
      `${this.className}.${member}`,
    );
  }
}

/** True for an object of the host, false for plain data. */
export function isHostObject(value: unknown): value is HostObject {
  return value instanceof Instance;
}

function own<V>(members: Readonly<Record<string, V>> | undefined, name: string): V | undefined {
  return members && Object.hasOwn(members, name) ? members[name] : undefined;
}

/** The members that the host answers of one class, by wire name. */
export interface ClassMembers {
  readonly name: string;
  readonly scalars: readonly string[];
  readonly settable: readonly string[];
  readonly navigations: readonly string[];
  readonly methods: readonly string[];
  readonly since: Readonly<Record<string, string>>;
}

const defined = new Map<string, ClassMembers>();

/** A class of Excel and the table of what its objects answer. */
export function define<T>(name: string, table: ClassTable<T>): ClassDefinition<T> {
  defined.set(name, {
    name,
    scalars: Object.keys(table.get ?? {}),
    settable: Object.keys(table.set ?? {}),
    navigations: Object.keys(table.navigate ?? {}),
    methods: Object.keys(table.call ?? {}),
    since: table.since ?? {},
  });
  return new ClassDefinition(name, table);
}

/** Every class that the host answers, once the workbook's class is loaded. */
export function definedClasses(): ReadonlyMap<string, ClassMembers> {
  return defined;
}

/** The two hidden methods behind `onXxx.add` and `.remove`, for each event of a class. */
export function events<T>(
  target: (self: T) => string,
  types: Readonly<Record<string, number>>,
): Readonly<Record<string, Method<T>>> {
  const methods: Record<string, Method<T>> = {};
  for (const [name, type] of Object.entries(types)) {
    methods[`_Register${name}`] = (self, _args, context) => {
      context.subscribe(type, target(self));
      return null;
    };
    methods[`_Unregister${name}`] = (self, _args, context) => {
      context.unsubscribe(type, target(self));
      return null;
    };
  }
  return methods;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
