import { HostError } from '../../errors';
import { editRange, tellFormat } from '../cells/edit';
import { checkUnprotected } from '../cells/guard';
import { nextId } from '../geometry/ids';
import type { Sheet } from '../sheet';
import { withoutRange } from './on-ranges';
import type { Rect } from '../geometry/rect';
import type { StylePatch } from '../looks/style';

export interface ConditionalFormat {
  readonly id: string;
  readonly rects: readonly Rect[];
  readonly priority: number;
  readonly stopIfTrue: boolean;
  readonly rule: ConditionalRule;
}

export type ConditionalRule =
  | { readonly type: 'custom'; readonly formula: string; readonly format: StylePatch }
  | {
      readonly type: 'cellValue';
      readonly operator: string;
      readonly formula1: string;
      readonly formula2?: string;
      readonly format: StylePatch;
    }
  | { readonly type: 'containsText'; readonly operator: string; readonly text: string; readonly format: StylePatch }
  | { readonly type: 'dataBar'; readonly color: string; readonly showValue: boolean }
  | {
      readonly type: 'iconSet';
      readonly icons: string;
      readonly thresholds: readonly { readonly type: string; readonly value: string; readonly strict?: boolean }[];
      readonly showValue: boolean;
      readonly reverse: boolean;
    };

/** The conditional formats of a sheet. Every change throws `AccessDenied` where the sheet's protection refuses formats. */
export class ConditionalFormats {
  readonly #sheet: Sheet;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  get all(): readonly ConditionalFormat[] {
    return this.#sheet.state.conditionalFormats;
  }

  /** Adds a rule before all others (priority 1), as Excel does; in a file's order while loading. */
  add(rect: Rect, rule: ConditionalRule): ConditionalFormat {
    return editRange(this.#sheet, rect, 'allowFormatCells', () => {
      const others = this.all;
      const { isLoading } = this.#sheet.workbook;
      const added: ConditionalFormat = {
        id: nextId(others),
        rects: [rect],
        priority: isLoading ? others.length + 1 : 1,
        stopIfTrue: false,
        rule,
      };
      const moved = isLoading ? others : others.map((other) => ({ ...other, priority: other.priority + 1 }));
      this.#sheet.update({ conditionalFormats: [...moved, added] });
      tellFormat(this.#sheet, rect);
      return added;
    });
  }

  /** Throws `ItemNotFound` when there is no such format. */
  change(id: string, patch: Partial<Omit<ConditionalFormat, 'id'>>): void {
    this.#replace(this.#withId(id), (format) => [{ ...format, ...patch }]);
  }

  /** Throws `ItemNotFound` when there is no such format. */
  remove(id: string): void {
    this.#replace(this.#withId(id), () => []);
  }

  /** Takes them off a range, or all of them. */
  clear(rect?: Rect): void {
    this.#changeAll((formats) => (rect ? withoutRange(formats, rect) : []));
  }

  #withId(id: string): ConditionalFormat {
    const found = this.all.find((format) => format.id === id);
    if (!found) throw new HostError('ItemNotFound', `There is no conditional format ${id}.`);
    return found;
  }

  #replace(format: ConditionalFormat, next: (format: ConditionalFormat) => readonly ConditionalFormat[]): void {
    this.#changeAll((formats) => formats.flatMap((other) => (other === format ? next(other) : [other])));
  }

  #changeAll(change: (formats: readonly ConditionalFormat[]) => readonly ConditionalFormat[]): void {
    this.#sheet.workbook.edit(() => {
      checkUnprotected(this.#sheet, 'allowFormatCells');
      const before = this.all;
      this.#sheet.update({ conditionalFormats: change(before) });
      for (const { rects } of before) for (const rect of rects) tellFormat(this.#sheet, rect);
    });
  }
}
