import type { SheetProtection } from '../../model';
import { flag } from '../xml/attributes';
import type { SheetFeature } from './feature';
import { ensureChild, removeChild, WORKSHEET_ORDER } from '../xml/order';
import type { XmlElement } from '../xml/xml';

/** Attribute of the file, its option of the API, and whether absence forbids. The file says what is forbidden. */
const OPTIONS: readonly (readonly [string, string, boolean])[] = [
  ['objects', 'allowEditObjects', false],
  ['scenarios', 'allowEditScenarios', false],
  ['formatCells', 'allowFormatCells', true],
  ['formatColumns', 'allowFormatColumns', true],
  ['formatRows', 'allowFormatRows', true],
  ['insertColumns', 'allowInsertColumns', true],
  ['insertRows', 'allowInsertRows', true],
  ['insertHyperlinks', 'allowInsertHyperlinks', true],
  ['deleteColumns', 'allowDeleteColumns', true],
  ['deleteRows', 'allowDeleteRows', true],
  ['sort', 'allowSort', true],
  ['autoFilter', 'allowAutoFilter', true],
  ['pivotTables', 'allowPivotTables', true],
];

const SECRETS = ['password', 'algorithmName', 'hashValue', 'saltValue', 'spinCount'];

/** The protection that an element says; null where the sheet is not protected. */
function readProtectionOf(element: XmlElement | undefined): SheetProtection | null {
  if (!element || !flag(element, 'sheet', false)) return null;
  const secret = SECRETS.flatMap((name) => {
    const value = element.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    protected: true,
    options: Object.fromEntries(
      OPTIONS.filter(([name, , otherwise]) => !flag(element, name, otherwise)).map(([, option]) => [option, true]),
    ),
    ...(secret.length > 0 ? { secret: Object.fromEntries(secret) } : {}),
  };
}

/** Protection of the sheet; a password is kept as it came and never checked. */
export const protection: SheetFeature = {
  state: (sheet) => sheet.protection,
  read: ({ sheet, root }) => {
    const found = readProtectionOf(root.child('sheetProtection'));
    if (found) sheet.update({ protection: found });
  },
  write: ({ sheet, root }) => {
    const { protection: wanted } = sheet;
    if (!wanted.protected) {
      removeChild(root, 'sheetProtection');
      return;
    }
    const element = ensureChild(root, 'sheetProtection', WORKSHEET_ORDER).set('sheet', true);
    for (const [name, option, otherwise] of OPTIONS) {
      const forbidden = !(wanted.options[option] ?? false);
      element.set(name, forbidden === otherwise ? undefined : forbidden);
    }
    for (const name of SECRETS) element.set(name, wanted.secret?.[name]);
  },
};
