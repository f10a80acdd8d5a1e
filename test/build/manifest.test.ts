import { readFileSync } from 'node:fs';
import path from 'node:path';
import { baseOf, idWithin, localBase, manifestFor } from '../../scripts/manifest.mjs';

const root = path.resolve(__dirname, '../..');
const xml = readFileSync(path.join(root, 'manifest.xml'), 'utf8');
const idOf = (text: string) => /<Id>([^<]+)<\/Id>/.exec(text)?.[1];

describe('the address of a deployment', () => {
  it.each([
    ['https://suivi.example.org', 'https://suivi.example.org'],
    ['https://suivi.example.org/', 'https://suivi.example.org'],
    ['https://suivi.example.org/outils/suivi//', 'https://suivi.example.org/outils/suivi'],
    ['https://localhost:3000', localBase],
  ])('%s', (text, base) => expect(baseOf(text)).toBe(base));

  it.each(['', 'suivi.example.org', 'http://suivi.example.org', 'https://', 'ftp://suivi.example.org'])(
    'is not %p',
    (text) => expect(() => baseOf(text)).toThrow('must begin with https://'),
  );

  it.each(['https://x.org/?a=1', 'https://x.org/#a', 'https://someone:secret@x.org'])('is not %p', (text) =>
    expect(() => baseOf(text)).toThrow('must be that of a folder'),
  );
});

describe('the manifest of a deployment', () => {
  const base = 'https://suivi.example.org/outils';
  const made = manifestFor(xml, base);

  it('is the repository’s own at the address of development', () => {
    expect(manifestFor(xml, localBase)).toBe(xml);
  });

  it('differs from it in its addresses, its domain, its id and the note to developers only', () => {
    const back = made
      .replace(idOf(made) ?? '', idOf(xml) ?? '')
      .replace('<AppDomain>https://suivi.example.org<', `<AppDomain>${localBase}<`)
      .replaceAll(base, localBase);
    expect(back).toBe(xml.replace(/<!--[\s\S]*?-->\n/, ''));
  });

  it('has an id of its own, the same each time', () => {
    const ids = [localBase, base, `${base}/essai`, base].map((address) => idOf(manifestFor(xml, address)));
    expect(new Set(ids).size).toBe(3);
    expect(ids[3]).toBe(ids[1]);
    for (const id of ids.slice(1))
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('has the version of the package', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    expect(/<Version>([^<]+)</.exec(made)?.[1]).toBe(`${version}.0`);
  });

  it('cannot be made of something else', () => {
    expect(() => manifestFor('<OfficeApp/>', base)).toThrow('no <Id>');
  });
});

// The example of RFC 9562, appendix A.4: the name www.example.com in the namespace of DNS.
it('makes name-based ids as the standard does', () => {
  expect(idWithin('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});
