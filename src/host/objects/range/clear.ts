import { asOneOf, type Arguments } from '../arguments';
import type { RangeRef } from './ref';

const clearKinds = {
  All: 'All',
  Contents: 'Contents',
  Formats: 'Formats',
  Hyperlinks: 'Hyperlinks',
  RemoveHyperlinks: 'Hyperlinks',
  ResetContents: 'Contents',
} as const;

/** `clear`: everything, or what is named. */
export function clear({ sheet, rect }: RangeRef, args: Arguments): void {
  const kind = args.raw(0) === undefined ? 'All' : asOneOf(args.raw(0), Object.keys(clearKinds));
  sheet.clear(rect, clearKinds[kind as keyof typeof clearKinds]);
}
