import {
  actionOf,
  activityOf,
  binders,
  day,
  objectiveOf,
  planOf,
  recurringOf,
  strategyOf,
} from '../../test/support/plans';
import type { Activity, Plan, TrackedPlan } from '../plan';
import { buildReport, type ReportOptions } from './build';
import { spacerHeight } from './geometry';
import type { ReportRow, ReportSheet } from './model';
import { pageOf, paginate } from './pages';

const plan: Plan = planOf(
  [
    objectiveOf('1', 'Faire connaître la profession', [
      strategyOf('1.1', 'Rencontrer les employeurs de la grande région', [
        actionOf('1.1.1', 'Visiter les ateliers'),
        actionOf('1.1.2', 'Écrire aux écoles'),
      ]),
    ]),
    recurringOf('Activités récurrentes', [strategyOf('R.1', 'Gouvernance')]),
  ],
  binders,
);

const options: ReportOptions = {
  period: { from: null, to: null },
  today: day('2021-10-15'),
  language: 'fr',
  order: 'plan',
  onlyUncovered: false,
  paper: 'letter',
};

function meetings(count: number, details: readonly string[] = []): Activity[] {
  return Array.from({ length: count }, (_, index) =>
    activityOf({
      id: String(index),
      planNo: '1.1.1',
      occurrences: [{ start: day('2021-01-05') }],
      title: `Activité ${index}`,
      details,
    }),
  );
}

function reportOf(activities: readonly Activity[], patch: Partial<ReportOptions> = {}): ReportSheet {
  const tracked: TrackedPlan = {
    plan,
    activities,
    settings: { language: 'fr-CA', lastCommittee: null, committeeDates: [] },
    problems: [],
  };
  return buildReport(tracked, { ...options, ...patch });
}

/** The pages after the first, each as its rows in words. */
function pagesOf({ rows }: ReportSheet): string[][] {
  const starts = rows.flatMap(({ breakBefore }, index) => (breakBefore === true ? [index] : []));
  return starts.map((start, index) =>
    rows.slice(start, starts[index + 1]).map(({ cells, height }) =>
      height === spacerHeight
        ? '—'
        : cells
            .map(({ text }) => text.replaceAll('\u00a0', ' '))
            .join('|')
            .replace(/\|+$/, ''),
    ),
  );
}

const heightOf = (rows: readonly ReportRow[]) => rows.reduce((sum, { height }) => sum + height, 0);

it('what fits on a page is left whole', () => {
  expect(pagesOf(paginate(reportOf(meetings(4))))).toEqual([]);
});

it('a band stays with the first of what it heads', () => {
  const tops = [10, 11, 12, 13].map((count) => pagesOf(paginate(reportOf(meetings(count))))[0]?.[0]);
  expect(tops).toContain('Activités récurrentes');
  for (const count of [10, 11, 12, 13, 30]) {
    for (const page of pagesOf(paginate(reportOf(meetings(count)))))
      expect(page.at(-1)).not.toBe('Activités récurrentes');
  }
});

it('an activity stays with its details, its strategy and action said again above it', () => {
  const pages = pagesOf(paginate(reportOf(meetings(30, ['a', 'b', 'c', 'd', 'e']))));
  expect(pages.length).toBeGreaterThan(3);
  for (const [strip, first] of pages.slice(0, -1)) {
    expect(strip).toBe('—');
    expect(first).toMatch(
      /^1\.1 Rencontrer…\s\(suite\)\|1\.1\.1 Visiter les ateliers\s\(suite\)\|5 janvier 2021\|Activité \d+$/,
    );
  }
});

it('an activity that is longer than a page goes on over it, its labels said again', () => {
  const details = Array.from({ length: 120 }, (_, index) => `ligne ${index}`);
  const pages = pagesOf(paginate(reportOf(meetings(1, details))));
  expect(pages.map(([first]) => first?.replace(/\d+(?:\n.*)*$/, 'n'))).toEqual([
    '1.1 Rencontrer… (suite)|1.1.1 Visiter les ateliers (suite)||ligne n',
    '1.1 Rencontrer… (suite)|1.1.1 Visiter les ateliers (suite)||ligne n',
    '1.1 Rencontrer… (suite)|1.1.1 Visiter les ateliers (suite)||ligne n',
  ]);
});

it('a band is never alone at the foot of a page, however high the row below it', () => {
  for (const richText of [true, false]) {
    for (let lines = 1; lines < 60; lines += 1) {
      const details = Array.from({ length: lines }, (_, index) => `ligne ${index}`);
      const { rows } = paginate(reportOf(meetings(1, details), { layout: 'compact', richText }));
      rows.forEach(({ breakBefore }, index) => {
        if (breakBefore !== true) return;
        const above = rows.slice(0, index).findLast(({ cells }) => cells.some(({ text }) => text !== ''));
        expect(['band', 'bandLabel', 'columnHeader']).not.toContain(above?.cells[0]?.style);
      });
    }
  }
});

describe.each(['columns', 'compact'] as const)('in the layout %s', (layout) => {
  it.each([
    { paper: 'letter', orientation: 'landscape' },
    { paper: 'a4', orientation: 'landscape' },
    { paper: 'letter', orientation: 'portrait' },
  ] as const)('no page of $paper, $orientation, is higher than the paper', ({ paper, orientation }) => {
    const page = pageOf({ paper, orientation });
    for (const count of [1, 7, 20, 60]) {
      for (const richText of [true, false]) {
        const report = reportOf(meetings(count, ['a', 'b', 'c'.repeat(200)]), { layout, richText });
        const { rows, header } = paginate(report, page);
        const width = report.columns.reduce((sum, column) => sum + column.width, 0);
        const most = page.height / Math.min(1, page.width / width);
        const starts = [0, ...rows.flatMap(({ breakBefore }, index) => (breakBefore === true ? [index] : []))];
        starts.forEach((start, index) => {
          const heading = index === 0 ? 0 : rows[header.firstRow]!.height;
          expect(heading + heightOf(rows.slice(start, starts[index + 1]))).toBeLessThanOrEqual(most);
        });
      }
    }
  });
});
