import { HostError } from '../../errors';
import { hasContent } from '../cells/cells';
import { editRange, tellLayout } from '../cells/edit';
import { checkMergesWhole } from '../cells/guard';
import { intersects, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';
import { MergeIndex } from './merge-index';

/** The merged areas of a sheet. */
export class Merges {
  readonly #sheet: Sheet;
  #index = new MergeIndex([]);

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  get areas(): readonly Rect[] {
    return this.#sheet.state.merges;
  }

  /** The area that a cell is a part of. */
  at(row: number, column: number): Rect | undefined {
    if (this.areas.length === 0) return undefined;
    if (this.#index.areas !== this.areas) this.#index = new MergeIndex(this.areas);
    return this.#index.at(row, column);
  }

  /**
   * Merges a range, or each of its rows; only the top left content of each area stays. `InvalidOperation` when it cuts a
   * merged area or touches a table or a pivot. Merged areas inside it are replaced.
   */
  merge(rect: Rect, across = false): void {
    const sheet = this.#sheet;
    editRange(sheet, rect, undefined, () => {
      const areas = mergedAreas(rect, across);
      if (sheet.workbook.isLoading) {
        // A file has many and none that overlap; looking through them for each would be quadratic.
        sheet.update({ merges: [...this.areas, ...areas] });
        return;
      }
      checkMergeable(sheet, rect);
      sheet.update({ merges: [...unmerged(this.areas, rect), ...areas] });
      for (const area of areas) emptyButFirst(sheet, area);
      sheet.workbook.invalidateFormulas();
      tellLayout(sheet);
    });
  }

  /** Takes apart every merged area that the range touches. */
  unmerge(rect: Rect): void {
    editRange(this.#sheet, rect, undefined, () => {
      this.#sheet.update({ merges: unmerged(this.areas, rect) });
      tellLayout(this.#sheet);
    });
  }
}

/** The areas that merging a range makes: itself, or each of its rows when `across`. None for a single cell. */
function mergedAreas(rect: Rect, across: boolean): readonly Rect[] {
  const areas = across
    ? Array.from({ length: rect.rows }, (_, i): Rect => ({ ...rect, row: rect.row + i, rows: 1 }))
    : [rect];
  return areas.filter((area) => area.rows * area.columns > 1);
}

/** The areas that are left when those touching a range are taken apart. */
export function unmerged(areas: readonly Rect[], rect: Rect): readonly Rect[] {
  return areas.filter((area) => !intersects(area, rect));
}

function checkMergeable(sheet: Sheet, rect: Rect): void {
  checkMergesWhole(sheet, rect);
  if (sheet.tables.some((table) => intersects(table.rect, rect))) {
    throw new HostError('InvalidOperation', 'Cells of a table cannot be merged.');
  }
  if (sheet.pivots.some((pivot) => intersects(pivot.rect, rect))) {
    throw new HostError('InvalidOperation', 'A part of a PivotTable cannot be changed.');
  }
}

function emptyButFirst(sheet: Sheet, area: Rect): void {
  for (const { row, column, cell } of [...sheet.cells.within(area)]) {
    const isFirst = row === area.row && column === area.column;
    if (!isFirst && hasContent(cell)) sheet.placeCell(row, column, { value: null, style: cell.style });
  }
}
