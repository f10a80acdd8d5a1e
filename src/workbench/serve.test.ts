import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { adaptAddinPage, decodedPath, startServer } from '../../scripts/serve.mjs';

const page = (policy: string, script: string) =>
  `<!doctype html><html><head><meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<script ${script}></script><script defer="defer" src="taskpane.0123456789.js"></script></head><body></body></html>`;

const cdn = 'src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"';

describe('adaptAddinPage', () => {
  it('changes where office.js comes from and what the policy allows, and nothing else', () => {
    const before = page(
      "default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com; img-src 'self' data:",
      cdn,
    );
    const after = page("default-src 'none'; script-src 'self'; img-src 'self' data:", 'src="@"').replace(
      '<script src="@"></script>',
      '<script src="/boot.js"></script><script src="/office-js/office.js"></script>',
    );
    expect(adaptAddinPage(before)).toBe(after);
  });

  it('finds the script whatever its other attributes', () => {
    expect(adaptAddinPage(page('', `type="text/javascript" ${cdn} crossorigin`))).not.toContain('appsforoffice');
  });

  it('reads what the build’s minifier makes of the page', () => {
    const minified = [
      `<!doctype html><meta charset=utf-8><meta http-equiv=Content-Security-Policy content="script-src 'self' https://appsforoffice.microsoft.com">`,
      '<script src=https://appsforoffice.microsoft.com/lib/1/hosted/office.js></script>',
      '<script defer src=taskpane.0123456789.js></script>',
    ];
    expect(adaptAddinPage(minified.join(''))).toBe(
      [
        `<!doctype html><meta charset=utf-8><meta http-equiv=Content-Security-Policy content="script-src 'self'">`,
        '<script src="/boot.js"></script><script src="/office-js/office.js"></script>',
        '<script defer src=taskpane.0123456789.js></script>',
      ].join(''),
    );
  });

  it('refuses a page that is not the product’s', () => {
    expect(() => adaptAddinPage('<html></html>')).toThrow(/0 times/);
  });
});

describe('decodedPath', () => {
  it.each([
    ['/', '/'],
    ['/a%20b.js?x=1#y', '/a b.js'],
    ['/../package.json', null],
    ['/a/%2e%2e/b', null],
    ['/.git/config', null],
    ['/a%5c..%5cb', null],
    ['/c:/x', null],
    ['/a%00', null],
    ['/%E0%A4%A', null],
    ['*', null],
  ])('%s is %s', (url, expected) => {
    expect(decodedPath(url)).toBe(expected);
  });
});

describe('startServer', () => {
  let root = '';
  let server: Awaited<ReturnType<typeof startServer>>;

  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'suivi-serve-'));
    const put = async (file: string, text: string) => {
      const at = path.join(root, file);
      await mkdir(path.dirname(at), { recursive: true });
      await writeFile(at, text);
    };
    await put('package.json', '{}');
    await put('dist/workbench/index.html', 'workbench');
    await put('dist/workbench/boot.js', 'boot');
    await put('dist/addin/taskpane.html', page('', cdn));
    await put('dist/addin/manifest.xml', '<OfficeApp/>');
    await put('examples/exemple.xlsx', 'PK');
    await put('examples/exemple.json', '{}');
    await put('node_modules/@microsoft/office-js/dist/fr-fr/office_strings.js', 'strings');
    server = await startServer({ root });
  });

  afterAll(async () => {
    await server.close();
    await rm(root, { recursive: true });
  });

  it.each([
    ['/', 200, 'text/html; charset=utf-8', 'workbench'],
    ['/boot.js', 200, 'text/javascript; charset=utf-8', 'boot'],
    ['/addin/manifest.xml', 200, 'application/xml; charset=utf-8', '<OfficeApp/>'],
    ['/office-js/FR-FR/Office_strings.js', 200, 'text/javascript; charset=utf-8', 'strings'],
    ['/examples/exemple.xlsx', 200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['/examples/exemple.json', 404, 'text/plain; charset=utf-8', 'Not Found'],
    ['/addin/%2e%2e/%2e%2e/package.json', 404, 'text/plain; charset=utf-8', 'Not Found'],
    ['/nothing.js', 404, 'text/plain; charset=utf-8', 'Not Found'],
  ])('%s answers %i', async (at, status, type, text) => {
    const response = await fetch(server.url + at);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      status,
      type,
      text,
    ]);
    expect(status === 404 || response.headers.get('cache-control') === 'no-store').toBe(true);
  });

  it('serves the pane behind the boot script', async () => {
    expect(await (await fetch(`${server.url}/addin/taskpane.html`)).text()).toContain('<script src="/boot.js">');
  });

  it('answers HEAD without a body, and refuses to be written to', async () => {
    const head = await fetch(`${server.url}/boot.js`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '4', '']);
    expect((await fetch(server.url, { method: 'POST' })).status).toBe(405);
  });

  it('takes the next port where one is taken', async () => {
    const taken = Number(new URL(server.url).port);
    const next = await startServer({ port: taken, root });
    expect(Number(new URL(next.url).port)).toBeGreaterThan(taken);
    await next.close();
  });
});
