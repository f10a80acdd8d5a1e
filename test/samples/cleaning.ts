/** An add-in that cleans a list of contacts that came from elsewhere: spaces, blanks, doubles, names in one column. */

const raw = [
  ['Nom complet', 'Ville', 'Montant', 'Source'],
  ['  Roy,  Ève ', 'Québec', 120, 'foire'],
  ['Tremblay, Luc', '', 80, 'foire'],
  ['tremblay, luc', 'Lévis', 80, 'site'],
  ['Côté, Ann', 'Montreal', '', 'site'],
  ['Roy, Ève', 'Montreal', 45, 'foire'],
];

export async function pasteRawList(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.name = 'Contacts';
    sheet.getRange('A1:D6').values = raw;
    await context.sync();
  });
}

/** Texts without spaces around and doubled within; the spelling of a city set right everywhere. */
export async function tidyTexts(): Promise<{ readonly trimmed: number; readonly renamed: number }> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Contacts');
    const used = sheet.getUsedRange(true).load('values');
    await context.sync();
    let trimmed = 0;
    used.values = used.values.map((row: unknown[]) =>
      row.map((value) => {
        if (typeof value !== 'string') return value;
        const tidy = value.trim().replace(/\s+/g, ' ');
        if (tidy !== value) trimmed += 1;
        return tidy;
      }),
    );
    const renamed = sheet.replaceAll('Montreal', 'Montréal', { completeMatch: true, matchCase: false });
    await context.sync();
    return { trimmed, renamed: renamed.value };
  });
}

/** The same person twice is one, and blanks are said to be blank. */
export async function dropDoubles(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Contacts');
    const result = sheet.getRange('A1:D6').removeDuplicates([0], true).load('removed,uniqueRemaining');
    await context.sync();
    const list = sheet.getRange('A1').getSurroundingRegion().load('address');
    const blanks = sheet.getRange('A1:D4').getSpecialCellsOrNullObject('Blanks').load('address,areaCount');
    await context.sync();
    if (!blanks.isNullObject) {
      blanks.format.fill.color = '#FFE699';
      blanks.areas.load('items');
      await context.sync();
      for (const area of blanks.areas.items) area.values = [['?']];
    }
    await context.sync();
    return [result.removed, result.uniqueRemaining, list.address, blanks.isNullObject ? null : blanks.address];
  });
}

/** « Roy, Ève » becomes two columns, and the columns a person looks for come first. */
export async function splitNames(): Promise<readonly unknown[]> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Contacts');
    const names = sheet.getRange('A2:A4').load('values');
    await context.sync();
    sheet.getRange('B:B').insert('Right');
    sheet.getRange('A1:B1').values = [['Nom', 'Prénom']];
    sheet.getRange('A2:B4').values = names.values.map(([name]) => String(name).split(', '));
    sheet.getRange('E1:E4').moveTo('G1');
    sheet.getRange('F1').formulas = [['Relance']];
    sheet.getRange('F2:F4').formulas = [['=IF(G2="foire",C2&" ?","")'], ['=IF(G3="foire",C3&" ?","")'], ['']];
    sheet.getRange('F4').copyFrom('F3', 'Formulas');
    sheet.getRange('A1:G4').sort.apply(
      [
        { key: 6, ascending: true },
        { key: 3, ascending: false },
      ],
      false,
      true,
    );
    const list = sheet.getRange('A1:G4').load('values');
    await context.sync();
    return list.values;
  });
}

/** A small sheet beside, turned: what was columns reads as lines; a filter on what is left to do. */
export async function makeSummary(): Promise<unknown> {
  return Excel.run(async (context) => {
    const list = context.workbook.worksheets.getItem('Contacts');
    const summary = context.workbook.worksheets.add('Fiches');
    summary.getRange('A1').copyFrom('Contacts!A1:D4', 'Values', false, true);
    summary.getRange('A1:A4').format.font.bold = true;
    summary.freezePanes.freezeColumns(1);
    list.autoFilter.apply('A1:G4', 3, { filterOn: 'Custom', criterion1: '>=100', criterion2: '=?', operator: 'Or' });
    const visible = list.getRange('A2:A4').getSpecialCells('Visible').load('address');
    const cards = summary.getUsedRange().load('values');
    const edge = summary.getRange('A1').getRangeEdge('Right').load('address');
    await context.sync();
    return { cards: cards.values, visible: visible.address, edge: edge.address };
  });
}
