import { HostError } from '../../errors';
import { checkUnprotected } from '../cells/guard';
import { Var } from '../history/journal';
import { changePivotUse, newUse, pivotLabels, pivotUse } from './use';
import type { Pivot } from './pivot-table';
import type { Sheet } from '../sheet';
import { checkFreeSlicerName } from './names';

export interface SlicerDefinition {
  readonly name: string;
  readonly caption: string;
  /** Field of the PivotTable's source. */
  readonly field: string;
  readonly sortBy: 'DataSourceOrder' | 'Ascending' | 'Descending';
  readonly style: string;
  /** Points from the top left of the sheet. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface SlicerItem {
  readonly label: string;
  readonly selected: boolean;
}

/**
 * Buttons that filter a PivotTable by one of its source's fields, on an axis or not. What is selected is the pivot's
 * own filter of that field. Made by `Sheet.addSlicer`.
 */
export class Slicer {
  readonly #definition: Var<SlicerDefinition>;

  constructor(
    readonly sheet: Sheet,
    readonly id: string,
    readonly pivot: Pivot,
    definition: SlicerDefinition,
  ) {
    this.#definition = new Var(sheet.workbook.journal, definition);
  }

  get definition(): SlicerDefinition {
    return this.#definition.value;
  }

  /** In the order in which its field is sorted in the PivotTable. */
  get items(): readonly SlicerItem[] {
    const { field } = this.definition;
    const hidden = new Set(pivotUse(this.pivot, field)?.own.hiddenItems.map((label) => label.toLowerCase()));
    return pivotLabels(this.pivot, field).map((label) => ({ label, selected: !hidden.has(label.toLowerCase()) }));
  }

  change(patch: Partial<Omit<SlicerDefinition, 'field'>>): void {
    this.#edit(() => {
      if (patch.name !== undefined) checkFreeSlicerName(this.sheet.workbook, patch.name, this);
      this.#definition.set({ ...this.definition, ...patch });
    });
  }

  /** For the model's own classes: the cells under it moved. */
  followCells({ left, top }: Pick<SlicerDefinition, 'left' | 'top'>): void {
    this.#definition.set({ ...this.definition, left, top });
  }

  /** Shows the records of these items only; all of them where there are none. Throws `InvalidArgument` for an unknown one. */
  select(labels: readonly string[]): void {
    this.#edit(() => {
      const { field } = this.definition;
      const all = pivotLabels(this.pivot, field);
      const wanted = new Set(labels.map((label) => label.toLowerCase()));
      const known = all.filter((label) => wanted.has(label.toLowerCase()));
      if (known.length < wanted.size) throw new HostError('InvalidArgument', 'The slicer has no such item.');
      const hiddenItems = known.length === 0 ? [] : all.filter((label) => !wanted.has(label.toLowerCase()));
      changePivotUse(this.pivot, sliceOf(this.pivot, field), { hiddenItems });
    });
  }

  /** Takes it away. The filter of a field that stands nowhere else goes with it: nobody could see it. */
  remove(): void {
    this.#edit(() => {
      this.sheet.update({ slicers: this.sheet.drawings.slicers.filter((slicer) => slicer !== this) });
      const { field } = this.definition;
      if (this.sheet.workbook.slicers.some((other) => other.pivot === this.pivot && other.definition.field === field))
        return;
      const sliced = this.pivot.definition.sliced.filter((own) => own.field !== field);
      if (sliced.length < this.pivot.definition.sliced.length) this.pivot.change({ sliced });
    });
  }

  #edit(change: () => void): void {
    this.sheet.workbook.edit(() => {
      checkUnprotected(this.sheet, 'allowEditObjects');
      change();
      this.sheet.workbook.tell((origin) => ({ kind: 'slicer', sheet: this.sheet.id, slicer: this.id, origin }));
    });
  }
}

/** Throws what Excel throws where a slicer cannot be made. */
export function checkSlicer(pivot: Pivot, { name, field }: SlicerDefinition): void {
  const { workbook } = pivot.sheet;
  if (workbook.options.slicersRefused && !workbook.isLoading) {
    throw new HostError('GeneralException', 'There was an internal error while processing the request.');
  }
  if (!pivot.fields.includes(field)) {
    throw new HostError('InvalidArgument', `The source of “${pivot.definition.name}” has no field “${field}”.`);
  }
  checkFreeSlicerName(workbook, name);
}

/** The use of a field that a slicer shows: put among the sliced ones where it stands nowhere yet. */
export function sliceOf(pivot: Pivot, field: string): ReturnType<typeof pivotUse> & object {
  const use = pivotUse(pivot, field);
  if (use) return use;
  const own = newUse(field);
  pivot.change({ sliced: [...pivot.definition.sliced, own] });
  return { place: 'sliced', own };
}
