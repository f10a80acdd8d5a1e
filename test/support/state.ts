import type { Sheet, Workbook } from '../../src/host';

/** All of a workbook that a person could see or a file would hold, as plain data: to compare before and after. */
export function stateOf(workbook: Workbook): unknown {
  return {
    sheets: workbook.sheets.map((sheet) => sheetState(sheet)),
    active: workbook.activeSheet.name,
    names: workbook.names.all,
    settings: [...workbook.settings.all],
    properties: workbook.properties,
  };
}

function sheetState(sheet: Sheet): unknown {
  const used = sheet.cells.extent();
  const { styles } = sheet.workbook;
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    cells: used
      ? [...sheet.cells.within(used)].map(({ row, column, cell }) => ({
          row,
          column,
          ...cell,
          style: styles.get(cell.style),
        }))
      : [],
    columns: [...sheet.columns.spans],
    rows: [...sheet.rows.all()],
    merges: sheet.merges.areas,
    links: sheet.hyperlinks.all,
    validations: sheet.validations.all,
    conditionalFormats: sheet.conditionalFormats.all,
    page: sheet.page.layout,
    protection: sheet.protection,
    freeze: sheet.view.freeze,
    selection: sheet.selection,
    tables: sheet.tables.map(({ id, name, rect, columns, style, filters }) => ({
      id,
      name,
      rect,
      columns,
      style,
      filters,
    })),
    pivots: sheet.pivots.map(({ id, rect, definition }) => ({ id, rect, definition })),
    notes: sheet.notes,
    comments: sheet.comments,
    charts: sheet.drawings.charts.map(({ id, definition }) => ({ id, definition })),
  };
}
