/** What it takes for Excel to know an add-in that is being developed: values, which excel.mjs carries out. */
import path from 'node:path';

/** Microsoft's own tool, fetched only by those who ask for it: it makes certificates for this machine and trusts them. */
const certificates = 'office-addin-dev-certs@3.0.0';

const registryKey = 'HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer';

/**
 * The steps, in order, that make Excel show the add-in (`remove`: forget it) on a system: Windows (`win32`) by
 * the registry, the Mac (`darwin`) by its folder for developers; anywhere else by hand, in Excel on the web.
 * A step runs a command, copies or deletes a file, or says what the person must do.
 */
export function sideload({ platform, home, manifest, id, remove = false }) {
  if (platform === 'win32') {
    return remove
      ? [{ run: ['reg', 'delete', registryKey, '/v', id, '/f'] }]
      : [{ run: ['reg', 'add', registryKey, '/v', id, '/t', 'REG_SZ', '/d', manifest, '/f'] }, { say: steps.windows }];
  }
  if (platform === 'darwin') {
    const folder = path.posix.join(home, 'Library/Containers/com.microsoft.Excel/Data/Documents/wef');
    const copy = path.posix.join(folder, `${id}.manifest.xml`);
    return remove ? [{ remove: copy }] : [{ copy: manifest, to: copy }, { say: steps.mac }];
  }
  return [{ say: remove ? steps.webRemove : steps.web(manifest) }];
}

/** Where the certificate and the key of `localhost` are, and the command that makes them. */
export function localCertificate({ home, platform }) {
  const join = platform === 'win32' ? path.win32.join : path.posix.join;
  const folder = join(home, '.office-addin-dev-certs');
  return {
    certificate: join(folder, 'localhost.crt'),
    key: join(folder, 'localhost.key'),
    install: ['npx', '--yes', certificates, 'install', '--days', '365'],
  };
}

const steps = {
  windows: 'Start Excel again, then Home › Add-ins › More add-ins › Developer add-ins › Suivi.',
  mac: 'Quit Excel and start it again, then Home › Add-ins: Suivi is under Developer add-ins.',
  web: (manifest) =>
    `In Excel on the web, in a browser of this machine: Home › Add-ins › More add-ins › My add-ins › Upload My Add-in, then\n  ${manifest}`,
  webRemove:
    'In Excel on the web, an uploaded add-in goes with the data that the browser keeps for the site: clear it.',
};
