import { HostError } from '../errors';
import { evaluate, type CellError, type CellValue, type Workbook } from '../model';
import { printRect, quoteSheetName } from '../model/geometry/address';
import { invalidArgument, type Arguments } from './arguments';
import { rangeClass } from './classes';
import { define, type ClassDefinition } from './define';
import { functionNames } from './function-names';
import { ArgumentList, type Argument, type HostObject } from './host-object';

/** `Beta_Dist` is `BETA.DIST` in a formula. */
function formulaName(member: string): string {
  return member.replaceAll('_', '.').toUpperCase();
}

/** An argument as a formula writes it; what was left out is nothing between commas. */
function written(argument: Argument): string {
  const range = rangeClass.unwrap(argument);
  if (range) return `${quoteSheetName(range.sheet.name)}!${printRect(range.rect, true)}`;
  const result = functionResultClass.unwrap(argument);
  const value = result === undefined ? argument : isError(result) ? result.error : result;
  switch (typeof value) {
    case 'string':
      return isError(result ?? null) ? value : `"${value.replaceAll('"', '""')}"`;
    case 'number':
      return String(value);
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    default:
      if (value === null || value === undefined) return '';
      throw invalidArgument();
  }
}

/** Functions of any number of arguments get them as one list. */
function listed(args: Arguments): readonly Argument[] {
  const [first] = args.values;
  if (first instanceof ArgumentList) return first.items;
  return Array.isArray(first) ? (first as readonly Argument[]) : args.values;
}

/** What the function gives, computed as a formula of the sheet in front would be. */
function call({ activeSheet }: Workbook, member: string, args: Arguments): HostObject {
  const texts = listed(args).map(written);
  while (texts.at(-1) === '') texts.pop();
  const value = evaluate(activeSheet, [`${formulaName(member)}(${texts.join(',')})`])[0] ?? null;
  if (isError(value) && value.error === '#NAME?') {
    throw new HostError('NotImplemented', `The embedded Excel host does not compute ${formulaName(member)}.`);
  }
  return functionResultClass.of(value);
}

/** `workbook.functions`: what a formula would give, without a cell that holds it. */
export const functionsClass: ClassDefinition<Workbook> = define<Workbook>('Functions', {
  call: Object.fromEntries(
    functionNames.map((member) => [member, (workbook: Workbook, args: Arguments) => call(workbook, member, args)]),
  ),
});

const functionResultClass: ClassDefinition<CellValue> = define<CellValue>('FunctionResult', {
  get: {
    Value: (value) => (isError(value) ? null : value),
    Error: (value) => (isError(value) ? value.error : null),
  },
});

function isError(value: CellValue): value is CellError {
  return value !== null && typeof value === 'object';
}
