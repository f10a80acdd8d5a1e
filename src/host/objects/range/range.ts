import { HostError } from '../../errors';
import { isNumberFormat, type Rect } from '../../model';
import { printRect, quoteSheetName } from '../../model/geometry/address';
import { columnsWidth, rowsHeight } from '../../model/geometry/lengths';
import { deleteCells, insertCells } from '../../model/shifting/insert';
import { shownText } from '../../model/cells/shown';
import { covers, isWholeColumns, isWholeRows } from '../../model/geometry/rect';
import type { Json } from '../../wire/protocol';
import { asFlag, asOneOf, invalidArgument, type Arguments } from '../arguments';
import type { HostObject, Restyling } from '../host-object';
import {
  areasClass,
  conditionalFormatCollectionClass,
  tableScopedCollectionClass,
  worksheetClass,
  rangeClass,
} from '../classes';
import { readCellProperties, writeCellProperties, writeColumnProperties, writeRowProperties } from './cell-properties';
import { filledGrid, inputGrid, plain, textGrid, valueType } from './cell-values';
import { dataValidationClass } from './data-validation';
import { readHyperlink, setHyperlink } from './hyperlink';
import { rangeFormatClass } from './format';
import { agreed, isAlive, isUnbounded, readGrid, refuseUnbounded, type RangeRef } from './ref';
import { clear } from './clear';
import { copyFrom } from './copy';
import { findCalls } from './find';
import { shapeCalls } from './shape';
import { outlineMethods } from './outline';
import { rangeSortClass } from './sort';
import { specialCalls } from './special';

function address({ sheet, rect }: RangeRef): string {
  return `${quoteSheetName(sheet.name)}!${printRect(rect)}`;
}

/** Cell by cell, or null for whole rows and columns, as Excel answers there. */
function cellwise(read: (range: RangeRef) => Json): (range: RangeRef) => Json {
  return (range) => (isUnbounded(range.rect) ? null : read(range));
}

function write(range: RangeRef, value: Json, as: 'values' | 'formulas'): void {
  refuseUnbounded(range);
  range.sheet.write(range.rect, inputGrid(range.rect, value), as);
}

/** One good format for all cells is a change of style like any other; everything else is for `set` to do or refuse. */
function oneFormat({ sheet, rect }: RangeRef, value: Json): Restyling | undefined {
  if (typeof value !== 'string' || value === '' || isUnbounded(rect) || !isNumberFormat(value)) return undefined;
  return { sheet, rects: [rect], patch: { numberFormat: value } };
}

const readFormulas = cellwise((range) =>
  readGrid<Json>(range, '', (cell) => (cell.formula === undefined ? plain(cell.value) : `=${cell.formula}`)),
);

const readNumberFormats = cellwise(({ sheet, rect }) => {
  const { styles } = sheet.workbook;
  return filledGrid(rect, 0).map((line, row) =>
    line.map((_, column) => styles.get(sheet.styles.at(rect.row + row, rect.column + column)).numberFormat),
  );
});

function hidden({ sheet, rect }: RangeRef, what: 'row' | 'column'): boolean | null {
  if (what === 'column') {
    return agreed(Array.from({ length: rect.columns }, (_, index) => sheet.columns.isHidden(rect.column + index)));
  }
  if (!isWholeColumns(rect)) {
    return agreed(Array.from({ length: rect.rows }, (_, index) => sheet.rows.isHidden(rect.row + index)));
  }
  const states = [...sheet.rows.all()].map((row) => row.hidden);
  return agreed(states.includes(true) ? [...states, false] : [false]);
}

/** Gives the blank cells: the range itself goes on with those that it stood for. */
function insertRange({ sheet, rect }: RangeRef, args: Arguments): HostObject {
  const shift = asOneOf(args.raw(0), ['Down', 'Right'] as const);
  insertCells(sheet, rect, shift === 'Down' ? 'row' : 'column');
  return rangeClass.of({ sheet, rect });
}

/** Rows of one table go as the table deletes them: in a filtered one they stay, the last one is emptied. */
function deleteRange({ sheet, rect }: RangeRef, args: Arguments): void {
  const shift = asOneOf(args.raw(0), ['Up', 'Left'] as const);
  const table = sheet.tables.find(({ bodyRect }) => {
    const across: Rect = isWholeRows(rect) ? { ...rect, column: bodyRect.column, columns: bodyRect.columns } : rect;
    return across.columns === bodyRect.columns && covers(bodyRect, across);
  });
  const isOfTable = table !== undefined && shift === 'Up' && (!isWholeRows(rect) || table.filters.length > 0);
  if (isOfTable) table.rows.delete(rect.row - table.bodyRect.row, rect.rows);
  else deleteCells(sheet, rect, shift === 'Up' ? 'row' : 'column');
}

function validateSize({ rect }: RangeRef, args: Arguments): void {
  if (args.integer(0) !== rect.rows || args.integer(1) !== rect.columns) throw invalidArgument('Range.values');
}

function mergedAreas(range: RangeRef): readonly RangeRef[] {
  return range.sheet.merges.areas
    .filter((merge) => covers(range.rect, merge))
    .map((rect) => ({ sheet: range.sheet, rect }));
}

/** `getMergedAreas` fails above this number of areas. */
const MAX_AREAS = 512;

rangeClass.answers({
  kept: true,
  alive: ({ sheet, rect }) => isAlive(sheet) && rect.rows > 0,
  formula: ({ sheet, rect }) => `=${quoteSheetName(sheet.name)}!${printRect(rect, true)}`,
  settled: [
    'GetUsedRange',
    'GetUsedRangeOrNullObject',
    'GetSurroundingRegion',
    'GetCellProperties',
    'GetSpecialCells',
    'GetSpecialCellsOrNullObject',
    'GetRangeEdge',
    'GetExtendedRange',
    'RemoveDuplicates',
  ],
  since: { GetExtendedRange: '1.13', GetMergedAreasOrNullObject: '1.13', GetRangeEdge: '1.13', HasSpill: '1.12' },
  get: {
    Address: address,
    AddressLocal: address,
    RowIndex: ({ rect }) => rect.row,
    ColumnIndex: ({ rect }) => rect.column,
    RowCount: ({ rect }) => rect.rows,
    ColumnCount: ({ rect }) => rect.columns,
    CellCount: ({ rect }) => (rect.rows * rect.columns > 0x7fffffff ? -1 : rect.rows * rect.columns),
    Values: cellwise((range) => readGrid<Json>(range, '', (cell) => plain(cell.value))),
    Formulas: readFormulas,
    FormulasLocal: readFormulas,
    Text: cellwise((range) => readGrid<Json>(range, '', (_cell, row, column) => shownText(range.sheet, row, column))),
    ValueTypes: cellwise((range) => readGrid<Json>(range, 'Empty', (cell) => valueType(cell.value))),
    NumberFormat: readNumberFormats,
    Hidden: (range) => {
      const rows = hidden(range, 'row');
      const columns = hidden(range, 'column');
      return rows === true || columns === true ? true : rows === null || columns === null ? null : false;
    },
    RowHidden: (range) => hidden(range, 'row'),
    ColumnHidden: (range) => hidden(range, 'column'),
    IsEntireColumn: ({ rect }) => isWholeColumns(rect),
    IsEntireRow: ({ rect }) => isWholeRows(rect),
    Hyperlink: readHyperlink,
    HasSpill: () => false,
    Left: ({ sheet, rect }) => columnsWidth(sheet, 0, rect.column),
    Top: ({ sheet, rect }) => rowsHeight(sheet, 0, rect.row),
    Width: ({ sheet, rect }) => columnsWidth(sheet, rect.column, rect.columns),
    Height: ({ sheet, rect }) => rowsHeight(sheet, rect.row, rect.rows),
  },
  restyle: { NumberFormat: oneFormat },
  set: {
    Values: (range, value) => write(range, value, 'values'),
    Formulas: (range, value) => write(range, value, 'formulas'),
    FormulasLocal: (range, value) => write(range, value, 'formulas'),
    NumberFormat: (range, value) => {
      refuseUnbounded(range);
      range.sheet.styles.setNumberFormats(range.rect, textGrid(range.rect, value));
    },
    RowHidden: ({ sheet, rect }, value) => sheet.rows.setHidden(rect.row, rect.rows, asFlag(value)),
    ColumnHidden: ({ sheet, rect }, value) => sheet.columns.setHidden(rect.column, rect.columns, asFlag(value)),
    Hyperlink: setHyperlink,
  },
  navigate: {
    Format: (range) => rangeFormatClass.of(range),
    Worksheet: ({ sheet }) => worksheetClass.of(sheet),
    Sort: (range) => rangeSortClass.of(range),
    DataValidation: (range) => dataValidationClass.of(range),
    ConditionalFormats: (range) => conditionalFormatCollectionClass.of(range),
  },
  call: {
    ...outlineMethods,
    ...shapeCalls,
    ...findCalls,
    ...specialCalls,
    _ValidateArraySize: validateSize,
    CopyFrom: (range, args) => copyFrom(range, args, args.object(0, rangeClass)),
    Clear: clear,
    Delete: (range, args) => deleteRange(range, args),
    Insert: insertRange,
    Merge: ({ sheet, rect }, args) => sheet.merges.merge(rect, args.flag(0)),
    Unmerge: ({ sheet, rect }) => sheet.merges.unmerge(rect),
    Select: ({ sheet, rect }) => {
      if (sheet.workbook.activeSheet !== sheet) sheet.workbook.activate(sheet);
      sheet.select(rect);
    },
    Calculate: ({ sheet }) => sheet.workbook.recalculate(),
    GetMergedAreasOrNullObject: (range) => {
      const areas = mergedAreas(range);
      if (areas.length > MAX_AREAS)
        throw new HostError('InvalidOperation', 'The range has more than 512 merged areas.');
      return areas.length === 0 ? null : areasClass.of(areas);
    },
    GetTables: (range, args) => tableScopedCollectionClass.of({ range, fullyContained: args.flag(0) }),
    GetCellProperties: (range, args) => readCellProperties(range, args.json(0)),
    SetCellProperties: (range, args) => writeCellProperties(range, args.json(0)),
    SetRowProperties: (range, args) => writeRowProperties(range, args.json(0)),
    SetColumnProperties: (range, args) => writeColumnProperties(range, args.json(0)),
  },
});
