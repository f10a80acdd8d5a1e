import type { HostErrorCode } from '../errors';
import type { ModelEvent, Origin, Workbook } from '../model';
import { workbookClass } from '../objects/workbook';
import { dispatch, refusal, type DispatchSession } from './dispatcher';
import { toHostEvents, type HostEvent } from './events';
import {
  ActionType,
  DELAY_FOR_CELL_EDIT,
  PathType,
  RICH_API_EVENT,
  utf8Length,
  type Action,
  type EventEntry,
  type Request,
  type Response,
} from './protocol';
import { parseRequest } from './request';
import { soon } from './soon';
import { rangeClass } from '../objects/classes';
import type { CallContext, HostObject } from '../objects/host-object';

export interface SessionOptions {
  /** Who this is among those who share the workbook; events of the others come as remote. */
  readonly name: string;
  /** Language of Excel's interface for this person, as `fr-CA`. */
  readonly locale: string;
}

/**
 * A failure to happen at a request to come. `error`: refused, nothing done. `timeout`: nothing done, told as a
 * time-out. `halfway`: refused once the first of its actions were done. `lostResponse`: done, but the answer is lost.
 * `reload`: done, but the page is gone: the session ends and nobody hears of it.
 */
export interface Fault {
  /** 1 is the next request. Requests that only release references are not counted. */
  readonly at: number;
  readonly kind: 'error' | 'timeout' | 'halfway' | 'lostResponse' | 'reload';
  /** Of any but a `timeout`; `GeneralException` where absent. */
  readonly code?: HostErrorCode;
  /** Of `halfway`: the share of the actions that are done; half of them where absent. */
  readonly share?: number;
}

export interface SessionStatistics {
  /** Requests that did work: one for each `context.sync()` with something to do. */
  readonly requests: number;
  /** Requests that only released references, as `Excel.run` sends when it ends. */
  readonly cleanups: number;
  readonly actions: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Bytes of the largest single request or answer. */
  readonly largest: number;
}

const none: SessionStatistics = { requests: 0, cleanups: 0, actions: 0, bytesIn: 0, bytesOut: 0, largest: 0 };

/** Event ranges kept for a late `getRange`; older ones answer `ItemNotFound`. */
const EVENT_RANGES = 1000;

/** One add-in's connection to the workbook: its references, its event subscriptions, its faults. */
export class Session {
  private readonly references = new Map<string, HostObject>();
  private readonly referenceIds = new Map<HostObject, string>();
  private readonly eventRanges = new Map<string, HostObject>();
  private readonly subscriptions = new Set<string>();
  private readonly listeners = new Set<(entries: readonly EventEntry[]) => void>();
  private readonly endings = new Set<() => void>();
  private readonly waiting: (() => void)[] = [];
  private faults: { remaining: number; fault: Fault }[] = [];
  private pending: EventEntry[] = [];
  private counts = none;
  private sequence = 0;
  private isClosed = false;
  /** The page is gone: what it asked for is never answered. */
  private isGone = false;
  private readonly dispatchSession: DispatchSession;
  private readonly unsubscribe: () => void;

  constructor(
    readonly workbook: Workbook,
    readonly options: SessionOptions,
  ) {
    const context = new SessionContext(workbook, { session: options.name, by: 'addin' }, this.subscriptions, {
      release: (ids) => this.release(ids),
      eventRange: (id) => this.eventRanges.get(id) ?? null,
    });
    this.dispatchSession = {
      context,
      root: workbookClass.of(workbook),
      referenceOf: (object) => this.referenceIds.get(object),
      keep: (object) => this.keep(object),
      referenced: (id) => this.references.get(id),
    };
    this.unsubscribe = workbook.subscribe((events) => this.tell(events));
  }

  get statistics(): SessionStatistics {
    return this.counts;
  }

  resetStatistics(): void {
    this.counts = none;
  }

  /** How many references the client holds: 0 when every `Excel.run` cleaned up behind itself. */
  get heldReferences(): number {
    return this.references.size;
  }

  /** Makes a request to come fail; several faults may wait at once. */
  injectFault(fault: Fault): void {
    this.faults.push({ remaining: fault.at, fault });
  }

  /** Calls off the failures that are still to happen. */
  clearFaults(): void {
    this.faults = [];
  }

  /** Hears events, each batch after the answer to the request that caused it. */
  onEvents(listener: (entries: readonly EventEntry[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Answers one request: JSON in, JSON out. Whatever goes wrong is in the answer; it never throws.
   * Refuses while a cell is being edited; `request` waits where it may.
   */
  execute(body: string): string {
    let response: Response;
    const bytesIn = utf8Length(body);
    const { payloadLimit, cellEditing } = this.workbook.options;
    const request = parseRequest(body);
    const isCleanup = request !== undefined && releasesOnly(request);
    const fault = isCleanup ? undefined : this.nextFault();
    if (request === undefined) response = refusal('InvalidArgument', 'The request is not readable.');
    else if (bytesIn > payloadLimit) {
      response = refusal('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.');
    } else if (cellEditing && !isCleanup) {
      response = refusal(
        'InvalidOperationInCellEditMode',
        'Excel is in cell-editing mode. Please exit the edit mode and try again.',
      );
    } else if (fault) {
      const done = doneDespite(request, fault);
      if (done) dispatch(done, this.dispatchSession);
      response = faultResponse(fault);
      if (fault.kind === 'reload') this.leave();
    } else response = dispatch(request, this.dispatchSession);
    let answer = JSON.stringify(response);
    let bytesOut = utf8Length(answer);
    if (bytesOut > payloadLimit) {
      answer = JSON.stringify(
        refusal('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.'),
      );
      bytesOut = utf8Length(answer);
    }
    this.count(request, isCleanup, bytesIn, bytesOut);
    return answer;
  }

  /** As `execute`, but with the flag for it waits until the person has left the cell. A page that is gone gets no answer. */
  async request(body: string, flags = 0): Promise<string> {
    while ((flags & DELAY_FOR_CELL_EDIT) !== 0 && this.workbook.options.cellEditing && !this.isClosed) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    const answer = this.isGone ? '' : this.execute(body);
    return this.isGone ? new Promise<string>(() => undefined) : answer;
  }

  /** Lets waiting requests go on: the person has left the cell. */
  cellEditEnded(): void {
    for (const resume of this.waiting.splice(0)) resume();
  }

  /** Hears that the session has ended, by itself or because the page is gone. */
  onEnd(listener: () => void): void {
    this.endings.add(listener);
  }

  close(): void {
    this.isClosed = true;
    for (const listener of this.endings) listener();
    this.endings.clear();
    this.unsubscribe();
    this.listeners.clear();
    this.subscriptions.clear();
    for (const object of this.references.values()) this.letGo(object);
    this.references.clear();
    this.cellEditEnded();
  }

  private leave(): void {
    this.isGone = true;
    this.close();
  }

  private count(request: Request | undefined, isCleanup: boolean, bytesIn: number, bytesOut: number): void {
    const before = this.counts;
    this.counts = {
      requests: before.requests + (isCleanup ? 0 : 1),
      cleanups: before.cleanups + (isCleanup ? 1 : 0),
      actions: before.actions + (request?.Actions.length ?? 0),
      bytesIn: before.bytesIn + bytesIn,
      bytesOut: before.bytesOut + bytesOut,
      largest: Math.max(before.largest, bytesIn, bytesOut),
    };
  }

  private nextFault(): Fault | undefined {
    for (const waiting of this.faults) waiting.remaining -= 1;
    const due = this.faults.find((waiting) => waiting.remaining <= 0);
    this.faults = this.faults.filter((waiting) => waiting.remaining > 0);
    return due?.fault;
  }

  private keep(object: HostObject): string {
    const known = this.referenceIds.get(object);
    if (known !== undefined) return known;
    const id = `ref${(this.sequence += 1)}`;
    this.references.set(id, object);
    this.referenceIds.set(object, id);
    const range = rangeClass.unwrap(object);
    if (range) range.sheet.heldRanges.add(range);
    return id;
  }

  private release(ids: readonly string[]): void {
    for (const id of ids) {
      const object = this.references.get(id);
      if (object) this.letGo(object);
      this.references.delete(id);
    }
  }

  private letGo(object: HostObject): void {
    this.referenceIds.delete(object);
    const range = rangeClass.unwrap(object);
    range?.sheet.heldRanges.delete(range);
  }

  private tell(events: readonly ModelEvent[]): void {
    if (!this.dispatchSession.context.eventsEnabled || this.subscriptions.size === 0) return;
    for (const event of events) {
      for (const hostEvent of toHostEvents(this.workbook, event, this.options.name)) this.queue(hostEvent);
    }
  }

  private queue(event: HostEvent): void {
    const wanted = event.targets.filter((target) => this.subscriptions.has(subscription(event.type, target)));
    if (wanted.length === 0) return;
    const reference = event.range && this.keepEventRange(rangeClass.of(event.range));
    const message = JSON.stringify(
      reference === undefined ? event.payload : { ...event.payload, referenceId: reference },
    );
    const isRemote = event.payload.source === 'Remote';
    if (this.pending.length === 0) soon(() => this.flush());
    for (const target of wanted) {
      this.pending.push([RICH_API_EVENT, event.type, target, message, (this.sequence += 1), isRemote]);
    }
  }

  private keepEventRange(range: HostObject): string {
    const id = `evt${(this.sequence += 1)}`;
    this.eventRanges.set(id, range);
    if (this.eventRanges.size > EVENT_RANGES) {
      const [oldest] = this.eventRanges.keys();
      if (oldest !== undefined) this.eventRanges.delete(oldest);
    }
    return id;
  }

  private flush(): void {
    const entries = this.pending;
    this.pending = [];
    for (const listener of this.listeners) listener(entries);
  }
}

function subscription(type: number, target: string): string {
  return `${type}|${target}`;
}

class SessionContext implements CallContext {
  eventsEnabled = true;

  constructor(
    readonly workbook: Workbook,
    readonly origin: Origin,
    private readonly subscriptions: Set<string>,
    private readonly owner: Pick<CallContext, 'release' | 'eventRange'>,
  ) {}

  subscribe(eventType: number, target: string): void {
    this.subscriptions.add(subscription(eventType, target));
  }
  unsubscribe(eventType: number, target: string): void {
    this.subscriptions.delete(subscription(eventType, target));
  }
  release(referenceIds: readonly string[]): void {
    this.owner.release(referenceIds);
  }
  eventRange(referenceId: string): HostObject | null {
    return this.owner.eventRange(referenceId);
  }
}

/** What `Excel.run` sends at its end: it releases references, and names the workbook to do so. */
function releasesOnly({ Actions, ObjectPaths }: Request): boolean {
  const names = (action: Action): boolean => action.Name === '_RemoveReference';
  const isRoot = ({ ActionType: type, ObjectPathId: id = 0 }: Action): boolean =>
    type === ActionType.instantiate && ObjectPaths[id]?.ObjectPathType === PathType.root;
  return Actions.some(names) && Actions.every((action) => names(action) || isRoot(action));
}

/** What of a request is done in spite of a fault; null where nothing is. */
function doneDespite(request: Request, { kind, share = 0.5 }: Fault): Request | null {
  if (kind === 'error' || kind === 'timeout') return null;
  if (kind !== 'halfway') return request;
  return { ...request, Actions: request.Actions.slice(0, Math.floor(request.Actions.length * share)) };
}

function faultResponse(fault: Fault): Response {
  const code = fault.code ?? (fault.kind === 'timeout' ? 'Timeout' : 'GeneralException');
  const message =
    fault.kind === 'error' || fault.kind === 'halfway'
      ? 'There was an internal error while processing the request.'
      : 'The request has timed out.';
  return refusal(code, message);
}
