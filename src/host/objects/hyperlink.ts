import { covers } from '../model/rect';
import type { Json } from '../wire/protocol';
import { invalidArgument } from './arguments';
import { isJsonObject } from './define';
import type { RangeRef } from './range-ref';

/** The link of a range's first cell; null where it has none. */
export function readHyperlink({ sheet, rect }: RangeRef): Json {
  const link = sheet.hyperlinks.find((candidate) => covers(candidate.rect, { ...rect, rows: 1, columns: 1 }));
  if (!link) return null;
  const { address: target, documentReference, screenTip } = link;
  return { address: target, documentReference, screenTip, textToDisplay: sheet.text(rect.row, rect.column) };
}

/** Links the range, and writes `textToDisplay` into its first cell where it is given. */
export function setHyperlink({ sheet, rect }: RangeRef, value: Json): void {
  if (!isJsonObject(value)) throw invalidArgument();
  const optional = (key: string): string | undefined => {
    const text = value[key];
    if (text !== undefined && text !== null && typeof text !== 'string') throw invalidArgument();
    return text ?? undefined;
  };
  const target = optional('address');
  const documentReference = optional('documentReference');
  const screenTip = optional('screenTip');
  const textToDisplay = optional('textToDisplay');
  if (target === undefined && documentReference === undefined) throw invalidArgument();
  sheet.setHyperlink(rect, {
    ...(target === undefined ? {} : { address: target }),
    ...(documentReference === undefined ? {} : { documentReference }),
    ...(screenTip === undefined ? {} : { screenTip }),
  });
  if (textToDisplay !== undefined) {
    sheet.write({ ...rect, rows: 1, columns: 1 }, [[textToDisplay]], 'values');
  }
}
