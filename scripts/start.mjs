/** `npm start`: everything from a fresh clone to the workbench with the example plan, in a browser. */
import { spawn } from 'node:child_process';
import { ensureBuild, ensurePackages, page, requireNode } from './setup.mjs';

requireNode();
ensurePackages();
ensureBuild(page);

const option = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

const { startServer } = await import('./serve.mjs');
const server = await startServer({ port: Number(option('port') ?? process.env.PORT ?? 3000) });
process.stdout.write(`\nSuivi : ${server.url}\n(Ctrl+C to stop)\n`);
if (!process.argv.includes('--no-open') && hasScreen()) open(server.url);

function hasScreen() {
  if (process.env.CI) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Opens the person's own browser; where none can be, the printed address is enough. */
function open(url) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => process.stdout.write('No browser could be opened: open the address above.\n'))
    .unref();
}
