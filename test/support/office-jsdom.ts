import './office-jsdom-globals';

import { createHost, Workbook, type Host, type HostOptions, type Session } from '../../src/host';
import { connectWindow, type JsdomOffice } from '../../src/host/wire/jsdom';

/** The whole office.js in the jsdom window of a test. */
export interface OfficeHarness {
  readonly office: JsdomOffice;
  readonly workbook: Workbook;
  readonly host: Host;
  readonly session: Session;
  dispose(): void;
}

/**
 * Opens a workbook (a blank one by default) on the real office.js in the window of the test, and waits for
 * `Office.onReady`. The window keeps one office.js: the next call gives it another workbook. The test file begins with
 *
 *     @jest-environment jsdom
 *     @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
export async function openOffice(workbook?: Workbook, options: Partial<HostOptions> = {}): Promise<OfficeHarness> {
  const opened = workbook ?? Workbook.blank(options);
  if (workbook) opened.configure(options);
  const host = createHost(opened);
  const session = host.openSession();
  const office = connectWindow(window, session);
  await Office.onReady();
  return { office, workbook: opened, host, session, dispose: () => host.close() };
}
