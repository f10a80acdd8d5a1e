import { checkUnprotected } from '../cells/guard';
import { nextId } from '../geometry/ids';
import type { Pivot } from '../pivot-tables/pivot-table';
import { checkSlicer, Slicer, sliceOf, type SlicerDefinition } from '../pivot-tables/slicer';
import type { Sheet } from '../sheet';
import { Chart, type ChartDefinition } from './chart';
import type { KeptDrawing } from './drawing';

/** What floats over the cells of a sheet. */
export class Drawings {
  readonly #sheet: Sheet;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  get charts(): readonly Chart[] {
    return this.#sheet.state.charts;
  }

  get slicers(): readonly Slicer[] {
    return this.#sheet.state.slicers;
  }

  /** What the file draws that is neither chart nor slicer here. */
  get kept(): readonly KeptDrawing[] {
    return this.#sheet.state.keptDrawings;
  }

  addChart(definition: ChartDefinition, id?: string): Chart {
    const sheet = this.#sheet;
    return sheet.workbook.edit(() => {
      checkUnprotected(sheet, 'allowEditObjects');
      const chart = new Chart(sheet, id ?? nextId(this.charts), definition);
      sheet.update({ charts: [...this.charts, chart] });
      sheet.workbook.tell((origin) => ({ kind: 'chart', sheet: sheet.id, chart: chart.id, origin }));
      return chart;
    });
  }

  /** Throws as Excels that make no slicers do, and for a name that is taken or a field that the source does not have. */
  addSlicer(pivot: Pivot, definition: SlicerDefinition, id?: string): Slicer {
    const sheet = this.#sheet;
    return sheet.workbook.edit(() => {
      checkUnprotected(sheet, 'allowEditObjects');
      checkSlicer(pivot, definition);
      sliceOf(pivot, definition.field);
      const slicer = new Slicer(sheet, id ?? nextId(this.slicers), pivot, definition);
      sheet.update({ slicers: [...this.slicers, slicer] });
      sheet.workbook.tell((origin) => ({ kind: 'slicer', sheet: sheet.id, slicer: slicer.id, origin }));
      return slicer;
    });
  }
}
