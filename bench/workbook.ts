import { writeFileSync } from 'node:fs';
import { createHost, Workbook } from '../src/host';
import { connectBridge } from '../src/host/node';
import { saveXlsx } from '../src/host/xlsx';
import { day } from '../src/plan';
import { createGateway } from '../src/workbook';
import { generate } from '../test/support/generator';

/** As many actions as such a plan has: one for every 20 activities, 10 at least, 1,000 at most. */
function generated(activities: number): ReturnType<typeof generate> {
  return generate({ actions: Math.max(10, Math.min(1000, Math.round(activities / 20))), activities });
}

/** Writes a generated tracking workbook of that many activities to a file. */
export async function main(activities: number, path: string): Promise<void> {
  const workbook = Workbook.blank();
  connectBridge(createHost(workbook).openSession({ name: 'bench' })).use();
  const gateway = createGateway({ today: () => day(2026, 6, 1)! });
  const made = await gateway.createTrackingWorkbook({ ...generated(activities), language: 'fr' });
  if (!made.ok) throw new Error(`${made.error.code}: ${made.error.detail ?? ''}`);
  writeFileSync(path, saveXlsx(workbook));
}
