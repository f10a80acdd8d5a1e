import type { Workbook } from '../model';
import { ActionType, type EventEntry, type Json, type JsonObject, type Request } from './protocol';
import type { Session } from './session';

/**
 * Excel's side of the messages that office.js exchanges with the page around it (the "cross-document" protocol of
 * Excel on the web), whatever carries them: a frame in a browser, or a function call in jsdom.
 */
export interface ConversationOptions {
  readonly session: Session;
  /** Origin of the add-in's page. */
  readonly origin: string;
  readonly appId?: string;
  /** Versions as texts (`1.10` is not `1.1`); ExcelApi comes from the workbook's options. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** The pane and the ribbon's functions share one runtime. */
  readonly sharedRuntime?: boolean;
  /** `event.completed()` of a ribbon function. */
  readonly onCommandCompleted?: () => void;
}

const APP_ID = '{2b7f6c1e-1f0a-4c5e-9a35-5e5a7d1f0001}';
/**
 * office.js parses the add-in's licence as XML: of nothing a browser makes a page of the error, whose inline styles a
 * content security policy then reports.
 */
const NO_LICENCE = encodeURIComponent('<r><t aid="" oid=""/></r>');
/** Excel on the web, as office.js numbers its hosts. */
const EXCEL_WEB = 16;
const INTERNAL_ERROR = 5001;

const MessageType = { request: 0, response: 1 } as const;
const ActionKind = { invoke: 0, register: 1, unregister: 2 } as const;
const ResponseType = { answer: 0, event: 1 } as const;
const DispatchId = {
  settingsRefresh: 75,
  settingsSave: 76,
  fileProperties: 86,
  richApi: 93,
  commandCompleted: 94,
} as const;

interface Message {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data?: JsonObject | null;
}

const defaultSets: Readonly<Record<string, string>> = {
  AddinCommands: '1.1',
  DelayForCellEdit: '1.1',
  DialogApi: '1.2',
  RibbonApi: '1.2',
  Settings: '1.1',
  SharedRuntime: '1.1',
};

let started = 0;

export class Conversation {
  readonly id: string;
  private readonly registered = new Map<string, Message>();
  private session: Session;
  private stopEvents: () => void;
  private commands = 0;

  /** `deliver` carries a message to the add-in's page. */
  constructor(
    private readonly options: ConversationOptions,
    private readonly deliver: (text: string) => void,
  ) {
    started += 1;
    // office.js caches settings by this id: no two conversations of a browser may share one.
    this.id = `c${Date.now().toString(36)}-${started}`;
    this.session = options.session;
    this.stopEvents = this.listen();
  }

  /** What the add-in's `window.name` must be before office.js loads. */
  get windowName(): string {
    const { session, origin, appId = APP_ID, sharedRuntime = true } = this.options;
    const hostInfo = ['Excel', 'Web', '16.01', session.options.locale, '', '', '', sharedRuntime ? '1' : '0'].join('$');
    return JSON.stringify({
      baseFrameName: `_xdm_${this.id}`,
      hostInfo,
      xdmInfo: [this.id, appId, origin, ''].join('|'),
      serializerVersion: 1,
      flights: '[]',
    });
  }

  /** Speaks for another session from now on (another workbook was opened). */
  attach(session: Session): void {
    this.stopEvents();
    this.session = session;
    this.stopEvents = this.listen();
  }

  /** Answers one message of the add-in's page; what is not of this conversation is left alone. */
  receive(text: string): void {
    const message = parse(text);
    if (message?._messageType !== MessageType.request || message._conversationId !== this.id) return;
    switch (message._actionType) {
      case ActionKind.register:
        this.registered.set(message._actionName, message);
        this.reply(message, { Error: 0 });
        return;
      case ActionKind.unregister:
        this.registered.delete(message._actionName);
        this.reply(message, { Error: 0 });
        return;
      default:
        this.invoke(message);
    }
  }

  /** Runs a function of the ribbon by its name; false where the add-in is not listening yet. */
  invokeCommand(functionName: string, controlId: string): boolean {
    this.commands += 1;
    return this.tell('appCommandInvoked', {
      '0': `command-${this.commands}`,
      '1': functionName,
      '2': JSON.stringify({ source: { id: controlId } }),
    });
  }

  close(): void {
    this.stopEvents();
    this.registered.clear();
  }

  private listen(): () => void {
    return this.session.onEvents((entries: readonly EventEntry[]) => {
      this.tell('richApiMessage', { ArrayData: entries.map((entry) => [...entry]) });
    });
  }

  private tell(event: string, data: JsonObject): boolean {
    const registration = this.registered.get(event);
    if (registration) this.reply(registration, data, ResponseType.event);
    return registration !== undefined;
  }

  private reply(message: Message, data: Json, type: number = ResponseType.answer): void {
    this.post(
      JSON.stringify({
        _messageType: MessageType.response,
        _actionName: message._actionName,
        _conversationId: this.id,
        _correlationId: message._correlationId,
        _origin: this.options.origin,
        _data: data,
        _errorCode: 0,
        _responseType: type,
        _serializerVersion: 1,
      }),
    );
  }

  /** Timers of one length end in the order in which they began: nothing overtakes what was said before it. */
  private post(text: string): void {
    const { answersAfter } = this.session.workbook.options;
    if (answersAfter === 0) this.deliver(text);
    else setTimeout(() => this.deliver(text), answersAfter);
  }

  private invoke(message: Message): void {
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        this.registered.clear();
        this.reply(message, this.appContext());
        return;
      case 'executeMethod':
        void this.execute(message._data ?? {}).then((answer) =>
          this.reply(message, { Version: 1, Error: 0, ...answer }),
        );
        return;
      default:
        // Focus, telemetry, keys: Excel has nothing to say to them.
        this.reply(message, null);
    }
  }

  private async execute(data: JsonObject): Promise<JsonObject> {
    const method = data.DdaMethod;
    const id = isObject(method) ? method.DispatchId : undefined;
    switch (id) {
      case DispatchId.richApi:
        return { Data: [200, [], await this.richApi(data.ArrayData)] };
      case DispatchId.commandCompleted:
        this.options.onCommandCompleted?.();
        return {};
      case DispatchId.settingsRefresh:
        return {
          Properties: { Settings: settingsOf(this.session.workbook).map(([Name, Value]) => ({ Name, Value })) },
        };
      case DispatchId.settingsSave:
        this.saveSettings(data.DdaSettingsMethod);
        return {};
      case DispatchId.fileProperties:
        return { Url: this.documentUrl };
      default:
        return { Error: INTERNAL_ERROR };
    }
  }

  private async richApi(arrayData: Json | undefined): Promise<string> {
    const [partition, , , , body, , flags] = Array.isArray(arrayData) ? (arrayData as readonly Json[]) : [];
    const text = typeof body === 'string' ? body : '';
    if (partition === 'WacPartition') return answerPlatform(text);
    return this.session.request(text, typeof flags === 'number' ? flags : 0);
  }

  private saveSettings(method: Json | undefined): void {
    const properties = isObject(method) ? method.Properties : undefined;
    const entries = Array.isArray(properties) ? (properties as readonly Json[]) : [];
    const { workbook, options } = this.session;
    workbook.transact({ session: options.name, by: 'addin' }, () => {
      const kept = new Set<string>();
      for (const entry of entries) {
        const [key, value] = Array.isArray(entry) ? (entry as readonly Json[]) : [];
        if (typeof key !== 'string' || typeof value !== 'string') continue;
        kept.add(key);
        workbook.settings.set(key, JSON.parse(value));
      }
      for (const key of [...workbook.settings.all.keys()]) if (!kept.has(key)) workbook.settings.remove(key);
    });
    workbook.history.forget();
  }

  private get documentUrl(): string {
    return `${this.options.origin}/${encodeURIComponent(this.session.workbook.fileName || 'Classeur1.xlsx')}`;
  }

  private appContext(): JsonObject {
    const { appId = APP_ID, requirementSets = {} } = this.options;
    const { workbook, options } = this.session;
    return {
      _id: appId,
      _appName: EXCEL_WEB,
      _appVersion: 16,
      _appMinorVersion: 0,
      _appUILocale: options.locale,
      _dataLocale: workbook.options.locale,
      _docUrl: this.documentUrl,
      _clientMode: workbook.options.readOnly ? 0 : 1,
      _settings: settingsOf(workbook).map(([key, value]) => [key, value]),
      _reason: 'documentOpened',
      _osfControlType: 1,
      _eToken: NO_LICENCE,
      _correlationId: '',
      _appInstanceId: this.id,
      _hostFullVersion: '16.0.18000.0',
      _hostCustomMessage: '',
      _initialDisplayMode: 2,
      _appDomains: [],
      _requirementMatrix: JSON.stringify({
        ...defaultSets,
        ExcelApi: workbook.options.excelApi,
        ...requirementSets,
      }),
    };
  }
}

function settingsOf(workbook: Workbook): readonly (readonly [string, string])[] {
  return [...workbook.settings.all].map(([key, value]) => [key, JSON.stringify(value)] as const);
}

/** Office's own requests beside Excel's (ribbon state, actions): taken, without effect here. */
function answerPlatform(body: string): string {
  const { Actions } = JSON.parse(body) as Request;
  const Results = Actions.map(({ Id, ActionType: type }) => ({
    ActionId: Id,
    Value: type === ActionType.instantiate ? {} : null,
  }));
  const TraceIds = Actions.filter(({ ActionType: type }) => type === ActionType.trace).map(({ Id }) => Id);
  return JSON.stringify({ Results, TraceIds });
}

/** Pages get messages from anybody: what is no message of office.js is nothing. */
function parse(text: string): Message | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (failure) {
    if (failure instanceof SyntaxError) return null;
    throw failure;
  }
  return typeof value === 'object' && value !== null && '_messageType' in value ? (value as Message) : null;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
