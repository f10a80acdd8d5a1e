import { evaluate, type CellError, type CellValue, type Workbook } from '../model';
import { define, type ClassDefinition } from './define';

/** `workbook.functions`: what a formula would give, without a cell that holds it. */
export const functionsClass: ClassDefinition<Workbook> = define<Workbook>('Functions', {
  call: {
    Date: ({ activeSheet }, args) => {
      const formula = `DATE(${args.number(0)},${args.number(1)},${args.number(2)})`;
      return functionResultClass.of(evaluate(activeSheet, [formula])[0] ?? null);
    },
  },
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
