import { runsOf, type Run } from '../calc/runs';
import { quoteSheetName } from '../geometry/address';
import { sameName } from './names';
import { MovingFormula } from './shift';
import type { Sheet } from '../sheet';
import type { ConditionalRule } from '../rules/conditional-formats';
import type { Workbook } from '../workbook';

/** When a sheet, a table or a column of a table is renamed, all that refers to it by name follows, as in Excel. */

/** Gets the name of the sheet that a reference without one means; null where there is none. */
type Rewrite = (formula: string, own: string | null) => string;

export function followSheet(workbook: Workbook, from: string, to: string): void {
  rewriteAll(workbook, (formula) => renamedSheet(formula, from, to), true);
  for (const pivot of workbook.pivots) pivot.followSheet(from, to);
}

export function followTable(workbook: Workbook, from: string, to: string): void {
  rewriteAll(workbook, (formula) => renamedTable(formula, from, to), true);
  for (const pivot of workbook.pivots) pivot.followTable(from, to);
}

const SHEET_PREFIX = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** The formula with another name for a sheet. */
export function renamedSheet(formula: string, from: string, to: string): string {
  return formula.replace(SHEET_PREFIX, (piece: string, quoted: string | undefined, bare: string | undefined) => {
    const name = quoted?.replaceAll("''", "'") ?? bare;
    return name !== undefined && sameName(name, from) ? `${quoteSheetName(to)}!` : piece;
  });
}

const WORD = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\]|[\p{L}_\\][\p{L}\p{N}_.\\?]*(?![(!])/gu;

/** The formula with another name for a table. */
export function renamedTable(formula: string, from: string, to: string): string {
  return formula.replace(WORD, (piece) => (sameName(piece, from) ? to : piece));
}

export function followColumn(workbook: Workbook, table: string, from: string, to: string): void {
  const reference = /"(?:[^"]|"")*"|([\p{L}_\\][\p{L}\p{N}_.\\?]*)(\[(?:'.|[^[\]']|\[(?:'.|[^\]'])*\])*\])/gu;
  const before = `[${escapeColumn(from)}]`.toLowerCase();
  const after = `[${escapeColumn(to)}]`;
  const rewrite = (formula: string): string =>
    formula.replace(reference, (piece: string, name: string | undefined, columns: string | undefined) => {
      if (name === undefined || columns === undefined || !sameName(name, table)) return piece;
      if (columns.toLowerCase() === before) return name + after;
      return name + columns.replace(/\[(?:'.|[^[\]'])*\]/g, (one) => (one.toLowerCase() === before ? after : one));
    });
  rewriteAll(workbook, rewrite, true);
}

/** A column's name within a structured reference: an apostrophe escapes brackets, `#` and itself. */
export function escapeColumn(name: string): string {
  return name.replace(/['#[\]]/g, (sign) => `'${sign}`);
}

/**
 * Rewrites every formula of a workbook: of cells, rules, charts and names. `inSteps` says that down a column each
 * reference changes its way at most once from one row to the next, as it does when rows are put in: where the first
 * and the last of a formula that is filled down come out alike, those between are not rewritten one by one.
 */
export function rewriteAll(workbook: Workbook, rewrite: Rewrite, inSteps = false): void {
  for (const sheet of workbook.sheets) {
    const own = (formula: string): string => rewrite(formula, sheet.name);
    if (inSteps) for (const run of runsOf(sheet)) rewriteRun(sheet, run, own);
    else rewriteCells(sheet, own);
    rewriteRules(sheet, rewrite);
    rewriteCharts(sheet, rewrite);
  }
  for (const name of workbook.names.all) {
    const formula = rewrite(name.formula, (name.scope && workbook.sheetById(name.scope)?.name) ?? null);
    if (formula !== name.formula) workbook.names.define({ ...name, formula });
  }
}

function rewriteCells(sheet: Sheet, rewrite: (formula: string) => string): void {
  for (const { row, column, cell } of [...sheet.cells.formulas()]) {
    const formula = rewrite(cell.formula ?? '');
    if (formula !== cell.formula) sheet.placeCell(row, column, { ...cell, formula });
  }
}

function rewriteRun(sheet: Sheet, run: Run, rewrite: (formula: string) => string): void {
  const { column, row, rows, formula } = run;
  const before = new MovingFormula(formula);
  const put = (from: number, to: number, after: MovingFormula): void => {
    for (let index = from; index < to; index++) {
      const cell = sheet.cells.get(row + index, column);
      if (cell) sheet.placeCell(row + index, column, { ...cell, formula: after.shifted(index - from, 0) });
    }
  };
  const half = (from: number, to: number): void => {
    const [first, last] = [before.shifted(from, 0), before.shifted(to - 1, 0)];
    const after = new MovingFormula(rewrite(first));
    const distance = to - 1 - from;
    if (after.reaches(distance) && after.shifted(distance, 0) === rewrite(last)) {
      if (after.text !== first) put(from, to, after);
      return;
    }
    const middle = (from + to) >> 1;
    half(from, middle);
    half(middle, to);
  };
  half(0, rows);
}

function rewriteRules(sheet: Sheet, rewriteOn: Rewrite): void {
  const rewrite = (formula: string): string => rewriteOn(formula, sheet.name);
  const optional = (formula: string | undefined): string | undefined =>
    formula === undefined ? undefined : rewrite(formula);
  if (sheet.validations.all.length > 0) {
    sheet.update({
      validations: sheet.validations.all.map(({ formula1, formula2, ...rest }) => ({
        ...rest,
        ...present({ formula1: optional(formula1), formula2: optional(formula2) }),
      })),
    });
  }
  if (sheet.conditionalFormats.all.length > 0) {
    sheet.update({
      conditionalFormats: sheet.conditionalFormats.all.map((item) => ({
        ...item,
        rule: rewriteRule(item.rule, rewrite),
      })),
    });
  }
}

function rewriteRule(rule: ConditionalRule, rewrite: (formula: string) => string): ConditionalRule {
  if (rule.type === 'custom') return { ...rule, formula: rewrite(rule.formula) };
  if (rule.type !== 'cellValue') return rule;
  const formula2 = rule.formula2 === undefined ? {} : { formula2: rewrite(rule.formula2) };
  return { ...rule, formula1: rewrite(rule.formula1), ...formula2 };
}

function rewriteCharts(sheet: Sheet, rewriteOn: Rewrite): void {
  const rewrite = (formula: string): string => rewriteOn(formula, sheet.name);
  for (const chart of sheet.drawings.charts) {
    const series = chart.definition.series.map((one) => ({
      ...one,
      ...present({ nameFormula: one.nameFormula === undefined ? undefined : rewrite(one.nameFormula) }),
      categories: rewrite(one.categories),
      values: rewrite(one.values),
    }));
    if (JSON.stringify(series) !== JSON.stringify(chart.definition.series)) chart.follow(series);
  }
}

/** Without the members that are undefined. */
function present<T extends Record<string, string | undefined>>(members: T): { [K in keyof T]?: string } {
  const result: { [K in keyof T]?: string } = {};
  for (const key in members) {
    const value = members[key];
    if (value !== undefined) result[key] = value;
  }
  return result;
}
