import type { Sheet, Rect } from '../../model';
import { asInteger, invalidArgument, itemNotFound } from '../arguments';
import { rangeClass } from '../classes';
import { define, type ClassDefinition } from '../define';
import type { HostObject } from '../host-object';
import { rangeAt } from '../range/ref';
import { MAX_COLUMNS, MAX_ROWS } from '../../model';

function count(value: unknown): number {
  const number = asInteger(value);
  if (number < 1) throw invalidArgument();
  return number;
}

/** The frozen cells: whole rows or columns where only those are frozen. */
function frozen(sheet: Sheet): Rect | null {
  const { freeze } = sheet.view;
  if (!freeze) return null;
  return { row: 0, column: 0, rows: freeze.rows || MAX_ROWS, columns: freeze.columns || MAX_COLUMNS };
}

function location(sheet: Sheet): HostObject | null {
  const rect = frozen(sheet);
  return rect && rangeClass.of({ sheet, rect });
}

export const freezePanesClass: ClassDefinition<Sheet> = define<Sheet>('WorksheetFreezePanes', {
  call: {
    FreezeRows: (sheet, args) => sheet.changeView({ freeze: { rows: count(args.raw(0) ?? 1), columns: 0 } }),
    FreezeColumns: (sheet, args) => sheet.changeView({ freeze: { rows: 0, columns: count(args.raw(0) ?? 1) } }),
    FreezeAt: (sheet, args) => {
      const { rect } = args.object(0, rangeClass) ?? rangeAt(sheet, args.text(0));
      const rows = rect.rows === MAX_ROWS ? 0 : rect.row + rect.rows;
      const columns = rect.columns === MAX_COLUMNS ? 0 : rect.column + rect.columns;
      sheet.changeView({ freeze: { rows, columns } });
    },
    Unfreeze: (sheet) => sheet.changeView({ freeze: null }),
    GetLocation: (sheet) => {
      const range = location(sheet);
      if (!range) throw itemNotFound();
      return range;
    },
    GetLocationOrNullObject: location,
  },
});
