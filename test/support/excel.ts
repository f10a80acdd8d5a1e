/** What tests that speak to Excel through the global proxies (`openBridge`) share. */

/** The sheet in front. */
export function activeSheet(context: Excel.RequestContext): Excel.Worksheet {
  return context.workbook.worksheets.getActiveWorksheet();
}

/** Runs a job on the sheet in front, with a sync at its end. */
export function onSheet(job: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<void> {
  return Excel.run(async (context) => {
    await job(activeSheet(context), context);
    await context.sync();
  });
}

/** Runs a job on the sheet in front and gives the code with which Excel refuses it; `done` where it does not. */
export async function codeOf(job: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<string> {
  try {
    await onSheet(job);
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return error.code;
    throw error;
  }
  return 'done';
}

/** Properties of a range of the sheet in front. */
export function rangeData(address: string, properties: string): Promise<Excel.Interfaces.RangeData> {
  return Excel.run(async (context) => {
    const range = activeSheet(context).getRange(address);
    range.load(properties);
    await context.sync();
    return range.toJSON();
  });
}
