import { HostError } from '../../errors';
import type { Sheet } from '../../model';
import { define, isJsonObject, type ClassDefinition } from '../define';
import { invalidArgument } from '../arguments';
import type { Json } from '../../wire/protocol';

function options(value: Json): Record<string, boolean> {
  if (value === null) return {};
  if (!isJsonObject(value)) throw invalidArgument();
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
  );
}

export const worksheetProtectionClass: ClassDefinition<Sheet> = define<Sheet>('WorksheetProtection', {
  get: {
    Protected: (sheet) => sheet.protection.protected,
    Options: (sheet) => (sheet.protection.protected ? { ...sheet.protection.options } : null),
  },
  call: {
    Protect: (sheet, args) => {
      if (sheet.protection.protected) throw new HostError('InvalidOperation', 'The worksheet is protected already.');
      if (args.raw(1) !== undefined) {
        throw new HostError(
          'NotImplemented',
          'The embedded Excel host sets no passwords.',
          'WorksheetProtection.protect',
        );
      }
      sheet.protect(options(args.json(0)));
    },
    Unprotect: (sheet) => {
      if (sheet.protection.secret) {
        throw new HostError('AccessDenied', 'The password you supplied is not correct.');
      }
      sheet.unprotect();
    },
  },
});
