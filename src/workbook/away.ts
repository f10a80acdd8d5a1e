/**
 * What fails while another workbook is in front, on Windows and on a Mac: as Microsoft lists it, and the names of a
 * sheet (office-js #6365). A build takes long enough for the person to look elsewhere meanwhile.
 */
const members =
  /^(?:Worksheet\.(?:activate|delete|showGridlines|gridlines)|WorksheetCollection\.add|WorksheetFreezePanes|Range\.select|NamedItem|Workbook\.getActiveCell)/;

/** Milliseconds between two looks, and how many there are: two minutes. */
const patience = 500;
const mostLooks = 240;

/** True for an error that may come of another workbook being in front. */
export function mayBeAway(error: unknown): error is OfficeExtension.Error {
  if (!(error instanceof OfficeExtension.Error)) return false;
  const { code, debugInfo } = error;
  if (code === 'InactiveWorkbook' || code === 'InvalidSelection') return true;
  return code === 'GeneralException' && members.test(debugInfo.errorLocation ?? '');
}

/** Errors that were waited for: what mended the workbook meanwhile throws them on. */
const waitedFor = new WeakSet<Error>();

/**
 * After an error: true where another workbook was in front, once this one is again, or after two minutes; false, and
 * at most two syncs, where that was not the reason.
 */
export async function waitForFront(context: Excel.RequestContext, error: unknown): Promise<boolean> {
  if (!mayBeAway(error)) return false;
  if (waitedFor.has(error)) return true;
  for (let looks = 0; looks < mostLooks && !(await isInFront(context)); looks += 1) {
    waitedFor.add(error);
    await new Promise((resolve) => setTimeout(resolve, patience));
  }
  return waitedFor.has(error);
}

/** Asks for two of those, which change nothing: an Excel that fails at one of them always is no other workbook. */
async function isInFront(context: Excel.RequestContext): Promise<boolean> {
  const { workbook } = context;
  const asks = [
    () => workbook.worksheets.getActiveWorksheet().freezePanes.getLocationOrNullObject(),
    () => workbook.getActiveCell(),
  ];
  for (const ask of asks) {
    ask().load('address');
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- two at most: the second where the first is refused
      await context.sync();
      return true;
    } catch (error) {
      if (!mayBeAway(error)) return true;
    }
  }
  return false;
}
