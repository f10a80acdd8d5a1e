import type { Validation } from '../../model';
import { areasOf } from '../../model/cells/special';
import { isValid } from '../../model/cells/validate';
import { contains, intersection } from '../../model/geometry/rect';
import type { Json, JsonObject } from '../../wire/protocol';
import { asFlag, asOneOf, asText, invalidArgument, itemNotFound } from '../arguments';
import { areasClass } from '../classes';
import { define, isJsonObject, type ClassDefinition } from '../define';
import type { Areas, RangeRef } from './ref';

type Settings = Omit<Validation, 'rects'>;

/** Office.js's rules by SpreadsheetML's kinds. */
const kinds = {
  whole: 'wholeNumber',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
} as const;

const typeNames: Readonly<Record<Validation['type'], string>> = {
  none: 'None',
  whole: 'WholeNumber',
  decimal: 'Decimal',
  list: 'List',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

const operators = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
] as const;

/** `GreaterThanOrEqualTo` ↔ `greaterThanOrEqual`. */
function operatorToFile(name: (typeof operators)[number]): string {
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return lower.replace(/To$/, '');
}

function operatorFromFile(name: string | undefined): string {
  return operators.find((operator) => operatorToFile(operator) === (name ?? 'between')) ?? 'Between';
}

function settingsOf({ sheet, rect }: RangeRef): Settings | null {
  const found = sheet.validations.all.find(({ rects }) => rects.some((area) => contains(area, rect.row, rect.column)));
  return found ?? null;
}

const blank: Settings = { type: 'none', allowBlank: true, showDropDown: true };

function change({ sheet, rect }: RangeRef, patch: Partial<Settings>): void {
  const { rects: _rects, ...present }: Partial<Validation> = settingsOf({ sheet, rect }) ?? blank;
  sheet.validations.set(rect, { ...blank, ...present, ...patch });
}

/** A formula or constant of a rule, as the file keeps it: without `=`. */
function formula(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return String(value);
  return asText(value).replace(/^=/, '');
}

function listSource(value: Json | undefined): string {
  const source = asText(value);
  return source.startsWith('=') ? source.slice(1) : `"${source.replaceAll('"', '""')}"`;
}

function object(value: Json | undefined): JsonObject {
  if (!isJsonObject(value)) throw invalidArgument();
  return value;
}

function setRule(range: RangeRef, value: Json): void {
  const rule = object(value);
  const present = settingsOf(range) ?? blank;
  const { operator: _o, formula1: _1, formula2: _2, ...rest } = present;
  const keep = (settings: Pick<Settings, 'type'> & Partial<Settings>): void =>
    range.sheet.validations.set(range.rect, withoutRects({ ...rest, ...settings }));
  if (rule.list !== undefined) {
    const list = object(rule.list);
    keep({ type: 'list', formula1: listSource(list.source), showDropDown: asFlag(list.inCellDropDown ?? true) });
    return;
  }
  if (rule.custom !== undefined) {
    keep({ type: 'custom', formula1: formula(object(rule.custom).formula) ?? '' });
    return;
  }
  for (const [type, name] of Object.entries(kinds) as [keyof typeof kinds, string][]) {
    if (rule[name] === undefined) continue;
    const basic = object(rule[name]);
    const formula1 = formula(basic.formula1);
    const formula2 = formula(basic.formula2);
    if (formula1 === undefined) throw invalidArgument();
    const operator = operatorToFile(asOneOf(basic.operator, operators));
    keep({ type, operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) });
    return;
  }
  throw invalidArgument();
}

function withoutRects(settings: Settings & Partial<Validation>): Settings {
  const { rects: _rects, ...rest } = settings;
  return rest;
}

function withEquals(text: string | undefined): string {
  return text === undefined || text === '' || !Number.isNaN(Number(text)) ? (text ?? '') : `=${text}`;
}

function readRule(range: RangeRef): JsonObject {
  const settings = settingsOf(range);
  if (!settings || settings.type === 'none') return {};
  const { type, formula1 = '', formula2, operator } = settings;
  if (type === 'custom') return { custom: { formula: withEquals(formula1) } };
  if (type === 'list') {
    const text = /^"(.*)"$/s.exec(formula1);
    const source = text ? (text[1] ?? '').replaceAll('""', '"') : `=${formula1}`;
    return { list: { inCellDropDown: settings.showDropDown, source } };
  }
  return {
    [kinds[type]]: {
      formula1: withEquals(formula1),
      ...(formula2 === undefined ? {} : { formula2: withEquals(formula2) }),
      operator: operatorFromFile(operator),
    },
  };
}

const errorStyles = { Stop: 'stop', Warning: 'warning', Information: 'information' } as const;

/** Cells in use of the range whose content does not meet their rule. */
function invalidCells({ sheet, rect }: RangeRef): Areas {
  const used = sheet.cells.extent();
  const part = used && intersection(used, rect);
  if (!part) return [];
  return areasOf(part, (row, column) => !isValid(sheet, row, column)).map((area) => ({ sheet, rect: area }));
}

/** Whether all cells are valid, or none; null for some of each. */
function validity(range: RangeRef): boolean | null {
  const invalid = invalidCells(range).reduce((sum, { rect }) => sum + rect.rows * rect.columns, 0);
  if (invalid === 0) return true;
  return invalid === range.rect.rows * range.rect.columns ? false : null;
}

export const dataValidationClass: ClassDefinition<RangeRef> = define<RangeRef>('DataValidation', {
  get: {
    Type: (range) => typeNames[settingsOf(range)?.type ?? 'none'],
    Valid: validity,
    Rule: readRule,
    IgnoreBlanks: (range) => settingsOf(range)?.allowBlank ?? true,
    ErrorAlert: (range) => {
      const { errorStyle = 'stop', errorTitle = '', error = '' } = settingsOf(range) ?? blank;
      const style = Object.entries(errorStyles).find(([, name]) => name === errorStyle)?.[0] ?? 'Stop';
      return { message: error, showAlert: true, style, title: errorTitle };
    },
    Prompt: (range) => {
      const { promptTitle = '', prompt = '' } = settingsOf(range) ?? blank;
      return { message: prompt, showPrompt: prompt !== '' || promptTitle !== '', title: promptTitle };
    },
  },
  set: {
    Rule: setRule,
    IgnoreBlanks: (range, value) => change(range, { allowBlank: asFlag(value) }),
    ErrorAlert: (range, value) => {
      const alert = object(value);
      const style = asOneOf(alert.style ?? 'Stop', ['Stop', 'Warning', 'Information'] as const);
      const title = asText(alert.title ?? '');
      change(range, { errorStyle: errorStyles[style], errorTitle: title, error: asText(alert.message ?? '') });
    },
    Prompt: (range, value) => {
      const prompt = object(value);
      const title = asText(prompt.title ?? '');
      change(range, { promptTitle: title, prompt: asText(prompt.message ?? '') });
    },
  },
  settled: ['GetInvalidCells', 'GetInvalidCellsOrNullObject'],
  call: {
    Clear: ({ sheet, rect }) => sheet.validations.set(rect, null),
    GetInvalidCells: (range) => {
      const found = invalidCells(range);
      if (found.length === 0) throw itemNotFound();
      return areasClass.of(found);
    },
    GetInvalidCellsOrNullObject: (range) => {
      const found = invalidCells(range);
      return found.length === 0 ? null : areasClass.of(found);
    },
  },
});
