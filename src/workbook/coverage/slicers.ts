import { coverageTable, headerOf, type CoverageColumn } from '../contract/contract';
import { labelColumns, pivotName, type CoverageModel } from './model';
import type { CoverageRequest } from '../model';
import { isLeftOut } from '../refinements';
import { shownAgain, type HiddenItems } from './pivotFilters';
import { slicerNames, slicers } from './slicerNames';
import { coverageWords } from './words';

const [margin] = labelColumns;
const size = { width: 190, height: 128 } as const;
const gap = 8;

interface SlicersDrawing {
  readonly language: CoverageRequest['language'];
  readonly model: CoverageModel;
  /** Points from the top of the sheet: the band that is left free for them. */
  readonly top: number;
  readonly hidden: HiddenItems;
}

/** Queues the slicers side by side, over the rows left free for them: they cover nothing. */
export function drawSlicers(sheet: Excel.Worksheet, { language, model, top, hidden }: SlicersDrawing): void {
  const pivot = sheet.pivotTables.getItem(pivotName);
  slicers.forEach((column, index) => {
    const slicer = sheet.slicers.add(pivot, headerOf(coverageTable, column, language), sheet);
    slicer.name = slicerNames[column];
    slicer.caption = coverageWords[language].slicers[column];
    slicer.sortBy = 'Ascending';
    slicer.style = 'SlicerStyleLight1';
    slicer.left = margin + index * (size.width + gap);
    slicer.top = top;
    slicer.width = size.width;
    slicer.height = size.height;
    const shown = shownAgain(labelsOf(model, column), hidden.get(column));
    if (shown) slicer.selectItems(shown);
  });
}

/** Queues the same choices as filters above the PivotTable, where this Excel makes no slicers. */
export function drawPageFilters(
  sheet: Excel.Worksheet,
  { language, model, hidden }: Omit<SlicersDrawing, 'top'>,
  used: readonly CoverageColumn[],
): void {
  const pivot = sheet.pivotTables.getItem(pivotName);
  for (const column of slicers.filter((each) => !used.includes(each))) {
    const header = headerOf(coverageTable, column, language);
    const field = pivot.filterHierarchies.add(pivot.hierarchies.getItem(header)).fields.getItem(header);
    const selectedItems = shownAgain(labelsOf(model, column), hidden.get(column));
    if (selectedItems && !isLeftOut(sheet.context, 'pivotFilters'))
      field.applyFilter({ manualFilter: { selectedItems } });
  }
}

/** The items of a field of the PivotTable, once each. */
export function labelsOf({ source }: CoverageModel, column: CoverageColumn): string[] {
  return [...new Set(source.map((row) => String(row[column])))];
}
