import { HostError } from '../errors';
import { Chart } from './drawings/chart';
import { copyComments } from './comments/follow';
import { freeName } from './formulas/names';
import { renamedSheet, renamedTable } from './formulas/rename-references';
import { nextId } from './geometry/ids';
import type { Sheet } from './sheet';
import { copyTable } from './tables/copy';

/**
 * A copy of a sheet with all that it holds, under the next free name (`Feuil1 (2)`): its tables get names of their own,
 * and what points at the sheet or its tables from within points at the copy's. Throws `AccessDenied` where the
 * structure is protected, `NotImplemented` for a sheet with PivotTables, slicers or pictures.
 */
export function copySheet(sheet: Sheet, position: number): Sheet {
  const { workbook } = sheet;
  if (sheet.pivots.length + sheet.drawings.slicers.length + sheet.drawings.kept.length > 0) {
    throw new HostError('NotImplemented', 'The embedded Excel host copies no PivotTables, slicers and pictures.');
  }
  return workbook.edit(() => {
    const copy = workbook.addSheet(nameOfCopy(sheet), position);
    const tables = copyTables(sheet, copy);
    const follow = (formula: string): string => {
      const renamed = tables.reduce((text, { from, to }) => renamedTable(text, from, to), formula);
      return renamedSheet(renamed, sheet.name, copy.name);
    };
    copyCells(sheet, copy, follow);
    copyState(sheet, copy);
    copyCharts(sheet, copy, follow);
    copyComments(sheet, copy);
    for (const name of workbook.names.all.filter(({ scope }) => scope === sheet.id)) {
      workbook.names.define({ ...name, scope: copy.id, formula: follow(name.formula) });
    }
    workbook.invalidateFormulas();
    return copy;
  });
}

function nameOfCopy({ name, workbook }: Sheet): string {
  const number = freeName('', (each) => Number(each) < 2 || workbook.sheetByName(`${name} (${each})`) !== undefined);
  return `${name.slice(0, 31 - number.length - 3)} (${number})`;
}

function copyCells(sheet: Sheet, copy: Sheet, follow: (formula: string) => string): void {
  for (const { first, last, ...look } of sheet.columns.spans) {
    copy.columns.change(first, last - first + 1, () => look);
  }
  for (const { row, ...look } of sheet.rows.all()) copy.rows.change(row, () => look);
  const used = sheet.cells.extent();
  for (const { row, column, cell } of used ? sheet.cells.within(used) : []) {
    const { formula } = cell;
    copy.cells.set(row, column, formula === undefined ? cell : { ...cell, formula: follow(formula) });
  }
}

function copyState(sheet: Sheet, copy: Sheet): void {
  const { tabColor, showGridlines, showHeadings, defaultRowHeight, defaultColumnWidth, freeze, pageLayout } =
    sheet.state;
  const { customProperties } = sheet.state;
  const { protection, autoFilter, merges, hyperlinks, validations, conditionalFormats } = sheet.state;
  copy.update({
    ...{ tabColor, showGridlines, showHeadings, defaultRowHeight, defaultColumnWidth, freeze, pageLayout },
    ...{ protection, autoFilter, merges, hyperlinks, validations, conditionalFormats, customProperties },
  });
}

function copyTables(sheet: Sheet, copy: Sheet): readonly { readonly from: string; readonly to: string }[] {
  return sheet.tables.map((table) => ({ from: table.name, to: copyTable(table, copy, table.rect).name }));
}

function copyCharts(sheet: Sheet, copy: Sheet, follow: (formula: string) => string): void {
  for (const { definition } of sheet.drawings.charts) {
    const series = definition.series.map(({ nameFormula, ...one }) => ({
      ...one,
      ...(nameFormula !== undefined && { nameFormula: follow(nameFormula) }),
      categories: follow(one.categories),
      values: follow(one.values),
    }));
    const chart = new Chart(copy, nextId(copy.drawings.charts), { ...definition, series });
    copy.update({ charts: [...copy.drawings.charts, chart] });
  }
}
