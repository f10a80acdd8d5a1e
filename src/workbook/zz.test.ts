import { readFileSync, writeFileSync } from 'node:fs';
import { openBridge } from '../../test/support/office';
import { openXlsx, saveXlsx } from '../host/xlsx';
import { createGateway } from './createGateway';
import { buildReport } from '../report';
import { parseIso } from '../plan';
const today = parseIso('2021-10-15')!;
it('x', async () => {
  const o = openBridge(openXlsx(new Uint8Array(readFileSync('/work/shared/cases/seed-000.contract.xlsx'))));
  const g = createGateway({ today: () => today });
  const r = await g.readPlan();
  if (!r.ok) throw new Error(JSON.stringify(r));
  console.log(r.value.activities.length, r.value.problems, o.session.statistics);
  o.session.resetStatistics();
  const w = await g.writeReport(
    buildReport(r.value, {
      period: { from: null, to: null },
      today,
      language: 'fr',
      order: 'plan',
      onlyUncovered: false,
      paper: 'letter',
    }),
  );
  console.log(w, o.session.statistics, JSON.stringify(r.value).length);
  o.session.resetStatistics();
  const c = await g.writeCoverage({ ...r.value, period: { from: null, to: null }, today, language: 'fr' });
  console.log(c, o.session.statistics);
  writeFileSync('/tmp/gw/seed.xlsx', saveXlsx(o.workbook));
});
