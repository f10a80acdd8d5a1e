import type { Language } from '../../i18n';
import type { CoverageRow } from '../../plan';
import { coverageTable, headerOf, type CoverageColumn } from '../contract/contract';
import type { CoverageModel } from './model';
import { labelColumns, pivotName } from './model';
import { labelsOf } from './slicers';
import { cellText } from '../contract/escape';
import { palette } from '../sheets/palette';
import { isLeftOut } from '../refinements';
import { shownAgain, type KeptPivot, type PivotArrangement } from './pivotFilters';
import { applyBase } from '../report/format';
import { slicers } from './slicerNames';
import { repeated } from '../contract/values';
import { coverageWords } from './words';

interface PivotPlace {
  readonly language: Language;
  readonly model: CoverageModel;
  /** 0-based row of its top left cell, in the column of the objectives. */
  readonly row: number;
}

interface PivotDrawing extends PivotPlace {
  /** How the person had arranged and filtered the PivotTable before. */
  readonly kept: KeptPivot;
}

const rowFields = ['objective', 'strategy', 'action'] as const satisfies readonly CoverageColumn[];
const spans: readonly CoverageColumn[] = ['month', 'quarter', 'year'];

/** How the PivotTable is arranged: as the person had it, but for the months, quarters or years, which are chosen for each build. */
function arrangement({ across }: CoverageModel, { arrangement: kept }: KeptPivot): PivotArrangement {
  const usual: PivotArrangement = {
    rows: rowFields,
    columns: [across],
    filters: [],
    layoutType: 'Tabular',
    showRowGrandTotals: true,
    showColumnGrandTotals: true,
  };
  if (!kept) return usual;
  const chosen = (columns: readonly CoverageColumn[]) => [
    ...new Set(columns.map((column) => (spans.includes(column) ? across : column))),
  ];
  const [rows, columns, filters] = [chosen(kept.rows), chosen(kept.columns), chosen(kept.filters)];
  return {
    ...kept,
    rows,
    columns: columns.filter((column) => !rows.includes(column)),
    // Those of the slicers' columns stood in for slicers that were refused: they come back where these are again.
    filters: filters.filter((column) => ![...rows, ...columns, ...slicers].includes(column)),
  };
}

/** Queues the PivotTable over the source table: hierarchies first, then the data, then how it looks. Gives its arrangement. */
export function writePivot(sheet: Excel.Worksheet, { language, model, row, kept }: PivotDrawing): PivotArrangement {
  const words = coverageWords[language];
  const header = (column: CoverageColumn) => headerOf(coverageTable, column, language);
  const pivot = sheet.pivotTables.add(
    pivotName,
    sheet.context.workbook.tables.getItem(coverageTable.name),
    sheet.getCell(row, 1),
  );
  const arranged = arrangement(model, kept);
  const fieldOf = (
    column: CoverageColumn,
    axis: Excel.RowColumnPivotHierarchyCollection | Excel.FilterPivotHierarchyCollection,
  ) => ({
    column,
    field: axis.add(pivot.hierarchies.getItem(header(column))).fields.getItem(header(column)),
  });
  const down = arranged.rows.map((column) => fieldOf(column, pivot.rowHierarchies));
  const across = arranged.columns.map((column) => fieldOf(column, pivot.columnHierarchies));
  const above = arranged.filters.map((column) => fieldOf(column, pivot.filterHierarchies));
  const data = pivot.dataHierarchies.add(pivot.hierarchies.getItem(header(model.measure)));
  data.summarizeBy = 'Sum';
  data.name = words.pivotData[model.measure];
  const hasLook = !isLeftOut(sheet.context, 'pivotLook');
  if (hasLook) {
    data.numberFormat = '0';
    layOut(
      pivot,
      arranged,
      down.map(({ field }) => field),
    );
    pivot.layout.altTextTitle = words.coverageTitle;
    pivot.layout.altTextDescription = words.pivotAlt[model.measure];
  }
  pivot.refresh();
  const fields = isLeftOut(sheet.context, 'pivotFilters') ? [] : [...down, ...across, ...above];
  for (const { column, field } of fields) {
    const selectedItems = shownAgain(labelsOf(model, column), kept.hidden.get(column));
    if (selectedItems) field.applyFilter({ manualFilter: { selectedItems } });
  }
  if (!hasLook) return arranged;
  const whole = pivot.layout.getRange();
  applyBase(whole);
  whole.format.autofitRows();
  // The last: it also says that the PivotTable is whole.
  pivot.refreshOnOpen = true;
  return arranged;
}

function layOut({ layout }: Excel.PivotTable, arranged: PivotArrangement, down: readonly Excel.PivotField[]): void {
  layout.layoutType = arranged.layoutType;
  for (const field of down) field.subtotals = { automatic: false };
  layout.repeatAllItemLabels(true);
  layout.showRowGrandTotals = arranged.showRowGrandTotals;
  layout.showColumnGrandTotals = arranged.showColumnGrandTotals;
  // Zeros are the point: an action without activity shows 0, not a blank.
  layout.fillEmptyCells = true;
  layout.emptyCellText = '0';
  // Column widths stay as they are when the pivot is refreshed.
  layout.autoFormat = false;
  layout.preserveFormatting = true;
}

/** Queues the same figures as an ordinary table of cells, where this Excel makes no PivotTables. Gives its size. */
export function writePlainTable(
  sheet: Excel.Worksheet,
  { language, model, row }: PivotPlace,
): { readonly rows: number; readonly columns: number } {
  const words = coverageWords[language];
  const spans = [...new Set(model.source.map((source) => source[model.across]))].sort();
  const lines = new Map<string, { readonly labels: readonly string[]; readonly counts: number[] }>();
  for (const source of model.source) {
    const labels = rowFields.map((field) => source[field]);
    const key = labels.join('\n');
    const line = lines.get(key) ?? { labels, counts: spans.map(() => 0) };
    lines.set(key, line);
    const span = spans.indexOf(source[model.across]);
    line.counts[span] = (line.counts[span] ?? 0) + source[model.measure];
  }
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const body = [...lines.values()];
  const cells: (string | number)[][] = [
    [...rowFields.map((field) => headerOf(coverageTable, field, language)), ...spans, words.total],
    ...body.map(({ labels, counts }) => [...labels.map(cellText), ...counts, total(counts)]),
    [
      words.total,
      ...rowFields.slice(1).map(() => ''),
      ...spans.map((_, index) => total(body.map(({ counts }) => counts[index] ?? 0))),
      total(body.map(({ counts }) => total(counts))),
    ],
  ];
  const width = cells[0]?.length ?? 0;
  const range = sheet.getRangeByIndexes(row, 1, cells.length, width);
  range.numberFormat = repeated(
    cells.length,
    cells[0]?.map((_, column) => (column < rowFields.length ? '@' : '0')) ?? [],
  );
  range.values = cells;
  applyBase(range);
  for (const edge of [0, cells.length - 1]) {
    const line = sheet.getRangeByIndexes(row + edge, 1, 1, width).format;
    line.font.bold = true;
    line.fill.color = palette.band;
  }
  range.format.autofitRows();
  return { rows: cells.length, columns: width };
}

/** How many columns the pivot takes, its labels included: what the sheet sets widths for. */
export function pivotColumns({ source, across }: CoverageModel): number {
  return labelColumns.length - 1 + new Set(source.map((row: CoverageRow) => row[across])).size + 1;
}
