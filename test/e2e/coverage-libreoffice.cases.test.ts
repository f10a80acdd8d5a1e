import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openXlsx } from '../../src/host';
import { parseIso } from '../../src/plan';
import { actionTotals, builtCoverage, countedCoverage, seenCoverage } from '../support/coverage';
import { describeWithLibreoffice } from '../support/libreoffice';

const today = parseIso('2021-11-22')!;
const file = path.resolve(__dirname, '../../../shared/cases/seed-000.contract.xlsx');

describeWithLibreoffice('the coverage of the first case in LibreOffice', (office) => {
  test('its PivotTable, refreshed there, and its formulas have the totals that were counted by hand', async () => {
    const { workbook, tracked, sheet } = await builtCoverage(openXlsx(new Uint8Array(readFileSync(file))), today);
    const { totals, list, actions } = countedCoverage(tracked, today);
    const seen = await seenCoverage(office, workbook, sheet);
    expect(totals).toMatchObject({ activities: 33, occurrences: 46, actions: 6 });
    expect(seen.after.at(-1)!.at(-1)).toBe(33);
    expect(actionTotals(seen.after)).toEqual(actions);
    expect(Object.fromEntries(Object.entries(seen.list).map(([no, [count, dates]]) => [no, [count, dates]]))).toEqual(
      list,
    );
  });
});
