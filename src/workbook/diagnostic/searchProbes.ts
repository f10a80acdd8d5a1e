import { failed, passed, type Probe } from './probe';

/** Searches, which keep what is written from rows that somebody moves meanwhile. */

/** A row that no other probe measures: it is hidden for a while. */
const first = 300;

export const searchProbes: readonly Probe[] = [
  {
    code: 'searchGuard',
    run: async ({ context, at }) => {
      const [row, hidden, target] = [at(first, 0, 1, 3), at(first + 1, 0, 1, 3), at(first + 2, 0)];
      at(first, 0, 2, 3).values = [
        ['s1', 'a~b*', 's2'],
        ['s3', 's4', 's5'],
      ];
      await context.sync();
      const criteria = { completeMatch: true, matchCase: true };
      const look = (range: Excel.Range, text: string) => range.findOrNullObject(text, criteria).load('address');
      const seen = [look(row, 's1'), look(row, 'a~~b~*')];
      const unseen = [look(row, 's'), look(row, 'S1'), look(row, 's3')];
      hidden.rowHidden = true;
      at(first, 2).columnHidden = true;
      const behind = [look(hidden, 's3'), look(row, 's2')];
      hidden.rowHidden = false;
      at(first, 2).columnHidden = false;
      await context.sync();
      if (!seen.every(isFound)) return failed('s1');
      if (unseen.some(isFound)) return failed('s');
      // What Excel sees of hidden rows and columns is only told: rows that it does not see are not guarded.
      const detail = `hidden: ${behind.map((each) => (isFound(each) ? 'yes' : 'no')).join(', ')}`;
      const code = await codeOf(context, () => {
        row.find('s9', criteria);
        target.values = [['x']];
      });
      target.load('values');
      await context.sync();
      const isStopped = code === 'ItemNotFound' && target.values[0]?.[0] === '';
      return isStopped ? passed(detail) : failed(`${code}, ${String(target.values[0]?.[0])}`);
    },
  },
];

function isFound(range: Excel.Range): boolean {
  return !range.isNullObject;
}

/** The code with which Excel refuses a request; empty where it does not. */
async function codeOf(context: Excel.RequestContext, queue: () => void): Promise<string> {
  queue();
  try {
    await context.sync();
    return '';
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return error.code;
    throw error;
  }
}
