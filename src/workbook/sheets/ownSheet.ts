import { isLeftOut } from '../refinements';
import { refuse } from '../result';
import { askDateSystem, type DateSystemQuery } from '../contract/dateSystem';
import { askStructure, type StructureQuery } from '../contract/structure';
import { askFormat, type FormatQuery } from '../contract/version';
import type { Room } from './stage';

interface Candidate {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly mark: Excel.NamedItem;
  readonly built: Excel.Range;
  readonly used: Excel.Range;
  /** All that it holds, looks included. */
  readonly extent: Excel.Range;
  readonly tables: OfficeExtension.ClientResult<number>;
}

/**
 * The sheets that we build, of any of their names: ours are those with a hidden name of their own, or
 * with nothing on them. To be asked before a sync.
 */
export class OwnSheets {
  readonly candidates: readonly Candidate[];
  readonly format: FormatQuery;
  readonly dates: DateSystemQuery;
  readonly structure: StructureQuery;

  constructor(
    readonly context: Excel.RequestContext,
    names: readonly string[],
    mark: string,
  ) {
    const { workbook } = context;
    workbook.load('readOnly');
    this.format = askFormat(context);
    this.dates = askDateSystem(context);
    this.structure = askStructure(context);
    this.candidates = names.map((name) => {
      const sheet = workbook.worksheets.getItemOrNullObject(name);
      sheet.load('name,visibility');
      sheet.protection.load('protected');
      const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
      const item = sheet.names.getItemOrNullObject(mark).load('name');
      return {
        name,
        sheet,
        used,
        extent: sheet.getUsedRangeOrNullObject().load('rowIndex,rowCount'),
        mark: item,
        built: item.getRangeOrNullObject().load('rowIndex,columnIndex,rowCount,columnCount'),
        tables: sheet.tables.getCount(),
      };
    });
  }
}

/** Where a build goes. */
export interface FoundSheet {
  readonly name: string;
  /** False where there is no such sheet yet. */
  readonly isThere: boolean;
  /** Somebody has hidden it: Excel neither activates such a sheet nor freezes its rows. */
  readonly isHidden: boolean;
  /** What was built here before; null on a sheet that we have not built on. */
  readonly built: Excel.Range | null;
  /** All that has a value on it; null where nothing has. */
  readonly used: Excel.Range | null;
  readonly hasTables: boolean;
  /** The first row under all that it holds, in a workbook in which no sheet may be added; else null. */
  readonly freeRow: number | null;
}

export interface ClaimedSheet extends Omit<FoundSheet, 'isThere'> {
  readonly sheet: Excel.Worksheet;
}

/**
 * The sheet to build on, after the sync: the one that is ours under any of its names, else one of the given name,
 * made where there is none. Refuses as `findSheet`.
 */
export function claimSheet(own: OwnSheets, name: string): ClaimedSheet {
  const { isThere, ...found } = findSheet(own, name);
  const { worksheets } = own.context.workbook;
  return { ...found, sheet: isThere ? worksheets.getItem(found.name) : worksheets.add(name) };
}

/**
 * As `claimSheet`, but makes none. Refuses a read-only workbook, one that a later version made or that counts from
 * 1904, a protected sheet, a sheet that holds something of somebody's, and one that cannot be added.
 */
export function findSheet({ context, candidates, format, dates, structure }: OwnSheets, name: string): FoundSheet {
  if (context.workbook.readOnly) throw refuse('readOnly', {});
  format.check();
  dates.check();
  const there = candidates.filter(({ sheet }) => !sheet.isNullObject);
  const ours = there.find(({ mark }) => !mark.isNullObject) ?? there.find((candidate) => candidate.name === name);
  if (!ours) {
    structure.check(name);
    return { name, isThere: false, isHidden: false, built: null, used: null, hasTables: false, freeRow: null };
  }
  const { sheet, mark, built, used, extent, tables } = ours;
  if (mark.isNullObject && !(used.isNullObject && tables.value === 0)) {
    throw refuse('sheetNotOurs', { sheet: sheet.name });
  }
  if (sheet.protection.protected) throw refuse('protectedSheet', { sheet: sheet.name });
  return {
    name: sheet.name,
    isThere: true,
    isHidden: sheet.visibility !== 'Visible',
    built: mark.isNullObject || built.isNullObject ? null : built,
    used: used.isNullObject ? null : used,
    hasTables: tables.value > 0,
    freeRow: structure.isLocked ? (extent.isNullObject ? 0 : extent.rowIndex + extent.rowCount) : null,
  };
}

/** Refuses (`protectedWorkbook`) a sheet that is to be looked at, that is hidden, and that may not be shown. */
export function checkShowable({ structure }: OwnSheets, { name, isHidden }: FoundSheet): void {
  if (isHidden) structure.check(name);
}

/** Where to draw so many rows that are to stand at the top of the sheet, where they cannot be drawn on another. */
export function roomUnder({ name, freeRow }: Pick<FoundSheet, 'name' | 'freeRow'>, rows: number): Room | null {
  return freeRow === null ? null : { sheet: name, row: Math.max(freeRow, rows) + 1, rows };
}

/**
 * Makes the sheet known as ours, and what we built on it: the name goes with the sheet when it is renamed
 * or moved, and tells the next build what it may clear. What the person wrote beside it stays. The signature is that
 * of the build.
 */
export function markSheet(sheet: Excel.Worksheet, mark: string, built: Excel.Range, signature = ''): void {
  sheet.names.getItemOrNullObject(mark).delete();
  sheet.names.add(mark, built, signature).visible = false;
}

/** Queues the look at what was built. */
export function bringForward(sheet: Excel.Worksheet): void {
  if (isLeftOut(sheet.context, 'view')) return;
  sheet.activate();
  sheet.getRange('A1').select();
}
