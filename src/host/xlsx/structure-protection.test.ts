import type { Workbook } from '../model';
import { openXlsx, saveXlsx } from '.';
import { Package } from './package/package';
import { file, worksheet } from './test-files';

const PART = 'xl/workbook.xml';
const SHEET = worksheet('<sheetData/>');

/** The file of one sheet whose workbook part holds an element before its list of sheets. */
function fileWith(element: string): Uint8Array {
  const plain = file(SHEET);
  const part = workbookOf(plain).replace('<sheets>', `${element}<sheets>`);
  return file(SHEET, { [PART]: part });
}

const workbookOf = (bytes: Uint8Array): string => new TextDecoder().decode(Package.open(bytes).bytes(PART));

/** The element as it is written after a change. */
function after(element: string, change: (workbook: Workbook) => void): string {
  const workbook = openXlsx(fileWith(element));
  change(workbook);
  return /<workbookProtection[^>]*>/.exec(workbookOf(saveXlsx(workbook)))?.[0] ?? '';
}

const withPassword =
  '<workbookProtection workbookAlgorithmName="SHA-512" workbookHashValue="a+b=" workbookSaltValue="c==" workbookSpinCount="100000" lockStructure="1"/>';

describe('the protection of the structure', () => {
  test.each([
    ['', { protected: false }],
    ['<workbookProtection lockWindows="1"/>', { protected: false }],
    ['<workbookProtection lockStructure="true"/>', { protected: true }],
    [
      '<workbookProtection lockStructure="1" workbookPassword="CC1A"/>',
      { protected: true, secret: { workbookPassword: 'CC1A' } },
    ],
    [
      withPassword,
      {
        protected: true,
        secret: {
          workbookAlgorithmName: 'SHA-512',
          workbookHashValue: 'a+b=',
          workbookSaltValue: 'c==',
          workbookSpinCount: '100000',
        },
      },
    ],
  ])('is read from %s', (element, expected) => {
    expect(openXlsx(fileWith(element)).protection).toEqual(expected);
  });

  test.each([
    [
      'is kept with its password',
      withPassword,
      (workbook: Workbook) => workbook.activeSheet.type(0, 0, 'x'),
      withPassword,
    ],
    ['is added', '', (workbook: Workbook) => workbook.protect(), '<workbookProtection lockStructure="1"/>'],
    ['is taken away', '<workbookProtection lockStructure="1"/>', (workbook: Workbook) => workbook.unprotect(), ''],
    [
      'leaves the lock of the windows',
      '<workbookProtection lockStructure="1" lockWindows="1"/>',
      (workbook: Workbook) => workbook.unprotect(),
      '<workbookProtection lockWindows="1"/>',
    ],
  ])('%s', (_what, element, change, expected) => {
    expect(after(element, change)).toBe(expected);
  });

  test('is written in the place that the schema gives it', () => {
    const workbook = openXlsx(fileWith(''));
    workbook.protect();
    expect(workbookOf(saveXlsx(workbook))).toMatch(/<workbookProtection lockStructure="1"\/>.*<sheets>/s);
    expect(openXlsx(saveXlsx(workbook)).protection).toEqual({ protected: true });
  });
});
