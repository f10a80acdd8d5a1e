import type { Hyperlink, Rect, Sheet } from '../../model';
import { covers } from '../../model/geometry/rect';
import type { Json } from '../../wire/protocol';
import { invalidArgument } from '../arguments';
import { isJsonObject } from '../define';
import type { RangeRef } from './ref';

/** The link of a range's first cell; null where it has none. */
export function readHyperlink({ sheet, rect }: RangeRef): Json {
  const link = sheet.hyperlinks.all.find((candidate) => covers(candidate.rect, { ...rect, rows: 1, columns: 1 }));
  if (!link) return null;
  const { address: target, documentReference, screenTip } = link;
  return { address: target, documentReference, screenTip, textToDisplay: sheet.text(rect.row, rect.column) };
}

/** Links the range, and writes `textToDisplay` into its first cell where it is given. */
export function setHyperlink(range: RangeRef, value: Json): void {
  setHyperlinks(range.sheet, [{ rect: range.rect, value }]);
}

/** As `setHyperlink`, for several ranges of a sheet that do not overlap. */
export function setHyperlinks(sheet: Sheet, wanted: readonly { readonly rect: Rect; readonly value: Json }[]): void {
  const links = wanted.map(({ rect, value }) => ({ rect, ...readLink(value) }));
  sheet.hyperlinks.setAll(links.map(({ rect, link }) => ({ ...link, rect })));
  for (const { rect, textToDisplay } of links) {
    if (textToDisplay !== undefined) sheet.write({ ...rect, rows: 1, columns: 1 }, [[textToDisplay]], 'values');
  }
}

function readLink(value: Json): { readonly link: Omit<Hyperlink, 'rect'>; readonly textToDisplay: string | undefined } {
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
  const link = {
    ...(target === undefined ? {} : { address: target }),
    ...(documentReference === undefined ? {} : { documentReference }),
    ...(screenTip === undefined ? {} : { screenTip }),
  };
  return { link, textToDisplay };
}
