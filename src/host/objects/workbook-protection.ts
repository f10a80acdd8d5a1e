import { HostError } from '../errors';
import type { Workbook } from '../model';
import { define, type ClassDefinition } from './define';

/** The protection of the workbook's structure: of its sheets, not of what is on them. */
export const workbookProtectionClass: ClassDefinition<Workbook> = define<Workbook>('WorkbookProtection', {
  get: { Protected: (workbook) => workbook.protection.protected },
  call: {
    Protect: (workbook, args) => {
      if (args.optionalText(0) !== undefined) {
        throw new HostError(
          'NotImplemented',
          'The embedded Excel host sets no passwords.',
          'WorkbookProtection.protect',
        );
      }
      workbook.protect();
    },
    Unprotect: (workbook) => workbook.unprotect(),
  },
});
