/** A small add-in for reviews: colleagues ask about cells, answer, and close what is settled. */

export async function openBudget(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Budget');
    sheet.getRange('A1:B4').values = [
      ['Poste', 'Montant'],
      ['Salle', 800],
      ['Traiteur', 2150],
      ['Affiches', 90],
    ];
    sheet.activate();
    await context.sync();
  });
}

/** Asks about each amount above a limit; gives the cells. */
export async function questionLargeAmounts(limit: number): Promise<readonly string[]> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Budget');
    const amounts = sheet.getRange('B2:B4').load('values');
    await context.sync();
    const cells = amounts.values.flatMap(([amount], index) =>
      Number(amount) > limit ? [sheet.getRange('B2:B4').getCell(index, 0).load('address')] : [],
    );
    for (const cell of cells) context.workbook.comments.add(cell, 'Peut-on réduire ?');
    await context.sync();
    return cells.map(({ address }) => address);
  });
}

/** Mentions a colleague on a cell. */
export async function askColleague(address: string, name: string, email: string): Promise<void> {
  await Excel.run(async (context) => {
    const mentions = [{ email, id: 0, name }];
    const richContent = `<at id="0">${name}</at>, qu’en pensez-vous ?`;
    context.workbook.comments.add(address, { mentions, richContent }, Excel.ContentType.mention);
    await context.sync();
  });
}

/** Answers the comment of a cell and closes it. */
export async function settle(address: string, answer: string): Promise<void> {
  await Excel.run(async (context) => {
    const comment = context.workbook.comments.getItemByCell(address);
    comment.replies.add(answer);
    comment.resolved = true;
    await context.sync();
  });
}

export interface OpenQuestion {
  readonly cell: string;
  readonly said: readonly string[];
}

/** What is not settled yet, each with its cell and all that was said. */
export async function openQuestions(): Promise<readonly OpenQuestion[]> {
  return Excel.run(async (context) => {
    const comments = context.workbook.comments.load('items/content,items/resolved,items/replies/items/content');
    await context.sync();
    const open = comments.items.filter(({ resolved }) => !resolved);
    const cells = open.map((comment) => comment.getLocation().load('address'));
    await context.sync();
    return open.map((comment, index) => ({
      cell: cells[index]?.address ?? '',
      said: [comment.content, ...comment.replies.items.map(({ content }) => content)],
    }));
  });
}

/** Puts the largest amounts first: what was asked of a cell goes with it. */
export async function sortByAmount(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Budget');
    sheet.getRange('A2:B4').sort.apply([{ key: 1, ascending: false }]);
    sheet.getRange('1:1').insert('Down');
    await context.sync();
  });
}

/** Deletes the settled comments; gives how many are left. */
export async function clean(): Promise<number> {
  return Excel.run(async (context) => {
    const comments = context.workbook.comments.load('items/resolved');
    await context.sync();
    for (const comment of comments.items) if (comment.resolved) comment.delete();
    const left = context.workbook.comments.getCount();
    await context.sync();
    return left.value;
  });
}
