import { bounding, type Rect } from '../geometry/rect';
import type { StyleId, StylePatch } from '../looks/style';
import type { Sheet } from '../sheet';
import { editRange, tellFormat } from './edit';
import { restyle, setFormats } from './formats';

/** How the cells of a sheet look. Changes throw `AccessDenied` where the sheet's protection refuses formats. */
export class CellStyles {
  readonly #sheet: Sheet;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  at(row: number, column: number): StyleId {
    return this.#sheet.cells.get(row, column)?.style ?? this.inherited(row, column);
  }

  /** The style of a cell that does not exist: of its row, else of its column. */
  inherited(row: number, column: number): StyleId {
    const ofRow = this.#sheet.rows.at(row).style;
    return ofRow === 0 ? this.#sheet.columns.styleAt(column) : ofRow;
  }

  numberFormat(row: number, column: number): string {
    return this.#sheet.workbook.styles.get(this.at(row, column)).numberFormat;
  }

  change(rect: Rect, patch: StylePatch): void {
    this.changeAll([rect], patch);
  }

  /** As `change` for many ranges, told as one change of all that they span. */
  changeAll(rects: readonly Rect[], patch: StylePatch): void {
    const [first] = rects;
    if (!first) return;
    const around = rects.reduce((all, rect) => bounding(all, rect), first);
    editRange(this.#sheet, around, 'allowFormatCells', () => {
      for (const rect of rects) restyle(this.#sheet, rect, patch);
      tellFormat(this.#sheet, around);
    });
  }

  /** One format for all, or one for each cell. `InvalidArgument` for one that Excel refuses or a wrong shape. */
  setNumberFormats(rect: Rect, formats: string | readonly (readonly string[])[]): void {
    editRange(this.#sheet, rect, 'allowFormatCells', () => {
      setFormats(this.#sheet, rect, formats);
      tellFormat(this.#sheet, rect);
    });
  }
}
