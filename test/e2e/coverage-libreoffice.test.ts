import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openXlsx } from '../../src/host';
import { coverage, parseIso } from '../../src/plan';
import { toSerial } from '../../src/workbook/contract/serial';
import {
  actionTotals,
  builtCoverage,
  countedCoverage,
  seenAfter,
  seenCoverage,
  type Deed,
  type SeenCoverage,
} from '../support/coverage';
import { generate } from '../support/generator';
import { describeWithLibreoffice } from '../support/libreoffice';

const today = parseIso('2026-10-15')!;
const example = () => openXlsx(new Uint8Array(readFileSync(path.resolve(__dirname, '../../examples/exemple.xlsx'))));
const counts = (list: SeenCoverage['list']) =>
  Object.fromEntries(Object.entries(list).map(([no, [activities, dates]]) => [no, [activities, dates]]));

describeWithLibreoffice('the coverage in LibreOffice', (office) => {
  test('its PivotTable, refreshed there, has our totals and its zeros; its formulas count as we do', async () => {
    const { workbook, tracked, sheet } = await builtCoverage(example(), today);
    const { totals, list, actions } = countedCoverage(tracked, today);
    const seen = await seenCoverage(office, workbook, sheet);
    expect(actionTotals(seen.before)).toEqual(actions);
    expect(actionTotals(seen.after)).toEqual(actions);
    expect(seen.after.at(-1)!.at(-1)).toBe(totals.activities);
    // Every action by every quarter has a number: nothing is blank where nothing happened.
    const figures = seen.after.slice(2, -1).map((row) => row.slice(3));
    expect(figures.flat().every((cell) => typeof cell === 'number')).toBe(true);
    expect(counts(seen.list)).toEqual(list);
    // Slicers are nothing to LibreOffice: the two charts are all that is drawn.
    expect(seen.shapes).toBe(2);
  });

  test('by dates, and by months', async () => {
    const { workbook, tracked, sheet } = await builtCoverage(example(), today, {
      measure: 'occurrences',
      across: 'months',
    });
    const seen = await seenCoverage(office, workbook, sheet);
    expect(seen.after.at(-1)!.at(-1)).toBe(countedCoverage(tracked, today).totals.occurrences);
  });

  test('its list is right at once when somebody without the add-in adds rows', async () => {
    const { workbook, tracked, sheet } = await builtCoverage(example(), today);
    const { list, actions } = countedCoverage(tracked, today);
    const [silent] = Object.entries(actions).find(([, count]) => count === 0)!;
    const day = toSerial(today);
    const { added } = await seenCoverage(office, workbook, sheet, [
      ['sans-1', day, '', silent, 'Rencontre'],
      // Another activity, without an id, and its number typed with a comma.
      ['', day - 1, '', silent.replaceAll('.', ','), 'Lettre'],
      // Two dates of one.
      ['sans-2', day - 2, '', silent, 'Formation'],
      ['sans-2', day - 3, '', silent, 'Formation'],
    ]);
    const above = [silent, silent.slice(0, silent.lastIndexOf('.')), silent.slice(0, silent.indexOf('.'))];
    const expected = Object.fromEntries(
      Object.entries(list).map(([no, [activities, dates]]) => [
        no,
        above.includes(no) ? [activities + 3, dates + 4] : [activities, dates],
      ]),
    );
    expect(counts(added!)).toEqual(expected);
    expect(added![silent]![2]).not.toBe('○ Aucune activité');
  });

  test.each([
    ['all dates', { from: null, to: null }],
    ['two years', { from: parseIso('2025-01-01'), to: today }],
  ])(
    'its list of %s is right at once when rows are put in, said twice, sorted and taken out',
    async (_, period) => {
      const { workbook, tracked, sheet } = await builtCoverage(example(), today, { period });
      const items = coverage(tracked.plan, tracked.activities, period, today);
      const { no: silent } = items.find(({ level, covered }) => level === 'action' && !covered)!;
      const above = [silent, silent.slice(0, silent.lastIndexOf('.')), silent.slice(0, silent.indexOf('.'))];
      const day = toSerial(today);
      const deeds: readonly (readonly [Deed, number, number])[] = [
        [['insert', 7, ['sans-1', day, '', silent, 'Rencontre']], 1, 1],
        [['insertSheetRow', 0, ['sans-2', day - 1, '', silent, 'Formation']], 2, 2],
        [['repeat', 'sans-1'], 2, 3],
        [['sort', 1], 2, 3],
        [['delete', 'sans-2'], 1, 2],
        [['delete', 'sans-1'], 1, 1],
      ];
      const seen = await seenAfter(
        office,
        workbook,
        sheet,
        deeds.map(([deed]) => deed),
      );
      expect(seen.map(({ list, warning }) => [counts(list), warning])).toEqual(
        deeds.map(([, activities, dates]) => [
          Object.fromEntries(
            items.map((item) => {
              const [more, days] = above.includes(item.no) ? [activities, dates] : [0, 0];
              return [item.no, [item.activities + more, item.occurrences + days]];
            }),
          ),
          '',
        ]),
      );
    },
    120_000,
  );

  test('at 10,000 activities', async () => {
    const { workbook, tracked, sheet } = await builtCoverage(generate({ actions: 200, activities: 10_000 }), today);
    const { totals, actions } = countedCoverage(tracked, today);
    const seen = await seenCoverage(office, workbook, sheet);
    expect(actionTotals(seen.after)).toEqual(actions);
    expect([seen.after.at(-1)!.at(-1), totals.activities]).toEqual([10_000, 10_000]);
  });
});
