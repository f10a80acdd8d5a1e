import { createHost, Workbook, type Host, type HostOptions, type Session, type SessionOptions } from '../../src/host';
import { connectBridge, type BridgeConnection } from '../../src/host/node';

/** Excel's real proxies on a workbook in this process. */
export interface BridgeHarness extends BridgeConnection {
  readonly workbook: Workbook;
  readonly host: Host;
  readonly session: Session;
  /** Another person's session on the same workbook, with proxies of its own. */
  join(options?: Partial<SessionOptions>): BridgeConnection;
  /** Ends every session of the harness. */
  dispose(): void;
}

/**
 * Opens a workbook (a blank one of Excel by default) on Excel's proxies in Node, and makes the globals `Excel`,
 * `Office` and `OfficeExtension` those of its session: code that uses the globals talks to this workbook until another
 * harness is opened or `use()`d.
 */
export function openBridge(workbook?: Workbook, options: Partial<HostOptions> = {}): BridgeHarness {
  const opened = workbook ?? Workbook.blank(options);
  if (workbook) opened.configure(options);
  const host = createHost(opened);
  const connections: BridgeConnection[] = [];
  const join = (sessionOptions?: Partial<SessionOptions>): BridgeConnection => {
    const connection = connectBridge(host.openSession(sessionOptions));
    connections.push(connection);
    return connection;
  };
  const first = join();
  first.use();
  return {
    ...first,
    workbook: opened,
    host,
    join,
    dispose() {
      for (const connection of connections) connection.disconnect();
      host.close();
    },
  };
}
