import { refuse } from './result';
import { askFormat, type FormatQuery } from './version';

interface Candidate {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly mark: Excel.NamedItem;
  readonly used: Excel.Range;
  readonly tables: OfficeExtension.ClientResult<number>;
}

/**
 * The sheets that we build, of any of their names: ours are those with a hidden name of their own, or
 * with nothing on them. To be asked before a sync.
 */
export class OwnSheets {
  readonly candidates: readonly Candidate[];
  readonly format: FormatQuery;

  constructor(
    readonly context: Excel.RequestContext,
    names: readonly string[],
    mark: string,
  ) {
    const { workbook } = context;
    workbook.load('readOnly');
    this.format = askFormat(context);
    this.candidates = names.map((name) => {
      const sheet = workbook.worksheets.getItemOrNullObject(name);
      sheet.load('name');
      sheet.protection.load('protected');
      const used = sheet.getUsedRangeOrNullObject(true).load('address');
      return {
        name,
        sheet,
        used,
        mark: sheet.names.getItemOrNullObject(mark).load('name'),
        tables: sheet.tables.getCount(),
      };
    });
  }
}

export interface ClaimedSheet {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  /** What was built here before; null on a sheet that we have not built on. */
  readonly built: Excel.Range | null;
}

/**
 * The sheet to build on, after the sync: the one that is ours under any of its names, else one of the
 * given name, made where there is none. Refuses a read-only workbook, one that a later version made, a protected
 * sheet, and a sheet that holds something of somebody's.
 */
export function claimSheet({ context, candidates, format }: OwnSheets, name: string): ClaimedSheet {
  if (context.workbook.readOnly) throw refuse('readOnly', {});
  format.check();
  const there = candidates.filter(({ sheet }) => !sheet.isNullObject);
  const ours = there.find(({ mark }) => !mark.isNullObject) ?? there.find((candidate) => candidate.name === name);
  if (!ours) return { name, sheet: context.workbook.worksheets.add(name), built: null };
  const { sheet, mark, used, tables } = ours;
  if (mark.isNullObject && !(used.isNullObject && tables.value === 0)) {
    throw refuse('sheetNotOurs', { sheet: sheet.name });
  }
  if (sheet.protection.protected) throw refuse('protectedSheet', { sheet: sheet.name });
  return { name: sheet.name, sheet, built: mark.isNullObject ? null : mark.getRange() };
}

/**
 * Makes the sheet known as ours, and what we built on it: the name goes with the sheet when it is renamed
 * or moved, and tells the next build what it may clear. What the person wrote beside it stays.
 */
export function markSheet(sheet: Excel.Worksheet, mark: string, built: Excel.Range): void {
  sheet.names.getItemOrNullObject(mark).delete();
  sheet.names.add(mark, built).visible = false;
}
