import { HostError } from '../errors';
import type { Json, JsonObject } from '../wire/protocol';
import { Arguments } from './arguments';
import {
  HostObject,
  type Argument,
  type CallContext,
  type CallResult,
  type Identity,
  type Restyling,
} from './host-object';

export type Method<T> =
  | ((self: T, args: Arguments, context: CallContext) => CallResult)
  | ((self: T, args: Arguments, context: CallContext) => void);

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

/** The members of a class by their names in lower case, as the proxies may type them. */
interface MemberNames {
  readonly scalars: ReadonlyMap<string, string>;
  readonly navigations: ReadonlyMap<string, string>;
  readonly setters: ReadonlyMap<string, string>;
  /** What a `load` without names gives. */
  readonly listed: readonly string[];
}

function namesOf<T>(table: ClassTable<T>): MemberNames {
  const byLowerCase = (members: object | undefined) =>
    new Map(Object.keys(members ?? {}).map((member) => [member.toLowerCase(), member]));
  return {
    scalars: byLowerCase(table.get),
    navigations: byLowerCase(table.navigate),
    setters: byLowerCase(table.set),
    listed: Object.keys(table.get ?? {}).filter((member) => !member.startsWith('_')),
  };
}

/** An Excel class: makes its objects, and knows them again when they come back as arguments. */
export class ClassDefinition<T> {
  #table: ClassTable<T> = {};
  #names = namesOf({});

  constructor(readonly name: string) {}

  /** Says what its objects answer, in the place of nothing. */
  answers(table: ClassTable<T>): this {
    this.#table = table;
    this.#names = namesOf(table);
    return this;
  }

  get table(): ClassTable<T> {
    return this.#table;
  }
  get names(): MemberNames {
    return this.#names;
  }

  of(self: T): HostObject {
    return new Instance(this, self);
  }

  /** What an object of this class stands for; undefined for anything else. */
  unwrap(value: unknown): T | undefined {
    return value instanceof Instance && value.definition === this ? (value.self as T) : undefined;
  }
}

class Instance<T> extends HostObject {
  constructor(
    readonly definition: ClassDefinition<T>,
    readonly self: T,
  ) {
    super();
  }

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
    return this.definition.names.listed;
  }
  identity(): Identity {
    return this.definition.table.identity?.(this.self) ?? {};
  }
  scalarName(typed: string): string | undefined {
    return this.definition.names.scalars.get(typed.toLowerCase());
  }
  navigationName(typed: string): string | undefined {
    return this.definition.names.navigations.get(typed.toLowerCase());
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
    const name = this.definition.names.setters.get(member.toLowerCase()) ?? member;
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
  call(member: string, args: readonly Argument[], context: CallContext): CallResult {
    const method = own(this.definition.table.call, member) ?? this.missing(`${member}()`);
    return method(this.self, new Arguments(args), context) as CallResult;
  }
  item(args: readonly Argument[], context: CallContext): HostObject | null {
    const item = this.definition.table.item ?? this.missing('getItem()');
    return item(this.self, new Arguments(args), context);
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

const named = new Map<string, () => ClassMembers>();

/** A class by its name only: other classes may lead to it, and its own file says what it `answers`. */
export function declare<T>(name: string): ClassDefinition<T> {
  const definition = new ClassDefinition<T>(name);
  named.set(name, () => membersOf(name, definition.table));
  return definition;
}

/** A class of Excel and the table of what its objects answer. */
export function define<T>(name: string, table: ClassTable<T>): ClassDefinition<T> {
  return declare<T>(name).answers(table);
}

/** Every class that the host answers, once the workbook's class is loaded. */
export function definedClasses(): ReadonlyMap<string, ClassMembers> {
  return new Map([...named].map(([name, members]) => [name, members()]));
}

function membersOf<T>(name: string, table: ClassTable<T>): ClassMembers {
  return {
    name,
    scalars: Object.keys(table.get ?? {}),
    settable: Object.keys(table.set ?? {}),
    navigations: Object.keys(table.navigate ?? {}),
    methods: Object.keys(table.call ?? {}),
    since: table.since ?? {},
  };
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
