import { useMemo, useState, type ClipboardEvent } from 'react';
import { HostError } from '../host/errors';
import type { Origin, Point, Rect, Sheet } from '../host/model';
import { parseReference } from '../host/model/geometry/address';
import { endColumn, endRow, sameRect } from '../host/model/geometry/rect';
import { copyCells, pasteCells, type Clip } from './clipboard';
import type { OpenDocument } from './documents';
import { entryText, type Editing } from './editing';
import { points } from './grid/axis';
import type { Leave } from './grid/CellEditor';
import type { GridAction } from './grid/action';
import { navigated } from './grid/navigate';
import { selectedRect, type Selection } from './grid/selection';
import { SheetView } from './grid/sheet-view';
import { widenForNumber } from './widen';
import { followableAddress } from './links';
import { useSeen, type WorkbookWatch } from './watch';
import type { Words } from './words';

const person: Origin = { session: 'person', by: 'person' };

/** Everything that a person does to the workbook in the page; the model is the only state but for what is here. */
export function useWorkbench(
  document: OpenDocument,
  watch: WorkbookWatch,
  words: Words,
  tell: (message: string) => void,
) {
  const { workbook, host } = document;
  const seen = useSeen(watch);
  const sheet = workbook.activeSheet;
  const [remembered, setRemembered] = useState<Readonly<Record<string, Selection>>>({});
  const [editing, setEditing] = useState<Editing | null>(null);
  const [clip, setClip] = useState<Clip | null>(null);

  // The model changes in place: that what it shows has changed is known by `content` alone.
  const view = useMemo(() => new SheetView(sheet), [sheet, seen.content]);
  const selection = currentSelection(view, remembered[sheet.id]);
  const rect = selectedRect(selection, view.merges);

  /** Runs what may be refused, and says why in words; whether it was done. */
  const attempt = (action: () => void): boolean => {
    try {
      action();
      return true;
    } catch (error) {
      if (error instanceof HostError) tell(words.message.refused[error.code]);
      else throw error;
      return false;
    }
  };
  const change = (action: () => void): boolean => attempt(() => workbook.transact(person, action));

  const select = (next: Selection) => {
    setRemembered((all) => ({ ...all, [sheet.id]: next }));
    const wanted = selectedRect(next, view.merges);
    if (!sameRect(wanted, sheet.selection)) change(() => sheet.select(wanted));
  };

  const edit = (next: Editing | null) => {
    if ((next === null) !== (editing === null)) host.setCellEditing(next !== null);
    setEditing(next);
  };

  const startEditing = (where: 'cell' | 'bar', text?: string) => {
    const { row, column } = selection.active;
    edit({
      sheet: sheet.id,
      at: selection.active,
      text: text ?? entryText(sheet, row, column),
      where,
      mode: text === undefined ? 'edit' : 'enter',
    });
  };

  /** Writes what is being edited, if anything is. */
  const commit = (): boolean => {
    if (!editing) return true;
    edit(null);
    const { row, column } = editing.at;
    const target = workbook.sheetById(editing.sheet);
    if (!target || editing.text === entryText(target, row, column)) return true;
    return change(() => {
      target.type(row, column, editing.text);
      widenForNumber(target, row, column);
    });
  };

  const accept = (leave: Leave) => {
    commit();
    if (leave === 'stay') return;
    const next = navigated(view, selection, { kind: 'next', ...leave }, { rows: 1, columns: 1 });
    if (next) select(next);
  };

  const activate = (target: Sheet) => {
    commit();
    if (target !== workbook.activeSheet) change(() => workbook.activate(target));
  };

  /** Goes to a reference or a defined name, as the name box does. */
  const goTo = (text: string): boolean => {
    const name = workbook.names.all.find((one) => one.name.toLowerCase() === text.trim().toLowerCase());
    const table = workbook.tableByName(text.trim());
    if (table) return goToRect(table.sheet, table.bodyRect);
    const reference = parseReference(name?.formula ?? text.trim().toUpperCase()) ?? parseReference(text.trim());
    const target = reference?.sheet === undefined ? sheet : workbook.sheetByName(reference.sheet);
    if (!reference || !target) {
      tell(words.message.noSuchPlace({ text }));
      return false;
    }
    return goToRect(target, reference.rect);
  };
  const goToRect = (target: Sheet, place: Rect): boolean => {
    setRemembered((all) => ({ ...all, [target.id]: selectionOf(place) }));
    return change(() => {
      if (target !== workbook.activeSheet) workbook.activate(target);
      target.select(place);
    });
  };

  const follow = ({ row, column }: Point) => {
    const link = view.linkAt(row, column);
    if (!link) return;
    if (link.address === undefined) {
      goTo((link.documentReference ?? '').replace(/^#/, ''));
      return;
    }
    const address = followableAddress(link.address);
    if (address === null) tell(words.message.unsafeLink({ address: link.address }));
    else window.open(address, '_blank', 'noopener,noreferrer');
  };

  const act = (action: GridAction) => {
    switch (action.kind) {
      case 'edit':
        startEditing('cell', action.text);
        break;
      case 'clear':
        change(() => sheet.clear(rect, 'Contents'));
        break;
      case 'undo':
        attempt(() => workbook.history.undo());
        break;
      case 'redo':
        attempt(() => workbook.history.redo());
        break;
      case 'cancel':
        setClip(null);
        break;
      case 'follow':
        follow(action.at);
        break;
      case 'sheet': {
        const visible = workbook.sheets.filter((one) => one.visibility === 'Visible');
        const next = visible[visible.indexOf(sheet) + action.step];
        if (next) activate(next);
        break;
      }
      case 'resize': {
        const whole = rect.rows >= view.rows.count && action.column >= rect.column && action.column < endColumn(rect);
        const [first, count] = whole ? [rect.column, rect.columns] : [action.column, 1];
        change(() => sheet.columns.setWidth(first, count, points(action.width)));
        break;
      }
      case 'slice':
        change(() => action.slicer.select(action.labels));
        break;
      case 'autofit':
        change(() => sheet.columns.autofit({ row: 0, column: action.column, rows: view.rows.count, columns: 1 }));
        break;
    }
  };

  const copy = (event: ClipboardEvent, cut: boolean) => {
    if (editing) return;
    event.preventDefault();
    attempt(() => {
      const made = copyCells(sheet, rect, cut);
      event.clipboardData.setData('text/plain', made.text);
      setClip(made);
    });
  };

  const paste = (event: ClipboardEvent) => {
    if (editing) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    if (text === '') return;
    attempt(() => {
      const written = pasteCells(sheet, rect, text, clip, person);
      if (clip?.cut) setClip(null);
      select(selectionOf(written));
    });
  };

  return {
    sheet,
    seen,
    view,
    selection,
    rect,
    editing,
    clip,
    select: (next: Selection) => {
      commit();
      select(next);
    },
    edit,
    startEditing,
    commit,
    accept,
    cancelEditing: () => edit(null),
    activate,
    addSheet: () => {
      commit();
      change(() => workbook.activate(workbook.addSheet()));
    },
    goTo,
    act,
    copy,
    paste,
  };
}

export type Workbench = ReturnType<typeof useWorkbench>;

const selectionOf = (rect: Rect): Selection => {
  const corner = { row: rect.row, column: rect.column };
  return { active: corner, anchor: corner, focus: { row: endRow(rect) - 1, column: endColumn(rect) - 1 } };
};

/** What the person selected, unless the add-in has selected something else since. */
function currentSelection(view: SheetView, remembered: Selection | undefined): Selection {
  const inModel = view.sheet.selection;
  return remembered && sameRect(selectedRect(remembered, view.merges), inModel) ? remembered : selectionOf(inModel);
}
