import { localCertificate, sideload } from '../../scripts/sideload.mjs';

const id = '5e126f0a-e9a6-41eb-8224-91d12109f75d';
const key = 'HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer';

describe('what Excel is told of an add-in under development', () => {
  const windows = { platform: 'win32', home: 'C:\\Users\\x', manifest: 'C:\\suivi\\manifest.xml', id };
  const mac = { platform: 'darwin', home: '/Users/x', manifest: '/suivi/manifest.xml', id };
  const web = { platform: 'linux', home: '/home/x', manifest: '/suivi/manifest.xml', id };
  const copy = `/Users/x/Library/Containers/com.microsoft.Excel/Data/Documents/wef/${id}.manifest.xml`;
  const said = { say: expect.stringContaining('Excel') as string };

  it.each([
    [windows, [{ run: ['reg', 'add', key, '/v', id, '/t', 'REG_SZ', '/d', windows.manifest, '/f'] }, said]],
    [{ ...windows, remove: true }, [{ run: ['reg', 'delete', key, '/v', id, '/f'] }]],
    [mac, [{ copy: mac.manifest, to: copy }, said]],
    [{ ...mac, remove: true }, [{ remove: copy }]],
    [web, [{ say: expect.stringContaining(web.manifest) as string }]],
    [{ ...web, remove: true }, [said]],
  ])('%j', (what, steps) => expect(sideload(what)).toEqual(steps));
});

it('looks for the certificate where Microsoft’s tool puts it', () => {
  expect(localCertificate({ home: 'C:\\Users\\x', platform: 'win32' })).toMatchObject({
    certificate: 'C:\\Users\\x\\.office-addin-dev-certs\\localhost.crt',
    key: 'C:\\Users\\x\\.office-addin-dev-certs\\localhost.key',
  });
  expect(localCertificate({ home: '/Users/x', platform: 'darwin' })).toMatchObject({
    certificate: '/Users/x/.office-addin-dev-certs/localhost.crt',
  });
});
