import type { Workbook } from '../../model';
import type { PartContext } from '../context';
import { MAIN, RELATIONSHIPS } from '../xml/namespaces';
import { Package } from '../package/package';
import { xml } from '../xml/xml';

/** For the tests of pivots and charts: a file with nothing but the sheets of a workbook. */
export const WORKBOOK_PART = 'xl/workbook.xml';
const FORMATS = ['General', '0', '0.00', 'yyyy-mm-dd'];

export const sheetPart = (at: number): string => `xl/worksheets/sheet${at + 1}.xml`;

export function emptyPackage(book: Workbook): Package {
  const pkg = Package.create();
  pkg.put(WORKBOOK_PART, xml('workbook', { xmlns: MAIN, 'xmlns:r': RELATIONSHIPS }, [xml('sheets')]));
  book.sheets.forEach((_, at) => pkg.put(sheetPart(at), xml('worksheet', { xmlns: MAIN })));
  return pkg;
}

export function partContext(workbook: Workbook, pkg: Package): PartContext {
  return {
    workbook,
    pkg,
    workbookPart: WORKBOOK_PART,
    sheets: workbook.sheets.map((sheet, at) => {
      const part = sheetPart(at);
      return {
        sheet,
        part,
        get root() {
          return pkg.xml(part);
        },
        edit: () => pkg.edit(part),
      };
    }),
    numberFormat: (id) => FORMATS[id] ?? 'General',
    numberFormatId: (code) => FORMATS.indexOf(code),
  };
}
