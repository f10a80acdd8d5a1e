import type { files as fr } from '../fr/files';
import type { Shape } from '../shape';

export const files = {
  notZip: 'This file is not an .xlsx workbook. Nothing was changed. Choose a file that Excel saved.',
  damaged:
    'This workbook is damaged: a part of it cannot be read. Nothing was changed. Open it in Excel, which may repair it, and save it.',
  encrypted:
    'This workbook needs a password to open. Nothing was changed. Remove the password in Excel, then try again.',
  xls: 'This workbook is in the .xls format. Nothing was changed. Save it as .xlsx in Excel, then try again.',
  xlsb: 'This workbook is in the .xlsb format. Nothing was changed. Save it as .xlsx in Excel, then try again.',
  tooLarge:
    'This file would unpack to more than is allowed. It was not opened. Check where it comes from, or save it again in Excel.',
  unsafeName:
    'A part of this file has a name that leads outside the workbook. It was not opened. Check where it comes from.',
  missingPart:
    'A part that this workbook cannot do without is missing. Nothing was changed. Open it in Excel, which may repair it, and save it.',
  badXml:
    'A part of this workbook is malformed. Nothing was changed. Open it in Excel, which may repair it, and save it.',
  notWorkbook: 'This file is not an Excel workbook. Nothing was changed. Choose an .xlsx file.',
} satisfies Shape<typeof fr>;
