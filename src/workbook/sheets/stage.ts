import type { StructureQuery } from '../contract/structure';

/** Sheets on which a build is drawn begin so: hidden, and gone when it is over. */
const prefix = '_Suivi ';

/** The name of a sheet's own that says that all has been drawn on the stage. */
const readyName = '_SuiviPret';

/** The name of a sheet's own that says which of its rows are a stage; its comment is the build's id. */
const roomName = '_SuiviEbauche';

/** Rows of a sheet on which nothing stands: the stage of a workbook in which no sheet may be added. */
export interface Room {
  readonly sheet: string;
  /** 0-based. */
  readonly row: number;
  readonly rows: number;
}

/** Where a build is drawn before it takes its place: a hidden sheet, or a room under all that a sheet holds. */
export interface Stage {
  readonly sheet: Excel.Worksheet;
  /** Where the drawing begins, 0-based. */
  readonly row: number;
  /** Queues the word that all has been drawn. */
  markReady(): void;
  /** Queues its end; the same again does no harm. */
  remove(): void;
}

/** Queues a stage for the build of that id: in the room, else on a sheet that is added. */
export function addStage({ workbook }: Excel.RequestContext, id: string, room: Room | null): Stage {
  if (room === null) {
    const sheet = workbook.worksheets.add(`${prefix}${id}`);
    sheet.visibility = 'Hidden';
    return stageOn(sheet, room);
  }
  const sheet = workbook.worksheets.getItem(room.sheet);
  // A sheet that began as a hidden one still says so.
  sheet.names.getItemOrNullObject(readyName).delete();
  sheet.names.add(roomName, sheet.getRangeByIndexes(room.row, 0, room.rows, 1), id).visible = false;
  return stageOn(sheet, room);
}

/** What a broken build has left of its stage. */
export interface StageLeft {
  readonly stage: Stage;
  isThere(): boolean;
  /** All had been drawn. */
  isReady(): boolean;
}

/** Looks for the stage of the build of that id, with the next sync. */
export function findStage({ workbook }: Excel.RequestContext, id: string, room: Room | null): StageLeft {
  const sheet = workbook.worksheets.getItemOrNullObject(room?.sheet ?? `${prefix}${id}`).load('name');
  const ready = sheet.names.getItemOrNullObject(readyName).load('name');
  const rows = sheet.names.getItemOrNullObject(roomName).load('comment');
  const isThere = () => !sheet.isNullObject && (room === null || (!rows.isNullObject && rows.comment === id));
  return { stage: stageOn(sheet, room), isThere, isReady: () => isThere() && !ready.isNullObject };
}

function stageOn(sheet: Excel.Worksheet, room: Room | null): Stage {
  return {
    sheet,
    row: room?.row ?? 0,
    markReady() {
      sheet.names.add(readyName, sheet.getRange('A1')).visible = false;
    },
    remove() {
      if (room === null) sheet.delete();
      else clearRoom(sheet);
    },
  };
}

/** No longer ready before it is no longer whole; the name that leads to it last. */
function clearRoom({ names }: Excel.Worksheet): void {
  const rows = names.getItemOrNullObject(roomName);
  names.getItemOrNullObject(readyName).delete();
  rows.getRangeOrNullObject().getEntireRow().delete('Up');
  rows.delete();
}

/** The stages that builds cut off have left behind; to be asked before a sync. */
export class Stages {
  readonly #sheets: Excel.WorksheetCollection;
  readonly #rooms: readonly { readonly sheet: Excel.Worksheet; readonly name: Excel.NamedItem }[];

  /** `own`: the sheets that may have a room; null objects are allowed. */
  constructor(
    { workbook }: Excel.RequestContext,
    readonly structure: StructureQuery,
    own: readonly Excel.Worksheet[],
  ) {
    this.#sheets = workbook.worksheets.load('items/name');
    this.#rooms = own.map((sheet) => ({ sheet, name: sheet.names.getItemOrNullObject(roomName).load('name') }));
  }

  /** After the sync: queues their end, and says whether there was any. */
  clear(): boolean {
    const sheets = this.structure.isLocked ? [] : this.#sheets.items.filter(({ name }) => name.startsWith(prefix));
    const rooms = this.#rooms.filter(({ name }) => !name.isNullObject);
    for (const sheet of sheets) sheet.delete();
    for (const { sheet } of rooms) clearRoom(sheet);
    return sheets.length + rooms.length > 0;
  }
}
