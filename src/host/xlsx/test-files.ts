import { zipSync } from 'fflate';
import { XlsxError } from './errors';
import { CONTENT_TYPES, MAIN, PACKAGE_RELATIONSHIPS, RELATIONSHIPS } from './xml/namespaces';
import { Package } from './package/package';
import { XML_DECLARATION } from './xml/xml';

/** Files for tests, written part by part, so that each test shows the very XML it is about. */

const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const encoder = new TextEncoder();

export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** An archive of parts; text is UTF-8, with a declaration unless it begins with one. */
export function archive(parts: Parts): Uint8Array {
  const files = Object.entries(parts).map(([name, part]): [string, Uint8Array] => [
    name,
    typeof part === 'string' ? encoder.encode(/^\ufeff?<\?xml/.test(part) ? part : XML_DECLARATION + part) : part,
  ]);
  return zipSync(Object.fromEntries(files));
}

export function relationships(
  ...links: readonly (readonly [kind: string, target: string, external?: boolean])[]
): string {
  const elements = links.map(
    ([kind, target, external], at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${elements.join('')}</Relationships>`;
}

export const worksheet = (inside: string): string =>
  `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${inside}</worksheet>`;

/** The least workbook: one sheet named Data in xl/worksheets/sheet1.xml, strings, and whatever else is given. */
export function parts(sheet: string | Uint8Array, more: Parts = {}): Parts {
  return {
    '[Content_Types].xml':
      `<Types xmlns="${CONTENT_TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETML}.sheet.main+xml"/></Types>`,
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  };
}

export const file = (sheet: string | Uint8Array, more?: Parts): Uint8Array => archive(parts(sheet, more));

/** The bytes of every part of an archive. */
export function contents(bytes: Uint8Array): Map<string, Uint8Array> {
  const pkg = Package.open(bytes);
  return new Map(pkg.names().map((name) => [name, pkg.bytes(name)]));
}

/** Parts of the first archive that are absent from the second or differ there. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const now = contents(after);
  return [...contents(before)].flatMap(([name, bytes]) => {
    const other = now.get(name);
    return other?.length === bytes.length && other.every((byte, at) => byte === bytes[at]) ? [] : [name];
  });
}

/** The code of the XlsxError that a call throws; `none` where it throws nothing. */
export function codeOf(run: () => unknown): string {
  try {
    run();
    return 'none';
  } catch (error) {
    if (error instanceof XlsxError) return error.code;
    throw error;
  }
}
