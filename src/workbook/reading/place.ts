/** Shows a sheet and selects a cell of it. One sync. */
export async function goTo(
  context: Excel.RequestContext,
  { sheet, address }: { readonly sheet: string; readonly address: string },
): Promise<void> {
  const target = context.workbook.worksheets.getItem(sheet);
  target.activate();
  target.getRange(address).select();
  await context.sync();
}
