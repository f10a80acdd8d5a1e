import { HostError } from '../../errors';
import { editRange, tellFormat } from '../cells/edit';
import { checkUnprotected } from '../cells/guard';
import { nextId } from '../geometry/ids';
import type { Sheet } from '../sheet';
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

type Formats = readonly ConditionalFormat[];

/** Adds a rule before all others (priority 1), as Excel does; after them while a file is loaded. */
export function addConditionalFormat(sheet: Sheet, rect: Rect, rule: ConditionalRule): ConditionalFormat {
  return editRange(sheet, rect, 'allowFormatCells', () => {
    const others = sheet.conditionalFormats;
    const { isLoading } = sheet.workbook;
    const added: ConditionalFormat = {
      id: nextId(others),
      rects: [rect],
      priority: isLoading ? others.length + 1 : 1,
      stopIfTrue: false,
      rule,
    };
    const moved = isLoading ? others : others.map((other) => ({ ...other, priority: other.priority + 1 }));
    sheet.update({ conditionalFormats: [...moved, added] });
    tellFormat(sheet, rect);
    return added;
  });
}

/** Changes the formats of a sheet as a whole. */
export function changeConditionalFormats(sheet: Sheet, change: (formats: Formats) => Formats): void {
  sheet.workbook.edit(() => {
    checkUnprotected(sheet, 'allowFormatCells');
    const before = sheet.conditionalFormats;
    sheet.update({ conditionalFormats: change(before) });
    for (const { rects } of before) for (const rect of rects) tellFormat(sheet, rect);
  });
}

/** Replaces one format, or takes it out (null). Throws `ItemNotFound` when there is none of the id. */
export function replaceConditionalFormat(
  sheet: Sheet,
  id: string,
  replace: (format: ConditionalFormat) => ConditionalFormat | null,
): void {
  changeConditionalFormats(sheet, (formats) => {
    if (!formats.some((format) => format.id === id)) {
      throw new HostError('ItemNotFound', `There is no conditional format ${id}.`);
    }
    return formats.flatMap((format) => (format.id === id ? (replace(format) ?? []) : format));
  });
}
