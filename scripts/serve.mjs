import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { officeCdn, responseHeaders } from './policy.mjs';

const repository = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

// The build's minifier leaves out the quotes that HTML can do without.
const officeScriptTag =
  /<script\b[^>]*\bsrc=["']?https:\/\/appsforoffice\.microsoft\.com\/[^\s"'>]*["']?[^>]*>\s*<\/script>/g;
const policyTag = /(<meta\b[^>]*\bhttp-equiv=["']?Content-Security-Policy["']?[^>]*\bcontent=")([^"]*)(")/i;

/**
 * The add-in's page as the workbench serves it: office.js comes from this server instead of Microsoft's
 * network, behind the script that stands for Excel's window. Nothing else of the page changes.
 * Throws where the page has no such script, or more than one: it would not be the page of the product.
 */
export function adaptAddinPage(html) {
  const tags = html.match(officeScriptTag) ?? [];
  if (tags.length !== 1)
    throw new Error(`The page loads office.js ${tags.length} times from ${officeCdn}; expected once.`);
  return html
    .replace(officeScriptTag, '<script src="/boot.js"></script><script src="/office-js/office.js"></script>')
    .replace(policyTag, (_, before, policy, after) => before + adaptPolicy(policy) + after);
}

/** In each directive, this server takes the place of Microsoft's network. */
function adaptPolicy(policy) {
  return policy
    .split(';')
    .map((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      const adapted = sources.map((source) => (source.startsWith(officeCdn) ? "'self'" : source));
      return [name, ...new Set(adapted)].join(' ');
    })
    .join('; ');
}

/**
 * Serves the workbench (`dist/workbench`), the add-in (`dist/addin`), office.js as installed, and the example
 * workbooks, on this machine only. `port`: the first free one from there on; 0 or absent: any.
 * `root`: the repository.
 */
export async function startServer({ port = 0, root = repository } = {}) {
  const roots = {
    workbench: path.join(root, 'dist/workbench'),
    addin: path.join(root, 'dist/addin'),
    office: path.join(root, 'node_modules/@microsoft/office-js/dist'),
    examples: path.join(root, 'examples'),
  };
  const server = http.createServer(answering((pathname) => locate(roots, pathname), responseHeaders(["'self'"])));
  await listenFrom(server, port);
  return running(server, 'http');
}

/**
 * Serves the add-in alone (`dist/addin`) over https, as a static host would: for the Excel of this machine.
 * `cert`, `key`: of localhost, in PEM. `port`: that one and no other, since the manifest names it; 0: any.
 */
export async function startAddinServer({ cert, key, port = 3000, root = repository }) {
  const folder = path.join(root, 'dist/addin');
  const server = https.createServer(
    { cert, key },
    answering((pathname) => path.join(folder, pathname), responseHeaders()),
  );
  await listen(server, port);
  return running(server, 'https');
}

function running(server, scheme) {
  return {
    url: `${scheme}://localhost:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers requests for the files that `find` gives for a path, null where there is none; `policy`: headers of each. */
function answering(find, policy) {
  return (request, response) => {
    answer(find, policy, request, response).catch((error) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(error.message);
    });
  };
}

async function listenFrom(server, port) {
  const last = port === 0 ? 0 : port + 19;
  for (let candidate = port; ; candidate += 1) {
    try {
      return await listen(server, candidate);
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || candidate >= last) throw error;
    }
  }
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // `localhost` and not an address: browsers try ::1 or 127.0.0.1 first, as the machine is set up.
    server.listen(port, 'localhost', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function answer(find, policy, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, { allow: 'GET, HEAD' });
  const pathname = decodedPath(request.url ?? '/');
  const file = pathname === null ? null : await find(pathname);
  const found = file === null ? null : await stat(file).catch(() => null);
  if (!found?.isFile()) return refuse(response, 404);

  const headers = {
    'content-type': contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    'cache-control': 'no-store',
    ...policy,
  };
  if (isAddinPage(pathname)) {
    const page = Buffer.from(adaptAddinPage(await readFile(file, 'utf8')));
    response.writeHead(200, { ...headers, 'content-length': page.length });
    response.end(request.method === 'HEAD' ? undefined : page);
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': found.size });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

function refuse(response, status, headers = {}) {
  response.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8' });
  response.end(http.STATUS_CODES[status]);
}

/** The path asked for, or null where it is not one: bad escapes, a NUL, a step upwards, a drive or a hidden file. */
export function decodedPath(url) {
  let pathname;
  try {
    pathname = decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
  if (!pathname.startsWith('/') || /[\0\\:]/.test(pathname)) return null;
  return pathname.split('/').some((step) => step.startsWith('.')) ? null : pathname;
}

const isAddinPage = (pathname) => pathname === '/addin/taskpane.html' || pathname === '/addin/commands.html';

async function locate(roots, pathname) {
  const under = (prefix) => pathname.slice(prefix.length);
  if (pathname.startsWith('/addin/')) return path.join(roots.addin, under('/addin/'));
  if (pathname.startsWith('/office-js/')) return ignoringCase(roots.office, under('/office-js/'));
  if (pathname.startsWith('/examples/'))
    return pathname.endsWith('.xlsx') ? path.join(roots.examples, under('/examples/')) : null;
  return path.join(roots.workbench, pathname === '/' ? 'index.html' : pathname);
}

/** office.js asks for `fr-fr/…` and `FR-FR/…` alike, as Microsoft's network does not mind. */
async function ignoringCase(directory, relative) {
  let at = directory;
  for (const step of relative.split('/')) {
    const entries = await readdir(at).catch(() => []);
    const entry =
      entries.find((name) => name === step) ?? entries.find((name) => name.toLowerCase() === step.toLowerCase());
    if (entry === undefined) return null;
    at = path.join(at, entry);
  }
  return at;
}

async function main(parameters) {
  const asked = parameters.indexOf('--port');
  const port = asked < 0 ? 3000 : Number(parameters[asked + 1]);
  if (!Number.isInteger(port) || port < 1 || port > 65_515) throw new Error('--port wants a number.');
  const { url } = await startServer({ port });
  console.log(`Suivi: ${url}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 2;
  });
}
