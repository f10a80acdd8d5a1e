import lock from '../../package-lock.json';
import { refusedLicences } from '../../scripts/licences.mjs';

test('every package of the lockfile is under a licence that is taken', () => {
  expect(refusedLicences(lock.packages)).toEqual([]);
});

test.each([
  ['a permissive one, built in', { license: 'MIT' }, []],
  ['a choice, of which one is taken', { license: '(MIT OR GPL-3.0-or-later)' }, []],
  ['two that both hold, one of them for tools only', { license: '(MIT AND Zlib)' }, ['a: (MIT AND Zlib)']],
  ['the same in a tool', { license: '(MIT AND Zlib)', dev: true }, []],
  ['one that asks for changes back, in a tool', { license: 'MPL-2.0', dev: true }, []],
  ['the same, built in', { license: 'MPL-2.0' }, ['a: MPL-2.0']],
  ['one that goes over to the whole', { license: 'GPL-3.0', dev: true }, ['a: GPL-3.0']],
  ['none', { dev: true }, ['a: no licence']],
])('%s', (_, found, refused) => {
  expect(refusedLicences({ '': { license: 'GPL-3.0' }, 'node_modules/b/node_modules/a': found })).toEqual(refused);
});
