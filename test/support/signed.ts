import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const link = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${PACKAGE}/digital-signature/${type}" Target="${target}"/>`;

/** A workbook with a digital signature, its parts where Excel puts them. What it signs is not looked at. */
export function signed(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  const put = (name: string, text: string): void => void (parts[name] = strToU8(text));
  const edit = (name: string, mark: RegExp, more: string): void =>
    put(
      name,
      strFromU8(parts[name]!).replace(mark, (found) => `${more}${found}`),
    );
  edit('_rels/.rels', /<\/Relationships>/, link('rIdSig', 'origin', '_xmlsignatures/origin.sigs'));
  edit('[Content_Types].xml', /<\/Types>/, '<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/><Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"/>'); // prettier-ignore
  put('_xmlsignatures/origin.sigs', '');
  put('_xmlsignatures/_rels/origin.sigs.rels', `<Relationships xmlns="${PACKAGE}">${link('rId1', 'signature', 'sig1.xml')}</Relationships>`); // prettier-ignore
  put('_xmlsignatures/sig1.xml', '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>');
  return zipSync(parts);
}
