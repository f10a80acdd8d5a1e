import { actionOf, day, objectiveOf, planOf, strategyOf } from '../../test/support/plans';
import { fc } from '../../test/support/properties';
import type { Activity, TrackedPlan } from '../plan';
import { buildReport, type ReportOptions } from './build';
import { bandRoom, fontOf, fullRoom, gridOf, heightOf, textRoom } from './geometry';
import { wrap } from './measure';
import type { CellStyle, ReportCell, ReportRow } from './model';
import { unnamed } from './named';
import { paginate } from './pages';

/** Whatever people write: nothing of it is lost, and every row is high enough for what stands in it. */

const word = fc.oneof(
  fc.constantFrom(
    'à',
    'l’œuvre',
    '«\u00a0Québec\u00a0»',
    'd’orientation',
    'dix-huit',
    'MMMM',
    'iiii',
    '漢字',
    '🙂',
    '=1+1',
    '-',
    '…',
  ),
  fc.string({ unit: fc.constantFrom('a', 'e', 'i', 'é', 'M', 'W', '.', '-'), minLength: 1, maxLength: 120 }),
);
const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
const longText = fc
  .tuple(text, fc.integer({ min: 1, max: 40 }))
  .map(([part, times]) => Array(times).fill(part).join(' '));
const lines = fc.array(fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: longText }), { maxLength: 4 });

const activity = fc.record({
  planNo: fc.constantFrom('1.1.1', '1.1', '1', '9.9', null),
  title: text,
  details: lines,
  participants: fc.array(text, { maxLength: 2 }),
});

const input = fc.record({
  strategy: longText,
  action: longText,
  subItems: lines,
  owner: text,
  activities: fc.array(activity, { maxLength: 4 }),
  layout: fc.constantFrom('columns' as const, 'compact' as const),
  richText: fc.boolean(),
  dateList: fc.boolean(),
});

type Input = typeof input extends fc.Arbitrary<infer T> ? T : never;

function reportOf({ strategy, action, subItems, owner, activities, layout, richText, dateList }: Input) {
  const tracked: TrackedPlan = {
    plan: planOf(
      [objectiveOf('1', strategy, [strategyOf('1.1', strategy, [actionOf('1.1.1', action, { subItems, owner })])])],
      { organisation: strategy, title: action },
    ),
    activities: activities.map((each, index): Activity => ({
      ...each,
      id: String(index),
      occurrences: index % 2 === 0 ? [{ start: day('2021-09-01'), note: 'rencontre 4/6' }] : [],
      kind: '',
      link: index === 0 ? 'https://exemple.org/un/long/chemin' : '',
    })),
    settings: { language: 'fr-CA', lastCommittee: null, committeeDates: [] },
    problems: [],
  };
  const options: ReportOptions = {
    period: { from: null, to: null },
    today: day('2021-10-15'),
    language: 'fr',
    order: 'plan',
    onlyUncovered: false,
    paper: 'letter',
    layout,
    richText,
    dateList,
  };
  return { tracked, grid: gridOf(layout, true), report: paginate(buildReport(tracked, options)) };
}

const overTheRow: readonly CellStyle[] = ['organisation', 'title', 'subtitle', 'figures', 'coverage', 'bandCoverage'];

/** The lines that a printer with exactly our metrics breaks a cell into; it has a little more room than we counted on. */
function printedLines({ text: all, style, runs }: ReportCell, room: number): number {
  const parts = runs?.map((run) => ({ ...run, text: run.text.replace(/\n$/, '') })) ?? [{ text: all, style }];
  return parts
    .flatMap((part) => part.text.split('\n').map((line) => wrap(line, room, fontOf(part.style)).length))
    .reduce((sum, count) => sum + count, 0);
}

it('no row is too low for a text, nor higher than Excel allows, nor a cell too long', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { report, grid } = reportOf(given);
      for (const { cells, height } of report.rows) {
        expect(height).toBeLessThanOrEqual(409);
        cells.forEach((cell, column) => {
          if (cell.text === '') return;
          expect(cell.text.length).toBeLessThanOrEqual(32_767);
          if (overTheRow.includes(cell.style)) {
            expect(wrap(cell.text, fullRoom, fontOf(cell.style))).toHaveLength(1);
          } else if (cell.style === 'band' || cell.style === 'bandLabel') {
            expect(wrap(cell.text, bandRoom(grid), fontOf(cell.style))).toHaveLength(1);
          } else if (cell.style !== 'coverageHeader') {
            const needed = heightOf(cell.style, printedLines(cell, textRoom(grid, column) / 0.95));
            expect(needed).toBeLessThanOrEqual(height);
          }
        });
      }
    }),
    { numRuns: 60 },
  );
});

/** Letters and digits only: breaks fall at spaces and hyphens, and marks are no part of a text. */
const letters = (texts: readonly string[]) => texts.join('').replace(/[\s…]/g, '');

it('nothing that was written is lost', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { tracked, grid, report } = reportOf({ ...given, dateList: false });
      const column = (at: number, ...styles: CellStyle[]) =>
        letters(
          report.rows.flatMap(({ cells }: ReportRow) =>
            (cells[at]!.runs ?? [cells[at]!]).filter(({ style }) => styles.includes(style)).map((cell) => cell.text),
          ),
        );
      const [objective] = tracked.plan.objectives;
      const [strategy] = objective!.strategies;
      const [action] = strategy!.actions;
      const activities = ['1.1.1', '1.1', '1', '9.9', null].flatMap((no) =>
        no === '9.9' || no === null ? [] : tracked.activities.filter(({ planNo }) => planNo === no),
      );
      const unfiled = tracked.activities.filter(({ planNo }) => planNo === '9.9' || planNo === null);
      expect(column(grid.strategy, 'strategy')).toBe(letters(['1.1', strategy!.title]));
      expect(column(grid.action, 'action')).toBe(
        letters(['1.1.1', action!.text, ...action!.subItems.flatMap((item) => ['–', item])]),
      );
      expect(column(grid.activity, 'activity')).toBe(letters([...activities, ...unfiled].map(({ title }) => title)));
      expect(column(grid.activity, 'details')).toBe(
        letters(
          [...activities, ...unfiled].flatMap(({ details, participants }) => {
            const others = unnamed(participants, details);
            return [...details, ...(others.length > 0 ? [`Avec ${others.join(' ; ')}`] : [])];
          }),
        ),
      );
    }),
    { numRuns: 60 },
  );
});
