import { readOfficeFile } from './office-files';
import type { EventEntry } from './protocol';
import type { Session } from './session';
import { isHigher } from './versions';

/**
 * Excel's proxies in bare Node: Microsoft's `excel-web` script finds a native bridge when it loads and sends it every
 * request. There is one script a process (its classes compare by identity) and any number of sessions: each
 * `Excel.run` carries its session's id as the control id that office.js keeps for add-ins in documents.
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

interface BridgeMessage {
  readonly id: number;
  readonly flags?: number;
  readonly controlId?: string;
  readonly message: { readonly body: unknown };
}

interface OfficeNames {
  readonly Excel: ExcelNamespace;
  readonly OfficeExtension: OfficeExtensionNamespace;
}

const CONTROL_ID_HEADER = 'X-OfficeControlId';
const RESPONSE = 2;
const EVENT = 3;

const sessions = new Map<string, Session>();
let opened = 0;
let loaded: OfficeNames | undefined;

const native: NativeBridge = {
  sendMessageToHost(text) {
    const message = JSON.parse(text) as BridgeMessage;
    void answer(message);
  },
};

async function answer({ id, flags, controlId = '', message }: BridgeMessage): Promise<void> {
  const session = sessions.get(controlId);
  const body = typeof message.body === 'string' ? message.body : JSON.stringify(message.body);
  const response = session
    ? { statusCode: 200, headers: {}, body: await session.request(body, flags) }
    : {
        statusCode: 400,
        headers: {},
        body: JSON.stringify({ error: { code: 'InvalidRequestContext', message: 'The session is closed.' } }),
      };
  native.onMessageFromHost?.(JSON.stringify({ id, type: RESPONSE, message: response }));
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
  sessions.set(controlId, session);
  const stopEvents = session.onEvents((entries) => tell(controlId, entries));

  const newContext = (): RequestContext => {
    const context = new Excel.RequestContext();
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
      sessions.delete(controlId);
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
