/**
 * `npm run excel`: the add-in of this folder in the Excel of this machine, for development: builds it, serves it
 * on https://localhost:3000, tells Excel of it. `--web` gives the steps for Excel on the web instead;
 * `--remove` makes Excel forget it. The steps, system by system, are in docs/deploiement.en.md.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureBuild, ensurePackages, fail, requireNode, root, run, step } from './setup.mjs';
import { localCertificate, sideload } from './sideload.mjs';

requireNode();
const asked = (name) => process.argv.includes(`--${name}`);
const manifest = join(root, 'dist', 'addin', 'manifest.xml');
const [, id] = /<Id>([^<]+)<\/Id>/.exec(readFileSync(join(root, 'manifest.xml'), 'utf8')) ?? [];
const plan = sideload({
  platform: asked('web') ? 'web' : process.platform,
  home: homedir(),
  manifest,
  id,
  remove: asked('remove'),
});

if (asked('remove')) carryOut(plan);
else await serve();

/** The certificate is the developer's own, so it is asked for before anything is changed. */
async function serve() {
  ensurePackages();
  ensureBuild(['addin']);
  const { certificate, key, install } = localCertificate({ home: homedir(), platform: process.platform });
  if (!existsSync(certificate) || !existsSync(key)) {
    step('Excel wants https: making a certificate for localhost, which this machine will be asked to trust');
    const [command, ...args] = install;
    if (!run(command, args)) fail('Without a certificate Excel cannot open the pane. Nothing was changed.');
  }
  const { startAddinServer } = await import('./serve.mjs');
  const server = await startAddinServer({ cert: readFileSync(certificate), key: readFileSync(key) });
  carryOut(plan);
  step(`The add-in is at ${server.url} (Ctrl+C to stop; npm run excel -- --remove to make Excel forget it)`);
}

function carryOut(steps) {
  for (const each of steps) {
    if (each.say) step(each.say);
    if (each.run && !run(each.run[0], each.run.slice(1))) fail('Excel could not be told: see above.');
    if (each.copy) {
      mkdirSync(dirname(each.to), { recursive: true });
      copyFileSync(each.copy, each.to);
    }
    if (each.remove) rmSync(each.remove, { force: true });
  }
}
