/** A small add-in that keeps a journal of what happens in the workbook. */

export interface Journal {
  readonly entries: readonly string[];
  stop(): Promise<void>;
}

export async function keepJournal(): Promise<Journal> {
  const entries: string[] = [];
  const write = (entry: string): Promise<void> => {
    entries.push(entry);
    return Promise.resolve();
  };
  const handlers = await Excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    const added = [
      worksheets.onAdded.add((event) => write(`added ${event.source}`)),
      worksheets.onChanged.add(async (event) => {
        const range = await Excel.run(async (inner) => {
          const changed = event.getRange(inner).load('address');
          await inner.sync();
          return changed.address;
        });
        await write(`changed ${range}`);
      }),
      tables.onChanged.add((event) => write(`table ${event.address}`)),
      worksheets.onActivated.add(() => write('activated')),
    ];
    await context.sync();
    return added;
  });
  return {
    entries,
    async stop() {
      const [first] = handlers;
      if (!first) return;
      await Excel.run(first.context, async (context) => {
        for (const handler of handlers) handler.remove();
        await context.sync();
      });
    },
  };
}

export async function doThings(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Journal');
    sheet.getRange('A1:B2').values = [
      ['Quoi', 'Quand'],
      ['Début', 1],
    ];
    await context.sync();
    sheet.tables.add('A1:B2', true).name = 'T';
    await context.sync();
    sheet.getRange('B2').values = [[2]];
    sheet.activate();
    await context.sync();
  });
}
