import { HostError, type HostErrorCode } from '../errors';
import type { StylePatch } from '../model';
import { itemNotFound } from '../objects/arguments';
import { isJsonObject } from '../objects/define';
import {
  ArgumentList,
  type Argument,
  isHostObject,
  type CallContext,
  type HostObject,
  type Identity,
  type Restyling,
} from '../objects/host-object';
import {
  ActionType,
  PathType,
  type Action,
  type ActionResult,
  type ArgumentInfo,
  type Json,
  type JsonObject,
  type ObjectPath,
  type ReferencedId,
  type Request,
  type Response,
  type ResponseError,
} from './protocol';
import { runQuery } from './query';
import { isHigher } from './versions';

/** What the dispatcher needs of a session: its context for handlers, and the references that it keeps. */
export interface DispatchSession {
  readonly context: CallContext;
  readonly root: HostObject;
  /** The reference id of a kept object, if it has one. */
  referenceOf(object: HostObject): string | undefined;
  keep(object: HostObject): string;
  referenced(id: string): HostObject | undefined;
}

/** An action must wait until the changes before it are recalculated and laid out. Never leaves the dispatcher. */
class NotSettled extends Error {}

/** Formats that wait to be set together, and the first action that asked for one. */
interface Restyle {
  readonly change: Restyling;
  readonly index: number;
  readonly results: number;
  readonly location: string;
}

/** Waiting formats were refused while a later action ran. Never leaves the dispatcher. */
class LateFailure extends Error {
  constructor(
    readonly failure: unknown,
    readonly restyle: Restyle,
  ) {
    super();
  }
}

/**
 * Runs one request against the model, action by action, and stops at the first failure.
 *
 * Consecutive changes share one transaction of the model, and a query ends it, so that what is read is
 * recalculated. A failure does not roll back: as in Excel, what the earlier actions of a request did stays done.
 */
export function dispatch(request: Request, session: DispatchSession): Response {
  return new Run(request, session).execute();
}

const reads: ReadonlySet<number> = new Set([ActionType.query, ActionType.queryAsJson]);

class Run {
  private readonly objects = new Map<number, HostObject | null>();
  private readonly results: ActionResult[] = [];
  private readonly traceIds: number[] = [];
  private error: ResponseError | undefined;
  private next = 0;
  /** Changes wait in an open transaction: nothing is recalculated yet. */
  private unsettled = false;
  private restyle: Restyle | undefined;

  constructor(
    private readonly request: Request,
    private readonly session: DispatchSession,
  ) {}

  execute(): Response {
    const { workbook, origin } = this.session.context;
    const { Actions } = this.request;
    while (this.error === undefined && this.next < Actions.length) {
      if (reads.has(Actions[this.next]!.ActionType)) {
        this.step();
        continue;
      }
      const done = this.results.length;
      try {
        workbook.transact(origin, () => this.changes());
      } catch (failure) {
        // Recalculation or the layout of a pivot refused the changes, so the model took them back.
        this.results.length = done;
        this.error = this.describe(failure, Math.min(this.next, Actions.length) - 1);
      }
    }
    const { error, results: Results, traceIds: TraceIds } = this;
    return error ? { Error: error, TraceIds, ProcessedResults: { Results } } : { Results, TraceIds };
  }

  /** The actions up to the next query, or to one that needs a settled workbook. */
  private changes(): void {
    const { Actions } = this.request;
    const first = this.next;
    while (this.error === undefined && this.next < Actions.length && !reads.has(Actions[this.next]!.ActionType)) {
      this.unsettled = this.next > first;
      if (!this.step()) break;
    }
    this.guarded(() => this.applyRestyle());
    this.unsettled = false;
  }

  /** Runs one action; false where it has to wait for a settled workbook. */
  private step(): boolean {
    const action = this.request.Actions[this.next]!;
    return this.guarded(() => {
      this.results.push({ ActionId: action.Id, Value: this.run(action) });
      this.next += 1;
    });
  }

  /** Notes a failure as the answer's; false where the action has to wait for a settled workbook. */
  private guarded(work: () => void): boolean {
    try {
      work();
    } catch (failure) {
      if (failure instanceof NotSettled) return false;
      if (failure instanceof LateFailure) {
        this.results.length = failure.restyle.results;
        this.error = this.describe(failure.failure, failure.restyle.index);
      } else this.error = this.describe(failure, this.next);
    }
    return true;
  }

  private run(action: Action): Json {
    if (action.ActionType === ActionType.trace) {
      this.traceIds.push(action.Id);
      return null;
    }
    const object = this.resolve(action.ObjectPathId ?? 0);
    if (action.ActionType !== ActionType.instantiate && action.ActionType !== ActionType.setProperty) {
      this.applyRestyle();
    }
    switch (action.ActionType) {
      case ActionType.instantiate:
        this.autoKeep(object, action);
        return object === null ? null : this.identityOf(object);
      case ActionType.query:
      case ActionType.queryAsJson:
        this.autoKeep(object, action);
        return runQuery(
          object,
          action.QueryInfo,
          this.session.context,
          (target, member) => this.gate(target, member),
          (target) => this.identityOf(target),
        );
      case ActionType.method:
        return object === null ? nullObject : this.method(object, action);
      case ActionType.setProperty:
        return object === null ? nullObject : this.setProperty(object, action);
      case ActionType.update:
        return object === null ? nullObject : this.update(object, action.ObjectState ?? {});
      default:
        throw new HostError(
          'NotImplemented',
          `The embedded Excel host does not run actions of type ${action.ActionType}.`,
        );
    }
  }

  private method(object: HostObject, action: Action): Json {
    const name = action.Name ?? '';
    if (name === '_KeepReference' && object.isKept) {
      this.session.keep(object);
      return null;
    }
    const result = this.call(object, name, action.ArgumentInfo);
    if (isHostObject(result)) return this.identityOf(result);
    return result ?? null;
  }

  private setProperty(object: HostObject, action: Action): null {
    const value = action.ArgumentInfo?.Arguments?.[0] ?? null;
    this.assign(object, action.Name ?? '', isJsonObject(value) ? this.withFormulas(value) : value);
    return null;
  }

  /** Objects inside plain data come as the ids of their paths: formulas that name them take their place. */
  private withFormulas(data: JsonObject): JsonObject {
    return Object.fromEntries(
      Object.entries(data).map(([key, value]) => [
        key,
        isJsonObject(value) ? this.withFormula(value) : (value ?? null),
      ]),
    );
  }

  private withFormula(data: JsonObject): Json {
    const id = data._ObjectPathId;
    if (typeof id !== 'number') return this.withFormulas(data);
    const formula = this.resolve(id)?.formula;
    if (formula === undefined) throw new HostError('InvalidArgument', 'An object cannot stand here.');
    return formula;
  }

  private update(object: HostObject, state: JsonObject): null {
    for (const [member, value] of Object.entries(state)) {
      if (value !== undefined) this.assign(object, object.scalarName(member) ?? member, value);
    }
    return null;
  }

  private assign(object: HostObject, member: string, value: Json): void {
    this.gate(object, member);
    const change = this.located(object, member, () => object.restyling(member, value, this.restyle?.change));
    if (change) {
      this.addRestyle(change, `${object.className}.${lowerFirst(member)}`);
      return;
    }
    this.applyRestyle();
    this.located(object, member, () => object.set(member, value, this.session.context));
  }

  /** Formats of the same ranges set one after the other are one change of their cells: a large range is walked once. */
  private addRestyle(change: Restyling, location: string): void {
    const { restyle } = this;
    if (restyle && areSameRanges(restyle.change, change)) {
      this.restyle = { ...restyle, change: { ...change, patch: joined(restyle.change.patch, change.patch) } };
      return;
    }
    this.applyRestyle();
    this.restyle = { change, index: this.next, results: this.results.length, location };
  }

  private applyRestyle(): void {
    const { restyle } = this;
    if (!restyle) return;
    this.restyle = undefined;
    const { sheet, rects, patch } = restyle.change;
    try {
      locatedAt(restyle.location, () => sheet.styles.changeAll(rects, patch));
    } catch (failure) {
      throw new LateFailure(failure, restyle);
    }
  }

  private call(object: HostObject, member: string, info: ArgumentInfo | undefined): HostObject | Json | undefined {
    this.gate(object, member);
    if (this.unsettled && object.readsSettled(member)) throw new NotSettled();
    const args = this.arguments(info);
    return this.located(object, member, () => object.call(member, args, this.session.context));
  }

  /** The object at the end of a path; each path is walked once a request, since a walk can have effects. */
  private resolve(id: number): HostObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[id];
    if (!path) throw new HostError('InvalidObjectPath', `The request has no object path ${id}.`);
    const object = this.walk(path);
    this.objects.set(id, object);
    return object;
  }

  private walk(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case PathType.root:
        return this.session.root;
      case PathType.nullObject:
        return null;
      case PathType.referenceId:
        return this.referenced(path.Name);
      case PathType.newObject:
        throw new HostError('NotImplemented', `The embedded Excel host does not implement ${path.Name}.`, path.Name);
      default:
        break;
    }
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    if (!parent.isAlive) throw itemNotFound(parent.className);
    if (path.ObjectPathType !== PathType.property) this.applyRestyle();
    switch (path.ObjectPathType) {
      case PathType.property:
        this.gate(parent, path.Name);
        return this.located(parent, path.Name, () => parent.navigate(path.Name, this.session.context));
      case PathType.indexer: {
        const args = this.arguments(path.ArgumentInfo);
        return this.located(parent, 'getItem', () => {
          const item = parent.item(args, this.session.context);
          if (item === null) throw itemNotFound();
          return item;
        });
      }
      case PathType.method: {
        const result = this.call(parent, path.Name, path.ArgumentInfo);
        if (result === null || isHostObject(result)) return result;
        throw new HostError('GeneralException', `${parent.className}.${path.Name} gave no object.`);
      }
      default:
        throw new HostError('InvalidObjectPath', `Object paths of type ${path.ObjectPathType} are not known.`);
    }
  }

  private referenced(id: string): HostObject {
    const object = this.session.referenced(id);
    if (!object?.isAlive) {
      throw new HostError('InvalidReference', 'This reference is not valid for the current operation.');
    }
    return object;
  }

  private arguments(info: ArgumentInfo | undefined): readonly Argument[] {
    const values = info?.Arguments ?? [];
    const ids = info?.ReferencedObjectPathIds;
    if (!ids) return values;
    return values.map((value, index) => this.argument(value, ids[index]));
  }

  private argument(value: Json, id: ReferencedId | undefined): Argument {
    if (Array.isArray(id) && Array.isArray(value) && id.some((each) => each !== 0 && each !== null)) {
      const ids = id as readonly ReferencedId[];
      return new ArgumentList((value as readonly Json[]).map((each, index) => this.argument(each, ids[index])));
    }
    return typeof id === 'number' && id > 0 ? this.resolve(id) : value;
  }

  private autoKeep(object: HostObject | null, action: Action): void {
    if (!object?.isKept || this.request.AutoKeepReference !== true) return;
    if (this.request.ObjectPaths[action.ObjectPathId ?? 0]?.D) return;
    this.session.keep(object);
  }

  private identityOf(object: HostObject): JsonObject {
    const identity: Identity = object.identity();
    const reference = object.isKept ? this.session.referenceOf(object) : undefined;
    return reference === undefined ? { ...identity } : { ...identity, _ReferenceId: reference };
  }

  /**
   * Members of a set above the one that this host answers are unknown to it, as they are to an older Excel; those at
   * which this Excel fails, it fails at.
   */
  private gate(object: HostObject, member: string): void {
    const { excelApi, failsAt } = this.session.context.workbook.options;
    if (failsAt.length > 0) {
      const name = `${object.className}.${lowerFirst(member)}`;
      if (failsAt.includes(name)) throw new HostError('GeneralException', 'An internal error has occurred.', name);
    }
    const required = object.requiredSet(member);
    if (required === undefined || !isHigher(required, excelApi)) return;
    const name = `${object.className}.${member}`;
    throw new HostError('ApiNotFound', `${name} needs ExcelApi ${required}, which this Excel does not have.`, name);
  }

  /** A failure says where: `Class.member`, unless the handler knew better. */
  private located<R>(object: HostObject, member: string, work: () => R): R {
    return locatedAt(`${object.className}.${lowerFirst(member)}`, work);
  }

  private describe(failure: unknown, ActionIndex: number): ResponseError {
    const error =
      failure instanceof HostError
        ? failure
        : new HostError('GeneralException', `Internal error of the embedded Excel host: ${explain(failure)}`);
    return {
      Code: error.code,
      Message: error.message,
      Location: error.location ?? null,
      ActionIndex,
      HttpStatusCode: httpStatus[error.code] ?? 400,
    };
  }
}

function locatedAt<R>(location: string, work: () => R): R {
  try {
    return work();
  } catch (failure) {
    if (!(failure instanceof HostError) || failure.location !== undefined) throw failure;
    throw new HostError(failure.code, failure.message, location);
  }
}

/** Objects of one range, or of one list of ranges, share its rectangles. */
function areSameRanges(a: Restyling, b: Restyling): boolean {
  if (a.sheet !== b.sheet || a.rects.length !== b.rects.length) return false;
  return a.rects === b.rects || a.rects.every((rect, index) => rect === b.rects[index]);
}

/** One patch that does as two in turn. */
function joined(first: StylePatch, second: StylePatch): StylePatch {
  const font = first.font || second.font ? { font: { ...first.font, ...second.font } } : {};
  const borders = first.borders || second.borders ? { borders: { ...first.borders, ...second.borders } } : {};
  return { ...first, ...second, ...font, ...borders };
}

const nullObject: JsonObject = { _IsNull: true };

const httpStatus: Readonly<Partial<Record<HostErrorCode, number>>> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  GeneralException: 500,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  NotImplemented: 501,
  Timeout: 504,
};

/** The error that answers a request as a whole, before any of its actions ran. */
export function refusal(code: HostErrorCode, message: string): Response {
  const HttpStatusCode = httpStatus[code] ?? 400;
  const error = { Code: code, Message: message, Location: null, ActionIndex: 0, HttpStatusCode };
  return { Error: error, TraceIds: [], ProcessedResults: { Results: [] } };
}

function lowerFirst(member: string): string {
  return member.charAt(0).toLowerCase() + member.slice(1);
}

function explain(failure: unknown): string {
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}
