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

/** What may be entered into the cells of a sheet. */
export class Validations {
  readonly #sheet: Sheet;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  get all(): readonly Validation[] {
    return this.#sheet.state.validations;
  }

  /** Sets or removes (null) the rule of a range, in place of any it had. */
  set(rect: Rect, validation: Omit<Validation, 'rects'> | null): void {
    editRange(this.#sheet, rect, undefined, () => {
      const others = withoutRange(this.all, rect);
      this.#sheet.update({ validations: validation ? [...others, { ...validation, rects: [rect] }] : others });
      tellFormat(this.#sheet, rect);
    });
  }
}
