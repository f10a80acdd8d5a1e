import type { Workbook } from '../model';
import { Session, type SessionOptions } from './session';

/** The embedded Excel around one workbook: any number of sessions share it, as co-authors do. */
export interface Host {
  readonly workbook: Workbook;
  readonly sessions: readonly Session[];
  /** A new connection; without a name it gets one of its own. */
  openSession(options?: Partial<SessionOptions>): Session;
  closeSession(session: Session): void;
  /** The person enters or leaves a cell: calls are refused meanwhile, or wait where they asked for it. */
  setCellEditing(editing: boolean): void;
  /** Ends every session. */
  close(): void;
}

export function createHost(workbook: Workbook): Host {
  const sessions: Session[] = [];
  let opened = 0;
  return {
    workbook,
    sessions,
    openSession(options = {}) {
      opened += 1;
      const session = new Session(workbook, {
        name: options.name ?? `session-${opened}`,
        locale: options.locale ?? workbook.options.locale,
      });
      sessions.push(session);
      return session;
    },
    closeSession(session) {
      session.close();
      const index = sessions.indexOf(session);
      if (index >= 0) sessions.splice(index, 1);
    },
    setCellEditing(editing) {
      workbook.configure({ cellEditing: editing });
      if (!editing) for (const session of sessions) session.cellEditEnded();
    },
    close() {
      for (const session of sessions.splice(0)) session.close();
    },
  };
}
