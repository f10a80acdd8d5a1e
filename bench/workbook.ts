import { writeFileSync } from 'node:fs';
import { newWorkbook } from '../src/cli/session';
import { day } from '../src/plan';
import { generate } from '../test/support/generator';

const today = day(2026, 11, 1)!;

/** `npm run bench -- workbook ACTIVITIES FILE`: a generated tracking workbook as a file, for what measures whole programs. */
export async function main(activities: number, file: string): Promise<void> {
  const session = newWorkbook({ language: 'fr', today });
  const actions = Math.max(10, Math.min(5000, Math.round(activities / 20)));
  const created = await session.gateway.createTrackingWorkbook({
    ...generate({ actions, activities }),
    language: 'fr',
  });
  if (!created.ok) throw new Error(`${created.error.code} ${created.error.detail ?? ''}`);
  writeFileSync(file, session.toXlsx());
}
