import type { StructureProtection } from '../model';
import { flag } from './xml/attributes';
import { ensureChild, removeChild, WORKBOOK_ORDER } from './xml/order';
import type { XmlElement } from './xml/xml';

/** Attributes of the password that protects the structure, as old and as new versions write it. */
const SECRETS = [
  'workbookPassword',
  'workbookPasswordCharacterSet',
  'workbookAlgorithmName',
  'workbookHashValue',
  'workbookSaltValue',
  'workbookSpinCount',
];

/** What a workbook part says of the protection of its structure. A password is kept as it came and never checked. */
export function readStructureProtection(root: XmlElement): StructureProtection {
  const element = root.child('workbookProtection');
  if (!element || !flag(element, 'lockStructure', false)) return { protected: false };
  const secret = SECRETS.flatMap((name) => {
    const value = element.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { protected: true, ...(secret.length > 0 && { secret: Object.fromEntries(secret) }) };
}

/** Brings it in line; the locks of windows and of revisions, which the model does not know, stay. */
export function writeStructureProtection(root: XmlElement, wanted: StructureProtection): void {
  const element = ensureChild(root, 'workbookProtection', WORKBOOK_ORDER);
  element.set('lockStructure', wanted.protected ? true : undefined);
  for (const name of SECRETS) element.set(name, wanted.secret?.[name]);
  if (element.attributeNames().length === 0) removeChild(root, 'workbookProtection');
}
