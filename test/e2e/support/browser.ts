import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { startServer, type Server } from '../../../scripts/serve.mjs';
import { describeWhere } from '../../support/need';

/** Where Chromium, Chrome and Edge are installed on the three systems; `CHROME_PATH` goes before all. */
const places: readonly (string | undefined)[] = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const base = process.env[name];
    return base === undefined
      ? []
      : [
          path.join(base, 'Google/Chrome/Application/chrome.exe'),
          path.join(base, 'Microsoft/Edge/Application/msedge.exe'),
        ];
  }),
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// Against what hangs, in every file that has a browser, and not against a machine that does much else.
jest.setTimeout(600_000);
const actionTimeout = 120_000;

/** The browser of this machine; null where none is installed. */
export function findBrowser(): string | null {
  return places.find((place) => place !== undefined && existsSync(place)) ?? null;
}

/** `describe` for tests that need a browser: pending without one, as all hooks of theirs. */
export const describeInBrowser = describeWhere(findBrowser() !== null);

/** Starts the browser, without a window. Throws where there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium, Chrome or Edge was found; set CHROME_PATH to one.');
  return chromium.launch({ executablePath, args: flags, timeout: actionTimeout });
}

/** What office.js says where its page goes before all of it is there: a test was quicker than a pane that it never asked. */
const leaving = /^Neither the locale, \S+ provided by the host app nor the fallback locale \S+ are supported\.$/;

export interface WorkbenchOptions {
  readonly lang?: 'fr' | 'en';
  /** The switches of the page's Excel, as in its address: `delay=500&excelApi=1.13`. */
  readonly switches?: string;
  readonly width?: number;
  readonly height?: number;
  /** What the page shares its storage with; by default nothing. */
  readonly context?: BrowserContext;
  /** Done to the page before anything is in it. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/** The workbench of the built product in a browser. */
export interface WorkbenchBrowser {
  readonly server: Server;
  readonly browser: Browser;
  /** A new page on the workbench, ready to be used; an uncaught error in it fails `close`. */
  open(options?: WorkbenchOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Serves the build and starts a browser for a test file: once in `beforeAll`, closed in `afterAll`. */
export async function startWorkbench(): Promise<WorkbenchBrowser> {
  const [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const failures: Error[] = [];
  return {
    server,
    browser,
    async open({ lang = 'fr', switches = '', width = 1280, height = 800, context, before } = {}) {
      const page = await (context?.newPage() ??
        browser.newPage({ viewport: { width, height }, locale: `${lang}-CA`, acceptDownloads: true }));
      page.setDefaultTimeout(actionTimeout);
      page.on('pageerror', (error) => {
        if (!leaving.test(error.message)) failures.push(error);
      });
      await before?.(page);
      await page.goto(`${server.url}/?lang=${lang}&${switches}`);
      await page.getByRole('grid').waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      if (failures.length > 0)
        throw new AggregateError(failures, failures.map((failure) => failure.message).join('\n'));
    },
  };
}

/**
 * Serves the build and starts a browser for a test file, and opens a page for each of its tests, which `opened` is given
 * once it is ready to be used. What it gives leads to the browser, within tests.
 */
export function pageForEachTest(options: WorkbenchOptions, opened: (page: Page) => unknown): () => WorkbenchBrowser {
  let workbench: WorkbenchBrowser;
  let page: Page;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.close());
  beforeEach(async () => {
    page = await workbench.open(options);
    await opened(page);
  });
  afterEach(() => page.close());
  return () => workbench;
}
