/** Event numbers of the rich API. */
export const WorksheetEvent = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
} as const;

export const TableEvent = { selectionChanged: 100, changed: 101, added: 102, deleted: 103 } as const;

export const CommentEvent = { added: 250, deleted: 251, changed: 252 } as const;

export const WorkbookEvent = { autoSaveSettingChanged: 2200, activated: 2203 } as const;

/** Target of what a collection of the workbook tells. */
export const WORKBOOK_TARGET = 'Workbook';
