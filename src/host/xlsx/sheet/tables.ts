import { parseRect, printRect, Table } from '../../model';
import type { Rect, Sheet, TableColumn, TableState } from '../../model';
import { flag, numberOf } from '../xml/attributes';
import type { SheetFeature } from './feature';
import { formatsOf, readFilters, writeFilters, type FilterFormats } from './filters';
import type { ReadFormat } from './filter-conditions';
import { MAIN, relationshipId, setRelationshipId } from '../xml/namespaces';
import { ensureChild, removeChild, TABLE_ORDER, WORKSHEET_ORDER } from '../xml/order';
import type { Package } from '../package/package';
import { same } from '../same';
import { xml } from '../xml/xml';
import type { XmlElement } from '../xml/xml';
import { decodeXstring, encodeXattribute } from '../xml/xstring';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

interface FileTable {
  readonly id: number;
  readonly state: TableState;
}

function readTable(root: XmlElement, format: ReadFormat): FileTable | null {
  const rect = parseRect(root.get('ref') ?? '');
  if (!rect) return null;
  const info = root.child('tableStyleInfo');
  const filter = root.child('autoFilter');
  const showHeaders = numberOf(root, 'headerRowCount', 1) > 0;
  return {
    id: numberOf(root, 'id', 0),
    state: {
      name: decodeXstring(root.get('displayName') ?? root.get('name') ?? ''),
      rect,
      columns: (root.child('tableColumns')?.elements() ?? []).map(readColumn),
      style: info?.get('name') ?? null,
      filters: readFilters(filter, format),
      showHeaders,
      showTotals: numberOf(root, 'totalsRowCount', 0) > 0,
      showBandedRows: flag(info, 'showRowStripes', false),
      showBandedColumns: flag(info, 'showColumnStripes', false),
      highlightFirstColumn: flag(info, 'showFirstColumn', false),
      highlightLastColumn: flag(info, 'showLastColumn', false),
      showFilterButton: showHeaders && filter !== undefined,
    },
  };
}

const readColumn = (element: XmlElement): TableColumn => ({
  id: numberOf(element, 'id', 0),
  name: decodeXstring(element.get('name') ?? ''),
});

const stateOf = (table: Table): TableState => ({
  name: table.name,
  rect: table.rect,
  columns: table.columns,
  style: table.style,
  filters: table.filters,
  showHeaders: table.showHeaders,
  showTotals: table.showTotals,
  showBandedRows: table.showBandedRows,
  showBandedColumns: table.showBandedColumns,
  highlightFirstColumn: table.highlightFirstColumn,
  highlightLastColumn: table.highlightLastColumn,
  showFilterButton: table.showFilterButton,
});

const stored = (sheet: Sheet): readonly FileTable[] =>
  sheet.tables.map((table) => ({ id: table.id, state: stateOf(table) }));

/** Tables of a sheet: each is a part of its own. */
export const tables: SheetFeature = {
  state: stored,
  read: ({ sheet, pkg, part, styles }) => {
    const found = tableParts(pkg, part).map(([, root]) => readTable(root, (index) => styles.differential(index)));
    const made = found
      .filter((table) => table !== null)
      .map(({ id, state }) => {
        sheet.workbook.nextTableId(id);
        return new Table(sheet, id, state);
      });
    if (made.length > 0) sheet.update({ tables: made });
  },
  write: ({ sheet, root, pkg, part, styles, fileStyles }) => {
    const formats = formatsOf(styles, fileStyles);
    const before = new Map(tableParts(pkg, part).map(([name, table]) => [numberOf(table, 'id', 0), name]));
    const wanted = stored(sheet);
    for (const [id, name] of before) {
      if (!wanted.some((table) => table.id === id)) removeTable(pkg, part, root, name);
    }
    for (const table of wanted) {
      const name = before.get(table.id) ?? addPart(pkg, part, root, table.id);
      if (!same(readTable(pkg.xml(name), formats.read), table)) writeTable(pkg.edit(name), table.state, formats);
    }
    const list = root.child('tableParts');
    if (list?.elements().length === 0) root.remove(list);
    else list?.set('count', list.elements().length);
  },
};

function tableParts(pkg: Package, part: string): (readonly [string, XmlElement])[] {
  return pkg
    .relationships(part)
    .filter((link) => link.kind === 'table' && pkg.has(link.target))
    .map((link) => [link.target, pkg.xml(link.target)] as const);
}

function removeTable(pkg: Package, part: string, root: XmlElement, name: string): void {
  const link = pkg.relationships(part).find((other) => other.target === name);
  if (!link) return;
  const list = root.child('tableParts');
  const entry = list?.elements().find((element) => relationshipId(element) === link.id);
  if (entry) list?.remove(entry);
  pkg.unrelate(part, link.id);
  pkg.remove(name);
}

function addPart(pkg: Package, part: string, root: XmlElement, id: number): string {
  const name = pkg.freeName('xl/tables/table#.xml');
  pkg.put(name, xml('table', { xmlns: MAIN, id }), CONTENT_TYPE);
  const entry = xml('tablePart');
  ensureChild(root, 'tableParts', WORKSHEET_ORDER).append(entry);
  setRelationshipId(root, entry, pkg.relate(part, 'table', name));
  return name;
}

function writeTable(root: XmlElement, state: TableState, formats: FilterFormats): void {
  const name = encodeXattribute(state.name);
  root.set('name', name).set('displayName', name).set('ref', printRect(state.rect));
  root.set('headerRowCount', state.showHeaders ? undefined : 0);
  root.set('totalsRowCount', state.showTotals ? 1 : undefined);
  if (!state.showTotals && root.raw('totalsRowShown') === undefined) root.set('totalsRowShown', 0);
  writeTableFilter(root, state, formats);
  writeColumns(ensureChild(root, 'tableColumns', TABLE_ORDER), state.columns);
  writeStyle(root, state);
}

/** The filter covers the header and the data, not the totals. */
function filterRect({ rect, showTotals }: TableState): Rect {
  return showTotals ? { ...rect, rows: rect.rows - 1 } : rect;
}

function writeTableFilter(root: XmlElement, state: TableState, formats: FilterFormats): void {
  const sort = root.child('sortState');
  // What was sorted is no longer this range: Excel refuses a sort that reaches out of its table.
  if (sort && root.child('autoFilter')?.get('ref') !== printRect(filterRect(state))) root.remove(sort);
  if (!state.showFilterButton) {
    removeChild(root, 'autoFilter');
    return;
  }
  const filter = ensureChild(root, 'autoFilter', TABLE_ORDER).set('ref', printRect(filterRect(state)));
  writeFilters(filter, state.filters, formats);
}

/** A column that is still there keeps what the model does not know: its formula, its totals, its formats. */
function writeColumns(parent: XmlElement, columns: readonly TableColumn[]): void {
  const before = new Map(parent.elements().map((element) => [numberOf(element, 'id', 0), element]));
  const elements = columns.map((column) => {
    const element = before.get(column.id) ?? xml('tableColumn', { id: column.id });
    if (readColumn(element).name !== column.name) element.set('name', encodeXattribute(column.name));
    return element;
  });
  parent.children.splice(0, parent.children.length, ...elements);
  parent.set('count', columns.length);
}

function writeStyle(root: XmlElement, state: TableState): void {
  const info = ensureChild(root, 'tableStyleInfo', TABLE_ORDER).set('name', state.style ?? undefined);
  info.set('showFirstColumn', state.highlightFirstColumn).set('showLastColumn', state.highlightLastColumn);
  info.set('showRowStripes', state.showBandedRows).set('showColumnStripes', state.showBandedColumns);
}
