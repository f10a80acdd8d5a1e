/** @jest-environment jsdom */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commands as en } from '../i18n/en/commands';
import { commands as fr } from '../i18n/fr/commands';

const root = path.resolve(__dirname, '../..');
const manifestPath = path.join(root, 'manifest.xml');
const manifest = new DOMParser().parseFromString(readFileSync(manifestPath, 'utf8'), 'application/xml');
const base = 'https://localhost:3000/';
/** Those in which Office shows itself; of any other it shows the default. */
const locales = ['fr-FR', 'en-CA', 'en-GB', 'en-US'];

const all = (name: string) => [...manifest.getElementsByTagNameNS('*', name)];
const attributes = (name: string) =>
  [...manifest.querySelectorAll('*')].flatMap((element) => element.getAttribute(name) ?? []);
const byId = (id: string) => manifest.querySelector(`Resources [id="${id}"]`);

it('is well formed, for Excel, from ExcelApi 1.13 on', () => {
  expect(manifest.querySelector('parsererror')).toBeNull();
  expect(manifest.documentElement.getAttribute('xsi:type')).toBe('TaskPaneApp');
  expect(manifest.querySelector('Id')?.textContent).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  expect(manifest.querySelector('DefaultLocale')?.textContent).toBe('fr-CA');
  expect(manifest.querySelector('OfficeApp > Hosts > Host')?.getAttribute('Name')).toBe('Workbook');
  expect(manifest.querySelector('Permissions')?.textContent).toBe('ReadWriteDocument');
  expect(all('Set').map((set) => [set.getAttribute('Name'), set.getAttribute('MinVersion')])).toEqual([
    ['ExcelApi', '1.13'],
  ]);
});

it('puts three buttons on the Home tab', () => {
  expect(manifest.querySelector('OfficeTab')?.id).toBe('TabHome');
  const buttons = all('Control').map((control) => ({
    type: control.getAttribute('xsi:type'),
    action: control.querySelector('Action')?.getAttribute('xsi:type'),
    runs: control.querySelector('FunctionName')?.textContent ?? null,
  }));
  expect(buttons).toEqual([
    { type: 'Button', action: 'ShowTaskpane', runs: null },
    { type: 'Button', action: 'ExecuteFunction', runs: 'buildReport' },
    { type: 'Button', action: 'ExecuteFunction', runs: 'buildCoverage' },
  ]);
});

it('refers to resources that are there, and has none that nothing refers to', () => {
  const defined = [...manifest.querySelectorAll('Resources [id]')].map(({ id }) => id);
  expect(new Set(attributes('resid'))).toEqual(new Set(defined));
  expect(new Set(defined).size).toBe(defined.length);
  // Office refuses longer ones.
  expect(defined.filter((id) => id.length > 32)).toEqual([]);
});

it('gives no locale twice', () => {
  for (const parent of [...manifest.querySelectorAll('*')].filter(
    ({ children }) => children[0]?.localName === 'Override',
  )) {
    const given = [...parent.children].map((child) => child.getAttribute('Locale'));
    expect(given).toEqual(locales);
  }
});

it('says what the catalogues say, within the lengths that Office allows', () => {
  const words = [
    { element: manifest.querySelector('DisplayName'), key: 'name', limit: 125 },
    { element: manifest.querySelector('Description'), key: 'description', limit: 250 },
    { element: byId('Group.Label'), key: 'group', limit: 125 },
    { element: byId('ShowPane.Label'), key: 'showPane', limit: 125 },
    { element: byId('ShowPane.Tip'), key: 'showPaneTip', limit: 250 },
    { element: byId('BuildReport.Label'), key: 'buildReport', limit: 125 },
    { element: byId('BuildReport.Tip'), key: 'buildReportTip', limit: 250 },
    { element: byId('BuildCoverage.Label'), key: 'buildCoverage', limit: 125 },
    { element: byId('BuildCoverage.Tip'), key: 'buildCoverageTip', limit: 250 },
  ] as const;
  expect(words.map(({ key }) => key).sort()).toEqual(Object.keys(fr).sort());
  for (const { element, key, limit } of words) {
    expect({ key, ...said(element) }).toEqual({
      key,
      default: fr[key],
      'fr-FR': fr[key],
      'en-CA': en[key],
      'en-GB': en[key],
      'en-US': en[key],
    });
    expect(fr[key].length).toBeLessThanOrEqual(limit);
    expect(en[key].length).toBeLessThanOrEqual(limit);
  }
  const texts = all('String').length + ['DisplayName', 'Description'].length;
  expect(texts).toBe(words.length);
});

it('asks for nothing over http, and from one place', () => {
  const addresses = [...attributes('DefaultValue'), ...attributes('Value')].filter((text) =>
    /^[a-z]+:\/\//i.test(text),
  );
  expect(addresses.filter((address) => !address.startsWith(base))).toEqual([]);
  expect(all('AppDomain').map(({ textContent }) => textContent)).toEqual([base.slice(0, -1)]);
});

it('has every icon, of the size it says, in each size that Office asks for', () => {
  for (const icon of all('Icon')) {
    expect([...icon.children].map((image) => image.getAttribute('size'))).toEqual(['16', '32', '80']);
  }
  const images = [
    ...[...manifest.querySelectorAll('Icon > *')].map((image) => ({
      url: byId(image.getAttribute('resid') ?? '')?.getAttribute('DefaultValue') ?? '',
      size: Number(image.getAttribute('size')),
    })),
    { url: manifest.querySelector('IconUrl')?.getAttribute('DefaultValue') ?? '', size: 32 },
    { url: manifest.querySelector('HighResolutionIconUrl')?.getAttribute('DefaultValue') ?? '', size: 64 },
  ];
  for (const { url, size } of images) {
    expect({ url, ...pngSize(path.join(root, url.slice(base.length))) }).toEqual({ url, width: size, height: size });
  }
});

// Microsoft's schemas are theirs: where they lie beside the project, and xmllint is installed, they have the last word.
const schema = path.resolve(root, '../shared/manifest-xsd/OfficeAppManifestV1_1.xsd');
const canValidate = existsSync(schema) && spawnSync('xmllint', ['--version']).status === 0;
if (canValidate) {
  it('holds to Microsoft’s schema', () => {
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, manifestPath], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('validates') as string });
  });
}

/** The words of an element by locale. */
function said(element: Element | null): Readonly<Record<string, string | null>> {
  const words: Record<string, string | null> = { default: element?.getAttribute('DefaultValue') ?? null };
  for (const override of element?.children ?? []) {
    words[override.getAttribute('Locale') ?? ''] = override.getAttribute('Value');
  }
  return words;
}

/** Width and height stand at fixed places in a PNG's first chunk. */
function pngSize(file: string): { readonly width: number; readonly height: number } {
  const bytes = readFileSync(file);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
