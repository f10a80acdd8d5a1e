import { HostError } from '../../errors';
import { parseReference } from '../geometry/address';
import { evaluate } from '../calc';
import { shiftFormula } from '../formulas/shift';
import { contains } from '../geometry/rect';
import type { Sheet } from '../sheet';
import { displayText } from './text';
import type { CellValue } from './cell';
import type { Validation } from '../rules/validations';

/**
 * What Excel does after a person has typed: an entry that the cell's rule does not let through is refused
 * (`InvalidOperation`, with the rule's own words). Rules that only warn let all through, and so do pastes and the API,
 * which never come here.
 */
export function checkEntry(sheet: Sheet, row: number, column: number): void {
  const rule = ruleAt(sheet, row, column);
  if (!rule || rule.type === 'none' || (rule.errorStyle ?? 'stop') !== 'stop') return;
  if (meets(sheet, rule, row, column)) return;
  throw new HostError(
    'InvalidOperation',
    rule.error === undefined || rule.error === '' ? 'The value does not meet the rule of the cell.' : rule.error,
  );
}

/** Whether what a cell holds meets the rule that it has, if any; however it came there. */
export function isValid(sheet: Sheet, row: number, column: number): boolean {
  const rule = ruleAt(sheet, row, column);
  return !rule || meets(sheet, rule, row, column);
}

function ruleAt(sheet: Sheet, row: number, column: number): Validation | undefined {
  return sheet.validations.all.find(({ rects }) => rects.some((rect) => contains(rect, row, column)));
}

function meets(sheet: Sheet, rule: Validation, row: number, column: number): boolean {
  const value = sheet.cells.get(row, column)?.value ?? null;
  return value === null ? rule.allowBlank : lets(sheet, rule, value, row, column);
}

function lets(sheet: Sheet, rule: Validation, value: CellValue, row: number, column: number): boolean {
  switch (rule.type) {
    case 'none':
      return true;
    case 'list':
      return listed(sheet, rule.formula1 ?? '').some((one) => one.toLowerCase() === shown(value).toLowerCase());
    case 'custom': {
      const [result] = limits(sheet, rule, row, column);
      return result === true || (typeof result === 'number' && result !== 0);
    }
    case 'textLength':
      return isBetween(shown(value).length, rule, limits(sheet, rule, row, column));
    case 'whole':
      return Number.isInteger(value) && isBetween(Number(value), rule, limits(sheet, rule, row, column));
    default:
      return typeof value === 'number' && isBetween(value, rule, limits(sheet, rule, row, column));
  }
}

function shown(value: CellValue): string {
  return displayText(value, 'General', 'en-US');
}

/** The items of a list: between its commas, or in the cells of its range. */
function listed(sheet: Sheet, formula: string): readonly string[] {
  const text = /^"(.*)"$/s.exec(formula)?.[1];
  if (text !== undefined) {
    return text
      .replaceAll('""', '"')
      .split(',')
      .map((item) => item.trim());
  }
  const { workbook } = sheet;
  const reference = parseReference(workbook.names.of(formula)?.formula ?? formula);
  const on = reference?.sheet === undefined ? sheet : workbook.sheetByName(reference.sheet);
  if (!reference || !on) return [];
  return [...on.cells.within(reference.rect)].map(({ cell }) => shown(cell.value));
}

/** Results of the rule's formulas, which are written for the first cell of its range. */
function limits(
  sheet: Sheet,
  { rects, formula1, formula2 }: Validation,
  row: number,
  column: number,
): readonly CellValue[] {
  const [base = { row, column }] = rects;
  const moved = [formula1, formula2]
    .filter((formula) => formula !== undefined)
    .map((formula) => shiftFormula(formula, row - base.row, column - base.column));
  return evaluate(sheet, moved);
}

function isBetween(
  value: number,
  { operator = 'between' }: Validation,
  [first, second]: readonly CellValue[],
): boolean {
  const [low, high] = [Number(first), Number(second)];
  switch (operator) {
    case 'notBetween':
      return value < low || value > high;
    case 'equal':
      return value === low;
    case 'notEqual':
      return value !== low;
    case 'greaterThan':
      return value > low;
    case 'lessThan':
      return value < low;
    case 'greaterThanOrEqual':
      return value >= low;
    case 'lessThanOrEqual':
      return value <= low;
    default:
      return value >= low && value <= high;
  }
}
