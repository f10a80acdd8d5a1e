import { PagePlan, withHeads } from './pages';

/** A page of twenty rows, and what is left free of it. */
const page = (20 * 13.5) / 0.97;

type Step = readonly ['flow' | 'together', number] | readonly ['list', number, number];

function lay(plan: PagePlan, [part, ...sizes]: Step): void {
  const [first, items = 0] = sizes;
  if (part === 'list') plan.list(first, items);
  else plan[part](first);
}

test.each<readonly [string, readonly Step[], readonly number[]]>([
  ['rows that follow each other', [['flow', 45]], []],
  [
    'rows above what is kept whole',
    [
      ['flow', 50],
      ['together', 5],
    ],
    [20, 40],
  ],
  [
    'a heading in the last rows of a page',
    [
      ['flow', 18],
      ['together', 5],
    ],
    [18],
  ],
  [
    'a heading in the middle of one',
    [
      ['flow', 10],
      ['together', 5],
    ],
    [],
  ],
  [
    'a chart that begins a page already',
    [
      ['flow', 20],
      ['together', 13],
    ],
    [20],
  ],
  [
    'a chart that a page would part',
    [
      ['flow', 12],
      ['together', 13],
    ],
    [12],
  ],
  [
    'a chart higher than a page',
    [
      ['flow', 5],
      ['together', 30],
    ],
    [5],
  ],
  [
    'a list that fits on what is left',
    [
      ['flow', 5],
      ['list', 2, 12],
    ],
    [],
  ],
  [
    'a list that fits on the next page',
    [
      ['flow', 5],
      ['list', 2, 15],
    ],
    [5],
  ],
  [
    'a list of two pages',
    [
      ['flow', 5],
      ['list', 2, 30],
    ],
    [19],
  ],
  [
    'a list of more, whose heading has no room',
    [
      ['flow', 17],
      ['list', 2, 50],
    ],
    [17, 36, 56],
  ],
  ['nothing', [], []],
])('%s', (_what, steps, expected) => {
  const plan = new PagePlan(page);
  for (const step of steps) lay(plan, step);
  expect(plan.breaks).toEqual(expected);
});

test('a list says its heads on each page, and takes a row for them', () => {
  const plan = new PagePlan(page);
  plan.flow(10);
  const heads = plan.list(2, 40);
  const items = Array.from({ length: 40 }, (_, item) => `item ${item}`);
  const rows = withHeads(items, heads, 'head');
  expect([plan.row, plan.breaks]).toEqual([10 + 2 + rows.length, [19, 39]]);
  expect(plan.breaks.map((row) => rows[row - 12])).toEqual(['head', 'head']);
  expect(rows.filter((row) => row !== 'head')).toEqual(items);
});

test('a sheet of very many pages has breaks for the first of them', () => {
  const plan = new PagePlan(page);
  const heads = plan.list(2, 100_000);
  expect([plan.breaks.length, heads.length]).toEqual([150, 150]);
});
