import { report as en } from '../i18n/en/report';
import { report as fr } from '../i18n/fr/report';
import { parseNo, type ParsedNo } from '../plan';
import { activitiesTable, findColumns, planTable, sheetNames, type TableSpec } from './contract';
import type { SelectedRow } from './gateway';
import { textOf, type CellValue } from './values';

/** A block of the report is rarely longer: above it nothing is looked for. */
const rowsAbove = 200;

/** Sheets that were built begin with the labels of the plan's items. */
const labelColumns = 4;
/** The report's columns of strategies and of actions. */
const reportColumns = 2;

/**
 * What the selected row stands for: a row of the plan's or the activities' table, or a row of the report or
 * of the coverage, whose labels begin with a number. One sync; two on a sheet that was built.
 */
export async function readSelection(context: Excel.RequestContext): Promise<SelectedRow> {
  const selected = context.workbook.getSelectedRange().load('rowIndex');
  const sheet = selected.worksheet.load('name');
  const plan = askRow(selected, planTable);
  const activities = askRow(selected, activitiesTable);
  await context.sync();
  const [item, activity] = [plan(), activities()];
  if (item !== null) return { no: item('no'), activity: null };
  if (activity !== null) return { no: activity('planNo'), activity: activity('id') };
  const isReport = sheetNames('report').includes(sheet.name);
  if (!isReport && !sheetNames('coverage').includes(sheet.name)) return { no: null, activity: null };

  // In the report a label stands once, at the top of its block; in the coverage on every row.
  const top = isReport ? Math.max(0, selected.rowIndex - rowsAbove) : selected.rowIndex;
  const columns = isReport ? reportColumns : labelColumns;
  const labels = sheet.getRangeByIndexes(top, 0, selected.rowIndex - top + 1, columns).load('values');
  await context.sync();
  return { no: lastLabel(labels.values as CellValue[][]), activity: null };
}

/** Only the tables that the selection touches are asked, so that rows of another sheet are never meant. */
function askRow<Column extends string>(selected: Excel.Range, spec: TableSpec<Column>) {
  const table = selected.getTables().getItemOrNullObject(spec.name);
  const header = table.getHeaderRowRange().load('values');
  const row = table.getDataBodyRange().getIntersectionOrNullObject(selected.getEntireRow()).load('values');
  return (): ((column: Column) => string | null) | null => {
    if (table.isNullObject || row.isNullObject) return null;
    const { at } = findColumns(spec, (header.values[0] ?? []).map(String));
    return (column) => {
      const position = at[column];
      return position === undefined ? null : textOf(row.values[0]?.[position]).trim() || null;
    };
  };
}

/**
 * The number of the nearest label at or above the last row; of several on a row, the one lowest in the plan.
 * What was filed on a whole strategy stands under its actions and is none of theirs.
 */
export function lastLabel(rows: readonly (readonly CellValue[])[]): string | null {
  let onStrategy = false;
  for (const row of [...rows].reverse()) {
    if (says(row[0], wholeObjective)) return null;
    onStrategy ||= says(row[1], wholeStrategy);
    const [lowest] = row
      .flatMap((value) => labelNo(value) ?? [])
      .filter(({ level }) => !onStrategy || level !== 'action')
      .sort((a, b) => b.parts.length - a.parts.length);
    if (lowest !== undefined) return lowest.no;
  }
  return null;
}

const wholeStrategy = [fr.wholeStrategy, en.wholeStrategy];
const wholeObjective = [fr.wholeObjective, en.wholeObjective];

/** A note is broken over lines where its column is narrow: its first line is its beginning. */
function says(value: CellValue | undefined, notes: readonly string[]): boolean {
  const text = textOf(value).trim();
  return text.length > 8 && notes.some((note) => note.startsWith(text));
}

/** « 1.1.2 Texte » and « 1.1.2 » begin with a number of the plan; a count, which is a number for Excel, does not. */
function labelNo(value: CellValue): ParsedNo | null {
  if (typeof value !== 'string') return null;
  const [start = ''] = value.trim().split(/[\s|]/, 1);
  return parseNo(start);
}
