import type { CellsShift, CellValue, ModelEvent, Rect, Sheet, Table, Workbook } from '../model';
import { printRect } from '../model/geometry/address';
import { intersects } from '../model/geometry/rect';
import { plain, valueType } from '../objects/range/cell-values';
import type { JsonObject } from './protocol';
import { CommentEvent, TableEvent, WORKBOOK_TARGET, WorksheetEvent } from './event-types';

/** One wire event before it is known who wants it. */
export interface HostEvent {
  readonly type: number;
  readonly targets: readonly string[];
  readonly payload: JsonObject;
  /** The cells it speaks of: `getRange` of the event's arguments asks for them. */
  readonly range?: { readonly sheet: Sheet; readonly rect: Rect };
}

/** A model event in Excel's words, for the session `session`. */
export function toHostEvents(workbook: Workbook, event: ModelEvent, session: string): readonly HostEvent[] {
  if (event.kind === 'reset') return [];
  const isLocal = event.origin.session === session;
  const by: JsonObject = {
    source: isLocal ? 'Local' : 'Remote',
    triggerSource: isLocal && event.origin.by === 'addin' ? 'ThisLocalAddin' : 'Unknown',
  };
  switch (event.kind) {
    case 'cells':
      return withSheet(workbook, event.sheet, (sheet) => cellsChanged(sheet, event, by));
    case 'format':
      return withSheet(workbook, event.sheet, (sheet) => [
        worksheetEvent(
          WorksheetEvent.formatChanged,
          sheet.id,
          { ...by, ...placeOf(sheet, event.rect) },
          sheet,
          event.rect,
        ),
      ]);
    case 'table':
      return tableEvents(event, by);
    case 'sheet':
      return sheetEvents(event, by);
    case 'comment':
      return [commentEvent(event, by)];
    case 'selection':
      return withSheet(workbook, event.sheet, (sheet) => selectionChanged(sheet, event.rect, by));
    case 'activated':
      return [
        worksheetEvent(WorksheetEvent.activated, event.sheet, { worksheetId: event.sheet }),
        ...(event.previous === null
          ? []
          : [worksheetEvent(WorksheetEvent.deactivated, event.previous, { worksheetId: event.previous })]),
      ];
    default:
      return [];
  }
}

function withSheet(workbook: Workbook, id: string, make: (sheet: Sheet) => readonly HostEvent[]): readonly HostEvent[] {
  const sheet = workbook.sheetById(id);
  return sheet ? make(sheet) : [];
}

function worksheetEvent(type: number, sheetId: string, payload: JsonObject, sheet?: Sheet, rect?: Rect): HostEvent {
  const targets = [sheetId, WORKBOOK_TARGET];
  return sheet && rect ? { type, targets, payload, range: { sheet, rect } } : { type, targets, payload };
}

function placeOf(sheet: Sheet, rect: Rect): JsonObject {
  return { worksheetId: sheet.id, address: printRect(rect) };
}

function cellsChanged(sheet: Sheet, event: ModelEvent & { kind: 'cells' }, by: JsonObject): readonly HostEvent[] {
  const { rect } = event;
  // Excel tells a sort as such, and not as a change of its cells.
  if (event.isSort) {
    return [worksheetEvent(WorksheetEvent.rowSorted, sheet.id, { ...by, ...placeOf(sheet, rect) }, sheet, rect)];
  }
  const single = rect.rows === 1 && rect.columns === 1 && event.before !== undefined && event.after !== undefined;
  const payload: JsonObject = {
    changeType: event.shift ? `${event.shift.unit}${event.shift.what}` : 'RangeEdited',
    shiftDirection: event.shift ? shiftDirection(event.shift) : 'None',
    ...by,
    ...placeOf(sheet, rect),
    ...(single ? details(event.before ?? null, event.after ?? null) : {}),
  };
  const touched = sheet.tables.filter(({ id, rect: own }) => id === event.shift?.table || intersects(own, rect));
  return [
    worksheetEvent(WorksheetEvent.changed, sheet.id, payload, sheet, rect),
    ...touched.map((table): HostEvent => ({
      type: TableEvent.changed,
      targets: [String(table.id), sheet.id, WORKBOOK_TARGET],
      payload: { ...payload, tableId: String(table.id) },
      range: { sheet, rect },
    })),
  ];
}

function shiftDirection({ what, axis }: CellsShift): string {
  if (axis === 'row') return what === 'Inserted' ? 'ShiftCellDown' : 'ShiftCellUp';
  return what === 'Inserted' ? 'ShiftCellRight' : 'ShiftCellLeft';
}

function details(before: CellValue, after: CellValue): JsonObject {
  return {
    valueBefore: plain(before),
    valueAfter: plain(after),
    valueTypeBefore: valueType(before),
    valueTypeAfter: valueType(after),
  };
}

function selectionChanged(sheet: Sheet, rect: Rect, by: JsonObject): readonly HostEvent[] {
  const payload = { ...by, ...placeOf(sheet, rect) };
  const inside = (table: Table): JsonObject =>
    intersects(table.rect, rect)
      ? { isInsideTable: true, address: printRect(rect) }
      : { isInsideTable: false, address: '' };
  return [
    worksheetEvent(WorksheetEvent.selectionChanged, sheet.id, payload),
    ...sheet.tables.map((table): HostEvent => ({
      type: TableEvent.selectionChanged,
      targets: [String(table.id)],
      payload: { ...by, worksheetId: sheet.id, tableId: String(table.id), ...inside(table) },
    })),
  ];
}

function tableEvents(event: ModelEvent & { kind: 'table' }, by: JsonObject): readonly HostEvent[] {
  const type = { added: TableEvent.added, removed: TableEvent.deleted, resized: null, changed: null }[event.what];
  if (type === null) return [];
  const payload = { ...by, worksheetId: event.sheet, tableId: String(event.table) };
  return [{ type, targets: [event.sheet, WORKBOOK_TARGET], payload }];
}

function commentEvent(event: ModelEvent & { kind: 'comment' }, by: JsonObject): HostEvent {
  const commentDetails = event.details.map(({ commentId, replyIds }) => ({ commentId, replyIds }));
  const change = event.change === undefined ? {} : { changeType: event.change };
  const payload = { ...by, ...change, worksheetId: event.sheet, commentDetails };
  return { type: CommentEvent[event.what], targets: [event.sheet, WORKBOOK_TARGET], payload };
}

function sheetEvents(event: ModelEvent & { kind: 'sheet' }, by: JsonObject): readonly HostEvent[] {
  const type = {
    added: WorksheetEvent.added,
    removed: WorksheetEvent.deleted,
    renamed: WorksheetEvent.nameChanged,
    moved: WorksheetEvent.moved,
    shown: WorksheetEvent.visibilityChanged,
  }[event.what];
  return [worksheetEvent(type, event.sheet, { ...by, worksheetId: event.sheet })];
}
