/** A sheet as a person has it: what its cells hold, compute and look like, and its tables. */
export interface SheetSnapshot {
  readonly name: string;
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly string[])[];
  readonly tables: readonly string[];
}

/** The open workbook, to be compared with what it is later: trailing cells that hold nothing do not count. */
export function snapshot(): Promise<readonly SheetSnapshot[]> {
  return Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    const tables = context.workbook.tables.load('items/name,items/worksheet/name');
    await context.sync();
    const ranges = sheets.items.map((sheet) => sheet.getUsedRange(true).load('formulas,numberFormat,address'));
    const addresses = tables.items.map((table) => table.getRange().load('address'));
    await context.sync();
    return sheets.items.map(({ name }, index) => ({
      name,
      formulas: ranges[index]?.formulas ?? [],
      formats: (ranges[index]?.numberFormat ?? []) as string[][],
      tables: tables.items.flatMap((table, position) =>
        table.worksheet.name === name ? [`${table.name} ${addresses[position]?.address ?? ''}`] : [],
      ),
    }));
  });
}

/** The texts of the cells, sorted: a multiset of what people wrote. */
export function textsOf(sheets: readonly SheetSnapshot[]): string[] {
  return sheets
    .flatMap(({ formulas }) => formulas.flat())
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
    .sort();
}
