import { editRange, tellFormat } from '../cells/edit';
import type { Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';
import { withoutRange } from './on-ranges';

/**
 * A validation or conditional-format formula is kept as written, without `=`; a list of values stands between quotes:
 * `"a,b"`. Operators, icon sets and kinds of threshold have SpreadsheetML's names: `between`, `greaterThanOrEqual`,
 * `containsText`, `notContains`, `beginsWith`, `endsWith`, `3TrafficLights1`, `percent`.
 */
export interface Validation {
  readonly rects: readonly Rect[];
  readonly type: 'none' | 'whole' | 'decimal' | 'list' | 'date' | 'time' | 'textLength' | 'custom';
  readonly operator?: string;
  readonly formula1?: string;
  readonly formula2?: string;
  readonly allowBlank: boolean;
  readonly showDropDown: boolean;
  readonly errorStyle?: 'stop' | 'warning' | 'information';
  readonly errorTitle?: string;
  readonly error?: string;
  readonly promptTitle?: string;
  readonly prompt?: string;
}

/** Sets or removes (null) the rule of a range, in place of any it had. */
export function setValidation(sheet: Sheet, rect: Rect, validation: Omit<Validation, 'rects'> | null): void {
  editRange(sheet, rect, undefined, () => {
    const others = withoutRange(sheet.validations, rect);
    sheet.update({ validations: validation ? [...others, { ...validation, rects: [rect] }] : others });
    tellFormat(sheet, rect);
  });
}
