import { HostError } from '../../errors';
import type { Sheet, SheetVisibility, Workbook } from '../../model';
import { copySheet } from '../../model/copy-sheet';
import { isInSheet, rectOf } from '../../model/geometry/rect';
import { WORKBOOK_TARGET, WorksheetEvent } from '../../wire/event-types';
import {
  asFlag,
  asInteger,
  asNumber,
  asOneOf,
  asText,
  invalidArgument,
  itemNotFound,
  type Arguments,
} from '../arguments';
import { areasClass, rangeClass, worksheetClass } from '../classes';
import { chartCollectionClass } from '../charts/charts';
import { asColorOrNone } from '../range/colors';
import { worksheetCustomPropertyCollectionClass } from '../custom-properties';
import { commentCollectionClass } from '../comments/comments';
import { define, events, type ClassDefinition } from '../define';
import type { HostObject } from '../host-object';
import { autoFilterClass, sheetFilters } from '../tables/filters';
import { freezePanesClass } from './freeze-panes';
import { namedItemCollectionClass } from '../names';
import { pageBreakCollectionClass, pageLayoutClass } from './page-layout';
import { pivotTableCollectionClass } from '../pivots/pivot-table';
import { worksheetProtectionClass } from './protection';
import { showOutlineLevels } from '../range/outline';
import { findAll, replaceAll } from '../range/find';
import { WHOLE_SHEET, isAlive, rangeAt, rangeOf } from '../range/ref';
import { usedPart } from '../range/shape';
import { slicerCollectionClass } from '../pivots/slicers';
import { tableCollectionClass } from '../tables/table';

const visibilities: readonly SheetVisibility[] = ['Visible', 'Hidden', 'VeryHidden'];

const sheetEvents = {
  ActivatedEvent: WorksheetEvent.activated,
  DeactivatedEvent: WorksheetEvent.deactivated,
  DataChangedEvent: WorksheetEvent.changed,
  SelectionChangedEvent: WorksheetEvent.selectionChanged,
  FormatChangedEvent: WorksheetEvent.formatChanged,
  RowSortedEvent: WorksheetEvent.rowSorted,
  CalculatedEvent: WorksheetEvent.calculated,
  EventNameChanged: WorksheetEvent.nameChanged,
  EventVisibilityChanged: WorksheetEvent.visibilityChanged,
} as const;

/** By id or by name, as the indexer takes both. */
function find(workbook: Workbook, args: Arguments): HostObject | null {
  const key = args.key(0);
  const sheet = workbook.sheetById(key) ?? workbook.sheetByName(key);
  return sheet ? worksheetClass.of(sheet) : null;
}

function listed(workbook: Workbook, visibleOnly: boolean): readonly Sheet[] {
  return visibleOnly ? workbook.sheets.filter((sheet) => sheet.visibility === 'Visible') : workbook.sheets;
}

function required(sheet: Sheet | undefined): HostObject {
  if (!sheet) throw itemNotFound();
  return worksheetClass.of(sheet);
}

export const worksheetCollectionClass: ClassDefinition<Workbook> = define<Workbook>('WorksheetCollection', {
  items: (workbook) => workbook.sheets.map((sheet) => worksheetClass.of(sheet)),
  item: find,
  call: {
    Add: (workbook, args) => worksheetClass.of(workbook.addSheet(args.optionalText(0))),
    GetActiveWorksheet: (workbook) => worksheetClass.of(workbook.activeSheet),
    GetFirst: (workbook, args) => required(listed(workbook, args.flag(0))[0]),
    GetLast: (workbook, args) => required(listed(workbook, args.flag(0)).at(-1)),
    GetItemOrNullObject: find,
    GetCount: (workbook, args) => listed(workbook, args.flag(0)).length,
    ...events<Workbook>(() => WORKBOOK_TARGET, {
      ...sheetEvents,
      AddedEvent: WorksheetEvent.added,
      DeletedEvent: WorksheetEvent.deleted,
      EventMoved: WorksheetEvent.moved,
    }),
  },
});

function neighbour(sheet: Sheet, step: 1 | -1, visibleOnly: boolean): HostObject | null {
  const sheets = listed(sheet.workbook, visibleOnly);
  const next =
    step > 0
      ? sheets.find((candidate) => candidate.position > sheet.position)
      : sheets.filter((candidate) => candidate.position < sheet.position).at(-1);
  return next ? worksheetClass.of(next) : null;
}

function orNotFound(object: HostObject | null): HostObject {
  if (!object) throw itemNotFound();
  return object;
}

function byIndexes(sheet: Sheet, args: Arguments): HostObject {
  const rect = { row: args.integer(0), column: args.integer(1), rows: args.integer(2), columns: args.integer(3) };
  if (!isInSheet(rect)) throw invalidArgument();
  return rangeClass.of({ sheet, rect });
}

function areasAt(sheet: Sheet, address: string | undefined): HostObject {
  const areas = (address ?? '').split(',').map((part) => rangeAt(sheet, part.trim()));
  return areasClass.of(areas);
}

/** At the beginning by default; beside another sheet where one is named. */
function copy(sheet: Sheet, args: Arguments): HostObject {
  const type = asOneOf(args.raw(0) ?? 'None', ['None', 'Before', 'After', 'Beginning', 'End'] as const);
  const { sheets } = sheet.workbook;
  if (type !== 'Before' && type !== 'After') {
    return worksheetClass.of(copySheet(sheet, type === 'End' ? sheets.length : 0));
  }
  const { position } = args.requiredObject(1, worksheetClass);
  return worksheetClass.of(copySheet(sheet, type === 'Before' ? position : position + 1));
}

function remove(sheet: Sheet): void {
  if (sheet.workbook.sheets.length === 1) {
    throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  }
  sheet.workbook.removeSheet(sheet);
}

worksheetClass.answers({
  identity: (sheet) => ({ Id: sheet.id }),
  alive: isAlive,
  since: { CustomProperties: '1.12' },
  settled: ['GetUsedRange', 'GetUsedRangeOrNullObject'],
  get: {
    Id: (sheet) => sheet.id,
    Name: (sheet) => sheet.name,
    Position: (sheet) => sheet.position,
    Visibility: (sheet) => sheet.visibility,
    TabColor: (sheet) => sheet.view.tabColor,
    ShowGridlines: (sheet) => sheet.view.showGridlines,
    ShowHeadings: (sheet) => sheet.view.showHeadings,
    StandardHeight: (sheet) => sheet.rows.defaultHeight,
    StandardWidth: (sheet) => sheet.columns.defaultWidth,
  },
  set: {
    Name: (sheet, value) => sheet.workbook.renameSheet(sheet, asText(value)),
    Position: (sheet, value) => {
      const position = asInteger(value);
      if (position < 0 || position >= sheet.workbook.sheets.length) throw invalidArgument();
      sheet.workbook.moveSheet(sheet, position);
    },
    Visibility: (sheet, value) => sheet.setVisibility(asOneOf(value, visibilities)),
    TabColor: (sheet, value) => sheet.changeView({ tabColor: asColorOrNone(value) ?? '' }),
    Gridlines: (sheet, value) => sheet.changeView({ showGridlines: asFlag(value) }),
    Headings: (sheet, value) => sheet.changeView({ showHeadings: asFlag(value) }),
    StandardWidth: (sheet, value) => {
      sheet.columns.defaultWidth = asNumber(value);
    },
  },
  navigate: {
    Tables: (sheet) => tableCollectionClass.of({ workbook: sheet.workbook, sheet }),
    Charts: (sheet) => chartCollectionClass.of(sheet),
    Comments: (sheet) => commentCollectionClass.of({ workbook: sheet.workbook, sheet }),
    PivotTables: (sheet) => pivotTableCollectionClass.of({ workbook: sheet.workbook, sheet }),
    Slicers: (sheet) => slicerCollectionClass.of({ workbook: sheet.workbook, sheet }),
    Names: (sheet) => namedItemCollectionClass.of({ workbook: sheet.workbook, sheet }),
    CustomProperties: (sheet) => worksheetCustomPropertyCollectionClass.of(sheet),
    FreezePanes: (sheet) => freezePanesClass.of(sheet),
    PageLayout: (sheet) => pageLayoutClass.of(sheet),
    HorizontalPageBreaks: (sheet) => pageBreakCollectionClass.of(sheet),
    Protection: (sheet) => worksheetProtectionClass.of(sheet),
    AutoFilter: (sheet) => autoFilterClass.of(sheetFilters(sheet)),
  },
  call: {
    GetRange: (sheet, args) => rangeClass.of(rangeAt(sheet, args.optionalText(0))),
    GetRanges: (sheet, args) => areasAt(sheet, args.optionalText(0)),
    GetRangeByIndexes: byIndexes,
    GetCell: (sheet, args) => rangeClass.of(rangeOf(sheet, rectOf(args.integer(0), args.integer(1)))),
    GetUsedRange: (sheet, args) =>
      rangeClass.of({ sheet, rect: usedPart({ sheet, rect: WHOLE_SHEET }, args.flag(0)) ?? rectOf(0, 0) }),
    GetUsedRangeOrNullObject: (sheet, args) => {
      const rect = usedPart({ sheet, rect: WHOLE_SHEET }, args.flag(0));
      return rect && rangeClass.of({ sheet, rect });
    },
    GetNext: (sheet, args) => orNotFound(neighbour(sheet, 1, args.flag(0))),
    GetNextOrNullObject: (sheet, args) => neighbour(sheet, 1, args.flag(0)),
    GetPrevious: (sheet, args) => orNotFound(neighbour(sheet, -1, args.flag(0))),
    GetPreviousOrNullObject: (sheet, args) => neighbour(sheet, -1, args.flag(0)),
    _GetSheetById: (sheet, args) => orNotFound(find(sheet.workbook, args)),
    Activate: (sheet) => {
      if (sheet.visibility !== 'Visible')
        throw new HostError('InvalidOperation', 'A hidden worksheet cannot be activated.');
      sheet.workbook.activate(sheet);
    },
    Calculate: (sheet) => sheet.workbook.recalculate(),
    Copy: copy,
    FindAll: (sheet, args) => orNotFound(findAll({ sheet, rect: WHOLE_SHEET }, args)),
    FindAllOrNullObject: (sheet, args) => findAll({ sheet, rect: WHOLE_SHEET }, args),
    ReplaceAll: (sheet, args) => replaceAll({ sheet, rect: WHOLE_SHEET }, args),
    Delete: remove,
    ShowOutlineLevels: showOutlineLevels,
    ...events<Sheet>((sheet) => sheet.id, sheetEvents),
  },
});
