import { HostError } from '../../errors';
import type { CellInput } from '../cells/cell';
import { checkWritable } from '../cells/guard';
import { endRow, type Rect } from '../geometry/rect';
import { closeGap, openGap } from '../shifting/shift';
import { extendDown } from './place';
import type { Table } from './table';

/** The rows of a table's body, put in and taken out. */
export class TableRows {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  /**
   * Inserts rows of values before body row `at`, or at the end (null); what stands below the table moves down. The one
   * blank row of an empty table is filled first.
   * `InvalidArgument` unless each row has a value for each column.
   */
  add(at: number | null, values: readonly (readonly CellInput[])[]): void {
    this.#table.edit(() => {
      const { sheet, columns, bodyRect: body } = this.#table;
      if (values.length === 0 || values.some((row) => row.length !== columns.length)) {
        throw new HostError('InvalidArgument', 'A row must have a value for each column of the table.');
      }
      const index = at === null || at < 0 ? body.rows : at;
      if (index > body.rows) throw new HostError('InvalidArgument', `The table has no row ${index}.`);
      // The one blank row of an empty table is filled, not followed.
      const fills = index === body.rows && body.rows === 1 && !sheet.cells.hasContentIn(body);
      if (!fills) this.#insert({ ...body, row: body.row + index, rows: values.length });
      else if (values.length > 1) this.#insert({ ...body, row: body.row + 1, rows: values.length - 1 });
      sheet.write({ ...body, row: body.row + (fills ? 0 : index), rows: values.length }, values, 'values');
    });
  }

  /**
   * Deletes body rows; what stands below moves up. The last row is blanked, not deleted. In a filtered table nothing
   * happens, as in Excel.
   */
  delete(at: number, count: number): void {
    this.#table.edit(() => {
      const { sheet, bodyRect: body, filters } = this.#table;
      if (at < 0 || count < 1 || at + count > body.rows) {
        throw new HostError('InvalidArgument', 'The table does not have these rows.');
      }
      if (filters.length > 0) return;
      const deleted: Rect = { ...body, row: body.row + at, rows: count };
      checkWritable(sheet, deleted);
      if (count < body.rows) this.#drop(deleted);
      else this.#blankAll(deleted);
    });
  }

  #insert(added: Rect): void {
    const table = this.#table;
    const { sheet, rect, bodyRect } = table;
    const isFirst = added.row === bodyRect.row;
    openGap(sheet, added, table);
    table.restore({ rect: { ...rect, rows: rect.rows + added.rows } });
    extendDown(sheet, { ...bodyRect, row: isFirst ? endRow(added) : added.row - 1, rows: 1 }, added);
    table.tell('resized');
    table.cellsMoved(added, 'Inserted', 'row');
  }

  #blankAll(body: Rect): void {
    this.#table.sheet.clear({ ...body, rows: 1 }, 'Contents');
    if (body.rows > 1) this.#drop({ ...body, row: body.row + 1, rows: body.rows - 1 });
  }

  #drop(deleted: Rect): void {
    const table = this.#table;
    const { rect } = table;
    closeGap(table.sheet, deleted, table);
    table.restore({ rect: { ...rect, rows: rect.rows - deleted.rows } });
    table.tell('resized');
    table.cellsMoved(deleted, 'Deleted', 'row');
  }
}
