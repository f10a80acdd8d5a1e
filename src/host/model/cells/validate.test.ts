import { rectOf } from '../geometry/rect';
import { codeOf, person, sheetOf } from '../testing';
import type { Validation } from '../rules/validations';

const rule = (patch: Partial<Validation>): Omit<Validation, 'rects'> => ({
  type: 'whole',
  operator: 'between',
  formula1: '1',
  formula2: '10',
  allowBlank: true,
  showDropDown: true,
  ...patch,
});

test.each<[string, Partial<Validation>, string, string]>([
  ['a whole number in bounds', {}, '5', 'done'],
  ['a whole number out of bounds', {}, '11', 'InvalidOperation'],
  ['a fraction where whole numbers go', {}, '1,5', 'InvalidOperation'],
  ['a text where numbers go', {}, 'cinq', 'InvalidOperation'],
  ['nothing where blanks may be', {}, '', 'done'],
  ['nothing where something must be', { allowBlank: false }, '', 'InvalidOperation'],
  ['an item of a list', { type: 'list', formula1: '"Visite, Rencontre"' }, 'rencontre', 'done'],
  ['another word', { type: 'list', formula1: '"Visite, Rencontre"' }, 'Autre', 'InvalidOperation'],
  ['an item of a range', { type: 'list', formula1: '$A$1:$A$2' }, 'b', 'done'],
  ['no item of the range', { type: 'list', formula1: '$A$1:$A$2' }, 'c', 'InvalidOperation'],
  ['a date after another', { type: 'date', operator: 'greaterThan', formula1: '44000' }, '2021-06-02', 'done'],
  ['a date before it', { type: 'date', operator: 'greaterThan', formula1: '45000' }, '2021-06-02', 'InvalidOperation'],
  ['a text too long', { type: 'textLength', operator: 'lessThanOrEqual', formula1: '3' }, 'long', 'InvalidOperation'],
  ['what a formula lets through', { type: 'custom', formula1: 'B1>2' }, '3', 'done'],
  ['what a formula refuses', { type: 'custom', formula1: 'B1>2' }, '2', 'InvalidOperation'],
  ['what a warning would be about', { errorStyle: 'warning' }, '11', 'done'],
])('typing %s', (_description, patch, text, expected) => {
  const sheet = sheetOf([['a'], ['b']]);
  sheet.validations.set(rectOf(0, 1), rule(patch));
  expect(codeOf(() => sheet.workbook.transact(person, () => sheet.type(0, 1, text)))).toBe(expected);
  if (expected !== 'done') expect(sheet.cells.get(0, 1)).toBeUndefined();
});

test('what is pasted or written by an add-in is not looked at, as in Excel', () => {
  const sheet = sheetOf();
  sheet.validations.set(rectOf(0, 0), rule({}));
  sheet.workbook.transact(person, () => sheet.paste(0, 0, '99'));
  expect(sheet.cells.get(0, 0)?.value).toBe(99);
});
