import type { ConditionalFormat, ConditionalRule, Sheet } from '../../model';
import { itemNotFound } from '../arguments';

/** A conditional format by its id: its rule is replaced as a whole. */
export interface FormatRef {
  readonly sheet: Sheet;
  readonly id: string;
}

/** The conditional format as it is now; throws `ItemNotFound` once it was deleted. */
export function currentFormat({ sheet, id }: FormatRef): ConditionalFormat {
  const found = sheet.conditionalFormats.all.find((format) => format.id === id);
  if (!found) throw itemNotFound();
  return found;
}

/** Its rule, where it is of that type; throws `ItemNotFound` for another. */
export function currentRule<T extends ConditionalRule['type']>(ref: FormatRef, type: T): ConditionalRule & { type: T } {
  const { rule } = currentFormat(ref);
  if (!isOfType(rule, type)) throw itemNotFound();
  return rule;
}

function isOfType<T extends ConditionalRule['type']>(
  rule: ConditionalRule,
  type: T,
): rule is ConditionalRule & { type: T } {
  return rule.type === type;
}

export function changeRule(ref: FormatRef, rule: ConditionalRule): void {
  ref.sheet.conditionalFormats.change(ref.id, { rule });
}
