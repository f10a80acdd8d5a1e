import { Conversation, type ConversationOptions } from './conversation';
import type { Session } from './session';

/** The add-in's page in a frame of this one: what Excel on the web does around a task pane. */
export interface AddinFrame {
  /** Runs a ribbon function; false where the add-in is not listening yet. */
  invokeCommand(functionName: string, controlId: string): boolean;
  /** Another workbook was opened: the add-in's page starts anew on its session. */
  restart(session: Session): void;
  disconnect(): void;
}

export interface FrameOptions extends Omit<ConversationOptions, 'origin'> {
  /** Address of the add-in's page. */
  readonly url: string;
}

/** Loads the add-in's page into `frame` and answers its messages. The frame's name and address are set here. */
export function connectFrame(frame: HTMLIFrameElement, options: FrameOptions): AddinFrame {
  const page = frame.ownerDocument.defaultView;
  if (!page) throw new Error('The frame must stand in a page.');
  const { origin, href } = new URL(options.url, page.location.href);
  const post = (text: string): void => frame.contentWindow?.postMessage(text, origin);
  const start = (session: Session): Conversation => {
    const conversation = new Conversation({ ...options, session, origin }, post);
    frame.name = conversation.windowName;
    // A frame keeps its window's name when only its address changes: office.js reads the name as the page loads.
    if (frame.contentWindow) frame.contentWindow.name = conversation.windowName;
    frame.src = href;
    return conversation;
  };
  let conversation = start(options.session);
  const listen = (event: MessageEvent<unknown>): void => {
    if (event.source === frame.contentWindow && typeof event.data === 'string') conversation.receive(event.data);
  };
  page.addEventListener('message', listen);
  return {
    invokeCommand: (functionName, controlId) => conversation.invokeCommand(functionName, controlId),
    restart(session) {
      conversation.close();
      conversation = start(session);
    },
    disconnect() {
      page.removeEventListener('message', listen);
      conversation.close();
    },
  };
}
