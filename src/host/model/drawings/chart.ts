import { checkUnprotected } from '../cells/guard';
import { Var } from '../history/journal';
import type { Sheet } from '../sheet';
import type { Placement } from './drawing';

export interface ChartDefinition {
  readonly name: string;
  /** Names of Office.js: `BarStacked`, `ColumnClustered`, `Line`, `Pie`… */
  readonly type: string;
  readonly title: string | null;
  readonly series: readonly ChartSeries[];
  readonly legend: 'Top' | 'Bottom' | 'Left' | 'Right' | null;
  /** Points from the top left of the sheet. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** `TwoCell` where absent, as Excel makes charts. */
  readonly placement?: Placement;
  readonly altText: string;
  readonly categoryAxisReversed: boolean;
  /** Where the value axis starts; left to the program that draws where absent. */
  readonly valueAxisMinimum?: number;
  /** Between two marks of the value axis; left to the program that draws where absent. */
  readonly valueAxisMajorUnit?: number;
  readonly gapWidth?: number;
}

/** Ranges as formulas with their sheet: `Couverture!$B$5:$B$12`. */
export interface ChartSeries {
  readonly name: string;
  readonly nameFormula?: string;
  readonly categories: string;
  readonly values: string;
  readonly color?: string;
}

/** A chart on a sheet, as far as the model knows it: what it shows and where. Made by `Sheet.addChart`. */
export class Chart {
  readonly #definition: Var<ChartDefinition>;

  constructor(
    readonly sheet: Sheet,
    readonly id: string,
    definition: ChartDefinition,
  ) {
    this.#definition = new Var(sheet.workbook.journal, definition);
  }

  get definition(): ChartDefinition {
    return this.#definition.value;
  }

  change(patch: Partial<ChartDefinition>): void {
    this.sheet.workbook.edit(() => {
      checkUnprotected(this.sheet, 'allowEditObjects');
      this.#definition.set({ ...this.definition, ...patch });
      this.#tell();
    });
  }

  /** For the model's own classes: what its series refer to was renamed. */
  follow(series: ChartDefinition['series']): void {
    this.#definition.set({ ...this.definition, series });
  }

  /** For the model's own classes: the cells under it moved. */
  followCells({ left, top, width, height }: Pick<ChartDefinition, 'left' | 'top' | 'width' | 'height'>): void {
    this.#definition.set({ ...this.definition, left, top, width, height });
    this.#tell();
  }

  remove(): void {
    this.sheet.workbook.edit(() => {
      checkUnprotected(this.sheet, 'allowEditObjects');
      this.sheet.update({ charts: this.sheet.drawings.charts.filter((chart) => chart !== this) });
      this.#tell();
    });
  }

  #tell(): void {
    this.sheet.workbook.tell((origin) => ({ kind: 'chart', sheet: this.sheet.id, chart: this.id, origin }));
  }
}
