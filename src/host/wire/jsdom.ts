import { Conversation, type ConversationOptions } from './conversation';
import { readOfficeFile } from './office-files';
import type { Session } from './session';
import { soon } from './soon';

/** The whole office.js in a window of jsdom, in this process, with Excel's side of the conversation around it. */
export interface JsdomOffice {
  readonly conversation: Conversation;
  /** Runs a ribbon function; false where the add-in is not listening yet. */
  invokeCommand(functionName: string, controlId?: string): boolean;
  /** How many ribbon functions said that they were done. */
  readonly completedCommands: number;
}

type JsdomWindow = Window & typeof globalThis;

interface Booted {
  readonly office: JsdomOffice;
  readonly conversation: Conversation;
}

const windows = new WeakMap<Window, Booted>();

/**
 * Boots office.js in the window, once; for a window that has it, gives it another session. `Office.onReady` resolves
 * soon after. Throws where the page's address is not https, without which office.js refuses to run.
 */
export function connectWindow(
  window: JsdomWindow,
  session: Session,
  options: Omit<ConversationOptions, 'session' | 'origin'> = {},
): JsdomOffice {
  const known = windows.get(window);
  if (known) {
    known.conversation.attach(session);
    return known.office;
  }
  const { origin, protocol } = window.location;
  if (protocol !== 'https:') throw new Error('office.js runs on https pages only: set the address of the jsdom page.');
  const deliver = (text: string): void => {
    soon(() => window.dispatchEvent(new window.MessageEvent('message', { data: text, origin })));
  };
  let completedCommands = 0;
  const onCommandCompleted = (): void => {
    completedCommands += 1;
    options.onCommandCompleted?.();
  };
  const conversation = new Conversation({ ...options, session, origin, onCommandCompleted }, deliver);
  const office: JsdomOffice = {
    conversation,
    invokeCommand: (functionName, controlId = 'button') => conversation.invokeCommand(functionName, controlId),
    get completedCommands() {
      return completedCommands;
    },
  };
  windows.set(window, { office, conversation });
  boot(window, conversation);
  return office;
}

function boot(window: JsdomWindow, conversation: Conversation): void {
  const { document } = window;
  window.name = conversation.windowName;
  // jsdom lacks `document.domain`, which the check of the host's origin reads.
  if (!('domain' in document)) {
    Object.defineProperty(document, 'domain', { value: window.location.hostname, configurable: true });
  }
  Object.defineProperty(window, 'parent', {
    value: { postMessage: (text: string) => soon(() => conversation.receive(text)) },
    configurable: true,
  });
  const run = (file: string): void => {
    // Indirect, so that it runs in the window's own realm.
    (0, eval)(`${readOfficeFile(file)}\n//# sourceURL=${file}`);
  };
  loadScriptsFromDisk(window, run);
  // office.js finds its folder by the address of its own script element.
  const script = document.createElement('script');
  script.type = 'text/plain';
  script.setAttribute('src', `${window.location.origin}/${SCRIPT_FOLDER}/office.js`);
  Node.prototype.appendChild.call(document.head, script);
  run('office.js');
}

const SCRIPT_FOLDER = 'office-js';

/** Script elements of office.js are read from the installed package; its telemetry is said to be unreachable. */
function loadScriptsFromDisk(window: JsdomWindow, run: (file: string) => void): void {
  const { head } = window.document;
  const append = head.appendChild.bind(head);
  head.appendChild = <T extends Node>(node: T): T => {
    if (!(node instanceof window.HTMLScriptElement) || !node.src.includes(`/${SCRIPT_FOLDER}/`)) return append(node);
    const file = new URL(node.src).pathname.split(`/${SCRIPT_FOLDER}/`)[1] ?? '';
    soon(() => {
      if (/telemetry/i.test(file)) {
        node.onerror?.(new window.Event('error'));
        return;
      }
      run(file);
      node.onload?.(new window.Event('load'));
    });
    return node;
  };
}
