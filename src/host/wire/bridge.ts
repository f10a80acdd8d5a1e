import { readOfficeFile } from './office-files';
import type { EventEntry } from './protocol';
import type { Session } from './session';
import { isHigher } from './versions';

/**
 * Excel's proxies in bare Node: Microsoft's `excel-web` script finds a native bridge when it loads, which brings events;
 * requests go to the session that made their context. There is one script a process (its classes compare by identity)
 * and any number of sessions: each `Excel.run` carries its session's id as the control id that office.js keeps for
 * add-ins in documents.
 */

/** The names of office.js for one session. */
export interface BridgeConnection {
  readonly session: Session;
  /** As the global of that name; its `run` speaks to this session. */
  readonly Excel: ExcelNamespace;
  readonly OfficeExtension: OfficeExtensionNamespace;
  /** Only what the bridge can say: `Office.context.requirements`, the languages. */
  readonly Office: BridgeOffice;
  /** Makes the globals `Excel`, `Office` and `OfficeExtension` this session's, until another one takes them. */
  use(): void;
  /** Cuts the connection; the session itself stays open. */
  disconnect(): void;
}

export interface BridgeOffice {
  readonly context: {
    readonly requirements: { isSetSupported(name: string, minVersion?: string): boolean };
    readonly displayLanguage: string;
    readonly contentLanguage: string;
  };
}

// Types only: the globals themselves belong to the rooms that run inside Excel.

export type ExcelNamespace = typeof Excel;
export type OfficeExtensionNamespace = typeof OfficeExtension;

type RequestContext = InstanceType<ExcelNamespace['RequestContext']>;

/** What the script calls, and where it leaves its own ear. */
interface NativeBridge {
  sendMessageToHost(message: string): void;
  onMessageFromHost?: (message: string) => void;
}

/** What office.js asks to carry a request, as it has its own do for a page, an HTTP service and a native bridge. */
interface RequestExecutor {
  executeAsync(customData: string, flags: number, message: { readonly Body: object }): Promise<ExecutorResponse>;
}

interface ExecutorResponse {
  readonly HttpStatusCode: number;
  readonly ErrorCode: string | null;
  readonly ErrorMessage: string | null;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: unknown;
}

/** What office.js asks a context's session for: who carries its requests, and who hears its events. */
interface OfficeSession {
  _createRequestExecutorOrNull(): RequestExecutor | null;
}

interface OfficeNames {
  readonly Excel: ExcelNamespace & { readonly RequestContext: new (session: OfficeSession) => RequestContext };
  readonly OfficeExtension: OfficeExtensionNamespace & {
    readonly HostBridgeSession: { getInstanceIfHostBridgeInited(): OfficeSession };
  };
}

const CONTROL_ID_HEADER = 'X-OfficeControlId';
const RESPONSE = 2;
const EVENT = 3;
const CLOSED = { code: 'InvalidRequestContext', message: 'The session is closed.' } as const;

let opened = 0;
let loaded: OfficeNames | undefined;

const native: NativeBridge = {
  /** Requests of a connection do not come this way: here is who made a context without one. */
  sendMessageToHost(text) {
    const { id } = JSON.parse(text) as { readonly id: number };
    const message = { statusCode: 400, headers: {}, body: JSON.stringify({ error: CLOSED }) };
    queueMicrotask(() => native.onMessageFromHost?.(JSON.stringify({ id, type: RESPONSE, message })));
  },
};

/**
 * Carries the requests of one session as one text each way. Over its native bridge office.js would write each as a text
 * three times and read it twice: what a request of 4 MB costs would be mostly that.
 */
function carrier(session: Session, isOpen: () => boolean): RequestExecutor {
  return {
    async executeAsync(_customData, flags, { Body }) {
      const answered = { Headers: {}, ErrorCode: null, ErrorMessage: null };
      if (!isOpen()) {
        return { ...answered, HttpStatusCode: 400, ErrorCode: CLOSED.code, ErrorMessage: CLOSED.message, Body: null };
      }
      const answer = await session.request(JSON.stringify(Body), flags);
      return { ...answered, HttpStatusCode: 200, Body: JSON.parse(answer) as unknown };
    },
  };
}

function tell(controlId: string, entries: readonly EventEntry[]): void {
  native.onMessageFromHost?.(JSON.stringify({ type: EVENT, controlId, message: { entries } }));
}

/** What a page has and Node has not, while the script loads; it can do without afterwards. */
function pageGlobals(): Record<string, unknown> {
  const origin = 'https://localhost';
  return {
    _richApiNativeBridge: native,
    window: globalThis,
    addEventListener: () => undefined,
    location: { href: `${origin}/`, origin, protocol: 'https:', hostname: 'localhost', search: '', hash: '' },
    name: '',
    navigator: { userAgent: 'node' },
  };
}

/** Loads Microsoft's script once. Throws where it is not installed. */
function load(): OfficeNames {
  if (loaded) return loaded;
  const source = readOfficeFile('excel-web-16.00.js');
  const globals = Object.entries(pageGlobals());
  const former = globals.map(([name]) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of globals) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  try {
    // Indirect, so that it runs in the realm of the caller (a test's own, under jest): office.js compares
    // prototypes, and those of another realm differ.
    (0, eval)(`${source}\n//# sourceURL=excel-web-16.00.js`);
  } finally {
    for (const [name, descriptor] of former) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  }
  // Where the script left its names. Kept apart from the globals, which `use()` sets.
  const names: unknown = globalThis;
  const { Excel, OfficeExtension } = names as OfficeNames;
  loaded = { Excel, OfficeExtension };
  return loaded;
}

/** Connects a session to Excel's proxies. The first call of a process reads and runs the script, some 0.1 s. */
export function connectBridge(session: Session): BridgeConnection {
  const { Excel, OfficeExtension } = load();
  const controlId = `session-${(opened += 1)}`;
  let isOpen = true;
  const stopEvents = session.onEvents((entries) => tell(controlId, entries));
  const requests = carrier(session, () => isOpen);
  // As the session of the native bridge, by which events come, but for who carries the requests.
  const bridged = OfficeExtension.HostBridgeSession.getInstanceIfHostBridgeInited();
  const officeSession: OfficeSession = Object.assign(Object.create(bridged) as OfficeSession, {
    _createRequestExecutorOrNull: () => requests,
  });

  const newContext = (): RequestContext => {
    const context = new Excel.RequestContext(officeSession);
    context.requestHeaders[CONTROL_ID_HEADER] = controlId;
    return context;
  };
  const scoped = scopedExcel(Excel, newContext);
  const Office = bridgeOffice(session);
  return {
    session,
    Excel: scoped,
    OfficeExtension,
    Office,
    use() {
      Object.assign(globalThis, { Excel: scoped, Office, OfficeExtension });
    },
    disconnect() {
      stopEvents();
      isOpen = false;
    },
  };
}

type Run = (...args: readonly unknown[]) => Promise<unknown>;

/** The same names, but with contexts of one session. */
function scopedExcel(Excel: ExcelNamespace, newContext: () => RequestContext): ExcelNamespace {
  const run = Excel.run as Run;
  const scopedRun: Run = (...args) => {
    const [first, second] = args;
    if (typeof first === 'function') return run(newContext(), first);
    if (isPlainOptions(first)) return run({ previousObjects: newContext(), ...first }, second);
    return run(...args);
  };
  return Object.assign(Object.create(Excel) as ExcelNamespace, { run: scopedRun });
}

/** Options, and not a proxy, a context or a list of proxies: those bring their session with them. */
function isPlainOptions(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function bridgeOffice(session: Session): BridgeOffice {
  return {
    context: {
      requirements: {
        isSetSupported: (name, minVersion = '1.1') =>
          name === 'ExcelApi' && !isHigher(minVersion, session.workbook.options.excelApi),
      },
      displayLanguage: session.options.locale,
      contentLanguage: session.workbook.options.locale,
    },
  };
}
