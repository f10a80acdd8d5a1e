import { HostError } from '../../errors';
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

/** Panes are a window's: builds of Excel on the desktop fail at those of a sheet that none shows (office-js #1463). */
function freeze(sheet: Sheet, panes: Sheet['view']['freeze']): void {
  if (sheet.visibility !== 'Visible') throw new HostError('GeneralException', 'The sheet is hidden.');
  sheet.changeView({ freeze: panes });
}

export const freezePanesClass: ClassDefinition<Sheet> = define<Sheet>('WorksheetFreezePanes', {
  call: {
    FreezeRows: (sheet, args) => freeze(sheet, { rows: count(args.raw(0) ?? 1), columns: 0 }),
    FreezeColumns: (sheet, args) => freeze(sheet, { rows: 0, columns: count(args.raw(0) ?? 1) }),
    FreezeAt: (sheet, args) => {
      const { rect } = args.object(0, rangeClass) ?? rangeAt(sheet, args.text(0));
      const rows = rect.rows === MAX_ROWS ? 0 : rect.row + rect.rows;
      const columns = rect.columns === MAX_COLUMNS ? 0 : rect.column + rect.columns;
      freeze(sheet, { rows, columns });
    },
    Unfreeze: (sheet) => freeze(sheet, null),
    GetLocation: (sheet) => {
      const range = location(sheet);
      if (!range) throw itemNotFound();
      return range;
    },
    GetLocationOrNullObject: location,
  },
});
