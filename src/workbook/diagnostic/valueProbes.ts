import { parseIso } from '../../plan';
import { toSerial } from '../contract/serial';
import { expectSame, failed, passed, type Probe } from './probe';

/** Days, formulas, large requests. */

/** The first day that Excel and the calendar agree on, an ordinary one, the last one. */
const days = ['1900-03-01', '2021-06-02', '9999-12-31'];

/** A cell of this many characters, this many times: about what one request of the product carries at most. */
const largeCell = 32_000;
const largeRows = 108;

export const valueProbes: readonly Probe[] = [
  {
    code: 'serials',
    run: async ({ context, at }) => {
      const serials = days.map((iso) => {
        const day = parseIso(iso);
        return day === null ? 0 : toSerial(day);
      });
      const range = at(0, 0, days.length);
      range.numberFormat = days.map(() => ['yyyy-mm-dd']);
      range.values = serials.map((serial) => [serial]);
      range.load('values');
      await context.sync();
      return expectSame(range.values.flat(), serials);
    },
  },
  {
    code: 'dateSystem',
    run: async ({ context, at }) => {
      const cell = at(0, 0);
      cell.numberFormat = [['yyyy']];
      cell.values = [[100]];
      cell.load('text');
      // What the product asks before it reads or writes days: the two must say the same.
      const asked = context.workbook.functions.date(1904, 1, 2).load('value');
      await context.sync();
      const year = cell.text[0]?.[0] ?? '';
      if (year !== '1900') return failed(year);
      return asked.value === 1463 ? passed() : failed(`DATE(1904,1,2) = ${asked.value}`);
    },
  },
  {
    code: 'formulas',
    run: async ({ context, at, name, sheet }) => {
      at(0, 0, 3, 2).values = [
        ['No', 'Jour'],
        ['a', 10],
        ['b', 20],
      ];
      sheet.tables.add(at(0, 0, 3, 2), true).name = name;
      const formulas = [`=COUNTIFS(${name}[No],"a")`, `=SUM(${name}[Jour])`, '=IF(1>0,"x","y")'];
      const range = at(0, 3, 3);
      range.formulas = formulas.map((formula) => [formula]);
      range.load('values,formulas');
      await context.sync();
      return expectSame([range.values.flat(), range.formulas.flat()], [[1, 30, 'x'], formulas]);
    },
  },
  {
    code: 'largeRequest',
    run: async ({ context, at }) => {
      const range = at(0, 0, largeRows);
      const text = 'x'.repeat(largeCell);
      range.numberFormat = Array.from({ length: largeRows }, () => ['@']);
      range.values = Array.from({ length: largeRows }, () => [text]);
      await context.sync();
      range.load('values');
      await context.sync();
      const isWhole = range.values.every(([value]) => value === text);
      range.clear();
      await context.sync();
      return isWhole ? passed() : failed('');
    },
  },
];
