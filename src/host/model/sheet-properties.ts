import { HostError } from '../errors';
import type { Sheet } from './sheet';

/** What a program noted of a sheet. */
export interface SheetProperty {
  readonly key: string;
  readonly value: string;
}

const MOST_TEXT = 255;

/** By its key, whatever its case. */
export function sheetProperty(sheet: Sheet, key: string): SheetProperty | undefined {
  return sheet.customProperties.find((property) => property.key.toLowerCase() === key.toLowerCase());
}

/** Notes something of a sheet, in place of what was noted under the key. `InvalidArgument` for a key that is empty, or over 255 characters. */
export function setSheetProperty(sheet: Sheet, key: string, value: string): void {
  if (key === '' || key.length > MOST_TEXT) {
    throw new HostError('InvalidArgument', 'The key of a property has 1 to 255 characters.');
  }
  sheet.workbook.edit(() => {
    const old = sheetProperty(sheet, key);
    const property = { key: old?.key ?? key, value };
    const others = sheet.customProperties;
    sheet.update({
      customProperties: old ? others.map((other) => (other === old ? property : other)) : [...others, property],
    });
  });
}

/** Does nothing where there is none. */
export function removeSheetProperty(sheet: Sheet, key: string): void {
  const found = sheetProperty(sheet, key);
  sheet.workbook.edit(() =>
    sheet.update({ customProperties: sheet.customProperties.filter((property) => property !== found) }),
  );
}
